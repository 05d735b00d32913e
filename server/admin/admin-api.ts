/** The merchant's HTTP API, mounted at `/api/admin`. A site's secret key opens that site and no other. */
import { Hono } from "hono";
import { conversationRecord } from "../insight/conversation-record.ts";
import type { ConversationArchive } from "../insight/ports.ts";

export interface MerchantAccess {
  /** The site that a secret key belongs to. */
  siteOfSecret(secretKey: string): Promise<{ id: string } | null>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function createAdminApi(access: MerchantAccess, archive: ConversationArchive): Hono {
  const api = new Hono<{ Variables: { siteId: string } }>();

  api.use(async (context, next) => {
    const [, secretKey] = /^Bearer (sk_[\w-]+)$/.exec(context.req.header("authorization") ?? "") ?? [];
    const site = secretKey === undefined ? null : await access.siteOfSecret(secretKey);
    if (!site) {
      const error = {
        code: "auth/required",
        message: "Send the site's secret key as Authorization: Bearer sk_…",
      };
      return context.json({ error }, 401, { "www-authenticate": "Bearer" });
    }
    context.set("siteId", site.id);
    // What is answered is for this merchant's eyes; no cache between may keep it.
    context.header("cache-control", "no-store");
    await next();
  });

  api.get("/conversations/:id", async (context) => {
    const id = context.req.param("id");
    const log = UUID.test(id) ? await archive.read(context.get("siteId"), id) : null;
    const record = log && conversationRecord(id, log);
    if (record) return context.json(record);
    return context.json(
      { error: { code: "request/not-found", message: "The site has no such conversation." } },
      404,
    );
  });

  // A Hono with variables of its own is mounted like any other.
  return new Hono().route("/", api);
}
