/** `/api/admin/insight` and `/api/admin/outcomes`: what a site's conversations tell its merchant. Read-only. */
import { Hono } from "hono";
import { z } from "zod";
import { PHASES } from "../dialogue/state.ts";
import type { GapLedger, OutcomeLedger, StrategyLedger } from "../insight/ports.ts";
import { strategyFlow } from "../insight/strategy-flow.ts";
import { strategyShares } from "../insight/strategy-shares.ts";
import { strategySuccess } from "../insight/strategy-success.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { keptText } from "./kept-text.ts";

const DAY_MS = 86_400_000;

const days = z.coerce.number().int().min(1).max(3_650).optional();
const daysQuery = z.object({ days });
const strategiesQuery = z.object({
  days,
  phase: z.enum(PHASES).optional(),
  kind: keptText(z.string().trim().min(1).max(200)).optional(),
});
const gapsQuery = z.object({
  days,
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

export interface InsightLedgers {
  gaps: GapLedger;
  strategies: StrategyLedger;
  outcomes: OutcomeLedger;
}

export function createInsightApi(
  { gaps, strategies, outcomes }: InsightLedgers,
  clock: () => Date = () => new Date(),
): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.get("/insight/gaps", async (context) => {
    const query = gapsQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(
        context,
        400,
        "payload/invalid",
        "days goes from 1 to 3650, limit from 1 to 1000; both are whole numbers.",
      );
    const { days, limit } = query.data;
    return context.json({
      gaps: await gaps.mostFrequent(context.get("site").id, { since: sinceDays(days), limit }),
    });
  });
  api.get("/insight/strategies", async (context) => {
    const query = strategiesQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(
        context,
        400,
        "payload/invalid",
        `days is a whole number from 1 to 3650, phase one of ${PHASES.join(", ")}, kind a category's name.`,
      );
    const { days, phase, kind } = query.data;
    const range = { since: sinceDays(days), phase, kind };
    return context.json(strategyShares(await strategies.count(context.get("site").id, range)));
  });
  api.get("/insight/strategies/success", async (context) => {
    const query = daysQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 3650.");
    const since = sinceDays(query.data.days);
    return context.json(strategySuccess(await strategies.situations(context.get("site").id, { since })));
  });
  api.get("/insight/strategies/flow", async (context) => {
    const query = daysQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 3650.");
    const since = sinceDays(query.data.days);
    return context.json(strategyFlow(await strategies.pairs(context.get("site").id, { since })));
  });
  api.get("/outcomes", async (context) => {
    const query = daysQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 3650.");
    return context.json(
      await outcomes.summary(context.get("site").id, { since: sinceDays(query.data.days) }),
    );
  });
  return api;

  function sinceDays(count: number | undefined): Date | null {
    return count === undefined ? null : new Date(clock().getTime() - count * DAY_MS);
  }
}
