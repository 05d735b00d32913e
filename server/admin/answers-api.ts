/** `/api/admin/answers`: what the merchant answers once for all, where the catalog leaves a question open [GAP-1]. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { tellingWords } from "../dialogue/telling-words.ts";
import { nameOf } from "./access/authenticate.ts";
import { modest, readBody } from "./access/read-body.ts";
import { adminError } from "./admin-error.ts";
import type { AnswerContent, MerchantAnswers, StoredAnswer } from "./answer-desk.ts";
import type { AdminVariables } from "./catalog-api.ts";

type AdminContext = Context<AdminVariables>;

/** What is quoted whole has to be read in one go. */
const TEXT_MAX = 500;
/** Topics that say nothing by themselves. */
const BY_WORDS: ReadonlySet<string> = new Set(["other", "feature", "variants"]);

const scopeSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("shop") }),
  z.strictObject({ type: z.literal("category"), category: z.string().trim().min(1).max(200) }),
  z.strictObject({
    type: z.literal("products"),
    skus: z
      .array(z.string().min(1).max(200))
      .min(1)
      .max(100)
      .transform((skus) => [...new Set(skus)]),
  }),
]);

export const answerSchema = z
  .strictObject({
    question: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .refine(isReadable, "there is nothing to read in it")
      .describe("As a shopper would ask it"),
    topic: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(60)
      .default("other")
      .describe("As a content gap has it: shipping, returns, warranty, an attribute's name, feature, other"),
    phrases: z
      .array(
        z
          .string()
          .trim()
          .max(60)
          .refine((phrase) => tellingWords(phrase).length > 0, "“is it” and the like are in every question"),
      )
      .max(10)
      .default([])
      .describe("It is called for by a question that has all words of one of them"),
    about: scopeSchema,
    text: z
      .string()
      .trim()
      .min(1)
      .max(TEXT_MAX)
      .refine(isReadable, "there is nothing to read in it")
      .refine((text) => !text.includes("?"), "an answer states and asks nothing; it is quoted as it stands"),
    version: z
      .int()
      .min(1)
      .optional()
      .describe("The one that was changed: refused when it is another by now"),
  })
  .refine(({ topic, phrases }) => phrases.length > 0 || !BY_WORDS.has(topic), {
    path: ["phrases"],
    message: "say by which words of a question it is called for",
  });

const listSchema = z.object({ removed: z.enum(["0", "1", "false", "true"]).default("0") });

export function createAnswersApi(answers: MerchantAnswers): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.use("/answers/*", modest);

  api.get("/answers", async (context) => {
    const query = listSchema.safeParse(context.req.query());
    if (!query.success) return adminError(context, 400, "payload/invalid", "removed is 1 or 0.");
    const removed = query.data.removed === "1" || query.data.removed === "true";
    const siteId = context.get("site").id;
    const list = await answers.list(siteId, removed);
    const skus = list.flatMap(({ about }) => (about.type === "products" ? about.skus : []));
    return context.json({ answers: list, titles: await answers.titles(siteId, [...new Set(skus)]) });
  });
  api.get("/answers/overruled", async (context) => {
    const siteId = context.get("site").id;
    return context.json({ overruled: await answers.overruled(siteId, await answers.list(siteId, false)) });
  });
  api.get("/answers/categories", async (context) =>
    context.json({ categories: await answers.categories(context.get("site").id) }),
  );
  api.get("/answers/:id/versions", async (context) => {
    const versions = await answers.versions(context.get("site").id, context.req.param("id"));
    return versions.length === 0 ? unknown(context) : context.json({ versions });
  });

  api.post("/answers", async (context) => {
    const read = await readAnswer(context);
    if ("refusal" in read) return read.refusal;
    const answer = await answers.add(context.get("site").id, read.content, nameOf(context.get("actor")));
    if (answer === null)
      return adminError(
        context,
        409,
        "answer/too-many",
        "A site has 1,000 answers at the most. What they say of products belongs in the catalog; remove some.",
      );
    return tell(context, answer, 201);
  });
  api.put("/answers/:id", async (context) => {
    const read = await readAnswer(context);
    if ("refusal" in read) return read.refusal;
    const by = nameOf(context.get("actor"));
    const id = context.req.param("id");
    const answer = await answers.change(context.get("site").id, id, read.content, by, read.from);
    if (answer === "unknown") return unknown(context);
    if (answer === "changed")
      return adminError(
        context,
        409,
        "answer/changed",
        "Somebody else changed this answer meanwhile. Load it again, and then make your change.",
      );
    return tell(context, answer, 200);
  });
  api.delete("/answers/:id", (context) => setRemoved(context, true));
  api.post("/answers/:id/restore", (context) => setRemoved(context, false));
  return api;

  async function setRemoved(context: AdminContext, removed: boolean): Promise<Response> {
    const by = nameOf(context.get("actor"));
    const id = context.req.param("id") ?? "";
    const answer = await answers.setRemoved(context.get("site").id, id, removed, by);
    if (answer === null) return unknown(context);
    context.set("told", { question: answer.question });
    return context.json({ answer });
  }

  async function readAnswer(
    context: AdminContext,
  ): Promise<{ content: AnswerContent; from: number | null } | { refusal: Response }> {
    const read = await readBody(context, answerSchema);
    if ("refusal" in read) return read;
    const { version, ...content } = read.body;
    const why = answers.whyUnsaid(content.text);
    if (why !== null) {
      const message = `text: the agent would not say this, even as your words: it ${why}.`;
      return { refusal: adminError(context, 400, "payload/invalid", message) };
    }
    const missing = await answers.unknownIn(context.get("site").id, content.about);
    if (missing.length === 0) return { content, from: version ?? null };
    const what = content.about.type === "category" ? "category" : "product";
    const message = `about: the catalog has no ${what} ${missing.slice(0, 3).join(", ")}.`;
    return { refusal: adminError(context, 400, "payload/invalid", message) };
  }

  /** With what of it the catalog says itself [GAP-3]. */
  async function tell(context: AdminContext, answer: StoredAnswer, status: 200 | 201): Promise<Response> {
    context.set("told", { question: answer.question, version: answer.version });
    const overruled = await answers.overruled(context.get("site").id, [answer]);
    return context.json({ answer, overruled }, status);
  }
}

/** Spaces of no width and the like are not. */
function isReadable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function unknown(context: AdminContext): Response {
  return adminError(context, 404, "answer/unknown", "The site has no such answer.");
}
