/** How often strategies were used, and how often in turns that led to acceptance, counted from the decisions. */
import type { StrategyCounts, StrategyLedger, StrategySum } from "../insight/ports.ts";
import { acceptingTurns, actsOf, siteSince } from "./accepting-turns.ts";
import { persevere, prepareToCount, type Sql } from "./database.ts";
import { kindKey, pairsOf, situationsOf } from "./strategy-situations.ts";

type CountRow = Record<StrategySum, number> & {
  strategy: StrategyCounts["strategies"][number]["strategy"] | null;
  conversations: number;
  accepted: number;
  turns: number;
  all_n: number;
  all_m: number;
  all_nn: number;
  all_mm: number;
  all_nm: number;
};

export function strategyRepository(sql: Sql): StrategyLedger {
  return {
    async count(siteId, { since, phase, kind }) {
      const from = since?.toISOString() ?? "-infinity";
      const inPhase = phase === undefined ? sql`` : sql`and turns.phase = ${phase}`;
      const ofKind =
        kind === undefined
          ? sql``
          : sql`and ${kindKey(sql, sql`turns.sought`)} = ${kindKey(sql, sql`${kind}::text`)}`;
      const rows = await persevere(() =>
        sql.begin(async (transaction) => {
          await prepareToCount(transaction);
          return await transaction<CountRow[]>`
            with ${acceptingTurns(transaction, siteSince(transaction, siteId, from))}, wanted as (
              select turns.conversation_id, strategies, coalesce(turns.position = accepted.position, false) as accepting
              from turns left join accepted_by_agent as accepted using (conversation_id) where true ${inPhase} ${ofKind}
            ), used as (
              select conversation_id, act.strategy, count(*)::float8 as n, count(*) filter (where accepting)::float8 as m
              from wanted, lateral ${actsOf(transaction)} as act
              where act.strategy <> 'yield' group by conversation_id, act.strategy
            ), talks as (
              select conversation_id, sum(n) as n, sum(m) as m from used group by conversation_id
            ), every as (
              select count(*)::float8 as conversations, sum(n) as all_n, sum(m) as all_m, sum(n * n) as all_nn,
                sum(m * m) as all_mm, sum(n * m) as all_nm
              from talks
            ), summed as (
              select strategy, sum(used.n) as n, sum(used.m) as m, sum(used.n * used.n) as nn, sum(used.m * used.m) as mm,
                sum(used.n * used.m) as nm, sum(used.n * talks.n) as "nAll", sum(used.m * talks.m) as "mAllM",
                sum(used.n * talks.m) as "nAllM", sum(used.m * talks.n) as "mAll"
              from used join talks using (conversation_id) group by strategy
            )
            select every.*, summed.*, told.turns, told.accepted
            from every cross join (
              select count(*)::integer as turns, count(*) filter (where accepting)::integer as accepted from wanted
            ) as told left join summed on true`;
        }),
      );
      return countsOf(rows);
    },
    situations: (siteId, { since }) =>
      persevere(() => sql.begin((transaction) => situationsOf(transaction, siteId, since))),
    pairs: (siteId, { since }) =>
      persevere(() => sql.begin((transaction) => pairsOf(transaction, siteId, since))),
  };
}

function countsOf(rows: readonly CountRow[]): StrategyCounts {
  const [first] = rows;
  return {
    conversations: first?.conversations ?? 0,
    accepted: first?.accepted ?? 0,
    turns: first?.turns ?? 0,
    all: {
      n: first?.all_n ?? 0,
      m: first?.all_m ?? 0,
      nn: first?.all_nn ?? 0,
      mm: first?.all_mm ?? 0,
      nm: first?.all_nm ?? 0,
    },
    strategies: rows.flatMap(({ strategy, n, m, nn, mm, nm, nAll, mAllM, nAllM, mAll }) =>
      strategy === null ? [] : [{ strategy, n, m, nn, mm, nm, nAll, mAllM, nAllM, mAll }],
    ),
  };
}
