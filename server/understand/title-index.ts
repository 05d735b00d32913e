/**
 * Product titles by their rare words, so that a part of a title or a misspelt one finds its product. A look-up costs
 * what the few products with a rare word cost, however large the catalog is.
 */
import type { Sku } from "../catalog/product.ts";
import { growingUint32 } from "../packed/growing-array.ts";
import { StringList, StringListBuilder, type StringListData } from "../packed/string-list.ts";
import { WordTable, WordTableBuilder, type WordTableData } from "../packed/word-table.ts";
import { COMMON_WORDS } from "./english-words.ts";
import { StemReader } from "./tokens.ts";

/** Titles are numbered in the order they were added, words in the order they first occurred. */
export interface TitleIndexData {
  skus: StringListData;
  words: WordTableData;
  /** In how many titles each word occurs. */
  frequencies: Uint32Array;
  /** Where the words of each title begin in `titleWords`, and where the last title's end. */
  titleStarts: Uint32Array;
  /** The distinct words of each title, in order. */
  titleWords: Uint32Array;
  /** Where the titles of each word begin in `postings`, and where the last word's end; frequent words have none. */
  postingStarts: Uint32Array;
  postings: Uint32Array;
}

export interface FoundTitle {
  sku: Sku;
  /** Of the words it shares, rare words weighing more. */
  weight: number;
  shared: string[];
  /** The share of the title's whole weight that `weight` is. */
  coverage: number;
}

export interface TitleIndex {
  /** Titles in the index. */
  count: number;
  /** Titles that hold some of the words, which are distinct, best first. */
  find(stems: readonly string[]): FoundTitle[];
  /** In how many titles the stem occurs. */
  frequency(stem: string): number;
}

/** A word in more titles than this names a kind of product, not a product. */
const RARE = 40;
/** Titles of nothing but frequent words are looked for among those of the rarest, as long as these are not too many. */
const MOST_CANDIDATES = 400;
const MOST_RESULTS = 5;

/** Said in titles as everywhere, so that to share them is to share nothing. */
const STOP_WORDS = new Set(
  "a an and the of for with without in on at to from by or is are be it its this that these those as your you i me my we our us he she they them his her their who what which some any something anything one ones thing things really very just also please want need looking look like would could should can good nice great best show find get buy have has do does not no so too than more less under over about around up im id ive".split(
    " ",
  ),
);

export class TitleIndexBuilder {
  readonly #reader = new StemReader();
  readonly #skus = new StringListBuilder();
  readonly #words = new WordTableBuilder();
  readonly #titleStarts = growingUint32();
  readonly #titleWords = growingUint32();

