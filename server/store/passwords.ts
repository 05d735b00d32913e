/** Passwords, kept as scrypt's keys. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** scrypt's cost as OWASP advises it where a password may take 32 MB: 2^15 blocks of 8, gone through three times. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_LENGTH = 32;
const deriveKey = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

/** Verified against when there is no such member, so that the answer takes as long. */
export const NOBODYS_PASSWORD = `scrypt$${COST.N}$${COST.r}$${COST.p}$${Buffer.alloc(16).toString("base64")}$${Buffer.alloc(KEY_LENGTH).toString("base64")}`;

/** "scrypt$N$r$p$salt$key", so that the cost can be raised without locking anybody out. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(composed(password), salt, KEY_LENGTH, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64"), key.toString("base64")].join("$");
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64");
  const cost = { ...COST, N: Number(N), r: Number(r), p: Number(p) };
  const derived = await deriveKey(
    composed(password),
    Buffer.from(salt, "base64"),
    expected.length || KEY_LENGTH,
    cost,
  );
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** The cost of the hash is below today's. */
export function isOutdated(hash: string): boolean {
  const [, N, r, p] = hash.split("$");
  return Number(N) * Number(r) * Number(p) < COST.N * COST.r * COST.p;
}

/** What a keyboard makes of an accented letter, in one piece or two, is the same password. */
function composed(password: string): string {
  return password.normalize("NFKC");
}
