/** Fetches a feed into a file, trusting neither its address nor its server. */
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import {
  type AddressCheck,
  AddressRefused,
  checkedLookup,
  checkUrl,
  hostOf,
  type ResolveName,
} from "./checked-address.ts";
import { spool, TooLarge } from "./spool.ts";

export interface FeedRequest {
  url: string;
  /** Of the copy that is held: the server may answer that it is still the newest. */
  etag: string | null;
  lastModified: string | null;
  /** The file that is written. */
  into: string;
}

export interface FetchLimits {
  /** Of the body, as it is sent and again as it is decoded. */
  maxBytes: number;
  /** For everything, redirects included. */
  timeoutMs: number;
  /** Without a byte. */
  idleMs: number;
}

export interface FetchOptions {
  limits: FetchLimits;
  isAllowed: AddressCheck;
  signal?: AbortSignal;
  resolve?: ResolveName;
}

export type FetchedFeed =
  | { status: "fetched"; etag: string | null; lastModified: string | null; digest: string; bytes: number }
  | { status: "unchanged" }
  | { status: "failed"; code: FetchErrorCode; message: string };

export type FetchErrorCode =
  | "feed/address-refused"
  | "feed/unreachable"
  | "feed/timeout"
  | "feed/too-large"
  | "feed/too-many-redirects"
  | "feed/encoding"
  | "feed/interrupted"
  | "feed/stopped"
  | `feed/http-${number}`;

/** What becomes of a pull when whoever pulls is stopped. */
export const STOPPED = {
  status: "failed",
  code: "feed/stopped",
  message: "the server was stopped meanwhile",
} as const satisfies FetchedFeed;

export const FETCH_LIMITS: FetchLimits = { maxBytes: 2 ** 30, timeoutMs: 600_000, idleMs: 30_000 };
const REDIRECTS_MAX = 5;

/** Never throws for what the feed's server or address does; every failure has a code, and words without secrets. */
export async function fetchFeed(feed: FeedRequest, options: FetchOptions): Promise<FetchedFeed> {
  const timeout = AbortSignal.timeout(options.limits.timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    const { url, response } = await followRedirects(feed, options, signal);
    const { statusCode = 0, headers } = response;
    // Nobody who holds no copy asks whether it is still the newest.
    if (statusCode === 304 && (feed.etag !== null || feed.lastModified !== null)) {
      response.destroy();
      return { status: "unchanged" };
    }
    if (statusCode !== 200) {
      response.destroy();
      return failed(
        `feed/http-${statusCode}`,
        `${nameOf(url)} answered ${statusCode} ${response.statusMessage ?? ""}`.trim(),
      );
    }
    if (Number(headers["content-length"]) > options.limits.maxBytes) {
      response.destroy();
      throw new TooLarge(options.limits.maxBytes);
    }
    const { maxBytes } = options.limits;
    const { digest, bytes } = await spool(
      limited(response, maxBytes),
      feed.into,
      maxBytes,
      decoderOf(response),
    );
    return {
      status: "fetched",
      etag: headers.etag ?? null,
      lastModified: headers["last-modified"] ?? null,
      digest,
      bytes,
    };
  } catch (error) {
    return failureOf(error, timeout.aborted, options);
  }
}

async function followRedirects(
  feed: FeedRequest,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = parseUrl(feed.url);
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const response = await get(url, feed, options, signal);
    const { statusCode = 0, headers } = response;
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined)
      return { url, response };
    response.destroy();
    url = redirected(url, headers.location);
  }
  throw new Failure(
    "feed/too-many-redirects",
    `more than ${REDIRECTS_MAX} redirects, the last to ${nameOf(url)}`,
  );
}

/** A password goes with the host it was meant for, and with no other. */
function redirected(from: URL, location: string): URL {
  const to = parseUrl(location, from);
  if (to.origin === from.origin && to.username === "") {
    to.username = from.username;
    to.password = from.password;
  }
  return to;
}

function get(
  url: URL,
  { etag, lastModified }: FeedRequest,
  { limits, isAllowed, resolve }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  checkUrl(url, isAllowed);
  const request = (url.protocol === "https:" ? requestHttps : requestHttp)({
    host: hostOf(url),
    port: url.port === "" ? undefined : Number(url.port),
    path: `${url.pathname}${url.search}`,
    ...(url.username !== "" && { auth: credentialsOf(url) }),
    // A kept connection would not have been checked for this request.
    agent: false,
    lookup: checkedLookup(isAllowed, resolve),
    signal,
    timeout: limits.idleMs,
    headers: {
      host: url.host,
      accept: "text/csv, application/json, application/xml, text/xml, */*;q=0.5",
      "accept-encoding": "gzip, br",
      "user-agent": "Overture (catalog feed)",
      ...(etag !== null && { "if-none-match": etag }),
      ...(lastModified !== null && { "if-modified-since": lastModified }),
    },
  });
  return new Promise((answer, reject) => {
    let response: IncomingMessage | null = null;
    request.once("response", (begun) => {
      response = begun;
      answer(begun);
    });
    request.once("timeout", () => {
      const failure = new Failure("feed/timeout", `nothing came for ${limits.idleMs / 1_000} seconds`);
      // Once there is a response, only its own error reaches whoever reads it.
      (response ?? request).destroy(failure);
    });
    request.on("error", reject);
    request.end();
  });
}

/** What a server sends compressed is limited as it is sent, here, and again as it is decoded, where it is written. */
async function* limited(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new TooLarge(maxBytes);
    yield chunk;
  }
}

/** Null where the body is sent as it is. */
function decoderOf({ headers }: IncomingMessage): Transform | null {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  switch (encoding) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new Failure("feed/encoding", `the content encoding ${encoding.slice(0, 40)} is not known`);
  }
}

class Failure extends Error {
  readonly code: FetchErrorCode;
  constructor(code: FetchErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

function failed(code: FetchErrorCode, message: string): FetchedFeed {
  return { status: "failed", code, message };
}

function failureOf(error: unknown, isTimeUp: boolean, { limits, signal }: FetchOptions): FetchedFeed {
  if (signal?.aborted) return STOPPED;
  if (isTimeUp) return failed("feed/timeout", `it took longer than ${limits.timeoutMs / 1_000} seconds`);
  if (error instanceof Failure) return failed(error.code, error.message);
  if (error instanceof TooLarge) return failed("feed/too-large", error.message);
  if (error instanceof AddressRefused) return failed("feed/address-refused", error.message);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING|ERR_.*FORMAT)/.test(code))
    return failed("feed/encoding", "the compressed body is damaged");
  if (/^(ENOSPC|EDQUOT|EROFS|EACCES|EMFILE)$/.test(code)) throw error;
  if (/^(ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE)$/.test(code))
    return failed("feed/interrupted", "the connection broke off before the end");
  return failed("feed/unreachable", `the server cannot be reached (${code || "no answer"})`);
}

function parseUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) throw new AddressRefused("this is not a URL");
  return new URL(text, base);
}

function credentialsOf({ username, password }: URL): string {
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw new AddressRefused("its user name or password is not written as URLs write them");
  }
}

/** Without user, password and query, which may hold secrets. */
export function nameOf(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
