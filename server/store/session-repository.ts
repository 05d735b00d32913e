/** Sessions of signed-in members. A session ends after two weeks without use, and after sixty days in any case. */
import { and, eq, getTableColumns, gt, inArray, lt, or } from "drizzle-orm";
import type { SessionDesk } from "../admin/access/ports.ts";
import { type Database, persevere } from "./database.ts";
import { ADMIN_SITE, accountOf, memberOf } from "./member-repository.ts";
import { hashOfToken, newToken } from "./one-time-tokens.ts";
import { members, sessions, sites } from "./schema.ts";
import { storableText } from "./storable-json.ts";

const DAY_MS = 86_400_000;
export const IDLE_MS = 14 * DAY_MS;
export const LONGEST_MS = 60 * DAY_MS;
/** Use is noted this often, so that looking at pages does not write all the time. */
const NOTED_EVERY_MS = 5 * 60_000;
const USER_AGENT_MAX_LENGTH = 300;

export function sessionRepository({ query }: Database, now: () => Date = () => new Date()): SessionDesk {
  const before = (milliseconds: number) => new Date(now().getTime() - milliseconds);
  return {
    async open(memberId, userAgent) {
      const token = newToken();
      const tokenHash = hashOfToken(token);
      const at = now();
      // Whoever comes sweeps up what has ended.
      await query
        .delete(sessions)
        .where(or(lt(sessions.lastSeenAt, before(IDLE_MS)), lt(sessions.createdAt, before(LONGEST_MS))));
      await query.insert(sessions).values({
        ...{ tokenHash, memberId, createdAt: at, lastSeenAt: at },
        userAgent: storableText(userAgent.slice(0, USER_AGENT_MAX_LENGTH)),
      });
      return { token, tokenHash };
    },
    async read(token) {
      const tokenHash = hashOfToken(token);
      const [row] = await persevere(() =>
        query
          .select({ member: getTableColumns(members), site: ADMIN_SITE, lastSeenAt: sessions.lastSeenAt })
          .from(sessions)
          .innerJoin(members, eq(members.id, sessions.memberId))
          .innerJoin(sites, eq(sites.id, members.siteId))
          .where(
            and(
              eq(sessions.tokenHash, tokenHash),
              gt(sessions.lastSeenAt, before(IDLE_MS)),
              gt(sessions.createdAt, before(LONGEST_MS)),
            ),
          ),
      );
      if (row === undefined) return null;
      if (row.lastSeenAt < before(NOTED_EVERY_MS))
        await query.update(sessions).set({ lastSeenAt: now() }).where(eq(sessions.tokenHash, tokenHash));
      return { member: memberOf(row.member), site: row.site, tokenHash };
    },
    async close(tokenHash) {
      await query.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
    },
    async closeAll(memberId) {
      const account = query
        .select({ id: members.id })
        .from(members)
        .where(inArray(members.accountId, accountOf(query, memberId)));
      await query.delete(sessions).where(inArray(sessions.memberId, account));
    },
  };
}
