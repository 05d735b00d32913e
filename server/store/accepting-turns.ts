import type postgres from "postgres";
import { ATTRIBUTION_DAYS } from "./attribution.ts";
import type { Queries } from "./database.ts";

/** Conditions on `decisions` and on `outcomes`. */
export interface AcceptingScope {
  decisions: Fragment;
  outcomes: Fragment;
  /** What a person's last turn before a purchase is looked for in: `turns`, where the decisions in scope are all there are since some instant. */
  lastTurnsOf: Fragment;
}
type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** @param from an instant as text; "-infinity" for all time. */
export function siteSince(sql: Queries, siteId: string, from: string): AcceptingScope {
  return {
    decisions: sql`decisions.site_id = ${siteId} and decisions.at >= ${from}::text::timestamptz`,
    outcomes: sql`outcomes.site_id = ${siteId} and outcomes.at >= ${from}::text::timestamptz`,
    lastTurnsOf: sql`turns`,
  };
}

/**
 * Parts of a `with`: `turns`, the decisions, with what is needed to count them; `signs`, what showed that an item was accepted; and
 * `accepted`, for each conversation in which one was, the position of the turn that led to it: the agent's last one before the first
 * sign; and `accepted_by_agent`, the same of signs that no person was there for [TRN-8]. A sign is that the shopper settled on an item that was shown, put something in the cart, or bought, be it by an order of
 * the shop's within a week. All of it joins sets: looked up sign by sign, it takes many times as long.
 */
export function acceptingTurns(sql: Queries, { decisions, outcomes, lastTurnsOf }: AcceptingScope): Fragment {
  return sql`turns as materialized (
      select conversation_id, position, at, strategies, chosen, phase, sought from decisions where ${decisions}
    ), begun as materialized (
      select conversation_id, min(at) as at, min(position) as position from turns group by conversation_id
    ), chosen_first as (
      -- Who has settled on an item by the first turn came with it.
      select conversation_id, min(turns.position) as position, min(turns.at) as at
      from turns join begun using (conversation_id)
      where chosen and turns.position > begun.position group by conversation_id
    ), done_first as (
      -- An outcome may come after the range began, of a turn before it: that one tells nothing.
      select conversation_id, min(outcomes.at) as at from outcomes join begun using (conversation_id)
      where ${outcomes} and outcomes.type in ('cart-add', 'purchase') and outcomes.at >= begun.at
      group by conversation_id
    ), bought_outside as materialized (
      select row_number() over () as nth, outcomes.at, coalesce(visitors.alias_of, visitors.id) as person
      from outcomes join visitors on visitors.id = outcomes.visitor_id
      where ${outcomes} and outcomes.type = 'purchase' and outcomes.conversation_id is null
    ), bought_by as (
      select nth, at, person as visitor_id from bought_outside
      union all
      select nth, at, visitors.id from bought_outside join visitors on visitors.alias_of = person
    ), signs as (
      select conversation_id, max(turns.position) as position, min(chosen_first.at) as at
      from turns join chosen_first using (conversation_id)
      where turns.position < chosen_first.position group by conversation_id
      union all
      select conversation_id, max(turns.position), min(done_first.at) from turns join done_first using (conversation_id)
      where turns.at <= done_first.at group by conversation_id
      union all
      select last.conversation_id, last.position, last.at from (
        select distinct on (nth) told.conversation_id, told.position, bought_by.at
        from bought_by join conversations using (visitor_id)
          join ${lastTurnsOf} as told on told.conversation_id = conversations.id
        where told.at <= bought_by.at and told.at > bought_by.at - make_interval(days => ${ATTRIBUTION_DAYS}::integer)
        order by nth, told.at desc, told.position desc
      ) as last join begun using (conversation_id)
      -- Of turns in the range only.
      where last.position >= begun.position
    ), accepted as (
      select conversation_id, min(position) as position from signs group by conversation_id
    ), joined as materialized (
      select conversation_id, position, at from events
      where type = 'agent-joined' and conversation_id in (select conversation_id from begun)
    ), accepted_by_agent as (
      -- What came after a person had joined is not what the turn before led to.
      select conversation_id, min(signs.position) as position
      from signs
      where not exists (
        select from joined
        where joined.conversation_id = signs.conversation_id and joined.position > signs.position and joined.at <= signs.at
      )
      group by conversation_id
    )`;
}

/** A turn has three strategies at most, and perhaps a yield. Left to itself, the planner takes it for a hundred, and sorts what it would hash. */
const ACTS_MOST = 4;

/** The strategies of a row of `turns`, for a `lateral`: with `strategy`, one to a row. */
export function actsOf(sql: Queries): Fragment {
  return sql`(
    select strategy from jsonb_array_elements_text(strategies) as act(strategy) limit ${ACTS_MOST}::integer
  )`;
}
