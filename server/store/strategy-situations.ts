/** Turns by how far the talk had come, what was looked for and what was said before, counted from the decisions. */
import type postgres from "postgres";
import type { SituationCounts, TurnPair } from "../insight/ports.ts";
import { acceptingTurns, actsOf, siteSince } from "./accepting-turns.ts";
import { prepareToCount, type Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** The same for "Glove" and "gloves": shoppers and shops write categories either way. */
export function kindKey(sql: Queries, kind: Fragment): Fragment {
  return sql`regexp_replace(lower(${kind}), '([^s])s$', '\\1')`;
}

export async function situationsOf(
  sql: Queries,
  siteId: string,
  since: Date | null,
): Promise<SituationCounts> {
  await prepareToCount(sql);
  const scope = siteSince(sql, siteId, since?.toISOString() ?? "-infinity");
  const [row] = await sql<SituationCounts[]>`
    with ${acceptingTurns(sql, scope)}, open_turns as materialized (
      -- After an acceptance there is nothing left to win.
      select turns.conversation_id, phase, sought, strategies, coalesce(turns.position = accepted.position, false) as accepting
      from turns left join accepted_by_agent as accepted using (conversation_id)
      where accepted.position is null or turns.position <= accepted.position
    ), used as (
      select conversation_id, phase, null as strategy, count(*) as n, count(*) filter (where accepting) as m
      from open_turns group by conversation_id, phase
      union all
      select conversation_id, phase, act.strategy, count(*), count(*) filter (where accepting)
      from open_turns, lateral ${actsOf(sql)} as act
      where act.strategy <> 'yield' group by conversation_id, phase, act.strategy
    ), phases as (
      select phase, strategy, count(*) as conversations, sum(n) as n, sum(m) as m, sum(n * n) as nn, sum(n * m) as nm
      from used group by phase, strategy
    ), looked_for as (
      select ${kindKey(sql, sql`sought`)} as key, sought, conversation_id, bool_or(accepting) as accepted
      from open_turns where sought is not null group by key, sought, conversation_id
    ), names as (
      -- As it is written most often.
      select distinct on (key) key, sought as kind from looked_for group by key, sought order by key, count(*) desc, sought
    ), kinds as (
      select kind, count(*) as conversations, count(*) filter (where accepted) as accepted
      from (select key, conversation_id, bool_or(accepted) as accepted from looked_for group by key, conversation_id) as each
        join names using (key)
      group by kind
    )
    select (select coalesce(jsonb_agg(phases), '[]') from phases) as phases,
      (select coalesce(jsonb_agg(kinds), '[]') from kinds) as kinds`;
  return row ?? { phases: [], kinds: [] };
}

export async function pairsOf(sql: Queries, siteId: string, since: Date | null): Promise<TurnPair[]> {
  await prepareToCount(sql);
  return await sql<TurnPair[]>`
    select strategies, next, is_first as "isFirst", count(*)::integer as times
    from (
      select strategies, lead(strategies) over talk as next, row_number() over talk = 1 as is_first
      from decisions
      where site_id = ${siteId} and at >= ${since?.toISOString() ?? "-infinity"}::text::timestamptz
      window talk as (partition by conversation_id order by position)
    ) as each
    group by strategies, next, is_first`;
}
