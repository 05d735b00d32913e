/**
 * Adds to a conversation's event log, durably, in one statement and one round trip. Updating the conversation's row
 * hands out the numbers and is the lock: whoever waits for it sees the numbers of whoever went before, so there is no
 * gap and no number twice [WIRE-1], and a statement that fails gives its numbers back.
 */
import type postgres from "postgres";
import { type ConversationEvent, type LoggedEvent, VISIBLE_EVENTS } from "../dialogue/events.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";
import { placementRows } from "./exposure-repository.ts";
import { storableJson } from "./storable-json.ts";
import { unsettling } from "./unsettled.ts";

export interface Append {
  conversationId: string;
  /** At least one. */
  events: ConversationEvent[];
  /** Unique per visitor and type of the first event [WIRE-2]: what makes it safe to append again. */
  id: string;
  /** Refuse when the log holds another number of `turn-spoken` events; null takes any. */
  turnsBefore: number | null;
  /** The database's clock when left out. */
  at?: Date;
}

export type Appended =
  | { type: "appended"; logged: LoggedEvent[]; seq: number }
  /** The id was there before: what was logged under it then. */
  | { type: "duplicate"; logged: LoggedEvent[]; seq: number }
  | { type: "stale" }
  | { type: "closed" }
  | { type: "unknown" };

export async function appendEvents(sql: Sql, append: Append): Promise<Appended> {
  return await persevere(async (attempt) => {
    try {
      const rows = await sql<LoggedRow[]>`
        with ${numbering(sql, append)}, ${logging(sql, append)}, ${deciding(sql)}, ${missing(sql)}${exposing(sql, append)}
        select position, seq, at, last_seq, body from logged order by position`;
      const last = rows.at(-1);
      if (last !== undefined) return { type: "appended", logged: rows.map(loggedEvent), seq: last.last_seq };
    } catch (error) {
      if (!isDuplicateId(error)) throw error;
    }
    const refusal = await whyRefused(sql, append);
    // After a lost connection, what is there under this id is what the attempt before this one stored.
    return refusal.type === "duplicate" && attempt > 1 ? { ...refusal, type: "appended" } : refusal;
  });
}

export interface LoggedRow {
  position: number;
  seq: number | null;
  at: string;
  last_seq: number;
  body: ConversationEvent;
}

export function loggedEvent(row: Pick<LoggedRow, "position" | "seq" | "at" | "body">): LoggedEvent {
  return { position: row.position, seq: row.seq, at: isoInstant(row.at), event: row.body };
}

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** `numbered`: the conversation with the numbers before the new events; no row when it takes none. */
export function numbering(
  sql: Sql,
  { conversationId, events, turnsBefore, at }: Append,
  condition?: Fragment,
): Fragment {
  const visible = events.filter(isVisible).length;
  const turns = events.filter(({ type }) => type === "turn-spoken").length;
  const closes = events.some(({ type }) => type === "conversation-closed");
  return sql`numbered as (
    update conversations set
      position = position + ${events.length}, seq = seq + ${visible}, turns = turns + ${turns},
      last_event_at = clock_timestamp(),
      closed_at = case when ${closes}::boolean then clock_timestamp() end
    where id = ${conversationId} and closed_at is null
      and turns = coalesce(${turnsBefore}::integer, turns) ${condition ?? sql``}
    returning id, site_id, visitor_id, placements, position - ${events.length} as position, seq - ${visible} as seq,
      seq as last_seq, turns - ${turns} as turns_before,
      coalesce(${at?.toISOString() ?? null}::text::timestamptz, last_event_at) as at
  )`;
}

