import type { Goal } from "./goal.ts";
import type { Critic } from "./shopper.ts";

/** Judges by what the shopper came for: the target or an equal, accepted [POL-5]. */
export function createGoalCritic({ acceptable }: Pick<Goal, "acceptable">): Critic {
  return {
    judge: ({ ending, account }) => ({
      success: ending.outcome === "accepted" && acceptable.has(ending.sku),
      rejections: account.rejections,
      annoyance: account.annoyance,
    }),
  };
}
