/** What is told of each conversation of a list: how long it was, how it began, what came of it, and where the words are in it. */
import type postgres from "postgres";
import {
  type ListedConversation,
  TALK_OUTCOMES,
  type TalkOutcome,
  type TreatedArm,
} from "../insight/ports.ts";
import { isoInstant, type Queries } from "./database.ts";
import { isLive, isWaiting, personIn } from "./live-conversations.ts";
import { visitorsOfPerson } from "./persons.ts";
import { saidIn, saysWords } from "./search-words.ts";
import { hasOutcome, signsOf } from "./talk-outcomes.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Around what is found; from a private-use area, so that nothing a shopper writes is taken for it in earnest. */
const FOUND = { from: "\uE000", to: "\uE001" };
const FIRST_WORDS_MAX = 300;

const SPEAKERS: Record<string, "shopper" | "person"> = {
  "message-stored": "shopper",
  "person-spoke": "person",
};

interface ListedRow extends Omit<ListedConversation, "found" | "openedAt" | "lastEventAt" | "closedAt"> {
  opened_at: string;
  last_event_at: string;
  closed_at: string | null;
  found: { type: string; seq: number; text: string } | null;
}

/** In the order of `ids`. @param words as PostgreSQL looks for them; null when none are looked for. */
export async function describeListed(
  sql: Queries,
  ids: readonly string[],
  words: string | null,
): Promise<ListedConversation[]> {
  const rows = await sql<ListedRow[]>`
    with ${signsOf(sql, ofTheirPersons(sql, ids))}
    select id, visitor_id as "visitorId", mode, locale, opened_at, last_event_at, closed_at, turns,
      (select count(*)::integer from events where conversation_id = id and type = 'message-stored') as messages,
      (
        select left(body ->> 'text', ${FIRST_WORDS_MAX}::integer) from events
        where conversation_id = id and type = 'message-stored' order by position limit 1
      ) as "firstWords",
      to_jsonb(array(
        select distinct act from decisions, lateral jsonb_array_elements_text(strategies) as act
        where conversation_id = id and act <> 'yield' order by act
      )) as strategies,
      ${outcomesOf(sql)} as outcomes, ${armsOf(sql)} as arms, ${isLive(sql)} as "isLive",
      ${isWaiting(sql)} as "isWaiting", ${personIn(sql)} as person, ${foundIn(sql, words)} as found
    from conversations where id in ${listOf(sql, ids)}`;
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(listed));
}

/** What came of one conversation, and the arms it was held in. */
export async function outcomesAndArms(
  sql: Queries,
  id: string,
): Promise<{ outcomes: TalkOutcome[]; arms: TreatedArm[] }> {
  const [row] = await sql<{ outcomes: TalkOutcome[]; arms: TreatedArm[] }[]>`
    with ${signsOf(sql, ofTheirPersons(sql, [id]))}
    select ${outcomesOf(sql)} as outcomes, ${armsOf(sql)} as arms from conversations where id = ${id}`;
  return row ?? { outcomes: [], arms: [] };
}

function ofTheirPersons(sql: Queries, ids: readonly string[]): Fragment {
  return sql`outcomes.visitor_id in (
    select own.id from conversations as talk,
      lateral ${visitorsOfPerson(sql, sql`talk.visitor_id`)} as own
    where talk.id in ${listOf(sql, ids)}
  )`;
}

function listOf(sql: Queries, ids: readonly string[]): Fragment {
  return sql`(select value::uuid from unnest(string_to_array(${ids.join()}, ',')) as value)`;
}

function outcomesOf(sql: Queries): Fragment {
  const parts = TALK_OUTCOMES.map(
    (outcome) => sql`case when ${hasOutcome(sql, outcome)} then ${outcome}::text end`,
  );
  return sql`to_jsonb(array_remove(array[${parts.flatMap((part, index) => (index === 0 ? [part] : [sql`, `, part]))}], null))`;
}

function armsOf(sql: Queries): Fragment {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('experiment', experiments.key, 'arm', arm) order by experiments.key), '[]')
    from jsonb_to_recordset(conversations.placements) as placement("experimentId" uuid, arm text)
      join experiments on experiments.id = placement."experimentId"
  )`;
}

function foundIn(sql: Queries, words: string | null): Fragment {
  if (words === null) return sql`null::jsonb`;
  const marks = `StartSel=${FOUND.from}, StopSel=${FOUND.to}, MaxFragments=2, MaxWords=24, MinWords=8, ShortWord=0, FragmentDelimiter=" … "`;
  return sql`(
    select jsonb_build_object('type', type, 'seq', seq,
      'text', ts_headline('simple', ${saidIn(sql)}, ${words}::text::tsquery, ${marks}))
    from events
    where conversation_id = id and ${saysWords(sql, words)}
    order by position limit 1
  )`;
}

function listed({ opened_at, last_event_at, closed_at, found, ...row }: ListedRow): ListedConversation {
  return {
    ...row,
    openedAt: isoInstant(opened_at),
    lastEventAt: isoInstant(last_event_at),
    closedAt: closed_at === null ? null : isoInstant(closed_at),
    found: found && {
      speaker: SPEAKERS[found.type] ?? "agent",
      seq: found.seq,
      pieces: piecesOf(found.text),
    },
  };
}

function piecesOf(text: string): { text: string; isFound: boolean }[] {
  const [before = "", ...rest] = text.split(FOUND.from);
  const pieces = rest.flatMap((part) => {
    const [found = "", ...after] = part.split(FOUND.to);
    return [
      { text: found, isFound: true },
      { text: after.join(""), isFound: false },
    ];
  });
  return [{ text: before, isFound: false }, ...pieces].filter((piece) => piece.text !== "");
}