/** `logged`: the new rows of the log. */
export function logging(sql: Sql, { events, id }: Append): Fragment {
  let visible = 0;
  const incoming = events.map((body, index) => ({
    place: index + 1,
    visible: isVisible(body) ? ++visible : null,
    client_id: index === 0 ? id : null,
    body,
  }));
  return sql`incoming as (
    select * from jsonb_to_recordset(${storableJson(incoming)}::text::jsonb)
      as incoming(place integer, visible integer, client_id uuid, body jsonb)
  ), logged as (
    insert into events (conversation_id, position, seq, at, type, body, client_id, visitor_id)
    select id, position + place, seq + visible, at, body ->> 'type', body, client_id, visitor_id from numbered, incoming
    returning position, seq, at, body, (select last_seq from numbered) as last_seq
  )`;
}

/** The decision behind each turn, for the experiments' sake kept where it can be counted. */
function deciding(sql: Sql): Fragment {
  return sql`decided as (
    insert into decisions (conversation_id, position, site_id, turn_id, at, policy, policy_version, strategies, record)
    select id, position + place, site_id, turn ->> 'turnId', at, turn #>> '{decision,policy}',
      turn #>> '{decision,policyVersion}', turn -> 'strategies', turn -> 'decision'
    from numbered, incoming, lateral (select body -> 'turn' as turn) as spoken
    where body ->> 'type' = 'turn-spoken'
  )`;
}

/** What a turn could not answer or find, kept where it can be counted over all conversations of a site. */
function missing(sql: Sql): Fragment {
  return sql`missed as (
    insert into content_gaps (conversation_id, position, place, site_id, at, type, topic, value, sku, kind, words)
    select id, numbered.position + incoming.place, gap.place, site_id, at, gap.body ->> 'type', gap.body ->> 'topic',
      gap.body ->> 'value', gap.body ->> 'sku', gap.body ->> 'kind', gap.body ->> 'words'
    from numbered, incoming,
      lateral jsonb_array_elements(coalesce(incoming.body #> '{turn,gaps}', '[]')) with ordinality as gap(body, place)
    where incoming.body ->> 'type' = 'turn-spoken'
  )`;
}

/**
 * The first turn of a conversation is when its visitor could first notice what they are given [EXP-2]; every turn changes what
 * the experiments' figures are of them. For turns only, so that nothing else pays for it.
 */
function exposing(sql: Sql, { events }: Append): Fragment {
  if (!events.some(({ type }) => type === "turn-spoken")) return sql``;
  return sql`, exposed as (
    insert into exposures (experiment_id, visitor_id, arm, at)
    select experiments.id, numbered.visitor_id, placement.arm, numbered.at
    from numbered, ${placementRows(sql, sql`numbered.placements`)}
    where numbered.turns_before = 0
    on conflict do nothing
  ), measured as (
    select site_id, visitor_id from numbered where placements <> '[]'
  ), ${unsettling(sql, "measured")}`;
}

function isVisible({ type }: ConversationEvent): boolean {
  return VISIBLE_EVENTS.some((visible) => visible === type);
}

function isDuplicateId(error: unknown): boolean {
  return error instanceof Error && "constraint_name" in error && error.constraint_name === "events_client_id";
}

async function whyRefused(sql: Sql, append: Append): Promise<Appended> {
  const [conversation] = await sql<{ visitor_id: string; seq: number; closed: boolean }[]>`
    select visitor_id, seq, closed_at is not null as closed from conversations where id = ${append.conversationId}`;
  if (conversation === undefined) return { type: "unknown" };
  const before = await sql<LoggedRow[]>`
    select logged.position, logged.seq, logged.at, logged.body
    from events as first join events as logged using (conversation_id)
    where first.visitor_id = ${conversation.visitor_id} and first.client_id = ${append.id}
      and first.type = ${append.events[0]?.type ?? ""}
      and logged.position between first.position and first.position + ${append.events.length - 1}
    order by logged.position`;
  if (before.length > 0) {
    const logged = before.map(loggedEvent);
    return { type: "duplicate", logged, seq: logged.at(-1)?.seq ?? conversation.seq };
  }
  return { type: conversation.closed ? "closed" : "stale" };
}
