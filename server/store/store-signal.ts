/** What pages tell of what shoppers do: kept once per visitor and id, and of a purchase, as an order too. */
import type { Signal } from "../../shared/shopper-socket.ts";
import type { ConversationEvent } from "../dialogue/events.ts";
import type { LeftOut } from "../experiment/plan.ts";
import type { StoreResult } from "../gateway/ports.ts";
import { type LoggedRow, loggedEvent, logging, numbering } from "./append-events.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import { countTold, type ToldOrder, tellOrder } from "./order-repository.ts";
import { leftOutOf } from "./persons.ts";
import type { OutcomeRefusalCounter } from "./refusal-counter.ts";
import { storableText } from "./storable-json.ts";
import { unsettling } from "./unsettled.ts";

/**
 * The outcome's key decides whether the signal is new; the event follows it in the same statement. A conversation
 * that was closed keeps the outcome (people rate what is over) without an event.
 */
export async function storeSignal(
  sql: Sql,
  refusals: OutcomeRefusalCounter,
  conversationId: string,
  signal: Signal,
): Promise<StoreResult> {
  const event: ConversationEvent = {
    type: "signal-received",
    id: signal.id,
    signal: signal.type,
    sku: signal.sku ?? null,
    turnId: signal.turnId ?? null,
    value: signal.value ?? null,
  };
  const append = { conversationId, events: [event], id: signal.id, turnsBefore: null };
  const kept = await keep(sql, refusals, signal, async (queries) => {
    const [row] = await queries<(LoggedRow & KeptRow & { conversation_seq: number })[]>`
      with outcome as (
        insert into outcomes (site_id, visitor_id, conversation_id, ${outcomeColumns(sql)})
        select site_id, visitor_id, id, ${outcomeValues(sql, signal)} from conversations where id = ${conversationId}
        on conflict do nothing returning site_id, visitor_id
      ), ${unsettling(sql, "outcome")}, ${numbering(sql, append, sql`and exists (select from outcome)`)}, ${logging(sql, append)}
      select exists (select from outcome) as kept, conversations.site_id, conversations.visitor_id,
        ${leftOutOf(sql, sql`conversations.visitor_id`)} as left_out, conversations.seq as conversation_seq, logged.*
      from conversations left join logged on true where conversations.id = ${conversationId}`;
    return row;
  });
  if (kept === null) return { ok: false, code: "conversation/unknown" };
  const { row, duplicate } = kept;
  return {
    ok: true,
    seq: row.last_seq ?? row.conversation_seq,
    duplicate,
    logged: row.position === null ? null : loggedEvent(row),
  };
}

/** An outcome of a visitor outside any conversation. */
export async function storeOutcome(
  sql: Sql,
  refusals: OutcomeRefusalCounter,
  siteId: string,
  visitorId: string,
  signal: Signal,
): Promise<{ duplicate: boolean }> {
  const kept = await keep(sql, refusals, signal, async (queries) => {
    const [row] = await queries<KeptRow[]>`
      with outcome as (
        insert into outcomes (site_id, visitor_id, ${outcomeColumns(sql)})
        values (${siteId}, ${visitorId}, ${outcomeValues(sql, signal)}) on conflict do nothing
        returning site_id, visitor_id
      ), ${unsettling(sql, "outcome")}
      select exists (select from outcome) as kept, ${siteId}::uuid as site_id, ${visitorId}::uuid as visitor_id,
        ${leftOutOf(sql, sql`${visitorId}::uuid`)} as left_out`;
    return row;
  });
  return { duplicate: kept?.duplicate ?? false };
}

interface KeptRow {
  /** The signal was new. */
  kept: boolean;
  site_id: string;
  visitor_id: string;
  left_out: LeftOut | null;
}

/** Stores a signal, of a purchase together with the order it tells of, and counts what made no difference. */
async function keep<Row extends KeptRow>(
  sql: Sql,
  refusals: OutcomeRefusalCounter,
  signal: Signal,
  store: (queries: Queries) => Promise<Row | undefined>,
): Promise<{ row: Row; duplicate: boolean } | null> {
  return await persevere(async (attempt) => {
    const { row, order } =
      signal.type === "purchase"
        ? await sql.begin((transaction) => storeWithOrder(transaction, signal, store))
        : { row: await store(sql), order: null };
    if (row === undefined) return null;
    const duplicate = !row.kept && attempt === 1;
    if (duplicate) refusals.count(row.site_id, "duplicate");
    else if (order) countTold(refusals, row.site_id, order);
    else if (row.left_out !== null) refusals.count(row.site_id, row.left_out);
    return { row, duplicate };
  });
}

async function storeWithOrder<Row extends KeptRow>(
  transaction: Queries,
  { id, orderId, value, currency, sku }: Signal,
  store: (queries: Queries) => Promise<Row | undefined>,
): Promise<{ row: Row | undefined; order: ToldOrder | null }> {
  const row = await store(transaction);
  if (!row?.kept) return { row, order: null };
  const event = {
    type: "purchase" as const,
    orderId: orderId ?? id,
    visitorId: row.visitor_id,
    value: value ?? null,
    currency: currency ?? null,
    items: sku === undefined ? [] : [{ sku, quantity: 1 }],
    signed: false,
  };
  return { row, order: await tellOrder(transaction, row.site_id, event) };
}

const outcomeColumns = (sql: Sql) => sql`signal_id, type, sku, turn_id, value, currency, order_id`;
const outcomeValues = (sql: Sql, { id, type, sku, turnId, value, currency, orderId }: Signal) => sql`
  ${id}::uuid, ${type}::text, ${storableOrNull(sku)}::text, ${storableOrNull(turnId)}::text,
  ${value ?? null}::double precision, ${storableOrNull(currency)}::text, ${storableOrNull(orderId)}::text`;

function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storableText(text);
}
