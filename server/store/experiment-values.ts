/**
 * What the persons of an experiment have done, metric by metric, read from what was stored [EXP-4]: one place says what each
 * metric is in rows. Outcomes count from the exposure on, for the metric's days, and before the experiment stopped; the same
 * before the exposure makes the figures more precise [EXP-8], so nothing in it may come from after.
 */
import type postgres from "postgres";
import type { MetricKey } from "../experiment/metrics.ts";
import type { ExperimentPlan } from "../experiment/plan.ts";
import type { Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

export interface MeasuredExperiment {
  plan: Pick<ExperimentPlan, "metrics" | "guardrails" | "lookbackDays" | "purchases">;
  /** ISO 4217: orders in another currency are conversions without revenue. */
  currency: string;
  /** As the database writes instants; null while it goes on. */
  stoppedAt: string | null;
}

/** A panel closed so soon after it opened was not wanted. */
const QUICK_SECONDS = 5;
/** A page that did not respond for longer has another trouble; one broken clock must not move a mean. */
const DELAY_MOST_MS = 60_000;
const MESSAGES_OF_ENGAGED = 2;

/** What a metric is of one person, over the rows of its source. */
interface Measure {
  source: Source;
  value(span: Fragment): Fragment;
  /** What a ratio is over. A ratio has no past: its figures take none. */
  over?(span: Fragment): Fragment;
}
type Source = "orders" | "outcomes" | "messages" | "requests";

/**
 * Parts of a `with`, the last of which, `fresh (visitor_id, metric, value, over_value, before_value)`, holds what there is but zeros.
 * @param units a query of `visitor_id` (a person's root), `exposed_at`.
 */
export function freshValues(sql: Queries, experiment: MeasuredExperiment, units: Fragment): Fragment {
  const { plan, stoppedAt } = experiment;
  const planned = [...plan.metrics, ...plan.guardrails];
  const windows = new Map(planned.map(({ metric, windowDays }) => [metric, windowDays]));
  const measures = measuresOf(sql, experiment);
  const sources: Source[] = ["orders", "outcomes", "messages", "requests"];
  const folds = sources.flatMap((source) => {
    const keys = [...windows.keys()].filter((key) => measures[key].source === source);
    return keys.length === 0 ? [] : [foldSource(source, keys)];
  });
  return sql`units as materialized (
      select counted.visitor_id, counted.exposed_at, ${stoppedAt ?? "infinity"}::text::timestamptz as ends_at
      from (${units}) as counted
    ), members as materialized (
      select visitor_id, visitor_id as member_id, exposed_at, ends_at from units
      union all
      select units.visitor_id, visitors.id, exposed_at, ends_at from units join visitors on visitors.alias_of = units.visitor_id
    ), fresh as (
      select visitor_id, metric, value::double precision, over_value::double precision, before_value::double precision
      from (${folds.reduce((all, fold) => sql`${all} union all ${fold}`)}) as folded
      where value <> 0 or over_value <> 0 or before_value <> 0
    )`;

  function foldSource(source: Source, keys: MetricKey[]): Fragment {
    const columns = keys.map((key, place) => {
      const { value, over } = measures[key];
      const during = sql`(at >= exposed_at and at < least(exposed_at + ${windows.get(key) ?? 0}::double precision * interval '1 day', ends_at))`;
      const before = sql`(at < exposed_at)`;
      // Where nothing matches, a sum is null.
      return sql`coalesce(${value(during)}, 0)::numeric as ${sql(`value_${place}`)},
        ${over ? sql`coalesce(${over(during)}, 0)` : sql`null`}::numeric as ${sql(`over_${place}`)},
        ${over || plan.lookbackDays <= 0 ? sql`0` : sql`coalesce(${value(before)}, 0)`}::numeric as ${sql(`before_${place}`)}`;
    });
    const lines = keys.map(
      (key, place) =>
        sql`(${key}::text, ${sql(`value_${place}`)}, ${sql(`over_${place}`)}, ${sql(`before_${place}`)})`,
    );
    return sql`select visitor_id, measured.* from (
        select visitor_id, ${joined(sql, columns)} from (${rowsOf(sql, source, experiment)}) as ${sql(source)} group by visitor_id
      ) as summed, lateral (values ${joined(sql, lines)}) as measured (metric, value, over_value, before_value)`;
  }
}

function measuresOf(sql: Queries, { currency }: MeasuredExperiment): Record<MetricKey, Measure> {
  const anyOf = (condition: Fragment) => (span: Fragment) =>
    sql`max(1) filter (where ${condition} and ${span})`;
  const isKept = sql`(cancelled_at is null or cancelled_at >= case when at < exposed_at then exposed_at else ends_at end)`;
  const isRevenue = sql`(${isKept} and currency = ${currency})`;
  const revenue = (span: Fragment) =>
    sql`sum(greatest(0, value - refunded)) filter (where ${isRevenue} and ${span})`;
  const ofType = (type: string) => sql`type = ${type}`;
  // Products by conversation: shown twice is shown once. Who opened one was shown it, whatever the page told.
  const items = (types: Fragment) => (span: Fragment) =>
    sql`count(distinct (conversation_id, sku)) filter (where type in (${types}) and ${span})`;
  const delay = sql`least(greatest(value, 0), ${DELAY_MOST_MS})`;
  const isComplaint = sql`((type = 'turn-rate' and value < 0) or (type = 'satisfaction' and value <= 2))`;
  return {
    conversion: { source: "orders", value: anyOf(isKept) },
    revenue: { source: "orders", value: revenue },
    "order-value": {
      source: "orders",
      value: revenue,
      over: (span) => sql`count(*) filter (where ${isRevenue} and ${span})`,
    },
    "cart-add": { source: "outcomes", value: anyOf(ofType("cart-add")) },
    "card-click": {
      source: "outcomes",
      value: items(sql`'card-click'`),
      over: items(sql`'card-click', 'card-view'`),
    },
    engaged: {
      source: "messages",
      value: (span) => sql`max(1) filter (where nth >= ${MESSAGES_OF_ENGAGED} and ${span})`,
    },
    satisfaction: {
      source: "outcomes",
      value: (span) => sql`sum(value::numeric) filter (where type = 'satisfaction' and ${span})`,
      over: (span) => sql`count(value) filter (where type = 'satisfaction' and ${span})`,
    },
    dismissal: { source: "outcomes", value: anyOf(ofType("opening-dismiss")) },
    "quick-close": { source: "outcomes", value: anyOf(sql`closed_quickly`) },
    "human-asked": { source: "requests", value: anyOf(sql`true`) },
    complaint: { source: "outcomes", value: anyOf(isComplaint) },
    "page-delay": {
      source: "outcomes",
      value: (span) => sql`sum(${delay}::numeric) filter (where type = 'page-delay' and ${span})`,
      over: (span) => sql`count(value) filter (where type = 'page-delay' and ${span})`,
    },
  };
}

/** The rows that a source's measures are folded over: of persons, with the instant of each and what it is judged by. */
function rowsOf(sql: Queries, source: Source, { plan }: MeasuredExperiment): Fragment {
  const isNear = (at: Fragment) =>
    sql`${at} >= exposed_at - ${plan.lookbackDays}::double precision * interval '1 day' and ${at} < ends_at`;
  const messages = (type: string) => sql`
    select members.visitor_id, exposed_at, ends_at, conversation_id, position, at
    from members join events on events.visitor_id = member_id
    where type = ${type} and client_id is not null and ${isNear(sql`at`)}`;
  switch (source) {
    case "orders":
      return sql`
        select members.visitor_id, exposed_at, ends_at, placed_at as at, coalesce(orders.value, 0) as value, currency, cancelled_at,
          refunds.value as refunded
        from members join orders on orders.visitor_id = member_id, lateral (
          select coalesce(sum(order_refunds.value), 0) as value from order_refunds
          where order_refunds.site_id = orders.site_id and order_refunds.order_id = orders.order_id
            and order_refunds.currency = orders.currency
            and order_refunds.at < case when placed_at < exposed_at then exposed_at else ends_at end
        ) as refunds
        where ${isNear(sql`placed_at`)} ${plan.purchases === "signed" ? sql`and signed` : sql``}`;
    case "outcomes":
      return sql`
        select members.visitor_id, exposed_at, ends_at, conversation_id, type, coalesce(sku, '') as sku, value, at,
          type = 'panel-close' and exists (
            select from outcomes as opening
            where opening.visitor_id = outcomes.visitor_id and opening.type = 'panel-open'
              and opening.at <= outcomes.at and opening.at >= outcomes.at - ${QUICK_SECONDS} * interval '1 second'
          ) as closed_quickly
        from members join outcomes on outcomes.visitor_id = member_id where ${isNear(sql`at`)}`;
    case "messages":
      return sql`
        select said.*, row_number() over (
          partition by visitor_id, conversation_id, at >= exposed_at order by position
        ) as nth
        from (${messages("message-stored")}) as said`;
    case "requests":
      return messages("human-asked");
  }
}

function joined(sql: Queries, parts: Fragment[]): Fragment {
  return parts.reduce((all, part) => sql`${all}, ${part}`);
}
