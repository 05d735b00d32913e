import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { fixtureProducts, fixtureVocabulary } from "./fixture-vocabulary.ts";
import { MESSAGES } from "./messages.ts";
import { situations } from "./situations.ts";

const understand = createUnderstanding(fixtureVocabulary, fixtureProducts);
const texts = Object.values(MESSAGES).flatMap(({ rows }) => rows.map(({ text }) => text));
const fragments = texts.flatMap((text) => text.split(" "));

/** Any string, and strings made of what shoppers write: only those reach far into the rules. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 25 }).map((parts) => parts.join(" ")),
  fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(" ")),
);
const anySituation = fc.constantFrom(...Object.values(situations));

describe("understanding any text", () => {
  it("never throws and always names at least one act", () => {
    fc.assert(
      fc.property(anyText, anySituation, (text, state) => {
        expect(understand(text, state).acts.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("is deterministic, and keeps nothing from one message to the next", () => {
    fc.assert(
      fc.property(anyText, anyText, anySituation, (text, other, state) => {
        const first = understand(text, state);
        understand(other, state);
        expect(understand(text, state)).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it("[NLU-2] quotes the shopper's own words and nothing else", () => {
    fc.assert(
      fc.property(anyText, anySituation, (text, state) => {
        const heard = understand(text, state);
        const quotes = [
          ...heard.preferences.map(({ said }) => said),
          ...heard.critiques.map(({ said }) => said),
          ...heard.references.map((reference) => reference.text),
          ...heard.questions.map((question) => question.text),
          ...heard.unclear,
        ];
        for (const quoted of quotes) {
          expect(quoted).not.toBe("");
          expect(text).toContain(quoted);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("gives each operator the value it needs", () => {
    fc.assert(
      fc.property(anyText, anySituation, (text, state) => {
        for (const { operator, value } of understand(text, state).preferences) {
          if (operator === "between") expect(value).toEqual([expect.any(Number), expect.any(Number)]);
          else if (operator === "is") expect(value).toEqual(expect.any(String));
          else if (/^(?:any|least|most)$/.test(operator))
            expect(value === null || operator === "any").toBe(true);
          else expect(value).toEqual(expect.any(Number));
        }
      }),
      { numRuns: 400 },
    );
  });

  it("points only at items that were shown, are in view or are in the catalog", () => {
    const skus = new Set(fixtureProducts.map(({ sku }) => sku));
    fc.assert(
      fc.property(anyText, anySituation, (text, state) => {
        const heard = understand(text, state);
        const pointed = [...heard.references, ...heard.questions].flatMap((entry) => entry.skus);
        for (const sku of pointed) expect(skus).toContain(sku);
      }),
      { numRuns: 200 },
    );
  });

  it("prints what a message costs", () => {
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      for (const text of texts) {
        const start = performance.now();
        understand(text, situations.shown);
        if (round > 0) times.push(performance.now() - start);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(2);
    console.log(`understanding takes p50 ${at(0.5)} ms, p99 ${at(0.99)} ms over ${texts.length} messages`);
    expect(times).toHaveLength(texts.length * 3);
  });
});
