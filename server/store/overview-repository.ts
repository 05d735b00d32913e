/** Conversations, and what they brought, by spans of 24 hours: one query over what turns and outcomes left in rows. */
import type { OverviewCounts, OverviewLedger } from "../insight/overview.ts";
import { acceptingTurns, siteSince } from "./accepting-turns.ts";
import { ATTRIBUTION_DAYS } from "./attribution.ts";
import { persevere, prepareToCount, type Queries, type Sql } from "./database.ts";
import { countsForSite, leftOutVisitors, netOf } from "./outcome-repository.ts";

const MESSAGES_OF_ENGAGED = 2;

export function overviewRepository(sql: Sql): OverviewLedger {
  return {
    count: (siteId, range) =>
      persevere(() =>
        // One snapshot, so that the parts agree.
        sql.begin("isolation level repeatable read read only", async (transaction) => {
          await prepareToCount(transaction);
          const [from, until] = [range.from.toISOString(), range.until.toISOString()];
          const spans = [
            ...(await talksOf(transaction, siteId, from, until)),
            ...(await ordersOf(transaction, siteId, from, until)),
          ];
          const [site] = await transaction<{ currency: string }[]>`
            select currency from sites where id = ${siteId}`;
          if (!site) throw new Error(`no site ${siteId}`);
          return { currency: site.currency, spans };
        }),
      ),
    live: (siteId, { since, limit }) =>
      persevere(async () => {
        const rows = await sql<LiveRow[]>`
          with ${leftOutVisitors(sql, siteId)}, going as (
            select id, opened_at, last_event_at from conversations
            where site_id = ${siteId} and opened_at >= ${since.toISOString()}::text::timestamptz - interval '1 day'
              and last_event_at >= ${since.toISOString()}::text::timestamptz and seq > 0
              and closed_at is null and erased_at is null and ${countsForSite(sql, sql`conversations.visitor_id`)}
          )
          select id, opened_at as "openedAt", last_event_at as "lastEventAt", (select count(*)::integer from going) as of,
            (select count(*)::integer from events where conversation_id = going.id and type = 'message-stored') as messages
          from going order by last_event_at desc limit ${limit}`;
        return {
          conversations: rows[0]?.of ?? 0,
          latest: rows.map(({ id, openedAt, lastEventAt, messages }) => {
            return { id, openedAt: iso(openedAt), lastEventAt: iso(lastEventAt), messages };
          }),
        };
      }),
  };
}

interface LiveRow {
  id: string;
  openedAt: Date | string;
  lastEventAt: Date | string;
  of: number;
  messages: number;
}

type Spans = OverviewCounts["spans"];

/** Of conversations that were opened in the range and in which something was said. */
async function talksOf(sql: Queries, siteId: string, from: string, until: string): Promise<Spans> {
  return await sql<Spans>`
    with ${leftOutVisitors(sql, siteId)}, talks as materialized (
      select id as conversation_id, ${spanOf(sql, sql`opened_at`, from)} as span from conversations
      where site_id = ${siteId} and opened_at >= ${from}::text::timestamptz and opened_at < ${until}::text::timestamptz
        and seq > 0 and erased_at is null and ${countsForSite(sql, sql`conversations.visitor_id`)}
    ), ${acceptingTurns(sql, siteSince(sql, siteId, from))}, engaging as (
      select conversation_id from talks join events using (conversation_id)
      where type = 'message-stored' group by conversation_id having count(*) >= ${MESSAGES_OF_ENGAGED}
    )
    select span, count(*)::integer as conversations, count(engaging.conversation_id)::integer as engaged,
      count(accepted.conversation_id)::integer as accepted, 0 as orders, 0 as revenue
    from talks left join engaging using (conversation_id) left join accepted using (conversation_id) group by span`;
}

/**
 * Of orders that were placed in the range and are owed to a conversation, whenever that was: the person had heard a turn
 * within a week before. Whether it showed an item of the order makes no difference here.
 */
async function ordersOf(sql: Queries, siteId: string, from: string, until: string): Promise<Spans> {
  const week = sql`make_interval(days => ${ATTRIBUTION_DAYS}::integer)`;
  return await sql<Spans>`
    with ${leftOutVisitors(sql, siteId)}, done as materialized (
      select order_id, coalesce(visitors.alias_of, visitors.id) as person, placed_at as at, ${netOf(sql)} as net
      from orders join sites on sites.id = orders.site_id join visitors on visitors.id = orders.visitor_id
      where orders.site_id = ${siteId} and placed_at >= ${from}::text::timestamptz and placed_at < ${until}::text::timestamptz
        and cancelled_at is null and ${countsForSite(sql, sql`orders.visitor_id`)}
    ), done_by as (
      select order_id, at, person as visitor_id from done
      union all
      select order_id, at, visitors.id from done join visitors on visitors.alias_of = person
    ), heard as materialized (
      select conversation_id, at from decisions
      where site_id = ${siteId} and at > ${from}::text::timestamptz - ${week} and at < ${until}::text::timestamptz
    ), owed as (
      select order_id from done_by
        join conversations using (visitor_id) join heard on heard.conversation_id = conversations.id
      where heard.at <= done_by.at and heard.at > done_by.at - ${week}
    )
    select ${spanOf(sql, sql`done.at`, from)} as span, 0 as conversations, 0 as engaged, 0 as accepted,
      count(*)::integer as orders, coalesce(sum(net), 0)::float8 as revenue
    from done where order_id in (select order_id from owed) group by span`;
}

/** In which 24 hours from the beginning on an instant is. */
function spanOf(sql: Queries, at: ReturnType<typeof netOf>, from: string) {
  return sql`floor(extract(epoch from ${at} - ${from}::text::timestamptz) / 86400)::integer`;
}

function iso(instant: Date | string): string {
  return new Date(instant).toISOString();
}
