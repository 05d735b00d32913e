/** What came of conversations [TRN-2], as conditions; acceptance is what `accepting-turns.ts` counts as one. */
import type postgres from "postgres";
import type { TalkOutcome } from "../insight/ports.ts";
import { lastTurnOf, lastTurnWithinWindow } from "./attribution.ts";
import type { Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** A talk that nothing was added to for so long is over. */
const OVER_AFTER_MINUTES = 30;

/**
 * A part of a `with`: `signs`, the conversations in which something was put in the cart or that led to a purchase, with its `type`.
 * @param scope a condition on `outcomes`.
 */
export function signsOf(sql: Queries, scope: Fragment): Fragment {
  return sql`signs as materialized (
    select told.conversation_id, outcomes.type
    from outcomes, lateral ${lastTurnOf(sql, sql`outcomes.conversation_id`, sql`outcomes.at`)} as told
    where ${scope} and outcomes.conversation_id is not null and outcomes.type in ('cart-add', 'purchase')
    union
    select told.conversation_id, outcomes.type
    from outcomes, lateral ${lastTurnWithinWindow(sql, sql`outcomes.visitor_id`, sql`outcomes.at`)} as told
    where ${scope} and outcomes.type = 'purchase' and outcomes.conversation_id is null
  )`;
}

/** Whether it is what came of a row of `conversations`; `signs` is an earlier part of the query's `with`. */
export function hasOutcome(sql: Queries, outcome: TalkOutcome): Fragment {
  switch (outcome) {
    case "bought":
      return sql`conversations.id in (select conversation_id from signs where type = 'purchase')`;
    case "accepted":
      return sql`(conversations.id in (select conversation_id from signs) or ${settledOnItem(sql)})`;
    case "person-asked":
      // As the index has it.
      return sql`exists (
        select from events where events.conversation_id = conversations.id and (
          type = 'human-asked' or type = 'messages-understood'
            and jsonb_path_exists(body, '$.messages[*].understanding.acts[*] ? (@ == "ask-human")')
        )
      )`;
    case "abandoned":
      return sql`(
        (conversations.closed_at is not null
          or conversations.last_event_at < now() - make_interval(mins => ${OVER_AFTER_MINUTES}::integer))
        and not ${hasOutcome(sql, "accepted")} and not ${hasOutcome(sql, "person-asked")}
      )`;
  }
}

/** The turn before showed the item: without one, the shopper came with it. */
function settledOnItem(sql: Queries): Fragment {
  return sql`exists (
    select from decisions where decisions.conversation_id = conversations.id and decisions.chosen and exists (
      select from decisions as earlier
      where earlier.conversation_id = decisions.conversation_id and earlier.position < decisions.position
    )
  )`;
}
