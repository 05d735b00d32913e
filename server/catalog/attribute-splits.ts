import type { AttributeSplit } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS } from "./facet-table.ts";
import type { FacetTally, TalliedAttribute, TalliedValue } from "./facet-tally.ts";

const MOST_VALUES = 8;
const LEAST_COVERAGE = 0.5;
const LEAST_GAIN = 0.01;
const MOST_SPLITS = 12;
/** Of more candidates every so-manieth is counted: shares are then known to within one or two hundredths. */
const COUNTED_MAX = 2_048;

/**
 * What each attribute would tell about which candidate is wanted, most informative first: the expected drop of the
 * entropy of `beliefs` (place by place beside `documents`, summing to one). An answer leaves the candidates that have the
 * value and those of which nothing is known, so an attribute that most lack is worth little; one that names nearly every
 * candidate differently is no question at all, and is left out.
 */
export function splitsOf(
  documents: ArrayLike<number>,
  beliefs: Float64Array,
  index: CatalogIndex,
  tally: FacetTally,
  asked: ReadonlySet<string>,
): AttributeSplit[] {
  if (documents.length < 2) return [];
  const sample = sampleOf(documents, beliefs);
  const counted = tally.of(sample.documents, sample.beliefs, LEAST_COVERAGE * sample.documents.length);
  const levels = new Set(CATEGORY_LEVELS.map(({ attribute }) => attribute));
  const splits = counted.flatMap((tallied) => {
    const attribute = index.facets.attributes[tallied.attribute] ?? "";
    const isLevel = levels.has(attribute);
    const name = isLevel ? "category" : attribute;
    if (asked.has(name) || name === "rating") return [];
    return splitOf(name, tallied, sample, (id) => index.facets.value(id).value) ?? [];
  });
  const price = asked.has("price") ? null : priceSplit(sample, index);
  return oneCategoryLevel(price === null ? splits : [...splits, price])
    .filter((split) => split.gain > LEAST_GAIN)
    .slice(0, MOST_SPLITS);
}

interface Sample {
  documents: ArrayLike<number>;
  beliefs: Float64Array;
  /** Candidates for each one that is counted. */
  standsFor: number;
}

function sampleOf(documents: ArrayLike<number>, beliefs: Float64Array): Sample {
  if (documents.length <= COUNTED_MAX) return { documents, beliefs, standsFor: 1 };
  const standsFor = documents.length / COUNTED_MAX;
  const places = Uint32Array.from({ length: COUNTED_MAX }, (_, at) => Math.floor(at * standsFor));
  const chosen = Float64Array.from(places, (place) => beliefs[place] ?? 0);
  const sum = chosen.reduce((total, belief) => total + belief, 0);
  return {
    documents: Uint32Array.from(places, (place) => documents[place] ?? 0),
    beliefs: chosen.map((belief) => belief / sum),
    standsFor,
  };
}

/** The level of the category tree that divides these candidates best stands for the tree. */
function oneCategoryLevel(splits: AttributeSplit[]): AttributeSplit[] {
  const sorted = splits.sort((one, other) => other.gain - one.gain);
  const best = sorted.find(({ attribute }) => attribute === "category");
  return sorted.filter((split) => split.attribute !== "category" || split === best);
}

type Mass = Omit<TalliedValue, "id">;

function splitOf(
  attribute: string,
  { having, values }: TalliedAttribute,
  sample: Sample,
  nameOf: (id: number) => string,
): AttributeSplit | null {
  if (values.length < 2) return null;
  values.sort((one, other) => other.count - one.count);
  const shown = values.slice(0, MOST_VALUES);
  const namesMost = shown.reduce((sum, { count }) => sum + count, 0) >= 0.5 * having.count;
  const tellsApart = values.length <= MOST_VALUES || values.length <= having.count / 2;
  if (!namesMost || !tellsApart) return null;
  return {
    attribute,
    values: shown.map(({ id, count }) => ({
      value: nameOf(id),
      count: Math.round(count * sample.standsFor),
    })),
    coverage: having.count / sample.documents.length,
    gain: gainOf(values, having, wholeOf(sample)),
  };
}

function wholeOf({ beliefs }: Sample): Mass {
  const whole = { count: beliefs.length, belief: 0, logBelief: 0 };
  for (const belief of beliefs) {
    whole.belief += belief;
    whole.logBelief += belief > 0 ? belief * Math.log2(belief) : 0;
  }
  return whole;
}

/**
 * Expected drop of entropy, each answer being as likely as those who have its value are believed to be wanted. Values that
 * are not shown are one answer together: "another one".
 */
function gainOf(values: readonly Mass[], having: Mass, whole: Mass): number {
  const rest = values.slice(MOST_VALUES);
  const answers = [...values.slice(0, MOST_VALUES), ...(rest.length > 0 ? [rest.reduce(together)] : [])];
  const all = answers.reduce((sum, { belief }) => sum + belief, 0);
  if (all <= 0) return 0;
  const unknown = {
    belief: Math.max(0, whole.belief - having.belief),
    logBelief: Math.min(0, whole.logBelief - having.logBelief),
  };
  const before = entropyOfMass(whole);
  return answers.reduce((gain, { belief, logBelief }) => {
    const left = { belief: belief + unknown.belief, logBelief: logBelief + unknown.logBelief };
    return gain + (belief / all) * Math.max(0, before - entropyOfMass(left));
  }, 0);
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

/** Up to four ranges between round prices near the quartiles. */
function priceSplit(sample: Sample, index: CatalogIndex): AttributeSplit | null {
  const { documents, beliefs } = sample;
  const priceOf = (at: number) => index.columns.prices[documents[at] ?? 0] ?? 0;
  const prices = Float64Array.from(beliefs, (_, at) => priceOf(at)).sort();
  const bounds = [
    ...new Set(
      [0.25, 0.5, 0.75].map((share) => roundPrice(prices[Math.floor(share * (prices.length - 1))] ?? 0)),
    ),
  ];
  if (documents.length < 4 || bounds.length === 0 || prices[0] === prices.at(-1)) return null;
  const money = moneyFormat(index.currency);
  const ranges = Array.from({ length: bounds.length + 1 }, (_, place) => ({
    value: rangeName(bounds[place - 1], bounds[place], money),
    count: 0,
    belief: 0,
    logBelief: 0,
  }));
  beliefs.forEach((belief, at) => {
    const above = bounds.findIndex((bound) => priceOf(at) < bound);
    const range = ranges[above < 0 ? bounds.length : above];
    if (range === undefined) return;
    range.count++;
    range.belief += belief;
    range.logBelief += belief > 0 ? belief * Math.log2(belief) : 0;
  });
  const offered = ranges.filter(({ count }) => count > 0);
  if (offered.length < 2) return null;
  const whole = wholeOf(sample);
  return {
    attribute: "price",
    values: offered.map(({ value, count }) => ({ value, count: Math.round(count * sample.standsFor) })),
    coverage: 1,
    gain: gainOf(offered, whole, whole),
  };
}

function rangeName(from: number | undefined, to: number | undefined, money: Intl.NumberFormat): string {
  if (from === undefined) return `under ${money.format(to ?? 0)}`;
  return to === undefined ? `${money.format(from)} and more` : `${money.format(from)} to ${money.format(to)}`;
}

/** 37.49 is "about 40", 1,287 "about 1,300": one digit, or two from the second power of ten. */
function roundPrice(price: number): number {
  if (price <= 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(price)) - (price >= 100 ? 1 : 0));
  return Math.max(1, Math.round(price / (step / 2)) * (step / 2));
}

function moneyFormat(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
    minimumFractionDigits: 0,
  });
}
