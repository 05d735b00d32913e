/**
 * Finds the word somebody meant to type, in constant time: every known word is filed under itself and under itself with
 * one letter left out (Garbe's symmetric deletes), so that a typo meets it in a few look-ups whatever the catalog's size.
 * Only hashes of what is left are filed, in two flat arrays: half a million words take some 25 MB.
 */
import { mixBits, powerOfTwoFrom } from "../packed/hash-bits.ts";
import { StringList, StringListBuilder, type StringListData } from "../packed/string-list.ts";

export interface SpellingData {
  words: StringListData;
  /** Letters of the longest word. */
  longest: number;
  /** Where the words of each bucket begin in `filed`; a power of two buckets, and one more entry for the end. */
  bucketStarts: Uint32Array;
  /** Numbers of words. */
  filed: Uint32Array;
}

const SHORTEST = 4;

/** `words` may repeat themselves. Short ones and those with anything but letters are never corrected to, and left out. */
export function buildSpelling(words: Iterable<string>): SpellingData {
  const distinct = new Set<string>();
  for (const word of words) if (word.length >= SHORTEST && /^\p{L}+$/u.test(word)) distinct.add(word);

  let longest = 0;
  let filings = 0;
  const list = new StringListBuilder();
  for (const word of distinct) {
    list.add(word);
    longest = Math.max(longest, word.length);
    filings += word.length + 1;
  }

  // A counting sort: how many there are in each bucket, where each therefore ends, and then backwards from there.
  const buckets = powerOfTwoFrom(filings / 2);
  const bucketStarts = new Uint32Array(buckets + 1);
  for (const word of distinct) for (const bucket of bucketsOf(word, buckets)) count(bucketStarts, bucket, 1);
  for (let bucket = 1; bucket <= buckets; bucket++)
    count(bucketStarts, bucket, bucketStarts[bucket - 1] ?? 0);
  const filed = new Uint32Array(filings);
  let number = 0;
  for (const word of distinct) {
    for (const bucket of bucketsOf(word, buckets)) filed[count(bucketStarts, bucket, -1)] = number;
    number++;
  }
  return { words: list.finish(), longest, bucketStarts, filed };
}

function count(counts: Uint32Array, at: number, by: number): number {
  const sum = (counts[at] ?? 0) + by;
  counts[at] = sum;
  return sum;
}

export class SpellingIndex {
  readonly #data: SpellingData;
  readonly #words: StringList;

  constructor(data: SpellingData) {
    this.#data = data;
    this.#words = new StringList(data.words);
  }

  /** The nearest known word: one letter off, two swapped, or two off in a long word. Null when there is none. */
  correct(word: string): string | null {
    const { longest, bucketStarts, filed } = this.#data;
    if (word.length < SHORTEST || word.length > longest + 1) return null;
    let best: string | null = null;
    let bestEdits = Number.POSITIVE_INFINITY;
    for (const bucket of bucketsOf(word, bucketStarts.length - 1)) {
      const end = bucketStarts[bucket + 1] ?? 0;
      for (let place = bucketStarts[bucket] ?? 0; place < end; place++) {
        const candidate = this.#words.at(filed[place] ?? 0);
        const edits = editsBetween(word, candidate);
        if (edits > bestEdits || edits > allowedEdits(word, candidate)) continue;
        if (edits === 0) return candidate;
        if (edits < bestEdits || best === null || candidate < best) best = candidate;
        bestEdits = edits;
      }
    }
    return best;
  }
}

/** A short word has many neighbours, so it must at least begin like what it is taken for. */
function allowedEdits(word: string, candidate: string): number {
  if (word.length >= 8) return 2;
  return word.length >= 6 || word[0] === candidate[0] ? 1 : 0;
}

const BASE = 0x01000193;

/**
 * The buckets of a word and of what is left of it without each of its letters. As the hash is a polynomial in `BASE`,
 * that without one letter follows from that without its neighbour: one coefficient differs.
 */
function bucketsOf(word: string, buckets: number): number[] {
  const mask = buckets - 1;
  const last = word.length - 1;
  let hash = 0;
  for (let index = 0; index < last; index++) hash = (Math.imul(hash, BASE) + word.charCodeAt(index)) | 0;
  const found = [mixBits((Math.imul(hash, BASE) + word.charCodeAt(last)) | 0) & mask, mixBits(hash) & mask];
  let power = 1;
  for (let left = last - 1; left >= 0; left--) {
    hash = (hash + Math.imul(word.charCodeAt(left + 1) - word.charCodeAt(left), power)) | 0;
    power = Math.imul(power, BASE);
    found.push(mixBits(hash) & mask);
  }
  return found;
}

/**
 * Edits between two words that become equal by leaving out one letter of either or both: 0, 1 or 2, a swap of neighbours
 * counting once. Infinite for all other words, which only share a bucket.
 */
function editsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return Number.POSITIVE_INFINITY;
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  if (a.length !== b.length) return head + tail === shorter ? 1 : Number.POSITIVE_INFINITY;
  const differing = shorter - head - tail;
  if (differing <= 1) return differing;
  const one = a.slice(head, a.length - tail);
  const other = b.slice(head, b.length - tail);
  const isMovedBack = one.slice(1) === other.slice(0, -1);
  const isMovedOn = one.slice(0, -1) === other.slice(1);
  if (!isMovedBack && !isMovedOn) return Number.POSITIVE_INFINITY;
  return differing === 2 && isMovedBack && isMovedOn ? 1 : 2;
}
