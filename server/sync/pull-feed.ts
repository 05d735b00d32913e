/** One pull of a feed: fetched, imported, and put down with what came of it and when it is next due. */
import type { CatalogRepository } from "../store/catalog-repository.ts";
import type { FeedOutcome, FeedRepository, LeasedFeed } from "../store/feed-repository.ts";
import { type FetchedFeed, type FetchOptions, fetchFeed, STOPPED } from "./fetch-feed.ts";
import { type CatalogSite, type ImportAnswer, type ImportOutcome, runImport } from "./run-import.ts";
import { spooledBytes, TooLarge, withSpoolFile } from "./spool.ts";

export type FeedPull =
  | { status: "imported" | "held"; importId: string; outcome: ImportOutcome }
  /** The server, or the copy's digest, says that it was read before. */
  | { status: "unchanged" }
  | { status: "failed"; error: { code: string; message: string } };

export interface FeedPulling {
  catalogs: Pick<CatalogRepository, "openImport" | "recordFailure" | "recordRejected">;
  feeds: Pick<FeedRepository, "finish">;
  /** Null when the site is gone. */
  siteOf(siteId: string): Promise<CatalogSite | null>;
  fetch: FetchOptions;
  now(): Date;
}

/** The wait after the first failure; each further one doubles it, up to the feed's own interval. */
const FIRST_RETRY_MS = 60_000;

/**
 * Pulls a feed that is leased, and ends the lease. A failure of the feed is an outcome. Throws what the store throws;
 * then the lease runs out and somebody tries again.
 */
export async function pullFeed(feed: LeasedFeed, pulling: FeedPulling): Promise<FeedPull> {
  const site = await pulling.siteOf(feed.siteId);
  if (site === null) throw new Error(`the feed's site ${feed.siteId} is gone`);
  const { pull, copy } = await withSpoolFile((into) => fetchAndImport(feed, site, into, pulling));
  await pulling.feeds.finish(feed, outcomeOf(feed, pull, copy, pulling.now()));
  return pull;
}

type Copy = NonNullable<FeedOutcome["copy"]>;

async function fetchAndImport(
  feed: LeasedFeed,
  site: CatalogSite,
  into: string,
  { catalogs, fetch }: FeedPulling,
): Promise<{ pull: FeedPull; copy?: Copy }> {
  const { url, etag, lastModified } = feed;
  const fetched = await fetchFeed({ url, etag, lastModified, into }, fetch);
  if (fetched.status !== "fetched") return { pull: pullWithoutCopy(fetched) };
  const copy = { etag: fetched.etag, lastModified: fetched.lastModified, digest: fetched.digest };
  // Many servers say nothing of versions; the same bytes are the same catalog all the same.
  if (fetched.digest === feed.digest) return { pull: { status: "unchanged" }, copy };
  try {
    const answer = await runImport(catalogs, {
      site,
      file: spooledBytes(into, fetch.limits.maxBytes, fetch.signal),
      source: "feed",
      format: feed.format,
      replace: feed.replaces,
    });
    return answer.ok ? { pull: pullOf(answer), copy } : { pull: notACatalog(answer.error) };
  } catch (error) {
    if (fetch.signal?.aborted) return { pull: pullWithoutCopy(STOPPED) };
    if (!(error instanceof TooLarge)) throw error;
    return { pull: { status: "failed", error: { code: "feed/too-large", message: error.message } } };
  }
}

function pullWithoutCopy(fetched: Exclude<FetchedFeed, { status: "fetched" }>): FeedPull {
  if (fetched.status === "unchanged") return fetched;
  return { status: "failed", error: { code: fetched.code, message: fetched.message } };
}

function pullOf({ id, outcome }: Extract<ImportAnswer, { ok: true }>): FeedPull {
  return { status: outcome.held === undefined ? "imported" : "held", importId: id, outcome };
}

function notACatalog({ message, line }: { message: string; line?: number }): FeedPull {
  const where = line === undefined ? "" : ` (line ${line})`;
  return { status: "failed", error: { code: "feed/not-a-catalog", message: `${message}${where}` } };
}

function outcomeOf(feed: LeasedFeed, pull: FeedPull, copy: Copy | undefined, at: Date): FeedOutcome {
  const after = (milliseconds: number) => new Date(at.getTime() + milliseconds);
  const everyMs = feed.everySeconds * 1_000;
  if (pull.status === "failed") {
    const { code, message } = pull.error;
    // Not the feed's fault: whoever starts next takes it up at once.
    if (code === "feed/stopped") return { at, nextAt: at, failures: feed.failures, code, message };
    const waitMs = Math.min(everyMs, FIRST_RETRY_MS * 2 ** Math.min(feed.failures, 20));
    return { at, nextAt: after(waitMs), failures: feed.failures + 1, code, message };
  }
  return { at, nextAt: after(everyMs), failures: 0, ...wordsOf(pull), ...(copy && { copy }) };
}

function wordsOf(pull: Exclude<FeedPull, { status: "failed" }>): { code: string; message: string | null } {
  switch (pull.status) {
    case "unchanged":
      return { code: "feed/unchanged", message: null };
    case "held":
      return { code: "import/held", message: pull.outcome.held?.message ?? null };
    case "imported": {
      const { added, updated, unchanged, removed = 0, rejected } = pull.outcome;
      const parts = [
        `${added} added`,
        `${updated} updated`,
        `${unchanged} unchanged`,
        `${removed} removed`,
        `${pull.outcome.rejectedTotal ?? rejected.length} rows rejected`,
      ];
      return { code: "import/applied", message: parts.join(", ") };
    }
  }
}
