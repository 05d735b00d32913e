import { describe, expect, it } from "vitest";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { FALSE_SENTENCES } from "./false-sentences.ts";
import { HELD_OUT_SHOPS } from "./held-out/shops.ts";
import { TRUE_SENTENCES } from "./true-sentences.ts";

const shareStopped = (side: "truths" | "lies"): number => {
  const stopped = HELD_OUT_SHOPS.flatMap((shop) =>
    shop[side].map((row) => checkSentence(row.sentence, shop.evidenceOn(row)).type !== "pass"),
  );
  return stopped.filter(Boolean).length / stopped.length;
};

/** Shares, not rows. `npm run bench -- guard` gives them by class. */
describe("[GRD-2] sentences kept apart from the tables", () => {
  it("are caught where they are false, 95 in 100 at least", () => {
    expect(shareStopped("lies")).toBeGreaterThanOrEqual(0.95);
  });
  // The goal is 2 in 100; this keeps what is reached.
  it("are let pass where they are true, 96 in 100 at least", () => {
    expect(shareStopped("truths")).toBeLessThanOrEqual(0.04);
  });
  it("say of each lie where it comes from", () => {
    for (const { origin, sentence } of HELD_OUT_SHOPS.flatMap(({ lies }) => lies))
      expect(origin ?? "", sentence).not.toBe("");
  });
  it("are none of the tables', which hold more than 300 of either kind", () => {
    const tuned = new Set([...TRUE_SENTENCES, ...FALSE_SENTENCES].map(({ sentence }) => sentence));
    expect(TRUE_SENTENCES.length).toBeGreaterThan(300);
    expect(FALSE_SENTENCES.length).toBeGreaterThan(300);
    const shared = HELD_OUT_SHOPS.flatMap(({ truths, lies }) => [...truths, ...lies]).filter(
      ({ sentence, items }) => tuned.has(sentence) && items.length === 0,
    );
    expect(shared).toEqual([]);
  });
});
