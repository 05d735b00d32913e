/** Numbers with units, and things counted. */
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { subjectsOf } from "../subjects-of.ts";
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
    "question thing reason step way minute moment second word detail point quick more of that last other",
  ),
);
const CARD_NOUNS = new Set(
  stemsOf(
    "option pick product item choice match result candidate model card bike one suggestion here alternative these of that",
  ),
);
const ORDINAL_BEFORE =
  /\b(?:number|no\.?|option|pick|card|item|question|step|the|these|those|all|other|first|last|top|my|our|between|both)\s+$/;

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
    Math.max(0, measure.start - clause.start - 12),
    measure.end - clause.start + 18,
  );
  const about = subjectsOf(measure, clause, reading);
  if (clause.kind !== "assertion" && wasHeard(measure, support)) return [];
  if (isTalkTime(measure, clause)) return [];
  if (about.some((item) => holdsMeasure(measure, item, clause, HEDGE.test(before)))) return [];
  if (about.length > 0 && isBounded(measure, before, about)) return [];
  if (DIFFERENCE.test(around) && isDifference(measure, support.items)) return [];
  if (about.some((item) => item.affirmed.has(reading.normal.lower.slice(measure.start, measure.end))))
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

/** Where the clause names an attribute that the item has in this dimension, the value must be that attribute's. */
function holdsMeasure(measure: Measure, item: ItemFacts, clause: Clause, hedged: boolean): boolean {
  const alike = item.measures.filter((fact) => fact.dimension === measure.dimension);
  const stems = new Set(clause.tokens.map((token) => token.stem));
  const meant = alike.filter((fact) => fact.attribute?.every((stem) => stems.has(stem)));
  return (meant.length > 0 ? meant : alike).some((fact) =>
    measure.values.some((value) => {
      const stated = value * measure.factor;
      const converted =
        fact.factor === measure.factor
          ? 1e-6 * Math.abs(fact.value)
          : Math.max(measure.grain / 2, fact.value * 0.005);
      return (
        Math.abs(stated - fact.value) <= (hedged ? Math.max(converted, fact.value * 0.05) : converted) + 1e-9
      );
    }),
  );
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

function isDifference(measure: Measure, items: readonly ItemFacts[]): boolean {
  const facts = items.map((item) => item.measures.filter((fact) => fact.dimension === measure.dimension));
  return facts.some((own, index) =>
    facts.some(
      (others, other) =>
        other !== index &&
        own.some((a) =>
          others.some((b) =>
            measure.values.some(
              (value) =>
                Math.abs(Math.abs(a.value - b.value) - value * measure.factor) <= measure.grain / 2 + 1e-9,
            ),
          ),
        ),
    ),
  );
}

function wasHeard(quantity: Quantity, support: Support): boolean {
  return support.saidQuantities.some((heard) =>
    heard.values.some((value) => quantity.values.includes(value)),
  );
}

function checkCount(count: Count, clause: Clause, reading: Reading, support: Support): Finding[] {
  const value = count.values[0] ?? 0;
  const about = subjectsOf(count, clause, reading);
  const [noun = ""] = count.nouns;
  const before = clause.text.slice(0, count.start - clause.start);
  // "The one", "one of these": a pronoun.
  if (count.spelled && value === 1) return [];
  if (count.spelled && TALK_NOUNS.has(noun) && value <= 5) return [];
  if (clause.kind === "absence") return [];
  if (clause.kind !== "assertion" && wasHeard(count, support)) return [];
  if (about.some((item) => countsIn(item, count))) return [];
  if (clause.kind === "offer" && value <= 5) return [];
  if (
    support.counts.has(value) &&
    (CARD_NOUNS.has(noun) ||
      noun === "" ||
      ORDINAL_BEFORE.test(before) ||
      support.said.has(noun) ||
      !about.some((item) => item.affirmed.has(noun)))
  )
    return [];
  if (value <= support.items.length && (CARD_NOUNS.has(noun) || ORDINAL_BEFORE.test(before))) return [];
  if (clause.kind === "question" && count.spelled) return [];
  return [{ type: "unsupported", start: count.start, end: count.end, why: "a number that nothing supports" }];
}

/** The row counts the same things, or holds the number where no thing is named. */
function countsIn(item: ItemFacts, count: Count): boolean {
  return count.values.some((value) => {
    const near = item.counts.get(value);
    if (near === undefined) return false;
    return (
      count.nouns.length === 0 || !count.spelled || count.nouns.slice(0, 2).some((noun) => near.has(noun))
    );
  });
}
