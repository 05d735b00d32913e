/** Things counted: pockets, ports, the cards on the table. */
import type { Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { retoldIn } from "../retold.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { NEUTRAL_WORDS } from "../words/neutral-words.ts";
import { isDerivedFigure } from "./derived-figures.ts";

type Measure = Extract<Quantity, { kind: "measure" }>;
type Count = Extract<Quantity, { kind: "count" }>;

/** What a conversation counts: steps, questions, the things on the table. */
const TALK_NOUNS = new Set(
  stemsOf(
    "question thing reason step way minute moment second word detail point quick more of that last other job wish need worry purpose person people side brand priority concern goal use case condition idea world extreme approach",
  ),
);
const CARD_NOUNS = new Set(
  stemsOf(
    "option pick product item choice match result candidate model card bike one suggestion here alternative these of that",
  ),
);
/** "Since your son is two": the shopper's own. */
const OF_SHOPPER = /\byour $|\byour (?:\w+ ){1,3}(?:is|are|turns?|has|have|being)\s+(?:\w+ )?$/;
const PEOPLE_NOUNS = new Set(stemsOf("person people"));
const RATING_NOUNS = new Set(stemsOf("star review rating reviewer customer buyer people person"));
const ORDINAL_BEFORE =
  /\b(?:number|no\.?|option|pick|card|item|question|step|the|these|those|all|other|first|last|top|my|our|between|both)\s+$/;

export function checkCount(count: Count, clause: Clause, reading: Reading, support: Support): Finding[] {
  const before = clause.text.slice(0, count.start - clause.start);
  if (clause.kind === "absence" || isRating(count, before)) return [];
  if (isOfKindSearched(count, before, clause, support))
    return count.values.some((value) => support.counts.has(value)) ? [] : [notSupported(count)];
  if (isPronoun(count) && !isSingle(count, before, clause, reading)) return [];
  // "A night or two" is a turn of phrase.
  if (/\ban? \w+ or $/.test(before) && count.spelled) return [];
  if (isBesideTheItem(count, clause, reading) && wasHeard(count, support)) return [];
  if ((clause.kind !== "assertion" || OF_SHOPPER.test(before)) && wasHeard(count, support)) return [];
  const alone = clause.quantities.filter((other) => other.kind === "count" && !isPronoun(other)).length === 1;
  const isItsCount = (item: ItemFacts) => countsIn(item, count, before);
  if (
    alone ? isHeld(count, clause, reading, isItsCount) : subjectsOf(count, clause, reading).some(isItsCount)
  )
    return [];
  // "The size 44 rules everything out": the shopper's own wish, of which no item is said anything.
  if (reading.mentions.length === 0 && isWished(count, before, reading, support)) return [];
  // Judged as a proportion.
  if (/^ times (?:as|the|more|that|\w+er)\b/.test(clause.text.slice(count.end - clause.start))) return [];
  if (retoldIn(clause, reading, support.reviews).some(({ facts }) => countsIn(facts, count))) return [];
  if (isElided(count, reading, support)) return [];
  if (IS_GAP_AFTER.test(clause.text.slice(count.end - clause.start)) && isGap(count, clause, support))
    return [];
  // "Weighted keys matter more than 200 sounds": what is weighed against may be the other item's.
  if (WEIGHED_AGAINST.test(before) && support.items.some(isItsCount)) return [];
  if (isBeyond(count, clause, subjectsOf(count, clause, reading), before)) return [];
  if (isKnownRating(count, reading, support) || isPlanOfShopper(count, support)) return [];
  if (isOfTalk(count, clause, before, support) || isOfSearch(count, clause, support)) return [];
  const about = subjectsOf(count, clause, reading);
  if (isDerivedFigure({ figure: count, clause, reading, about, support })) return [];
  return [notSupported(count)];
}

function notSupported({ start, end }: Count): Finding {
  return { type: "unsupported", start, end, why: "a number that nothing supports" };
}

/** "There are 30 tents" where the plan has counted the tents: no other number can be theirs, wherever else it may stand. */
function isOfKindSearched({ end }: Count, before: string, clause: Clause, support: Support): boolean {
  if (!THERE_ARE.test(before) || clause.kind === "question") return false;
  const after = stemsOf(clause.text.slice(end - clause.start));
  return support.evidence.claims.some(({ statement }) => {
    if (statement.type !== "count") return false;
    const kind = stemsOf(statement.of);
    return kind.length > 0 && kind.every((stem, index) => after[index] === stem);
  });
}

const THERE_ARE =
  /\b(?:there(?:'s|'re| is| are| were)|we have|we sell|leaves|left with|out of|looked (?:at|through)|went through|down to|found)\s+(?:only |just |about |over |nearly |almost )?$/;

/** Judged with the reviews. */
function isRating({ nouns }: Count, before: string): boolean {
  return (
    RATING_NOUNS.has(nouns[0] ?? "") ||
    (nouns[0] === "out" && nouns[1] === "of") ||
    /\b(?:rat(?:ed|ing|es)|averag\w+|out of)\b[^,]{0,12}$/.test(before)
  );
}

/** "45 litres against 30", "the A refreshes at 165 Hz, the B at 60": the unit is not said twice. */
function isElided(count: Count, reading: Reading, support: Support): boolean {
  const said = reading.clauses.flatMap(({ quantities }) => quantities);
  const measures = said.filter(
    (other): other is Measure => other.kind === "measure" && other.start < count.start,
  );
  const before = reading.normal.lower.slice(0, count.start);
  if (!ELIDES.test(before)) return false;
  const last = measures.at(-1);
  return (
    last !== undefined &&
    support.items.some((item) =>
      item.measures.some(
        (fact) =>
          fact.dimension === last.dimension &&
          count.values.some((value) => Math.abs(fact.value - value * last.factor) <= fact.value * 1e-6),
      ),
    )
  );
}

const ELIDES =
  /(?:\b(?:against|versus|vs\.?|to|and|at|only|just|with|has|holds?|weighs?|compared (?:to|with)|instead of|rather than|down to|up from|the [\p{L}\d -]{1,40}?)) (?:only |just )?$/u;

/** "The ratings are close: 4.6 against 4.1." */
function isKnownRating(count: Count, reading: Reading, support: Support): boolean {
  return (
    /\b(?:rat(?:ed|ing|ings|es)|stars?|average|scores?)\b/.test(reading.normal.lower) &&
    support.items.some(({ product }) =>
      count.values.some((value) => value === product.rating?.value || value === product.rating?.count),
    )
  );
}

/** "For your two kids": number and noun are the shopper's own. */
function isPlanOfShopper(count: Count, support: Support): boolean {
  const [noun] = count.nouns;
  return noun !== undefined && support.said.has(noun) && wasHeard(count, support);
}

/** "The one", "one of these". */
function isPronoun(count: Count): boolean {
  return count.spelled && count.values[0] === 1;
}

/** "There's one door" of a tent with two. */
function isSingle(count: Count, before: string, clause: Clause, reading: Reading): boolean {
  const [noun] = count.nouns;
  return (
    noun !== undefined &&
    clause.kind === "assertion" &&
    /\b(?:there's|there is|has|have|includes?)(?: only| just)? $/.test(before) &&
    subjectsOf(count, clause, reading).some((item) => isCountedOtherwise(item, 1, noun, true))
  );
}

/** What stands before anything is said of an item is the shopper's own: "six miles each way", "for nights around 35". */
export function isBesideTheItem(quantity: Quantity, clause: Clause, reading: Reading): boolean {
  const before = clause.text.slice(0, quantity.start - clause.start);
  const isNamed = reading.mentions.some(({ start, end }) => start >= clause.start && end <= quantity.start);
  return (
    !isNamed && !/\b(?:it|its|it's|they|they're|this|that|these|those|both|each|the|one|which)\b/.test(before)
  );
}

/** Steps, questions, and the things on the table. */
function isOfTalk(count: Count, clause: Clause, before: string, support: Support): boolean {
  const value = count.values[0] ?? 0;
  const [noun = ""] = count.nouns;
  if (
    count.spelled &&
    value <= 5 &&
    (clause.kind === "question" ||
      (TALK_NOUNS.has(noun) && !(clause.kind === "assertion" && PEOPLE_NOUNS.has(noun))))
  )
    return true;
  if (clause.kind === "offer" && value <= 5) return true;
  return (
    value <= Math.max(support.items.length, 1) &&
    (noun === "" ||
      CARD_NOUNS.has(noun) ||
      support.items.every((item) => isKindOf(item, noun)) ||
      ORDINAL_BEFORE.test(before))
  );
}

/** A search's count is of products, never of an item's parts. */
function isOfSearch(count: Count, clause: Clause, support: Support): boolean {
  // "The cheapest of seven tents is the A": what was searched, not what the A has.
  const before = clause.text.slice(0, count.start - clause.start);
  const isRanked = /\b(?:\w+est|(?:most|least) \w+) of (?:the |these |all )*$/.test(before);
  const ofItem =
    (clause.named.length > 0 && !isRanked) ||
    /\b(?:it|they) (?:has|have|comes?|holds?|offers?|features?|includes?)\b/.test(clause.text);
  return !ofItem && count.values.some((value) => support.counts.has(value));
}

/** "Two jackets" of two jackets. */
function isKindOf(item: ItemFacts, noun: string): boolean {
  return (
    item.title.includes(noun) || item.product.categories.some((category) => stemsOf(category).includes(noun))
  );
}

/** Three pockets are two in front and one inside; two cameras, one on either side, are never counted at all. */
function isSumOf(item: ItemFacts, value: number, noun: string | undefined): boolean {
  if (noun === undefined) return false;
  const counted = item.phraseCounts.filter(({ near }) => near.has(noun)).map((part) => part.value);
  if (counted.length > 1) return counted.reduce((sum, part) => sum + part, 0) === value;
  const told = stemsOf(item.product.description).filter((stem) => stem === noun).length;
  return counted.length === 0 && told > 1 && told === value;
}

/** "You give up seven of the eight gears": what one of two items has more of. */
function isGap(count: Count, clause: Clause, support: Support): boolean {
  const nouns = clause.tokens.flatMap(({ start, stem }) =>
    start > count.end && !NEUTRAL_WORDS.has(stem) ? [stem] : [],
  );
  const known = support.items.flatMap((item) =>
    [...item.counts].filter(([, near]) => nouns.some((noun) => near.has(noun))).map(([value]) => value),
  );
  return count.values.some((value) => known.some((a) => known.some((b) => a - b === value && value > 0)));
}

const WEIGHED_AGAINST = /\b(?:than|over|against|versus|vs\.?|instead of|rather than)\s+(?:the |its )?$/;
const IS_GAP_AFTER = /^ (?:(?:of the|more|fewer|less|extra|additional)\b|\w+ (?:more|fewer|less|extra)\b)/;

/** "It won't seat eight" of a table for four to six. */
function isBeyond(count: Count, clause: Clause, items: readonly ItemFacts[], before: string): boolean {
  if (!DENIED_FIT.test(before)) return false;
  const words = stemsOf(clause.text);
  return (
    items.length > 0 &&
    items.every((item) => {
      const known = [...item.counts].filter(([, near]) =>
        words.some((stem) => stem.length > 3 && near.has(stem)),
      );
      return known.length > 0 && known.every(([value]) => count.values.every((stated) => stated > value));
    })
  );
}

/** A fit, a seat or a reach that is denied, up to the number. */
export const DENIED_FIT =
  /\b(?:won't|will not|can't|cannot|doesn't|does not|isn't|is not|don't|never|not) (?:\w+ ){0,4}$/;

/** "It sleeps three": the number must be of people. */
const SLEEPS = /\b(?:sleeps?|seats?)(?: up to)? $/;

function isRoomFor(item: ItemFacts, value: number): boolean {
  const near = item.counts.get(value);
  return (
    near !== undefined &&
    ["people", "person", "capac", "adult", "seat", "sleep", "guest", "for"].some((stem) => near.has(stem))
  );
}

/** The row counts the same things, or holds the number where no thing is named. */
function countsIn(item: ItemFacts, count: Count, before = ""): boolean {
  return count.values.some((value) => {
    if (SLEEPS.test(before) && !isRoomFor(item, value)) return false;
    if (item.choices.get(count.nouns[0] ?? "") === value) return true;
    if (isSumOf(item, value, count.nouns[0])) return true;
    const near = item.counts.get(value);
    if (near === undefined || isCountedOtherwise(item, value, count.nouns[0])) return false;
    return (
      count.nouns.length === 0 ||
      !count.spelled ||
      count.nouns.some((noun, at) => near.has(noun) && (at < 2 || !NEUTRAL_WORDS.has(noun)))
    );
  });
}

/** "48 animals" of a puzzle of 48 pieces with 21 animals: the row counts the same thing, and counts another number of it. */
function isCountedOtherwise(
  item: ItemFacts,
  value: number,
  noun: string | undefined,
  isThing = false,
): boolean {
  if (noun === undefined || (NEUTRAL_WORDS.has(noun) && !isThing)) return false;
  const counted = item.phraseCounts.filter(({ near }) => near.has(noun));
  return counted.length > 0 && !item.counts.get(value)?.has(noun);
}

/** Whether the shopper said this number. */
/** The number together with the word before it, as the shopper said it. */
function isWished(count: Count, before: string, reading: Reading, support: Support): boolean {
  const word = /\b([a-z]+) $/.exec(before)?.[1];
  return (
    word !== undefined &&
    support.saidTexts.some((said) =>
      said.includes(`${word} ${reading.normal.lower.slice(count.start, count.end)}`),
    )
  );
}

export function wasHeard(quantity: Quantity, support: Support): boolean {
  return support.saidQuantities.some((heard) =>
    heard.values.some((value) => quantity.values.includes(value)),
  );
}
