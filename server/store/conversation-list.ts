/** A site's conversations as a merchant looks through them [TRN-1]: which they are, page by page, and what is told of each. */
import type postgres from "postgres";
import type { ConversationList, ListedRange, ListPlace } from "../insight/ports.ts";
import { persevere, type Queries, type Sql } from "./database.ts";
import { describeListed } from "./describe-listed.ts";
import { isLive, isWaiting } from "./live-conversations.ts";
import { readWords, saysWords } from "./search-words.ts";
import { hasOutcome, signsOf } from "./talk-outcomes.ts";

export function conversationList(sql: Sql): ConversationList {
  return {
    list: (siteId, range) =>
      persevere(() =>
        sql.begin(async (transaction) => {
          // How many conversations a filter leaves decides how it is best looked for: each query is planned for its own values.
          await transaction`select set_config('plan_cache_mode', 'force_custom_plan', true),
            set_config('work_mem', '32MB', true)`;
          const words = await readWords(transaction, range.words);
          if (words === "") return { conversations: [], next: null };
          const found = await findPlaces(transaction, siteId, range, words);
          const places = found.slice(0, range.limit);
          const conversations = await describeListed(
            transaction,
            places.map(({ id }) => id),
            words,
          );
          return { conversations, next: found.length > range.limit ? (places.at(-1) ?? null) : null };
        }),
      ),
  };
}

/** One more than asked for, where there are so many: then there is a next page. */
async function findPlaces(
  sql: Queries,
  siteId: string,
  range: ListedRange,
  words: string | null,
): Promise<ListPlace[]> {
  const conditions = conditionsOf(sql, siteId, range, words);
  const parts = [
    ...(range.outcome ? [signsOf(sql, sql`outcomes.site_id = ${siteId}`)] : []),
    // By the index first, for whether a conversation has the words is dear to find out one by one.
    ...(words === null
      ? []
      : [sql`said as materialized (select conversation_id from events where ${saysWords(sql, words)})`]),
  ];
  return await sql<ListPlace[]>`
    ${parts.length === 0 ? sql`` : parts.map((part, index) => (index === 0 ? sql`with ${part}` : sql`, ${part}`))}
    select id, to_char(opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "openedAt"
    from conversations
    where site_id = ${siteId}
    ${conditions.map((condition) => sql`and ${condition}`)}
    order by conversations.opened_at desc, id desc limit ${range.limit + 1}`;
}

function conditionsOf(
  sql: Queries,
  siteId: string,
  { strategy, outcome, state, mode, gap, from, before, after }: ListedRange,
  words: string | null,
): postgres.PendingQuery<postgres.Row[]>[] {
  return [
    sql`turns + seq > 0 and erased_at is null`,
    ...(from ? [sql`opened_at >= ${from.toISOString()}::text::timestamptz`] : []),
    ...(before ? [sql`opened_at < ${before.toISOString()}::text::timestamptz`] : []),
    ...(after
      ? [sql`(opened_at, id) < (${after.openedAt}::text::timestamptz, ${after.id}::text::uuid)`]
      : []),
    ...(mode ? [sql`mode = ${mode}`] : []),
    ...(outcome ? [hasOutcome(sql, outcome)] : []),
    ...(state ? [state === "live" ? isLive(sql) : isWaiting(sql)] : []),
    ...(gap === undefined
      ? []
      : [
          sql`id in (select conversation_id from content_gaps where site_id = ${siteId} and gap = ${gap}::text::bigint)`,
        ]),
    ...(strategy
      ? [
          sql`exists (
            select from decisions
            where decisions.conversation_id = conversations.id and jsonb_exists(strategies, ${strategy})
          )`,
        ]
      : []),
    ...(words === null ? [] : [sql`id in (select conversation_id from said)`]),
  ];
}
