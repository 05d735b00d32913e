/** `/api/admin/conversations`: a site's conversations, found by what was said and done; and the erasure of whoever held one. */
import { Hono } from "hono";
import { z } from "zod";
import { MODES, STRATEGIES } from "../dialogue/strategies.ts";
import { type ConversationList, type ListPlace, TALK_OUTCOMES, TALK_STATES } from "../insight/ports.ts";
import { adminError } from "./admin-error.ts";
import type { AdminVariables } from "./catalog-api.ts";
import { keptText } from "./kept-text.ts";

/** What is outside has years of their own writing, which PostgreSQL does not read. */
const [EARLIEST, LATEST] = [new Date("1970-01-01"), new Date("9999-12-31")];
/** Instants as ISO 8601 with an offset, or days, which begin at midnight UTC. */
const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((text) => new Date(text))
  .refine((at) => at >= EARLIEST && at < LATEST, "an instant from 1970 to 9999");
const MOST_BIGINT = 2n ** 63n;

export const listQuerySchema = z.object({
  query: keptText(z.string().trim().max(200)).optional(),
  strategy: z.enum(STRATEGIES).optional(),
  outcome: z.enum(TALK_OUTCOMES).optional(),
  state: z.enum(TALK_STATES).optional(),
  mode: z.enum(MODES).optional(),
  gap: z
    .string()
    .regex(/^-?\d{1,19}$/, { abort: true })
    .refine((id) => BigInt(id) < MOST_BIGINT && BigInt(id) >= -MOST_BIGINT)
    .optional(),
  from: instant.optional(),
  before: instant.optional(),
  cursor: z
    .string()
    .max(200)
    .transform((text, context) => {
      const place = placeSchema.safeParse(readJson(Buffer.from(text, "base64url").toString()));
      if (place.success) return place.data;
      context.addIssue("not a cursor of this list");
      return z.NEVER;
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const placeSchema = z
  .tuple([z.iso.datetime(), z.uuid()])
  .transform(([openedAt, id]): ListPlace => ({ openedAt, id }));

export interface ConversationRooms {
  conversationList: ConversationList;
  visitors: {
    /** Removes the visitor, whoever is the same person, and everything of theirs; false when the site has no such visitor. */
    erase(siteId: string, visitorId: string): Promise<boolean>;
  };
}

export function createConversationsApi(rooms: ConversationRooms): Hono<AdminVariables> {
  const api = new Hono<AdminVariables>();
  api.get("/conversations", async (context) => {
    const asked = listQuerySchema.safeParse(context.req.query());
    if (!asked.success)
      return adminError(
        context,
        400,
        "payload/invalid",
        asked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
      );
    const { query, cursor, ...range } = asked.data;
    const { conversations, next } = await rooms.conversationList.list(context.get("site").id, {
      ...range,
      // Nothing typed yet looks for nothing in particular.
      words: query === "" ? undefined : query,
      after: cursor,
    });
    return context.json({ conversations, next: next && cursorOf(next) });
  });
  api.delete("/visitors/:id", async (context) => {
    const erased = await rooms.visitors.erase(context.get("site").id, context.req.param("id"));
    if (erased) return context.json({ erased: true });
    return adminError(context, 404, "request/not-found", "The site has no such visitor.");
  });
  return api;
}

function cursorOf({ openedAt, id }: ListPlace): string {
  return Buffer.from(JSON.stringify([openedAt, id])).toString("base64url");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
