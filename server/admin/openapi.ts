/** `/api/openapi.json`: the HTTP API as it is. Bodies come from the schemas that parse them, so they cannot drift apart. */
import { z } from "zod";
import { beaconSchema } from "../../shared/beacon.ts";
import { orderSchema } from "../../shared/order.ts";
import { STRATEGIES } from "../dialogue/strategies.ts";
import { LEFT_OUT } from "../experiment/plan.ts";
import type { OutcomeSummary } from "../insight/ports.ts";
import { CHAT_PURPOSES } from "../model/chat-model.ts";
import { MODEL_TROUBLES } from "../model/model-trouble.ts";
import { EMBEDDING_STATES } from "../semantic/ports.ts";
import { feedSchema } from "../sync/feed-settings.ts";
import { batchItemSchema, ITEMS_MAX, productPutSchema, stockPatchSchema } from "../sync/push-schema.ts";
import { SESSION_COOKIE } from "./access/session-cookie.ts";
import { answerPaths, gapSchema } from "./openapi-answers.ts";
import { conversationPaths } from "./openapi-conversations.ts";
import { experimentPaths } from "./openapi-experiments.ts";
import { insightPaths } from "./openapi-insight.ts";
import { peoplePaths } from "./openapi-people.ts";
import { settingsPaths } from "./openapi-settings.ts";
import { sitePaths } from "./openapi-sites.ts";
import { policyPaths } from "./policies/openapi-policies.ts";

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const owedSchema = z.object({
  orders: z.number().int(),
  net: z.number().int(),
  cartAdds: z.number().int(),
});
/** Money in minor units. */
const outcomeSummarySchema = z.object({
  currency: z.string(),
  orders: z.object({
    placed: z.number().int(),
    signed: z.number().int(),
    cancelled: z.number().int(),
    foreign: z.number().int(),
  }),
  revenue: z.object({
    net: z.number().int(),
    gross: z.number().int(),
    refunded: z.number().int(),
    cancelled: z.number().int(),
  }),
  cartAdds: z.number().int(),
  attributed: z.object({ direct: owedSchema, assisted: owedSchema }),
  strategies: z.array(owedSchema.extend({ strategy: z.enum(STRATEGIES), direct: z.number().int() })),
  arms: z.array(owedSchema.extend({ experiment: z.string(), arm: z.string() })),
  refused: z.record(z.string(), z.number().int()),
  leftOut: z.record(z.enum(LEFT_OUT), z.object({ visitors: z.number().int(), outcomes: z.number().int() })),
}) satisfies z.ZodType<OutcomeSummary>;
const siteConfigSchema = z.object({
  agent: z.object({ name: z.string(), avatarUrl: z.string().optional(), disclosure: z.string() }),
  theme: z.object({ accent: z.string(), scheme: z.string(), position: z.string() }),
  locale: z.string(),
  opening: z.object({
    enabled: z.boolean(),
    productDwellMs: z.number(),
    cartIdleMs: z.number(),
    compareVisits: z.number(),
    noResultsMs: z.number(),
    returnAfterMs: z.number(),
    pauseMs: z.number(),
    quietMs: z.number(),
  }),
});
const healthSchema = z.object({ ok: z.boolean(), parts: z.record(z.string(), z.boolean()).optional() });

