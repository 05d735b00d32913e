import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS } from "./facet-table.ts";
import { foldText, singularOf } from "./fold-text.ts";
import { plural } from "./plural.ts";
import type { Product } from "./product.ts";
import { headOf, headsOf } from "./product-kind.ts";
import { synonymsOf } from "./synonyms.ts";
import type {
  AttributeValue,
  CatalogVocabulary,
  VocabularyAttribute,
  VocabularyEntry,
} from "./vocabulary-types.ts";

const MOST_VALUES = 200;

/** What is counted while products pass by; all else is read from the finished index. */
export interface VocabularyCounts {
  /** Products by category name, parts of paths included. */
  categories: Map<string, number>;
  tags: Map<string, number>;
}

export interface VocabularyData {
  price: CatalogVocabulary["price"];
  categories: VocabularyEntry[];
  brands: VocabularyEntry[];
  attributes: VocabularyAttribute[];
  tags: VocabularyEntry[];
}

export class VocabularyCounter {
  readonly #counts: VocabularyCounts = { categories: new Map(), tags: new Map() };

  add({ categories, tags }: Product): void {
    for (const name of new Set(categories)) countIn(this.#counts.categories, name, 1);
    for (const name of new Set(tags)) countIn(this.#counts.tags, name, 1);
  }

  finish(): VocabularyCounts {
    return this.#counts;
  }
}

/** Collects the words of a catalog for understanding what shoppers say. */
export function collectVocabulary(
  { categories, tags }: VocabularyCounts,
  index: CatalogIndex,
): VocabularyData {
  return {
    price: priceRange(index),
    categories: categoryEntries(categories, index.size),
    brands: entries(brandCounts(index), formsOfName),
    attributes: attributeEntries(index),
    tags: entries(tags, formsOfKind),
  };
}

export function openVocabulary(data: VocabularyData, index: CatalogIndex): CatalogVocabulary {
  const isHead = (noun: string) => index.relevance.isHead(noun);
  return {
    ...data,
    currency: index.currency,
    isKind: (noun) => {
      const kind = singularOf(foldText(noun));
      return isHead(kind) || synonymsOf(kind).some(isHead);
    },
    hasWord: (word) => index.text.frequency(foldText(word)) > 0,
    wordFrequency: (word) => index.text.frequency(foldText(word)),
  };
}

function countIn(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

function priceRange({ columns: { prices } }: CatalogIndex): CatalogVocabulary["price"] {
  return prices.length === 0 ? null : spread(prices);
}

/** Not `Math.min(...numbers)`, which takes some hundred thousand at the most. */
function spread(numbers: ArrayLike<number>): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < numbers.length; at++) {
    low = Math.min(low, numbers[at] ?? low);
    high = Math.max(high, numbers[at] ?? high);
  }
  return { low, high };
}

/** Parts of paths, and the parts of parts: "Pads & Brakes" is also asked for as "pads" and as "brakes". */
function categoryEntries(sizes: ReadonlyMap<string, number>, products: number): VocabularyEntry[] {
  const largest = largestByHead(sizes);
  /** In a shop that is a third phone cases, "a case" is one of those. */
  const standsFor = (head: string, category: string) =>
    largest.get(head) === category && (sizes.get(category) ?? 0) >= products * LARGE_SHARE;
  return entries(sizes, (category) => {
    // "Cases" are the 1,195 of "Cell phone cases", not the 23 of "Wireless chargers & cases".
    const parts = partsOf(category).filter(
      (part) => /\s/.test(part) || largest.get(headOf(part)) === category,
    );
    const synonyms = synonymsOf(foldText(category));
    return [
      ...formsOfKind(category),
      ...(partsOf(category).length > 1 ? parts.flatMap(formsOfKind) : []),
      ...headsOf(category)
        .filter((head) => standsFor(head, category))
        .flatMap(formsOfKind),
      ...synonyms.flatMap((name) => [plural(name), name]),
    ];
  });
}

function partsOf(category: string): string[] {
  return category.split(/\s*(?:&|,|\/|\+|\sand\s|\sor\s)\s*/i).filter((part) => part !== "");
}

const LARGE_SHARE = 0.1;

/** For each noun that category names end on, the largest of those categories. */
function largestByHead(sizes: ReadonlyMap<string, number>): Map<string, string> {
  const largest = new Map<string, string>();
  for (const [category, count] of sizes) {
    for (const head of headsOf(category)) {
      if (count > (sizes.get(largest.get(head) ?? "") ?? 0)) largest.set(head, category);
    }
  }
  return largest;
}

/** Names with how many products have them, most frequent first; spellings that fold alike are one. */
function entries(
  counts: Iterable<readonly [string, number]>,
  formsOf: (name: string) => string[],
): VocabularyEntry[] {
  const found = new Map<string, { name: string; count: number }>();
  for (const [name, count] of counts) {
    const key = foldText(name);
    const entry = found.get(key);
    if (entry === undefined) found.set(key, { name, count });
    else entry.count += count;
  }
  found.delete("");
  return [...found.values()]
    .sort(byCount)
    .map(({ name, count }) => ({ name, count, forms: distinctForms(formsOf(name)) }));
}

function brandCounts({ facets }: CatalogIndex): [string, number][] {
  return valuesOf("brand", facets).map(({ value, count }) => [value, count]);
}

interface CountedValue {
  value: string;
  number?: number;
  unit?: string;
  count: number;
}

function valuesOf(attribute: string, facets: CatalogIndex["facets"]): CountedValue[] {
  const { from, to } = facets.rangeOf(attribute);
  return Array.from({ length: to - from }, (_, place) => ({
    ...facets.value(from + place),
    count: facets.documentsOf(from + place).length,
  }));
}

function byCount(one: { count: number }, other: { count: number }): number {
  return other.count - one.count;
}

/** A thing, in the plural as shops file it and in the singular as shoppers ask for it. */
function formsOfKind(name: string): string[] {
  const folded = foldText(name);
  const singular = folded.replace(/\S+$/, singularOf);
  return [folded, plural(singular), singular, singular.replace(/ /g, ""), withPunctuation(name)];
}

/** A name of its own: no plural, but people leave out what is no letter. */
function formsOfName(name: string): string[] {
  const folded = foldText(name);
  return [
    folded,
    folded.replace(/ /g, ""),
    withPunctuation(name),
    folded.replace(/ (?:inc|llc|ltd|gmbh|co|company|corp)$/, ""),
  ];
}

function withPunctuation(name: string): string {
  return name
    .replace(/[™®©]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

function distinctForms(forms: readonly string[]): string[] {
  return [...new Set(forms.filter((form) => form !== ""))];
}

function attributeEntries({ facets, size }: CatalogIndex): VocabularyAttribute[] {
  const coverages = facets.coverages();
  return facets.attributes
    .map((name, place) => ({ name, having: coverages[place] ?? 0 }))
    .filter(({ name }) => name !== "brand" && !LEVELS.has(name))
    .sort((one, other) => other.having - one.having)
    .map(({ name, having }) => {
      const values = valuesOf(name, facets).sort(byCount);
      return {
        name,
        forms: distinctForms([
          foldText(name),
          ...(ATTRIBUTE_NAMES.get(name) ?? []),
          plural(foldText(name)),
          withPunctuation(name),
        ]),
        values: values.slice(0, MOST_VALUES).map(valueEntry),
        numeric: numericRange(values),
        coverage: having / size,
      };
    });
}

const LEVELS = new Set(CATEGORY_LEVELS.map(({ attribute }) => attribute));

function valueEntry({ value, number, unit, count }: CountedValue): AttributeValue {
  const folded = foldText(value);
  const spaced = number !== undefined && unit !== undefined ? [`${number} ${unit}`, `${number}${unit}`] : [];
  const inOtherWords = VALUE_WORDS.get(folded) ?? [];
  return {
    value,
    count,
    forms: distinctForms([
      folded,
      ...spaced,
      ...inOtherWords,
      folded.replace(/\bgrey\b/, "gray"),
      folded.replace(/\bgray\b/, "grey"),
      withPunctuation(value),
    ]),
  };
}

/** Set when four of five values are numbers; the unit is the most usual one, and only numbers in it count. */
function numericRange(values: readonly CountedValue[]): VocabularyAttribute["numeric"] {
  const total = sumOf(values);
  const numbers = values.filter(({ number }) => number !== undefined);
  const counted = sumOf(numbers);
  if (counted === 0 || counted < total * 0.8) return null;
  const byUnit = new Map<string | null, number>();
  for (const { unit, count } of numbers) byUnit.set(unit ?? null, (byUnit.get(unit ?? null) ?? 0) + count);
  const [unit] = [...byUnit].sort((one, other) => other[1] - one[1])[0] ?? [null];
  const inUnit = numbers.flatMap(({ number, unit: own }) => ((own ?? null) === unit ? (number ?? []) : []));
  const { low, high } = spread(inUnit);
  return { min: low, max: high, unit };
}

function sumOf(values: readonly { count: number }[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** What else people call an attribute. */
const ATTRIBUTE_NAMES = new Map(
  Object.entries<string[]>({
    colour: ["color", "colors", "shade", "shades"],
    "screen size": ["screen", "display", "display size", "diagonal"],
    memory: ["ram", "working memory"],
    storage: ["capacity", "disk", "hard drive", "space"],
    "battery capacity": ["battery", "battery size", "capacity"],
    weight: ["heavy", "weigh"],
    size: ["sizing"],
    material: ["fabric", "made of", "made from"],
    "compatible with": ["compatibility", "compatible", "fits", "works with"],
    "age group": ["age"],
    flavor: ["flavour", "taste"],
  }),
);

const VALUE_WORDS = new Map(
  Object.entries<string[]>({
    s: ["small"],
    m: ["medium"],
    l: ["large"],
    xl: ["extra large", "x large"],
    xs: ["extra small", "x small"],
    "2xl": ["xxl"],
    "3xl": ["xxxl"],
    small: ["s"],
    medium: ["m"],
    large: ["l"],
  }),
);
