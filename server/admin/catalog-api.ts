/** The merchant's side of the catalog over HTTP: pushes, uploads, held imports, the feed. */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { feedSchema, readFeedSettings } from "../sync/feed-settings.ts";
import type { MerchantCatalog } from "../sync/merchant-catalog.ts";
import type { PushResult } from "../sync/order-pushes.ts";
import { ITEMS_MAX, problemOf, skuSchema } from "../sync/push-schema.ts";
import type { CatalogSite } from "../sync/run-import.ts";
import type { Actor, AuditDetail } from "./access/ports.ts";
import { adminError } from "./admin-error.ts";
import { receiveUpload } from "./catalog-uploads.ts";

export type AdminVariables = {
  Variables: {
    site: CatalogSite;
    /** Who asks. */
    actor: Actor;
    /** What the audit log is to say of a change beside its address. */
    told: AuditDetail | undefined;
    /** Puts the change into the audit log. */
    record: (told: AuditDetail) => Promise<void>;
    /** The route does that itself, or there is no change. */
    recordsItself: boolean | undefined;
  };
};
type AdminContext = Context<AdminVariables>;

const PRODUCT_MAX_BYTES = 2 ** 20;
const BATCH_MAX_BYTES = 16 * 2 ** 20;
const IMPORTS_LISTED = 50;

export const batchSchema = z.strictObject({ items: z.array(z.unknown()).min(1).max(ITEMS_MAX) });

const productsQuerySchema = z.object({
  query: z.string().max(200).default(""),
  hidden: z.enum(["1", "0"]).default("0"),
  after: z.string().max(500).default(""),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** `load` gives the catalogs when they are first wanted: a server that nobody imports into need not know how. */
export function createCatalogApi(load: () => Promise<MerchantCatalog>): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  const upTo = (maxSize: number) => bodyLimit({ maxSize, onError: (context) => tooLarge(context, maxSize) });

  api.get("/catalog", async (context) => {
    return context.json(await (await load()).count(context.get("site").id));
  });
  api.get("/products", async (context) => {
    const read = productsQuerySchema.safeParse(context.req.query());
    if (!read.success) return invalid(context, problemOf(read.error));
    const search = { ...read.data, hidden: read.data.hidden === "1" };
    return context.json(await (await load()).products(context.get("site").id, search));
  });
  api.get("/products/:sku", async (context) => {
    const sku = skuSchema.safeParse(context.req.param("sku"));
    const version = z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional()
      .safeParse(context.req.query("version"));
    if (!version.success) return invalid(context, "version must be a whole number from 1");
    const found = sku.success
      ? await (await load()).productAt(context.get("site").id, sku.data, version.data ?? null)
      : null;
    if (found === null)
      return adminError(context, 404, "product/unknown", "There is no such product in such a version.");
    return context.json({ ...found.record, validFrom: found.from, validUntil: found.until });
  });

  const single = (op: "put" | "stock") => async (context: AdminContext) => {
    const body = await readBody(context);
    if (!isObject(body)) return invalid(context, "the body must be a JSON object");
    return await pushOne(context, { ...body, op, sku: context.req.param("sku") });
  };
  const pushOne = async (context: AdminContext, item: unknown) => {
    const [result] = await (await load()).push(context.get("site"), [item]);
    if (result === undefined) throw new Error("a push has no result");
    return answerPush(context, result);
  };
  api.put("/products/:sku", upTo(PRODUCT_MAX_BYTES), single("put"));
  api.patch("/products/:sku/stock", upTo(PRODUCT_MAX_BYTES), single("stock"));
  api.delete("/products/:sku", (context) => {
    const version = context.req.query("version") ?? "";
    // In a query a number is text.
    const given = /^\d+$/.test(version) ? Number(version) : version;
    return pushOne(context, { op: "delete", sku: context.req.param("sku"), version: given });
  });
  api.post("/products", upTo(BATCH_MAX_BYTES), async (context) => {
    const body = batchSchema.safeParse(await readBody(context));
    if (!body.success) return invalid(context, problemOf(body.error));
    context.set("told", { items: body.data.items.length });
    return context.json({ results: await (await load()).push(context.get("site"), body.data.items) });
  });

  api.post("/catalog/imports", (context) => receiveUpload(context, load));
  api.get("/catalog/imports", async (context) => {
    return context.json({ imports: await (await load()).imports(context.get("site").id, IMPORTS_LISTED) });
  });
  api.post("/catalog/imports/:id/confirm", async (context) => {
    const counts = await (await load()).confirmImport(context.get("site").id, context.req.param("id"));
    return counts === null ? notWaiting(context) : context.json({ id: context.req.param("id"), ...counts });
  });
  api.post("/catalog/imports/:id/discard", async (context) => {
    const discarded = await (await load()).discardImport(context.get("site").id, context.req.param("id"));
    return discarded ? context.json({ id: context.req.param("id"), discarded }) : notWaiting(context);
  });

  api.get("/catalog/embeddings", async (context) => {
    const status = await (await load()).embeddings(context.get("site").id);
    return context.json(status ?? { state: "off" });
  });

  api.get("/catalog/feed", async (context) => {
    const feed = await (await load()).feed(context.get("site").id);
    return feed === null ? noFeed(context) : context.json(feed);
  });
  api.put("/catalog/feed", upTo(PRODUCT_MAX_BYTES), async (context) => {
    const body = feedSchema.safeParse(await readBody(context));
    if (!body.success) return invalid(context, problemOf(body.error));
    const read = readFeedSettings(body.data, (await load()).allowsPrivateFeeds);
    if (!read.ok) return adminError(context, 400, "feed/address-refused", read.message);
    const feed = await (await load()).setFeed(context.get("site").id, read.feed);
    const { url, every, format, replace } = feed;
    context.set("told", { url, every, format, replace });
    return context.json(feed);
  });
  api.delete("/catalog/feed", async (context) => {
    const removed = await (await load()).removeFeed(context.get("site").id);
    return removed ? context.json({ removed }) : noFeed(context);
  });
  api.post("/catalog/feed/pull", async (context) => {
    const pull = await (await load()).pullFeed(context.get("site"));
    if (pull === "none") return noFeed(context);
    if (pull === "busy")
      return adminError(context, 409, "feed/busy", "The feed is being pulled at this moment.");
    if (pull.status === "failed") return context.json({ error: pull.error }, 502);
    if (pull.status === "unchanged") return context.json(pull);
    return context.json({ status: pull.status, id: pull.importId, ...pull.outcome });
  });
  return api;
}

function answerPush(context: AdminContext, result: PushResult): Response {
  if (result.status !== "refused") return context.json(result);
  return context.json({ error: result.error }, result.error.code === "product/unknown" ? 404 : 400);
}

/** What is no JSON is undefined, which no schema takes. */
async function readBody(context: AdminContext): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    // A body that is over its limit says so itself.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

function invalid(context: AdminContext, message: string): Response {
  return adminError(context, 400, "payload/invalid", message);
}
function tooLarge(context: Context, maxBytes: number): Response {
  const megabytes = Math.round(maxBytes / 2 ** 20);
  return adminError(
    context,
    413,
    "payload/too-large",
    `The body is larger than ${megabytes} MB; send it in parts.`,
  );
}
function notWaiting(context: AdminContext): Response {
  const message = "No held import of this id is waiting; GET /api/admin/catalog/imports lists them.";
  return adminError(context, 404, "import/unknown", message);
}
function noFeed(context: AdminContext): Response {
  return adminError(context, 404, "feed/none", "The site has no feed; PUT /api/admin/catalog/feed sets one.");
}
