/**
 * What is said of an item in words: materials, colours, capabilities, uses. In a clause that states something about an
 * item every content word needs evidence in the row, because no list could name everything that can be invented; in
 * other clauses only words that always state a fact do.
 */
import { isAside, isBackedByFigure } from "../asides.ts";
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { retoldIn } from "../retold.ts";
import { rowHolds, type WordInPlace } from "../row-holds.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemOf, type Token } from "../tokens.ts";
import { FEATURE_WORDS, isColour } from "../words/feature-words.ts";
import { BRINGS, CONTINUATION, PART_OR_FRAGMENT } from "../words/frames.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { isDenialHeld } from "./denials.ts";
import { isExcused } from "./excused-words.ts";
import { isOtherMaterial, wrongMaterials } from "./materials.ts";
import { refusal } from "./refusal.ts";

/** "The straps are …", "its zips": a part of the item is the subject. */
const PART_SUBJECT =
  /(?:^|[,;] )\s*(?:and |but )?(?:the|its|their|all|both) (?:[\w'-]+ ){1,3}?(?:isn't|aren't|doesn't|don't|is|are|was|were|has|have|comes?|can|folds?|works?|lasts?)\b/;
/** What the agent or the shopper thinks or does opens the clause: only what follows on the item is stated of it. */
const OF_SPEAKER =
  /^(?:(?:and|or|so|but|then|well|still|though|since|because|as|if|when|given)[,:]? )*(?:i|i'd|i'll|i'm|i've|we|we'd|we've|you(?! (?:can|could|may|won't|will|never|needn't)\b)|you'd|you've|you're|your|for|personally|with|whether|what|which|whichever|how|where|while|whereas|in (?:metric|short|all|fact|other words)|that's (?:why|because|where|what))\b/;
const PRONOUN_SUBJECT =
  /\b(?:it|they|this|these|those|that|both|each|(?:this|that|the first|the second|the third|the other|the last) (?:one|pack|bike|item))(?:'s|'re|'ll|'d)? (?!you\b|i\b|we\b|to\b)|\bits? \w/;
const PREDICATE_AFTER =
  /^(?:'s)?,\s+(?:an? |the |which |who )|^(?:'s)?\s+(?:also |even |really |only |just |still |certainly |already |both )?(?:is|isn't|are|aren't|was|has|hasn't|have|can|can't|will|won't|does|doesn't|\w+s|\w+ed|made|built|kept|held)\b/;

export const checkFeatures: Check = (reading, support) =>
  reading.clauses.flatMap((clause) => {
    if (clause.kind !== "assertion" && clause.kind !== "talk") return [];
    const from = clause.kind === "assertion" ? predicateStart(clause, reading) : clause.end;
    return [
      ...unsupportedFeatures(clause, from, reading, support),
      ...unsupportedWords(clause, from, reading, support),
      ...wrongMaterials(clause, reading),
    ];
  });

/**
 * Where the clause begins to state something about an item: at a pronoun or a title that a verb follows, at one of its
 * parts ("the straps are", "its zips"), or at once where the clause goes on with the subject before it.
 */
function predicateStart(clause: Clause, reading: Reading): number {
  const bare = clause.text.replace(/^[,;:.!?\s-]+/, "");
  if (
    clause.quantifier !== null ||
    CONTINUATION.test(bare) ||
    PART_OR_FRAGMENT.test(bare) ||
    BRINGS.test(bare)
  )
    return clause.start;
  if (!OF_SPEAKER.test(bare)) return clause.start;
  const opening = PART_SUBJECT.exec(clause.text);
  if (opening !== null) return clause.start + opening.index;
  const pronoun = PRONOUN_SUBJECT.exec(clause.text);
  const titled = reading.mentions
    .filter((mention) => mention.start >= clause.start && mention.end <= clause.end)
    .find((mention) => PREDICATE_AFTER.test(clause.text.slice(mention.end - clause.start)));
  const starts = [pronoun === null ? clause.end : clause.start + pronoun.index, titled?.end ?? clause.end];
  return Math.min(...starts);
}

function unsupportedWords(clause: Clause, from: number, reading: Reading, support: Support): Finding[] {
  const found = wordsWithout(clause, from, reading, support);
  const [only] = found;
  return found.length === 1 && only !== undefined && isMannerOfKnown(only, clause) ? [] : found;
}

/**
 * "It squeezes in under $1,500", "packed in an aluminium tin": the one word without evidence is a verb, and what it
 * brings in is known. What is claimed stands in the object; the verb is a way of saying it.
 */
function isMannerOfKnown(finding: Finding, clause: Clause): boolean {
  const index = clause.tokens.findIndex(({ start }) => start === finding.start);
  const token = clause.tokens[index];
  const next = clause.tokens[index + 1];
  if (
    clause.quantifier !== null ||
    token === undefined ||
    next === undefined ||
    token.denied ||
    FEATURE_WORDS.has(token.stem)
  )
    return false;
  if (!/(?:[^s]s|ed|ing)$/.test(token.text) || !LEADS_ON.test(next.text)) return false;
  const after = clause.tokens.slice(index + 1);
  return (
    clause.quantities.some(({ start, kind }) => start > token.end && kind !== "count") ||
    after.some(
      ({ stem, text }) =>
        !NEUTRAL_WORDS.has(stem) &&
        !NEUTRAL_WORDS.has(text) &&
        clause.about.some((item) => item.affirmed.has(stem) && !item.title.includes(stem)),
    )
  );
}

const LEADS_ON = /^(?:in|into|onto|an?|the|its|on|at|out|up|down|under|from|with|by|to|about|around|over)$/;

function wordsWithout(clause: Clause, from: number, reading: Reading, support: Support): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (token.start < from || isExcused(token, clause, reading, support)) return [];
    const about = subjectsOf(token, clause, reading);
    const holds = holdsIn(token, index, clause, support);
    const isThere = (item: ItemFacts) =>
      holds(item) && !(isNotAtHand(item, token, index, clause) && isSaidAtHand(token, clause));
    if (isHeld(token, clause, reading, isThere)) return [];
    if (isOtherMaterial(token, index, clause, reading)) return [];
    if (isInReview(token, index, clause, reading, support)) return [];
    // "A 36 cm strip": what has the measure is named by its place.
    if (
      !FEATURE_WORDS.has(token.stem) &&
      clause.quantities.some(({ kind, end }) => kind === "measure" && token.start === end + 1)
    )
      return [];
    if (CONTAINERS.has(token.stem) && clause.quantities.some(isContent)) return [];
    if (isOtherItem(token, index, clause, support) || isChoiceOf(token, index, clause, support)) return [];
    if (isLessSo(token, support) || isBackedByFigure(token, reading)) return [];
    // What the shopper wants may be named beside what the item is: "for your commute", "since you ride in rain".
    if (!FEATURE_WORDS.has(token.stem) && support.said.has(token.stem) && !token.denied) return [];
    if (
      retoldIn(clause, reading, support.reviews).length === 0 &&
      isAside(token, index, clause, reading, about)
    )
      return [];
    return [refusal(token, about)];
  });
}

