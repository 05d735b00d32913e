import { distance } from "fastest-levenshtein";

/** The distinct words of an index, in the order of their code units: a word's number is its place. */
export interface DictionaryData {
  /** All of them, one behind the other. */
  text: string;
  /** By word: where it begins in the text; one more than there are words. */
  starts: Uint32Array;
  /** Which letters a word has, a bit each: two words that differ in many bits need not be compared. */
  letters: Uint32Array;
}

/** `words` are distinct and sorted by code unit, as `Array.sort` does. */
export function packDictionary(words: readonly string[]): DictionaryData {
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, place) => {
    starts[place + 1] = (starts[place] ?? 0) + word.length;
  });
  return { text: words.join(""), starts, letters: Uint32Array.from(words, lettersOf) };
}

/** Finds words, beginnings of words and misspelt words, without a Map that would have to be filled when it is opened. */
export class Dictionary {
  readonly size: number;
  readonly #text: string;
  readonly #starts: Uint32Array;
  readonly #letters: Uint32Array;

  constructor({ text, starts, letters }: DictionaryData) {
    this.#text = text;
    this.#starts = starts;
    this.#letters = letters;
    this.size = letters.length;
  }

  at(word: number): string {
    return this.#text.slice(this.#starts[word] ?? 0, this.#starts[word + 1] ?? 0);
  }

  /** -1 for what is not in it. */
  find(word: string): number {
    const place = this.#placeFor(word);
    return place < this.size && this.at(place) === word ? place : -1;
  }

  /** The words that begin so, the first `limit` of them. */
  beginningWith(beginning: string, limit: number): number[] {
    const found: number[] = [];
    for (let place = this.#placeFor(beginning); place < this.size && found.length < limit; place++) {
      if (!this.at(place).startsWith(beginning)) break;
      found.push(place);
    }
    return found;
  }

  /**
   * The words that are fewest edits away, at most one for short words and two for long ones; empty when none is. Digits
   * must be the same: "galaxi s7" is no S8. `except` is a word that is known to be no answer. Looks at
   * every word: some ten milliseconds for the first of 300,000.
   */
  closestTo(misspelt: string, except = -1): number[] {
    if (misspelt.length < SHORTEST_MISSPELT || /^\d+$/.test(misspelt)) return [];
    const letters = lettersOf(misspelt);
    const digits = digitsOf(misspelt);
    const first = misspelt.charCodeAt(0);
    const isFirstSure = misspelt.length < LONG_WORD;
    let allowed = misspelt.length < LONG_WORD ? 1 : 2;
    let closest: number[] = [];
    for (let word = 0; word < this.size; word++) {
      // The cheapest first: most words fall by their length or by their first letter.
      const longer = Math.abs(this.#lengthOf(word) - misspelt.length);
      if (longer > allowed) continue;
      // Few slip on the first letter, and short words have many neighbours: "gorra" is no "zorro".
      if (isFirstSure && this.#text.charCodeAt(this.#starts[word] ?? 0) !== first) continue;
      // A letter more or less is one bit, another letter is two.
      if (bitsOf((this.#letters[word] ?? 0) ^ letters) > 2 * allowed - longer || word === except) continue;
      const other = this.at(word);
      const apart = isSwapped(misspelt, other) ? 1 : distance(misspelt, other);
      if (apart > allowed || digitsOf(other) !== digits) continue;
      if (apart < allowed) {
        allowed = apart;
        closest = [];
      }
      closest.push(word);
    }
    return closest;
  }

  #lengthOf(word: number): number {
    return (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0);
  }

  /** Where the word stands, or would. */
  #placeFor(word: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const SHORTEST_MISSPELT = 4;
const LONG_WORD = 8;

/** Latin letters have a bit each; other scripts share the 32 by their code. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

function bitsOf(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function digitsOf(word: string): string {
  return word.replace(/\D/g, "");
}

/** Two neighbouring letters in the wrong order are one slip. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
