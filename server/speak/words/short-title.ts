/** A product's name as a person would say it. What is left is always a subsequence of the listing's words. */
import type { Product, Sku } from "../../catalog/product.ts";
import { inlineText } from "./finish-sentence.ts";
import { calmTitle } from "./letter-case.ts";
import { isPluralNoun, singularOf } from "./nouns.ts";

const MAX_WORDS = 6;
const MAX_LENGTH = 42;
/** Words a name cannot end on. */
const DANGLING = /^(?:for|with|in|of|and|&|the|a|an|to|by|\+|x|\/|de|con|para|from|on|at|or|w\/|most|spf)$/i;
const PREPOSITION = /^(?:for|with|w\/|in|inc\.?|including|featuring|to)$/i;
const UNIT =
  /^\(?(?:["”″]|in|inch|cm|mm|m|ft|gb|tb|mb|mah|w|v|hz|ghz|mhz|mbit\/s|ml|l|oz|g|kg|lb|lbs|pcs?|pc\(s\)|mp|sheets|pages|pixels)\.?\)?$/i;

/** Brand, model and head noun; the tail of specifications, colours and compatibilities is dropped. */
export function shortTitle(product: Product): string {
  return namesFromShortToLong(product)[0] ?? product.title;
}

/** Short titles for the products of one turn: a name that would fit two of them grows until it fits one. */
export function shortTitles(products: readonly Product[]): ReadonlyMap<Sku, string> {
  const names = new Map(products.map((product) => [product.sku, namesFromShortToLong(product)]));
  const titles = new Map<Sku, string>();
  for (const [sku, own] of names) {
    const others = [...names].filter(([other]) => other !== sku).map(([, candidates]) => candidates);
    const isTaken = (name: string) =>
      others.some((candidates) => candidates.some((other) => sameName(other, name)));
    titles.set(sku, own.find((name) => !isTaken(name)) ?? own.at(-1) ?? sku);
  }
  return titles;
}

/**
 * The name once it is familiar: "the Fen Gravel Bike" for what was "the Kettle Ridge Fen Gravel Bike". Null when what
 * stands behind the brand says too little by itself.
 */
export function familiarTitle(product: Product, title: string): string | null {
  const brand = product.brand === null ? "" : cleanTitle(product.brand);
  if (brand === "" || !title.toLowerCase().startsWith(`${brand.toLowerCase()} `)) return null;
  const rest = title.slice(brand.length + 1);
  const words = rest.split(" ");
  const kinds = new Set(
    product.categories.flatMap((category) => category.toLowerCase().split(" ")).map(singularOf),
  );
  const isDistinct = words.some(
    (word) => !kinds.has(singularOf(word.toLowerCase())) && /^\p{Lu}/u.test(word),
  );
  return words.length >= 2 && isDistinct ? rest : null;
}

/** Ends in a common plural: "the jeans are", but "the Atlas is". Only words the listing itself uses as common nouns count. */
export function isPluralTitle(product: Product, title: string): boolean {
  const words = title.split(" ");
  const stop = words.findIndex((word, index) => index > 0 && DANGLING.test(word));
  const head = (stop === -1 ? words : words.slice(0, stop)).at(-1) ?? "";
  if (!isPluralNoun(head)) return false;
  const common = `${product.categories.join(" ").toLowerCase()} ${product.description}`;
  return ALWAYS_PLURAL.test(head) || common.includes(head.toLowerCase());
}

const ALWAYS_PLURAL =
  /^(?:jeans|pants|trousers|shorts|leggings|sunglasses|headphones|earbuds|gloves|socks|shoes|boots|sneakers|goggles|pliers|scissors)$/i;

function namesFromShortToLong(product: Product): string[] {
  const clean = withoutQuotes(cleanTitle(product.title));
  const segments = clean
    .split(/\s+[-–—|/]\s+|,\s+|(?<=\p{Ll}{4})\.\s+/u)
    .map(withoutBrackets)
    .filter(Boolean);
  const startsWithBrand =
    segments.length > 1 && product.brand !== null && sameName(segments[0] ?? "", cleanTitle(product.brand));
  const first = startsWithBrand
    ? withBrandOnce(segments[0] ?? "", segments[1] ?? "")
    : (segments[0] ?? clean);
  const rest = segments.slice(startsWithBrand ? 2 : 1);

  const names = [trimName(first, product), first];
  const tails = rest.map((segment) => `${trimName(first, product)} ${segment}`);
  const growing = rest.map((_, index) => [first, ...rest.slice(0, index + 1)].join(" "));
  const candidates = [...names, ...tails, ...growing, clean].map(withoutEnd);
  return [...new Set(candidates)].filter(Boolean);
}

/** Several listings repeat the brand after "Brand - ". Said once is enough. */
function withBrandOnce(brand: string, model: string): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`;
}

function trimName(name: string, product: Product): string {
  const words = name.split(" ");
  if (words.length <= MAX_WORDS && name.length <= MAX_LENGTH) return name;
  const head = categoryWordAt(words, product);
  const preposition = words.findIndex((word, index) => index >= 2 && PREPOSITION.test(word));
  const measure = words.findIndex((_, index) => index >= 3 && isMeasureAt(words, index));
  const cuts = [head === -1 ? -1 : head + 1, preposition, measure, MAX_WORDS].filter((cut) => cut >= 2);
  return endWell(words.slice(0, Math.min(...cuts)));
}

/** "8GB" and "17 cm", and lists of variants ("Black,Cyan,Magenta"): where specifications begin. */
function isMeasureAt(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (/,.+,/.test(word)) return true;
  const [, glued] = /^\(?[\d.,/x]+(\D+)$/i.exec(word) ?? [];
  if (glued !== undefined) return UNIT.test(glued);
  return /^[\d.,]+$/.test(word) && UNIT.test(words[index + 1] ?? "");
}

/** Where the title names what the thing is: "Laptop" in "Acer Aspire 5 Slim Laptop 15.6 …". */
function categoryWordAt(words: string[], product: Product): number {
  const nouns = new Set(
    product.categories.map((category) => singularOf(category.split(" ").at(-1) ?? "").toLowerCase()),
  );
  return words.findIndex((word, index) => index >= 1 && nouns.has(singularOf(word).toLowerCase()));
}

function endWell(words: string[]): string {
  const last = words.findLastIndex((word) => !DANGLING.test(word));
  return words.slice(0, last + 1).join(" ");
}

function cleanTitle(title: string): string {
  return calmTitle(inlineText(title.replace(/[®™©℠*]/gu, "")));
}

function withoutBrackets(segment: string): string {
  const bare = segment
    .replace(/(?<!\S)(?:\([^()]*\)|\[[^\]]*\])[:;]?(?!\S)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return bare === "" ? segment.replace(/[()[\]]/g, "").trim() : bare;
}

/** A name in quotes would read like a customer's words; the mark for inches stays. */
function withoutQuotes(name: string): string {
  return name.replace(/(?<!\d)["“”„«»]|["“”„«»](?=\p{L})/gu, "");
}

/** A name that ends like a sentence would end the sentence it stands in. */
function withoutEnd(name: string): string {
  return name
    .replace(/[?]/g, "")
    .replace(/(?<!\b\p{L}(?:\.\p{L})*)[.!,:;–—-]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
