/** A product's name as a person would say it. What is left is always a subsequence of the listing's words. */
import type { Product, Sku } from "../../catalog/product.ts";
import { inlineText } from "./finish-sentence.ts";
import { calmTitle } from "./letter-case.ts";
import { isPluralNoun, singularOf } from "./nouns.ts";

const MAX_WORDS = 6;
const MAX_LENGTH = 42;
/** A name that is whole may be a word longer than one that is cut. */
const WHOLE_MAX_WORDS = 7;
const WHOLE_MAX_LENGTH = 48;
/** Words a name cannot end on. */
const DANGLING =
  /^(?:for|with|in|of|and|&|the|a|an|to|by|\+|x|\/|from|on|at|or|w\/|most|but|not|broad|spectrum|spf|de|del|con|para|y|no|la|el|los|las|und|mit|für|et|avec|pour|du|des|le)$/i;
const PREPOSITION = /^(?:for|with|w\/|in|inc\.?|including|featuring|to|para|con|für|mit|pour|avec)$/i;
const UNIT =
  /^\(?(?:["”″]|in|inch|cm|mm|m|ft|gb|tb|mb|mah|w|v|hz|ghz|mhz|mbit\/s|ml|l|oz|g|kg|lb|lbs|pcs?|pc\(s\)|mp|sheets|pages|pixels)\.?\)?$/i;

/** Brand, model and head noun; the tail of specifications, colours and compatibilities is dropped. */
export function shortTitle(product: Product): string {
  return namesOf(product)[0]?.name ?? product.title;
}

/** Short titles for the products of one turn: a name that would fit two of them grows until it fits one. */
export function shortTitles(products: readonly Product[]): ReadonlyMap<Sku, string> {
  const names = new Map(products.map((product) => [product.sku, namesOf(product)]));
  const titles = new Map<Sku, string>();
  for (const [sku, own] of names) {
    const others = [...names].filter(([other]) => other !== sku).map(([, candidates]) => candidates);
    const isTaken = (name: Name) =>
      others.some((candidates) => candidates.some((other) => other.lower === name.lower));
    titles.set(sku, (own.find((name) => !isTaken(name)) ?? own.at(-1))?.name ?? sku);
  }
  return titles;
}

interface Name {
  name: string;
  lower: string;
}

/** The same object stands for a product as long as it is talked of, and a title takes some ten patterns to read. */
const namesOfProducts = new WeakMap<Product, readonly Name[]>();

/** From short to long. */
function namesOf(product: Product): readonly Name[] {
  let names = namesOfProducts.get(product);
  if (names === undefined) {
    names = namesFromShortToLong(product).map((name) => ({ name, lower: name.toLowerCase() }));
    namesOfProducts.set(product, names);
  }
  return names;
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
  const stop = words.findIndex(
    (word, index) => index > 0 && DANGLING.test(word) && !/^(?:and|&)$/i.test(word),
  );
  const head = (stop === -1 ? words : words.slice(0, stop)).at(-1) ?? "";
  if (!isPluralNoun(head)) return false;
  const common = `${product.categories.join(" ").toLowerCase()} ${product.description}`;
  const isOwnKind = kindNouns(product).has(singularOf(head).toLowerCase());
  return ALWAYS_PLURAL.test(head) || isOwnKind || common.includes(head.toLowerCase());
}

const ALWAYS_PLURAL =
  /^(?:jeans|pants|trousers|shorts|leggings|sunglasses|headphones|earbuds|gloves|socks|shoes|boots|sneakers|goggles|pliers|scissors)$/i;

function namesFromShortToLong(product: Product): string[] {
  const clean = withoutQuotes(cleanTitle(product.title));
  const segments = clean
    .split(/\s+[-–—|]\s+|,\s+|(?<=\S\s+\S+):\s+|(?<=\p{Ll}{4})\.\s+/u)
    .map(withoutBrackets)
    .filter(Boolean);
  const [opening = clean, second] = segments;
  const joined = second === undefined ? null : joinOpening(opening, second, product);
  const first = joined ?? opening;
  const rest = segments.slice(joined === null ? 1 : 2);

  const trimmed = trimName(first, product);
  const tails = rest.map((segment) => `${trimmed} ${segment}`);
  const growing = rest.map((_, index) => [first, ...rest.slice(0, index + 1)].join(" "));
  const candidates = [trimmed, first, ...tails, ...growing, clean].map(withoutEnd).map(calmTitle);
  return [...new Set(candidates)].filter(Boolean);
}

/** What begins with "Brand - " or "SERIES - ", or with a kind that the whole shop sells, is named by what follows. */
function joinOpening(opening: string, second: string, product: Product): string | null {
  const brand = product.brand === null ? "" : cleanTitle(product.brand);
  if (brand !== "" && sameName(opening, brand)) return withBrandOnce(opening, second);
  if (!opening.includes(" ") && /^\p{Lu}/u.test(second)) return `${opening} ${second}`;
  if (brand === "" || !opening.toLowerCase().startsWith(`${brand.toLowerCase()} `)) return null;
  const kinds = kindNouns(product);
  const values = product.attributes.flatMap(({ value }) => value.toLowerCase().split(" "));
  const saysOnlyKind = opening
    .slice(brand.length + 1)
    .toLowerCase()
    .split(" ")
    .every((word) => kinds.has(singularOf(word)) || values.includes(word));
  return saysOnlyKind ? withBrandOnce(brand, second) : null;
}

/** Several listings repeat the brand after "Brand - ". Said once is enough. */
function withBrandOnce(brand: string, model: string): string {
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`;
}

function trimName(name: string, product: Product): string {
  const words = name.split(" ");
  if (words.length <= MAX_WORDS && name.length <= MAX_LENGTH) return name;
  const preposition = words.findIndex((word, index) => index >= 2 && PREPOSITION.test(word));
  const measure = words.findIndex((_, index) => index >= 3 && isMeasureAt(words, index));
  const core = words.slice(0, Math.min(...[preposition, measure, words.length].filter((cut) => cut >= 2)));
  const whole = endWell(core);
  if (core.length <= MAX_WORDS && whole.length <= MAX_LENGTH) return whole;
  const head = categoryWordAt(core, product);
  if (head !== -1 && head < MAX_WORDS) return endWell(core.slice(0, head + 1));
  if (core.length <= WHOLE_MAX_WORDS && whole.length <= WHOLE_MAX_LENGTH) return whole;
  // The kind comes too late to keep all that stands before it: "L'Oreal Paris Voluminous … Mascara".
  const kind = head === -1 ? "" : ` ${core[head]}`;
  let kept = core.slice(0, kind === "" ? MAX_WORDS : MAX_WORDS - 1);
  while (kept.length > 2 && `${kept.join(" ")}${kind}`.length > WHOLE_MAX_LENGTH) kept = kept.slice(0, -1);
  return `${endWell(kept)}${kind}`;
}

/** "8GB" and "17 cm", and lists of variants ("Black,Cyan,Magenta"): where specifications begin. */
function isMeasureAt(words: readonly string[], index: number): boolean {
  const word = words[index] ?? "";
  if (/,.+,/.test(word)) return true;
  const [, glued] = /^\(?[\d.,/x]+(\D+)$/i.exec(word) ?? [];
  if (glued !== undefined) return UNIT.test(glued);
  return /^[\d.,]+$/.test(word) && UNIT.test(words[index + 1] ?? "");
}

/** Where the title names what the thing is: "Laptop" in "Acer Aspire 5 Slim Laptop". A kind that comes first names nothing yet. */
function categoryWordAt(words: readonly string[], product: Product): number {
  const nouns = kindNouns(product);
  return words.findLastIndex((word, index) => index >= 2 && nouns.has(singularOf(word).toLowerCase()));
}

/** What the categories call a single one of their things: "case" and "clip" of "iPhone Cases & Clips". */
function kindNouns(product: Product): ReadonlySet<string> {
  return new Set(
    product.categories
      .flatMap((name) => name.split(/\s*(?:&|,|>|\/|\band\b)\s*/))
      .map((name) => singularOf(name.split(" ").at(-1) ?? "").toLowerCase())
      .filter(Boolean),
  );
}

function endWell(words: readonly string[]): string {
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

/** A name in quotes would read like a customer's words, and half of a pair like a mistake; the mark for inches stays. */
function withoutQuotes(name: string): string {
  return name
    .replace(/(?<![\p{L}\p{N}])"([^"]+)"/gu, "$1")
    .replace(/(?<!\d)["“”„«»]|["“”„«»](?=\p{L})/gu, "");
}

/** A name that ends like a sentence would end the sentence it stands in. */
function withoutEnd(name: string): string {
  return name
    .replace(/[?]|!(?!\S)/g, "")
    .replace(/(?<!\b\p{L}(?:\.\p{L})*)[.!,:;–—-]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
