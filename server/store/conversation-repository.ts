/** Conversations and their event logs: what the gateway stores and reads, and what a turn does. */
import { randomUUID } from "node:crypto";
import type { ConversationEvent } from "../dialogue/events.ts";
import type { ConversationDesk, StoreResult } from "../gateway/ports.ts";
import type { ConversationLog } from "../turn/ports.ts";
import { type Appended, appendEvents, type LoggedRow, loggedEvent } from "./append-events.ts";
import { persevere, type Sql } from "./database.ts";
import { openConversation, pageContext } from "./open-conversation.ts";
import { visitorsOfPerson } from "./persons.ts";
import { recollect } from "./recollect.ts";
import type { OutcomeRefusalCounter } from "./refusal-counter.ts";
import { storeOutcome, storeSignal } from "./store-signal.ts";
import { markUnsettled } from "./unsettled.ts";

/** The event log as a turn reads and extends it. */
export function conversationLog(sql: Sql): ConversationLog {
  return {
    read: (conversationId, afterPosition) =>
      persevere(async () => {
        const rows = await sql<LoggedRow[]>`
          select position, seq, at, body from events
          where conversation_id = ${conversationId} and position > ${afterPosition} order by position`;
        return rows.map(loggedEvent);
      }),
    async appendTurn(conversationId, turnsBefore, events) {
      const appended = await appendEvents(sql, { conversationId, turnsBefore, events, id: randomUUID() });
      switch (appended.type) {
        case "appended":
        case "duplicate":
          return { ok: true, events: appended.logged };
        case "stale":
          return { ok: false, code: "turn/stale" };
        case "closed":
          return { ok: false, code: "conversation/closed" };
        case "unknown":
          return { ok: false, code: "conversation/unknown" };
      }
    },
  };
}

/** Conversations as the gateway handles them. Everything is durable when it resolves. */
export function conversationDesk(sql: Sql, refusals: OutcomeRefusalCounter): ConversationDesk {
  const append = async (conversationId: string, id: string, event: ConversationEvent, at?: Date) =>
    storeResult(
      await appendEvents(sql, { conversationId, events: [event], id, turnsBefore: null, ...(at && { at }) }),
    );
  return {
    async open(request) {
      const opened = await openConversation(sql, request, null);
      if (opened === null) throw new Error("only an opening can be unwelcome");
      return opened;
    },
    openUnasked: (request) => openConversation(sql, request, request),
    read: (conversationId, visitorId, afterSeq) =>
      persevere(() => readVisible(sql, conversationId, visitorId, afterSeq)),
    storeMessage: (conversationId, id, text) =>
      append(conversationId, id, { type: "message-stored", id, text }),
    storePageView: (conversationId, page, at) =>
      append(conversationId, randomUUID(), { type: "page-viewed", page: pageContext(page) }, at),
    storeEvent: (conversationId, event) => append(conversationId, randomUUID(), event),
    storeSignal: (conversationId, signal) => storeSignal(sql, refusals, conversationId, signal),
    storeOutcome: (siteId, visitorId, signal) => storeOutcome(sql, refusals, siteId, visitorId, signal),
    remembered: (conversationId, memory) => persevere(() => recollect(sql, conversationId, memory.days)),
    erase: (conversationId) => persevere(() => eraseVisitor(sql, conversationId)),
  };
}

function storeResult(appended: Appended): StoreResult {
  switch (appended.type) {
    case "appended":
      return { ok: true, seq: appended.seq, duplicate: false, logged: appended.logged[0] ?? null };
    case "duplicate":
      return { ok: true, seq: appended.seq, duplicate: true, logged: null };
    case "closed":
      return { ok: false, code: "conversation/closed" };
    case "unknown":
      return { ok: false, code: "conversation/unknown" };
    case "stale":
      throw new Error("an append without a turn number cannot be stale");
  }
}

async function readVisible(
  sql: Sql,
  conversationId: string,
  visitorId: string,
  afterSeq: number,
): ReturnType<ConversationDesk["read"]> {
  // One statement, one snapshot: the seq is that of the last event, not of one that was stored in between.
  const rows = await sql<
    (LoggedRow & { conversation_seq: number; closed: boolean; person: string | null })[]
  >`
    select conversations.seq as conversation_seq, closed_at is not null as closed, conversation_persons.name as person,
      events.position, events.seq, events.at, events.body
    from conversations
      left join conversation_persons on conversation_persons.conversation_id = conversations.id
      left join events on events.conversation_id = conversations.id and events.seq > ${afterSeq}::bigint
    where conversations.id = ${conversationId} and conversations.visitor_id = ${visitorId}
    order by events.position`;
  const [first] = rows;
  if (first === undefined) return null;
  const events = rows.filter(({ position }) => position !== null).map(loggedEvent);
  return { events, seq: first.conversation_seq, closed: first.closed, person: first.person };
}

/**
 * Empties all conversations of the person whose conversation this is: what one of them remembers was said in another, so
 * none can be erased alone.
 */
async function eraseVisitor(
  sql: Sql,
  conversationId: string,
): Promise<{ conversationId: string; seq: number }[]> {
  return await sql.begin(async (transaction) => {
    const visitorId = transaction`(select visitor_id from conversations where id = ${conversationId})`;
    // Whoever opens a conversation waits here, and then finds nothing to remember.
    const visitors = await transaction<{ id: string; site_id: string }[]>`
      select id, site_id from visitors where id in ${visitorsOfPerson(transaction, visitorId)} order by id
      for no key update`;
    const [first] = visitors;
    if (first === undefined) return [];
    const ids = visitors.map(({ id }) => id);
    const own = transaction`
      select id from conversations
      where visitor_id in (select value::uuid from unnest(string_to_array(${ids.join()}, ',')) as value)`;
    // First the rows that every append needs, so that nothing is appended to what is being erased.
    const erased = await transaction<{ conversationId: string; seq: number }[]>`
      update conversations set erased_at = coalesce(erased_at, now()), closed_at = coalesce(closed_at, now())
      where id in (${own}) returning id as "conversationId", seq`;
    await transaction`select set_config('overture.erasing', 'on', true)`;
    await transaction`delete from conversation_persons where conversation_id in (${own})`;
    await transaction`delete from content_gaps where conversation_id in (${own})`;
    await transaction`delete from decisions where conversation_id in (${own})`;
    // What a page said was bought; what the shop has signed is the shop's own record.
    await transaction`
      delete from orders using outcomes
      where outcomes.conversation_id in (${own}) and outcomes.type = 'purchase' and not orders.signed
        and orders.site_id = outcomes.site_id and orders.visitor_id = outcomes.visitor_id
        and orders.order_id = coalesce(outcomes.order_id, outcomes.signal_id::text)`;
    // That the agent was waved off, and when, stays with the visitor: who asked for quiet has not taken that back.
    await transaction`
      update outcomes set conversation_id = null, turn_id = null, sku = null, value = null, currency = null, order_id = null
      where conversation_id in (${own}) and type = 'opening-dismiss'`;
    await transaction`delete from outcomes where conversation_id in (${own})`;
    await transaction`delete from events where conversation_id in (${own})`;
    await markUnsettled(transaction, first.site_id, ids);
    return [...erased];
  });
}
