import { majorOf } from "../dialogue/money.ts";
import { contentWords, foldText, rootOf, singularOf, wordsOf } from "./fold-text.ts";
import { plural } from "./plural.ts";
import type { Attribute, Product } from "./product.ts";
import { headOf, headsOf, kindOf } from "./product-kind.ts";
import { synonymsOf } from "./synonyms.ts";
import type {
  AttributeValue,
  CatalogVocabulary,
  VocabularyAttribute,
  VocabularyEntry,
} from "./vocabulary-types.ts";

const MOST_VALUES = 200;

/**
 * Collects the words of a catalog for understanding what shoppers say. `products` are those that may be shown, in the
 * site's currency.
 */
export function buildVocabulary(products: readonly Product[], currency: string): CatalogVocabulary {
  const frequencies = wordFrequencies(products);
  const kinds = new Set(products.flatMap((product) => [...kindOf(product).heads]));
  const titled = new Map<string, number>();
  for (const { title } of products) {
    for (const word of new Set(contentWords(title).map(singularOf)))
      titled.set(word, (titled.get(word) ?? 0) + 1);
  }
  const prices = products.map(({ price }) => majorOf(price));
  return {
    currency,
    price:
      prices.length === 0 ? null : { low: Math.min(...spread(prices)), high: Math.max(...spread(prices)) },
    categories: categoryEntries(products),
    brands: entries(
      products.map(({ brand }) => (brand === null ? [] : [brand])),
      formsOfName,
    ),
    attributes: attributeEntries(products),
    tags: entries(
      products.map(({ tags }) => tags),
      formsOfKind,
    ),
    isKind: (noun) => {
      const kind = singularOf(foldText(noun));
      return kinds.has(kind) || synonymsOf(kind).some((other) => kinds.has(other));
    },
    titleFrequency: (word) => titled.get(singularOf(foldText(word))) ?? 0,
    hasWord: (word) => (frequencies.get(rootOf(foldText(word))) ?? 0) > 0,
    wordFrequency: (word) => frequencies.get(rootOf(foldText(word))) ?? 0,
  };
}

/** Only the extremes, so that they can be spread into `Math.min` whatever the catalog's size. */
function spread(numbers: readonly number[]): [number, number] {
  return numbers.reduce<[number, number]>(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function wordFrequencies(products: readonly Product[]): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const product of products) {
    const texts = [
      product.title,
      product.brand ?? "",
      product.description,
      ...product.categories,
      ...product.tags,
      ...product.attributes.map(({ value }) => value),
    ];
    for (const root of new Set(texts.flatMap(wordsOf).map(rootOf)))
      frequencies.set(root, (frequencies.get(root) ?? 0) + 1);
  }
  return frequencies;
}

/** Parts of paths, and the parts of parts: "Pads & Brakes" is also asked for as "pads" and as "brakes". */
function categoryEntries(products: readonly Product[]): VocabularyEntry[] {
  const largest = largestByHead(products);
  const sizes = categorySizes(products);
  /** In a shop that is a third phone cases, "a case" is one of those. */
  const standsFor = (head: string, category: string) =>
    largest.get(head) === category && (sizes.get(category) ?? 0) >= products.length * LARGE_SHARE;
  return entries(
    products.map(({ categories }) => categories),
    (category) => {
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
    },
  );
}

function partsOf(category: string): string[] {
  return category.split(/\s*(?:&|,|\/|\+|\sand\s|\sor\s)\s*/i).filter((part) => part !== "");
}

const LARGE_SHARE = 0.1;

function categorySizes(products: readonly Product[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { categories } of products)
    for (const category of new Set(categories)) sizes.set(category, (sizes.get(category) ?? 0) + 1);
  return sizes;
}

/** For each noun that category names end on, the largest of those categories. */
function largestByHead(products: readonly Product[]): Map<string, string> {
  const counts = categorySizes(products);
  const largest = new Map<string, string>();
  for (const [category, count] of counts) {
    for (const head of headsOf(category)) {
      if (count > (counts.get(largest.get(head) ?? "") ?? 0)) largest.set(head, category);
    }
  }
  return largest;
}