  add(sku: Sku, title: string): void {
    this.#skus.add(sku);
    this.#titleStarts.push(this.#titleWords.length);
    for (const stem of new Set(this.#reader.stemsOf(title)))
      if (!STOP_WORDS.has(stem)) this.#titleWords.push(this.#words.add(stem));
  }

  finish(): TitleIndexData {
    this.#titleStarts.push(this.#titleWords.length);
    const words = this.#words.finish();
    const titleStarts = this.#titleStarts.finish();
    const titleWords = this.#titleWords.finish();
    const frequencies = new Uint32Array(words.words.starts.length - 1);
    for (const word of titleWords) frequencies[word] = (frequencies[word] ?? 0) + 1;
    return {
      skus: this.#skus.finish(),
      words,
      frequencies,
      titleStarts,
      titleWords,
      ...postingsOf(frequencies, titleStarts, titleWords),
    };
  }
}

/** The titles of each word that is rare enough to be looked up by, in order. */
function postingsOf(
  frequencies: Uint32Array,
  titleStarts: Uint32Array,
  titleWords: Uint32Array,
): { postingStarts: Uint32Array; postings: Uint32Array } {
  const postingStarts = new Uint32Array(frequencies.length + 1);
  let total = 0;
  for (const [word, frequency] of frequencies.entries()) {
    if (frequency <= MOST_CANDIDATES) total += frequency;
    postingStarts[word + 1] = total;
  }
  const postings = new Uint32Array(total);
  const next = postingStarts.slice(0, -1);
  for (let title = 0; title + 1 < titleStarts.length; title++) {
    for (const word of titleWords.subarray(titleStarts[title], titleStarts[title + 1])) {
      if ((frequencies[word] ?? 0) > MOST_CANDIDATES) continue;
      const place = next[word] ?? 0;
      postings[place] = title;
      next[word] = place + 1;
    }
  }
  return { postingStarts, postings };
}

interface Candidate {
  title: number;
  weight: number;
  /** Places of the shared words among those looked for. */
  shared: number[];
  /** Words of the title. */
  length: number;
}

export function openTitleIndex(data: TitleIndexData): TitleIndex {
  const { frequencies, titleStarts, titleWords, postingStarts, postings } = data;
  const skus = new StringList(data.skus);
  const words = new WordTable(data.words);
  const weightOf = (word: number) => Math.log(1 + skus.length / (1 + (frequencies[word] ?? 0)));
  const wordsOf = (title: number) => titleWords.subarray(titleStarts[title], titleStarts[title + 1]);

  const candidatesOf = (known: readonly number[]): Set<number> => {
    const postingOf = (word: number) => postings.subarray(postingStarts[word], postingStarts[word + 1]);
    const candidates = new Set<number>();
    for (const word of known) {
      if ((frequencies[word] ?? 0) <= RARE) for (const title of postingOf(word)) candidates.add(title);
    }
    if (candidates.size > 0 || known.length === 0) return candidates;
    const rarest = known.reduce((best, word) =>
      (frequencies[word] ?? 0) < (frequencies[best] ?? 0) ? word : best,
    );
    return new Set(postingOf(rarest));
  };

  const candidateOf = (
    title: number,
    placeOf: ReadonlyMap<number, number>,
    weights: readonly number[],
  ): Candidate => {
    const [start = 0, end = 0] = [titleStarts[title], titleStarts[title + 1]];
    const shared: number[] = [];
    for (let at = start; at < end; at++) {
      const place = placeOf.get(titleWords[at] ?? 0);
      if (place !== undefined) shared.push(place);
    }
    if (shared.length > 1) shared.sort((a, b) => a - b);
    let weight = 0;
    for (const place of shared) weight += weights[place] ?? 0;
    return { title, weight, shared, length: end - start };
  };

  /** Of two titles with the same words the shorter one is meant: it has less that was not said. */
  const byMerit = (a: Candidate, b: Candidate) =>
    b.weight - a.weight || a.length - b.length || (skus.at(a.title) < skus.at(b.title) ? -1 : 1);

  const resultOf = ({ title, weight, shared }: Candidate, stems: readonly string[]): FoundTitle => {
    const whole = wordsOf(title).reduce((sum, word) => sum + weightOf(word), 0);
    return {
      sku: skus.at(title),
      weight,
      shared: shared.map((place) => stems[place] ?? ""),
      coverage: whole === 0 ? 0 : weight / whole,
    };
  };

  return {
    count: skus.length,
    frequency: (stem) => frequencies[words.numberOf(stem)] ?? 0,
    find: (stems) => {
      const numbers = stems.map((stem) => words.numberOf(stem));
      const placeOf = new Map(numbers.flatMap((word, place) => (word < 0 ? [] : [[word, place]])));
      const weights = numbers.map((word) => (word < 0 ? 0 : weightOf(word)));
      const known = numbers.filter((word, place) => word >= 0 && !COMMON_WORDS.has(stems[place] ?? ""));

      const best: Candidate[] = [];
      for (const title of candidatesOf(known)) {
        const candidate = candidateOf(title, placeOf, weights);
        if (best.length === MOST_RESULTS && byMerit(candidate, best[MOST_RESULTS - 1] ?? candidate) > 0)
          continue;
        insertSorted(best, candidate, byMerit);
        if (best.length > MOST_RESULTS) best.pop();
      }
      return best.map((candidate) => resultOf(candidate, stems));
    },
  };
}

function insertSorted<Item>(sorted: Item[], item: Item, compare: (a: Item, b: Item) => number): void {
  let place = sorted.length;
  for (; place > 0; place--) {
    const before = sorted[place - 1];
    if (before === undefined || compare(before, item) <= 0) break;
  }
  sorted.splice(place, 0, item);
}