/** "The guitar plus tuner", "rather than trousers": the last word of another item's title, beside a word that joins or parts. */
function isOtherItem(token: Token, index: number, clause: Clause, support: Support): boolean {
  return (
    support.items.length > 1 &&
    (JOINS.test(clause.tokens[index - 1]?.text ?? "") || TOTALS.test(clause.text)) &&
    support.items.some(({ title }) => title.at(-1) === token.stem)
  );
}

/** "The small one", "in medium": a size that is written as a letter or a measure. */
function isChoiceOf(token: Token, index: number, clause: Clause, { items }: Support): boolean {
  const { text } = token;
  // "In teal, but not cream": what is to be had is judged with the stock.
  const isOption = (item: ItemFacts) =>
    item.product.variants.some(({ options }) =>
      options.some(({ value }) =>
        value
          .toLowerCase()
          .split(/[^\p{L}\d]+/u)
          .includes(text),
      ),
    );
  const isPriced = items.length > 1 && clause.quantities.some(({ kind }) => kind === "money");
  if ((token.denied || isPriced) && items.some(isOption)) return true;
  if (/^(?:fit|fits|size)$/.test(clause.tokens[index + 1]?.text ?? "")) return false;
  return (
    SIZE_WORDS.test(text) &&
    items.some(({ choices }) =>
      [...choices].some(([name, count]) => count > 1 && /size|length|volume|capac|width/.test(name)),
    )
  );
}

const SIZE_WORDS = /^(?:small|smaller|medium|mid|large|larger|big|bigger|regular|short|long)$/;

/** "Richer", "for oilier skin": more of what one of two rows says and the other does not. */
export function isLessSo({ text, denied }: Token, { items }: Support): boolean {
  if (denied || items.length < 2 || !/er$/.test(text)) return false;
  const base = text.replace(/i?er$/, "");
  if (isColour(stemOf(base))) return false;
  const bases = [base, `${base}y`, `${base}e`, base.replace(/(.)\1$/, "$1")].map(stemOf);
  const so = items.filter(({ affirmed }) => bases.some((stem) => affirmed.has(stem)));
  return so.length > 0 && so.length < items.length;
}

const TOTALS = /\b(?:together|total|plus|altogether|combined)\b/;
const JOINS = /^(?:plus|and|or|than|versus|vs|over|from|to|of|the)$/;

