/** Wishes measured against what was shown [DST-2]: "cheaper", "the same in black", "something less flashy". */
import type { Sku } from "../catalog/product.ts";
import type { Critique } from "../dialogue/understanding.ts";
import type { ClauseRole } from "./clause-roles.ts";
import type { Clause } from "./clauses.ts";
import {
  ADJECTIVES,
  COMPARATIVES,
  type Dimension,
  ROOMINESS,
  STYLE_COMPARATIVES,
  SUPERLATIVES,
} from "./dimensions.ts";
import { CONVERSATION_WORDS, FEATURES, RECIPIENTS } from "./english-words.ts";
import { type FoundReference, inFocus, lastCards } from "./shown-cards.ts";
import { SpanCover } from "./span-cover.ts";
import { findAll, inside, overlaps, plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundCritique extends Span {
  critique: Critique;
  /** "I want something cheap" measures against nothing and is a wish, not an act of criticism. */
  act: "critique" | "inform";
  /** For wishes no attribute carries: the property wanted or not wanted. */
  property: { value: string; polarity: "positive" | "negative" } | null;
}

/** Too many, too late and the like say nothing of an item. */
const NOT_ADJECTIVES = new Set([
  "many",
  "late",
  "bad",
  "soon",
  "early",
  "few",
  "often",
  "kind",
  "good",
  "well",
  "long ago",
  "much",
]);
const DEGREE =
  /\b(?:(?:a bit|a little|a touch|a tad|much|way|far|slightly|somewhat|even|a lot|lots) )?(too|a bit|a little|a tad|a touch|a shade|slightly|somewhat|kind of|kinda|rather|quite|less|more|not quite as|nowhere near as|not nearly as|not as|not so|as|not that|not too|not very|nothing too|not) ([a-z]+)( enough)?/g;
const MILD = /^(?:a bit|a little|a tad|a touch|a shade|slightly|somewhat|kind of|kinda|rather|quite)$/;
const SIMPLE_PRICE =
  /\b(?:out of my (?:budget|price range|league)|over (?:my )?budget|above my budget|too much(?= money| for me|$| [.!,])|can not afford|lower (?:the )?price|save (?:some )?money|costs? (?:too much|less(?! than))|(?:lower|less) (?:in )?price|for less(?: money)?|spend less(?! than (?!that|this|it|these|those|them)\b)|half (?:the|that) price|overpriced|rip ?- ?off|arm and a leg|break(?:s|ing)? the bank|daylight robbery|(?:out of|beyond) (?:my )?(?:reach|budget|means)|more than i (?:wanted|want|planned|can|hoped|meant)(?: to)?(?: spend| pay)?|on a (?:tight )?budget|budget friendly|good value|best value|bargain|low cost|cost effective)\b/g;
const ANOTHER =
  /\b(?:(?:a )?(?:different|another)|other|not (?:in )?(?:that|this|the same)|(?:in )?(?:that|the) same|same)\b/g;
const SAME_BUT =
  /\b(?:(?:the )?(?:same|exact same)(?: (?:one|thing|model|bike|item))?(?: but)?(?: (?:in|with|only))?|(?:that|this|it)(?: one)? (?:but )?in|(?:that|this) (?:one )?but|^in|(?:what|how) about(?: it)?(?: in)?(?: a)?)(?= )/g;
const LIKE =
  /\b(?:(?:(?:something|anything|one|ones|more|exactly|just|be|similar) )?(?:like|similar to|close to|same as)|(?:along the lines|in the (?:style|vein|spirit)|a version|a variant) of|(?:closer|similar) to|comparable to)(?= )|\b(?:something|anything) similar\b|^similar\b/g;

export function findCritiques(
  context: Context,
  roles: ClauseRole[],
  references: FoundReference[],
): FoundCritique[] {
  const found: FoundCritique[] = [];
  const taken = new SpanCover();
  const bySentence = referencesBySentence(context, references);
  const add = (entries: FoundCritique[]) => {
    for (const entry of entries) {
      if (taken.overlaps(entry)) continue;
      taken.add(entry);
      found.push(entry);
    }
  };
  for (const [index, clause] of context.clauses.entries()) {
    const role = roles[index];
    if (role === "fact" || role === "compare" || role === "condition" || role === "doubt") continue;
    const compared = comparedItem(clause, bySentence.get(clause.sentence) ?? []);
    add(attributesMoved(context, clause, compared));
    add(roomMoved(context, clause, compared));
    add(comparatives(context, clause, compared));
    add(degrees(context, clause, compared));
    add(plainPrice(context, clause, compared));
    add(superlatives(context, clause));
    add(valuesNamed(context, clause, compared));
    add(others(context, clause, compared));
    add(likeItems(context, clause, references, found));
  }
  found.sort((a, b) => a.from - b.from);
  // Before anything was shown there is nothing to criticise: "something lighter" is a wish.
  return hasItemInView(context.state) ? found : found.map((entry) => ({ ...entry, act: "inform" }));
}

/** "Lighter than the Trek", "like the second one but …": the item that is measured against. */
function comparedItem(clause: Clause, inSentence: FoundReference[]): Sku | null {
  const own = inSentence.find((reference) => inside(reference, clause)) ?? inSentence[0];
  return own?.reference.skus[0] ?? null;
}

/** The references that stand within one clause, by its sentence. */
function referencesBySentence(context: Context, references: FoundReference[]): Map<number, FoundReference[]> {
  const bySentence = new Map<number, FoundReference[]>();
  for (const reference of references) {
    const clause = context.clauses.find((part) => inside(reference, part));
    if (!clause) continue;
    const known = bySentence.get(clause.sentence);
    if (known) known.push(reference);
    else bySentence.set(clause.sentence, [reference]);
  }
  return bySentence;
}

function resolve(context: Context, dimension: Dimension, sku: Sku | null): string {
  if (dimension.attributes[0] === "price") return "price";
  const focus = sku ?? inFocus(context.state);
  const item = context.state.shown.findLast((card) => card.sku === focus) ?? lastCards(context.state)[0];
  const carried = item && dimension.attributes.find((name) => item.attributes[name] !== undefined);
  return (
    carried ??
    context.lexicon.attributeNamed(dimension.attributes)?.name ??
    dimension.attributes[0] ??
    "style"
  );
}

function measured(
  context: Context,
  span: Span,
  dimension: Dimension,
  sku: Sku | null,
  opposite = false,
  act: FoundCritique["act"] = "critique",
): FoundCritique {
  const direction = opposite === (dimension.direction === "less") ? "more" : "less";
  const critique = {
    attribute: resolve(context, dimension, sku),
    direction,
    sku,
    said: quote(context.message, span),
  } as const;
  return { from: span.from, to: span.to, critique, act, property: null };
}

/** "More storage", "a bigger screen", "longer battery life". */
function attributesMoved(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return context.mentions.flatMap((mention) => {
    if (mention.kind !== "attribute" || !inside(mention, clause)) return [];
    const degree = context.message.tokens[mention.from - 1]?.word ?? "";
    // No colour is more than another.
    if (context.lexicon.attribute(mention.name)?.numeric === null)
      return /^(?:brighter|darker|lighter|nicer|prettier|better|other)$/.test(degree)
        ? [otherValue(context, { from: mention.from - 1, to: mention.to }, mention.name, sku)]
        : [];
    const more =
      /^(?:more|higher|bigger|larger|longer|better|faster|greater|stronger|brighter|wider|taller)$/.test(
        degree,
      );
    const less = /^(?:less|lower|smaller|shorter|fewer|slower|thinner|narrower)$/.test(degree);
    if (!more && !less) return [];
    const span = { from: mention.from - 1, to: mention.to };
    const critique = {
      attribute: mention.name,
      direction: more ? "more" : "less",
      sku,
      said: quote(context.message, span),
    } as const;
    return [{ ...span, critique, act: "critique" as const, property: null }];
  });
}

function otherValue(context: Context, span: Span, attribute: string, sku: Sku | null): FoundCritique {
  const critique = { attribute, direction: "other", sku, said: quote(context.message, span) } as const;
  return { ...span, critique, act: "critique", property: null };
}

const ROOM = /\b(more|extra|less) (?:space|room|storage(?: space)?|volume)\b/g;

/** "More space", "less room". */
function roomMoved(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, ROOM, clause).map((found) =>
    measured(context, found, ROOMINESS, sku, found.match[1] === "less"),
  );
}

