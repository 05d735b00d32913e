/** Brings a database to the schema of `migrations/`. Two processes may do so at once. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { type ConnectionOptions, openDatabase, type Sql } from "./database.ts";

/** Any number will do, as long as every Overture uses the same. */
const MIGRATION_LOCK = 0x6f766572;

/** Applies what is missing, in one transaction; `applied` is how many migrations that were. */
export async function migrateDatabase(
  options: ConnectionOptions,
  migrationsFolder: string = findMigrations(),
): Promise<{ applied: number }> {
  // One connection, because the advisory lock belongs to its session and is released with it, however it ends.
  const database = openDatabase({ ...options, max: 1 });
  try {
    const wanted = journal(migrationsFolder);
    const newest = await firstAnswer(database.sql, newestApplied(database.sql));
    if (newest === wanted.at(-1)?.when) return { applied: 0 };
    await database.sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const before = await newestApplied(database.sql);
    await migrate(database.query, { migrationsFolder });
    return { applied: wanted.filter(({ when }) => when > before).length };
  } finally {
    await database.close();
  }
}

/**
 * The client connects again for ever where something listens that speaks another protocol, so that no query ever fails.
 * Rejects as for a connection that timed out.
 */
async function firstAnswer<Answer>(sql: Sql, query: Promise<Answer>): Promise<Answer> {
  const waiting = new AbortController();
  const limit = pause(sql.options.connect_timeout * 1_000, undefined, waiting).then(() => {
    throw Object.assign(new Error("no answer"), { code: "CONNECT_TIMEOUT" });
  });
  // The one that loses is of no interest any more.
  limit.catch(() => {});
  query.catch(() => {});
  return Promise.race([query, limit]).finally(() => waiting.abort());
}

/** When the newest migration that this database has was written, in milliseconds; 0 when it has none. */
async function newestApplied(sql: Sql): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (table?.present !== true) return 0;
  const [newest] = await sql`select coalesce(max(created_at), 0) as at from drizzle.__drizzle_migrations`;
  return Number(newest?.at);
}

function journal(folder: string): { when: number }[] {
  const { entries } = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8"));
  return entries;
}

/** The nearest `migrations/` above this file, which may have been bundled elsewhere. */
function findMigrations(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "migrations", "meta", "_journal.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the folder migrations/ is missing from this installation");
    folder = parent;
  }
  return join(folder, "migrations");
}
