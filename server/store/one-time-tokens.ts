/** Tokens that open something: told once, and kept as a hash that tells nothing of them. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, so a plain hash is enough: there is nothing to guess. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