function comparatives(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  const { tokens } = context.message;
  const found: FoundCritique[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const word = tokens[index]?.word ?? "";
    const dimension = COMPARATIVES.get(word);
    const style = STYLE_COMPARATIVES.get(word);
    if (!dimension && !style) continue;
    // "An older lady" is measured against nobody.
    if (RECIPIENTS.has(tokens[index + 1]?.word ?? "")) continue;
    if (context.quantities.some((quantity) => quantity.from <= index && index < quantity.to)) continue;
    const span = { from: index, to: index + 1 };
    if (isConceded(context, clause, index)) continue;
    if (dimension && isNegated(context, span)) {
      const kept = measured(context, span, dimension, sku, true);
      found.push({ ...kept, critique: { ...kept.critique, orEqual: true } });
    } else if (dimension) found.push(measured(context, span, dimension, sku));
    if (style) found.push(styled(context, span, style, "positive", sku));
  }
  return found;
}

/** "Even if it's dearer", "it may cost more": allowed, not asked for. */
function isConceded(context: Context, clause: Span, index: number): boolean {
  return /\b(?:even (?:if|though|when)|does not matter if|do not (?:mind|care)(?: if)?|(?:may|might|can) (?:well )?(?:be|cost|weigh|get)|happy to|willing to)\b/.test(
    plainOf(context.message, { from: clause.from, to: index }),
  );
}

