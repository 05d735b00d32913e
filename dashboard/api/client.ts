/**
 * Requests to `/api/admin`, with the session's cookie. Every failure is an `ApiError`, whose message a merchant can read and
 * which says the way out.
 */
export class ApiError extends Error {
  /** HTTP; 0 where no answer came. */
  readonly status: number;
  readonly code: string;
  /** The whole answer, where something stands beside the error. */
  readonly answer: unknown;

  constructor(status: number, code: string, message: string, answer: unknown = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.answer = answer;
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

let csrf: string | null = null;
let onSignedOut = () => {};

/** Sent with everything that changes something, so that no other page can. */
export function setCsrf(token: string | null): void {
  csrf = token;
}

/** For a request that is not made by `request`. */
export function csrfToken(): string | null {
  return csrf;
}

/** What to do when the server no longer knows the session. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

export async function request<Answer>(
  method: Method,
  path: string,
  { body, signal }: { body?: unknown; signal?: AbortSignal } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (method !== "GET" && csrf !== null) headers["x-overture-csrf"] = csrf;
  const answer = await fetch(`/api${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(
      0,
      "network/unreachable",
      "The server does not answer. Check your connection, then try again.",
    );
  });
  const text = await answer.text();
  if (answer.ok) return (text === "" ? {} : JSON.parse(text)) as Answer;
  const error = errorIn(answer.status, text);
  if (error.code === "auth/required") onSignedOut();
  throw error;
}

export const get = <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  request("GET", path, signal ? { signal } : {});
export const post = <Answer>(path: string, body: unknown = {}): Promise<Answer> =>
  request("POST", path, { body });

/** A query string of what is set. */
export function queryOf(values: Record<string, string | number | boolean | null | undefined>): string {
  const set = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? "" : `?${new URLSearchParams(set)}`;
}

function errorIn(status: number, text: string): ApiError {
  try {
    const answer = JSON.parse(text) as { error: { code: string; message: string } };
    return new ApiError(status, answer.error.code, answer.error.message, answer);
  } catch {
    return new ApiError(
      status,
      "request/failed",
      `The server answered with ${status}. Try again in a moment.`,
    );
  }
}
