/** Numbers with units. */
import { type Compared, claimedBetween, comparedBy } from "../compared-items.ts";
import type { Check, Finding } from "../finding.ts";
import type { FactMeasure, ItemFacts } from "../item-facts.ts";
import { normaliseLower } from "../normalise.ts";
import { type Quantity, readQuantities } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { retoldIn } from "../retold.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import { differenceOf, type Support } from "../support.ts";
import { stemsOf } from "../tokens.ts";
import { HEDGE_AFTER, HEDGE_BEFORE } from "../words/hedges.ts";
import { checkCount, DENIED_FIT, isBesideTheItem, wasHeard } from "./counts.ts";
import { isDerivedFigure } from "./derived-figures.ts";

type Measure = Extract<Quantity, { kind: "measure" }>;

const AT_MOST =
  /\b(?:under|below|less than|within|at most|no more than|lighter than|shorter than|smaller than)\s+(?:your |the |a )?$/;
const AT_LEAST =
  /\b(?:over|above|more than|at least|beyond|heavier than|longer than|larger than|bigger than)\s+(?:your |the |a )?$/;
/** "Your 50 cm", "flat roads, five miles a day": the shopper's own measures. */
const OF_SHOPPER =
  /\b(?:your|for (?:someone|somebody|anyone|a \w+) (?:who's|who is|of)|you said|you have|you need|you ride|so that's)\b[^.;]{0,20}$/;
const FOR_PLAN = /\b(?:for|on|during|over) (?:an?|your|the|that|those)\s(?:[a-z]+ ){0,2}$/;
const TO_SPARE = /^ (?:to spare|spare|left|of room|short|too (?:long|wide|deep|tall|heavy|big))\b/;
const DIFFERENCE =
  /\b(?:lighter|heavier|longer|shorter|taller|wider|narrower|thinner|thicker|smaller|bigger|larger|more|less|extra|difference|higher|lower|faster|slower|apart|separate[sd]?|gap|between)\b/;
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
  if ((clause.kind !== "assertion" || OF_SHOPPER.test(before)) && wasHeard(measure, support)) return [];
  if (isBesideTheItem(measure, clause, reading) && wasHeard(measure, support)) return [];
  if (isTalkTime(measure, clause)) return [];
  // "The Ridgeline 45 in slate grey": the number belongs to the name, and what follows is no unit.
  if (
    reading.mentions.some(
      ({ start, end, items }) =>
        start <= measure.start &&
        measure.start < end &&
        end < measure.end &&
        !items.some((item) => isMeasureOfName(measure, item, support.evidence.currency)),
    )
  )
    return [];
  const retold = retoldIn(clause, reading, support.reviews);
  if (retold.some(({ facts }) => holdsMeasure(measure, facts, clause, true))) return [];
  const wanted = VERB_DIMENSIONS.find(([verb]) => verb.test(before.slice(-30)))?.[1];
  const isOfVerb = wanted === undefined || wanted === measure.dimension;
  const isItsMeasure = (item: ItemFacts) =>
    isOfVerb &&
    holdsMeasure(
      measure,
      item,
      clause,
      HEDGE_BEFORE.test(before) || HEDGE_AFTER.test(clause.text.slice(measure.end - clause.start)),
    );
  const alone = clause.quantities.filter(({ kind }) => kind === "measure").length === 1;
  if (alone ? isHeld(measure, clause, reading, isItsMeasure) : about.some(isItsMeasure)) return [];
  // "For a two-day hike": the shopper's own plan, not the item's measure.
  if (FOR_PLAN.test(before) && wasHeard(measure, support)) return [];
  // "…, against 120 lm" is said of the item on the other side of the comparison.
  if (AGAINST.test(before) && support.items.some((item) => holdsMeasure(measure, item, clause, false)))
    return [];
  // "1.3 lb versus 14.8 lb for the B": the first is the other's.
  if (
    /^ (?:versus|vs\.?|against|compared (?:to|with)|as opposed to)\b/.test(
      clause.text.slice(measure.end - clause.start),
    ) &&
    support.items.some((item) => holdsMeasure(measure, item, clause, HEDGE_BEFORE.test(before)))
  )
    return [];
  if (about.length > 0 && isBounded(measure, before, clause, about)) return [];
  const compared = comparedBy(measure, clause, reading);
  if (DIFFERENCE.test(around) && isDifference(measure, support, compared)) return [];
  if (TO_SPARE.test(clause.text.slice(measure.end - clause.start)) && isSpared(measure, about, support))
    return [];
  if (
    isOfVerb &&
    about.some(
      (item) =>
        !item.measures.some(({ dimension }) => dimension === measure.dimension) &&
        item.affirmed.has(reading.normal.lower.slice(measure.start, measure.end)),
    )
  )
    return [];
  if (isOfVerb && isDerivedFigure({ figure: measure, clause, reading, about, support })) return [];
  return [
    {
      type: "unsupported",
      start: measure.start,
      end: measure.end,
      why: "a measure that the items do not have",
    },
  ];
}

