/** The names of everything a shop sells, so that a sentence about another product than the planned one is noticed. */
import { growingUint32 } from "../packed/growing-array.ts";
import { WordTable, WordTableBuilder, type WordTableData } from "../packed/word-table.ts";
import { stemOf, wordsOf } from "./tokens.ts";
import { NEUTRAL_WORDS } from "./words/neutral-words.ts";

export interface NameIndexData {
  /** Brands of one word or several, as stems joined by spaces. */
  brands: WordTableData;
  /** The stems of titles. */
  words: WordTableData;
  /** Where each title begins in `titleWords`, and where the last one ends. */
  titleStarts: Uint32Array;
  /** Numbers of the words of each title. The titles are distinct and sorted by these, a title before its continuations. */
  titleWords: Uint32Array;
}

export interface FoundName {
  kind: "brand" | "title";
  /** [from, to) in stems. */
  from: number;
  to: number;
}

export interface NameIndex {
  /** Every brand and whole title of the shop that stands in a sentence, by where it begins. */
  find(stems: readonly string[]): FoundName[];
}

const LONGEST_BRAND = 4;
/** Past this many different words, most are model numbers that never come again. */
const REMEMBERED_MOST = 100_000;

export class NameIndexBuilder {
  readonly #brands = new WordTableBuilder();
  readonly #words = new WordTableBuilder();
  readonly #titleStarts = growingUint32();
  readonly #titleWords = growingUint32();
  readonly #seenBrands = new Set<string>();
  readonly #stems = new Map<string, string>();

  add({ title, brand }: { sku: string; title: string; brand: string | null }): void {
    if (brand !== null && !this.#seenBrands.has(brand)) {
      this.#seenBrands.add(brand);
      const stems = this.#stemsOf(brand);
      if (stems.length > 0 && stems.length <= LONGEST_BRAND) this.#brands.add(stems.join(" "));
    }
    const stems = this.#stemsOf(title);
    // A title of one word, or only of everyday words ("Gift card"), is no name that could be told apart in a sentence.
    if (stems.length < 2 || stems.every((stem) => NEUTRAL_WORDS.has(stem))) return;
    this.#titleStarts.push(this.#titleWords.length);
    for (const stem of stems) this.#titleWords.push(this.#words.add(stem));
  }

  finish(): NameIndexData {
    this.#titleStarts.push(this.#titleWords.length);
    return {
      brands: this.#brands.finish(),
      words: this.#words.finish(),
      ...sortTitles(this.#titleStarts.finish(), this.#titleWords.finish()),
    };
  }

  #stemsOf(text: string): string[] {
    return wordsOf(text).map((word) => {
      let stem = this.#stems.get(word);
      if (stem === undefined) {
        stem = stemOf(word);
        if (this.#stems.size >= REMEMBERED_MOST) this.#stems.clear();
        this.#stems.set(word, stem);
      }
      return stem;
    });
  }
}

function sortTitles(
  starts: Uint32Array,
  words: Uint32Array,
): Pick<NameIndexData, "titleStarts" | "titleWords"> {
  const compare = (a: number, b: number): number => {
    const [startA = 0, startB = 0] = [starts[a], starts[b]];
    const lengthA = (starts[a + 1] ?? 0) - startA;
    const lengthB = (starts[b + 1] ?? 0) - startB;
    for (let offset = 0; offset < lengthA && offset < lengthB; offset++) {
      const difference = (words[startA + offset] ?? 0) - (words[startB + offset] ?? 0);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  };
  const order = Uint32Array.from({ length: starts.length - 1 }, (_, title) => title).sort(compare);
  const titleStarts = growingUint32();
  const titleWords = growingUint32();
  for (const [place, title] of order.entries()) {
    const previous = order[place - 1];
    if (previous !== undefined && compare(previous, title) === 0) continue;
    titleStarts.push(titleWords.length);
    for (const word of words.subarray(starts[title], starts[title + 1])) titleWords.push(word);
  }
  titleStarts.push(titleWords.length);
  return { titleStarts: titleStarts.finish(), titleWords: titleWords.finish() };
}

export function openNameIndex({ titleStarts, titleWords, ...data }: NameIndexData): NameIndex {
  const brands = new WordTable(data.brands);
  const words = new WordTable(data.words);

  /** The first of the sorted titles [low, high), alike in their first `depth` words, whose next word is `word` or later. */
  const firstFrom = (word: number, depth: number, low: number, high: number): number => {
    let [first, end] = [low, high];
    while (first < end) {
      const middle = (first + end) >> 1;
      const at = (titleStarts[middle] ?? 0) + depth;
      const isEnded = at >= (titleStarts[middle + 1] ?? 0);
      if (isEnded || (titleWords[at] ?? 0) < word) first = middle + 1;
      else end = middle;
    }
    return first;
  };

  /** Narrows the titles down word by word, and notes each of which no word is left. */
  const titlesAt = (numbers: readonly number[], from: number): FoundName[] => {
    const found: FoundName[] = [];
    let [low, high] = [0, titleStarts.length - 1];
    for (let to = from; to < numbers.length && low < high; ) {
      const word = numbers[to] ?? -1;
      if (word < 0) break;
      const depth = to - from;
      low = firstFrom(word, depth, low, high);
      high = firstFrom(word + 1, depth, low, high);
      to++;
      const isWhole = low < high && (titleStarts[low + 1] ?? 0) - (titleStarts[low] ?? 0) === to - from;
      if (isWhole) found.push({ kind: "title", from, to });
    }
    return found;
  };

  const brandsAt = (stems: readonly string[], from: number): FoundName[] => {
    const found: FoundName[] = [];
    let key = "";
    for (let to = from + 1; to <= stems.length && to - from <= LONGEST_BRAND; to++) {
      key = key === "" ? (stems[from] ?? "") : `${key} ${stems[to - 1]}`;
      if (brands.has(key)) found.push({ kind: "brand", from, to });
    }
    return found;
  };

  return {
    find: (stems) => {
      const numbers = stems.map((stem) => words.numberOf(stem));
      return stems.flatMap((_, from) => [...brandsAt(stems, from), ...titlesAt(numbers, from)]);
    },
  };
}

/** Builds and opens at once. */
export function buildNameIndex(
  products: Iterable<{ sku: string; title: string; brand: string | null }>,
): NameIndex {
  const names = new NameIndexBuilder();
  for (const product of products) names.add(product);
  return openNameIndex(names.finish());
}
