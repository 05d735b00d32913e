/** Who a visitor turns out to be [EXP-1]: the shop's own users, across devices and before they signed in. */
import { randomUUID } from "node:crypto";
import type { LeftOut } from "../experiment/plan.ts";
import type { Queries, Sql } from "./database.ts";
import { markUnsettled, unsettling } from "./unsettled.ts";

interface VisitorRow {
  id: string;
  user_id: string | null;
  alias_of: string | null;
}

export async function visitorByUser(sql: Queries, siteId: string, userId: string): Promise<string> {
  // Whoever comes second waits for the first and then finds the first's row.
  const [made] = await sql<{ id: string }[]>`
    insert into visitors (id, site_id, user_id) values (${randomUUID()}, ${siteId}, ${userId})
    on conflict (site_id, user_id) where user_id is not null do nothing returning id`;
  if (made !== undefined) return made.id;
  const [found] = await sql<{ id: string }[]>`
    select id from visitors where site_id = ${siteId} and user_id = ${userId}`;
  if (found === undefined) throw new Error("the visitor was erased at this moment");
  return found.id;
}

export async function identifyVisitor(
  sql: Sql,
  siteId: string,
  userId: string,
  visitorId: string | null,
): Promise<string> {
  const known = await sql<VisitorRow[]>`
    select id, user_id, alias_of from visitors
    where site_id = ${siteId} and (user_id = ${userId} or id = ${visitorId}::uuid)`;
  const user = known.find((row) => row.user_id === userId);
  const own = known.find((row) => row.id === visitorId);
  if (own === undefined || isSomebody(own)) return user?.id ?? (await visitorByUser(sql, siteId, userId));
  return await becomeUser(sql, siteId, userId, own.id);
}

/** Belongs to a user of the shop's already, which a shared device does not change. */
function isSomebody({ user_id, alias_of }: VisitorRow): boolean {
  return user_id !== null || alias_of !== null;
}

async function becomeUser(sql: Sql, siteId: string, userId: string, visitorId: string): Promise<string> {
  try {
    return await sql.begin(async (transaction) => {
      // Two tabs that sign in at once wait here for each other.
      const [own] = await transaction<VisitorRow[]>`
        select id, user_id, alias_of from visitors where id = ${visitorId} for update`;
      const [user] = await transaction<{ id: string }[]>`
        select id from visitors where site_id = ${siteId} and user_id = ${userId} for key share`;
      if (own === undefined || isSomebody(own))
        return user?.id ?? (await visitorByUser(transaction, siteId, userId));
      if (user === undefined) {
        await transaction`update visitors set user_id = ${userId} where id = ${visitorId}`;
        return visitorId;
      }
      await transaction`
        update visitors set alias_of = ${user.id} where id = ${visitorId} or alias_of = ${visitorId}`;
      await markUnsettled(transaction, siteId, [visitorId, user.id]);
      return user.id;
    });
  } catch (error) {
    // Another device signed in as the same user first: this one is theirs, then.
    const isTaken = error instanceof Error && "code" in error && error.code === "23505";
    if (!isTaken) throw error;
    return await becomeUser(sql, siteId, userId, visitorId);
  }
}

export async function leaveVisitorOut(
  sql: Sql,
  siteId: string,
  visitorId: string,
  reason: LeftOut,
): Promise<void> {
  await sql`
    with left_out as (
      update visitors set left_out = ${reason} where id = ${visitorId} and site_id = ${siteId} and left_out is null
      returning site_id, id as visitor_id
    ), ${unsettling(sql, "left_out")}
    select`;
}
