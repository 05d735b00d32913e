/** Imports that replace, and feeds, through the launcher. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type FeedServer, startFeedServer } from "../sync/feed-server.ts";
import { type Environment, type Outcome, runOverture } from "./run-overture.ts";

let database: TestDatabase;
let environment: Environment;
let folder: string;
let siteKey: string;
let server: FeedServer;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "overture-step-"));
  environment = { DATABASE_URL: database.databaseUrl, OVERTURE_DATA_DIR: join(folder, "data") };
  const created = await runOverture(
    ["site", "create", "--name", "Lux", "--origin", "https://lux.example", "--json"],
    environment,
  );
  ({ siteKey } = JSON.parse(created.stdout));
  server = await startFeedServer();
}, 60_000);
afterAll(async () => {
  await server.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const overture = (...args: string[]): Promise<Outcome> =>
  runOverture([...args, "--site", siteKey], environment);
const csv = (...skus: string[]) =>
  ["sku,title,price", ...skus.map((sku) => `${sku},Lamp ${sku},10`)].join("\n");
function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

test("[CAT-2] an import that shrinks the shop waits, is listed, confirmed or let through", async () => {
  await overture("catalog", "import", file("all.csv", csv("a", "b", "c", "d")));
  const few = file("few.csv", csv("a", "b"));
  const dry = await overture("catalog", "import", few, "--replace", "--dry-run", "--json");
  expect([dry.code, JSON.parse(dry.stdout)]).toMatchObject([0, { removed: 2, held: { leaving: 2 } }]);
  const held = await overture("catalog", "import", few, "--replace");
  expect(held.code).toBe(2);
  expect(held.stdout).toContain("2 of 4 products, 50 %, are missing from it");
  const [, id = ""] = /overture catalog confirm (\S+)/.exec(held.stdout) ?? [];
  expect((await overture("catalog", "imports")).stdout.split("\n")[0]).toContain(`${id}\theld\tfew.csv`);
  expect((await overture("catalog", "discard", id)).code).toBe(0);
  expect((await overture("catalog", "confirm", id)).stderr).toContain("overture catalog imports");

  const again = JSON.parse((await overture("catalog", "import", few, "--replace", "--json")).stdout);
  const confirmed = await overture("catalog", "confirm", again.held.id, "--json");
  expect(JSON.parse(confirmed.stdout)).toMatchObject({ removed: 2, unchanged: 2 });
  const one = file("one.csv", csv("a"));
  const allowed = await overture("catalog", "import", one, "--replace", "--max-shrink", "60", "--json");
  expect(JSON.parse(allowed.stdout)).toEqual({
    ...{ added: 0, updated: 0, unchanged: 1, hidden: 0, removed: 1, rejected: [] },
  });
}, 60_000);

test("[CAT-4] a feed is set, pulled, shown and removed; a private address only where it is allowed", async () => {
  server.answer((_, response) => response.end(csv("a", "x", "y")));
  const set = ["feed", "set", "--url", `${server.url}/feed.csv`];
  const refused = await overture(...set);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining("127.0.0.1 is not a public address"),
  ]);
  environment.OVERTURE_FEED_ALLOW_PRIVATE = "1";
  expect((await overture(...set, "--every", "10s")).stderr).toContain("30m, 1h or 1d");
  expect(JSON.parse((await overture(...set, "--every", "30m", "--json")).stdout)).toMatchObject({
    every: "30m",
  });
  expect(JSON.parse((await overture("feed", "pull", "--json")).stdout)).toMatchObject({
    ...{ status: "imported", outcome: { added: 2 } },
  });
  expect((await overture("feed", "show")).stdout).toContain("import/applied 2 added");
  server.answer((_, response) => response.writeHead(404).end());
  const failed = await overture("feed", "pull");
  expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining("feed/http-404")]);
  expect((await overture("feed", "remove")).code).toBe(0);
  expect((await overture("feed", "show")).stderr).toContain("overture feed set");
}, 60_000);
