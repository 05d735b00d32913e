/**
 * Keeps the sums that reports are made of in step with what was stored. What is known of a person is worked out anew from the rows
 * and compared with what the sums hold of them; the difference goes into the sums in the same transaction. So it does not matter
 * in which order, how often or in how many pieces persons are settled, nor by how many servers: the sums are those of a fresh count.
 */
import type postgres from "postgres";
import type { MetricKey } from "../experiment/metrics.ts";
import type { ExperimentPlan } from "../experiment/plan.ts";
import type { Queries, Sql } from "./database.ts";
import { freshValues, type MeasuredExperiment } from "./experiment-values.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** Notes of one transaction: about half a second's work, for which a site's other settling waits. */
const AT_ONCE = 2_000;

export interface Settling {
  /** How many notes were taken up. */
  settled: number;
  /** There may be more. */
  isMore: boolean;
}

/** Takes up the oldest notes of a site. */
export function settle(sql: Sql, siteId: string, atOnce = AT_ONCE): Promise<Settling> {
  return sql.begin(async (transaction): Promise<Settling> => {
    await lockSite(transaction, siteId);
    // Under the lock: what is deleted was committed together with what it is about, which is therefore seen from here on.
    const taken = await transaction<{ visitor: string }[]>`
      delete from unsettled_visitors where id in (
        select id from unsettled_visitors where site_id = ${siteId} order by id limit ${atOnce}
      ) returning visitor_id as visitor`;
    if (taken.length === 0) return { settled: 0, isMore: false };
    const persons = await personsOf(transaction, [...new Set(taken.map(({ visitor }) => visitor))]);
    const scope = someOf(transaction, persons);
    for (const experiment of await measuredExperiments(transaction, siteId, scope))
      await settleExperiment(transaction, experiment, scope);
    return { settled: taken.length, isMore: taken.length === atOnce };
  });
}

/** Everything from scratch. @returns false when there is no such experiment. */
export function recount(sql: Sql, experimentId: string): Promise<boolean> {
  return sql.begin(async (transaction) => {
    const [site] = await transaction<
      { id: string }[]
    >`select site_id as id from experiments where id = ${experimentId}`;
    if (!site) return false;
    await lockSite(transaction, site.id);
    for (const table of ["experiment_units", "experiment_values", "experiment_sums", "experiment_counts"])
      await transaction`delete from ${transaction(table)} where experiment_id = ${experimentId}`;
    const [experiment] = await transaction<SettledExperiment[]>`
      ${experimentsWhere(transaction, transaction`experiments.id = ${experimentId}`)}`;
    if (experiment) await settleExperiment(transaction, experiment, everybody(transaction, experimentId));
    return true;
  });
}

/** With a site's id, the advisory lock under which its figures are changed. */
export const SETTLING_LOCK = "overture settles";

/** One at a time per site, on all servers together; held to the end of the transaction. */
async function lockSite(sql: Queries, siteId: string): Promise<void> {
  // A plan made once for any number of persons goes through whole tables where there are few, or the other way round.
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`;
  await sql`select pg_advisory_xact_lock(hashtext(${SETTLING_LOCK}), hashtext(${siteId}))`;
}

/**
 * Of whom the figures may have changed: the visitors themselves, the persons they are now, and all visitors of these, any of whom may
 * have been counted as a person before it turned out who they are.
 */
async function personsOf(sql: Queries, visitors: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with taken as (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(visitors)}::text::jsonb)),
    roots as (
      select distinct coalesce(visitors.alias_of, taken.id) as id from taken left join visitors on visitors.id = taken.id
    )
    select id from taken union select id from roots
    union select visitors.id from roots join visitors on visitors.alias_of = roots.id`;
  return rows.map(({ id }) => id);
}

/** Whose figures are worked out anew, as queries of `id`s. */
interface Scope {
  /** Visitors of whom each is a person of their own, or was. */
  ids: Fragment;
  /** Conditions on a row of a table of units or values. */
  holds(column: Fragment): Fragment;
}

function someOf(sql: Queries, ids: readonly string[]): Scope {
  // An array is looked up by hash in any plan; of a list of rows nobody knows how long it is.
  const list = sql`string_to_array(${ids.join()}::text, ',')::uuid[]`;
  return {
    ids: sql`(select unnest(${list}) as id)`,
    holds: (column) => sql`${column} = any(${list})`,
  };
}

