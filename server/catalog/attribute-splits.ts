import { convert } from "../dialogue/units.ts";
import type { Beliefs } from "./beliefs.ts";
import type { AttributeSplit } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS, type FacetTable } from "./facet-table.ts";
import type { FacetTally, Sample, TalliedAttribute, TalliedValue } from "./facet-tally.ts";
import { isSeldomShoppedBy } from "./facets/seldom-shopped-by.ts";
import { rangesOf } from "./facets/speak-ranges.ts";
import { priceRanges } from "./price-ranges.ts";

const MOST_VALUES = 8;
const LEAST_COVERAGE = 0.5;
const LEAST_GAIN = 0.01;
const MOST_SPLITS = 12;
/** Of more candidates every so-manieth is counted: shares are then known to within two hundredths. */
const COUNTED_MAX = 1_024;
/** How often one is drawn by belief then: what is gained is known to within some hundredths of a bit. */
const DRAWN = 512;
const LEVELS = CATEGORY_LEVELS.map(({ attribute }) => attribute);

/**
 * What each attribute would tell about which candidate is wanted, most informative first: the expected drop of the
 * entropy of `beliefs`, whose places are those in `documents`. An answer leaves the candidates that have the
 * value and those of which nothing is known, so an attribute that most lack is worth little; one that names nearly every
 * candidate differently is no question at all, and is left out.
 */
export function splitsOf(
  documents: ArrayLike<number>,
  beliefs: Beliefs,
  index: CatalogIndex,
  tally: FacetTally,
  asked: ReadonlySet<string>,
): AttributeSplit[] {
  if (documents.length < 2) return [];
  const sample = sampleOf(documents, beliefs);
  const whole = wholeOf(sample);
  const tallied = tally.of(sample, LEAST_COVERAGE * whole.count);
  const candidates = { whole, standsFor: documents.length / whole.count };
  const weights = weightsAmong(tallied, whole.count, index);
  const splits = tallied.flatMap((one) => {
    const attribute = index.facets.attributes[one.attribute] ?? "";
    const name = LEVELS.includes(attribute) ? "category" : attribute;
    if (asked.has(name) || name === "rating" || isSeldomShoppedBy(name)) return [];
    const answers = rangedAnswers(one, name, index.facets) ?? valueAnswers(one, index.facets);
    return splitOf(name, answers, one.having, candidates, weights.get(name) ?? weights.get(USUAL) ?? 1) ?? [];
  });
  const price = asked.has("price") ? null : priceSplit(sample, candidates, index);
  return oneCategoryLevel(price === null ? splits : [...splits, price])
    .filter((split) => split.gain > LEAST_GAIN)
    .slice(0, MOST_SPLITS);
}

/** All candidates together, and for how many of them each one that is counted stands. */
interface Candidates {
  whole: Mass;
  standsFor: number;
}

/**
 * All documents, or a sample of each kind: evenly spaced for how many have what, and by belief for who is wanted, for the
 * few likely ones among many candidates would be missed otherwise. A document drawn by belief stands for an equal share of
 * all belief, so that the mean of what is drawn is the expected value.
 */
function sampleOf(documents: ArrayLike<number>, beliefs: Beliefs): Sample {
  if (documents.length <= COUNTED_MAX) return everyOne(documents, beliefs);
  const sample = emptySample(COUNTED_MAX + DRAWN);
  for (let at = 0; at < COUNTED_MAX; at++) {
    sample.documents[at] = documents[Math.floor((at * documents.length) / COUNTED_MAX)] ?? 0;
    sample.counts[at] = 1;
  }
  let at = COUNTED_MAX;
  let passed = 0;
  for (let place = 0; place < documents.length && at < sample.documents.length; place++) {
    const belief = beliefs.at(place);
    passed += belief * DRAWN;
    for (; at < sample.documents.length && passed > at - COUNTED_MAX + 0.5; at++) {
      sample.documents[at] = documents[place] ?? 0;
      sample.beliefs[at] = 1 / DRAWN;
      sample.logBeliefs[at] = Math.log2(belief) / DRAWN;
    }
  }
  return sample;
}

