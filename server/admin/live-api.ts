/** `/api/admin/live` and what of a conversation goes on: following it, taking the agent's place in it, and giving it back. */
import { type Context, Hono } from "hono";
import { z } from "zod";
import { MESSAGE_MAX_LENGTH } from "../../shared/limits.ts";
import { PERSON_SILENT_MS, type PersonDesk } from "../gateway/person-desk.ts";
import type { PersonResult } from "../gateway/ports.ts";
import { type FollowRooms, followConversation } from "../insight/follow-conversation.ts";
import type { LiveLedger } from "../insight/ports.ts";
import type { Actor } from "./access/ports.ts";
import { modest, readBody } from "./access/read-body.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { keptText } from "./kept-text.ts";

/** Longer than this no proxy lets an answer wait. */
const WAIT_MAX_SECONDS = 25;
const NAME_MAX = 60;

const visibleText = (max: number) => keptText(z.string().trim().min(1).max(max));
export const followQuerySchema = z.object({
  after: z.coerce.number().int().min(0).default(0),
  speaking: z.enum(["0", "1"]).default("0"),
  wait: z.coerce.number().min(0).max(WAIT_MAX_SECONDS).default(0),
});
export const takeOverSchema = z.object({ name: visibleText(NAME_MAX) });
export const personMessageSchema = z.object({ id: z.uuid(), text: visibleText(MESSAGE_MAX_LENGTH) });

export interface LiveApiRooms extends Omit<FollowRooms, "ledger"> {
  ledger: LiveLedger;
  people: Omit<PersonDesk, "listen" | "watch">;
}

type AdminContext = Context<AdminVariables>;

export function createLiveApi({ ledger, archive, news, people }: LiveApiRooms): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  for (const path of ["/conversations/:id/person", "/conversations/:id/messages"]) api.use(path, modest);

  api.get("/live", async (context) => context.json(await ledger.count(context.get("site").id)));

  api.get("/conversations/:id/live", async (context) => {
    const asked = followQuerySchema.safeParse(context.req.query());
    if (!asked.success) return malformed(context, asked.error);
    const { after, speaking, wait } = asked.data;
    const followed = await followConversation(
      { ledger, archive, news },
      context.get("site").id,
      context.req.param("id"),
      {
        seen: { position: after, isSpeaking: speaking === "1" },
        waitMs: wait * 1_000,
        signal: context.req.raw.signal,
      },
    );
    if (followed === null) return unknown(context);
    const { person, ...rest } = followed;
    const self = personOf(context.get("actor"));
    return context.json({
      ...rest,
      person: person && { name: person.name, since: person.since, isYou: person.id === self },
    });
  });

  api.post("/conversations/:id/person", async (context) => {
    const asked = await readBody(context, takeOverSchema);
    if ("refusal" in asked) return asked.refusal;
    const person = { id: personOf(context.get("actor")), name: asked.body.name };
    const result = await people.takeOver(context.get("site").id, context.req.param("id"), person);
    return answered(context, result);
  });

  api.put("/conversations/:id/person", async (context) => {
    const isThere = await people.attend(
      context.get("site").id,
      context.req.param("id"),
      personOf(context.get("actor")),
    );
    return isThere ? context.json({ ok: true }) : answered(context, { ok: false, code: "person/absent" });
  });

  api.delete("/conversations/:id/person", async (context) => {
    const self = personOf(context.get("actor"));
    return answered(context, await people.handBack(context.get("site").id, context.req.param("id"), self));
  });

  api.post("/conversations/:id/messages", async (context) => {
    const asked = await readBody(context, personMessageSchema);
    if ("refusal" in asked) return asked.refusal;
    const self = personOf(context.get("actor"));
    const result = await people.say(context.get("site").id, context.req.param("id"), self, asked.body);
    return answered(context, result);
  });

  return api;
}

/** The same for the same member or key, whatever they are called. */
function personOf(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return `member:${actor.member.id}`;
    case "key":
      return `key:${actor.id}`;
    case "secret":
      return "secret";
  }
}

function answered(context: AdminContext, result: PersonResult): Response {
  if (result.ok) {
    const { news } = result;
    return context.json({ ok: true, ...(news ? { seq: news.logged.seq } : { duplicate: true }) });
  }
  switch (result.code) {
    case "conversation/unknown":
      return unknown(context);
    case "conversation/closed":
      return adminError(
        context,
        409,
        "conversation/closed",
        "This conversation is closed: the shopper has begun another one, or it was erased.",
      );
    case "person/elsewhere":
      return adminError(
        context,
        409,
        "person/elsewhere",
        `${result.name} has been answering here since ${result.since.slice(11, 16)} UTC. They can hand the conversation back, and it goes back by itself after ${PERSON_SILENT_MS / 60_000} minutes without them.`,
      );
    case "person/absent":
      return adminError(
        context,
        409,
        "person/absent",
        "You are not answering in this conversation, or no longer: take it over first.",
      );
  }
}

function unknown(context: AdminContext): Response {
  return adminError(context, 404, "request/not-found", "The site has no such conversation.");
}

function malformed(context: AdminContext, error: z.ZodError): Response {
  const told = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  return adminError(context, 400, "payload/invalid", told);
}
