/** `/api/admin/insight`: what a site's conversations tell its merchant. Read-only. */
import { Hono } from "hono";
import { z } from "zod";
import type { GapLedger } from "../insight/ports.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";

const DAY_MS = 86_400_000;

const gapsQuery = z.object({
  days: z.coerce.number().int().min(1).max(3_650).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});

export function createInsightApi(
  gaps: GapLedger,
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
    const since = days === undefined ? null : new Date(clock().getTime() - days * DAY_MS);
    return context.json({ gaps: await gaps.mostFrequent(context.get("site").id, { since, limit }) });
  });
  return api;
}
