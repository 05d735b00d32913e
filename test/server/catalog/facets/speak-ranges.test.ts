import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../../../server/catalog/catalog.ts";
import { rangesOf } from "../../../../server/catalog/facets/speak-ranges.ts";
import { initialState } from "../../../../server/dialogue/reduce.ts";
import type { DialogueState } from "../../../../server/dialogue/state.ts";
import { convert } from "../../../../server/dialogue/units.ts";
import { createUnderstanding } from "../../../../server/understand/understand.ts";
import { makeProduct } from "../make-product.ts";

const labelsOf = (numbers: number[], unit: string | null, attribute: string) =>
  rangesOf(Float64Array.from(numbers), unit, attribute).map(({ label }) => label);
const upTo = (length: number, step: number, from = 0) =>
  Array.from({ length }, (_, place) => from + (place + 1) * step);

const LAPTOPS = [11.6, 12.5, 13.3, 13.3, 13.5, 14, 14, 14.1, 15.4, 15.6, 15.6, 15.6, 16, 17.3, 17.3, 18.4];

const SPOKEN: [attribute: string, unit: string | null, numbers: number[], labels: string[]][] = [
  ["weight", "g", upTo(40, 65), ["under 0.7 kg", "0.7 to 1.5 kg", "1.5 to 2 kg", "2 kg and more"]],
  ["weight", "g", upTo(40, 11), ["under 100 g", "100 to 200 g", "200 to 300 g", "300 g and more"]],
  [
    "screen size",
    "in",
    LAPTOPS,
    ["under 14 inches", "14 to 15 inches", "15 to 16 inches", "16 inches and more"],
  ],
  [
    "volume",
    "ml",
    [245, 250, 255, 256, 500, 500, 510, 990, 1000, 1010],
    ["around 250 ml", "around 500 ml", "around 1 litre"],
  ],
  ["power", "w", upTo(30, 100, 500), ["under 1.5 kW", "1.5 to 2 kW", "2 to 3 kW", "3 kW and more"]],
  [
    "battery life",
    "h",
    upTo(20, 1),
    ["under 6 hours", "6 to 10 hours", "10 to 15 hours", "15 hours and more"],
  ],
  ["teeth", null, upTo(20, 2), ["under 10 teeth", "10 to 20 teeth", "20 to 30 teeth", "30 teeth and more"]],
];

describe("ranges as people speak of them", () => {
  test.each(SPOKEN)("[FCT-4] %s in %s", (attribute, unit, numbers, labels) => {
    expect(labelsOf(numbers, unit, attribute)).toEqual(labels);
  });

  test.each([
    ["memory, in powers of two", [4, 8, 16, 32, 64, 128, 256, 512], "gb", "storage"],
    ["few different numbers", [2, 2, 3, 3, 4, 4, 5], "l", "volume"],
    ["very few products", [2, 3, 4], "kg", "weight"],
    ["one size only", [2, 2, 2, 2, 2, 2, 2, 2], "kg", "weight"],
    ["nothing", [], null, "weight"],
  ])("[FCT-4] %s: none, since single values say it better", (_, numbers, unit, attribute) => {
    expect(labelsOf(numbers, unit, attribute)).toEqual([]);
  });

  test("[FCT-4] ranges follow each other without gaps, and each holds a fair share", () => {
    for (const [attribute, unit, numbers] of SPOKEN) {
      const ranges = rangesOf(Float64Array.from(numbers), unit, attribute);
      expect(ranges[0]?.from).toBe(Number.NEGATIVE_INFINITY);
      expect(ranges.at(-1)?.to).toBe(Number.POSITIVE_INFINITY);
      expect(ranges.slice(1).map(({ from }) => from)).toEqual(ranges.slice(0, -1).map(({ to }) => to));
      for (const { from, to } of ranges) {
        const held = numbers.filter((number) => number >= from && number < to).length;
        expect(held).toBeGreaterThanOrEqual(numbers.length * 0.05);
      }
    }
  });

  test("[FCT-4] a million numbers take no longer than a fifth of a million", () => {
    const many = Float64Array.from({ length: 1_000_000 }, (_, place) => (place * 7919) % 3001);
    expect(labelsOf([...many.subarray(0, 3001)], "g", "weight")).toEqual(
      rangesOf(many, "g", "weight").map(({ label }) => label),
    );
  });
});

/** As after the agent's question on the attribute. */
function asked(attribute: string): DialogueState {
  return {
    ...initialState(),
    openQuestions: [
      {
        id: "q1",
        raisedBy: "agent",
        raisedIn: "t1",
        kind: "asked",
        about: attribute,
        text: "",
        skus: [],
        status: "open",
      },
    ],
  };
}

test("[FCT-5] sizes of clothes are named one by one, and nothing is more than the most", () => {
  expect(rangesOf(Float64Array.from([28, 29, 30, 31, 32, 33, 34, 36]), null, "size")).toEqual([]);
  const stars = [3.1, 3.5, 3.8, 4, 4.2, 4.5, 4.7, 5, 5, 5, 5];
  expect(rangesOf(Float64Array.from(stars), null, "rating").map(({ label }) => label)).not.toContain(
    "5 and more",
  );
});

describe("a range given back as an answer", () => {
  test.each(SPOKEN)("[FCT-5] %s in %s is understood as that range", (attribute, unit, numbers) => {
    const products = numbers.map((number, place) =>
      makeProduct(`p${place}`, `Thing ${place}`, 10, {
        attributes: [
          { name: attribute, value: `${number} ${unit ?? ""}`, number, ...(unit !== null && { unit }) },
        ],
      }),
    );
    const understand = createUnderstanding(
      buildCatalog({ version: 1, products, reviews: [], currency: "USD" }).vocabulary,
      products,
    );
    for (const { label, from, to } of rangesOf(Float64Array.from(numbers), unit, attribute)) {
      const heard = understand(label, asked(attribute)).preferences;
      expect(heard, label).toHaveLength(1);
      const [wish] = heard;
      expect(wish?.attribute, label).toBe(attribute);
      const said = [wish?.value ?? null]
        .flat()
        .map((number) => convert(Number(number), wish?.unit, unit ?? undefined));
      const low = from === Number.NEGATIVE_INFINITY;
      const high = to === Number.POSITIVE_INFINITY;
      if (label.startsWith("around")) expect(wish?.operator, label).toBe("about");
      else if (low) expect([wish?.operator, said], label).toEqual(["at-most", [to]]);
      else if (high) expect([wish?.operator, said], label).toEqual(["at-least", [from]]);
      else expect([wish?.operator, said], label).toEqual(["between", [from, to]]);
    }
  });
});
