/** A database of its own for each test file, cloned from a migrated template. */
import { randomBytes } from "node:crypto";
import { dirname } from "node:path";
import { inject } from "vitest";
import { connectionOfUrl, openDatabase } from "../../server/store/database.ts";
import { openEmbedded } from "../../server/store/embedded/open-embedded.ts";
import { migrateDatabase } from "../../server/store/migrate.ts";

/** Spreads into the options of `openStore`. */
export interface TestDatabase {
  databaseUrl: string;
  dataDir: string;
  drop(): Promise<void>;
}

const TEMPLATE = "overture_template";
/** Any number that nothing else locks. */
const TEMPLATE_LOCK = 746_561;

/** On the run's embedded PostgreSQL, or on the server that an administrator's URL names. */
export async function createTestDatabase(serverUrl?: string): Promise<TestDatabase> {
  const adminUrl = serverUrl ?? (await embeddedUrl());
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdministrator(adminUrl, `create database ${name} template ${TEMPLATE}`);
  return {
    databaseUrl: onDatabase(adminUrl, name),
    dataDir: inject("databaseFolder"),
    drop: () => asAdministrator(adminUrl, `drop database ${name} with (force)`),
  };
}

/** This worker's hold on the server; the server ends with the last worker that needed it. */
let embedded: Promise<string> | null = null;

function embeddedUrl(): Promise<string> {
  embedded ??= openEmbeddedUrl(inject("databaseFolder"));
  return embedded;
}

async function openEmbeddedUrl(dataDir: string): Promise<string> {
  const { ensureRunning, connectionOptions } = await openEmbedded(dataDir, () => {});
  const { username, password } = connectionOptions;
  const { path = "" } = await ensureRunning();
  const folder = encodeURIComponent(dirname(path));
  return `postgres://${username}:${password}@localhost/postgres?host=${folder}`;
}

async function asAdministrator(adminUrl: string, statement: string): Promise<void> {
  const { sql, close } = openDatabase({ ...connectionOfUrl(adminUrl), max: 1 });
  try {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const [template] = await sql`select 1 from pg_database where datname = ${TEMPLATE}`;
    if (template === undefined) await makeTemplate(adminUrl, (text) => sql.unsafe(text));
    await sql.unsafe(statement);
  } finally {
    await close();
  }
}

/** Under a name of its own until it is whole: a run that was killed in the middle leaves no half template. */
async function makeTemplate(
  adminUrl: string,
  execute: (statement: string) => Promise<unknown>,
): Promise<void> {
  const draft = `${TEMPLATE}_draft`;
  await execute(`drop database if exists ${draft}`);
  await execute(`create database ${draft} template template0 encoding 'UTF8'`);
  await migrateDatabase(connectionOfUrl(onDatabase(adminUrl, draft)));
  await execute(`alter database ${draft} rename to ${TEMPLATE}`);
}

function onDatabase(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}
