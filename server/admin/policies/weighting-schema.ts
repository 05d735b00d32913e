/** Weights and bans of strategies as somebody wrote them [STR-4]. */
import { z } from "zod";
import { STRATEGIES } from "../../dialogue/strategies.ts";
import { INDISPENSABLE } from "../../strategy/mask.ts";

/** More than this drowns everything else out. */
const WEIGHT_MOST = 100;

const strategy = z.enum(STRATEGIES, { error: "is not a strategy" });

export const forbiddenSchema = z.array(
  strategy.superRefine((name, context) => {
    const why = INDISPENSABLE[name];
    if (why !== undefined) context.addIssue(`${name} can't be forbidden: ${why}`);
  }),
);

export const weightingSchema = z.strictObject({
  weights: z
    .partialRecord(strategy, z.number().min(0).max(WEIGHT_MOST))
    .describe("1 where left out; 0 takes a strategy only where nothing else is possible"),
  forbidden: forbiddenSchema.describe("Never taken"),
});
