/**
 * "The cheapest you have", "which is the lightest?", "the one with the biggest screen": an order in which things are
 * wanted, and no bound. Which product is the extreme one is for the catalog to say.
 */
import type { ClauseRole } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import {
  ADJECTIVES,
  type Dimension,
  RANKED_ADJECTIVES,
  STYLE_SUPERLATIVES,
  SUPERLATIVES,
} from "./dimensions.ts";
import { inside, plainOf, quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";
import type { FoundPreference } from "./withdrawals.ts";

/** Before the name of an attribute: "the longest battery life", "the lowest weight". */
const MOST =
  /^(?:most|biggest|largest|longest|highest|greatest|best|widest|tallest|fastest|brightest|heaviest)$/;
const LEAST = /^(?:least|smallest|lowest|shortest|fewest|thinnest|narrowest|lightest|slowest)$/;
/** "Best rated", "the highest rating", "best reviews": what others thought of it. */
const BEST = /^(?:best|highest)$/;
const ESTEEM = /^(?:rated|reviewed|rating|ratings|review|reviews|quality)$/;
/** What sells best no listing tells; what its buyers thought of it comes nearest. */
const POPULAR = /^(?:popular|loved|liked|bought|recommended)$/;
const BY_RATING: Dimension = { attributes: ["rating"], direction: "more" };
/** "My biggest worry" ranks no product. */
const OTHER_NOUN =
  /^(?:concern|problem|issue|worry|worries|fear|mistake|fan|question|challenge|difference|discount|deal|deals|sale|time|part|reason|thing about|downside|drawback|complaint|regret|priority|way|delivery|shipping|notice)\b/;
/** "The lightest of the three": of what was shown, which are pointed at and not searched for. */
const OF_SHOWN =
  /\b(?:of|from|among|amongst|between|out of) (?:(?:all|any) (?:of )?)?(?:these|them|those|the (?:two|three|four|five|ones)|what you (?:showed|have shown))\b/;
/** "I like the cheapest one", "tell me about the lightest": one of the cards is spoken of. */
const SPOKEN_OF =
  /\b(?:i (?:really |quite )?(?:like|love|prefer|hate|dislike|saw|take|had|have|own|bought)|(?<!(?:what|how) )about|why|how (?:much|heavy|big|long|old|many)|does|will|can|has|not|never|no need for|even|compare|between|versus|vs|than|like) (?:is |was |are |be )?(?:just |only |necessarily )?(?:the |my |our |your )?$/;
const ASKS_WHICH =
  /\b(?:which|what)\b|^(?:and |but |so |ok )*(?:is|are) (?:it|this|that|these|those|they) (?:really |already )?(?:the|your)\b/;
const NOTHING_BESIDES =
  /^(?:(?:and|but|so|ok|okay|then|hmm|well|just|please|maybe|or|the|your|one|ones|option|options|model|possible|available|you|have|sell|got|please|then|though|here|overall|of|all|now) ?)*$/;

/** Superlatives in which a wish is stated, by the clauses they stand in. Those that point at a card are references only. */
export function findSuperlativeWishes(context: Context, roles: readonly ClauseRole[]): FoundPreference[] {
  return context.clauses.flatMap((clause, place) =>
    superlativesIn(context, clause).flatMap(({ dimension, ...span }) =>
      isWished(context, clause, roles[place], span) ? [wishOf(context, span, dimension)] : [],
    ),
  );
}

/** Whether an order is asked for anywhere in the clause. */
export function ranksProducts(context: Context, clause: Clause): boolean {
  return superlativesIn(context, clause).length > 0;
}

/** "Which is the cheapest bike?" looks for bikes; it compares none that were shown. */
export function ranksKind(context: Context, clause: Clause): boolean {
  return superlativesIn(context, clause).some(({ to }) =>
    context.mentions.some((mention) => mention.kind === "category" && mention.from === to),
  );
}

interface Superlative extends Span {
  dimension: Dimension;
}

function superlativesIn(context: Context, clause: Clause): Superlative[] {
  const found: Superlative[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const superlative = superlativeAt(context, clause, index);
    if (!superlative) continue;
    found.push(superlative);
    index = superlative.to - 1;
  }
  return found;
}

function superlativeAt(context: Context, clause: Clause, index: number): Superlative | null {
  const { tokens } = context.message;
  const word = tokens[index]?.word ?? "";
  const next = index + 1 < clause.to ? (tokens[index + 1]?.word ?? "") : "";
  // "At most", "at least" are bounds.
  if (tokens[index - 1]?.word === "at") return null;
  const esteem = esteemAt(context, clause, index);
  if (esteem) return esteem;
  const rises = MOST.test(word);
  if (rises || LEAST.test(word)) {
    const direction = rises ? "more" : "less";
    if (/^(?:price|prices|priced|cost|costs)$/.test(next) && word !== "most" && word !== "least")
      return { from: index, to: index + 2, dimension: priceOf(word) };
    const mention = context.mentions.find((entry) => entry.kind === "attribute" && entry.from === index + 1);
    if (mention && context.lexicon.attribute(mention.name)?.numeric)
      return { from: index, to: mention.to, dimension: { attributes: [mention.name], direction } };
  }
  if (word === "most" || word === "least") {
    const dimension = ADJECTIVES.get(next) ?? rankedBy(next);
    return dimension
      ? { from: index, to: index + 2, dimension: word === "most" ? dimension : opposite(dimension) }
      : null;
  }
  const dimension = SUPERLATIVES.get(word) ?? STYLE_SUPERLATIVES.get(word);
  if (!dimension || OTHER_NOUN.test(next)) return null;
  return { from: index, to: index + 1, dimension };
}

function rankedBy(adjective: string): Dimension | undefined {
  return RANKED_ADJECTIVES.has(adjective) ? { attributes: [adjective], direction: "more" } : undefined;
}

function esteemAt({ message: { tokens } }: Context, clause: Clause, index: number): Superlative | null {
  const word = tokens[index]?.word ?? "";
  if (word === "bestselling" || word === "bestseller")
    return { from: index, to: index + 1, dimension: BY_RATING };
  // "Best-rated" as well as "best rated".
  const at = tokens[index + 1]?.kind === "mark" ? index + 2 : index + 1;
  const next = at < clause.to ? (tokens[at]?.word ?? "") : "";
  const isEsteem =
    (BEST.test(word) && (ESTEEM.test(next) || next === "selling")) || (word === "most" && POPULAR.test(next));
  return isEsteem ? { from: index, to: at + 1, dimension: BY_RATING } : null;
}

/** The best price is the lowest. */
function priceOf(word: string): Dimension {
  const isDearest = /^(?:highest|greatest|biggest|largest)$/.test(word);
  return { attributes: ["price"], direction: isDearest ? "more" : "less" };
}

function opposite({ attributes, direction }: Dimension): Dimension {
  return { attributes, direction: direction === "less" ? "more" : "less" };
}

function isWished(context: Context, clause: Clause, role: ClauseRole | undefined, span: Span): boolean {
  if (role === "doubt" || role === "condition") return false;
  if (context.negated.some((scope) => inside(span, scope))) return false;
  const plain = plainOf(context.message, clause);
  if (OF_SHOWN.test(plain)) return false;
  const before = `${plainOf(context.message, { from: clause.from, to: span.from })} `;
  if (SPOKEN_OF.test(before)) return false;
  if (role === "statement" || role === "request") return true;
  // A question that is not which one it is asks something of a card: "does the lightest one have a hood?"
  const rest = plainOf(context.message, { from: span.to, to: clause.to });
  return NOTHING_BESIDES.test(rest) && (ASKS_WHICH.test(plain) || NOTHING_BESIDES.test(before.trim()));
}

function wishOf(context: Context, span: Span, { attributes, direction }: Dimension): FoundPreference {
  const [attribute = "price", ...others] = attributes;
  return {
    ...span,
    preference: {
      attribute,
      ...(others.length > 0 && { alternatives: others }),
      operator: direction === "less" ? "least" : "most",
      value: null,
      polarity: "positive",
      firmness: "prefer",
      said: quote(context.message, span),
    },
  };
}