function everybody(sql: Queries, experimentId: string): Scope {
  const ids = sql`(
    select distinct coalesce(visitors.alias_of, visitors.id) as id
    from exposures join visitors on visitors.id = exposures.visitor_id where exposures.experiment_id = ${experimentId}
  )`;
  return { ids, holds: () => sql`true` };
}

interface SettledExperiment extends MeasuredExperiment {
  id: string;
  plan: ExperimentPlan;
}

function experimentsWhere(sql: Queries, condition: Fragment): Fragment {
  return sql`
    select experiments.id, plan, sites.currency, stopped_at::text as "stoppedAt"
    from experiments join sites on sites.id = experiments.site_id
    where experiments.state <> 'draft' and ${condition} order by experiments.id`;
}

/** Those that hold figures of the persons, or should. Those that have stopped, too: what came before still counts, and who is erased does not. */
function measuredExperiments(sql: Queries, siteId: string, { ids }: Scope): Promise<SettledExperiment[]> {
  return sql<SettledExperiment[]>`
    ${experimentsWhere(
      sql,
      sql`experiments.site_id = ${siteId} and (
        exists (select from ${ids} as person join exposures on exposures.experiment_id = experiments.id and visitor_id = person.id)
        or exists (
          select from ${ids} as person join experiment_units on experiment_units.experiment_id = experiments.id and visitor_id = person.id
        ))`,
    )}`;
}

async function settleExperiment(sql: Queries, experiment: SettledExperiment, scope: Scope): Promise<void> {
  await settleUnits(sql, experiment, scope);
  await settleValues(sql, experiment, scope);
}

/**
 * Who is in which arm: that of a person's earliest exposure, be it as another visitor [EXP-1]. Who was seen in two arms is counted as
 * that [EXP-2], and who is left out by whichever of their visitors is left out with all of them.
 */
async function settleUnits(sql: Queries, { id, stoppedAt }: SettledExperiment, scope: Scope): Promise<void> {
  await sql`
    with roots as materialized (
      select visitors.id from ${scope.ids} as person join visitors on visitors.id = person.id where visitors.alias_of is null
    ), members as (
      select roots.id as person_id, visitors.id, left_out from roots join visitors using (id)
      union all
      select roots.id, visitors.id, left_out from roots join visitors on visitors.alias_of = roots.id
    ), fresh as (
      select person_id as visitor_id, (array_agg(arm order by at, exposures.visitor_id) filter (where at is not null))[1] as arm,
        min(at) as exposed_at,
        coalesce(
          min(left_out) filter (where members.id = person_id), min(left_out),
          case when count(distinct arm) > 1 then 'crossed' else 'counted' end
        ) as standing
      from members left join exposures on exposures.experiment_id = ${id} and exposures.visitor_id = members.id
        and exposures.at < ${stoppedAt ?? "infinity"}::text::timestamptz
      group by person_id having count(arm) > 0
    ), held as (
      select * from experiment_units where experiment_id = ${id} and ${scope.holds(sql`visitor_id`)}
    ), changed as materialized (
      select visitor_id, fresh.arm, fresh.exposed_at, fresh.standing, held.arm as held_arm, held.standing as held_standing
      from fresh full join held using (visitor_id)
      where (fresh.arm, fresh.exposed_at, fresh.standing) is distinct from (held.arm, held.exposed_at, held.standing)
    ), lost as materialized (
      select visitor_id from changed where arm is null
    ), gone as (
      delete from experiment_units using lost
      where experiment_units.experiment_id = ${id} and experiment_units.visitor_id = lost.visitor_id
    ), written as (
      insert into experiment_units (experiment_id, visitor_id, arm, exposed_at, standing)
      select ${id}, visitor_id, arm, exposed_at, standing from changed where arm is not null
      on conflict (experiment_id, visitor_id) do update
        set arm = excluded.arm, exposed_at = excluded.exposed_at, standing = excluded.standing
    )
    insert into experiment_counts (experiment_id, arm, standing, units)
    select ${id}, arm, standing, sum(units) from (
      select arm, standing, 1 as units from changed where arm is not null
      union all
      select held_arm, held_standing, -1 from changed where held_arm is not null
    ) as differences
    group by arm, standing having sum(units) <> 0
    on conflict (experiment_id, arm, standing) do update set units = experiment_counts.units + excluded.units`;
}