function everyOne(documents: ArrayLike<number>, beliefs: Beliefs): Sample {
  const sample = emptySample(documents.length);
  sample.documents.set(documents);
  sample.counts.fill(1);
  for (let at = 0; at < documents.length; at++) {
    const belief = beliefs.at(at);
    sample.beliefs[at] = belief;
    sample.logBeliefs[at] = belief > 0 ? belief * Math.log2(belief) : 0;
  }
  return sample;
}

function emptySample(size: number): Sample {
  return {
    documents: new Uint32Array(size),
    counts: new Uint8Array(size),
    beliefs: new Float64Array(size),
    logBeliefs: new Float64Array(size),
  };
}

function wholeOf({ counts, beliefs, logBeliefs }: Sample): Mass {
  const sum = (numbers: Uint8Array | Float64Array) => {
    let all = 0;
    for (let at = 0; at < numbers.length; at++) all += numbers[at] ?? 0;
    return all;
  };
  return { count: sum(counts), belief: sum(beliefs), logBelief: sum(logBeliefs) };
}

const USUAL = "";
/** A category that so many of the candidates share says what people choose them by. */
const SHARED = 0.6;

/** By attribute, for the narrowest category that most candidates share; an attribute that is not named has the `USUAL` one. */
function weightsAmong(
  tallied: readonly TalliedAttribute[],
  counted: number,
  { facets, categoryFacets }: CatalogIndex,
): ReadonlyMap<string, number> {
  const shared = [...LEVELS].reverse().flatMap((level) => {
    const levelTally = tallied.find(({ attribute }) => facets.attributes[attribute] === level);
    const largest = levelTally?.values.reduce((one, other) => (other.count > one.count ? other : one));
    return largest && largest.count >= SHARED * counted ? [facets.value(largest.id).value] : [];
  });
  const known =
    [...shared, null].map((category) => categoryFacets.of(category)).find((own) => own.length > 0) ?? [];
  const highest = known.reduce((most, { weight }) => Math.max(most, weight), 0);
  if (highest === 0) return new Map([[USUAL, 1]]);
  const weights = new Map(known.map(({ attribute, weight }) => [attribute, weight / highest]));
  for (const name of ["category", "brand", "price"]) weights.set(name, 1);
  return weights.set(USUAL, LEAST_WEIGHT);
}
/** Of what nobody chooses by, as far as the catalog shows. */
const LEAST_WEIGHT = 0.1;

/** The level of the category tree that divides these candidates best stands for the tree. */
function oneCategoryLevel(splits: AttributeSplit[]): AttributeSplit[] {
  const sorted = splits.sort((one, other) => other.gain - one.gain);
  const best = sorted.find(({ attribute }) => attribute === "category");
  return sorted.filter((split) => split.attribute !== "category" || split === best);
}

type Mass = Omit<TalliedValue, "id">;
type Answer = Mass & { value: string };

/** Most frequent first; null when the values are too many or too rare to ask for. */
function valueAnswers({ having, values }: TalliedAttribute, facets: FacetTable): Answer[] | null {
  values.sort((one, other) => other.count - one.count);
  const named = values.slice(0, MOST_VALUES).reduce((sum, { count }) => sum + count, 0);
  const counted = values.filter(({ count }) => count > 0).length;
  const tellsApart = values.length <= MOST_VALUES || counted <= having.count / 2;
  if (named < 0.5 * having.count || !tellsApart) return null;
  return values.map(({ id, ...mass }) => ({ ...mass, value: facets.value(id).value }));
}

/** Low to high; null when the values are no numbers, or few enough to be named. */
function rangedAnswers(
  { having, values }: TalliedAttribute,
  name: string,
  facets: FacetTable,
): Answer[] | null {
  if (values.length <= MOST_VALUES) return null;
  const measured: (Mass & { number: number; unit: string | undefined })[] = [];
  for (const { id, count, belief, logBelief } of values) {
    const { number, unit } = facets.measureOf(id);
    if (!Number.isNaN(number)) measured.push({ count, belief, logBelief, number, unit });
  }
  const [first] = measured;
  const inNumbers = measured.reduce((sum, { count }) => sum + count, 0);
  if (first === undefined || measured.length <= MOST_VALUES || inNumbers < 0.8 * having.count) return null;
  const unit = first.unit ?? null;
  const numbers = measured.flatMap((one) => {
    const number = convert(one.number, one.unit, unit ?? undefined);
    return number === null ? [] : [{ ...one, number }];
  });
  const answers = rangesOf(oncePerProduct(numbers), unit, name).map(({ label, from, to }) => ({
    value: label,
    ...numbers.filter(({ number }) => number >= from && number < to).reduce<Mass>(together, NOTHING),
  }));
  return answers.length === 0 ? null : answers.filter(isGiven);
}

