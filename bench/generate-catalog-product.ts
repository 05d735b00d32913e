/** One generated product: a real one with values of its neighbours, other numbers and names that nobody else has. */
import type { CatalogRecord } from "../server/catalog/import/catalog-sink.ts";
import type { Attribute } from "../server/catalog/product.ts";
import { type Chance, chanceOf, growingName } from "./generate-catalog-chance.ts";
import type { Family, Seeds } from "./generate-catalog-seeds.ts";

/** A row as a shop's export has it; the importer reads it like any other. */
export interface GeneratedRow {
  sku: string;
  title: string;
  description: string;
  brand: string | null;
  categories: string[];
  tags: string[];
  url: string;
  image: string;
  price: number;
  regular_price?: number;
  currency: "USD";
  availability: "in stock" | "out of stock";
  rating?: number;
  rating_count?: number;
  popularity?: number;
  attributes: { name: string; value: string }[];
  variants?: GeneratedVariant[];
}

interface GeneratedVariant {
  sku: string;
  price: number;
  available: boolean;
  options: { name: string; value: string }[];
}

const BRANDS = { k: 2, beta: 0.5, salt: 1 };
const SERIES = { k: 6, beta: 0.6, salt: 2 };
const VALUES = { k: 3, beta: 0.5, salt: 3 };

/** The product at this place of the catalog; the same for the same seed and the same real products. */
export function generateProduct(seeds: Seeds, seed: number, place: number): GeneratedRow {
  const chance = chanceOf(seed, place);
  const family = seeds.families[seeds.draws[chance.below(seeds.draws.length)] ?? 0];
  const base = family && chance.pick(family.members);
  if (family === undefined || base === undefined) throw new Error("a family without members");
  const neighbour = chance.pick(family.members) ?? base;
  const rewrite = new Rewriting(chance);

  const brand = brandOf(base, neighbour, chance, place);
  if (base.brand !== null && brand !== null) rewrite.replace(base.brand, brand);
  const attributes = attributesOf(base, family, chance, place, rewrite);
  renameSeries(base, seeds, chance, place, rewrite);
  const dollars = priceOf(base, chance);
  const sku = skuOf(seed, place);
  const [rating, ratingCount] = [2.5 + 2.5 * chance.share() ** 0.5, Math.ceil(1 / (chance.share() + 0.0005))];
  return {
    sku,
    title: rewrite.apply(base.title),
    description: rewrite.apply(descriptionOf(base, neighbour, chance)),
    brand,
    categories: family.categories,
    tags: base.tags.filter(() => chance.happens(0.8)),
    url: `https://shop.example/products/${sku.toLowerCase()}`,
    image: `https://shop.example/images/${sku.toLowerCase()}.jpg`,
    price: dollars,
    ...(chance.happens(0.15) && { regular_price: Math.ceil(dollars * (1.1 + chance.share())) }),
    currency: "USD",
    availability: chance.happens(0.9) ? "in stock" : "out of stock",
    ...(chance.happens(0.6) && { rating: Math.round(rating * 10) / 10, rating_count: ratingCount }),
    ...(chance.happens(0.8) && { popularity: Math.ceil(100_000 * chance.share() ** 6) }),
    attributes,
    ...(base.variants.length > 0 && { variants: variantsOf(base, sku, dollars, chance) }),
  };
}

/** Counts through all numbers of nine digits once, in an order that looks like none. */
function skuOf(seed: number, place: number): string {
  const scattered = (place * 387_420_489 + seed * 7_919) % 1_000_000_007;
  return `G${scattered.toString(36).toUpperCase().padStart(6, "0")}`;
}

function brandOf(
  base: CatalogRecord,
  neighbour: CatalogRecord,
  chance: Chance,
  place: number,
): string | null {
  if (base.brand === null) return null;
  if (chance.happens(0.25)) return growingName(chance, place, BRANDS);
  return chance.happens(0.5) ? base.brand : neighbour.brand;
}

/** Most attributes stay or take a neighbour's value; what is measured moves; few values are new to the catalog. */
function attributesOf(
  base: CatalogRecord,
  family: Family,
  chance: Chance,
  place: number,
  rewrite: Rewriting,
): { name: string; value: string }[] {
  return base.attributes.flatMap((attribute) => {
    if (chance.happens(0.1)) return [];
    const lent = chance.happens(0.5) ? chance.pick(family.valuesOf.get(attribute.name) ?? []) : undefined;
    const held = lent ?? attribute;
    const value = chance.happens(0.03) ? newValue(held, chance, place) : moved(held, chance);
    if (value !== attribute.value) rewrite.replace(attribute.value, value);
    return [{ name: attribute.name, value: rewrite.modelNumbers(value) }];
  });
}

