import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSpelling, SpellingIndex } from "../../../server/understand/spelling-index.ts";

/** The word itself and what is left of it without each of its letters. */
function shortened(word: string): Set<string> {
  return new Set([word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]);
}

/** Levenshtein distance with swaps of neighbours, letter by letter (optimal string alignment). */
function edits(a: string, b: string): number {
  const row = (index: number) => Array.from({ length: b.length + 1 }, (_, at) => (index === 0 ? at : index));
  const table = Array.from({ length: a.length + 1 }, (_, index) => row(index));
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      table[i]?.splice(j, 1, least);
    }
  }
  return at(a.length, b.length);
}

/** The same by comparing with every word. */
function nearest(word: string, words: readonly string[]): string | null {
  const near = words
    .filter((other) => other.length >= 4 && [...shortened(other)].some((key) => shortened(word).has(key)))
    .map((other) => ({ other, far: edits(word, other) }))
    .filter(
      ({ other, far }) => far <= (word.length >= 8 ? 2 : word.length >= 6 || word[0] === other[0] ? 1 : 0),
    )
    .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1));
  return near[0]?.other ?? null;
}

describe("correcting a word", () => {
  it("finds the nearest of all words, the first of the alphabet among equals, also after it was stored", () => {
    // Two letters make neighbours of nearly all words.
    const word = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { minLength: 20 }), (known, typed) => {
        const index = new SpellingIndex(deserialize(serialize(buildSpelling(known))));
        for (const one of typed) expect(index.correct(one)).toBe(nearest(one, known));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["hedphones", "headphones"],
    ["haedphones", "headphones"],
    ["headphonees", "headphones"],
    ["camra", "camera"],
    ["kamera", "camera"],
    ["tend", null],
    ["lens", null],
  ])("takes %j for %j", (typed, meant) => {
    const index = new SpellingIndex(buildSpelling(["headphones", "camera", "bend", "wide"]));
    expect(index.correct(typed)).toBe(meant);
  });

  it("never corrects to what is short or no word", () => {
    const index = new SpellingIndex(buildSpelling(["tvs", "wh1000", "b-ware"]));
    expect(["tvsx", "wh100", "bware"].map((typed) => index.correct(typed))).toEqual([null, null, null]);
  });
});
