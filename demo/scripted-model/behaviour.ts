/** What a scripted model can be told to do; every way in which an endpoint is known to fail has a name. */

export const FAILURES = [
  // Refused with a status of HTTP.
  "http-400",
  "http-401",
  "http-403",
  "http-404",
  "http-429",
  "quota",
  "http-500",
  "http-503",
  // Not what was asked for.
  "html",
  "empty",
  "refusal",
  "content-filter",
  "length",
  "wrong-language",
  "huge-sentence",
  "duplicate-chunks",
  // Silence, and answers that never end.
  "hang-before-headers",
  "hang-before-first-token",
  "hang-mid-sentence",
  "hang-after-finish",
  "trickle",
  "slow-drip",
  // Streams that are not whole.
  "socket-cut-before-headers",
  "socket-cut",
  "no-finish-reason",
  "no-done",
  "malformed-json",
  "truncated-json",
  "error-in-stream",
] as const;
export type Failure = (typeof FAILURES)[number];

/** An option of a request that a server may not have. */
export const OPTIONS = [
  "stream",
  "stream_options",
  "response_format",
  "max_completion_tokens",
  "max_tokens",
  "temperature",
  "reasoning_effort",
] as const;
export type Option = (typeof OPTIONS)[number];

export interface Behaviour {
  failure?: Failure | null;
  /** Said instead of what the request asks for. */
  text?: string;
  /** Milliseconds until the first token, and from each to the next. */
  firstTokenMs?: number;
  tokenMs?: number;
  /** Told of each token of a stream when it is written. */
  onSent?: (token: string) => void;
  /** The share of sentences that are made false, 0 to 1. */
  falsehoods?: number;
  /** Answers in prose, without the tags that the prompt asks for. */
  isUntagged?: boolean;
  /** Does what text in the request tells it to, wherever that text comes from, save the system's own. */
  obeysAnyone?: boolean;
  /** With a 429 or 503: the header `Retry-After`. */
  retryAfter?: string;
  /** Refused with a 400 that names it; `stream` is passed over in silence, as some servers do. */
  lacks?: readonly Option[];
  /** Tells how many tokens it took, where it is asked to. */
  tellsUsage?: boolean;
}

export interface ChatMessageBody {
  role: string;
  content: unknown;
}

/** What is looked at of a request's body. */
export interface ChatBody {
  model: string;
  messages: ChatMessageBody[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean } | null;
  response_format?: { type: string; json_schema?: { schema?: unknown } } | null;
  [option: string]: unknown;
}

export function textOf({ content }: ChatMessageBody): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { text?: unknown }) => (typeof part?.text === "string" ? part.text : ""))
    .join("\n");
}
