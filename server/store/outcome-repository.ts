/** What came of a site's conversations: orders and cart additions, whom they are owed to, and what was not counted. */
import type postgres from "postgres";
import type { Strategy } from "../dialogue/strategies.ts";
import { LEFT_OUT, type LeftOut } from "../experiment/plan.ts";
import type { OutcomeLedger, OutcomeSummary } from "../insight/ports.ts";
import { owedTurn } from "./attribution.ts";
import { persevere, prepareToCount, type Queries, type Sql } from "./database.ts";
import type { OutcomeRefusalCounter } from "./refusal-counter.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

export function outcomeRepository(sql: Sql, refusals: OutcomeRefusalCounter): OutcomeLedger {
  return {
    async summary(siteId, { since }) {
      await refusals.flush();
      const from = since?.toISOString() ?? "-infinity";
      return await persevere(() =>
        // One snapshot, so that the parts agree.
        sql.begin("isolation level repeatable read read only", async (transaction) => {
          await prepareToCount(transaction);
          return {
            ...(await readOrders(transaction, siteId, from)),
            ...(await readAttributed(transaction, siteId, from)),
            ...(await readUncounted(transaction, siteId, from)),
          };
        }),
      );
    },
  };
}

/** In minor units of the site's currency; of an order in another, nothing. Cancelled orders are worth nothing. */
export const netOf = (sql: Queries) => sql`
  case when orders.cancelled_at is null and orders.currency = sites.currency then orders.value - orders.refunded else 0 end`;

/** A part of a `with`: the visitors of the site's left-out persons. There are few of them, so they are found once for all rows. */
export const leftOutVisitors = (sql: Queries, siteId: string) => sql`
  left_out_persons as materialized (
    select distinct coalesce(alias_of, id) as person from visitors where site_id = ${siteId} and left_out is not null
  ), left_out_visitors as materialized (
    select person as id from left_out_persons
    union all select visitors.id from visitors join left_out_persons on visitors.alias_of = person
  )`;
/** Needs the part above. @param visitorId an expression; of nobody known, it counts. */
export const countsForSite = (sql: Queries, visitorId: Fragment) =>
  sql`not exists (select from left_out_visitors where left_out_visitors.id = ${visitorId})`;

async function readOrders(sql: Queries, siteId: string, from: string) {
  const [row] = await sql<Pick<OutcomeSummary, "currency" | "orders" | "revenue" | "cartAdds">[]>`
    with ${leftOutVisitors(sql, siteId)}
    select sites.currency,
      jsonb_build_object('placed', count(orders.order_id), 'signed', count(*) filter (where signed),
        'cancelled', count(cancelled_at), 'foreign', count(*) filter (where is_foreign)) as orders,
      jsonb_build_object(
        'net', coalesce(sum(net), 0),
        'gross', coalesce(sum(value) filter (where not is_foreign), 0),
        'refunded', coalesce(sum(refunded) filter (where not is_foreign and cancelled_at is null), 0),
        'cancelled', coalesce(sum(value) filter (where not is_foreign and cancelled_at is not null), 0)
      ) as revenue,
      (
        select count(*)::integer from outcomes
        where outcomes.site_id = sites.id and outcomes.at >= ${from}::text::timestamptz and outcomes.type = 'cart-add'
          and ${countsForSite(sql, sql`outcomes.visitor_id`)}
      ) as "cartAdds"
    from sites left join lateral (
      select orders.*, orders.currency <> sites.currency as is_foreign, ${netOf(sql)} as net from orders
      where orders.site_id = sites.id and orders.placed_at >= ${from}::text::timestamptz
        and ${countsForSite(sql, sql`orders.visitor_id`)}
    ) as orders on true
    where sites.id = ${siteId} group by sites.id`;
  if (row === undefined) throw new Error(`no site ${siteId}`);
  return row;
}