/** "A 3000 mAh charger": the number of the name is of this kind itself, so that its unit matters. */
function isMeasureOfName(measure: Measure, { product }: ItemFacts, currency: string): boolean {
  return readQuantities(normaliseLower(product.title), currency).some(
    (known) =>
      known.kind === "measure" &&
      known.dimension === measure.dimension &&
      known.values.some((value) => measure.values.includes(value)),
  );
}

/** "Give me two minutes" is about the talk, not about an item. */
function isTalkTime(measure: Measure, clause: Clause): boolean {
  return (
    measure.dimension === "time" &&
    measure.spelled &&
    (clause.kind === "offer" || clause.kind === "question") &&
    !/\b(?:it|them) (?:on|in|for|within|by|after)\b/.test(clause.text)
  );
}

/** Where an attribute that the item has in this dimension is named beside the measure, the value must be that attribute's. */
function holdsMeasure(measure: Measure, item: ItemFacts, clause: Clause, hedged: boolean): boolean {
  const before = clause.text.slice(0, measure.start - clause.start);
  // "Over 7 kg" of what is for up to 7 kg.
  const isOtherWay = ({ limit }: FactMeasure) =>
    OF_LIMIT.test(before) &&
    ((limit === "most" && AT_LEAST.test(before)) || (limit === "least" && AT_MOST.test(before)));
  const alike = item.measures.filter(
    (fact) =>
      (fact.dimension === measure.dimension ||
        isDegrees(measure, fact.dimension) ||
        isFluid(measure, fact)) &&
      !isOtherWay(fact),
  );
  const beside = wordsBeside(measure, clause);
  const meant = alike.filter(
    (fact) =>
      fact.attribute !== null &&
      fact.attribute.length > 0 &&
      fact.attribute.every((stem) => beside.has(stem)),
  );
  const inRole = ofRole(alike, measure, clause);
  return (meant.length > 0 ? meant : closestIn(inRole, beside)).some((fact) =>
    measure.values.some((value) => isSameMeasure(value, measure, fact, hedged)),
  );
}

/** What a word beside the measure makes it the measure of: before it, after it, and the names of such attributes. */
const ROLES: { before: RegExp; after: RegExp; name: RegExp }[] = [
  {
    before: /\b(?:weigh(?:s|ing)?|weight)\b[^,]{0,20}$/,
    after: /^ (?:of weight|in weight|on the scales)\b/,
    name: /^(?!.*(?:max|load|carry|rider|user|capac|limit|baby|child|person)).*weight/,
  },
  {
    before: /\b(?:holds?|carr(?:y|ies)|supports?|takes?|bears?|loads?)\b[^,]{0,20}$/,
    after: /^ (?:of load|load|of weight|limit)\b/,
    name: /max|load|capac|limit|rider|user|carry|volume|person/,
  },
  {
    before: /\b(?:height|stands)\b[^,]{0,15}$/,
    after: /^[ -](?:tall|high|in height)\b/,
    name: /height|tall/,
  },
  { before: /\bwidth\b[^,]{0,15}$/, after: /^[ -](?:wide|across|in width)\b/, name: /width|wide|diameter/ },
  { before: /\bdepth\b[^,]{0,15}$/, after: /^[ -](?:deep|in depth)\b/, name: /depth|deep/ },
  { before: /\blength\b[^,]{0,15}$/, after: /^[ -](?:long|in length)\b/, name: /length|long|cable|cord/ },
];

/** Of the measures of one kind those that the words beside give this role to, and those that no attribute names. */
function ofRole(alike: readonly FactMeasure[], measure: Measure, clause: Clause): readonly FactMeasure[] {
  const before = clause.text.slice(0, measure.start - clause.start);
  const after = clause.text.slice(measure.end - clause.start);
  const role = ROLES.find((each) => each.after.test(after)) ?? ROLES.find((each) => each.before.test(before));
  if (role === undefined) return alike;
  const isOfRole = ({ attribute }: FactMeasure) => attribute !== null && role.name.test(attribute.join(" "));
  const others = ROLES.filter((each) => each !== role);
  const isOfOther = ({ attribute }: FactMeasure) =>
    attribute !== null && others.some(({ name }) => name.test(attribute.join(" ")));
  // What it may carry is not what it weighs, though no attribute says so.
  const isLoad = (fact: FactMeasure) => fact.limit !== null && role === ROLES[0];
  return alike.some(isOfRole)
    ? alike.filter((fact) => (fact.attribute === null && !isLoad(fact)) || isOfRole(fact))
    : alike.filter((fact) => !isOfOther(fact));
}

/** Of "a 5-megapixel front camera and an 8-megapixel rear camera" the measure that shares most words with what is said. */
function closestIn(alike: readonly FactMeasure[], beside: ReadonlySet<string>): readonly FactMeasure[] {
  const told = alike.filter(({ attribute }) => attribute === null);
  if (told.length < 2 || told.length < alike.length) return alike;
  const shared = told.map(({ near }) => [...beside].filter((stem) => near.has(stem)).length);
  const most = Math.max(...shared);
  return told.filter((_, index) => shared[index] === most);
}

