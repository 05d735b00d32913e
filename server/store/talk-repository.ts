/** Conversations that are over, as what is learned from them and judged by them: chances, acts and the outcome. */
import type postgres from "postgres";
import type { LoggedEvent } from "../dialogue/events.ts";
import type { LoggedStep, LoggedTalk } from "../learn/off-policy/logged-talk.ts";
import type { TalkArchive, TalkRange } from "../learn/ports.ts";
import { acceptingTurns } from "./accepting-turns.ts";
import { type LoggedRow, loggedEvent } from "./append-events.ts";
import { persevere, type Queries, type Sql } from "./database.ts";

/** After such a silence a conversation counts as over. */
const OVER_AFTER_MINUTES = 30;
/** Conversations read at once. */
const BATCH = 200;

export function talkRepository(sql: Sql): TalkArchive {
  return {
    async *finished(siteId, range) {
      const { by } = range;
      let last = { openedAt: await beginningOf(siteId, range), id: "00000000-0000-0000-0000-000000000000" };
      for (;;) {
        const rows = await persevere(
          () => sql<{ id: string; opened_at: string }[]>`
            select id, opened_at::text from conversations
            where site_id = ${siteId} and ${isOver(sql, by)}
              and (opened_at, id) > (${last.openedAt}::text::timestamptz, ${last.id}::uuid)
            order by opened_at, id limit ${BATCH}`,
        );
        const end = rows.at(-1);
        if (end === undefined) return;
        last = { openedAt: end.opened_at, id: end.id };
        yield await persevere(() =>
          readTalks(
            sql,
            rows.map(({ id }) => id),
          ),
        );
      }
    },
    async extent(siteId, range) {
      const beginning = await beginningOf(siteId, range);
      const [row] = await persevere(
        () => sql<{ conversations: number; last: string | null }[]>`
          select count(*)::integer as conversations, max(last_event_at)::text as last from conversations
          where site_id = ${siteId} and ${isOver(sql, range.by)} and opened_at >= ${beginning}::text::timestamptz`,
      );
      const { conversations = 0, last = null } = row ?? {};
      return { conversations, stamp: `${conversations} until ${last}` };
    },
    async events(conversationIds) {
      const rows = await persevere(
        () => sql<(LoggedRow & { conversation_id: string })[]>`
          select conversation_id, position, seq, at, body from events
          where conversation_id in (${idsOf(sql, conversationIds)}) order by conversation_id, position`,
      );
      const logs = new Map<string, LoggedEvent[]>();
      for (const row of rows) {
        const log = logs.get(row.conversation_id) ?? [];
        log.push(loggedEvent(row));
        logs.set(row.conversation_id, log);
      }
      return logs;
    },
  };

  /** When the first of them was opened, or an instant before that. */
  async function beginningOf(siteId: string, { since, by, most }: TalkRange): Promise<string> {
    const earliest = since?.toISOString() ?? "-infinity";
    if (most === undefined) return earliest;
    const [row] = await persevere(
      () => sql<{ opened_at: string }[]>`
        select opened_at::text from conversations
        where site_id = ${siteId} and ${isOver(sql, by)} and opened_at >= ${earliest}::text::timestamptz
        order by opened_at desc offset ${most - 1} limit 1`,
    );
    return row?.opened_at ?? earliest;
  }
}

function idsOf(sql: Queries, ids: readonly string[]): postgres.PendingQuery<postgres.Row[]> {
  return sql`select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)`;
}

export function isOver(sql: Queries, by: Date): postgres.PendingQuery<postgres.Row[]> {
  return sql`turns > 0 and (
    closed_at is not null
    or last_event_at < ${by.toISOString()}::text::timestamptz - make_interval(mins => ${OVER_AFTER_MINUTES}::integer)
  )`;
}

interface TurnRow {
  conversation_id: string;
  visitor_id: string;
  accepted: boolean;
  steps: LoggedStep[];
}

/** In the order of the ids. What was erased is left out. */
export async function readTalks(sql: Queries, ids: readonly string[]): Promise<LoggedTalk[]> {
  const wanted = idsOf(sql, ids);
  const scope = {
    decisions: sql`decisions.conversation_id in (${wanted})`,
    outcomes: sql`outcomes.visitor_id in (select visitor_id from conversations where id in (${wanted}))`,
    lastTurnsOf: sql`decisions`,
  };
  const rows = await sql<TurnRow[]>`
    with ${acceptingTurns(sql, scope)}
    select decisions.conversation_id, conversations.visitor_id, accepted.position is not null as accepted, told.steps
    from decisions join conversations on conversations.id = decisions.conversation_id
      left join accepted_by_agent as accepted on accepted.conversation_id = decisions.conversation_id,
      lateral (
        -- Without the reasons of the mask, which are most of a record.
        select coalesce(jsonb_agg(jsonb_build_object('strategy', step -> 'strategy', 'propensity', step -> 'propensity',
          'distribution', step -> 'distribution', 'features', step -> 'features') order by place), '[]') as steps
        from jsonb_array_elements(record -> 'steps') with ordinality as each(step, place)
      ) as told
    where decisions.conversation_id in (${wanted}) and decisions.position <= coalesce(accepted.position, decisions.position)
    order by decisions.conversation_id, decisions.position`;
  const talks = new Map<string, LoggedTalk>();
  for (const { conversation_id: conversationId, visitor_id: visitorId, accepted, steps } of rows) {
    const talk = talks.get(conversationId) ?? { conversationId, visitorId, turns: [], accepted };
    talk.turns.push(steps);
    talks.set(conversationId, talk);
  }
  return ids.flatMap((id) => talks.get(id) ?? []);
}