/** What is said to come with an item; its row may hold it and say that it costs extra. */
const SUPPLIES =
  /\b(?:comes? with|comes? in|includes?|includ(?:ed|ing)|supplied|in the box|thrown in|along with|(?:is|are) part of the (?:package|set|deal|bundle|kit)|(?:there's|you get) an?)\b(?!.*\b(?:separately|extra|optional)\b)/;

/** Sold apart, or named before another noun only: "leash points". */
function isNotAtHand(item: ItemFacts, token: Token, index: number, clause: Clause): boolean {
  return item.apart.has(token.stem) || (item.modifiers.has(token.text) && isHead(index, clause));
}

/** Whether the clause says that it comes along, or shows it at work. */
function isSaidAtHand(token: Token, clause: Clause): boolean {
  if (token.denied || clause.quantifier === "none") return false;
  const isSupplied = SUPPLIES.test(clause.text) && !NOT_SUPPLIED.test(clause.text);
  return isSupplied || isPartAtHand(token, clause);
}

/** "The padlock isn't included": what denies stands after it. */
const NOT_SUPPLIED = /^[^,;]*(?:n't|\bnot) (?:\w+ )?(?:included|supplied|part)\b/;

/** "The rack on the back carries …": what is said to be there and at work. */
function isPartAtHand(token: Token, clause: Clause): boolean {
  const before = clause.text.slice(0, token.start - clause.start);
  return (
    /^[\s,;]*(?:and )?(?:the|its|their) (?:[\w-]+ ){0,2}$/.test(before) &&
    /^(?: (?:in|on|at|of) [\w ]+?)? (?!is\b|are\b|isn't|aren't|was\b|comes?\b|costs?\b|and\b|or\b|needs?\b)[a-z]{2,}s\b/.test(
      clause.text.slice(token.end - clause.start),
    ) &&
    !/\b(?:separately|extra|optional|sold|add|not|would|could)\b|n't\b/.test(clause.text)
  );
}

/** "A leash", but not "a leash point". */
function isHead(index: number, clause: Clause): boolean {
  const [token, next] = [clause.tokens[index], clause.tokens[index + 1]];
  return (
    token !== undefined &&
    (next === undefined ||
      NEUTRAL_WORDS.has(next.stem) ||
      NEUTRAL_WORDS.has(next.text) ||
      !/^[ -]$/.test(clause.text.slice(token.end - clause.start, next.start - clause.start)))
  );
}

function unsupportedFeatures(clause: Clause, to: number, reading: Reading, support: Support): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (token.start >= to || !FEATURE_WORDS.has(token.stem) || isExcused(token, clause, reading, support))
      return [];
    if (support.said.has(token.stem) || isInReview(token, index, clause, reading, support)) return [];
    if (support.items.some(holdsIn(token, index, clause, support))) return [];
    return [refusal(token, support.items)];
  });
}

/** "Teo found it bright": what a reviewer is said to say stands in that reviewer's words. */
function isInReview(
  token: Token,
  index: number,
  clause: Clause,
  reading: Reading,
  support: Support,
): boolean {
  const word = inPlace(token, index, clause);
  // "Had no use for the manual" retells "the manual was useless": how well it does is judged with the reviews.
  return retoldIn(clause, reading, support.reviews).some(
    ({ facts }) =>
      rowHolds(facts, word) ||
      (token.denied && rowHolds(facts, { ...word, token: { ...token, denied: false } })),
  );
}

/** "Neither has wheels" is borne out by rows that deny them, or that hold something else in their place. */
function holdsIn(
  token: Token,
  index: number,
  clause: Clause,
  support: Support,
): (item: ItemFacts) => boolean {
  const isDenial = clause.quantifier === "none";
  const word = inPlace(isDenial ? { ...token, denied: true } : token, index, clause);
  return (item) => (word.token.denied ? isDenialHeld(item, word, clause, support) : rowHolds(item, word));
}

/** "It is waterproof" with nothing after it that the word could belong to. */
const COPULA_BEFORE =
  /(?:\b(?:is|are|was|were|be)|'s|'re)(?: (?:both|all|also|fully|completely|really|even|still|not|\w+ly|\w+ and))*\s+$/;
const ENDS_AFTER =
  /^\s*(?:$|[,.;:!?]|(?:and|but|or|too|as well|so|which|while|because|since|for|in|enough)\b)/;

function inPlace(token: Token, index: number, clause: Clause): WordInPlace {
  return {
    token,
    before: clause.tokens[index - 1],
    after: clause.tokens[index + 1],
    isPredicate:
      COPULA_BEFORE.test(clause.text.slice(0, token.start - clause.start)) &&
      ENDS_AFTER.test(clause.text.slice(token.end - clause.start)),
  };
}

/** "The bottle holds 30 ml": what holds a measure needs no evidence beside the measure's. */
const CONTAINERS = new Set(
  [
    "bottle",
    "tube",
    "tin",
    "jar",
    "can",
    "box",
    "pouch",
    "bag",
    "pack",
    "packet",
    "tank",
    "bin",
    "cup",
    "sachet",
    "carton",
    "tub",
    "bar",
  ].map(stemOf),
);

function isContent(quantity: Clause["quantities"][number]): boolean {
  return quantity.kind === "measure" && (quantity.dimension === "volume" || quantity.dimension === "weight");
}
