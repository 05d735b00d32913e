/** `/api/openapi.json`: the HTTP API as it is. Bodies come from the schemas that parse them, so they cannot drift apart. */
import { z } from "zod";
import { beaconSchema } from "../../shared/beacon.ts";
import { orderSchema } from "../../shared/order.ts";
import { MODES, STRATEGIES } from "../dialogue/strategies.ts";

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const agentTurnSchema = z.object({
  speaker: z.literal("agent"),
  turnId: z.string(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  respondsTo: z.object({ type: z.string(), ids: z.array(z.string()).optional() }),
  text: z.string(),
  cards: z.array(z.looseObject({ sku: z.string(), title: z.string(), why: z.string() })),
  replies: z.array(z.string()),
  invitation: z.object({ kind: z.string(), text: z.string().optional() }).nullable(),
  sources: z.array(z.looseObject({ says: z.string() })),
  stance: z.looseObject({ sku: z.string() }).nullable(),
  anticipates: z.looseObject({ sku: z.string(), objection: z.string() }).nullable(),
  voice: z.string(),
  decision: z.object({
    policy: z.string(),
    policyVersion: z.string(),
    strategies: z.array(z.enum(STRATEGIES)),
    propensities: z.array(z.number().min(0).max(1)),
    mask: z.record(z.string(), z.string()),
    reasons: z.array(z.string()),
    steps: z.array(z.looseObject({ strategy: z.enum(STRATEGIES), propensity: z.number() })),
  }),
  claims: z.array(z.looseObject({ id: z.string() })),
  guard: z.array(z.object({ text: z.string(), verdict: z.string(), why: z.string() })),
});
const shopperTurnSchema = z.object({
  speaker: z.literal("shopper"),
  messageId: z.uuid(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  text: z.string(),
  understanding: z.looseObject({ acts: z.array(z.string()) }).nullable(),
});
const conversationSchema = z.object({
  id: z.uuid(),
  visitorId: z.uuid(),
  mode: z.enum(MODES),
  locale: z.string(),
  openedAt: z.iso.datetime(),
  closed: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  turns: z.array(z.discriminatedUnion("speaker", [shopperTurnSchema, agentTurnSchema])),
  signals: z.array(z.looseObject({ at: z.iso.datetime(), type: z.string() })),
  pages: z.array(z.looseObject({ at: z.iso.datetime(), url: z.string() })),
});
const siteConfigSchema = z.object({
  agent: z.object({ name: z.string(), avatarUrl: z.string().optional(), disclosure: z.string() }),
  theme: z.object({ accent: z.string(), scheme: z.string(), position: z.string() }),
  locale: z.string(),
  opening: z.object({
    enabled: z.boolean(),
    productDwellMs: z.number(),
    cartIdleMs: z.number(),
    compareVisits: z.number(),
  }),
});
const healthSchema = z.object({ ok: z.boolean(), parts: z.record(z.string(), z.boolean()).optional() });

const json = (schema: z.ZodType) => ({
  "application/json": { schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) },
});
const answer = (description: string, schema: z.ZodType) => ({ description, content: json(schema) });
const failure = (description: string) => answer(description, errorSchema);
const parameter = (name: string, within: "path" | "header") => {
  return { name, in: within, required: true, schema: { type: "string" } };
};

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
      securitySchemes: { secretKey: { type: "http", scheme: "bearer", description: "The site's sk_… key." } },
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
          summary: "A purchase, from the shop's server; an order id counts once",
          description:
            "Overture-Signature is the hex HMAC-SHA256 of `<timestamp>.<body>` with the site's secret key.",
          parameters: [parameter("Overture-Timestamp", "header"), parameter("Overture-Signature", "header")],
          requestBody: { required: true, content: json(orderSchema) },
          responses: {
            200: answer("Stored", z.object({ ok: z.literal(true), duplicate: z.boolean().optional() })),
            400: failure("Malformed"),
            401: failure("The signature or the visitor token does not hold"),
          },
        },
      },
      "/api/admin/conversations/{id}": {
        get: {
          summary: "A conversation with the decision record of each turn",
          security: [{ secretKey: [] }],
          parameters: [parameter("id", "path")],
          responses: {
            200: answer("The conversation", conversationSchema),
            401: failure("No valid secret key"),
            404: failure("The site has no such conversation"),
          },
        },
      },
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
