/** Members: the people who look after a site. */
import { randomBytes, randomUUID, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Database } from "./database.ts";
import { members } from "./schema.ts";

export interface Member {
  id: string;
  siteId: string;
  email: string;
  /** The password was made up for the member and is to be replaced. */
  passwordIsOneTime: boolean;
}

export interface MemberRepository {
  /** Adds a member, or gives one that is there a new one-time password. The password is told once, here. */
  add(siteId: string, email: string): Promise<{ member: Member; password: string }>;
  /** The member, when email and password are right; null otherwise, after the same time whichever was wrong. */
  verify(siteId: string, email: string, password: string): Promise<Member | null>;
  setPassword(memberId: string, password: string): Promise<void>;
  list(siteId: string): Promise<Member[]>;
}

/** scrypt's cost as OWASP advises it: 2^15 blocks of 8 take 32 MB and about 100 ms. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;
const deriveKey = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Verified against when there is no such member, so that the answer takes as long. */
const NOBODY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(KEY_LENGTH).toString("base64")}`;

export function memberRepository({ query }: Database): MemberRepository {
  return {
    async add(siteId, email) {
      const password = randomBytes(12).toString("base64url");
      const passwordHash = await hashPassword(password);
      const [row] = await query
        .insert(members)
        .values({ id: randomUUID(), siteId, email: normalised(email), passwordHash, passwordIsOneTime: true })
        .onConflictDoUpdate({
          target: [members.siteId, members.email],
          set: { passwordHash, passwordIsOneTime: true },
        })
        .returning();
      if (row === undefined) throw new Error("an upsert returns its row");
      return { member: memberOf(row), password };
    },
    async verify(siteId, email, password) {
      const [row] = await query
        .select()
        .from(members)
        .where(and(eq(members.siteId, siteId), eq(members.email, normalised(email))));
      const right = await passwordMatches(password, row?.passwordHash ?? NOBODY);
      return right && row !== undefined ? memberOf(row) : null;
    },
    async setPassword(memberId, password) {
      const passwordHash = await hashPassword(password);
      await query
        .update(members)
        .set({ passwordHash, passwordIsOneTime: false })
        .where(eq(members.id, memberId));
    },
    async list(siteId) {
      const rows = await query
        .select()
        .from(members)
        .where(eq(members.siteId, siteId))
        .orderBy(members.email);
      return rows.map(memberOf);
    },
  };
}

function memberOf({ id, siteId, email, passwordIsOneTime }: typeof members.$inferSelect): Member {
  return { id, siteId, email, passwordIsOneTime };
}

function normalised(email: string): string {
  return email.trim().toLowerCase();
}

/** "scrypt$N$r$p$salt$key", so that the cost can be raised without locking anybody out. */
async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, KEY_LENGTH, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64"), key.toString("base64")].join("$");
}

async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64");
  const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(
    await deriveKey(password, Buffer.from(salt, "base64"), expected.length, cost),
    expected,
  );
}
