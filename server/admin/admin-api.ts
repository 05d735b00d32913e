/** The merchant's HTTP API, mounted at `/api/admin`. What lets somebody in to a site opens that site and no other [ADM-1]. */
import { Hono } from "hono";
import { conversationRecord } from "../insight/conversation-record.ts";
import type { ConversationArchive } from "../insight/ports.ts";
import type { ModelReport } from "../model/model-desk.ts";
import type { MerchantCatalog } from "../sync/merchant-catalog.ts";
import { authenticate, type MerchantAccess } from "./access/authenticate.ts";
import { createPeopleApi } from "./access/people-api.ts";
import { createSessionApi } from "./access/session-api.ts";
import { adminError } from "./admin-error.ts";
import { type AdminVariables, createCatalogApi } from "./catalog-api.ts";
import { createInsightApi, type InsightLedgers } from "./insight-api.ts";
import { createModelApi } from "./model-api.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createAdminApi(
  access: MerchantAccess,
  archive: ConversationArchive,
  insight: InsightLedgers,
  catalog: () => Promise<MerchantCatalog>,
  modelReport: (siteId: string) => Promise<ModelReport>,
  /** Other parts, which are mounted beside these. */
  further: readonly Hono<AdminVariables>[] = [],
): Hono {
  const api = new Hono<AdminVariables>();

  api.use(authenticate(access));
  if (access.people) {
    api.route("/", createSessionApi(access.people));
    api.route("/", createPeopleApi(access.people));
  }

  api.get("/conversations/:id", async (context) => {
    const id = context.req.param("id");
    const log = UUID.test(id) ? await archive.read(context.get("site").id, id) : null;
    const record = log && conversationRecord(id, log);
    if (record) return context.json(record);
    return adminError(context, 404, "request/not-found", "The site has no such conversation.");
  });
  api.route("/", createCatalogApi(catalog));
  api.route("/", createInsightApi(insight));
  api.route("/", createModelApi(modelReport));
  for (const part of further) api.route("/", part);

  // A Hono with variables of its own is mounted like any other.
  return new Hono().route("/", api);
}