/** "Bigger but not heavier": no more of it than the item has. */
function isNegated(context: Context, span: Span): boolean {
  return context.negated.some((scope) => inside(span, scope));
}

function styled(
  context: Context,
  span: Span,
  value: string,
  polarity: "positive" | "negative",
  sku: Sku | null,
): FoundCritique {
  const direction = polarity === "positive" ? "more" : "less";
  const critique = { attribute: "style", direction, sku, said: quote(context.message, span) } as const;
  return { from: span.from, to: span.to, critique, act: "critique", property: { value, polarity } };
}

/** "Too heavy", "less flashy", "not light enough", "more modern". */
function degrees(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, DEGREE, clause).flatMap((found) => {
    const [, degree = "", adjective = "", enough] = found.match;
    if (NOT_ADJECTIVES.has(adjective) || context.quantities.some((quantity) => overlaps(quantity, found)))
      return [];
    const dimension = ADJECTIVES.get(adjective);
    const falls =
      degree === "too" ||
      degree === "less" ||
      (degree.startsWith("not") && !enough) ||
      degree === "nothing too";
    const rises = degree === "more" || (degree.startsWith("not") && enough !== undefined);
    // "These are a bit pricey" asks for less of it, as "too pricey" does.
    const complains =
      MILD.test(degree) &&
      (describesItem(context, clause) ||
        (hasItemInView(context.state) && endsClause(context, found, clause)));
    if (complains && dimension) return [measured(context, found, dimension, sku, true)];
    if (complains && isProperty(adjective)) return [styled(context, found, adjective, "negative", sku)];
    if (!falls && !rises) return [];
    if (degree === "not" && !enough && !dimension) return [];
    const hedged = degree.startsWith("not") && !enough;
    if (dimension) {
      // "Not too expensive" is a wish as much as a criticism: nothing was shown that it could be said of.
      const measures = describesItem(context, clause) || sku !== null;
      const act = (hedged || degree === "nothing too") && !measures ? "inform" : "critique";
      // Falling means less of the adjective: "too light" asks for more weight.
      return [measured(context, found, dimension, sku, falls, act)];
    }
    // Of what is shown, whatever is "too" something is that; of wishes only what looks like an adjective.
    const said = degree === "too" && hasItemInView(context.state);
    const isNamed = context.mentions.some((mention) => overlaps(mention, found) && mention.kind !== "tag");
    if (!said && !isProperty(adjective)) return [];
    if (CONVERSATION_WORDS.has(adjective) || (isNamed && !FEATURES.has(adjective))) return [];
    const styledCritique = styled(context, found, adjective, falls ? "negative" : "positive", sku);
    return [
      degree === "nothing too" || hedged ? { ...styledCritique, act: "inform" as const } : styledCritique,
    ];
  });
}

function isProperty(adjective: string): boolean {
  return (
    FEATURES.has(adjective) ||
    /(?:y|ish|ful|ed|ing|ern|ic|ous|able|al|ive|ant|ent|proof|less)$/.test(adjective)
  );
}

/** "A tad expensive", "a bit pricey for me": nothing follows that the adjective could describe. */
function endsClause(context: Context, found: Span, clause: Span): boolean {
  return (
    found.to === clause.to ||
    /^(?:for|though|tbh|imo|then|too)$/.test(context.message.tokens[found.to]?.word ?? "")
  );
}

