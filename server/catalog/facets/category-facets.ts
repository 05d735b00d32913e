import { convert } from "../../dialogue/units.ts";
import { growingUint32 } from "../../packed/growing-array.ts";
import type { Product } from "../product.ts";
import { mergeFacets, type RawFacet } from "./merge-values.ts";
import { isSeldomShoppedBy } from "./seldom-shopped-by.ts";
import { rangesOf, type SpokenRange } from "./speak-ranges.ts";

export interface CategoryFacet {
  attribute: string;
  /** Share of the category's products that have it, 0 to 1. */
  coverage: number;
  /** How much it matters when choosing among these products, 0 to 1. */
  weight: number;
  /** Canonical unit of its numbers; null where it has none. */
  unit: string | null;
  /** Most frequent first; at most twelve. */
  values: { value: string; count: number }[];
  /** Set where its numbers are better spoken of in ranges, low to high. */
  ranges: (SpokenRange & { count: number })[] | null;
}

/** What `finish` gives: plain values, small, of the size of the category tree rather than of the catalog. */
export interface CategoryFacetsData {
  /** By category name; "" is the catalog whole. Most weight first. */
  facets: Map<string, CategoryFacet[]>;
}

type FacetedProduct = Pick<Product, "title" | "categories" | "attributes">;

const MOST_FACETS = 40;
const MOST_VALUES = 12;
const LEAST_COVERAGE = 0.05;
const LEAST_WEIGHT = 0.01;
const SMALLEST_CATEGORY = 2;
const WHOLE_CATALOG = "";

/** Finds out, product by product, which attributes matter in which category. */
export class CategoryFacetsBuilder {
  readonly #categories = new Numbered();
  readonly #values = new Numbered();
  readonly #raw: RawFacet[] = [];
  readonly #categoryEnds = growingUint32();
  readonly #categoryIds = growingUint32();
  readonly #valueEnds = growingUint32();
  /** A value's id doubled, plus one where the title spells the value. */
  readonly #valueIds = growingUint32();

  add({ title, categories, attributes }: FacetedProduct): void {
    for (const category of new Set([WHOLE_CATALOG, ...categories]))
      this.#categoryIds.push(this.#categories.of(category));
    this.#categoryEnds.push(this.#categoryIds.length);
    const said = ` ${title.toLowerCase()} `;
    for (const { name, value, number, unit } of attributes) {
      const id = this.#values.of(`${name}\n${value}`);
      const raw = this.#raw[id];
      if (raw === undefined) this.#raw.push(rawFacet(name, value, number, unit));
      else raw.count++;
      this.#valueIds.push(id * 2 + (isSpelt(name, value, said) ? 1 : 0));
    }
    this.#valueEnds.push(this.#valueIds.length);
  }

