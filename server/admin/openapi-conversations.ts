/** The conversations' part of the API's description. */
import { z } from "zod";
import { MODES, STRATEGIES } from "../dialogue/strategies.ts";
import { type ListedConversation, TALK_OUTCOMES } from "../insight/ports.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";

const armSchema = z.object({ experiment: z.string(), arm: z.string() });
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
  voicing: z
    .looseObject({
      model: z.string(),
      promptTokens: z.number(),
      completionTokens: z.number(),
      totalMs: z.number(),
    })
    .optional()
    .describe("Where a model was asked"),
  settled: z.array(z.looseObject({ questionId: z.string(), status: z.string() })).describe("In the ledger"),
  returnsTo: z.array(z.string()).optional(),
  gaps: z.array(z.looseObject({ type: z.string(), topic: z.string() })).optional(),
  redirection: z.unknown().optional(),
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
  arms: z.array(armSchema).describe("Of the experiments it was held in"),
  outcomes: z.array(z.enum(TALK_OUTCOMES)),
  ledger: z
    .array(
      z.looseObject({
        id: z.string(),
        raisedBy: z.enum(["shopper", "agent"]),
        about: z.string(),
        status: z.string(),
      }),
    )
    .describe("Questions of both sides, as they stand at the end"),
  personAsked: z.array(z.iso.datetime()).describe("When a person was asked for by the menu"),
  turns: z.array(z.discriminatedUnion("speaker", [shopperTurnSchema, agentTurnSchema])),
  signals: z.array(z.looseObject({ at: z.iso.datetime(), type: z.string() })),
  pages: z.array(z.looseObject({ at: z.iso.datetime(), url: z.string() })),
});
const listedSchema = z.object({
  ...{ id: z.uuid(), visitorId: z.uuid(), mode: z.enum(MODES), locale: z.string() },
  ...{ openedAt: z.iso.datetime(), lastEventAt: z.iso.datetime(), closedAt: z.iso.datetime().nullable() },
  ...{ messages: z.number().int(), turns: z.number().int() },
  firstWords: z.string().nullable().describe("The shopper's first message"),
  strategies: z.array(z.enum(STRATEGIES)),
  ...{ outcomes: z.array(z.enum(TALK_OUTCOMES)), arms: z.array(armSchema) },
  found: z
    .object({
      ...{ speaker: z.enum(["shopper", "agent"]), seq: z.number().int() },
      pieces: z.array(z.object({ text: z.string(), isFound: z.boolean() })),
    })
    .nullable()
    .describe("Where the words looked for are"),
}) satisfies z.ZodType<ListedConversation>;

const FILTERS = ["query", "strategy", "outcome", "mode", "gap", "from", "before", "cursor", "limit"];

export function conversationPaths({
  merchant,
  answer,
  failure,
  parameter,
}: OpenApiWords): Record<string, object> {
  const id = parameter("id", "path");
  return {
    "/api/admin/conversations": {
      get: merchant(
        "Conversations in which something was said, the latest first",
        {
          200: answer(
            "A page of them; `next` is the cursor of the one after it",
            z.object({ conversations: z.array(listedSchema), next: z.string().nullable() }),
          ),
          400: failure("Malformed"),
        },
        { parameters: FILTERS.map((name) => parameter(name, "query", false)) },
      ),
    },
    "/api/admin/conversations/{id}": {
      get: merchant(
        "A conversation with the decision record of each turn",
        {
          200: answer("The conversation", conversationSchema),
          404: failure("The site has no such conversation"),
        },
        { parameters: [id] },
      ),
    },
    "/api/admin/visitors/{id}": {
      delete: merchant(
        "Erases a visitor, whoever is the same person, and everything of theirs; it can't be undone",
        {
          200: answer("Erased", z.object({ erased: z.literal(true) })),
          404: failure("The site has no such visitor"),
        },
        { parameters: [id] },
      ),
    },
  };
}
