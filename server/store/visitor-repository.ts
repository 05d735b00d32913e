/** Visitors: the shoppers of a site, known by a token or by the shop's own user id. */
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { LoggedEvent } from "../dialogue/events.ts";
import type { Remembered } from "../dialogue/memory.ts";
import { rememberConversation } from "../dialogue/remember.ts";
import type { LeftOut } from "../experiment/plan.ts";
import type { VisitorDirectory } from "../gateway/ports.ts";
import { type LoggedRow, loggedEvent } from "./append-events.ts";
import { type Database, isoInstant, persevere, type Queries, type Sql } from "./database.ts";
import type { OrderItem } from "./experiment-records.ts";
import { identifyVisitor, leaveVisitorOut, visitorByUser } from "./identify-visitor.ts";
import { visitorsOfPerson } from "./persons.ts";
import { experiments, exposures, orders, outcomes, visitors } from "./schema.ts";
import { storableText } from "./storable-json.ts";
import { markUnsettled } from "./unsettled.ts";

/** Everything that is held about one person, as whichever visitors. Instants are ISO 8601, UTC. */
export interface VisitorExport {
  /** Who was asked for. */
  visitorId: string;
  visitors: { id: string; createdAt: string; leftOut: LeftOut | null }[];
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
  /** Amounts in minor units. */
  orders: {
    orderId: string;
    placedAt: string | null;
    value: number | null;
    currency: string | null;
    signed: boolean;
    items: OrderItem[];
    refunded: number;
    cancelledAt: string | null;
  }[];
  exposures: { experiment: string; arm: string; at: string }[];
}

export interface VisitorRepository extends VisitorDirectory {
  /** Null when the site has no such visitor. */
  export(siteId: string, visitorId: string): Promise<VisitorExport | null>;
  /** Removes the visitor, whoever is the same person, and everything of theirs; false when the site has no such visitor. */
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
    identify: (siteId, userId, visitorId) =>
      persevere(() => identifyVisitor(sql, siteId, storableText(userId), visitorId)),
    leaveOut: (siteId, visitorId, reason) => persevere(() => leaveVisitorOut(sql, siteId, visitorId, reason)),
    async export(siteId, visitorId) {
      const visitor = await find(siteId, visitorId);
      if (visitor === undefined) return null;
      const person = await visitorsOf(sql, visitorId);
      const visitorIds = person.map(({ id }) => id);
      const conversations = await exportConversations(sql, visitorIds);
      const last = conversations.findLast(({ events: log }) => log.length > 0);
      return {
        visitorId,
        visitors: person.map(({ id, created_at, left_out }) => {
          return { id, createdAt: isoInstant(created_at), leftOut: left_out };
        }),
        userId: person.find(({ user_id }) => user_id !== null)?.user_id ?? null,
        createdAt: visitor.createdAt.toISOString(),
        remembered: last ? rememberConversation(last.events) : null,
        conversations,
        outcomes: (
          await query
            .select()
            .from(outcomes)
            .where(inArray(outcomes.visitorId, visitorIds))
            .orderBy(outcomes.at)
        ).map(({ signalId, type, sku, turnId, value, currency, orderId, at }) => {
          return { signalId, type, sku, turnId, value, currency, orderId, at: at.toISOString() };
        }),
        orders: await exportOrders(query, visitorIds),
        exposures: (
          await query
            .select({ experiment: experiments.key, arm: exposures.arm, at: exposures.at })
            .from(exposures)
            .innerJoin(experiments, eq(experiments.id, exposures.experimentId))
            .where(inArray(exposures.visitorId, visitorIds))
            .orderBy(exposures.at)
        ).map(({ at, ...exposure }) => ({ ...exposure, at: at.toISOString() })),
      };
    },
    async erase(siteId, visitorId) {
      if ((await find(siteId, visitorId)) === undefined) return false;
      await sql.begin(async (transaction) => {
        await transaction`select set_config('overture.erasing', 'on', true)`;
        const ids = (await visitorsOf(transaction, visitorId)).map(({ id }) => id);
        await markUnsettled(transaction, siteId, ids);
        const own = transaction`select value::uuid from unnest(string_to_array(${ids.join()}, ',')) as value`;
        await transaction`
          delete from order_refunds using orders
          where orders.visitor_id in (${own}) and order_refunds.site_id = orders.site_id
            and order_refunds.order_id = orders.order_id`;
        // Conversations, their events and decisions, outcomes, orders and exposures go with the visitor.
        await transaction`delete from visitors where id in (${own})`;
      });
      return true;
    },
  };
}

/** All visitors that are the same person, the oldest first. */
async function visitorsOf(sql: Queries, visitorId: string) {
  return await sql<{ id: string; user_id: string | null; left_out: LeftOut | null; created_at: string }[]>`
    select id, user_id, left_out, created_at from visitors
    where id in ${visitorsOfPerson(sql, sql`${visitorId}::uuid`)} order by created_at, id`;
}

async function exportOrders(
  query: Database["query"],
  visitorIds: readonly string[],
): Promise<VisitorExport["orders"]> {
  const rows = await query
    .select()
    .from(orders)
    .where(inArray(orders.visitorId, [...visitorIds]))
    .orderBy(orders.placedAt);
  return rows.map(({ orderId, placedAt, value, currency, signed, items, refunded, cancelledAt }) => {
    return {
      ...{ orderId, value, currency, signed, items, refunded },
      placedAt: placedAt?.toISOString() ?? null,
      cancelledAt: cancelledAt?.toISOString() ?? null,
    };
  });
}

async function exportConversations(
  sql: Sql,
  visitorIds: readonly string[],
): Promise<VisitorExport["conversations"]> {
  const rows = await sql<(LoggedRow & { id: string; mode: string; locale: string; opened_at: string })[]>`
    select conversations.id, mode, locale, opened_at, events.position, events.seq, events.at, events.body
    from conversations left join events on conversation_id = conversations.id
    where conversations.visitor_id in (select value::uuid from unnest(string_to_array(${visitorIds.join()}, ',')) as value)
    order by opened_at, conversations.id, events.position`;
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
