/**
 * What is said of an item in words: materials, colours, capabilities, uses. In a clause that states something about an
 * item every content word needs evidence in the row, because no list could name everything that can be invented; in
 * other clauses only words that always state a fact do.
 */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { retoldIn } from "../retold.ts";
import { rowHolds, type WordInPlace } from "../row-holds.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemOf, type Token } from "../tokens.ts";
import { COMPARABLES, RANK_WORDS } from "../words/comparables.ts";
import { FEATURE_WORDS, isColour, isMaterial } from "../words/feature-words.ts";
import { BRINGS, CONTINUATION, PART_OR_FRAGMENT } from "../words/frames.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { SCALES, SMALL_NUMBERS } from "../words/number-words.ts";
import { UNITS } from "../words/units.ts";
import { isDenialHeld } from "./denials.ts";

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
    const isSupplied = SUPPLIES.test(clause.text) && !token.denied && clause.quantifier !== "none";
    const holds = holdsIn(token, index, clause, support);
    if (isHeld(token, clause, reading, (item) => holds(item) && !(isSupplied && item.apart.has(token.stem))))
      return [];
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
    if (isLessSo(token, support)) return [];
    // What the shopper wants may be named beside what the item is: "for your commute", "since you ride in rain".
    if (!FEATURE_WORDS.has(token.stem) && support.said.has(token.stem) && !token.denied) return [];
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

function unsupportedFeatures(clause: Clause, to: number, reading: Reading, support: Support): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (token.start >= to || !FEATURE_WORDS.has(token.stem) || isExcused(token, clause, reading, support))
      return [];
    if (support.said.has(token.stem) || isInReview(token, index, clause, reading, support)) return [];
    if (support.items.some(holdsIn(token, index, clause, support))) return [];
    return [refusal(token, support.items)];
  });
}

/** "On the small side" concedes. */
const ON_ITS_SIDE =
  /\bon the (?:\w+ )?(?:small|heavy|short|pric[ey]+|expensive|loud|warm|dark|stiff|thin|slow|narrow|high|low|large|big|plain|simple)(?:er)?$/;

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

/** "It depends on what you cook": the shopper's doing, not the item's. */
const DOING_OF_SHOPPER =
  /\b(?:what|how|where|when|whether|if|whatever|wherever|whenever|who|why|which|things|anything|everything) you(?:'re|'ll|'d|'ve)?\b[^,;]*$|\b(?:as|once|until|when|while) (?:he|she|they|your \w+)\b[^,;]*$/;

/** Words that other families have judged, or that state nothing. */
function isExcused(token: Token, clause: Clause, reading: Reading, support: Support): boolean {
  const isNeutral = NEUTRAL_WORDS.has(token.stem) || NEUTRAL_WORDS.has(token.text);
  if ((isNeutral && !isSubstance(token, clause)) || support.personaStems.has(token.stem)) return true;
  const before = clause.text.slice(0, token.start - clause.start);
  if (!FEATURE_WORDS.has(token.stem) && DOING_OF_SHOPPER.test(before)) return true;
  // "Half as heavy as" is judged as a proportion.
  if (/\b(?:half|twice|times|third|quarter) as $/.test(before)) return true;
  // "Switch between three colours": a choice, no switch.
  if (
    /^(?:switch|toggle)$/.test(token.text) &&
    /^ between\b/.test(clause.text.slice(token.end - clause.start))
  )
    return true;
  // The letter of "USB-C" or of a V-neck.
  if (token.text.length === 1) return true;
  if (
    ON_ITS_SIDE.test(clause.text.slice(0, token.end - clause.start)) &&
    /^ side\b/.test(clause.text.slice(token.end - clause.start))
  )
    return true;
  if (token.text.length > 2 && UNITS.has(token.text)) return true;
  if (/^\d/.test(token.text) && !/\p{L}/u.test(token.text)) return true;
  if (clause.quantities.some((quantity) => token.start >= quantity.start && token.end <= quantity.end))
    return true;
  if (reading.mentions.some((mention) => token.start >= mention.start && token.end <= mention.end))
    return true;
  return isRank(token, clause);
}

/** "A full list" says nothing, "full coverage" does; "a solid choice", but "solid oak". */
const STATED = new Set(["weighted", "unweighted"]);
const LOADED = new Set(["full", "hard", "solid"]);
/** "With that said", but "with a filter". */
const POSSESSED =
  /\b(?:with|has|have|includes?|including|plus)(?: (?:an?|two|three|its own|the))(?: [a-z]+){0,3} $/;
