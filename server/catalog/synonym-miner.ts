import { foldText } from "./fold-text.ts";
import type { Product } from "./product.ts";
import { headOf, headsOf, type ProductKind } from "./product-kind.ts";
import { singularPhrase } from "./synonyms.ts";
import { tokensOf } from "./words/tokens.ts";

/** Names that a catalog itself uses for one thing, in the singular: ["strap", "band"], ["ups", "uninterruptible power supply"]. */
export interface MinedSynonymsData {
  pairs: [string, string][];
}

/** A catalog says a short form beside the long one more than once, and the nouns of a category often enough to count. */
const LEAST = { mentions: 2, category: 8, noun: 3 };
/** Two nouns are all that a category is made of, and one of them is found nowhere else. */
const SHARE = { both: 0.9, inside: 0.9 };
const CATEGORY_STEP = 2 ** 26;

/**
 * Finds names for one thing in what a catalog says, whatever its language. Rather none than a wrong one:
 * - a short form whose letters begin the words beside it: "Uninterruptible Power Supply (UPS)", "TFT (thin film transistor)";
 * - two nouns on which the titles of a category end, where one is the category's own name, the other names no category, and
 *   there is hardly any third: "Watch Bands" full of bands and straps. A category that lists things ("Phones & Tablets")
 *   names both, so that neither stands for the other; "Televisions (TVs)" and "Sofas or couches" say that they are one.
 */
export class SynonymMiner {
  readonly #nouns = new Map<string, number>();
  readonly #categories = new Map<string, number>();
  /** Products by category and noun, as `category * CATEGORY_STEP + noun`. */
  readonly #together = new Map<number, number>();
  readonly #byNoun: number[] = [];
  readonly #byCategory: number[] = [];
  readonly #mentions = new Map<string, number>();

  add(product: Product, kind: ProductKind): void {
    const noun = numbered(this.#nouns, headOf(kind.named));
    this.#byNoun[noun] = (this.#byNoun[noun] ?? 0) + 1;
    for (const name of new Set(product.categories)) {
      const category = numbered(this.#categories, name);
      this.#byCategory[category] = (this.#byCategory[category] ?? 0) + 1;
      countIn(this.#together, category * CATEGORY_STEP + noun);
    }
    const texts = [product.title, product.description, ...product.attributes.map(({ value }) => value)];
    for (const pair of new Set(texts.flatMap(shortFormsIn))) countIn(this.#mentions, pair);
  }

  finish(): MinedSynonymsData {
    const pairs = new Map<string, [string, string]>();
    for (const pair of [...this.#shortForms(), ...this.#nounsOfOneKind()]) pairs.set(pair.join("|"), pair);
    return { pairs: [...pairs.values()] };
  }

  /** Of each short form the long one that is said most. */
  #shortForms(): [string, string][] {
    const best = new Map<string, { long: string; count: number }>();
    for (const [pair, count] of this.#mentions) {
      const [short = "", long = ""] = pair.split("|");
      if (count >= LEAST.mentions && count > (best.get(short)?.count ?? 0)) best.set(short, { long, count });
    }
    return [...best].map(([short, { long }]) => [short, long]);
  }

  #nounsOfOneKind(): [string, string][] {
    const names = [...this.#categories.keys()];
    const nouns = [...this.#nouns.keys()];
    const ofCategories = new Set(names.filter((name) => !EQUATING.test(name)).flatMap(headsOf));
    const pairs: [string, string][] = [];
    for (const [key, count] of this.#together) {
      const category = Math.floor(key / CATEGORY_STEP);
      const other = nouns[key % CATEGORY_STEP] ?? "";
      const inAll = this.#byNoun[key % CATEGORY_STEP] ?? 0;
      const size = this.#byCategory[category] ?? 0;
      if (other === "" || size < LEAST.category || count < LEAST.noun) continue;
      if (ofCategories.has(other) || count < SHARE.inside * inAll) continue;
      for (const own of headsOf(names[category] ?? "")) {
        const noun = this.#nouns.get(own);
        if (noun === undefined || own === other) continue;
        const having = this.#together.get(category * CATEGORY_STEP + noun) ?? 0;
        if (having >= LEAST.noun && having + count >= SHARE.both * size) pairs.push([own, other]);
      }
    }
    return pairs;
  }
}

/** A category name that says the same thing twice. */
const EQUATING = /\(|\sor\s/i;

const LETTERS = String.raw`\p{Lu}[\p{L}\p{N}]{2,6}?`;
const WORD = String.raw`[\p{L}\p{N}]+`;
const LONG_THEN_SHORT = new RegExp(String.raw`((?:${WORD}[ -]){3,8})\((${LETTERS})s?\)`, "gu");
const SHORT_THEN_LONG = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${LETTERS})s? \((${WORD}(?:[ -]${WORD}){2,7})\)`,
  "gu",
);

/** Pairs of a short form and the words whose first letters it is, as "short|long". */
function shortFormsIn(text: string): string[] {
  if (!text.includes("(")) return [];
  const before = [...text.matchAll(LONG_THEN_SHORT)].map(([, long = "", short = ""]) => {
    const words = long.trim().split(/[ -]/);
    return { short, words: words.slice(-short.length) };
  });
  const behind = [...text.matchAll(SHORT_THEN_LONG)].map(([, short = "", long = ""]) => {
    return { short, words: long.split(/[ -]/) };
  });
  return [...before, ...behind]
    .filter(({ short, words }) => foldText(short) === foldText(words.map((word) => word.charAt(0)).join("")))
    .map(
      ({ short, words }) => `${foldText(short)}|${singularPhrase(tokensOf(words.join(" ")).words.join(" "))}`,
    );
}

function numbered(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

function countIn<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What one catalog calls by several names, read both ways. */
export class MinedSynonyms {
  readonly #others = new Map<string, string[]>();

  constructor({ pairs }: MinedSynonymsData) {
    for (const [one, other] of pairs) {
      this.#others.set(one, [...(this.#others.get(one) ?? []), other]);
      this.#others.set(other, [...(this.#others.get(other) ?? []), one]);
    }
  }

  /** Other names of a thing, in the singular; empty when there are none. */
  of(phrase: string): readonly string[] {
    return this.#others.get(singularPhrase(phrase)) ?? [];
  }
}

export const NO_SYNONYMS = new MinedSynonyms({ pairs: [] });
