/** How often strategies were used, and how often in turns that led to acceptance, counted from the decisions. */
import type postgres from "postgres";
import { STRATEGIES } from "../dialogue/strategies.ts";
import type { StrategyCounts, StrategyLedger, StrategySum } from "../insight/ports.ts";
import { acceptingTurns, siteSince } from "./accepting-turns.ts";
import { persevere, prepareToCount, type Queries, type Sql } from "./database.ts";
import { kindKey, pairsOf, situationsOf } from "./strategy-situations.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

const ACTS = STRATEGIES.filter((strategy) => strategy !== "yield");

/** One row: of all strategies "n", "m", …; of each by its place, "n0", "mAll13". */
type SumsRow = Record<string, number | null>;

export function strategyRepository(sql: Sql): StrategyLedger {
  return {
    async count(siteId, { since, phase, kind }) {
      const from = since?.toISOString() ?? "-infinity";
      const inPhase = phase === undefined ? sql`` : sql`and turns.phase = ${phase}`;
      const ofKind =
        kind === undefined
          ? sql``
          : sql`and ${kindKey(sql, sql`turns.sought`)} = ${kindKey(sql, sql`${kind}::text`)}`;
      const [row = {}] = await persevere(() =>
        sql.begin(async (transaction) => {
          await prepareToCount(transaction);
          // A column for each strategy: a row for each act would have to be grouped, which takes several times as long.
          return await transaction<SumsRow[]>`
            with ${acceptingTurns(transaction, siteSince(transaction, siteId, from))}, wanted as materialized (
              select turns.conversation_id, strategies, coalesce(turns.position = accepted.position, false) as accepting
              from turns left join accepted_by_agent as accepted using (conversation_id) where true ${inPhase} ${ofKind}
            ), used as (
              select ${listed(transaction, (act, place) => actsIn(transaction, act, place))}
              from wanted group by conversation_id
            ), talks as materialized (
              select used.*, ${totalOf(transaction, "n")} as n, ${totalOf(transaction, "m")} as m from used
            )
            select ${listed(transaction, (_, place) => sumsOf(transaction, place))},
              count(*)::float8 as conversations, sum(n) as n, sum(m) as m, sum(n * n) as nn, sum(m * m) as mm, sum(n * m) as nm,
              (select count(*)::integer from wanted) as turns,
              (select count(*)::integer from wanted where accepting) as accepted
            from talks where n > 0`;
        }),
      );
      return countsOf(row);
    },
    situations: (siteId, { since }) =>
      persevere(() => sql.begin((transaction) => situationsOf(transaction, siteId, since))),
    pairs: (siteId, { since }) =>
      persevere(() => sql.begin((transaction) => pairsOf(transaction, siteId, since))),
  };
}

/** How many of a conversation's turns have the strategy, and how many of them led to acceptance. */
function actsIn(sql: Queries, act: string, place: number): Fragment {
  return sql`
    count(*) filter (where jsonb_exists(strategies, ${act}))::float8 as ${sql(`n${place}`)},
    count(*) filter (where accepting and jsonb_exists(strategies, ${act}))::float8 as ${sql(`m${place}`)}`;
}

function totalOf(sql: Queries, letter: "n" | "m"): Fragment {
  return listed(sql, (_, place) => sql`${sql(`${letter}${place}`)}`, sql` + `);
}

function sumsOf(sql: Queries, place: number): Fragment {
  const [n, m] = [sql(`n${place}`), sql(`m${place}`)];
  const as = (name: StrategySum) => sql(`${name}${place}`);
  return sql`
    sum(${n}) as ${as("n")}, sum(${m}) as ${as("m")}, sum(${n} * ${n}) as ${as("nn")}, sum(${m} * ${m}) as ${as("mm")},
    sum(${n} * ${m}) as ${as("nm")}, sum(${n} * n) as ${as("nAll")}, sum(${m} * m) as ${as("mAllM")},
    sum(${n} * m) as ${as("nAllM")}, sum(${m} * n) as ${as("mAll")}`;
}

/** The same for every strategy, one after the other. */
function listed(
  sql: Queries,
  part: (act: string, place: number) => Fragment,
  between: Fragment = sql`, `,
): Fragment {
  return sql`${ACTS.flatMap((act, place) => (place === 0 ? [part(act, place)] : [between, part(act, place)]))}`;
}

function countsOf(row: SumsRow): StrategyCounts {
  // Sums over nothing are null.
  const sum = (name: string) => row[name] ?? 0;
  return {
    conversations: sum("conversations"),
    accepted: sum("accepted"),
    turns: sum("turns"),
    all: { n: sum("n"), m: sum("m"), nn: sum("nn"), mm: sum("mm"), nm: sum("nm") },
    strategies: ACTS.flatMap((strategy, place) => {
      const own = (name: StrategySum) => sum(`${name}${place}`);
      if (own("n") === 0) return [];
      const sums = { n: own("n"), m: own("m"), nn: own("nn"), mm: own("mm"), nm: own("nm") };
      const withAll = { nAll: own("nAll"), mAllM: own("mAllM"), nAllM: own("nAllM"), mAll: own("mAll") };
      return [{ strategy, ...sums, ...withAll }];
    }),
  };
}
