import type postgres from "postgres";
import { lastTurnOf, lastTurnWithinWindow } from "./attribution.ts";
import type { Queries } from "./database.ts";

/** Conditions on `decisions` and on `outcomes`. */
export interface AcceptingScope {
  decisions: Fragment;
  outcomes: Fragment;
}
type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** @param from an instant as text; "-infinity" for all time. */
export function siteSince(sql: Queries, siteId: string, from: string): AcceptingScope {
  return {
    decisions: sql`decisions.site_id = ${siteId} and decisions.at >= ${from}::text::timestamptz`,
    outcomes: sql`outcomes.site_id = ${siteId} and outcomes.at >= ${from}::text::timestamptz`,
  };
}

/**
 * Three parts of a `with`: `turns`, the decisions; `signs`, what showed that an item was accepted; and `accepted`, for each
 * conversation in which one was, the position of the turn that led to it: the agent's last one before the first sign. A
 * sign is that the shopper settled on an item that was shown, put something in the cart, or bought, be it by an
 * order of the shop's within a week.
 */
export function acceptingTurns(sql: Queries, { decisions, outcomes }: AcceptingScope): Fragment {
  return sql`turns as materialized (
      select conversation_id, position, at, strategies, chosen,
        lag(position) over (partition by conversation_id order by position) as before
      from decisions where ${decisions}
    ), signs as (
      select conversation_id, before as position from turns where chosen and before is not null
      union all
      select told.conversation_id, told.position
      from outcomes, lateral ${lastTurnOf(sql, sql`outcomes.conversation_id`, sql`outcomes.at`)} as told
      where ${outcomes} and outcomes.conversation_id is not null and outcomes.type in ('cart-add', 'purchase')
      union all
      select told.conversation_id, told.position
      from outcomes, lateral ${lastTurnWithinWindow(sql, sql`outcomes.visitor_id`, sql`outcomes.at`)} as told
      where ${outcomes} and outcomes.type = 'purchase' and outcomes.conversation_id is null
    ), accepted as (
      -- Of turns in the range only: an outcome may come after it began, of a turn before it.
      select conversation_id, min(signs.position) as position
      from signs join turns using (conversation_id, position) group by conversation_id
    )`;
}
