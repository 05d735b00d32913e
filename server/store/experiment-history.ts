/**
 * What a site's visitors did of late, for the power calculator [EXP-9]: taken as if each had been in an experiment from their first
 * talk in the time looked at.
 */
import { type MetricKey, metricOf } from "../experiment/metrics.ts";
import type { PlannedMetric, PurchaseTrust } from "../experiment/plan.ts";
import { BASELINE_VISITORS_LEAST, type Baseline, type SiteHistory } from "../experiment/site-history.ts";
import { type MetricSums, momentsOf } from "../experiment/statistics/moments.ts";
import { persevere, type Sql } from "./database.ts";
import { freshValues } from "./experiment-values.ts";

const DAY_MS = 86_400_000;
const DAYS = 28;
/** The latest of them say as much as all would. */
const PERSONS_MOST = 20_000;

interface SumsRow {
  value: number;
  squares: number;
  over: number;
  over_squares: number;
  products: number;
}

/** Visitors whose window is not over yet are left out where the others are enough. */
export async function siteHistory(
  sql: Sql,
  siteId: string,
  { metric, windowDays }: PlannedMetric,
  now: Date,
): Promise<SiteHistory> {
  const [recent, whole] = await Promise.all([
    visitorsOf(sql, siteId, span(now, 0)),
    visitorsOf(sql, siteId, span(now, windowDays)),
  ]);
  const hasEnough = whole.visitors >= BASELINE_VISITORS_LEAST;
  const measured = hasEnough ? whole : recent;
  const visitors = Math.min(measured.visitors, PERSONS_MOST);
  const sums =
    visitors === 0
      ? null
      : await sumsOf(sql, siteId, span(now, hasEnough ? windowDays : 0), {
          planned: { metric, windowDays },
          purchases: recent.hasSignedOrders ? "signed" : "reported",
        });
  return {
    days: DAYS,
    visitors: recent.visitors,
    visitorsPerDay: recent.visitors / Math.max(1, Math.min(DAYS, (now.getTime() - recent.since) / DAY_MS)),
    hasSignedOrders: recent.hasSignedOrders,
    baseline: sums && baselineOf(metric, visitors, sums),
  };
}

interface Span {
  from: string;
  until: string;
}

function span(now: Date, endsDaysAgo: number): Span {
  const until = now.getTime() - endsDaysAgo * DAY_MS;
  return { from: new Date(until - DAYS * DAY_MS).toISOString(), until: new Date(until).toISOString() };
}

/** `since` is when the first of them came, in milliseconds: a site that is a week old has no four weeks of visitors. */
async function visitorsOf(
  sql: Sql,
  siteId: string,
  { from, until }: Span,
): Promise<{ visitors: number; since: number; hasSignedOrders: boolean }> {
  const [row] = await persevere(
    () => sql<{ visitors: number; since: string | null; signed: boolean }[]>`
      with persons as (${personsOf(sql, siteId, { from, until })})
      select count(*)::integer as visitors, min(at)::text as since,
        exists (
          select from orders where site_id = ${siteId} and signed and placed_at >= ${from}::text::timestamptz
        ) as signed
      from persons`,
  );
  const since = row?.since ?? null;
  return {
    visitors: row?.visitors ?? 0,
    since: since === null ? Date.parse(until) : Date.parse(since),
    hasSignedOrders: row?.signed ?? false,
  };
}

/** Persons who talked with the agent and count, each at their first talk. */
function personsOf(sql: Sql, siteId: string, { from, until }: Span) {
  return sql`
    select coalesce(visitors.alias_of, visitors.id) as person, min(conversations.opened_at) as at
    from conversations join visitors on visitors.id = conversations.visitor_id
    where conversations.site_id = ${siteId} and conversations.turns > 0
      and conversations.opened_at >= ${from}::text::timestamptz
      and conversations.opened_at < ${until}::text::timestamptz
    group by 1 having bool_and(visitors.left_out is null)`;
}

/** Null where the metric is 0 for everybody. */
async function sumsOf(
  sql: Sql,
  siteId: string,
  { from, until }: Span,
  { planned, purchases }: { planned: PlannedMetric; purchases: PurchaseTrust },
): Promise<SumsRow | null> {
  const [site] = await sql<{ currency: string }[]>`select currency from sites where id = ${siteId}`;
  const experiment = {
    plan: { metrics: [planned], guardrails: [], lookbackDays: 0, purchases },
    ...{ currency: site?.currency ?? "", stoppedAt: null },
  };
  const units = sql`
    select person as visitor_id, at as exposed_at
    from (${personsOf(sql, siteId, { from, until })} order by at desc limit ${PERSONS_MOST}) as persons`;
  const { winsoriseAt } = metricOf(planned.metric);
  const [row] = await persevere(
    () => sql<SumsRow[]>`
      with ${freshValues(sql, experiment, units)}, cap as (
        select percentile_cont(${winsoriseAt ?? 1}::double precision) within group (order by value) as value
        from fresh where value <> 0
      ), done as (
        select least(fresh.value, cap.value) as value, coalesce(over_value, 0) as over_value from fresh, cap
      )
      select sum(value) as value, sum(value * value) as squares, sum(over_value) as over,
        sum(over_value * over_value) as over_squares, sum(value * over_value) as products
      from done having count(*) > 0`,
  );
  return row ?? null;
}

function baselineOf(metric: MetricKey, visitors: number, row: SumsRow): Baseline | null {
  const { mean, variance } = momentsOf(metricSums(metric, visitors, row));
  return Number.isFinite(mean) && variance > 0 ? { metric, visitors, mean, variance } : null;
}

function metricSums(metric: MetricKey, units: number, row: SumsRow): MetricSums {
  const { kind } = metricOf(metric);
  if (kind !== "ratio") return { kind, units, sum: row.value, sumSquares: row.squares };
  return {
    kind,
    units,
    numerator: { sum: row.value, sumSquares: row.squares },
    denominator: { sum: row.over, sumSquares: row.over_squares },
    products: row.products,
  };
}
