/** The answers' part of the API's description. */
import { z } from "zod";
import type { AnsweredGap } from "../insight/ports.ts";
import type { Overruling, StoredAnswer } from "./answer-desk.ts";
import { answerSchema } from "./answers-api.ts";
import type { OpenApiWords } from "./openapi-experiments.ts";

export const gapSchema = z.object({
  id: z.string().describe("For ?gap= of the list of conversations"),
  type: z
    .enum(["unanswerable", "dead-end", "misunderstood"])
    .describe("A question without an answer, or a wish that nothing met"),
  topic: z.string().describe("A topic such as warranty, or an attribute of the catalog"),
  value: z.string().describe("What sets gaps of a topic apart; empty when nothing does"),
  kind: z.string().nullable().describe("The category asked about or looked for"),
  ...{ times: z.number().int(), conversations: z.number().int(), lastAt: z.iso.datetime() },
  example: z
    .string()
    .describe("The latest, in the shopper's words without e-mail addresses and phone numbers"),
  conversationIds: z.array(z.uuid()).describe("Some of the latest"),
  products: z.array(
    z.object({
      sku: z.string(),
      title: z.string().nullable().describe("Null when the product is gone"),
      categories: z.array(z.string()),
      times: z.number().int(),
    }),
  ),
  answered: z.enum(["no", "partly", "yes"]).describe("Partly: for some of the products"),
  answers: z.array(z.uuid()).describe("The answers that fit"),
  left: z.array(z.string()).describe("The skus it is still open for"),
  answeredAt: z.iso.datetime().nullable().describe("When the latest of the answers was given or changed"),
}) satisfies z.ZodType<AnsweredGap>;

const storedAnswerSchema = z.object({
  ...{
    id: z.uuid(),
    version: z.int(),
    question: z.string(),
    topic: z.string(),
    phrases: z.array(z.string()),
  },
  about: z.union([
    z.object({ type: z.literal("shop") }),
    z.object({ type: z.literal("category"), category: z.string() }),
    z.object({ type: z.literal("products"), skus: z.array(z.string()) }),
  ]),
  ...{ text: z.string(), removed: z.boolean(), by: z.string() },
  ...{ at: z.iso.datetime(), createdAt: z.iso.datetime() },
}) satisfies z.ZodType<StoredAnswer>;
const listSchema = z.object({
  answers: z.array(storedAnswerSchema),
  titles: z.record(z.string(), z.string()).describe("What their products are called, by sku"),
});
const overruledSchema = z
  .array(
    z.object({
      ...{ answerId: z.uuid(), sku: z.string(), title: z.string() },
      ...{ attribute: z.string(), value: z.string() },
    }),
  )
  .describe(
    "Products whose listing says something on it itself: the agent tells that instead",
  ) satisfies z.ZodType<Overruling[]>;

export function answerPaths({ merchant, answer, failure, parameter }: OpenApiWords): Record<string, object> {
  const id = parameter("id", "path");
  const malformed = failure("Malformed, or of a product or category that the catalog does not have");
  const unknown = failure("The site has no such answer");
  const saved = z.object({ answer: storedAnswerSchema, overruled: overruledSchema });
  const one = z.object({ answer: storedAnswerSchema });
  return {
    "/api/admin/answers": {
      get: merchant(
        "What the merchant has answered where the catalog says nothing, what was changed last first",
        {
          200: answer("The answers", listSchema),
          400: failure("Malformed"),
        },
        { parameters: [parameter("removed", "query", false)] },
      ),
      post: merchant(
        "Answers a question once for all: the agent quotes it from the next turns on",
        {
          201: answer("Kept", saved),
          400: malformed,
          409: failure("The site has as many as it may have"),
        },
        { body: answerSchema },
      ),
    },
    "/api/admin/answers/{id}": {
      put: merchant(
        "Changes an answer; what it was is kept",
        {
          200: answer("Changed", saved),
          ...{ 400: malformed, 404: unknown },
          409: failure("It was changed by somebody else meanwhile"),
        },
        { body: answerSchema, parameters: [id] },
      ),
      delete: merchant(
        "Takes an answer away; it can be brought back",
        { 200: answer("Taken away", one), 404: unknown },
        { parameters: [id] },
      ),
    },
    "/api/admin/answers/{id}/restore": {
      post: merchant(
        "Brings an answer back as it was",
        { 200: answer("Brought back", one), 404: unknown },
        { parameters: [id] },
      ),
    },
    "/api/admin/answers/{id}/versions": {
      get: merchant(
        "An answer in all its versions, the newest first",
        { 200: answer("The versions", z.object({ versions: z.array(storedAnswerSchema) })), 404: unknown },
        { parameters: [id] },
      ),
    },
    "/api/admin/answers/overruled": {
      get: merchant("Answers that the catalog speaks for itself on", {
        200: answer("For some products of each", z.object({ overruled: overruledSchema })),
      }),
    },
    "/api/admin/answers/categories": {
      get: merchant("Categories that an answer may hold for", {
        200: answer(
          "With the number of their products",
          z.object({ categories: z.array(z.object({ category: z.string(), products: z.int() })) }),
        ),
      }),
    },
  };
}
