/** `/api/admin/model`: whether the language model works, and what the site took of it today. Read-only. */
import { Hono } from "hono";
import type { ModelReport } from "../model/model-desk.ts";
import type { AdminVariables } from "./catalog-api.ts";

export function createModelApi(report: (siteId: string) => Promise<ModelReport>): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.get("/model", async (context) => context.json(await report(context.get("site").id)));
  return api;
}