/** "30 degrees" may be of an angle or of warmth. */
function isDegrees({ dimension, factor }: Measure, other: string): boolean {
  return dimension === "angle" && factor === 1 && (other === "temperature" || other === "fahrenheit");
}

/** A bottle of 8 oz holds fluid ounces. */
function isFluid({ dimension }: Measure, fact: FactMeasure): boolean {
  return dimension === "volume" && fact.dimension === "weight" && fact.factor === OUNCE && isCapacity(fact);
}

const OUNCE = 28.349523;
const MILLILITRES_OF_OUNCE = 29.5735;

function isCapacity({ attribute }: FactMeasure): boolean {
  return attribute !== null && /capac|volum|content/.test(attribute.join(" "));
}

/** Written in the row's own unit a value is exact; converted, it may be rounded to what was written. */
function isSameMeasure(value: number, measure: Measure, known: FactMeasure, hedged: boolean): boolean {
  const fact = isFluid(measure, known)
    ? { ...known, value: ((known.value / OUNCE) * MILLILITRES_OF_OUNCE) / 1000, factor: 0.001 }
    : known;
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

/** What follows is what the item takes at most or least. */
const OF_LIMIT = /\b(?:for|suits?|holds?|carr(?:y|ies)|takes?|supports?|fits?)\b[^,;]{0,30}$/;
const FOR_USER = /\b(?:for|suits?) [a-z]+ (?:under|below|over|above|up to|of less than|of more than) $/;

function isBounded(measure: Measure, before: string, clause: Clause, about: readonly ItemFacts[]): boolean {
  const isNot = clause.quantifier === "none" || /\b(?:not|never|no)\b|n't\b/.test(before);
  const least = AT_LEAST.test(before) && !/\bno more than\s/.test(before);
  const upper = (AT_MOST.test(before) && !isNot) || (least && isNot) || DENIED_FIT.test(before);
  if (!upper && !least && !AT_MOST.test(before)) return false;
  return about.every((item) => {
    const all = item.measures.filter((fact) => fact.dimension === measure.dimension);
    // "Weighs less than eight pounds" of what may carry sixty.
    // "For dogs under 12 kg" is no bound of the item's own weight.
    if (FOR_USER.test(before) && !all.some(({ limit }) => limit !== null)) return false;
    if (least && !isNot && OF_LIMIT.test(before) && all.some(({ limit }) => limit === "most")) return false;
    const weights = /\bweigh/.test(before) ? all.filter(({ attribute }) => isOwnWeight(attribute)) : [];
    const alike = weights.length > 0 ? weights : all;
    return (
      alike.length > 0 &&
      alike.every((fact) =>
        measure.values.some((value) =>
          upper ? fact.value <= value * measure.factor : fact.value >= value * measure.factor,
        ),
      )
    );
  });
}

function isOwnWeight(attribute: readonly string[] | null): boolean {
  const name = attribute?.join(" ") ?? "";
  return /weight/.test(name) && !/max|load|carry|rider|user|capac|limit|baby|child|person/.test(name);
}

/** Between a measure that the shopper gave and the item's. */
function isSpared(measure: Measure, about: readonly ItemFacts[], support: Support): boolean {
  return support.saidQuantities.some(
    (said) =>
      said.kind === "measure" &&
      said.dimension === measure.dimension &&
      about.some((item) =>
        item.measures.some((fact) =>
          measure.values.some(
            (value) =>
              fact.dimension === measure.dimension &&
              said.values.some(
                (limit) =>
                  Math.abs(Math.abs(limit * said.factor - fact.value) - value * measure.factor) <=
                  measure.grain * 0.01,
              ),
          ),
        ),
      ),
  );
}

/** Between the two that are named; else between any. What the plan claims of the two is all that holds between them. */
function isDifference(measure: Measure, support: Support, compared: Compared | null): boolean {
  const isStated = (size: number) =>
    measure.values.some(
      (value) => Math.abs(size - value * measure.factor) <= Math.min(measure.grain / 2, size * 0.05) + 1e-9,
    );
  const comparisons = compared ? claimedBetween(compared, support, () => true) : support.comparisons;
  const claimed = comparisons
    .flatMap((each) => differenceOf(each, support.evidence.currency))
    .flatMap((known) =>
      known.kind === "measure" && known.dimension === measure.dimension
        ? known.values.map((value) => value * known.factor)
        : [],
    );
  if (claimed.some(isStated)) return true;
  if (compared !== null && claimed.length > 0) return false;
  const alike = (item: ItemFacts) => item.measures.filter((fact) => fact.dimension === measure.dimension);
  const isApart = (a: ItemFacts, b: ItemFacts) =>
    (a !== b || alike(a).length > 1) &&
    alike(a).some((one) =>
      alike(b).some((other) => one !== other && isStated(Math.abs(one.value - other.value))),
    );
  const [first, second] = compared ? [compared.first, compared.second] : [support.items, support.items];
  return first.some((a) => second.some((b) => isApart(a, b)));
}
