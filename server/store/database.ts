/** A pool of connections, and what is needed to live through a database that goes away for a moment. */
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema.ts";

export type Sql = postgres.Sql;
/** What a pool and a transaction have in common. */
export type Queries = postgres.ISql;
export type ConnectionOptions = postgres.Options<Record<string, never>> & {
  /** Makes the connection of each session; missing from the library's types. */
  socket?: () => Promise<Socket>;
};

export interface Database {
  /** For the hot paths: each template is a prepared statement and one round trip. */
  sql: Sql;
  /** For everything else. */
  query: PostgresJsDatabase<typeof schema>;
  close(): Promise<void>;
}

/** Opens a pool; connects when first used. Timestamps come back as PostgreSQL's text, see `isoInstant`. */
export function openDatabase(options: ConnectionOptions): Database {
  const sql = postgres({
    max: 8,
    idle_timeout: 60,
    connect_timeout: 15,
    // Saves a round trip per connection: no array type is read that drizzle does not parse itself.
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: "overture", TimeZone: "UTC" },
    ...options,
  });
  return { sql, query: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}

/** What a URL of a server means as options; `host` in its query may be the folder of a Unix socket. */
export function connectionOfUrl(url: string): ConnectionOptions {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new Error("DATABASE_URL must look like postgres://user:password@host:5432/database");
  }
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get("sslmode") ?? "disable";
  return {
    host: searchParams.get("host") ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ...(sslMode === "disable" ? {} : { ssl: sslMode === "verify-full" ? sslMode : "require" }),
  };
}

/**
 * For a transaction that counts over much of a site: memory to sort and hash in what else would go over the disk, and each query
 * planned for its own values, because one plan for a day and for all time is a hundred times too slow for one of them.
 */
export async function prepareToCount(transaction: Queries): Promise<void> {
  await transaction`select set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)`;
}

/** "2026-03-01 12:00:00.5+00", as the server writes an instant under time zone UTC, in ISO 8601. */
export function isoInstant(text: string): string {
  return new Date(text).toISOString();
}

/** Codes of the client library, of the operating system and of PostgreSQL for a server that is gone or going. */
const LOST_CONNECTION = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
]);

export function connectionWasLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && LOST_CONNECTION.has(String(error.code));
}

/**
 * Repeats work whose connection was lost, for at most `patienceMs`. The work must be safe to repeat: a commit may have
 * happened although its answer never arrived.
 */
export async function persevere<T>(work: (attempt: number) => Promise<T>, patienceMs = 10_000): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      if (!connectionWasLost(error) || performance.now() > deadline) throw error;
      await pause(Math.min(10 * 2 ** attempt, 500));
    }
  }
}
