/** Numbers with units, and things counted. */
import type { Check, Finding } from "../finding.ts";
import type { FactMeasure, ItemFacts } from "../item-facts.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import type { Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";

type Measure = Extract<Quantity, { kind: "measure" }>;
type Count = Extract<Quantity, { kind: "count" }>;

const HEDGE =
  /\b(?:about|around|roughly|approximately|nearly|almost|close to|some|just under|just over|circa|approx\.?)\s+$/;
const AT_MOST =
  /\b(?:under|below|less than|within|at most|no more than|lighter than|shorter than|smaller than)\s+(?:your |the |a )?$/;
const AT_LEAST =
  /\b(?:over|above|more than|at least|beyond|heavier than|longer than|larger than|bigger than)\s+(?:your |the |a )?$/;
const DIFFERENCE =
  /\b(?:lighter|heavier|longer|shorter|taller|wider|narrower|thinner|thicker|smaller|bigger|larger|more|less|extra|difference|faster|slower|apart)\b/;
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
const RATING_NOUNS = new Set(stemsOf("star review rating reviewer customer buyer people person"));
const ORDINAL_BEFORE =
  /\b(?:number|no\.?|option|pick|card|item|question|step|the|these|those|all|other|first|last|top|my|our|between|both)\s+$/;

/** What a verb measures: nothing weighs 40 mm. */
const VERB_DIMENSIONS: [RegExp, string][] = [
  [/\bweigh(?:s|ing|ed)?(?: in)?(?: (?:at|only|just|about|around|roughly))*\s+$/, "weight"],
];

const AGAINST = /\b(?:against|versus|vs\.?|compared (?:to|with)|instead of|rather than)\s+(?:the |an? )?$/;

export const checkQuantities: Check = (reading, support) =>
  reading.clauses.flatMap((clause) =>
    clause.quantities.flatMap((quantity) => {
      if (quantity.kind === "measure") return checkMeasure(quantity, clause, reading, support);
      return quantity.kind === "count" ? checkCount(quantity, clause, reading, support) : [];
    }),
  );

function checkMeasure(measure: Measure, clause: Clause, reading: Reading, support: Support): Finding[] {
  const before = clause.text.slice(0, measure.start - clause.start);
  const around = clause.text.slice(
    Math.max(0, measure.start - clause.start - 24),
    measure.end - clause.start + 18,
  );
  const about = subjectsOf(measure, clause, reading);
  if (clause.kind !== "assertion" && wasHeard(measure, support)) return [];
  if (isTalkTime(measure, clause)) return [];
  // "The Ridgeline 45 in slate grey": the number belongs to the name, and what follows is no unit.
  if (
    reading.mentions.some(
      ({ start, end }) => start <= measure.start && measure.start < end && end < measure.end,
    )
  )
    return [];
  const wanted = VERB_DIMENSIONS.find(([verb]) => verb.test(before.slice(-30)))?.[1];
  const isOfVerb = wanted === undefined || wanted === measure.dimension;
  const isItsMeasure = (item: ItemFacts) =>
    isOfVerb && holdsMeasure(measure, item, clause, HEDGE.test(before));
  const alone = clause.quantities.filter(({ kind }) => kind === "measure").length === 1;
  if (alone ? isHeld(measure, clause, reading, isItsMeasure) : about.some(isItsMeasure)) return [];
  // "For a two-day hike": the shopper's own plan, not the item's measure.
  if (/\b(?:for|on|during|over) (?:an?|your|the|that|those)\s$/.test(before) && wasHeard(measure, support))
    return [];
  // "…, against 120 lm" is said of the item on the other side of the comparison.
  if (AGAINST.test(before) && support.items.some((item) => holdsMeasure(measure, item, clause, false)))
    return [];
  if (about.length > 0 && isBounded(measure, before, about)) return [];
  if (DIFFERENCE.test(around) && isDifference(measure, support)) return [];
  if (
    isOfVerb &&
    about.some((item) => item.affirmed.has(reading.normal.lower.slice(measure.start, measure.end)))
  )
    return [];
  return [
    {
      type: "unsupported",
      start: measure.start,
      end: measure.end,
      why: "a measure that the items do not have",
    },
  ];
}

/** "Give me two minutes" is about the talk, not about an item. */
function isTalkTime(measure: Measure, clause: Clause): boolean {
  return (
    measure.dimension === "time" && measure.spelled && (clause.kind === "offer" || clause.kind === "question")
  );
}

/** Where an attribute that the item has in this dimension is named beside the measure, the value must be that attribute's. */
function holdsMeasure(measure: Measure, item: ItemFacts, clause: Clause, hedged: boolean): boolean {
  const alike = item.measures.filter(
    (fact) => fact.dimension === measure.dimension || isDegrees(measure, fact.dimension),
  );
  const beside = wordsBeside(measure, clause);
  const meant = alike.filter(
    (fact) =>
      fact.attribute !== null &&
      fact.attribute.length > 0 &&
      fact.attribute.every((stem) => beside.has(stem)),
  );
  return (meant.length > 0 ? meant : alike).some((fact) =>
    measure.values.some((value) => isSameMeasure(value, measure, fact, hedged)),
  );
}

/** "30 degrees" may be of an angle or of warmth. */
function isDegrees({ dimension, factor }: Measure, other: string): boolean {
  return dimension === "angle" && factor === 1 && (other === "temperature" || other === "fahrenheit");
}

/** Written in the row's own unit a value is exact; converted, it may be rounded to what was written. */
function isSameMeasure(value: number, measure: Measure, fact: FactMeasure, hedged: boolean): boolean {
  const size = Math.abs(fact.value);
  const converted =
    fact.factor === measure.factor
      ? 1e-6 * size
      : Math.max(Math.min(measure.grain / 2, size * 0.03), size * 0.005);
  return (
    Math.abs(value * measure.factor - fact.value) <=
    (hedged ? Math.max(converted, size * 0.05) : converted) + 1e-9
  );
}

