/** Accounts: the same person as a member of several sites, and the first person of all. */
import { randomUUID } from "node:crypto";
import { and, asc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { AccountDesk, NewSite, SignedIn } from "../admin/access/ports.ts";
import type { Database } from "./database.ts";
import { ADMIN_SITE, accountOf, memberOf, normalised } from "./member-repository.ts";
import { hashPassword } from "./passwords.ts";
import { members, sites } from "./schema.ts";
import { newSiteRow } from "./site-repository.ts";
import { storableText } from "./storable-json.ts";

export function accountRepository({ query }: Database): AccountDesk {
  type Transaction = Parameters<Parameters<typeof query.transaction>[0]>[0];

  return {
    async isEmpty() {
      const [member] = await query.select({ id: members.id }).from(members).limit(1);
      return member === undefined;
    },
    async begin(site, email, password) {
      const passwordHash = await hashPassword(password);
      return query.transaction(async (transaction) => {
        // Of two who come at the same time, the second finds the first's member.
        await transaction.execute(sql`lock table ${members} in share row exclusive mode`);
        const [member] = await transaction.select({ id: members.id }).from(members).limit(1);
        if (member !== undefined) return null;
        const person = { accountId: randomUUID(), email: normalised(email), passwordHash };
        return openSite(transaction, site, { ...person, passwordIsOneTime: false });
      });
    },
    addSite: (memberId, site) =>
      query.transaction(async (transaction) => {
        const [person] = await transaction.select().from(members).where(eq(members.id, memberId));
        if (person === undefined) throw new Error("the member is gone");
        const { accountId, email, passwordHash, passwordIsOneTime } = person;
        return openSite(transaction, site, { accountId, email, passwordHash, passwordIsOneTime });
      }),
    async sitesOf(memberId) {
      return query
        .select({ siteKey: sites.siteKey, name: sites.name, role: members.role })
        .from(members)
        .innerJoin(sites, eq(sites.id, members.siteId))
        .where(inArray(members.accountId, accountOf(query, memberId)))
        .orderBy(asc(sites.name), asc(sites.createdAt));
    },
    async memberAt(memberId, siteKey) {
      const [row] = await query
        .select({ member: getTableColumns(members), site: ADMIN_SITE })
        .from(members)
        .innerJoin(sites, eq(sites.id, members.siteId))
        .where(
          and(
            inArray(members.accountId, accountOf(query, memberId)),
            eq(sites.siteKey, storableText(siteKey)),
          ),
        );
      return row === undefined ? null : { member: memberOf(row.member), site: row.site };
    },
  };

  async function openSite(
    transaction: Transaction,
    site: NewSite,
    owner: Pick<typeof members.$inferInsert, "accountId" | "email" | "passwordHash" | "passwordIsOneTime">,
  ): Promise<SignedIn> {
    const [made] = await transaction.insert(sites).values(newSiteRow(site)).returning(ADMIN_SITE);
    if (made === undefined) throw new Error("an insert returns its row");
    const [member] = await transaction
      .insert(members)
      .values({ ...owner, id: randomUUID(), siteId: made.id, role: "owner" })
      .returning();
    if (member === undefined) throw new Error("an insert returns its row");
    return { member: memberOf(member), site: made };
  }
}