const pushResultSchema = z.object({
  sku: z.string(),
  status: z.enum(["applied", "stale", "refused"]),
  hidden: z.string().optional().describe("Why shoppers don't see the product for all that"),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
const countsSchema = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  hidden: z.number().int(),
  removed: z.number().int().optional(),
  held: z
    .object({
      ...{ id: z.string(), leaving: z.number().int(), visible: z.number().int() },
      ...{ examples: z.array(z.string()), message: z.string() },
    })
    .optional()
    .describe("There when nothing was applied; the other counts say what confirming would do"),
});
const outcomeSchema = countsSchema.extend({
  id: z.uuid(),
  rejected: z.array(z.object({ row: z.number().int(), id: z.string().optional(), reason: z.string() })),
});
const importSchema = z.looseObject({
  ...{ id: z.uuid(), state: z.enum(["applied", "held", "failed", "rejected"]), source: z.string() },
  ...{ counts: countsSchema.nullable(), rejected: z.number().int().nullable() },
  ...{ code: z.string().nullable(), message: z.string().nullable() },
  ...{ startedAt: z.iso.datetime(), finishedAt: z.iso.datetime() },
});
const embeddingStatusSchema = z.object({
  model: z.string(),
  state: z.enum(EMBEDDING_STATES),
  products: z.int(),
  embedded: z.int(),
  pending: z.int(),
  trouble: z.object({ code: z.string(), message: z.string() }).nullable(),
  at: z.iso.datetime().nullable(),
});
const modelReportSchema = z.object({
  endpoint: z.string().nullable().describe("Null where no model is configured: the built-in voice speaks"),
  ...{ model: z.string().nullable(), embeddingModel: z.string().nullable() },
  enabled: z.boolean().describe("The site's own switch"),
  lastCheck: z
    .object({
      ...{ at: z.iso.datetime(), ok: z.boolean() },
      models: z.array(
        z.object({
          ...{ use: z.enum(["chat", "embeddings"]), model: z.string(), ok: z.boolean() },
          milliseconds: z.number().int().describe("To the first word, or to the vector"),
          ...{ code: z.enum(MODEL_TROUBLES).nullable(), message: z.string().nullable() },
        }),
      ),
    })
    .nullable(),
  circuit: z
    .enum(["closed", "open", "half-open"])
    .describe("Open: the endpoint failed too often and is left alone for a while"),
  lastTrouble: z
    .object({ code: z.enum(MODEL_TROUBLES), at: z.iso.datetime(), message: z.string() })
    .nullable(),
  tokens: z.object({
    ...{ day: z.iso.date(), used: z.number().int(), limit: z.number().int().nullable() },
    costUsd: z.number().nullable().describe("US dollars; null without OVERTURE_MODEL_PRICES"),
    byPurpose: z.array(
      z.object({
        ...{ purpose: z.enum(CHAT_PURPOSES), requests: z.number().int() },
        ...{ promptTokens: z.number().int(), cachedTokens: z.number().int() },
        completionTokens: z.number().int(),
      }),
    ),
  }),
});
const shownFeedSchema = z.object({
  ...{ url: z.string(), every: z.string(), format: z.string(), replace: z.boolean() },
  ...{ nextAt: z.iso.datetime(), lastAt: z.iso.datetime().nullable(), failures: z.number().int() },
  ...{ lastCode: z.string().nullable(), lastMessage: z.string().nullable() },
});
const productCountsSchema = z.object({
  ...{ visible: z.int(), hidden: z.int() },
  hiddenBecause: z.array(z.object({ reason: z.string(), count: z.int() })),
});
const productSchema = z.looseObject({
  ...{ sku: z.string(), title: z.string(), version: z.int() },
  hidden: z.string().nullable().describe("Why shoppers don't see it"),
});
const productStateSchema = z.looseObject({
  ...{ sku: z.string(), title: z.string(), version: z.number().int(), hidden: z.string().nullable() },
  ...{ validFrom: z.iso.datetime(), validUntil: z.iso.datetime().nullable() },
});

const json = (schema: z.ZodType) => ({
  "application/json": { schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) },
});
const answer = (description: string, schema: z.ZodType) => ({ description, content: json(schema) });
const failure = (description: string) => answer(description, errorSchema);
const parameter = (name: string, within: "path" | "header" | "query", required = true) => {
  return { name, in: within, required, schema: { type: "string" } };
};

const LET_IN = [{ secretKey: [] }, { session: [] }];

/** An operation for who is let in to a site: by its secret key, an API key, or a session's cookie. */
const merchant = (
  summary: string,
  responses: Record<number, object>,
  { body, parameters = [] }: { body?: z.ZodType; parameters?: object[] } = {},
) => ({
  summary,
  security: LET_IN,
  ...(parameters.length > 0 && { parameters }),
  ...(body && { requestBody: { required: true, content: json(body) } }),
  responses: {
    403: failure("The role or the key's scopes do not reach so far, or the token is missing"),
    ...responses,
    401: failure("Not let in"),
  },
});

