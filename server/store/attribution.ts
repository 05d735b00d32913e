/**
 * Which turn a cart addition or an order is owed to [OUT-6]: one of the person's last conversation, if that was within a week. The
 * last turn that showed one of its items has led to it directly; where none did, the last turn has assisted.
 */
import type postgres from "postgres";
import type { Queries } from "./database.ts";
import { visitorsOfPerson } from "./persons.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** How long after a person's last turn what they do still counts as its doing. */
export const ATTRIBUTION_DAYS = 7;

/**
 * The last turn before something that was done outside a conversation, as a subquery of `conversation_id` and `position` with a row
 * at the most. @param visitorId and `at`: expressions of who did it and when.
 */
export function lastTurnWithinWindow(sql: Queries, visitorId: Fragment, at: Fragment): Fragment {
  return sql`(
    select decisions.conversation_id, decisions.position
    from conversations join decisions on decisions.conversation_id = conversations.id
    where conversations.visitor_id in ${visitorsOfPerson(sql, visitorId)} and decisions.at <= ${at}
      and decisions.at > ${at} - make_interval(days => ${ATTRIBUTION_DAYS}::integer)
    order by decisions.at desc limit 1
  )`;
}

/** The last turn before something that was done in a conversation, in the same form. */
export function lastTurnOf(sql: Queries, conversationId: Fragment, at: Fragment): Fragment {
  return sql`(
    select conversation_id, position from decisions
    where decisions.conversation_id = ${conversationId} and decisions.at <= ${at}
    order by position desc limit 1
  )`;
}

/**
 * The turn that each row of `source`, an earlier part of a `with`, is owed to: for a `lateral`, with `conversation_id`, `position`
 * and `direct`. A row has `site_id`, `visitor_id`, `conversation_id` (null outside one), `at` and `items` (a JSON array of
 * objects with a `sku`).
 */
export function owedTurn(sql: Queries, source: string): Fragment {
  const done = sql(source);
  return sql`(
    select told.conversation_id, coalesce(shown.position, told.position) as position, shown.position is not null as direct
    from (
      select * from ${lastTurnOf(sql, sql`${done}.conversation_id`, sql`${done}.at`)} as own
      union all
      select * from ${lastTurnWithinWindow(sql, sql`${done}.visitor_id`, sql`${done}.at`)} as recent
      where ${done}.conversation_id is null
    ) as told left join lateral (
      select decisions.position from decisions join events using (conversation_id, position)
      where decisions.conversation_id = told.conversation_id and decisions.at <= ${done}.at and exists (
        select from jsonb_array_elements(events.body #> '{turn,cards}') as card, jsonb_array_elements(${done}.items) as item
        where card ->> 'sku' = item ->> 'sku' or exists (
          select from variants
          where variants.site_id = ${done}.site_id and variants.sku = item ->> 'sku' and variants.product_sku = card ->> 'sku'
        )
      )
      order by decisions.position desc limit 1
    ) as shown on true
  )`;
}
