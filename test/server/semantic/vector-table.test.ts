import { describe, expect, test } from "vitest";
import { quantise } from "../../../server/semantic/quantise.ts";
import { VectorTable } from "../../../server/semantic/vector-table.ts";
import { chanceFrom } from "../../../server/turn/chance.ts";

const SIZE = 4_000;
const DIMENSIONS = 96;
const chance = chanceFrom("vectors");
/** Normally distributed, about: the sum of four. */
const random = () =>
  Float32Array.from({ length: DIMENSIONS }, () => chance() + chance() + chance() + chance() - 2);
const all = new Uint8Array(SIZE).fill(1);

/** All lean the same way, as the vectors of most models do. */
const lean = random().map((value) => 1.5 * value);
const vectors = Array.from({ length: SIZE }, () => random().map((value, at) => value + (lean[at] ?? 0)));
const about = (document: number, noise: number) => {
  const error = random();
  return Float32Array.from(vectors[document] ?? [], (value, at) => value + noise * (error[at] ?? 0));
};

function tableOf(documents: readonly number[]): VectorTable {
  const table = new VectorTable(SIZE, DIMENSIONS);
  for (const document of documents) table.put(document, quantise(vectors[document] ?? []));
  table.settle();
  return table;
}

describe("nearest vectors", () => {
  const table = tableOf([...all.keys()]);

  test("[SEM-1] are found in two steps as if all had been compared", () => {
    let found = 0;
    for (let document = 0; document < 200; document++)
      if (table.nearest(about(document, 1), all)[0]?.document === document) found += 1;
    expect(found).toBeGreaterThanOrEqual(198);
  });

  test("[SEM-1] are only those that are marked, and each tells how near it is", () => {
    const among = all.slice();
    among[7] = 0;
    expect(table.nearest(about(7, 0.5), all)[0]).toEqual({ document: 7, share: 1 });
    expect(table.nearest(about(7, 0.5), among).map(({ document }) => document)).not.toContain(7);
  });

  test("[SEM-2] are none when nothing stands out from what is common", () => {
    let found = 0;
    for (let query = 0; query < 50; query++) found += Math.sign(table.nearest(random(), all).length);
    expect(found).toBeLessThanOrEqual(10);
  });

  test("of a table that was filled bit by bit are those of one that was filled at once", () => {
    const slowly = new VectorTable(SIZE, DIMENSIONS);
    vectors.forEach((vector, document) => {
      slowly.put(document, quantise(vector));
      if (document % 100 === 0) slowly.settle();
    });
    slowly.settle();
    const query = about(1_234, 1);
    expect(slowly.nearest(query, all)[0]).toEqual(table.nearest(query, all)[0]);
  });

  test("of a vector that was replaced are found by the new one", () => {
    const changed = tableOf([...all.keys()]);
    changed.put(5, quantise(vectors[9] ?? []));
    const near = changed.nearest(about(9, 0.3), all).map(({ document }) => document);
    expect(near.slice(0, 2).sort()).toEqual([5, 9]);
    expect(changed.count).toBe(SIZE);
  });

  test("leave out what has no vector, or one of another length", () => {
    const few = tableOf([1, 2, 3]);
    few.put(4, quantise([1, 2, 3]));
    expect(few.count).toBe(3);
    expect(few.nearest(new Float32Array(3).fill(1), all)).toEqual([]);
    expect(new VectorTable(10, 4).nearest(new Float32Array(4).fill(1), all)).toEqual([]);
  });
});

test("[SEM-1] quantised vectors tell nearness to within a hundredth", () => {
  const cosine = (one: ArrayLike<number>, other: ArrayLike<number>) => {
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  };
  for (let place = 0; place < 50; place++) {
    const [one = lean, other = lean] = [vectors[place], vectors[place + 50]];
    expect(cosine(quantise(one), quantise(other))).toBeCloseTo(cosine(one, other), 2);
  }
});

test("[SEM-5] what has no direction is refused", () => {
  for (const vector of [[], [0, 0], [Number.NaN, 1], [1, Number.POSITIVE_INFINITY]])
    expect(() => quantise(vector)).toThrow(RangeError);
});
