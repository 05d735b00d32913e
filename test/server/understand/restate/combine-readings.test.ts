import { describe, expect, it } from "vitest";
import type {
  HeardPreference,
  Restatement,
  Understanding,
} from "../../../../server/dialogue/understanding.ts";
import { combineReadings } from "../../../../server/understand/restate/combine-readings.ts";

const read = (facts: Partial<Understanding>): Understanding => ({
  acts: ["inform"],
  preferences: [],
  critiques: [],
  references: [],
  questions: [],
  sentiment: "neutral",
  language: "en",
  unclear: [],
  ...facts,
});
const wish = (
  attribute: string,
  value: string | number,
  facts: Partial<HeardPreference> = {},
): HeardPreference => ({
  attribute,
  operator: typeof value === "number" ? "at-most" : "is",
  value,
  polarity: "positive",
  firmness: "must",
  said: "",
  ...facts,
});
const by = (language: string): Restatement => ({ language, english: "…", model: "tester", ms: 9 });

describe("[NLU-3] two readings of a message", () => {
  it("in English: the restatement adds what the own words left unclear", () => {
    const own = read({ acts: ["out-of-scope"], preferences: [wish("price", 50)], unclear: ["lil 1s bday"] });
    const restated = read({
      acts: ["inform"],
      preferences: [wish("price", 50), wish("recipient", "child")],
      questions: [{ text: "Is it safe?", kind: "asked", about: "safety", skus: [] }],
      sentiment: "positive",
    });
    expect(combineReadings(own, restated, by("en"))).toMatchObject({
      acts: ["inform"],
      preferences: [{ attribute: "price" }, { attribute: "recipient", value: "child" }],
      questions: [{ about: "safety" }],
      sentiment: "positive",
      unclear: [],
      restated: { added: ["inform", 'recipient is "child"', "asks safety"], disagreements: [] },
    });
  });
  it("in English: where they contradict each other the own words stand, and that is recorded", () => {
    const own = read({ acts: ["inform", "doubt"], preferences: [wish("price", 50)], sentiment: "negative" });
    const restated = read({ preferences: [wish("price", 500)], sentiment: "positive" });
    const both = combineReadings(own, restated, by("en"));
    expect(both.preferences).toEqual([wish("price", 50)]);
    expect(both.acts).toEqual(["inform", "doubt"]);
    expect(both.restated?.disagreements).toEqual([
      "restated as price at-most 500",
      "only in the own words: doubt",
      "sentiment negative, restated positive",
    ]);
  });
  it("in another language: the restatement is what was said, and is answered as English is", () => {
    const own = read({ acts: ["out-of-scope"], language: "de", preferences: [wish("price", 50)] });
    const restated = read({ preferences: [wish("price", 50), wish("category", "bags")] });
    expect(combineReadings(own, restated, by("de"))).toMatchObject({
      language: "en",
      preferences: [{ attribute: "price" }, { attribute: "category", value: "bags" }],
      restated: { language: "de" },
    });
  });
});