const THINGS = new Set("filter filters stand cover board guide case table window set".split(" "));
const TALK_COMPOUND =
  /^(?:trade-off|go-to|double-check|heads-up|run-of|stand-out|in-between|add-on|one-off|all-round|follow-up|well-known|mid-range|low-cost|long-term|must-have|no-brainer|so-called|like-minded|in-depth|up-to|back-up|side-by|by-side|to-do|day-to|to-day|every-day|best-fit|well-priced|well-matched|well-suited|(?:top|best|better|highest|higher|lower|lowest|well|highly)-rated)/;

/** Whether a word that states nothing by itself states something where it stands. */
function isSubstance(token: Token, clause: Clause): boolean {
  const next = clause.tokens[clause.tokens.indexOf(token) + 1];
  const after = clause.text.slice(token.end - clause.start);
  if (STATED.has(token.text)) return true;
  if (LOADED.has(token.text))
    return (
      next !== undefined &&
      !/^(?:charge|tank|load)/.test(next.text) &&
      /^ [a-z]/.test(after) &&
      (!NEUTRAL_WORDS.has(next.stem) || THINGS.has(next.text))
    );
  if (THINGS.has(token.text) && !/^ (?:for|to|of|against)\b/.test(after))
    return POSSESSED.test(clause.text.slice(0, token.start - clause.start));
  // "Over-ear": a compound of everyday words that is none of talk's own.
  return (
    next !== undefined &&
    /^-[a-z]/.test(after) &&
    token.text.length > 1 &&
    NEUTRAL_WORDS.has(next.stem) &&
    !isNumberWord(token.text) &&
    !isNumberWord(next.text) &&
    !TALK_COMPOUND.test(`${token.text}${after}`)
  );
}

const isNumberWord = (word: string): boolean =>
  word in SMALL_NUMBERS || word in SCALES || /^(?:half|third|quarter|first|second|last|top|\d.*)$/.test(word);

/** Comparatives and superlatives, judged among the rankings: "lighter", "more expensive". */
function isRank(token: Token, clause: Clause): boolean {
  const before = clause.tokens[clause.tokens.indexOf(token) - 1]?.text ?? "";
  if (/^(?:more|less|most|least)$/.test(before)) return COMPARABLES.has(token.text);
  if (RANK_WORDS.has(token.text)) return true;
  const base = token.text.replace(/i(?:er|est)$/, "y").replace(/(?:er|est)$/, "");
  if (base === token.text) return false;
  return [base, `${base}e`, base.replace(/(.)\1$/, "$1")].some((word) => COMPARABLES.has(word));
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

/** "The frame is carbon" of a bike whose fork is: a part is of the materials that the row gives it, where it gives any. */
function wrongMaterials(clause: Clause, reading: Reading): Finding[] {
  return clause.tokens.flatMap((token, index): Finding[] => {
    if (!isMaterial(token.stem) || token.denied) return [];
    const part = partOf(clause, index);
    if (part === null) return [];
    const isOther = (item: ItemFacts) => {
      const materials = item.partMaterials.get(part);
      return materials !== undefined && !materials.has(token.stem);
    };
    const about = subjectsOf(token, clause, reading);
    return about.length > 0 && about.every(isOther) ? [refusal(token, about)] : [];
  });
}

/** "The frame isn't carbon" of a frame that the row gives another material. */
function isOtherMaterial(token: Token, index: number, clause: Clause, reading: Reading): boolean {
  if (!token.denied || !isMaterial(token.stem)) return false;
  const part = partOf(clause, index);
  return (
    part !== null &&
    isHeld(token, clause, reading, (item) => {
      const materials = item.partMaterials.get(part);
      return materials !== undefined && !materials.has(token.stem);
    })
  );
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

/** "A carbon frame", "the frame is (made of) carbon". */
function partOf(clause: Clause, index: number): string | null {
  const material = clause.tokens[index];
  const next = clause.tokens[index + 1];
  if (material === undefined) return null;
  if (
    next !== undefined &&
    /^ $/.test(clause.text.slice(material.end - clause.start, next.start - clause.start))
  )
    if (!NEUTRAL_WORDS.has(next.stem) && !isMaterial(next.stem)) return next.stem;
  const subject =
    /(?:\b(?:the|its) |^\s*)([\w-]+)(?: (?:is|isn't|is not|are|aren't|are not|comes in)(?: (?:made|built|mostly|fully|entirely|itself))*(?: (?:of|from|in))?)? $/.exec(
      clause.text.slice(0, material.start - clause.start),
    );
  return subject === null ? null : stemOf(subject[1] ?? "");
}

function refusal(token: Token, about: readonly ItemFacts[]): Finding {
  const [only] = about;
  const where =
    about.length === 1 && only !== undefined ? `the listing of ${only.product.title}` : "any of its listings";
  return {
    type: "unsupported",
    start: token.start,
    end: token.end,
    why: `"${token.text}" ${token.denied ? "is not denied" : "does not stand"} in ${where}`,
  };
}
