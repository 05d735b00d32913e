import { expect, it } from "vitest";
import { REWARD_WEIGHTS, rewardOf } from "../../../server/learn/reward.ts";

const talk = { success: false, turns: 6, rejections: 1, annoyance: 0.2, answered: 1 };

it("[POL-5] rewards success and answered questions, and charges for turns, rejections and annoyance", () => {
  const { total } = rewardOf(talk);
  expect(rewardOf({ ...talk, success: true }).total).toBeCloseTo(total + REWARD_WEIGHTS.success);
  expect(rewardOf({ ...talk, answered: 2 }).total).toBeGreaterThan(total);
  for (const worse of [{ turns: 7 }, { rejections: 2 }, { annoyance: 0.5 }])
    expect(rewardOf({ ...talk, ...worse }).total).toBeLessThan(total);
});

it("[POL-5] is the sum of its parts, and no number of answers makes up for a failure", () => {
  const { total, ...parts } = rewardOf({ ...talk, answered: 50 });
  expect(total).toBeCloseTo(Object.values(parts).reduce((sum, part) => sum + part, 0));
  expect(total).toBeLessThan(rewardOf({ ...talk, success: true, answered: 0 }).total);
});
