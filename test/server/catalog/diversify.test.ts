import { describe, expect, test } from "vitest";
import { diversify, REPEAT } from "../../../server/catalog/diversify.ts";

/** Documents 0, 1, 2, … with these scores, of these families. */
function chosen(scores: readonly number[], families: readonly number[], limit: number, repeat: number) {
  const ranked = scores.map((score, document) => ({ document, score }));
  return diversify(ranked, Uint32Array.from(families), limit, repeat).map(({ document }) => document);
}

describe("variations of one product don't crowd a list", () => {
  test("kin never stand side by side while there is anything else", () => {
    expect(chosen([9, 8, 7, 1], [0, 0, 0, 1], 4, REPEAT.wished)).toEqual([0, 3, 1, 2]);
    expect(chosen([9, 8, 7, 1], [0, 0, 0, 1], 4, REPEAT.named)).toEqual([0, 3, 1, 2]);
  });

  test("a repeat loses more where wishes speak than where a thing is only named", () => {
    const scores = [10, 9, 8.5, 8, 0];
    const families = [0, 1, 0, 2, 3];
    expect(chosen(scores, families, 3, REPEAT.wished)).toEqual([0, 1, 3]);
    expect(chosen([10, 9, 9, 7, 0], families, 3, REPEAT.named)).toEqual([0, 1, 2]);
  });

  test("a ranking of different things stays as it is, below zero too", () => {
    expect(chosen([3, 1, -1, -4], [0, 1, 2, 3], 3, REPEAT.wished)).toEqual([0, 1, 2]);
    expect(chosen([], [], 3, REPEAT.wished)).toEqual([]);
  });
});