interface AttributedRow {
  totals: { kind: "order" | "cart-add"; direct: boolean; times: number; net: number }[];
  strategies: { strategy: Strategy; orders: number; direct: number; net: number; cartAdds: number }[];
  arms: { experiment: string; arm: string; orders: number; net: number; cartAdds: number }[];
}

async function readAttributed(sql: Queries, siteId: string, from: string) {
  const sums = sql`
    count(*) filter (where kind = 'order') as orders, coalesce(sum(net), 0) as net,
    count(*) filter (where kind = 'cart-add') as "cartAdds"`;
  const [row] = await sql<AttributedRow[]>`
    with ${leftOutVisitors(sql, siteId)}, done as materialized (
      select 'order' as kind, orders.site_id, visitor_id, null::uuid as conversation_id, placed_at as at, items, ${netOf(sql)} as net
      from orders join sites on sites.id = orders.site_id
      where orders.site_id = ${siteId} and placed_at >= ${from}::text::timestamptz and cancelled_at is null
        and ${countsForSite(sql, sql`orders.visitor_id`)}
      union all
      select 'cart-add', site_id, visitor_id, conversation_id, at,
        case when sku is null then '[]' else jsonb_build_array(jsonb_build_object('sku', sku)) end, 0
      from outcomes
      where site_id = ${siteId} and at >= ${from}::text::timestamptz and type = 'cart-add'
        and ${countsForSite(sql, sql`outcomes.visitor_id`)}
    ), owed as materialized (
      select kind, net, turn.* from done, lateral ${owedTurn(sql, "done")} as turn
    )
    select
      (select coalesce(jsonb_agg(each), '[]') from (
        select kind, direct, count(*) as times, sum(net) as net from owed group by kind, direct
      ) as each) as totals,
      (select coalesce(jsonb_agg(each order by net desc, orders desc, strategy), '[]') from (
        select strategy, count(*) filter (where kind = 'order' and direct) as direct, ${sums}
        from owed join decisions using (conversation_id, position),
          lateral jsonb_array_elements_text(strategies) as act(strategy)
        where strategy <> 'yield' group by strategy
      ) as each) as strategies,
      (select coalesce(jsonb_agg(each order by experiment, arm), '[]') from (
        select experiments.key as experiment, placed.arm, ${sums}
        from owed join conversations on conversations.id = owed.conversation_id,
          lateral jsonb_to_recordset(placements) as placed("experimentId" uuid, arm text), experiments
        where experiments.id = placed."experimentId" group by experiments.key, placed.arm
      ) as each) as arms`;
  const { totals = [], strategies = [], arms = [] } = row ?? {};
  const share = (direct: boolean) => {
    const of = (kind: string) => totals.find((each) => each.kind === kind && each.direct === direct);
    return {
      orders: of("order")?.times ?? 0,
      net: of("order")?.net ?? 0,
      cartAdds: of("cart-add")?.times ?? 0,
    };
  };
  return { attributed: { direct: share(true), assisted: share(false) }, strategies, arms };
}

async function readUncounted(sql: Queries, siteId: string, from: string) {
  const counted = await sql<{ reason: string; times: string }[]>`
    select reason, sum(count) as times from outcome_refusals
    where site_id = ${siteId} and day >= (${from}::text::timestamptz at time zone 'UTC')::date group by reason order by reason`;
  const visitors = await sql<{ reason: LeftOut; visitors: number }[]>`
    select left_out as reason, count(*)::integer as visitors from visitors
    where site_id = ${siteId} and left_out is not null and created_at >= ${from}::text::timestamptz group by left_out`;
  const times = new Map(counted.map((row) => [row.reason, Number(row.times)]));
  const leftOut = Object.fromEntries(
    LEFT_OUT.map((reason) => [
      reason,
      {
        visitors: visitors.find((row) => row.reason === reason)?.visitors ?? 0,
        outcomes: times.get(reason) ?? 0,
      },
    ]),
  ) as OutcomeSummary["leftOut"];
  const refused = [...times].filter(([reason]) => !LEFT_OUT.some((left) => left === reason));
  return { refused: Object.fromEntries(refused), leftOut };
}
