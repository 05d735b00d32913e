/** Distinct words and their numbers, found by open addressing (linear probing) in a few packed arrays. */
import { mixBits, powerOfTwoFrom } from "./hash-bits.ts";
import { StringList, StringListBuilder, type StringListData } from "./string-list.ts";

export interface WordTableData {
  words: StringListData;
  /** A power of two long and at most half full: the number of a word plus one where its hash puts it, or 0. */
  slots: Uint32Array;
}

export class WordTableBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #words = new StringListBuilder();

  /** The number of the word, which is a new one when the word is new. The first is 0. */
  add(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.add(word);
      this.#numbers.set(word, number);
    }
    return number;
  }

  finish(): WordTableData {
    // At least one slot stays empty: a search ends there.
    const slots = new Uint32Array(powerOfTwoFrom(this.#numbers.size * 2));
    const mask = slots.length - 1;
    for (const [word, number] of this.#numbers) {
      let slot = hashOf(word) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    return { words: this.#words.finish(), slots };
  }
}

export class WordTable {
  readonly #words: StringList;
  readonly #slots: Uint32Array;

  constructor({ words, slots }: WordTableData) {
    this.#words = new StringList(words);
    this.#slots = slots;
  }

  get size(): number {
    return this.#words.length;
  }

  /** -1 for a word the table does not have. */
  numberOf(word: string): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(word) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0 || this.#words.at(number) === word) return number;
    }
  }

  has(word: string): boolean {
    return this.numberOf(word) >= 0;
  }

  /** Empty for a number the table does not have. */
  wordAt(number: number): string {
    return this.#words.at(number);
  }
}

/** FNV-1a over UTF-16 code units, of which only the low bits are used. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return mixBits(hash);
}
