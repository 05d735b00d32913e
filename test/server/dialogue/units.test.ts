import { expect, test } from "vitest";
import { asWritten } from "../../../server/dialogue/units.ts";
import { describeGap } from "../../../server/insight/describe-gap.ts";

test.each([
  [0.9799990199999999, 0.98],
  [0.0123456, 0.0123],
  [1499.999, 1500],
  [12.345, 12.35],
  [0, 0],
  [-0.30000000000000004, -0.3],
])("[FCT-2] %d is written %d", (number, written) => {
  expect(asWritten(number)).toBeCloseTo(written, 10);
});

test("[LED-3] a gap is printed with numbers as people write them", () => {
  const gap = { type: "dead-end", topic: "weight", value: "at most 0.9799990199999999 kg", kind: null };
  expect(describeGap(gap as Parameters<typeof describeGap>[0])).toBe(
    "nothing found · weight: at most 0.98 kg",
  );
});
