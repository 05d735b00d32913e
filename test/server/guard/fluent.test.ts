import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { PRACTICE_SHOPS } from "./fluent/practice.ts";
import { FLUENT_SHOPS, isUntouchedRow } from "./fluent/shops.ts";
import type { HeldOutRow, Shop } from "./held-out/rows.ts";

const shareStopped = (
  side: "truths" | "lies",
  shops: readonly Shop[],
  isOfPart: (row: HeldOutRow) => boolean = () => true,
): number => {
  const stopped = shops.flatMap((shop) =>
    shop[side]
      .filter(isOfPart)
      .map((row) => checkSentence(row.sentence, shop.evidenceOn(row)).type !== "pass"),
  );
  return stopped.filter(Boolean).length / stopped.length;
};

/** Shares, as of the other sets; a third of the true rows were stopped before they were worked on. */
describe("[GRD-2] sentences as a fluent model would say them", () => {
  const isRead = (row: HeldOutRow) => !isUntouchedRow(row.sentence);
  it("are caught where they are false", () => {
    expect(shareStopped("lies", FLUENT_SHOPS, isRead)).toBeGreaterThanOrEqual(0.94);
    expect(shareStopped("lies", PRACTICE_SHOPS)).toBeGreaterThanOrEqual(0.92);
  });
  it("mostly pass where they are true", () => {
    expect(shareStopped("truths", FLUENT_SHOPS, isRead)).toBeLessThanOrEqual(0.14);
    expect(shareStopped("truths", PRACTICE_SHOPS)).toBeLessThanOrEqual(0.13);
  });
  it("do not get worse in the half that nobody has read", () => {
    const isUnread = (row: HeldOutRow) => isUntouchedRow(row.sentence);
    expect(shareStopped("lies", FLUENT_SHOPS, isUnread)).toBeGreaterThanOrEqual(0.85);
    expect(shareStopped("truths", FLUENT_SHOPS, isUnread)).toBeLessThanOrEqual(0.3);
  });
});

describe("[GRD-2] what a clause mentions by the way", () => {
  const shop = FLUENT_SHOPS[0];
  const harness = shop?.truths.find(({ items }) => items[0]?.sku === "tam-trail")?.items ?? [];
  const verdictOf = (sentence: string) =>
    shop === undefined
      ? "no shop"
      : checkSentence(sentence, shop.evidenceOn({ kind: "", items: harness.slice(0, 1), sentence })).type;

  it("needs no evidence where what it claims is in the row: circumstances, consequences, ways of saying it", () => {
    for (const sentence of [
      "The reflective trim shows up well along a gloomy country lane.",
      "It's machine washable, so a puddle is nothing to dread.",
      "You can tug the handle on top to hoist your dog over a log.",
    ])
      expect(verdictOf(sentence), sentence).toBe("pass");
  });
  it("is a claim all the same where the clause has nothing else, or says what the item is and has", () => {
    for (const sentence of [
      "It tugs along a gloomy lane.",
      "It's machine washable, so it's antibacterial.",
      "It's machine washable and comes with a raincoat.",
      "It has a padded leather collar.",
    ])
      expect(verdictOf(sentence), sentence).toBe("unsupported");
  });
  it("knows no bounds only where the row says so", () => {
    for (const sentence of [
      "You can wash it as hot as you like.",
      "You never need to wash it.",
      "It can't come undone.",
      "It holds your dog no matter what.",
    ])
      expect(verdictOf(sentence), sentence).toBe("unsupported");
  });
  it("may judge a quality of degree where the figure stands beside it", () => {
    expect(verdictOf("At 310 grams it's fairly lightweight.")).toBe("pass");
    expect(verdictOf("It's fairly lightweight.")).toBe("unsupported");
    expect(verdictOf("At 210 grams it's fairly lightweight.")).toBe("unsupported");
  });
});
