import { growingUint8 } from "../packed/growing-array.ts";
import { invertLists, type Lists, ListsBuilder, listAt } from "../packed/lists.ts";
import { contentWords, foldText, singularOf } from "./fold-text.ts";
import { FULLY, type Grades } from "./grades.ts";
import type { Product } from "./product.ts";
import { headsOf, namesAccessories, type ProductKind } from "./product-kind.ts";
import { type MinedSynonyms, NO_SYNONYMS } from "./synonym-miner.ts";
import { singularPhrase, synonymsOf } from "./synonyms.ts";
import { Dictionary, type DictionaryData, packDictionary } from "./words/dictionary.ts";

/** How surely a product is of a kind that was asked for. */
export const KIND = {
  category: FULLY,
  ancestor: 0.7 * FULLY,
  title: 0.85 * FULLY,
  looseTitle: 0.45 * FULLY,
  otherKind: 0.2 * FULLY,
} as const;
/** What a grade counts for when only the catalog's own usage says that the two names are of one kind. */
const MINED_SHARE = 0.8;

export interface KindIndexData {
  size: number;
  /** Each distinct category name: its words and its heads, singular. */
  names: { words: string[]; heads: string[] }[];
  /** By category name: its documents, those that have a narrower category of accessories under it left out. */
  documentsOfName: Lists;
  /** By category name: all of its documents. */
  allOfName: Lists;
  /** The singular words that titles name things by, and those that such names end on. */
  words: DictionaryData;
  /** By word: the documents whose title has it in what names the thing. */
  byTitleWord: Lists;
  /** By word: the documents that have it for a head. */
  byHead: Lists;
  /** By document: 1 for what goes with something else. */
  isAccessory: Uint8Array;
}

/** Takes in products one by one, in the order of their documents. */
export class KindIndexBuilder {
  readonly #names = new Map<string, number>();
  readonly #nameWords: { words: string[]; heads: string[] }[] = [];
  readonly #words = new Map<string, number>();
  readonly #isAccessory = growingUint8();
  readonly #ofName = new ListsBuilder();
  readonly #allOfName = new ListsBuilder();
  readonly #titleWords = new ListsBuilder();
  readonly #heads = new ListsBuilder();

  add(product: Product, kind: ProductKind): void {
    this.#isAccessory.push(Number(kind.isAccessory));
    const last = product.categories.length - 1;
    const names = product.categories.map((category) => this.#nameOf(category));
    this.#allOfName.add(names);
    // A laptop bag is no laptop, whatever the department above it; a backpack is one of the "Bags" above it.
    const isOf = (level: number) => level === last || namesAccessories(product.categories[level] ?? "");
    this.#ofName.add(names.filter((_, level) => !kind.isAccessory || isOf(level)));
    this.#titleWords.add(contentWords(kind.named).map((word) => numbered(this.#words, singularOf(word))));
    this.#heads.add([...kind.heads].map((head) => numbered(this.#words, head)));
  }

  #nameOf(category: string): number {
    const number = numbered(this.#names, foldText(category));
    this.#nameWords[number] ??= {
      words: [...new Set(contentWords(category).map(singularOf))],
      heads: [...new Set(headsOf(category))],
    };
    return number;
  }

