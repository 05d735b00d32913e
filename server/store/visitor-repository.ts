/** Visitors: the shoppers of a site, known by a token or by the shop's own user id. */
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { LoggedEvent } from "../dialogue/events.ts";
import type { Remembered } from "../dialogue/memory.ts";
import { rememberConversation } from "../dialogue/remember.ts";
import type { VisitorDirectory } from "../gateway/ports.ts";
import { type LoggedRow, loggedEvent } from "./append-events.ts";
import { type Database, isoInstant, persevere, type Sql } from "./database.ts";
import { outcomes, visitors } from "./schema.ts";
import { storableText } from "./storable-json.ts";

/** Everything that is held about one visitor. Instants are ISO 8601, UTC. */
export interface VisitorExport {
  visitorId: string;
  userId: string | null;
  createdAt: string;
  /** What is remembered of them from one conversation to the next; how long, is the site's setting. */
  remembered: Remembered | null;
  conversations: { id: string; mode: string; locale: string; openedAt: string; events: LoggedEvent[] }[];
  outcomes: {
    signalId: string;
    type: string;
    sku: string | null;
    turnId: string | null;
    value: number | null;
    currency: string | null;
    orderId: string | null;
    at: string;
  }[];
}

export interface VisitorRepository extends VisitorDirectory {
  /** Null when the site has no such visitor. */
  export(siteId: string, visitorId: string): Promise<VisitorExport | null>;
  /** Removes the visitor and everything of theirs; false when the site has no such visitor. */
  erase(siteId: string, visitorId: string): Promise<boolean>;
}

export function visitorRepository({ query, sql }: Database): VisitorRepository {
  const find = async (siteId: string, visitorId: string) => {
    if (!isUuid(visitorId)) return undefined;
    const [row] = await query
      .select()
      .from(visitors)
      .where(and(eq(visitors.id, visitorId), eq(visitors.siteId, siteId)));
    return row;
  };
  return {
    async create(siteId) {
      const id = randomUUID();
      await persevere(() => query.insert(visitors).values({ id, siteId }).onConflictDoNothing());
      return id;
    },
    exists: async (siteId, visitorId) => (await persevere(() => find(siteId, visitorId))) !== undefined,
    byUser: (siteId, userId) => persevere(() => visitorByUser(sql, siteId, storableText(userId))),
    async export(siteId, visitorId) {
      const visitor = await find(siteId, visitorId);
      if (visitor === undefined) return null;
      const conversations = await exportConversations(sql, visitorId);
      const last = conversations.findLast(({ events: log }) => log.length > 0);
      return {
        visitorId,
        userId: visitor.userId,
        createdAt: visitor.createdAt.toISOString(),
        remembered: last ? rememberConversation(last.events) : null,
        conversations,
        outcomes: (
          await query.select().from(outcomes).where(eq(outcomes.visitorId, visitorId)).orderBy(outcomes.at)
        ).map(({ signalId, type, sku, turnId, value, currency, orderId, at }) => {
          return { signalId, type, sku, turnId, value, currency, orderId, at: at.toISOString() };
        }),
      };
    },
    async erase(siteId, visitorId) {
      if ((await find(siteId, visitorId)) === undefined) return false;
      await sql.begin(async (transaction) => {
        await transaction`select set_config('overture.erasing', 'on', true)`;
        // Conversations, their events and decisions, and outcomes go with the visitor.
        await transaction`delete from visitors where id = ${visitorId} and site_id = ${siteId}`;
      });
      return true;
    },
  };
}

async function visitorByUser(sql: Sql, siteId: string, userId: string): Promise<string> {
  // Whoever comes second waits for the first and then finds the first's row.
  const [made] = await sql<{ id: string }[]>`
    insert into visitors (id, site_id, user_id) values (${randomUUID()}, ${siteId}, ${userId})
    on conflict (site_id, user_id) where user_id is not null do nothing returning id`;
  if (made !== undefined) return made.id;
  const [found] = await sql<{ id: string }[]>`
    select id from visitors where site_id = ${siteId} and user_id = ${userId}`;
  if (found === undefined) throw new Error("the visitor was erased at this moment");
  return found.id;
}

async function exportConversations(sql: Sql, visitorId: string): Promise<VisitorExport["conversations"]> {
  const rows = await sql<(LoggedRow & { id: string; mode: string; locale: string; opened_at: string })[]>`
    select conversations.id, mode, locale, opened_at, events.position, events.seq, events.at, events.body
    from conversations left join events on conversation_id = conversations.id
    where conversations.visitor_id = ${visitorId} order by opened_at, conversations.id, events.position`;
  const conversations = new Map<string, VisitorExport["conversations"][number]>();
  for (const row of rows) {
    const { id, mode, locale, opened_at } = row;
    const conversation = conversations.get(id) ?? {
      id,
      mode,
      locale,
      openedAt: isoInstant(opened_at),
      events: [],
    };
    conversations.set(id, conversation);
    if (row.position !== null) conversation.events.push(loggedEvent(row));
  }
  return [...conversations.values()];
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ids come from outside; the database would answer anything else with an error. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
