/** `/api/admin/overview`: the figures of a period against the one before, what was changed meanwhile, and what the assistant adds. */
import { Hono } from "hono";
import { z } from "zod";
import type { HoldoutFigures } from "../insight/holdout.ts";
import { type OverviewLedger, overviewOf } from "../insight/overview.ts";
import type { ShopChangeLog } from "../insight/shop-changes.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";

const overviewQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(28) });
const DAY_MS = 86_400_000;
const CHANGES_MOST = 50;

export interface OverviewRooms {
  overview: OverviewLedger;
  shopChanges: ShopChangeLog;
  /** Null where no experiment ever kept the assistant from anybody. */
  holdout(siteId: string): Promise<HoldoutFigures | null>;
}

export function createOverviewApi(
  { overview, shopChanges, holdout }: OverviewRooms,
  clock: () => Date = () => new Date(),
): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.get("/overview", async (context) => {
    const query = overviewQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 366.");
    return context.json(
      await overviewOf(overview, context.get("site").id, { days: query.data.days, now: clock() }),
    );
  });
  api.get("/overview/changes", async (context) => {
    const query = overviewQuery.safeParse(context.req.query());
    if (!query.success)
      return adminError(context, 400, "payload/invalid", "days is a whole number from 1 to 366.");
    const since = new Date(clock().getTime() - query.data.days * DAY_MS);
    return context.json({
      changes: await shopChanges.list(context.get("site").id, { since, limit: CHANGES_MOST }),
    });
  });
  api.get("/overview/holdout", async (context) =>
    context.json({ holdout: await holdout(context.get("site").id) }),
  );
  return api;
}