/** The words that go with one measure of several: up to the last "and", "with" or comma before it, and "of …" after it. */
function wordsBeside(measure: Measure, clause: Clause): ReadonlySet<string> {
  const before =
    clause.text
      .slice(0, measure.start - clause.start)
      .split(/,|\b(?:and|with|plus|or)\b/)
      .at(-1) ?? "";
  const after =
    clause.text.slice(measure.end - clause.start).split(/[,\d]|\b(?:and|with|plus|or)\b/)[0] ?? "";
  return new Set(stemsOf(`${before} ${after}`));
}

function isBounded(measure: Measure, before: string, about: readonly ItemFacts[]): boolean {
  const upper = AT_MOST.test(before);
  if (!upper && !AT_LEAST.test(before)) return false;
  return about.every((item) => {
    const alike = item.measures.filter((fact) => fact.dimension === measure.dimension);
    return (
      alike.length > 0 &&
      alike.every((fact) =>
        measure.values.some((value) =>
          upper ? fact.value < value * measure.factor : fact.value > value * measure.factor,
        ),
      )
    );
  });
}

function isDifference(measure: Measure, support: Support): boolean {
  const isStated = (size: number) =>
    measure.values.some(
      (value) => Math.abs(size - value * measure.factor) <= Math.min(measure.grain / 2, size * 0.05) + 1e-9,
    );
  const claimed = support.differences.some(
    (known) =>
      known.kind === "measure" &&
      known.dimension === measure.dimension &&
      known.values.some((value) => isStated(value * known.factor)),
  );
  const facts = support.items.map((item) =>
    item.measures.filter((fact) => fact.dimension === measure.dimension),
  );
  return (
    claimed ||
    facts.some((own, index) =>
      facts.some(
        (others, other) =>
          other !== index && own.some((a) => others.some((b) => isStated(Math.abs(a.value - b.value)))),
      ),
    )
  );
}

function wasHeard(quantity: Quantity, support: Support): boolean {
  return support.saidQuantities.some((heard) =>
    heard.values.some((value) => quantity.values.includes(value)),
  );
}

function checkCount(count: Count, clause: Clause, reading: Reading, support: Support): Finding[] {
  const before = clause.text.slice(0, count.start - clause.start);
  if (clause.kind === "absence" || isRating(count, before) || isPronoun(count)) return [];
  if (clause.kind !== "assertion" && wasHeard(count, support)) return [];
  const alone = clause.quantities.filter((other) => other.kind === "count" && !isPronoun(other)).length === 1;
  const isItsCount = (item: ItemFacts) => countsIn(item, count);
  if (
    alone ? isHeld(count, clause, reading, isItsCount) : subjectsOf(count, clause, reading).some(isItsCount)
  )
    return [];
  // Judged as a proportion.
  if (/^ times (?:as|the|more|that|\w+er)\b/.test(clause.text.slice(count.end - clause.start))) return [];
  if (isElided(count, reading, support)) return [];
  if (isKnownRating(count, reading, support) || isPlanOfShopper(count, support)) return [];
  if (isOfTalk(count, clause, before, support) || isOfSearch(count, clause, support)) return [];
  return [{ type: "unsupported", start: count.start, end: count.end, why: "a number that nothing supports" }];
}

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
  /(?:\b(?:against|versus|vs\.?|to|and|at|only|just|with|has|holds?|weighs?|compared (?:to|with)|the [\p{L}\d -]{1,40}?)) (?:only |just )?$/u;

/** "The ratings are close: 4.6 against 4.1." */
function isKnownRating(count: Count, reading: Reading, support: Support): boolean {
  return (
    /\b(?:rat(?:ed|ing|ings|es)|stars?|average)\b/.test(reading.normal.lower) &&
    support.items.some(({ product }) => count.values.some((value) => value === product.rating?.value))
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

/** Steps, questions, and the things on the table. */
function isOfTalk(count: Count, clause: Clause, before: string, support: Support): boolean {
  const value = count.values[0] ?? 0;
  const [noun = ""] = count.nouns;
  if (count.spelled && value <= 5 && (TALK_NOUNS.has(noun) || clause.kind === "question")) return true;
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
  const ofItem =
    clause.named.length > 0 ||
    /\b(?:it|they) (?:has|have|comes?|holds?|offers?|features?|includes?)\b/.test(clause.text);
  return !ofItem && count.values.some((value) => support.counts.has(value));
}

/** "Two jackets" of two jackets. */
function isKindOf(item: ItemFacts, noun: string): boolean {
  return (
    item.title.includes(noun) || item.product.categories.some((category) => stemsOf(category).includes(noun))
  );
}

/** Three pockets are two in front and one inside. */
function isSumOf(item: ItemFacts, value: number, noun: string | undefined): boolean {
  if (noun === undefined) return false;
  const parts = [...item.counts].filter(([, near]) => near.has(noun)).map(([part]) => part);
  return parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) === value;
}

/** The row counts the same things, or holds the number where no thing is named. */
function countsIn(item: ItemFacts, count: Count): boolean {
  return count.values.some((value) => {
    if (item.choices.get(count.nouns[0] ?? "") === value) return true;
    if (isSumOf(item, value, count.nouns[0])) return true;
    const near = item.counts.get(value);
    if (near === undefined) return false;
    return (
      count.nouns.length === 0 || !count.spelled || count.nouns.slice(0, 2).some((noun) => near.has(noun))
    );
  });
}
