/** The token that a page of ours sends with every change, and another site's page cannot know [ADM-3]. Nothing is stored for it. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const CSRF_HEADER = "x-overture-csrf";

/** @param sessionHash the session's, as it is kept. */
export function csrfToken(secret: string, sessionHash: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["overture csrf", sessionHash]))
    .digest("base64url");
}

export function csrfHolds(secret: string, sessionHash: string, given: string | undefined): boolean {
  const expected = Buffer.from(csrfToken(secret, sessionHash));
  const bytes = Buffer.from(given ?? "");
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