function oncePerProduct(numbers: readonly { number: number; count: number }[]): Float64Array {
  const each = new Float64Array(numbers.reduce((sum, { count }) => sum + count, 0));
  let filled = 0;
  for (const { number, count } of numbers) {
    each.fill(number, filled, filled + count);
    filled += count;
  }
  return each;
}

const NOTHING: Mass = { count: 0, belief: 0, logBelief: 0 };

function isGiven({ count, belief }: Mass): boolean {
  return count > 0 || belief > 0;
}

function splitOf(
  attribute: string,
  answers: readonly Answer[] | null,
  having: Mass,
  { whole, standsFor }: Candidates,
  weight: number,
): AttributeSplit | null {
  if (answers === null || answers.length < 2) return null;
  return {
    attribute,
    values: answers
      .slice(0, MOST_VALUES)
      .map(({ value, count }) => ({ value, count: Math.max(1, Math.round(count * standsFor)) })),
    coverage: having.count / whole.count,
    gain: gainOf(answers, having, whole),
    weight,
  };
}

/**
 * Expected drop of entropy, each answer being as likely as those who have its value are believed to be wanted. Values that
 * are not shown are one answer together: "another one".
 */
function gainOf(answers: readonly Mass[], having: Mass, whole: Mass): number {
  const rest = answers.slice(MOST_VALUES);
  const given = [...answers.slice(0, MOST_VALUES), ...(rest.length > 0 ? [rest.reduce(together)] : [])];
  const all = given.reduce((sum, { belief }) => sum + belief, 0);
  if (all <= 0) return 0;
  const unknown = {
    belief: Math.max(0, whole.belief - having.belief),
    logBelief: Math.min(0, whole.logBelief - having.logBelief),
  };
  const before = entropyOfMass(whole);
  const after = given.reduce((sum, { belief, logBelief }) => {
    const left = { belief: belief + unknown.belief, logBelief: logBelief + unknown.logBelief };
    return sum + (belief / all) * entropyOfMass(left);
  }, 0);
  // An answer that was little expected leaves more doubt than there was; left out of the mean, it would make rare values
  // seem worth asking for.
  return Math.max(0, before - after);
}

function together(one: Mass, other: Mass): Mass {
  return {
    count: one.count + other.count,
    belief: one.belief + other.belief,
    logBelief: one.logBelief + other.logBelief,
  };
}

/** Of beliefs b that sum to B, normalised: log B - (sum of b log b) / B. */
function entropyOfMass({ belief, logBelief }: Pick<Mass, "belief" | "logBelief">): number {
  return belief <= 0 ? 0 : Math.max(0, Math.log2(belief) - logBelief / belief);
}

function priceSplit(sample: Sample, candidates: Candidates, index: CatalogIndex): AttributeSplit | null {
  const { documents, counts, beliefs, logBeliefs } = sample;
  const prices = Float64Array.from(documents, (document) => index.columns.prices[document] ?? 0);
  const ranges = priceRanges(
    prices.filter((_, at) => counts[at] === 1),
    index.currency,
  );
  const answers = ranges.map(({ label }) => ({ value: label, ...NOTHING }));
  prices.forEach((price, at) => {
    const answer = answers[ranges.findIndex(({ to }) => price < to)];
    if (answer === undefined) return;
    answer.count += counts[at] ?? 0;
    answer.belief += beliefs[at] ?? 0;
    answer.logBelief += logBeliefs[at] ?? 0;
  });
  return splitOf("price", answers.filter(isGiven), candidates.whole, candidates, 1);
}
