/** What reports on experiments are made of: a few rows of sums, the largest values, the looks so far. */
import type { MetricKey } from "../experiment/metrics.ts";
import { metricOf } from "../experiment/metrics.ts";
import type { ExperimentPlan } from "../experiment/plan.ts";
import type { Experiment } from "../experiment/ports.ts";
import { largestNeeded } from "../experiment/report/arm-sums.ts";
import type {
  ArmFigures,
  ExperimentFigures,
  LargeValue,
  StoredSums,
  UnitStanding,
} from "../experiment/report/figures.ts";
import { clearestLooks, type Look } from "../experiment/report/look.ts";
import type { ExperimentLedger } from "../insight/ports.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import { recount, settle } from "./settle-experiments.ts";
import { storableJson } from "./storable-json.ts";

export function experimentFigures(sql: Sql): ExperimentLedger {
  return {
    async unsettledSites() {
      // Not by the distinct sites of the notes, of which there may be millions.
      const rows = await sql<{ id: string }[]>`
        select id from sites where exists (select from unsettled_visitors where site_id = sites.id) order by id`;
      return rows.map(({ id }) => id);
    },
    settle: (siteId) => settle(sql, siteId),
    recount: (experimentId) => recount(sql, experimentId),
    figures: (experiment, interactsWith, now) =>
      persevere(() =>
        // One snapshot: sums and counts that do not belong together would make a difference of their own.
        sql.begin("isolation level repeatable read read only", (transaction) =>
          readFigures(transaction, experiment, interactsWith, now),
        ),
      ) as Promise<ExperimentFigures>,
    async looks(experimentId) {
      const rows = await persevere(
        () =>
          sql<
            { look: Look }[]
          >`select look from experiment_looks where experiment_id = ${experimentId} order by at`,
      );
      return rows.map(({ look }) => look);
    },
    unseenSince: async (instant) => [
      ...(await sql<{ siteId: string; key: string }[]>`
        select site_id as "siteId", key from experiments
        where state in ('running', 'paused') and not exists (
          select from experiment_looks where experiment_id = experiments.id and at > ${instant.toISOString()}::text::timestamptz
        ) order by id`),
    ],
    keepLook: (experimentId, look, unlessSince) =>
      sql.begin(async (transaction) => {
        await transaction`select pg_advisory_xact_lock(hashtext('overture looks'), hashtext(${experimentId}))`;
        const kept = await transaction`
          insert into experiment_looks (experiment_id, at, look)
          select ${experimentId}, ${look.at}::text::timestamptz, ${storableJson(look)}::text::jsonb
          where exists (select from experiments where id = ${experimentId}) and not exists (
            select from experiment_looks
            where experiment_id = ${experimentId} and at > ${unlessSince.toISOString()}::text::timestamptz
          )
          on conflict do nothing returning at`;
        return kept.length > 0;
      }),
  };
}

async function readFigures(
  sql: Queries,
  { id, siteId, plan, state, startedAt, stoppedAt, coverage, halts }: Experiment,
  interactsWith: string[],
  now: Date,
): Promise<ExperimentFigures> {
  const [[site], counts, sums, looks] = await Promise.all([
    sql<{ currency: string }[]>`select currency from sites where id = ${siteId}`,
    sql<{ arm: string; standing: UnitStanding; units: number }[]>`
      select arm, standing, units::double precision from experiment_counts where experiment_id = ${id} and units <> 0`,
    sql<({ arm: string; metric: MetricKey } & StoredSums)[]>`
      select arm, metric, non_zero::double precision as "nonZero", sum::double precision,
        sum_squares::double precision as "sumSquares", over_sum::double precision as "overSum",
        over_squares::double precision as "overSquares", over_cross::double precision as "overCross",
        before_sum::double precision as "beforeSum", before_squares::double precision as "beforeSquares",
        before_cross::double precision as "beforeCross"
      from experiment_sums where experiment_id = ${id}`,
    // Only what tells which look was clearest: the course of months is long.
    sql<{ metrics: Look["metrics"]; mismatchP: number }[]>`
      select look -> 'metrics' as metrics, (look ->> 'mismatchP')::double precision as "mismatchP"
      from experiment_looks where experiment_id = ${id} order by at`,
  ]);
  const arms = plan.arms.map(({ key }): ArmFigures => {
    const units = counts.filter(({ arm }) => arm === key).map((row) => [row.standing, row.units] as const);
    const own = sums
      .filter(({ arm }) => arm === key)
      .map(({ arm: _, metric, ...stored }) => [metric, stored] as const);
    return { arm: key, units: Object.fromEntries(units), sums: Object.fromEntries(own) };
  });
  return {
    state,
    at: now.toISOString(),
    startedAt,
    stoppedAt,
    coverage,
    currency: site?.currency ?? "",
    halts,
    arms,
    largest: await readLargest(sql, id, plan, arms),
    clearest: clearestLooks(looks),
    mismatchP: looks.reduce((least, { mismatchP }) => Math.min(least, mismatchP), 1),
    interactsWith,
  };
}

async function readLargest(
  sql: Queries,
  experimentId: string,
  plan: ExperimentPlan,
  arms: readonly ArmFigures[],
): Promise<ExperimentFigures["largest"]> {
  const largest: ExperimentFigures["largest"] = {};
  for (const { metric } of [...plan.metrics, ...plan.guardrails]) {
    const { winsoriseAt } = metricOf(metric);
    const nonZero = arms.reduce((sum, arm) => sum + (arm.sums[metric]?.nonZero ?? 0), 0);
    if (winsoriseAt === null || nonZero === 0) continue;
    const rows = await sql<LargeValue[]>`
      select arm, value, before_value as before from experiment_values
      where experiment_id = ${experimentId} and metric = ${metric} and value <> 0
      order by value desc nulls last limit ${largestNeeded(nonZero, winsoriseAt)}`;
    largest[metric] = [...rows];
  }
  return largest;
}