/** What the persons who count have done, and the sums with what has changed of it. Sums are exact: floating point would remember the order. */
async function settleValues(sql: Queries, experiment: SettledExperiment, scope: Scope): Promise<void> {
  const { id, plan } = experiment;
  const units = sql`
    select visitor_id, arm, exposed_at from experiment_units
    where experiment_id = ${id} and standing = 'counted' and ${scope.holds(sql`visitor_id`)}`;
  const metrics = [...plan.metrics, ...plan.guardrails].map(({ metric }): MetricKey => metric);
  await sql`
    with ${freshValues(sql, experiment, units)}, counted as (
      select fresh.*, experiment_units.arm from fresh
        join experiment_units on experiment_units.experiment_id = ${id} and experiment_units.visitor_id = fresh.visitor_id
    ), held as (
      select * from experiment_values
      where experiment_id = ${id} and metric in (select jsonb_array_elements_text(${JSON.stringify(metrics)}::text::jsonb))
        and ${scope.holds(sql`visitor_id`)}
    ), changed as materialized (
      select visitor_id, metric, counted.arm, counted.value, counted.over_value, counted.before_value,
        held.arm as held_arm, held.value as held_value, held.over_value as held_over, held.before_value as held_before
      from counted full join held using (visitor_id, metric)
      where (counted.arm, counted.value, counted.over_value, counted.before_value)
        is distinct from (held.arm, held.value, held.over_value, held.before_value)
    ), lost as materialized (
      -- Few as a rule: what is compared with all values must not be all that has changed.
      select visitor_id, metric from changed where arm is null
    ), gone as (
      delete from experiment_values using lost
      where experiment_values.experiment_id = ${id} and experiment_values.metric = lost.metric
        and experiment_values.visitor_id = lost.visitor_id
    ), written as (
      insert into experiment_values (experiment_id, metric, visitor_id, arm, value, over_value, before_value)
      select ${id}, metric, visitor_id, arm, value, over_value, before_value from changed where arm is not null
      on conflict (experiment_id, metric, visitor_id) do update set
        arm = excluded.arm, value = excluded.value, over_value = excluded.over_value, before_value = excluded.before_value
    )
    insert into experiment_sums (experiment_id, arm, metric, non_zero, sum, sum_squares, over_sum, over_squares, over_cross,
      before_sum, before_squares, before_cross)
    select ${id}, arm, metric, coalesce(sum(sign) filter (where value <> 0), 0),
      trim_scale(sum(sign * value)), trim_scale(sum(sign * value * value)),
      trim_scale(sum(sign * over_value)), trim_scale(sum(sign * over_value * over_value)), trim_scale(sum(sign * value * over_value)),
      trim_scale(sum(sign * before_value)), trim_scale(sum(sign * before_value * before_value)),
      trim_scale(sum(sign * value * before_value))
    from (
      select 1 as sign, arm, metric, value::numeric, coalesce(over_value, 0)::numeric as over_value, before_value::numeric
      from changed where arm is not null
      union all
      select -1, held_arm, metric, held_value::numeric, coalesce(held_over, 0)::numeric, held_before::numeric
      from changed where held_arm is not null
    ) as differences
    group by arm, metric
    on conflict (experiment_id, arm, metric) do update set
      non_zero = experiment_sums.non_zero + excluded.non_zero,
      sum = trim_scale(experiment_sums.sum + excluded.sum),
      sum_squares = trim_scale(experiment_sums.sum_squares + excluded.sum_squares),
      over_sum = trim_scale(experiment_sums.over_sum + excluded.over_sum),
      over_squares = trim_scale(experiment_sums.over_squares + excluded.over_squares),
      over_cross = trim_scale(experiment_sums.over_cross + excluded.over_cross),
      before_sum = trim_scale(experiment_sums.before_sum + excluded.before_sum),
      before_squares = trim_scale(experiment_sums.before_squares + excluded.before_squares),
      before_cross = trim_scale(experiment_sums.before_cross + excluded.before_cross)`;
}
