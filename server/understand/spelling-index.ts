/**
 * Finds the word somebody meant to type, in constant time: every known word is filed under itself and under itself with
 * one letter left out (Garbe's symmetric deletes), so that a typo meets it in a few look-ups whatever the catalog's size.
 */
import { distance } from "fastest-levenshtein";

const SHORTEST = 4;

export class SpellingIndex {
  readonly #buckets = new Map<string, string[]>();
  readonly #words = new Set<string>();

  add(word: string): void {
    if (word.length < SHORTEST || this.#words.has(word) || !/^\p{L}+$/u.test(word)) return;
    this.#words.add(word);
    for (const key of keysOf(word)) {
      const bucket = this.#buckets.get(key);
      if (bucket) bucket.push(word);
      else this.#buckets.set(key, [word]);
    }
  }

  /** The nearest known word: one letter off, two swapped, or two off in a long word. Null when there is none. */
  correct(word: string): string | null {
    if (word.length < SHORTEST) return null;
    let best: string | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const key of keysOf(word)) {
      for (const candidate of this.#buckets.get(key) ?? []) {
        const edits = editsBetween(word, candidate);
        if (edits > allowedEdits(word, candidate)) continue;
        if (edits < bestDistance || (edits === bestDistance && best !== null && candidate < best)) {
          best = candidate;
          bestDistance = edits;
        }
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

function keysOf(word: string): string[] {
  const keys = [word];
  for (let index = 0; index < word.length; index++) keys.push(word.slice(0, index) + word.slice(index + 1));
  return keys;
}

/** Levenshtein distance in which a swap of neighbours counts once. */
function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped ? 1 : 2;
}
