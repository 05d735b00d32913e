/** A message of the greatest length must not cost much more than an ordinary one of that length, whatever it consists of. */
import { describe, expect, it } from "vitest";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { fixtureProducts, fixtureVocabulary } from "./fixture-vocabulary.ts";
import { MESSAGES } from "./messages.ts";
import { situations } from "./situations.ts";

const LENGTH = 2000;
const ROUNDS = 12;
/** What the pairwise comparison of a thousand spans once cost was thirty times an ordinary message and more. */
const TIMES_ORDINARY_MAX = 8;

// Hundreds of titles with the same numbers, so that numbers alone have many titles to be looked for in.
const numbered = Array.from({ length: 300 }, (_, index) => ({
  sku: `n${index}`,
  title: `Tarn ${index % 10} Lamp ${index} 5 8 GB`,
}));
const understand = createUnderstanding(fixtureVocabulary, [...fixtureProducts, ...numbered]);
const texts = Object.values(MESSAGES).flatMap(({ rows }) => rows.map(({ text }) => text));
const ordinary = texts.join(". ").slice(0, LENGTH);

function costOf(text: string): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    understand(text, situations.shown);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** The same letters in the same order at each run. */
function shuffled(letters: string): string {
  let seed = 7;
  return Array.from({ length: LENGTH }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return letters.charAt((seed >>> 8) % letters.length);
  }).join("");
}

describe("2,000 characters", () => {
  it.each([
    ["amounts of money without a space", "$5".repeat(LENGTH)],
    ["amounts of money", "under $200 ".repeat(LENGTH)],
    ["measures", "8gb ".repeat(LENGTH)],
    ["inches", '15" '.repeat(LENGTH)],
    ["digits and marks", shuffled("0123456789.,-$%/()+*#'\"")],
    ["numbers in sentences of their own", "1 . ".repeat(LENGTH)],
    ["letters and hyphens", "a-".repeat(LENGTH)],
    ["ranges", "5-".repeat(LENGTH)],
    ["one long word", "a".repeat(LENGTH)],
    ["emoji", "👨‍👩‍👧‍👦🎉❤️".repeat(LENGTH)],
    ["several scripts", "привет 你好 مرحبا ñandú 100€ ".repeat(LENGTH)],
    ["titles pointed at", "the tarn 5 lamp ".repeat(LENGTH)],
    ["values in a list", "red, green, ".repeat(LENGTH)],
    ["comparatives", "lighter than the second one, ".repeat(LENGTH)],
  ])("of %s cost little more than an ordinary message", (_, text) => {
    const ratio = costOf(text.slice(0, LENGTH)) / costOf(ordinary);
    expect(ratio).toBeLessThan(TIMES_ORDINARY_MAX);
  });
});
