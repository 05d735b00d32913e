/** The conversations' part of the API's description. */
import { z } from "zod";
import { MODES, STRATEGIES } from "../dialogue/strategies.ts";
import { type ListedConversation, TALK_OUTCOMES } from "../insight/ports.ts";
import { personMessageSchema, takeOverSchema } from "./live-api.ts";
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
      costUsd: z.number().optional().describe("US dollars, where prices are configured"),
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
const personTurnSchema = z.object({
  speaker: z.literal("person"),
  messageId: z.uuid(),
  seq: z.number().int(),
  at: z.iso.datetime(),
  name: z.string(),
  text: z.string(),
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
  turns: z.array(z.discriminatedUnion("speaker", [shopperTurnSchema, agentTurnSchema, personTurnSchema])),
  personChanges: z
    .array(
      z.object({
        ...{
          type: z.enum(["joined", "left"]),
          seq: z.number().int(),
          at: z.iso.datetime(),
          name: z.string(),
        },
        reason: z.enum(["handed-back", "timed-out"]).nullable(),
      }),
    )
    .describe("Persons who took the agent's place, and gave it back"),
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
  ...{ isLive: z.boolean(), isWaiting: z.boolean() },
  person: z.string().nullable().describe("The name of the person who has the agent's place"),
  found: z
    .object({
      ...{ speaker: z.enum(["shopper", "agent", "person"]), seq: z.number().int() },
      pieces: z.array(z.object({ text: z.string(), isFound: z.boolean() })),
    })
    .nullable()
    .describe("Where the words looked for are"),
}) satisfies z.ZodType<ListedConversation>;

const followedSchema = z.object({
  position: z.number().int().describe("Of the last event: what to ask for news after"),
  isSpeaking: z.boolean().describe("The agent is speaking a turn"),
  ...{ isLive: z.boolean(), isWaiting: z.boolean() },
  person: z
    .object({ name: z.string(), since: z.iso.datetime(), isYou: z.boolean() })
    .nullable()
    .describe("Who has the agent's place"),
  newer: z.uuid().nullable().describe("The shopper's latest conversation, where it is another"),
  record: conversationSchema.nullable().describe("Null where nothing was added after the position"),
});
const doneSchema = z.object({
  ok: z.literal(true),
  seq: z.number().int().optional(),
  duplicate: z.literal(true).optional().describe("It had been done before, and nothing changed"),
});

const FILTERS = ["query", "strategy", "outcome", "state", "mode", "gap", "from", "before", "cursor", "limit"];

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
    "/api/admin/live": {
      get: merchant("How many conversations go on, and in how many a shopper waits for a person", {
        200: answer(
          "Something happened in `live` within 15 minutes; in `waiting` a person was asked for, nobody has come, and something happened within the hour",
          z.object({ live: z.number().int(), waiting: z.number().int() }),
        ),
      }),
    },
    "/api/admin/conversations/{id}/live": {
      get: merchant(
        "A conversation as it goes on: answers as soon as it is otherwise than what was seen, or when `wait` seconds (25 at most) are up",
        {
          200: answer("How it stands", followedSchema),
          400: failure("Malformed"),
          404: failure("The site has no such conversation"),
        },
        {
          parameters: [id, ...["after", "speaking", "wait"].map((name) => parameter(name, "query", false))],
        },
      ),
    },
    "/api/admin/conversations/{id}/person": {
      post: merchant(
        "Takes the agent's place, under a name that the shopper sees; the agent is silent from then on",
        {
          200: answer("Taken over", doneSchema),
          400: failure("Malformed"),
          404: failure("The site has no such conversation"),
          409: failure("`person/elsewhere`: somebody else has it; `conversation/closed`"),
        },
        { parameters: [id], body: takeOverSchema },
      ),
      put: merchant(
        "Says that the person is still there; without it, or a message, for ten minutes, the agent's place goes back",
        {
          200: answer("Kept", z.object({ ok: z.literal(true) })),
          409: failure("`person/absent`: the place is not yours (any more)"),
        },
        { parameters: [id] },
      ),
      delete: merchant(
        "Hands the conversation back to the agent, which answers what is open",
        {
          200: answer("Handed back", doneSchema),
          404: failure("The site has no such conversation"),
          409: failure("`person/absent`: the place is not yours"),
        },
        { parameters: [id] },
      ),
    },
    "/api/admin/conversations/{id}/messages": {
      post: merchant(
        "Says something in the agent's place; once per `id`",
        {
          200: answer("Stored; the shopper sees it", doneSchema),
          400: failure("Malformed"),
          404: failure("The site has no such conversation"),
          409: failure("`person/absent`: take the conversation over first; `conversation/closed`"),
        },
        { parameters: [id], body: personMessageSchema },
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
