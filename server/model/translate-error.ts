/** Errors of the `openai` package, of `fetch` and of endpoints, as `ModelTrouble`. */
import { APIConnectionError, APIError } from "openai";
import { ModelTrouble, type ModelTroubleCode } from "./model-trouble.ts";

export interface Translating {
  /** As the chat model tells it. */
  endpoint: string;
  /** Taken out of whatever is told. */
  apiKey: string;
  /** The endpoint had begun to answer. */
  isAnswering: boolean;
}

export function translateError(error: unknown, { endpoint, apiKey, isAnswering }: Translating): ModelTrouble {
  if (error instanceof ModelTrouble) return error;
  const trouble = (code: ModelTroubleCode, detail: string, retryAfterMs?: number) =>
    new ModelTrouble(code, {
      endpoint,
      detail: shortened(detail, apiKey),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      cause: withoutRequest(error),
    });
  if (error instanceof APIConnectionError) return trouble("model/unreachable", reasonOf(error));
  if (error instanceof APIError) {
    const status = error.status ?? statusOf(error);
    const code = codeOfStatus(status);
    // OpenAI's own words on a refused key repeat a part of it.
    const detail =
      code === "model/key-refused" ? `HTTP ${status}, ${error.code ?? "no code"}` : error.message;
    return trouble(code, detail, retryAfter(error.headers));
  }
  if (error instanceof SyntaxError) return trouble("model/malformed", "a piece of the answer is not JSON");
  return trouble(isAnswering ? "model/cut-off" : "model/unreachable", reasonOf(error));
}

/** Worth another try within the moment. A quota that is used up is not. */
export function mayPassSoon({ code, cause }: ModelTrouble): boolean {
  if (code === "model/server-error" || code === "model/unreachable") return true;
  return code === "model/busy" && !isOutOfQuota(cause);
}

function isOutOfQuota(cause: unknown): boolean {
  const { status, code } = cause as { status?: unknown; code?: unknown };
  return status === 402 || code === "insufficient_quota" || code === "billing_hard_limit_reached";
}

function codeOfStatus(status: number): ModelTroubleCode {
  if (status === 401 || status === 403) return "model/key-refused";
  if (status === 404 || status === 405 || status === 410) return "model/not-found";
  if (status === 402 || status === 429) return "model/busy";
  if (status === 408 || status >= 500) return "model/server-error";
  return status >= 400 ? "model/rejected" : "model/malformed";
}

/** Of an error that came in the middle of a stream, where there is no HTTP status any more. */
function statusOf({ code, type }: APIError): number {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return status;
  const name = `${code ?? ""} ${type ?? ""}`;
  if (/rate_limit|quota|billing/.test(name)) return 429;
  if (/api_key|authentication|permission/.test(name)) return 401;
  if (/not_found/.test(name)) return 404;
  return /context_length|invalid_request/.test(name) ? 400 : 500;
}

/** Milliseconds from now, where the endpoint named a time: seconds or a date, or OpenAI's own header in milliseconds. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const named = headers?.get("retry-after") ?? "";
  const seconds = Number.parseFloat(named);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(named) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

/** The innermost reason: "fetch failed" alone helps nobody. */
function reasonOf(error: unknown): string {
  let innermost = error;
  for (
    let depth = 0;
    depth < 8 && innermost instanceof Error && innermost.cause instanceof Error;
    depth += 1
  ) {
    innermost = innermost.cause;
  }
  if (!(innermost instanceof Error)) return String(innermost);
  const code = "code" in innermost && typeof innermost.code === "string" ? innermost.code : "";
  return [code, innermost.message].filter((part) => part !== "").join(": ");
}

const DETAIL_LENGTH = 300;

function shortened(detail: string, apiKey: string): string {
  const safe = apiKey.length > 4 ? detail.replaceAll(apiKey, "[key]") : detail;
  const oneLine = safe.replace(/\s+/g, " ").trim();
  return oneLine.length > DETAIL_LENGTH ? `${oneLine.slice(0, DETAIL_LENGTH)}…` : oneLine;
}

/** What loggers may print of it: the package's errors hold whole headers. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  const { status, code, type, param } = error;
  return { status, code, type, param };
}
