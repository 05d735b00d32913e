import type { AttributeSplit } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS, type FacetTable } from "./facet-table.ts";

const MOST_VALUES = 8;
const LEAST_COVERAGE = 0.5;
const MOST_SPLITS = 12;

/**
 * What each attribute would tell about which candidate is wanted, most informative first. An answer leaves the candidates
 * that have the value and those of which nothing is known, so an attribute that most lack is worth little; one that names
 * nearly every candidate differently is no question at all, and is left out.
 */
export function splitsOf(
  documents: readonly number[],
  index: CatalogIndex,
  asked: ReadonlySet<string>,
): AttributeSplit[] {
  if (documents.length < 2) return [];
  const tallies = tallyFacets(documents, index.facets);
  const category = asked.has("category") ? null : categorySplit(tallies, documents.length);
  for (const name of [...asked, "rating", ...CATEGORY_LEVELS.map((level) => level.attribute)])
    tallies.delete(name);
  const splits = [...tallies].map(([attribute, tally]) => splitOf(attribute, tally, documents.length));
  const price = asked.has("price") ? null : priceSplit(documents, index);
  return [...splits, category, price]
    .filter((split) => split !== null)
    .filter((split) => split.gain > 0.01)
    .sort((one, other) => other.gain - one.gain)
    .slice(0, MOST_SPLITS);
}

interface Tally {
  /** Candidates that have the attribute. */
  having: number;
  values: { value: string; count: number }[];
}

/** Counts of values among the candidates, of those attributes that enough of the candidates have. */
function tallyFacets(documents: readonly number[], facets: FacetTable): Map<string, Tally> {
  const counts = new Uint32Array(facets.values.length);
  const having = new Uint32Array(facets.attributes.length);
  const met: number[] = [];
  for (const document of documents) {
    let last = -1;
    for (const id of facets.idsOf(document)) {
      if (counts[id] === 0) met.push(id);
      counts[id] = (counts[id] ?? 0) + 1;
      const attribute = facets.attributeOf[id] ?? 0;
      if (attribute !== last) having[attribute] = (having[attribute] ?? 0) + 1;
      last = attribute;
    }
  }
  const tallies = new Map<string, Tally>();
  for (const id of met) {
    const facet = facets.values[id];
    const held = having[facets.attributeOf[id] ?? 0] ?? 0;
    if (facet === undefined || held < LEAST_COVERAGE * documents.length) continue;
    const entry = { value: facet.value, count: counts[id] ?? 0 };
    const tally = tallies.get(facet.attribute);
    if (tally === undefined) tallies.set(facet.attribute, { having: held, values: [entry] });
    else tally.values.push(entry);
  }
  return tallies;
}

function splitOf(attribute: string, tally: Tally, candidates: number): AttributeSplit | null {
  const coverage = tally.having / candidates;
  if (coverage < LEAST_COVERAGE || tally.values.length < 2) return null;
  const values = tally.values.sort((one, other) => other.count - one.count);
  const shown = values.slice(0, MOST_VALUES);
  const namesMost = shown.reduce((sum, { count: of }) => sum + of, 0) >= 0.5 * tally.having;
  const tellsApart = values.length <= MOST_VALUES || values.length <= tally.having / 2;
  if (!namesMost || !tellsApart) return null;
  return {
    attribute,
    values: shown,
    coverage,
    gain: gainOf(
      values.map(({ count: of }) => of),
      candidates,
      tally.having,
    ),
  };
}

/**
 * Expected drop from log2(candidates), each answer being as likely as its value is frequent. Values that are not shown
 * are one answer together: "another one".
 */
function gainOf(counts: readonly number[], candidates: number, having: number): number {
  const unknown = candidates - having;
  const all = counts.reduce((sum, of) => sum + of, 0);
  const others = counts.slice(MOST_VALUES).reduce((sum, of) => sum + of, 0);
  return [...counts.slice(0, MOST_VALUES), ...(others > 0 ? [others] : [])].reduce((gain, of) => {
    const left = Math.min(candidates, of + unknown);
    return gain + (of / all) * (Math.log2(candidates) - Math.log2(left));
  }, 0);
}

/** The level of the category tree that divides these candidates best. */
function categorySplit(tallies: ReadonlyMap<string, Tally>, candidates: number): AttributeSplit | null {
  let best: AttributeSplit | null = null;
  for (const { attribute } of CATEGORY_LEVELS) {
    const tally = tallies.get(attribute);
    const split = tally === undefined ? null : splitOf("category", tally, candidates);
    if (split !== null && split.gain > (best?.gain ?? 0)) best = split;
  }
  return best;
}

/** Up to four ranges between round prices near the quartiles. */
function priceSplit(documents: readonly number[], index: CatalogIndex): AttributeSplit | null {
  const prices = Float64Array.from(documents, (document) => index.prices[document] ?? 0).sort();
  const bounds = [
    ...new Set(
      [0.25, 0.5, 0.75].map((share) => roundPrice(prices[Math.floor(share * (prices.length - 1))] ?? 0)),
    ),
  ];
  if (documents.length < 4 || bounds.length === 0 || prices[0] === prices.at(-1)) return null;
  const money = moneyFormat(index.currency);
  const counts = new Array<number>(bounds.length + 1).fill(0);
  for (const price of prices) {
    const above = bounds.findIndex((bound) => price < bound);
    const place = above < 0 ? bounds.length : above;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const values = counts
    .map((of, place) => ({ value: rangeName(bounds[place - 1], bounds[place], money), count: of }))
    .filter(({ count: of }) => of > 0);
  if (values.length < 2) return null;
  return {
    attribute: "price",
    values,
    coverage: 1,
    gain: gainOf(
      values.map(({ count: of }) => of),
      documents.length,
      documents.length,
    ),
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
