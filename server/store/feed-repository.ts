/** Feeds: where a site's catalog is fetched from, and who fetches it when. */
import { randomUUID } from "node:crypto";
import type { CatalogFormat } from "../catalog/import/detect-format.ts";
import { isoInstant, persevere, type Sql } from "./database.ts";

export interface FeedSettings {
  /** http or https; may hold a user name and a password, which nothing but the request shows. */
  url: string;
  format: CatalogFormat | "auto";
  /** Whatever the feed leaves out is hidden. */
  replaces: boolean;
  everySeconds: number;
}

/** Instants are ISO 8601, UTC. */
export interface Feed extends FeedSettings {
  siteId: string;
  nextAt: string;
  /** When it was last fetched, and what came of that: "feed/unchanged", "import/applied", an error's code. */
  lastAt: string | null;
  lastCode: string | null;
  lastMessage: string | null;
  /** Since the last success. */
  failures: number;
  /** What the server said of the copy that was read last, and that copy's SHA-256. */
  etag: string | null;
  lastModified: string | null;
  digest: string | null;
}

/** A feed that nobody else pulls as long as the lease lasts. */
export interface LeasedFeed extends Feed {
  lease: string;
}

export interface FeedOutcome {
  at: Date;
  nextAt: Date;
  failures: number;
  code: string;
  message: string | null;
  /** Left out when nothing new was read. */
  copy?: { etag: string | null; lastModified: string | null; digest: string };
}

export interface FeedRepository {
  /** Due at once. A URL other than before is read anew. */
  set(siteId: string, feed: FeedSettings, now: Date): Promise<Feed>;
  get(siteId: string): Promise<Feed | null>;
  /** False when there is none. */
  remove(siteId: string): Promise<boolean>;
  /** The feed that is due longest and that nobody pulls. Null when there is none. */
  leaseDue(now: Date, until: Date): Promise<LeasedFeed | null>;
  /** This site's feed, due or not; null when there is none or somebody pulls it. */
  leaseSite(siteId: string, now: Date, until: Date): Promise<LeasedFeed | null>;
  /** Changes nothing when the feed was set anew or leased by another meanwhile. */
  finish(feed: LeasedFeed, outcome: FeedOutcome): Promise<void>;
}

interface FeedRow {
  site_id: string;
  url: string;
  format: CatalogFormat | "auto";
  replaces: boolean;
  every_seconds: number;
  next_at: string;
  last_at: string | null;
  last_code: string | null;
  last_message: string | null;
  failures: number;
  etag: string | null;
  last_modified: string | null;
  digest: string | null;
  lease: string | null;
}

export function feedRepository(sql: Sql): FeedRepository {
  return {
    async set(siteId, { url, format, replaces, everySeconds }, now) {
      const [row] = await persevere(
        () => sql<FeedRow[]>`
          insert into feeds as held (site_id, url, format, replaces, every_seconds, next_at)
          values (${siteId}, ${url}, ${format}, ${replaces}, ${everySeconds}, ${now.toISOString()}::text::timestamptz)
          on conflict (site_id) do update set
            url = excluded.url, format = excluded.format, replaces = excluded.replaces,
            every_seconds = excluded.every_seconds, next_at = excluded.next_at, failures = 0,
            lease = null, leased_until = null, etag = null, last_modified = null, digest = null,
            last_at = null, last_code = null, last_message = null
          returning *`,
      );
      if (row === undefined) throw new Error(`no site ${siteId}`);
      return feedOf(row);
    },
    async get(siteId) {
      const [row] = await persevere(() => sql<FeedRow[]>`select * from feeds where site_id = ${siteId}`);
      return row === undefined ? null : feedOf(row);
    },
    async remove(siteId) {
      const removed = await persevere(() => sql`delete from feeds where site_id = ${siteId}`);
      return removed.count > 0;
    },
    async leaseDue(now, until) {
      const [row] = await sql<FeedRow[]>`
        update feeds set lease = ${randomUUID()}, leased_until = ${until.toISOString()}::text::timestamptz
        where site_id = (
          select site_id from feeds
          where next_at <= ${now.toISOString()}::text::timestamptz
            and coalesce(leased_until <= ${now.toISOString()}::text::timestamptz, true)
          order by next_at limit 1 for update skip locked)
        returning *`;
      return row === undefined ? null : leasedFeedOf(row);
    },
    async leaseSite(siteId, now, until) {
      const [row] = await sql<FeedRow[]>`
        update feeds set lease = ${randomUUID()}, leased_until = ${until.toISOString()}::text::timestamptz
        where site_id = ${siteId} and coalesce(leased_until <= ${now.toISOString()}::text::timestamptz, true)
        returning *`;
      return row === undefined ? null : leasedFeedOf(row);
    },
    async finish({ siteId, lease }, { at, nextAt, failures, code, message, copy }) {
      await persevere(
        () => sql`
          update feeds set lease = null, leased_until = null, next_at = ${nextAt.toISOString()}::text::timestamptz,
            last_at = ${at.toISOString()}::text::timestamptz, last_code = ${code}, last_message = ${message},
            failures = ${failures}
            ${copy ? sql`, etag = ${copy.etag}, last_modified = ${copy.lastModified}, digest = ${copy.digest}` : sql``}
          where site_id = ${siteId} and lease = ${lease}`,
      );
    },
  };
}

function feedOf(row: FeedRow): Feed {
  return {
    siteId: row.site_id,
    url: row.url,
    format: row.format,
    replaces: row.replaces,
    everySeconds: row.every_seconds,
    nextAt: isoInstant(row.next_at),
    lastAt: row.last_at === null ? null : isoInstant(row.last_at),
    lastCode: row.last_code,
    lastMessage: row.last_message,
    failures: row.failures,
    etag: row.etag,
    lastModified: row.last_modified,
    digest: row.digest,
  };
}

function leasedFeedOf(row: FeedRow): LeasedFeed {
  if (row.lease === null) throw new Error("a leased feed has no lease");
  return { ...feedOf(row), lease: row.lease };
}
