/** `/api/admin/overview`: the figures of a period against the one before, and what is going on now. */
import { Hono } from "hono";
import { z } from "zod";
import { type OverviewLedger, overviewOf } from "../insight/overview.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";

const overviewQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(28) });

export function createOverviewApi(
  ledger: OverviewLedger,
  clock: () => Date = () => new Date(),
): Hono<AdminVariables> {
  return new Hono<AdminVariables>().get("/overview", async (context) => {
    const query = overviewQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 366.");
    return context.json(
      await overviewOf(ledger, context.get("site").id, { days: query.data.days, now: clock() }),
    );
  });
}