function newValue({ value, number }: Attribute, chance: Chance, place: number): string {
  return number === undefined ? `${growingName(chance, place, VALUES)} ${value}` : value;
}

function moved({ value, number }: Attribute, chance: Chance): string {
  if (number === undefined || !chance.happens(0.3)) return value;
  return value.replace(/\d+(?:\.\d+)?/, (digits) => {
    const decimals = digits.split(".")[1]?.length ?? 0;
    const factor = chance.pick([0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2]) ?? 1;
    return Number(digits) < 4 && decimals === 0 ? digits : (Number(digits) * factor).toFixed(decimals);
  });
}

/** Words that are in few titles name a series: some become another one, which grows with the catalog. */
function renameSeries(
  base: CatalogRecord,
  { titlesWith }: Seeds,
  chance: Chance,
  place: number,
  rewrite: Rewriting,
): void {
  for (const word of base.title.split(/\s+/)) {
    const isName = /^\p{Lu}[\p{L}]{3,}$/u.test(word) && (titlesWith.get(word) ?? 0) <= 40;
    if (isName && chance.happens(0.4)) rewrite.replace(word, growingName(chance, place, SERIES));
  }
}

function descriptionOf(base: CatalogRecord, neighbour: CatalogRecord, chance: Chance): string {
  const sentences = (text: string) => text.split(/(?<=[.!?])\s+|\n/);
  const borrowed = sentences(neighbour.description).filter(() => chance.happens(0.2));
  return [...sentences(base.description).filter(() => chance.happens(0.9)), ...borrowed].join("\n");
}

const PRICE_ENDINGS = [0.99, 0.95, 0.5, 0];

function priceOf({ price }: CatalogRecord, chance: Chance): number {
  const near = ((price?.minor ?? 0) / 100) * Math.exp(0.4 * chance.normal());
  return Math.floor(near) + (chance.pick(PRICE_ENDINGS) ?? 0) + (near < 1 ? 1 : 0);
}

function variantsOf(
  { variants }: CatalogRecord,
  sku: string,
  dollars: number,
  chance: Chance,
): GeneratedVariant[] {
  return variants.map(({ options }, place) => ({
    sku: `${sku}-${place + 1}`,
    price: place === 0 ? dollars : Math.round(dollars * 100 * (1 + 0.2 * chance.share())) / 100,
    available: chance.happens(0.85),
    options,
  }));
}

/** Letters and digits mixed, as model numbers have them ("dv7-1211ea"); not a number with its unit ("16GB"). */
const MODEL_NUMBER =
  /(?<![\p{L}\d])(?=[\p{L}\d./-]*\p{L})(?=(?:[\p{L}./-]*\d){2})[\p{L}\d][\p{L}\d./-]{4,}(?![\p{L}\d])/gu;
const WITH_UNIT = /^\d+(?:[.,]\d+)?\p{L}{1,3}$/u;

/** Replaces the same words alike in all of a product's texts, and gives each model number another of its shape. */
class Rewriting {
  readonly #chance: Chance;
  readonly #replaced = new Map<string, string>();
  readonly #modelNumbers = new Map<string, string>();
  #pattern: RegExp | null = null;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** To be said of all words before the first text is rewritten. */
  replace(from: string, to: string): void {
    if (from.length > 1 && from !== to) this.#replaced.set(from, to);
  }

  apply(text: string): string {
    if (this.#replaced.size === 0) return this.modelNumbers(text);
    this.#pattern ??= anyOf([...this.#replaced.keys()]);
    return this.modelNumbers(text.replace(this.#pattern, (word) => this.#replaced.get(word) ?? word));
  }

  modelNumbers(text: string): string {
    return text.replace(MODEL_NUMBER, (model) => (WITH_UNIT.test(model) ? model : this.#another(model)));
  }

  #another(model: string): string {
    const known = this.#modelNumbers.get(model);
    if (known !== undefined) return known;
    const another = model.replace(/\d/g, () => String(this.#chance.below(10)));
    this.#modelNumbers.set(model, another);
    this.#modelNumbers.set(another, another);
    return another;
  }
}

function anyOf(words: string[]): RegExp {
  const literal = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\d])(?:${literal.join("|")})(?![\\p{L}\\d])`, "gu");
}
