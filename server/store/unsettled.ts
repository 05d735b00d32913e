/**
 * Notes of whom something was stored that no experiment's figures hold yet. A note commits together with what it is about, so
 * that whoever settles finds both or neither. A site that measures nothing takes none.
 */
import type postgres from "postgres";
import type { Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * A part of a `with`, called `name`: notes the visitors of another part's rows, which has the columns `site_id` and
 * `visitor_id`. Rows without a visitor are passed over.
 */
export function unsettling(sql: Queries, source: string, name = "unsettled"): Fragment {
  return sql`${sql(name)} as (
    insert into unsettled_visitors (site_id, visitor_id)
    select distinct changed.site_id, changed.visitor_id from ${sql(source)} as changed
    where changed.visitor_id is not null and ${isMeasured(sql, sql`changed.site_id`)}
  )`;
}

/**
 * The same as a statement of its own, for what changes figures even of experiments that have stopped: who somebody is or was, who is
 * erased, and what becomes of an order that was placed before.
 */
export async function markUnsettled(
  sql: Queries,
  siteId: string,
  visitorIds: readonly string[],
): Promise<void> {
  if (visitorIds.length === 0) return;
  await sql`
    insert into unsettled_visitors (site_id, visitor_id)
    select ${siteId}::uuid, visitor::uuid from unnest(string_to_array(${visitorIds.join()}, ',')) as visitor
    where exists (select from experiments where experiments.site_id = ${siteId} and experiments.state <> 'draft')`;
}

/** What is stored at the moment of a stop may bear an instant before it, and be committed after it. */
function isMeasured(sql: Queries, siteId: Fragment): Fragment {
  return sql`exists (
    select from experiments where experiments.site_id = ${siteId}
      and (experiments.state in ('running', 'paused') or experiments.stopped_at > clock_timestamp() - interval '1 hour'))`;
}
