/** What talks teach [POL-4]: who earned what. */
import { describe, expect, it } from "vitest";
import { experienceOf, type LivedTalk } from "../../../../server/learn/reinforce/experience.ts";

const talk: LivedTalk = {
  decisions: [0, 1, 2].map(() => ({ steps: [] })),
  success: true,
  turnCost: -0.02,
  total: 0.94,
};
const rewards = (progress?: (number | null)[]) => [
  ...experienceOf(progress ? { ...talk, progress } : talk).rewards,
];
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe("[POL-4] a critic that reads along", () => {
  it("credits the turn that brought the shopper closer, and debits the one that put them off", () => {
    const [first = 0, second = 0] = rewards([-0.5, 0.5, 1]);
    expect(second).toBeGreaterThan(-0.02);
    expect(first).toBeLessThan(-0.02);
    expect(rewards([0.5, -1])[1]).toBeLessThan(rewards([0.5, 0.5])[1] ?? 0);
  });
  it("makes no talk worth more or less", () => {
    for (const progress of [[-1, -0.5, 0.9], [0.5, 1], [null, 0.5, null], []])
      expect(sum(rewards(progress))).toBeCloseTo(talk.total);
  });
  it("has no part in an exchange that it has no word on", () => {
    expect(rewards([0.5, null])[1]).toBeCloseTo(-0.02);
    expect(rewards([null, null, null])).toEqual(rewards());
  });
});
