/** What conversations tell a merchant, in the API's description: the overview, and what strategies come to. */
import { z } from "zod";
import { PHASES } from "../dialogue/state.ts";
import { STRATEGIES } from "../dialogue/strategies.ts";
import type { Overview } from "../insight/overview.ts";
import type { StrategyFlow } from "../insight/strategy-flow.ts";
import type { StrategyShares } from "../insight/strategy-shares.ts";
import type { SuccessReport } from "../insight/strategy-success.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";

const overviewFiguresSchema = z.object({
  conversations: z.number().int(),
  engaged: z.number().int(),
  accepted: z.number().int(),
  orders: z.number().int(),
  revenue: z.number(),
});
const overviewSchema = z.object({
  days: z.number().int(),
  from: z.string(),
  until: z.string(),
  currency: z.string(),
  current: overviewFiguresSchema,
  previous: overviewFiguresSchema,
  daily: z.array(overviewFiguresSchema),
  live: z.object({
    conversations: z.number().int(),
    latest: z.array(
      z.object({ id: z.string(), openedAt: z.string(), lastEventAt: z.string(), messages: z.number().int() }),
    ),
  }),
}) satisfies z.ZodType<Overview>;
const shareSchema = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const strategySharesSchema = z.object({
  conversations: z.number().int(),
  accepted: z.number().int().describe("Conversations in which an item was accepted"),
  turns: z.number().int(),
  strategies: z.array(
    z.object({
      strategy: z.enum(STRATEGIES),
      acts: z.number().int(),
      share: shareSchema.describe("Of the agent's acts, with the 95 % interval over conversations"),
      acceptedActs: z.number().int(),
      acceptedShare: shareSchema.describe("Of the acts in turns that led to acceptance"),
      difference: shareSchema.describe("The second share less the first"),
    }),
  ),
}) satisfies z.ZodType<StrategyShares>;
const turnsSchema = z.object({
  turns: z.number().int(),
  conversations: z.number().int(),
  success: shareSchema.describe(
    "Of these turns, after which an item was accepted; null where there are too few",
  ),
});
const successSchema = z.object({
  phases: z.array(
    turnsSchema.extend({
      phase: z.enum(PHASES),
      strategies: z.array(
        turnsSchema.extend({
          strategy: z.enum(STRATEGIES),
          standsOut: z
            .enum(["above", "below"])
            .nullable()
            .describe("The interval lies on one side of the phase's own share"),
        }),
      ),
    }),
  ),
  unrecorded: z.number().int().describe("Turns of which no phase was recorded"),
  kinds: z.array(
    z.object({
      kind: z.string().describe("A category, as it was looked for"),
      ...{ conversations: z.number().int(), accepted: z.number().int(), success: shareSchema },
    }),
  ),
}) satisfies z.ZodType<SuccessReport>;
const stepsSchema = z.array(
  z.object({
    from: z.enum(STRATEGIES).nullable().describe("Null for a beginning"),
    to: z.enum(STRATEGIES).nullable().describe("Null for an end"),
    times: z.number().int(),
  }),
);
const flowSchema = z.object({
  turns: z.number().int(),
  within: stepsSchema.describe("From one strategy to the next within a turn"),
  across: stepsSchema.describe("From the last strategy of a turn to the first of the next"),
}) satisfies z.ZodType<StrategyFlow>;

export function insightPaths({ merchant, answer, failure, parameter }: OpenApiWords): Record<string, object> {
  const days = parameter("days", "query", false);
  const malformed = failure("Malformed");
  return {
    "/api/admin/insight/strategies": {
      get: merchant(
        "Each strategy's share of the agent's acts, and its share in turns that led to acceptance; of a phase, or of a category looked for",
        { 200: answer("The shares", strategySharesSchema), 400: malformed },
        { parameters: [days, parameter("phase", "query", false), parameter("kind", "query", false)] },
      ),
    },
    "/api/admin/insight/strategies/success": {
      get: merchant(
        "How often turns led to acceptance, by phase and strategy and by the category looked for",
        { 200: answer("The shares", successSchema), 400: malformed },
        { parameters: [days] },
      ),
    },
    "/api/admin/insight/strategies/flow": {
      get: merchant(
        "How often each strategy was followed by which, within a turn and from turn to turn",
        { 200: answer("The steps", flowSchema), 400: malformed },
        { parameters: [days] },
      ),
    },
    "/api/admin/overview": {
      get: merchant(
        "The figures of a period, of the one before and by spans of 24 hours; which conversations go on now",
        { 200: answer("The overview", overviewSchema), 400: malformed },
        { parameters: [days] },
      ),
    },
  };
}