  finish(): KindIndexData {
    const words = [...this.#words.keys()].sort();
    const places = new Uint32Array(words.length);
    words.forEach((word, place) => {
      places[this.#words.get(word) ?? 0] = place;
    });
    return {
      size: this.#isAccessory.length,
      names: this.#nameWords,
      documentsOfName: invertLists(this.#ofName.finish(), this.#nameWords.length),
      allOfName: invertLists(this.#allOfName.finish(), this.#nameWords.length),
      words: packDictionary(words),
      byTitleWord: invertLists(this.#titleWords.finish(places), words.length),
      byHead: invertLists(this.#heads.finish(places), words.length),
      isAccessory: this.#isAccessory.finish(),
    };
  }
}

function numbered(numbers: Map<string, number>, word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(word, number);
  }
  return number;
}

/** Answers "which products are laptops?" from category names and the nouns that titles end on. */
export class KindIndex {
  readonly #data: KindIndexData;
  readonly #synonyms: MinedSynonyms;
  readonly #words: Dictionary;
  readonly #cache = new Map<string, Grades>();
  readonly #cacheLimit: number;
  /** By document, of one phrase at a time: making them anew would keep the garbage collector busy. */
  readonly #titles: Uint32Array;
  readonly #namesakes: Uint8Array;

  constructor(data: KindIndexData, synonyms: MinedSynonyms = NO_SYNONYMS) {
    this.#data = data;
    this.#synonyms = synonyms;
    this.#words = new Dictionary(data.words);
    this.#cacheLimit = Math.max(4, Math.min(500, Math.floor(CACHED_GRADES / Math.max(1, data.size))));
    this.#titles = new Uint32Array(data.size);
    this.#namesakes = new Uint8Array(data.size);
  }

  /**
   * A grade per product for a phrase such as "gravel bikes". All zero when the catalog has nothing of the kind: a phrase
   * it does not know is never read as something else. Not to be changed by the caller.
   */
  grades(phrase: string): Grades {
    const key = singularPhrase(foldText(phrase));
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const grades = this.#gradesOf(key);
    for (const other of this.#synonyms.of(key)) raise(grades, this.#gradesOf(other), MINED_SHARE);
    for (const other of synonymsOf(key)) raise(grades, this.#gradesOf(other), 1);
    if (this.#cache.size >= this.#cacheLimit) this.#cache.clear();
    this.#cache.set(key, grades);
    return grades;
  }

  #gradesOf(phrase: string): Grades {
    const grades = new Uint8Array(this.#data.size);
    const words = [...new Set(phrase.split(" ").filter((word) => word !== ""))];
    const head = words.at(-1);
    if (head === undefined || words.length > MOST_WORDS) return grades;
    const titles = this.#titleMasks(words);
    const hasCategory = this.#gradeByName(grades, words, head, titles);
    const hasTitle = this.#gradeByTitle(grades, words, head, titles, hasCategory);
    if (!hasCategory && !hasTitle) gradeLoosely(grades, titles, words);
    this.#preferNamesake(grades, words);
    return grades;
  }

  /** By document, a bit for each of the words that its title has in what names the thing. */
  #titleMasks(words: readonly string[]): Uint32Array {
    const masks = this.#titles.fill(0);
    words.forEach((word, place) => {
      for (const document of listAt(this.#data.byTitleWord, this.#words.find(word)))
        masks[document] = (masks[document] ?? 0) | (1 << place);
    });
    return masks;
  }

  /** Answers whether any category is of the kind. */
  #gradeByName(grades: Grades, words: readonly string[], head: string, titles: Uint32Array): boolean {
    const joined = words.join("");
    let hasAny = false;
    this.#data.names.forEach((name, place) => {
      if (!name.heads.includes(head) && !name.heads.includes(joined)) return;
      const missing = name.heads.includes(joined) ? 0 : maskOf(words, (word) => !name.words.includes(word));
      const grade = missing === 0 ? KIND.category : KIND.ancestor;
      const isOther = this.#namedOtherwise(name.heads, words, titles);
      for (const document of listAt(this.#data.documentsOfName, place)) {
        if (((titles[document] ?? 0) & missing) >>> 0 !== missing || isOther?.(document)) continue;
        grades[document] = Math.max(grades[document] ?? 0, grade);
        hasAny = true;
      }
    });
    return hasAny;
  }

  /** Of "Sleeping bags & mats", what is titled a mat is no sleeping bag. Null for a name that joins nothing. */
  #namedOtherwise(
    heads: readonly string[],
    words: readonly string[],
    titles: Uint32Array,
  ): ((document: number) => boolean) | null {
    const others = heads.filter((head) => !words.includes(head) && head !== words.join(""));
    if (heads.length < 2 || others.length === 0) return null;
    const lists = others.map((head) => listAt(this.#data.byTitleWord, this.#words.find(head)));
    const isOther = new Set(lists.flatMap((list) => [...list]));
    const own = maskOf(words, (word) => heads.includes(word));
    return (document) => isOther.has(document) && ((titles[document] ?? 0) & own) === 0;
  }

  /** "Gaming laptop" by its title alone; beside products of that category, an accessory's title is not believed. */
  #gradeByTitle(
    grades: Grades,
    words: readonly string[],
    head: string,
    titles: Uint32Array,
    hasCategory: boolean,
  ): boolean {
    const documents = listAt(this.#data.byHead, this.#words.find(head));
    const whole = maskOf(words, () => true);
    const isForAccessories = this.#areAccessories(documents);
    let hasAny = false;
    for (const document of documents) {
      if (titles[document] !== whole) continue;
      if (hasCategory && this.#data.isAccessory[document] === 1 && !isForAccessories) continue;
      grades[document] = Math.max(grades[document] ?? 0, KIND.title);
      hasAny = true;
    }
    return hasAny;
  }

  /** Whether most products whose name ends on a word are accessories: then accessories are what is asked for. */
  #areAccessories(documents: Uint32Array): boolean {
    let accessories = 0;
    for (const document of documents) accessories += this.#data.isAccessory[document] ?? 0;
    return accessories * 2 > documents.length;
  }

  /**
   * In a shop with a department "Bags", a sleeping bag is a bag by its last word only: another kind. Where that department
   * holds the smaller part of what is called so ("Shoes" beside "Trail shoes" and "Boat shoes"), the rest is the kind as
   * well, and only comes after it.
   */
  #preferNamesake(grades: Grades, words: readonly string[]): void {
    const own = this.#namesakes.fill(0);
    let hasNamesake = false;
    this.#data.names.forEach((name, place) => {
      if (name.words.length !== words.length || !words.every((word) => name.words.includes(word))) return;
      hasNamesake = true;
      for (const document of listAt(this.#data.allOfName, place)) own[document] = 1;
    });
    if (!hasNamesake) return;
    let namesakes = 0;
    let others = 0;
    for (let document = 0; document < grades.length; document++) {
      if ((grades[document] ?? 0) <= KIND.looseTitle) continue;
      if (own[document] === 1) namesakes++;
      else others++;
    }
    const grade = namesakes >= others ? KIND.otherKind : KIND.looseTitle;
    for (let document = 0; document < grades.length; document++) {
      if ((grades[document] ?? 0) > KIND.looseTitle && own[document] === 0) grades[document] = grade;
    }
  }
}

/** Grades kept for phrases asked before, over all phrases: 16 MB. */
const CACHED_GRADES = 16_000_000;
/** A phrase's words are bits of a mask. */
const MOST_WORDS = 31;

function gradeLoosely(grades: Grades, titles: Uint32Array, words: readonly string[]): void {
  const whole = maskOf(words, () => true);
  for (let document = 0; document < grades.length; document++)
    if (titles[document] === whole) grades[document] = KIND.looseTitle;
}

function maskOf(words: readonly string[], isMeant: (word: string) => boolean): number {
  return words.reduce((mask, word, place) => (isMeant(word) ? mask | (1 << place) : mask), 0) >>> 0;
}

function raise(grades: Grades, others: Grades, share: number): void {
  for (let document = 0; document < grades.length; document++) {
    const other = Math.round(share * (others[document] ?? 0));
    if (other > (grades[document] ?? 0)) grades[document] = other;
  }
}
