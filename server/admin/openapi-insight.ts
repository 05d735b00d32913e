/** What conversations tell a merchant, in the API's description: the overview, and what strategies come to. */
import { z } from "zod";
import { PHASES } from "../dialogue/state.ts";
import { STRATEGIES } from "../dialogue/strategies.ts";
import { EXPERIMENT_STATES } from "../experiment/plan.ts";
import type { HoldoutFigures } from "../insight/holdout.ts";
import { MOVABLE } from "../insight/moved-figures.ts";
import type { Overview } from "../insight/overview.ts";
import type { ShopChange } from "../insight/shop-changes.ts";
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
  moved: z
    .array(
      z.object({
        figure: z.enum(MOVABLE),
        before: z.number().describe("A day's average, or a share"),
        now: z.number(),
        change: z
          .object({ value: z.number(), low: z.number(), high: z.number() })
          .describe("Of a share in points from -1 to 1, of anything else over what it was"),
      }),
    )
    .describe("What has moved by more than days differ anyway"),
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
const changeSchema = z.discriminatedUnion("type", [
  z.object({
    ...{ type: z.literal("experiment"), at: z.iso.datetime(), key: z.string(), name: z.string() },
    action: z.enum(["started", "paused", "resumed", "ramped", "halted", "stopped", "shipped", "unshipped"]),
    arm: z.string().nullable(),
  }),
  z.object({
    ...{ type: z.literal("policy"), at: z.iso.datetime() },
    ...{ from: z.string(), to: z.string(), why: z.string() },
  }),
  z.object({
    ...{ type: z.literal("setting"), at: z.iso.datetime(), action: z.string(), times: z.number().int() },
    fields: z.array(z.string()),
  }),
  z.object({
    ...{ type: z.literal("catalog"), at: z.iso.datetime(), source: z.string(), times: z.number().int() },
    ...{ added: z.number().int(), updated: z.number().int(), removed: z.number().int() },
  }),
]) satisfies z.ZodType<ShopChange>;
const incrementalSchema = z
  .object({
    ...{ with: z.number(), without: z.number() },
    difference: z.object({
      ...{ value: z.number(), low: z.number().nullable(), high: z.number().nullable() },
    }),
  })
  .nullable();
const holdoutSchema = z.object({
  experiment: z.object({
    ...{ key: z.string(), name: z.string(), state: z.enum(EXPERIMENT_STATES) },
    ...{ startedAt: z.string().nullable(), stoppedAt: z.string().nullable() },
  }),
  currency: z.string(),
  visitors: z.object({ with: z.number().int(), without: z.number().int() }),
  conversion: incrementalSchema.describe("Shares of the visitors who bought; null where it is not measured"),
  revenue: incrementalSchema.describe("Per visitor, in minor units"),
  says: z.string(),
  standing: z.enum(["sound", "early", "unsound"]).describe("Whether anything may be concluded"),
}) satisfies z.ZodType<HoldoutFigures>;
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
    "/api/admin/overview/changes": {
      get: merchant(
        "What was done to the shop in these days: experiments, policies, settings, the catalog; the latest first",
        { 200: answer("The changes", z.object({ changes: z.array(changeSchema) })), 400: malformed },
        { parameters: [days] },
      ),
    },
    "/api/admin/overview/holdout": {
      get: merchant("What the assistant adds, by the latest experiment with a holdout; null without one", {
        200: answer("The figures", z.object({ holdout: holdoutSchema.nullable() })),
      }),
    },
  };
}
