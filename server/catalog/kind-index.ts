import { contentWords, foldText, singularOf } from "./fold-text.ts";
import type { Product } from "./product.ts";
import { headsOf, type ProductKind } from "./product-kind.ts";
import { singularPhrase, synonymsOf } from "./synonyms.ts";

/** How surely a product is of a kind that was asked for, 0 to 1. */
export const KIND = { category: 1, ancestor: 0.7, title: 0.85, looseTitle: 0.45 } as const;

interface CategoryName {
  words: Set<string>;
  heads: Set<string>;
  documents: number[];
  /** Documents that have a narrower category of accessories under this one. */
  accessories: Set<number>;
}

/** Answers "which products are laptops?" from category names and the nouns that titles end on. */
export class KindIndex {
  readonly #names = new Map<string, CategoryName>();
  readonly #byTitleHead = new Map<string, number[]>();
  readonly #titleWords: Set<string>[];
  readonly #isAccessory: boolean[];
  readonly #cache = new Map<string, Float32Array>();
  readonly #size: number;

  constructor(products: readonly Product[], kinds: readonly ProductKind[]) {
    this.#size = products.length;
    this.#isAccessory = kinds.map((kind) => kind.isAccessory);
    this.#titleWords = kinds.map((kind) => new Set(contentWords(kind.named).map(singularOf)));
    products.forEach((product, document) => {
      const kind = kinds[document];
      if (kind === undefined) return;
      product.categories.forEach((category, level) => {
        this.#addCategory(category, document, kind.isAccessory && level < product.categories.length - 1);
      });
      for (const head of kind.heads) {
        const documents = this.#byTitleHead.get(head);
        if (documents === undefined) this.#byTitleHead.set(head, [document]);
        else documents.push(document);
      }
    });
  }

  /**
   * A grade per product for a phrase such as "gravel bikes". All zero when the catalog has nothing of the kind: a phrase
   * it does not know is never read as something else.
   */
  grades(phrase: string): Float32Array {
    const key = singularPhrase(foldText(phrase));
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    let grades = this.#gradesOf(key);
    for (const other of synonymsOf(key)) grades = highest(grades, this.#gradesOf(other));
    if (this.#cache.size > CACHE_LIMIT) this.#cache.clear();
    this.#cache.set(key, grades);
    return grades;
  }

  #addCategory(category: string, document: number, isAboveAccessory: boolean): void {
    const key = foldText(category);
    let name = this.#names.get(key);
    if (name === undefined) {
      const heads = new Set(headsOf(category));
      name = {
        words: new Set(contentWords(category).map(singularOf)),
        heads,
        documents: [],
        accessories: new Set(),
      };
      this.#names.set(key, name);
    }
    name.documents.push(document);
    if (isAboveAccessory) name.accessories.add(document);
  }

  #gradesOf(phrase: string): Float32Array {
    const grades = new Float32Array(this.#size);
    const words = phrase.split(" ").filter((word) => word !== "");
    const head = words.at(-1);
    if (head === undefined) return grades;
    for (const name of this.#names.values()) this.#gradeByName(grades, name, words, head);
    this.#gradeByTitle(grades, words, head);
    this.#preferNamesake(grades, words);
    return grades;
  }

  /** In a shop with a department "Bags", a sleeping bag is a bag by its last word only. */
  #preferNamesake(grades: Float32Array, words: string[]): void {
    const namesakes = [...this.#names.values()].filter(
      (name) => name.words.size === words.length && words.every((word) => name.words.has(word)),
    );
    if (namesakes.length === 0) return;
    const own = new Set(namesakes.flatMap((name) => name.documents));
    grades.forEach((grade, document) => {
      if (grade > KIND.looseTitle && !own.has(document)) grades[document] = KIND.looseTitle;
    });
  }

  #gradeByName(grades: Float32Array, name: CategoryName, words: string[], head: string): void {
    const isNamed = name.heads.has(head) || name.heads.has(words.join(""));
    if (!isNamed) return;
    const isWhole = words.every((word) => name.words.has(word)) || name.heads.has(words.join(""));
    for (const document of name.documents) {
      if (name.accessories.has(document)) continue;
      const title = this.#titleWords[document];
      const isPart = isWhole || words.every((word) => name.words.has(word) || title?.has(word));
      if (isPart) grades[document] = Math.max(grades[document] ?? 0, isWhole ? KIND.category : KIND.ancestor);
    }
  }

  /** "Gaming laptop" by its title alone; beside products of that category, an accessory's title is not believed. */
  #gradeByTitle(grades: Float32Array, words: string[], head: string): void {
    const hasCategory = grades.some((grade) => grade > 0);
    const wantsAccessory = this.#isAccessoryHead(head);
    for (const document of this.#byTitleHead.get(head) ?? []) {
      const title = this.#titleWords[document];
      if (!words.every((word) => title?.has(word))) continue;
      if (hasCategory && this.#isAccessory[document] && !wantsAccessory) continue;
      grades[document] = Math.max(grades[document] ?? 0, KIND.title);
    }
    if (grades.some((grade) => grade > 0)) return;
    this.#titleWords.forEach((title, document) => {
      if (words.every((word) => title.has(word))) grades[document] = KIND.looseTitle;
    });
  }

  /** Whether most products whose name ends on the word are accessories: then accessories are what is asked for. */
  #isAccessoryHead(head: string): boolean {
    const documents = this.#byTitleHead.get(head) ?? [];
    const accessories = documents.filter((document) => this.#isAccessory[document]).length;
    return accessories * 2 > documents.length;
  }
}

const CACHE_LIMIT = 500;

function highest(one: Float32Array, other: Float32Array): Float32Array {
  return one.map((grade, document) => Math.max(grade, other[document] ?? 0));
}
