/** Members: the people who look after a site, their roles, passwords and one-time links. */
import { randomBytes, randomUUID } from "node:crypto";
import { and, eq, getTableColumns, gt, inArray, max, sql } from "drizzle-orm";
import type { ListedMember, Member, MemberChange, MemberDesk, Role } from "../admin/access/ports.ts";
import type { Database } from "./database.ts";
import { hashOfToken, newToken } from "./one-time-tokens.ts";
import { hashPassword, isOutdated, NOBODYS_PASSWORD, passwordMatches } from "./passwords.ts";
import { memberLinks, members, sessions, sites } from "./schema.ts";
import { storableText } from "./storable-json.ts";

export interface MemberRepository extends MemberDesk {
  /**
   * Adds a member, or gives one that is there a new one-time password, and another role where one is named. The password is told
   * once, here.
   * @param role of a new member, an owner when left out.
   */
  add(siteId: string, email: string, role?: Role): Promise<{ member: Member; password: string }>;
}

const LINK_HOURS = 48;

/** What is shown of a site that somebody was let in to. */
export const ADMIN_SITE = {
  id: sites.id,
  siteKey: sites.siteKey,
  name: sites.name,
  currency: sites.currency,
  locale: sites.locale,
  origins: sites.origins,
};

export function memberRepository({ query }: Database, now: () => Date = () => new Date()): MemberRepository {
  type Transaction = Parameters<Parameters<typeof query.transaction>[0]>[0];

  return {
    async add(siteId, email, role) {
      const password = randomBytes(12).toString("base64url");
      const secrets = { passwordHash: await hashPassword(password), passwordIsOneTime: true };
      const member = await query.transaction(async (transaction) => {
        const [row] = await transaction
          .insert(members)
          .values({ id: randomUUID(), siteId, email: normalised(email), role: role ?? "owner", ...secrets })
          .onConflictDoUpdate({
            target: [members.siteId, members.email],
            set: { ...secrets, ...OWN_ACCOUNT, ...(role && { role }) },
          })
          .returning();
        if (row === undefined) throw new Error("an upsert returns its row");
        await closeDoors(transaction, [row.id]);
        return memberOf(row);
      });
      return { member, password };
    },
    async verify(email, password, siteKey) {
      const rows = await query
        .select({ member: getTableColumns(members), site: ADMIN_SITE })
        .from(members)
        .innerJoin(sites, eq(sites.id, members.siteId))
        .where(
          and(
            eq(members.email, normalised(email)),
            siteKey === null ? undefined : eq(sites.siteKey, storableText(siteKey)),
          ),
        )
        .orderBy(sites.createdAt);
      const checked = await Promise.all(
        (rows.length > 0 ? rows : [null]).map(async (row) => {
          const isRight = await passwordMatches(password, row?.member.passwordHash ?? NOBODYS_PASSWORD);
          return isRight ? row : null;
        }),
      );
      const right = checked.filter((row) => row !== null);
      for (const { member } of right) if (isOutdated(member.passwordHash)) await rehash(member.id, password);
      return right.map(({ member, site }) => ({ member: memberOf(member), site }));
    },
    async passwordIs(memberId, password) {
      const [row] = await query
        .select({ passwordHash: members.passwordHash })
        .from(members)
        .where(eq(members.id, memberId));
      return passwordMatches(password, row?.passwordHash ?? NOBODYS_PASSWORD);
    },
    async setPassword(memberId, password) {
      const passwordHash = await hashPassword(password);
      await query.transaction(async (transaction) => {
        const account = await transaction
          .select({ id: members.id })
          .from(members)
          .where(inArray(members.accountId, accountOf(query, memberId)));
        const ids = account.map(({ id }) => id);
        await replacePassword(transaction, ids, passwordHash);
      });
    },
    async list(siteId) {
      const rows = await query
        .select({ ...getTableColumns(members), lastSeenAt: max(sessions.lastSeenAt) })
        .from(members)
        .leftJoin(sessions, eq(sessions.memberId, members.id))
        .where(eq(members.siteId, siteId))
        .groupBy(members.id)
        .orderBy(members.email);
      return rows.map((row): ListedMember => {
        const { siteId: _, ...member } = memberOf(row);
        return {
          ...member,
          createdAt: row.createdAt.toISOString(),
          lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
        };
      });
    },
    async byId(siteId, memberId) {
      const [row] = await query.select().from(members).where(ofSite(siteId, memberId));
      return row === undefined ? null : memberOf(row);
    },
    async invite(siteId, email, role) {
      const [row] = await query
        .insert(members)
        .values({
          ...{ id: randomUUID(), siteId, email: normalised(email), role },
          ...{ passwordHash: await hashPassword(newToken()), passwordIsOneTime: true },
        })
        .onConflictDoNothing()
        .returning();
      return row === undefined ? null : memberOf(row);
    },
    setRole: (siteId, memberId, role) =>
      changeMember(siteId, memberId, role === "owner", async (transaction) => {
        await transaction.update(members).set({ role }).where(eq(members.id, memberId));
      }),
    remove: (siteId, memberId) =>
      changeMember(siteId, memberId, false, async (transaction) => {
        await transaction.delete(members).where(eq(members.id, memberId));
      }),
    async openLink(memberId) {
      const token = newToken();
      const expiresAt = new Date(now().getTime() + LINK_HOURS * 3_600_000);
      const link = { tokenHash: hashOfToken(token), expiresAt };
      await query
        .insert(memberLinks)
        .values({ ...link, memberId })
        .onConflictDoUpdate({ target: memberLinks.memberId, set: link });
      return { token, expiresAt: expiresAt.toISOString() };
    },
    async useLink(token, password) {
      const passwordHash = await hashPassword(password);
      return query.transaction(async (transaction) => {
        // Of two who use it at the same time, one finds it gone.
        const [link] = await transaction
          .delete(memberLinks)
          .where(and(eq(memberLinks.tokenHash, hashOfToken(token)), gt(memberLinks.expiresAt, now())))
          .returning();
        if (link === undefined) return null;
        await transaction.update(members).set(OWN_ACCOUNT).where(eq(members.id, link.memberId));
        await replacePassword(transaction, [link.memberId], passwordHash);
        const [row] = await transaction
          .select({ member: getTableColumns(members), site: ADMIN_SITE })
          .from(members)
          .innerJoin(sites, eq(sites.id, members.siteId))
          .where(eq(members.id, link.memberId));
        return row === undefined ? null : { member: memberOf(row.member), site: row.site };
      });
    },
  };

  /** Under the site's row, so that of two owners who remove each other one stays. */
  function changeMember(
    siteId: string,
    memberId: string,
    staysOwner: boolean,
    change: (transaction: Transaction) => Promise<void>,
  ): Promise<MemberChange> {
    return query.transaction(async (transaction): Promise<MemberChange> => {
      await transaction.select({ id: sites.id }).from(sites).where(eq(sites.id, siteId)).for("update");
      const [member] = await transaction.select().from(members).where(ofSite(siteId, memberId));
      if (member === undefined) return "unknown";
      if (member.role === "owner" && !staysOwner) {
        const owners = await transaction
          .select({ id: members.id })
          .from(members)
          .where(and(eq(members.siteId, siteId), eq(members.role, "owner")));
        if (owners.length === 1) return "last-owner";
      }
      await change(transaction);
      return "done";
    });
  }

  async function replacePassword(
    transaction: Transaction,
    memberIds: string[],
    passwordHash: string,
  ): Promise<void> {
    await transaction
      .update(members)
      .set({ passwordHash, passwordIsOneTime: false })
      .where(inArray(members.id, memberIds));
    await closeDoors(transaction, memberIds);
  }

  /** Whoever was signed in by the old password, or held a link, is out. */
  async function closeDoors(transaction: Transaction, memberIds: string[]): Promise<void> {
    await transaction.delete(sessions).where(inArray(sessions.memberId, memberIds));
    await transaction.delete(memberLinks).where(inArray(memberLinks.memberId, memberIds));
  }

  async function rehash(memberId: string, password: string): Promise<void> {
    await query
      .update(members)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(members.id, memberId));
  }
}

/** Of a member whose password somebody else could have set: it must not open the other sites of an account. */
const OWN_ACCOUNT = { accountId: sql`gen_random_uuid()` };

/** The account that a member belongs to, for a query. */
export function accountOf(query: Database["query"], memberId: string) {
  return query.select({ id: members.accountId }).from(members).where(eq(members.id, memberId));
}

/** An id from outside may be no UUID at all. */
function ofSite(siteId: string, memberId: string) {
  return and(eq(members.siteId, siteId), sql`${members.id}::text = ${storableText(memberId)}`);
}

export function memberOf({
  id,
  siteId,
  email,
  role,
  passwordIsOneTime,
}: typeof members.$inferSelect): Member {
  return { id, siteId, email, role, passwordIsOneTime };
}

export function normalised(email: string): string {
  return storableText(email.trim().toLowerCase());
}