  finish(): CategoryFacetsData {
    const merged = mergeFacets(this.#raw);
    const products = productsByCategory(
      this.#categoryEnds.finish(),
      this.#categoryIds.finish(),
      this.#categories.size,
    );
    const tally = new FacetTally(merged.facets, merged.of, this.#valueEnds.finish(), this.#valueIds.finish());
    const facets = new Map<string, CategoryFacet[]>();
    for (const [category, id] of this.#categories.entries()) {
      const own = products.listed.subarray(products.starts[id] ?? 0, products.starts[id + 1] ?? 0);
      if (own.length >= SMALLEST_CATEGORY || category === WHOLE_CATALOG) facets.set(category, tally.of(own));
    }
    return { facets };
  }
}

/** Which attributes matter in a category, the most telling first. */
export class CategoryFacets {
  readonly #facets: ReadonlyMap<string, CategoryFacet[]>;

  constructor({ facets }: CategoryFacetsData) {
    this.#facets = facets;
  }

  /** The categories that have facets of their own. */
  get categories(): string[] {
    return [...this.#facets.keys()].filter((category) => category !== WHOLE_CATALOG);
  }

  /** Facets of a category by its name at any level of the path; of the catalog whole for null. Empty where it is unknown. */
  of(category: string | null): readonly CategoryFacet[] {
    return this.#facets.get(category ?? WHOLE_CATALOG) ?? [];
  }
}

/** Names to numbers from 0, in the order in which they come. */
class Numbered {
  readonly #ids = new Map<string, number>();

  of(name: string): number {
    const held = this.#ids.get(name);
    if (held !== undefined) return held;
    this.#ids.set(name, this.#ids.size);
    return this.#ids.size - 1;
  }

  get size(): number {
    return this.#ids.size;
  }

  entries(): Iterable<[string, number]> {
    return this.#ids.entries();
  }
}

function rawFacet(attribute: string, value: string, number?: number, unit?: string): RawFacet {
  return {
    attribute,
    value,
    ...(number !== undefined && { number }),
    ...(unit !== undefined && { unit }),
    count: 1,
  };
}

/** Whether a title says a value; of "yes", whether it says the attribute. Single letters and digits are said by chance. */
function isSpelt(name: string, value: string, title: string): boolean {
  const wanted = (value === "yes" ? name : value).toLowerCase();
  if (wanted.length < 2) return false;
  const at = title.indexOf(wanted);
  if (at < 0) return false;
  return !WORD_END.test(title.charAt(at - 1)) && !WORD_END.test(title.charAt(at + wanted.length));
}
const WORD_END = /[\p{L}\p{N}]/u;

/** Counting sort: the products of each category, one category's after the other's. */
function productsByCategory(
  ends: Uint32Array,
  categoryIds: Uint32Array,
  categories: number,
): { starts: Uint32Array; listed: Uint32Array } {
  const starts = new Uint32Array(categories + 1);
  for (const id of categoryIds) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < categories; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const listed = new Uint32Array(categoryIds.length);
  let at = 0;
  for (let product = 0; product < ends.length; product++) {
    for (; at < (ends[product] ?? 0); at++) {
      const id = categoryIds[at] ?? 0;
      const place = next[id] ?? 0;
      listed[place] = product;
      next[id] = place + 1;
    }
  }
  return { starts, listed };
}

interface AttributeTally {
  having: number;
  spelt: number;
  /** Places of merged values that occur. */
  values: number[];
}

/** Counts the values of one category's products; its counters are used again for the next, so that none is made twice. */
class FacetTally {
  readonly #facets: readonly RawFacet[];
  readonly #mergedOf: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #valueIds: Uint32Array;
  readonly #counts: Uint32Array;
  /** The last product that was counted for a value, plus one: a value said twice of a product counts once. */
  readonly #lastOfValue: Uint32Array;

  constructor(facets: readonly RawFacet[], mergedOf: Uint32Array, ends: Uint32Array, valueIds: Uint32Array) {
    this.#facets = facets;
    this.#mergedOf = mergedOf;
    this.#ends = ends;
    this.#valueIds = valueIds;
    this.#counts = new Uint32Array(facets.length);
    this.#lastOfValue = new Uint32Array(facets.length);
  }

  of(products: Uint32Array): CategoryFacet[] {
    const tallies = new Map<string, AttributeTally>();
    const lastOf = new Map<AttributeTally, { having: number; spelt: number }>();
    for (const product of products) this.#count(product, tallies, lastOf);
    const found: CategoryFacet[] = [];
    for (const [attribute, tally] of tallies) {
      const facet = this.#facetOf(attribute, tally, products.length);
      if (facet !== null) found.push(facet);
      for (const place of tally.values) {
        this.#counts[place] = 0;
        this.#lastOfValue[place] = 0;
      }
    }
    return found.sort((one, other) => other.weight - one.weight).slice(0, MOST_FACETS);
  }

  #count(
    product: number,
    tallies: Map<string, AttributeTally>,
    lastOf: Map<AttributeTally, { having: number; spelt: number }>,
  ): void {
    const to = this.#ends[product] ?? 0;
    for (let at = product === 0 ? 0 : (this.#ends[product - 1] ?? 0); at < to; at++) {
      const coded = this.#valueIds[at] ?? 0;
      const place = this.#mergedOf[coded >>> 1] ?? 0;
      const attribute = this.#facets[place]?.attribute ?? "";
      let tally = tallies.get(attribute);
      if (tally === undefined) {
        tally = { having: 0, spelt: 0, values: [] };
        tallies.set(attribute, tally);
        lastOf.set(tally, { having: -1, spelt: -1 });
      }
      const last = lastOf.get(tally);
      if (last !== undefined && last.having !== product) {
        last.having = product;
        tally.having++;
      }
      if (last !== undefined && (coded & 1) === 1 && last.spelt !== product) {
        last.spelt = product;
        tally.spelt++;
      }
      if (this.#lastOfValue[place] === product + 1) continue;
      this.#lastOfValue[place] = product + 1;
      if (this.#counts[place] === 0) tally.values.push(place);
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    }
  }

  #facetOf(attribute: string, tally: AttributeTally, products: number): CategoryFacet | null {
    const coverage = tally.having / products;
    if (coverage < LEAST_COVERAGE) return null;
    const counted = tally.values.map((place) => ({ place, count: this.#counts[place] ?? 0 }));
    counted.sort((one, other) => other.count - one.count);
    const { ranges, unit } = this.#rangesOf(attribute, counted, tally.having);
    const division = divisionOf(ranges?.map(({ count }) => count) ?? counted.map(({ count }) => count));
    const spelt = tally.spelt / tally.having;
    const weight = weightOf({ attribute, coverage, division, spelt });
    if (weight < LEAST_WEIGHT) return null;
    const values = counted
      .slice(0, MOST_VALUES)
      .map(({ place, count }) => ({ value: this.#facets[place]?.value ?? "", count }));
    return { attribute, coverage, weight, unit, values, ranges };
  }

  /** Ranges where four of five products state a number in units that compare. */
  #rangesOf(
    attribute: string,
    counted: readonly { place: number; count: number }[],
    having: number,
  ): { ranges: CategoryFacet["ranges"]; unit: string | null } {
    const units = new Map<string | null, number>();
    for (const { place, count } of counted) {
      const facet = this.#facets[place];
      if (facet?.number === undefined) continue;
      units.set(facet.unit ?? null, (units.get(facet.unit ?? null) ?? 0) + count);
    }
    const [unit] = [...units].sort((one, other) => other[1] - one[1])[0] ?? [null];
    const numbers: number[] = [];
    let stating = 0;
    for (const { place, count } of counted) {
      const { number, unit: own } = this.#facets[place] ?? {};
      if (number === undefined || ((own ?? null) === null) !== (unit === null)) continue;
      const converted = convert(number, own, unit ?? undefined);
      if (converted === null) continue;
      stating += count;
      for (let time = 0; time < count; time++) numbers.push(converted);
    }
    if (stating < LEAST_NUMERIC * having) return { ranges: null, unit: null };
    const spoken = rangesOf(Float64Array.from(numbers), unit, attribute);
    if (spoken.length < 2) return { ranges: null, unit };
    const ranges = spoken.map((range) => ({
      ...range,
      count: numbers.filter((number) => number >= range.from && number < range.to).length,
    }));
    return { ranges, unit };
  }
}
const LEAST_NUMERIC = 0.8;

/**
 * How well an answer divides products, 0 to 1: the share of them it leaves out on average (Gini's diversity), lower where
 * nearly each product has a value of its own, as with codes and dimensions.
 */
function divisionOf(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0 || counts.length < 2) return 0;
  const same = counts.reduce((sum, count) => sum + (count / all) ** 2, 0);
  const shown = counts.slice(0, MOST_VALUES).reduce((sum, count) => sum + count, 0) / all;
  const repeats = 1 - (counts.length - 1) / all;
  return (1 - same) * shown * Math.max(0, repeats);
}

interface Telling {
  attribute: string;
  coverage: number;
  division: number;
  /** Share of those that have it whose titles say it. */
  spelt: number;
}

/** What merchants put into titles is what people choose by; what describes the parcel or the paperwork is not. */
function weightOf({ attribute, coverage, division, spelt }: Telling): number {
  if (isSeldomShoppedBy(attribute) && spelt < OFTEN_SPELT) return 0;
  return coverage * division * (UNSPELT + (1 - UNSPELT) * Math.sqrt(spelt));
}
const OFTEN_SPELT = 0.3;
const UNSPELT = 0.35;
