/** Refusals in the wire's form, and parsing that ends in one. */
import type { z } from "zod";
import type { ErrorCode, Refusal } from "../../shared/errors.ts";
import type { OutcomeRefusals, SiteDirectory } from "./ports.ts";

const MESSAGES: Record<ErrorCode, string> = {
  "site/unknown": "No site has this key.",
  "site/origin-refused": "This site does not allow the page's origin.",
  "visitor/token-invalid": "The visitor token or identity is not valid for this site.",
  "rate/too-fast": "Too many requests; try again in a moment.",
  "message/empty": "The message has no text.",
  "message/too-long": "The message is longer than 2,000 characters.",
  "payload/invalid": "The payload does not have the event's shape.",
  "conversation/unknown": "No conversation is open here; send conversation-open first.",
  "conversation/closed": "The conversation is closed.",
  "opening/unwelcome": "This visitor is not to be spoken to first at this time.",
  "server/busy": "The server has too much to do; try again in a moment.",
  "server/unavailable": "The server cannot store anything right now; try again in a moment.",
};

export function refuse(code: ErrorCode, detail?: string): Refusal {
  return {
    ok: false,
    error: { code, message: detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${detail}` },
  };
}

/** Says where a payload is wrong, and what belongs there, without repeating what it held. */
export function refuseInvalid(error: z.ZodError): Refusal {
  const [issue] = error.issues;
  const path = issue?.path.join(".") ?? "";
  return refuse("payload/invalid", path === "" ? undefined : `(${path}: ${issue?.message})`);
}

/** Counts a malformed body where it names a site all the same. */
export async function countRefusedPayload(
  payload: unknown,
  { sites, refusals }: { sites: SiteDirectory; refusals: OutcomeRefusals },
): Promise<void> {
  if (typeof payload !== "object" || payload === null || !("siteKey" in payload)) return;
  const { siteKey } = payload;
  const site = typeof siteKey === "string" ? await sites.byKey(storable(siteKey)) : null;
  if (site) refusals.count(site.id, "payload/invalid");
}

/**
 * PostgreSQL can hold neither NUL nor half a surrogate pair, so both become U+FFFD before anything is stored. Lengths
 * stay the same. Nested objects are treated alike; payloads are parsed first, so their depth is bounded.
 */
export function storable<Payload>(payload: Payload): Payload;
export function storable(payload: unknown): unknown {
  if (typeof payload === "string") return payload.replaceAll(/\p{Surrogate}|\0/gu, "\uFFFD");
  if (Array.isArray(payload)) return payload.map((item) => storable(item));
  if (typeof payload !== "object" || payload === null) return payload;
  return Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, storable(value)]));
}
