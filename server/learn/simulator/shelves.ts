/**
 * A catalog as somebody walks through it: shelves of things that could stand in for one another, with what people call
 * them. Made once per catalog, from products only; nothing here comes from the agent's own search or vocabulary.
 */
import pluralize from "pluralize";
import type { Product } from "../../catalog/product.ts";

export interface Shelf {
  /** What people call a thing of this shelf, in the singular where that is clear: "backpack". */
  kind: string;
  /** In stock; at least one. */
  products: Product[];
}

/** Names that file things without saying what they are. */
const VAGUE =
  /accessories$|^(accessor(y|ies)|apparel|clothing|clothes|others?|misc(ellaneous)?|general|all|products?|home|gear|parts?|items?|new|sale|uncategori[sz]ed|default|goods|stuff|gifts?|featured|sporting goods)$/i;

/** Every product in stock stands on exactly one shelf. Empty when nothing is in stock. */
export function shelvesOf(products: Iterable<Product>): Shelf[] {
  const byPath = new Map<string, Product[]>();
  const nouns = new Map<string, number>();
  for (const product of products) {
    if (!product.inStock) continue;
    putUnder(byPath, product.categories.join(" > "), product);
    const noun = titleNoun(product).toLowerCase();
    nouns.set(noun, (nouns.get(noun) ?? 0) + 1);
  }
  const recurs = (noun: string) => (nouns.get(noun.toLowerCase()) ?? 0) > 1;
  return [...byPath.values()].flatMap((own) => shelvesOfCategory(own, recurs));
}

/** "Sleeping bags & mats" are two shelves, and a category that says nothing is as many as its titles name things. */
function shelvesOfCategory(products: readonly Product[], recurs: (noun: string) => boolean): Shelf[] {
  const kinds = kindsNamed(products, recurs);
  const byKind = new Map<string, Product[]>();
  for (const product of products) putUnder(byKind, kindOf(product, kinds, recurs), product);
  return [...byKind].map(([kind, own]) => ({ kind, products: own }));
}

/** The kind whose words the title has, all or the last; the only one there is; else what the title itself names. */
function kindOf(product: Product, kinds: readonly string[], recurs: (noun: string) => boolean): string {
  const title = product.title.toLowerCase();
  const has = (words: readonly string[]) => words.every((word) => title.includes(word.toLowerCase()));
  const kind =
    kinds.find((each) => has(each.split(" "))) ??
    kinds.find((each) => has([lastWord(each)])) ??
    (kinds.length === 1 ? kinds[0] : undefined);
  const noun = singular(titleNoun(product));
  if (kind === undefined) return noun;
  // A "messenger bag" among "Messengers & totes" is not called a messenger.
  const isPrefix = title.includes(`${lastWord(kind)} ${noun}`.toLowerCase());
  return isPrefix && recurs(titleNoun(product)) ? `${kind} ${noun}` : kind;
}

/** What a category calls its things: the parts of its name that are in the plural, or that titles end on, too. */
function kindsNamed(products: readonly Product[], recurs: (noun: string) => boolean): string[] {
  const name = products[0]?.categories.at(-1) ?? "";
  if (VAGUE.test(name)) return [];
  const nouns = new Set(products.map((product) => titleNoun(product).toLowerCase()));
  const isKind = (part: string) => {
    const noun = lastWord(part);
    const isPlural = pluralize.isPlural(noun) && pluralize.singular(noun) !== noun;
    return isPlural || nouns.has(noun.toLowerCase());
  };
  const parts = name
    .split(/\s*(?:&|,|\/|\+|\band\b|\bor\b)\s*/i)
    .map((part) => part.replace(/^all\s+/i, "").trim())
    .filter((part) => part !== "" && !VAGUE.test(part));
  // Where titles are mere names ("Bravo", "Echo"), the category is all there is to say.
  const telling = products.filter((product) => recurs(titleNoun(product))).length;
  if (parts.length === 1 && telling < products.length * NAMES_TELL) return parts.map(singular);
  const last = parts.at(-1) ?? "";
  return parts
    .map((part) => (!isKind(part) && last.includes(" ") ? `${part} ${lastWord(last)}` : part))
    .filter(isKind)
    .map(singular);
}

const NAMES_TELL = 0.25;

/** The last word of what a title names, after the maker and before what it says further: "Harbour Lamp, brass, 40 cm" is a lamp. */
function titleNoun(product: Product): string {
  const maker = (product.brand ?? "").replace(MARKS, "").trim().toLowerCase();
  const named =
    product.title
      .replace(MARKS, "")
      .split(/\s[-–—|]\s|[,(|:]|\s(?:with|for|in|by|of)\s/i)
      .find((part) => part.trim() !== "" && part.trim().toLowerCase() !== maker) ?? "";
  const words = named.split(/\s+/).filter((word) => /^\p{L}[\p{L}'-]{2,}$/u.test(word));
  return words.at(-1) ?? product.title;
}

const MARKS = /[®™©]/g;

function singular(phrase: string): string {
  return phrase.replace(/\S+$/, (word) => (/^[\p{L}-]+$/u.test(word) ? pluralize.singular(word) : word));
}

function lastWord(phrase: string): string {
  return phrase.split(" ").at(-1) ?? phrase;
}

function putUnder(shelves: Map<string, Product[]>, key: string, product: Product): void {
  const own = shelves.get(key);
  if (own) own.push(product);
  else shelves.set(key, [product]);
}

/** What else goes by the same noun: whoever asks for a kit means these, too. */
export function likeKind(shelves: readonly Shelf[], { kind }: Shelf): Product[] {
  const noun = lastWord(kind).toLowerCase();
  return shelves
    .filter((shelf) => lastWord(shelf.kind).toLowerCase() === noun)
    .flatMap(({ products }) => products);
}