/** Distinct names with how many of the products have them, most frequent first; spellings that fold alike are one. */
function entries(
  namesByProduct: readonly (readonly string[])[],
  formsOf: (name: string) => string[],
): VocabularyEntry[] {
  const found = new Map<string, { name: string; count: number }>();
  for (const names of namesByProduct) {
    for (const [key, name] of new Map(names.map((spelt) => [foldText(spelt), spelt]))) {
      const entry = found.get(key);
      if (entry === undefined) found.set(key, { name, count: 1 });
      else entry.count++;
    }
  }
  found.delete("");
  return [...found.values()]
    .sort(byCount)
    .map(({ name, count }) => ({ name, count, forms: distinctForms(formsOf(name)) }));
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

interface Collected {
  having: number;
  values: Map<string, { value: string; count: number; attribute: Attribute }>;
}

function attributeEntries(products: readonly Product[]): VocabularyAttribute[] {
  const collected = new Map<string, Collected>();
  for (const product of products) {
    const seen = new Set<string>();
    for (const attribute of product.attributes) collect(collected, attribute, seen);
  }
  return [...collected]
    .sort(([, one], [, other]) => other.having - one.having)
    .map(([name, { having, values }]) => {
      const all = [...values.values()].sort(byCount);
      return {
        name,
        forms: distinctForms([
          foldText(name),
          ...(ATTRIBUTE_NAMES[name] ?? []),
          plural(foldText(name)),
          withPunctuation(name),
        ]),
        values: all.slice(0, MOST_VALUES).map(valueEntry),
        numeric: numericRange(all.map(({ attribute, count }) => ({ attribute, count }))),
        coverage: having / products.length,
      };
    });
}

function collect(collected: Map<string, Collected>, attribute: Attribute, seen: Set<string>): void {
  let entry = collected.get(attribute.name);
  if (entry === undefined) {
    entry = { having: 0, values: new Map() };
    collected.set(attribute.name, entry);
  }
  if (!seen.has(attribute.name)) entry.having++;
  seen.add(attribute.name);
  const key = attribute.value.toLowerCase();
  const held = entry.values.get(key);
  if (held === undefined) entry.values.set(key, { value: attribute.value, count: 1, attribute });
  else held.count++;
}

function valueEntry({
  value,
  count,
  attribute,
}: {
  value: string;
  count: number;
  attribute: Attribute;
}): AttributeValue {
  const folded = foldText(value);
  const spaced =
    attribute.number !== undefined && attribute.unit !== undefined
      ? [`${attribute.number} ${attribute.unit}`, `${attribute.number}${attribute.unit}`]
      : [];
  const inOtherWords = VALUE_WORDS[folded] ?? [];
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
function numericRange(values: { attribute: Attribute; count: number }[]): VocabularyAttribute["numeric"] {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  const numbers = values.filter(({ attribute }) => attribute.number !== undefined);
  const counted = numbers.reduce((sum, { count }) => sum + count, 0);
  if (counted === 0 || counted < total * 0.8) return null;
  const byUnit = new Map<string | null, number>();
  for (const { attribute, count } of numbers)
    byUnit.set(attribute.unit ?? null, (byUnit.get(attribute.unit ?? null) ?? 0) + count);
  const [unit] = [...byUnit].sort((one, other) => other[1] - one[1])[0] ?? [null];
  const inUnit = numbers.flatMap(({ attribute }) =>
    (attribute.unit ?? null) === unit ? (attribute.number ?? []) : [],
  );
  const [min, max] = spread(inUnit);
  return { min, max, unit };
}

/** What else people call an attribute. */
const ATTRIBUTE_NAMES: Record<string, string[]> = {
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
};

const VALUE_WORDS: Record<string, string[]> = {
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
};
