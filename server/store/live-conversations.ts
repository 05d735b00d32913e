/** Which conversations go on at this moment, and in which of them a shopper waits for a person [TRN-5]; as conditions and counted. */
import type postgres from "postgres";
import { LIVE_MINUTES, type LiveLedger, WAITING_MINUTES } from "../insight/ports.ts";
import { isoInstant, persevere, type Queries, type Sql } from "./database.ts";
import { isUuid } from "./visitor-repository.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Conversations are indexed by their beginning: what goes on now began within these days. */
const BEGAN_WITHIN_DAYS = 3;

/** Of a row of `conversations`. */
export function isLive(sql: Queries): Fragment {
  return sql`(conversations.closed_at is null and ${saidWithin(sql, LIVE_MINUTES)})`;
}

/** A person was asked for, by the menu or in words, and none has come since. */
export function isWaiting(sql: Queries): Fragment {
  return sql`(
    conversations.closed_at is null and ${saidWithin(sql, WAITING_MINUTES)}
    and not exists (select from conversation_persons where conversation_persons.conversation_id = conversations.id)
    and exists (
      select from events as asked
      where asked.conversation_id = conversations.id and ${asksForPerson(sql)} and not exists (
        select from events as joined
        where joined.conversation_id = conversations.id and joined.type = 'agent-joined' and joined.position > asked.position
      )
    )
  )`;
}

/** The name of the person who has the agent's place; null when nobody has. */
export function personIn(sql: Queries): Fragment {
  return sql`(select name from conversation_persons where conversation_persons.conversation_id = conversations.id)`;
}

function saidWithin(sql: Queries, minutes: number): Fragment {
  return sql`conversations.opened_at > now() - make_interval(days => ${BEGAN_WITHIN_DAYS}::integer)
    and conversations.last_event_at > now() - make_interval(mins => ${minutes}::integer)`;
}

/** As the index has it. */
function asksForPerson(sql: Queries): Fragment {
  return sql`(
    asked.type = 'human-asked' or asked.type = 'messages-understood'
      and jsonb_path_exists(asked.body, '$.messages[*].understanding.acts[*] ? (@ == "ask-human")')
  )`;
}

export function liveConversations(sql: Sql): LiveLedger {
  return {
    count: (siteId) =>
      persevere(async () => {
        const [row] = await sql<{ live: number; waiting: number }[]>`
          select count(*) filter (where ${isLive(sql)})::integer as live,
            count(*) filter (where ${isWaiting(sql)})::integer as waiting
          from conversations
          where site_id = ${siteId} and turns + seq > 0 and erased_at is null and ${saidWithin(sql, WAITING_MINUTES)}`;
        return row ?? { live: 0, waiting: 0 };
      }),
    standing: (siteId, conversationId) =>
      persevere(async () => {
        if (!isUuid(conversationId)) return null;
        const [row] = await sql<
          {
            position: number;
            live: boolean;
            waiting: boolean;
            person_id: string | null;
            name: string | null;
            joined_at: string | null;
            newer: string | null;
          }[]
        >`
          select position, ${isLive(sql)} as live, ${isWaiting(sql)} as waiting, person_id, name, joined_at, (
            select latest.id from conversations as latest
            where latest.visitor_id = conversations.visitor_id and latest.opened_at > conversations.opened_at
            order by latest.opened_at desc limit 1
          ) as newer
          from conversations left join conversation_persons on conversation_persons.conversation_id = conversations.id
          where conversations.id = ${conversationId} and conversations.site_id = ${siteId} and erased_at is null`;
        if (!row) return null;
        const { position, live, waiting, person_id: id, name, joined_at: since, newer } = row;
        const person =
          id !== null && name !== null && since !== null ? { id, name, since: isoInstant(since) } : null;
        return { position, isLive: live, isWaiting: waiting, person, newer };
      }),
  };
}
