import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connectionOfUrl } from "../../../server/store/database.ts";
import { migrateDatabase } from "../../../server/store/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
let sql: postgres.Sql;

beforeEach(async () => {
  database = await createTestDatabase();
  sql = postgres({ ...connectionOfUrl(database.databaseUrl), onnotice: () => {}, max: 1 });
  await sql`drop schema public cascade`;
  await sql`drop schema drizzle cascade`;
  await sql`create schema public`;
});
afterEach(async () => {
  await sql.end();
  await database.drop();
});

it("applies each migration once when processes migrate at the same time, and then nothing", async () => {
  const options = connectionOfUrl(database.databaseUrl);
  const results = await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(options)));
  const written = readdirSync("migrations").filter((name) => name.endsWith(".sql"));
  expect(results.map(({ applied }) => applied).sort()).toEqual([0, 0, 0, written.length]);
  const rows = await sql`select hash from drizzle.__drizzle_migrations`;
  expect(rows).toHaveLength(written.length);
  expect(await migrateDatabase(options)).toEqual({ applied: 0 });
});

it("gives up on what listens there and is no PostgreSQL", async () => {
  const other = createServer((socket) =>
    socket.on("error", () => {}).end("HTTP/1.1 400 Bad Request\r\n\r\n"),
  );
  await once(other.listen(0, "127.0.0.1"), "listening");
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const options = { ...connectionOfUrl(`postgres://127.0.0.1:${port}/shop`), connect_timeout: 1 };
  await expect(migrateDatabase(options)).rejects.toThrow("no answer");
  other.close();
});

it("leaves nothing behind when a migration fails", async () => {
  await sql`create table products (sku text)`;
  await expect(migrateDatabase(connectionOfUrl(database.databaseUrl))).rejects.toThrow();
  const tables = await sql`select table_name from information_schema.tables where table_schema = 'public'`;
  expect(tables.map(({ table_name }) => table_name)).toEqual(["products"]);
});

it("knows every table and column of schema.ts: there is nothing to generate", () => {
  const copy = mkdtempSync(join(tmpdir(), "overture-migrations-"));
  try {
    cpSync("migrations", copy, { recursive: true });
    const before = readdirSync(copy).sort();
    const options = ["--dialect", "postgresql", "--schema", "server/store/schema.ts", "--out", copy];
    execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", ...options], {
      stdio: "pipe",
    });
    expect(readdirSync(copy).sort()).toEqual(before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
