/** The merchant's HTTP API, mounted at `/api/admin`. A site's secret key opens that site and no other. */
import { Hono } from "hono";
import { conversationRecord } from "../insight/conversation-record.ts";
import type { ConversationArchive } from "../insight/ports.ts";
import type { ModelReport } from "../model/model-desk.ts";
import type { MerchantCatalog } from "../sync/merchant-catalog.ts";
import type { CatalogSite } from "../sync/run-import.ts";
import { adminError } from "./admin-error.ts";
import { type AdminVariables, createCatalogApi } from "./catalog-api.ts";
import { createInsightApi, type InsightLedgers } from "./insight-api.ts";
import { createModelApi } from "./model-api.ts";

export interface MerchantAccess {
  /** The site that a secret key belongs to. */
  siteOfSecret(secretKey: string): Promise<CatalogSite | null>;
}

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

  api.use(async (context, next) => {
    const [, secretKey] = /^Bearer (sk_[\w-]+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    const site = secretKey === undefined ? null : await access.siteOfSecret(secretKey);
    if (!site) {
      context.header("www-authenticate", "Bearer");
      return adminError(
        context,
        401,
        "auth/required",
        "Send the site's secret key as Authorization: Bearer sk_…",
      );
    }
    context.set("site", site);
    // What is answered is for this merchant's eyes; no cache between may keep it.
    context.header("cache-control", "no-store");
    await next();
  });

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