function describesItem(context: Context, clause: Span): boolean {
  return (
    hasItemInView(context.state) &&
    /\b(?:it|this|that|these|those|they|one) (?:is|are|looks?|seems?|feels?)\b/.test(
      plainOf(context.message, clause),
    )
  );
}

function plainPrice(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  const price: Dimension = { attributes: ["price"], direction: "less" };
  const phrases = findAll(context.message, SIMPLE_PRICE, clause).map((found) =>
    measured(context, found, price, sku),
  );
  const words: FoundCritique[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const word = context.message.tokens[index]?.word ?? "";
    if (!["cheap", "affordable", "inexpensive", "economical"].includes(word)) continue;
    words.push(measured(context, { from: index, to: index + 1 }, price, sku, false, "inform"));
  }
  return [
    ...phrases.map((entry) =>
      /budget|value|bargain|cost$|effective/.test(entry.critique.said) &&
      !/over|above|out of/.test(entry.critique.said)
        ? { ...entry, act: "inform" as const }
        : entry,
    ),
    ...words,
  ];
}

/** "The cheapest you have" asks for less, unless it points at one of the cards. */
function superlatives(context: Context, clause: Span): FoundCritique[] {
  const found: FoundCritique[] = [];
  for (let index = clause.from; index < clause.to; index++) {
    const dimension = SUPERLATIVES.get(context.message.tokens[index]?.word ?? "");
    if (
      !dimension ||
      (lastCards(context.state).length > 1 && context.message.tokens[index - 1]?.word === "the")
    )
      continue;
    found.push(measured(context, { from: index, to: index + 1 }, dimension, null, false, "inform"));
  }
  return found;
}

/** "The same in black": the value wanted instead. */
function valuesNamed(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, SAME_BUT, clause).flatMap((found) => {
    const mention = context.mentions.find(
      (entry) =>
        entry.kind === "value" &&
        inside(entry, clause) &&
        entry.from >= found.to &&
        entry.from <= found.to + 2,
    );
    if (!mention || (!hasItemInView(context.state) && !plainOf(context.message, found).includes("same")))
      return [];
    const span = { from: found.from, to: mention.to };
    const critique = {
      attribute: mention.attributes[0] ?? "style",
      direction: "other",
      value: mention.name,
      sku,
      said: quote(context.message, span),
    } as const;
    return [{ ...span, critique, act: "critique" as const, property: null }];
  });
}

/** "Another brand", "a different colour", "the same brand". */
function others(context: Context, clause: Span, sku: Sku | null): FoundCritique[] {
  return findAll(context.message, ANOTHER, clause).flatMap((found) => {
    const mention = context.mentions.find((entry) => entry.from === found.to && entry.kind === "attribute");
    const word = context.message.tokens[found.to]?.stem;
    const attribute =
      mention?.name ?? (word === "brand" || word === "make" ? "brand" : word === "style" ? "style" : null);
    if (attribute === null) return [];
    const span = { from: found.from, to: mention?.to ?? found.to + 1 };
    const isSame =
      /same/.test(plainOf(context.message, found)) && !/^not\b/.test(plainOf(context.message, found));
    const direction = isSame ? "same" : "other";
    return [
      {
        ...span,
        critique: { attribute, direction, sku, said: quote(context.message, span) } as const,
        act: "critique" as const,
        property: null,
      },
    ];
  });
}

/** "Like the second one but waterproof", "something similar": stays near an item. */
function likeItems(
  context: Context,
  clause: Span,
  references: FoundReference[],
  others: FoundCritique[],
): FoundCritique[] {
  return findAll(context.message, LIKE, clause).flatMap((found) => {
    const similar = plainOf(context.message, found).endsWith("similar");
    const reference = references.find(
      (entry) => entry.from >= found.to && entry.from <= found.to + 1 && inside(entry, clause),
    );
    if (
      (!reference && !similar) ||
      others.some((other) => other.critique.sku === reference?.reference.skus[0] && reference)
    )
      return [];
    const before = context.message.tokens[found.from - 1]?.word ?? "";
    if (
      !similar &&
      /^(?:i|do|not|we|would|really)$/.test(before) &&
      plainOf(context.message, found) === "like"
    )
      return [];
    const span = { from: found.from, to: reference?.to ?? found.to };
    const sku = reference?.reference.skus[0] ?? null;
    return [
      {
        ...span,
        critique: {
          attribute: "category",
          direction: "same",
          sku,
          said: quote(context.message, span),
        } as const,
        act: "critique" as const,
        property: null,
      },
    ];
  });
}
