/** Errors of the HTTP API: `{ error: { code, message } }` with a fitting status. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ErrorCode } from "../../shared/errors.ts";
import { refuse } from "./refusal.ts";

export type HttpErrorCode =
  | "request/not-found"
  | "request/failed"
  | "auth/required"
  | "order/signature-invalid";

export function httpError(
  context: Context,
  status: ContentfulStatusCode,
  code: HttpErrorCode,
  message: string,
): Response {
  return context.json({ error: { code, message } }, status);
}

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  "site/unknown": 404,
  "conversation/unknown": 404,
  "site/origin-refused": 403,
  "visitor/token-invalid": 401,
  "rate/too-fast": 429,
  "server/unavailable": 503,
};

/** The socket's codes mean the same over HTTP. */
export function wireError(context: Context, code: ErrorCode, detail?: string): Response {
  return context.json({ error: refuse(code, detail).error }, STATUS[code] ?? 400);
}
