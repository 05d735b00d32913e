/**
 * Persons are what experiments count [EXP-1]: a visitor, together with the visitors that turned out to be the same one. Aliases
 * are one level deep: each names the person's root.
 */
import type postgres from "postgres";
import type { Queries } from "./database.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/**
 * The id of the person's root, as a scalar; null of a visitor that is not there.
 * @param visitorId an expression of type uuid that names no column of a table called `named`.
 */
export function personOf(sql: Queries, visitorId: Fragment): Fragment {
  return sql`(select coalesce(named.alias_of, named.id) from visitors as named where named.id = ${visitorId})`;
}

/** The ids of all visitors of the same person, as a subquery for `in`. @param visitorId as above. */
export function visitorsOfPerson(sql: Queries, visitorId: Fragment): Fragment {
  const root = personOf(sql, visitorId);
  return sql`(
    select own.id from visitors as own where own.id = ${root}
    union all select own.id from visitors as own where own.alias_of = ${root}
  )`;
}

/** Why the person counts in no experiment, as a scalar: of several reasons the first; null of who counts. */
export function leftOutOf(sql: Queries, visitorId: Fragment): Fragment {
  return sql`(
    select judged.left_out from visitors as judged
    where judged.id in ${visitorsOfPerson(sql, visitorId)} and judged.left_out is not null
    order by judged.created_at, judged.id limit 1
  )`;
}
