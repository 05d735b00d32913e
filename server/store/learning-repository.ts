/** What a site's bandit has learned, and from which conversations: kept in step in one transaction [POL-7]. */
import type { LearningDesk, TalkLearner } from "../learn/ports.ts";
import { BANDIT } from "../strategy/policies/bandit.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import { storableJson } from "./storable-json.ts";
import { isOver, readTalks } from "./talk-repository.ts";

/** More than that need not be told apart. */
const WAITING_COUNTED = 5_000;
/** Conversations whose steps are in memory at once. */
const BATCH = 100;

export function learningRepository(sql: Sql): LearningDesk {
  return {
    async sites() {
      // A bandit that is an arm learns as one that is the default does.
      const rows = await sql<{ id: string }[]>`
        select id from sites where settings ->> 'policy' = ${BANDIT}
        union
        select site_id from experiments, jsonb_array_elements(plan -> 'arms') as arm
        where state in ('running', 'paused') and arm #>> '{treatment,policy}' = ${BANDIT}`;
      return rows.map(({ id }) => id);
    },
    async backlog(siteId, now) {
      const [row] = await persevere(
        () => sql<{ learned: number | null; waiting: number; since: string | null }[]>`
          select (
            select (file #>> '{model,learned,conversations}')::integer from policies
            where site_id = ${siteId} and name = ${BANDIT} order by created_at desc limit 1
          ) as learned, count(*)::integer as waiting, min(opened_at)::text as since
          from (
            select opened_at from conversations
            where site_id = ${siteId} and learned_at is null and ${isOver(sql, now)}
            order by opened_at limit ${WAITING_COUNTED}
          ) as waiting`,
      );
      const since = row?.since ?? null;
      return {
        learned: row?.learned ?? 0,
        waiting: row?.waiting ?? 0,
        waitingSince: since === null ? null : new Date(since),
      };
    },
    learn: (siteId, { now, limit }, begin) =>
      sql.begin(async (transaction) => {
        const [lock] = await transaction<{ held: boolean }[]>`
          select pg_try_advisory_xact_lock(hashtext('overture learns'), hashtext(${siteId})) as held`;
        if (!lock?.held) return null;
        const waiting = await transaction<{ id: string }[]>`
          select id from conversations
          where site_id = ${siteId} and learned_at is null and ${isOver(transaction, now)}
          order by opened_at, id limit ${limit}`;
        if (waiting.length === 0) return null;
        const [newest] = await transaction<{ file: unknown }[]>`
          select file from policies where site_id = ${siteId} and name = ${BANDIT} order by created_at desc limit 1`;
        const learner = begin(newest?.file ?? null);
        const ids = waiting.map(({ id }) => id);
        await learnAll(transaction, ids, learner);
        await transaction`
          update conversations set learned_at = ${now.toISOString()}::text::timestamptz
          where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`;
        if (learner.added === 0) return null;
        const file = learner.file(now);
        // Not when the transaction began: another node's may have begun before and ended since.
        await transaction`
          insert into policies (site_id, name, version, file, created_at)
          values (${siteId}, ${file.name}, ${file.version}, ${storableJson(file)}::text::jsonb, clock_timestamp())`;
        return { version: file.version, learned: learner.added };
      }),
  };
}

async function learnAll(sql: Queries, ids: readonly string[], learner: TalkLearner): Promise<void> {
  const earlier = await learnedOfVisitors(sql, ids);
  for (let from = 0; from < ids.length; from += BATCH)
    for (const talk of await readTalks(sql, ids.slice(from, from + BATCH))) {
      const before = earlier.get(talk.visitorId) ?? 0;
      learner.add(talk, before);
      earlier.set(talk.visitorId, before + 1);
    }
}

async function learnedOfVisitors(sql: Queries, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ visitor_id: string; learned: number }[]>`
    select visitor_id, count(*)::integer as learned from conversations
    where learned_at is not null and visitor_id in (
      select visitor_id from conversations
      where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb)))
    group by visitor_id`;
  return new Map(rows.map(({ visitor_id, learned }) => [visitor_id, learned]));
}
