/**
 * What a site's visitors did of late, for the power calculator [EXP-9]: taken as if each had been in an experiment from their first
 * talk in the time looked at.
 */
import { METRIC_KEYS, type MetricKey, metricOf } from "../experiment/metrics.ts";
import { BASELINE_VISITORS_LEAST, type Baseline, type SiteHistory } from "../experiment/site-history.ts";
import { type MetricSums, momentsOf } from "../experiment/statistics/moments.ts";
import { persevere, type Sql } from "./database.ts";

const DAY_MS = 86_400_000;
const DAYS = 28;

interface SumsRow {
  metric: MetricKey;
  value: number;
  squares: number;
  over: number;
  over_squares: number;
  products: number;
}

/** @param windowDays outcomes count for so long; visitors whose time is not over are left out where the others are enough. */
export async function siteHistory(
  sql: Sql,
  siteId: string,
  { windowDays, now }: { windowDays: number; now: Date },
): Promise<SiteHistory> {
  const [recent, whole] = await Promise.all([
    visitorsOf(sql, siteId, span(now, 0)),
    visitorsOf(sql, siteId, span(now, windowDays)),
  ]);
  const hasEnough = whole.visitors >= BASELINE_VISITORS_LEAST;
  const measured = hasEnough ? whole : recent;
  const rows =
    measured.visitors === 0
      ? []
      : await sumsOf(sql, siteId, { ...span(now, hasEnough ? windowDays : 0), windowDays });
  return {
    days: DAYS,
    visitors: recent.visitors,
    visitorsPerDay: recent.visitors / Math.max(1, Math.min(DAYS, (now.getTime() - recent.since) / DAY_MS)),
    hasSignedOrders: recent.hasSignedOrders,
    baselines: METRIC_KEYS.flatMap((metric) => baselineOf(metric, measured.visitors, rows) ?? []),
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

/** Metrics that are not named in the answer are 0 for everybody, or are not told of here. */
function sumsOf(
  sql: Sql,
  siteId: string,
  { from, until, windowDays }: Span & { windowDays: number },
): Promise<SumsRow[]> {
  return persevere(
    () => sql<SumsRow[]>`
      with persons as (${personsOf(sql, siteId, { from, until })}),
      identities as (
        select person, at, at + make_interval(days => ${windowDays}::integer) as until, person as visitor_id from persons
        union all
        select person, at, at + make_interval(days => ${windowDays}::integer), visitors.id
        from persons join visitors on visitors.alias_of = persons.person
      ),
      told as (
        select person, outcomes.type, outcomes.value
        from identities join outcomes on outcomes.visitor_id = identities.visitor_id
        where outcomes.site_id = ${siteId} and outcomes.at >= identities.at and outcomes.at < identities.until
      ),
      bought as (
        select person, count(*)::double precision as orders,
          sum(coalesce(orders.value, 0) - orders.refunded)::double precision as revenue
        from identities join orders on orders.visitor_id = identities.visitor_id
        where orders.site_id = ${siteId} and orders.cancelled_at is null and orders.placed_at is not null
          and orders.placed_at >= identities.at and orders.placed_at < identities.until
          and orders.currency = (select currency from sites where id = ${siteId})
        group by person
      ),
      written as (
        select person, conversations.id, count(*) filter (where events.type = 'message-stored') as messages,
          bool_or(events.type = 'human-asked') as human_asked
        from identities join conversations on conversations.visitor_id = identities.visitor_id
          join events on events.conversation_id = conversations.id
        where conversations.site_id = ${siteId} and conversations.opened_at >= identities.at
          and conversations.opened_at < identities.until and events.type in ('message-stored', 'human-asked')
        group by person, conversations.id
      ),
      cap as (select percentile_cont(0.999) within group (order by revenue) as revenue from bought where revenue <> 0),
      done (metric, value, over) as (
        select 'conversion', 1, 0 from bought
        union all select 'revenue', least(bought.revenue, cap.revenue), 0 from bought, cap
        union all select 'order-value', revenue, orders from bought
        union all select 'cart-add', 1, 0 from told where type = 'cart-add' group by person
        union all select 'dismissal', 1, 0 from told where type = 'opening-dismiss' group by person
        union all select 'complaint', 1, 0 from told
          where (type = 'turn-rate' and value < 0) or (type = 'satisfaction' and value <= 2) group by person
        union all select 'satisfaction', sum(value), count(*) from told where type = 'satisfaction' group by person
        union all select 'engaged', 1, 0 from written where messages >= 2 group by person
        union all select 'human-asked', 1, 0 from written where human_asked group by person
      )
      select metric, sum(value)::double precision as value, sum(value * value)::double precision as squares,
        sum(over)::double precision as over, sum(over * over)::double precision as over_squares,
        sum(value * over)::double precision as products
      from done group by metric`,
  );
}

function baselineOf(metric: MetricKey, visitors: number, rows: readonly SumsRow[]): Baseline | null {
  const row = rows.find((one) => one.metric === metric);
  if (!row) return null;
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