/** The catalog's part of the merchant API. */
function catalogPaths(): Record<string, object> {
  const sku = parameter("sku", "path");
  const id = parameter("id", "path");
  const pushed = {
    200: answer("Applied, or acknowledged as stale", pushResultSchema),
    400: failure("Malformed"),
    413: failure("Too large"),
  };
  return {
    "/api/admin/products": {
      get: merchant(
        "Looks through the products, by sku",
        {
          200: answer(
            "A page of them, as the agent knows them",
            z.object({ products: z.array(productSchema), next: z.string().nullable() }),
          ),
          400: failure("Malformed"),
        },
        { parameters: ["query", "hidden", "after", "limit"].map((name) => parameter(name, "query", false)) },
      ),
      post: merchant(
        `Up to ${ITEMS_MAX} puts, deletions, stocks and prices; one result each`,
        {
          200: answer("Stored", z.object({ results: z.array(pushResultSchema) })),
          400: pushed[400],
          413: pushed[413],
        },
        { body: z.object({ items: z.array(batchItemSchema).min(1).max(ITEMS_MAX) }) },
      ),
    },
    "/api/admin/products/{sku}": {
      get: merchant(
        "A product as it is, or as it was in one of its versions",
        { 200: answer("The product", productStateSchema), 404: failure("No such product or version") },
        { parameters: [sku, parameter("version", "query", false)] },
      ),
      put: merchant("A product, whole", pushed, { body: productPutSchema, parameters: [sku] }),
      delete: merchant("Removes a product", pushed, { parameters: [sku, parameter("version", "query")] }),
    },
    "/api/admin/products/{sku}/stock": {
      patch: merchant(
        "Stock or price of a product or a variant",
        { ...pushed, 404: failure("No such product or variant") },
        { body: stockPatchSchema, parameters: [sku] },
      ),
    },
    "/api/admin/catalog": {
      get: merchant("How many products there are, and why some are hidden", {
        200: answer("The counts", productCountsSchema),
      }),
    },
    "/api/admin/catalog/imports": {
      get: merchant("The last imports, newest first", {
        200: answer("The imports", z.object({ imports: z.array(importSchema) })),
      }),
      post: {
        ...merchant(
          "Imports the file that is the body, gzipped or not, up to 1 GB; answers when it is applied or held back, or with Accept: application/x-ndjson line by line on the way. With dry-run=1 it says what would change, and what each column is read as",
          {
            200: answer("Applied", outcomeSchema),
            202: answer("Held back until it is confirmed", outcomeSchema),
            400: failure("Malformed"),
            413: failure("Too large"),
            422: failure("The file is no catalog, or broken"),
          },
          {
            parameters: ["format", "replace", "max-shrink", "allow-shrink", "dry-run", "map", "name"].map(
              (name) => parameter(name, "query", false),
            ),
          },
        ),
        requestBody: { required: true, content: { "application/octet-stream": {} } },
      },
    },
    "/api/admin/catalog/imports/{id}/confirm": {
      post: merchant(
        "Applies a held import",
        { 200: answer("Applied", countsSchema.extend({ id: z.uuid() })), 404: failure("None is waiting") },
        { parameters: [id] },
      ),
    },
    "/api/admin/catalog/imports/{id}/discard": {
      post: merchant(
        "Forgets a held import",
        {
          200: answer("Forgotten", z.object({ id: z.uuid(), discarded: z.literal(true) })),
          404: failure("None is waiting"),
        },
        { parameters: [id] },
      ),
    },
    "/api/admin/catalog/embeddings": {
      get: merchant("How far the products are embedded", {
        200: answer(
          "State off: no embedding model is configured",
          z.union([embeddingStatusSchema, z.object({ state: z.literal("off") })]),
        ),
      }),
    },
    "/api/admin/catalog/feed": {
      get: merchant("The feed", { 200: answer("The feed", shownFeedSchema), 404: failure("There is none") }),
      put: merchant(
        "Sets the feed; it is due at once",
        { 200: answer("The feed", shownFeedSchema), 400: failure("Malformed, or the address is refused") },
        { body: feedSchema },
      ),
      delete: merchant("Ends the feed; the products stay", {
        200: answer("Removed", z.object({ removed: z.literal(true) })),
        404: failure("There is none"),
      }),
    },
    "/api/admin/catalog/feed/pull": {
      post: merchant("Fetches the feed now", {
        200: answer(
          "Imported, held or unchanged",
          z.looseObject({ status: z.enum(["imported", "held", "unchanged"]) }),
        ),
        404: failure("There is none"),
        409: failure("It is being fetched"),
        502: failure("It could not be fetched"),
      }),
    },
  };
}

