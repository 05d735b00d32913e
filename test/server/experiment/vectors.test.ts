import { afterAll, describe, expect, it } from "vitest";
import { differenceFrom, readVectors, type Vector } from "./vector-file.ts";
import { FORMS } from "./vector-forms.ts";

const vectors = readVectors();
if (vectors === null)
  console.log("vectors of statistics: no ../shared/data/experiment/vectors.json here, skipped");

describe.skipIf(vectors === null)("agrees with figures computed by others", () => {
  const tally = new Map<string, { passed: number; total: number }>();

  for (const vector of vectors ?? []) {
    const form = FORMS[vector.kind];
    it(`[${form?.rules ?? "EXP"}] ${vector.id}: ${vector.name}`, () => {
      const row = tally.get(vector.kind) ?? { passed: 0, total: 0 };
      tally.set(vector.kind, row);
      row.total += 1;
      expect(form, `no form for vectors of kind "${vector.kind}"`).toBeDefined();
      expect(form && differenceFrom(vector, form.run(vector.input))).toBeNull();
      row.passed += 1;
    });
  }

  it("[EXP-10] finds an error where there is one", () => {
    const vector: Vector = {
      id: "x",
      kind: "x",
      name: "x",
      input: {},
      expected: { p: 0.05, ci: [null, 1], status: "healthy" },
      tolerance: 1e-6,
    };
    const right = { p: 0.0500001, ci: [null, 1.0000005], status: "healthy", besides: 7 };
    expect(differenceFrom(vector, right)).toBeNull();
    for (const wrong of [
      { p: 0.0501 },
      { p: Number.NaN },
      { ci: [0, 1] },
      { ci: [null, 2] },
      { status: null },
    ])
      expect(differenceFrom(vector, { ...right, ...wrong })).not.toBeNull();
  });

  afterAll(() => {
    const rows = [...tally].map(([kind, { passed, total }]) => {
      return `${kind.padEnd(22)} ${passed}/${total}${FORMS[kind] ? "" : "  unknown kind"}`;
    });
    const sum = (of: "passed" | "total") => [...tally.values()].reduce((all, row) => all + row[of], 0);
    console.log([...rows, `${"all".padEnd(22)} ${sum("passed")}/${sum("total")}`].join("\n"));
  });
});
