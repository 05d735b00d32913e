/**
 * Visitor tokens [WIRE-6]: `v1.<visitor id>.<signature>`, both parts base64url. The signature is HMAC-SHA256 over the site's
 * and the visitor's id, so a token opens one visitor of one site and nothing else. Nothing is stored to check it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";

const VERSION = "v1";

export function signVisitorToken(secret: string, siteId: string, visitorId: string): string {
  const signature = sign(secret, siteId, visitorId).toString("base64url");
  return `${VERSION}.${Buffer.from(visitorId).toString("base64url")}.${signature}`;
}

/** The visitor's id, or null when the token was not signed for this site with this secret. */
export function readVisitorToken(secret: string, siteId: string, token: string): string | null {
  const [version, encodedId, signature, ...rest] = token.split(".");
  if (version !== VERSION || !encodedId || !signature || rest.length > 0) return null;
  const visitorId = Buffer.from(encodedId, "base64url").toString();
  return sameBytes(Buffer.from(signature, "base64url"), sign(secret, siteId, visitorId)) ? visitorId : null;
}

/** Whether `hash` is HMAC-SHA256(secretKey, userId) in hex: the shop vouches for its signed-in user. */
export function identityHolds(secretKey: string, identity: { userId: string; hash: string }): boolean {
  const expected = createHmac("sha256", secretKey).update(identity.userId).digest();
  return sameBytes(Buffer.from(identity.hash, "hex"), expected);
}

/** Compares in constant time, so that a signature can't be guessed byte by byte. */
export function sameBytes(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(secret: string, siteId: string, visitorId: string): Buffer {
  // JSON keeps the two ids apart whatever they contain.
  return createHmac("sha256", secret)
    .update(JSON.stringify(["overture visitor", siteId, visitorId]))
    .digest();
}
