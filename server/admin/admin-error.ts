/** Errors of the merchant's API: `{ error: { code, message } }`, the message with the way out. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PolicyRefusal } from "./policies/policy-desk.ts";

export type AdminErrorCode =
  | "agent/away"
  | "auth/required"
  | "auth/wrong"
  | "auth/which-site"
  | "auth/csrf"
  | "auth/role-missing"
  | "auth/scope-missing"
  | "auth/members-only"
  | "auth/link-invalid"
  | "rate/too-fast"
  | "setup/done"
  | "site/unknown"
  | "member/unknown"
  | "member/exists"
  | "member/last-owner"
  | "key/unknown"
  | "request/not-found"
  | "payload/invalid"
  | "payload/too-large"
  | "product/unknown"
  | PolicyRefusal
  | "answer/unknown"
  | "answer/changed"
  | "answer/too-many"
  | "import/unknown"
  | "feed/none"
  | "feed/busy"
  | "feed/address-refused"
  | "conversation/closed"
  | "person/elsewhere"
  | "person/absent";

export function adminError(
  context: Context,
  status: ContentfulStatusCode,
  code: AdminErrorCode,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status);
}
