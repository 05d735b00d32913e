/** The content gaps of a site's conversations, counted from the rows that each turn leaves. */
import type { CountedGap, GapLedger } from "../insight/ports.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";

/** Conversations and products named per gap; the counts are of all. */
const NAMED_MAX = 20;

interface GapRow {
  id: string;
  type: CountedGap["type"];
  topic: string;
  value: string;
  kind: string | null;
  times: number;
  conversations: number;
  last_at: string;
  example: string;
  conversation_ids: string[];
  products: CountedGap["products"];
}

export function gapRepository(sql: Sql): GapLedger {
  return {
    async mostFrequent(siteId, { since, limit }) {
      const from = since?.toISOString() ?? "-infinity";
      const rows = await persevere(() =>
        sql.begin(async (transaction) => {
          // Enough to count in memory what else would be sorted on the disk.
          await transaction`select set_config('work_mem', '64MB', true)`;
          return await transaction<GapRow[]>`
            with counted as (
              -- First per conversation, so that counting conversations needs no sorting.
              select gap, sum(times)::integer as times, count(*)::integer as conversations, max(last_at) as last_at
              from (
                select gap, conversation_id, count(*) as times, max(at) as last_at from content_gaps
                where site_id = ${siteId} and at >= ${from}::text::timestamptz
                group by gap, conversation_id
              ) as by_conversation
              group by gap order by conversations desc, times desc, last_at desc, gap limit ${limit}
            )
            select counted.gap::text as id, counted.times, counted.conversations, counted.last_at, latest.type, latest.topic, latest.value,
              latest.kind, latest.words as example, named.conversation_ids, coalesce(asked.products, '[]') as products
            from counted,
              lateral (
                select type, topic, value, kind, words from content_gaps
                where site_id = ${siteId} and gap = counted.gap and at >= ${from}::text::timestamptz
                order by at desc limit 1
              ) as latest,
              lateral (
                select jsonb_agg(distinct conversation_id) as conversation_ids from (
                  select conversation_id from content_gaps
                  where site_id = ${siteId} and gap = counted.gap and at >= ${from}::text::timestamptz
                  order by at desc limit ${NAMED_MAX}
                ) as recent
              ) as named,
              lateral (
                select jsonb_agg(
                  jsonb_build_object(
                    'sku', by_product.sku, 'title', listed.title, 'categories', coalesce(listed.categories, '[]'), 'times', times
                  ) order by times desc, by_product.sku
                ) as products
                from (
                  select sku, count(*) as times from content_gaps
                  where site_id = ${siteId} and gap = counted.gap and sku is not null
                    and at >= ${from}::text::timestamptz
                  group by sku order by times desc, sku limit ${NAMED_MAX}
                ) as by_product
                left join products as listed on listed.site_id = ${siteId} and listed.sku = by_product.sku
              ) as asked
            order by counted.conversations desc, counted.times desc, counted.last_at desc, counted.gap`;
        }),
      );
      return rows.map(({ last_at, conversation_ids, ...row }) => {
        return { ...row, lastAt: isoInstant(last_at), conversationIds: conversation_ids };
      });
    },
  };
}