/** An OpenAPI 3.1 document. */
export function describeApi(version: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Overture",
      version,
      description: "What Overture answers over HTTP; shoppers talk over Socket.IO.",
    },
    components: {
      securitySchemes: {
        secretKey: {
          type: "http",
          scheme: "bearer",
          description: "The site's sk_… key, which may do everything, or an API key with the scopes it takes",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: SESSION_COOKIE,
          description:
            "As POST /api/admin/session sets it; every change also takes the header X-Overture-CSRF",
        },
      },
    },
    paths: {
      "/api/sites/{siteKey}/config": {
        get: {
          summary: "What a page may know of a site before any conversation",
          parameters: [parameter("siteKey", "path")],
          responses: { 200: answer("The configuration", siteConfigSchema), 404: failure("No such site") },
        },
      },
      "/api/events": {
        post: {
          summary: "Signals of a page that goes away, as navigator.sendBeacon sends them",
          requestBody: { required: true, content: { ...json(beaconSchema), "text/plain": {} } },
          responses: {
            200: answer(
              "Stored",
              z.object({ ok: z.literal(true), stored: z.number(), duplicates: z.number() }),
            ),
            400: failure("Malformed"),
            401: failure("The visitor token does not hold"),
            403: failure("The origin is not the site's"),
            429: failure("Too fast"),
          },
        },
      },
      "/api/orders": {
        post: {
          summary:
            "A purchase, a refund or a cancellation, from the shop's server; each counts once, in any order",
          description:
            "Overture-Signature is the hex HMAC-SHA256 of `<timestamp>.<body>` with the site's secret key.",
          parameters: [parameter("Overture-Timestamp", "header"), parameter("Overture-Signature", "header")],
          requestBody: { required: true, content: json(orderSchema) },
          responses: {
            200: answer(
              "Stored, or known already; a conflict says otherwise than what is known",
              z.object({
                ok: z.literal(true),
                duplicate: z.boolean().optional(),
                conflict: z.boolean().optional(),
              }),
            ),
            400: failure("Malformed"),
            401: failure("The signature or the visitor token does not hold"),
          },
        },
      },
      "/api/admin/insight/gaps": {
        get: merchant(
          "What shoppers asked that the catalog can't answer, and wished for in vain; most conversations first",
          {
            200: answer("The gaps", z.object({ gaps: z.array(gapSchema) })),
            400: failure("Malformed"),
          },
          { parameters: [parameter("days", "query", false), parameter("limit", "query", false)] },
        ),
      },
      "/api/admin/outcomes": {
        get: merchant(
          "Orders, revenue, the turns and arms they are owed to, and what was not counted",
          { 200: answer("The outcomes", outcomeSummarySchema), 400: failure("Malformed") },
          { parameters: [parameter("days", "query", false)] },
        ),
      },
      "/api/admin/model": {
        get: merchant("Whether the language model works, and what the site took of it today", {
          200: answer("The report", modelReportSchema),
        }),
      },
      ...catalogPaths(),
      ...answerPaths({ merchant, answer, failure, parameter }),
      ...insightPaths({ merchant, answer, failure, parameter }),
      ...conversationPaths({ merchant, answer, failure, parameter }),
      ...experimentPaths({ merchant, answer, failure, parameter }),
      ...settingsPaths({ merchant, answer, failure, parameter }),
      ...peoplePaths({ merchant, answer, failure, parameter }),
      ...sitePaths({ merchant, answer, failure, parameter }),
      ...policyPaths({ merchant, answer, failure, parameter }),
      "/healthz": {
        get: { summary: "The process is alive", responses: { 200: answer("Alive", healthSchema) } },
      },
      "/readyz": {
        get: {
          summary: "The database, and the broker where there is one, answer",
          responses: { 200: answer("Ready", healthSchema), 503: answer("Not ready", healthSchema) },
        },
      },
    },
  };
}
