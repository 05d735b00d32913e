/** Imports that are killed, or whose database is, at any moment of their work: shoppers notice nothing, and nothing is left behind. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { openStore, type Store } from "../../server/store/open-store.ts";
import type { SiteKeys } from "../../server/store/site-repository.ts";
import { connectTab, type Tab } from "../contract/wire-client.ts";
import { startTestProcess, type TestProcess } from "../support/child-process.ts";
import { runningPostmaster, until, untilStopped } from "../support/embedded-server.ts";

const PRODUCTS = 6_000;
const OLD_PRICE = 100;
const NEW_PRICE = 200;

let root: string;
let dataDir: string;
let store: Store;
let site: SiteKeys;
let server: Overture;
let tab: Tab;
let importer: TestProcess | null = null;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "overture-faults-"));
  chmodSync(root, 0o755);
  dataDir = join(root, ".overture");
  store = await openStore({ dataDir });
  site = await store.sites.create({ name: "Bowls", origins: ["https://shop.example"], currency: "USD" });
  expect(await summaryOf(startImport(catalogFile("old", OLD_PRICE)))).toMatchObject({ added: PRODUCTS });
  const config = readConfig({
    OVERTURE_DATA_DIR: dataDir,
    OVERTURE_SECRET: "a secret of the fault tests",
    OVERTURE_MESSAGES_PER_10S: "100000",
    PORT: "0",
  });
  if (!config.ok) throw new Error(config.problems.join("; "));
  server = await startOverture(config.config, {
    version: "test",
    widgetDirectory: async () => "/nonexistent",
  });
}, 120_000);
afterAll(async () => {
  tab?.close();
  await importer?.kill();
  await server?.close();
  await store?.close();
  await untilStopped(dataDir);
  rmSync(root, { recursive: true, force: true });
});

/** The same products at another price. */
function catalogFile(name: string, price: number): string {
  const file = join(root, `${name}.jsonl`);
  const rows = Array.from({ length: PRODUCTS }, (_, place) =>
    JSON.stringify({
      sku: `B${place}`,
      title: `Stoneware bowl ${place}`,
      description: "Thrown by hand, glazed twice, and fired for a day. ".repeat(4),
      price,
      url: `https://shop.example/B${place}`,
      categories: ["Bowls"],
      attributes: { colour: place % 2 === 0 ? "green" : "grey", diameter: `${10 + (place % 20)} cm` },
    }),
  );
  writeFileSync(file, rows.join("\n"));
  return file;
}

function startImport(file: string): TestProcess {
  const script = new URL("../support/catalog-importer.ts", import.meta.url);
  return startTestProcess(script, [dataDir, site.siteId, file]);
}

/** Lets the importer go on until it says so. */
async function untilSaid(process: TestProcess, wanted: string): Promise<void> {
  while ((await process.nextLine()) !== wanted);
}

async function summaryOf(process: TestProcess): Promise<unknown> {
  const lines = await process.remainingLines();
  await process.end();
  const result = JSON.parse(lines.at(-1) ?? "null");
  expect(result).toMatchObject({ ok: true });
  return result.summary;
}

/** What the running server shows a shopper who asks for a bowl now, in dollars. */
async function pricesShown(): Promise<number[]> {
  tab?.close();
  tab = await connectTab(server.url, { siteKey: site.siteKey, origin: "https://shop.example" });
  await tab.open({ fresh: true });
  await tab.answerTo("opening");
  const id = crypto.randomUUID();
  await tab.say("I need a green stoneware bowl", id);
  const { cards } = await tab.answerTo(id);
  return [...new Set(cards.map(({ price }) => price.minor / 100))];
}

/** Seen from a connection of its own: the version, and the prices that are stored. */
async function stored(): Promise<{ version: number; products: number; prices: number[] }> {
  const { version, products } = await store.catalogs.load(site.siteId);
  return {
    version,
    products: products.length,
    prices: [...new Set(products.map(({ price }) => price.minor / 100))],
  };
}

const MOMENTS = ["opening", "put 500", "put 3000", `put ${PRODUCTS}`, "committing"];

test.each(MOMENTS)(
  "an import killed after “%s” leaves the catalog that was there, and shoppers are served",
  async (moment) => {
    const before = await stored();
    importer = startImport(catalogFile("new", NEW_PRICE));
    await untilSaid(importer, moment);
    await importer.kill();
    importer = null;
    // Its database may have heard the commit before the end: then all of it is there, never a part.
    const after = await stored();
    if (moment !== "committing") expect(after).toEqual(before);
    expect(after.products).toBe(PRODUCTS);
    expect(after.prices).toHaveLength(1);
    expect(await pricesShown()).toHaveLength(1);
  },
  60_000,
);

test.each(["put 1000", "put 5500"])(
  "PostgreSQL killed after “%s” takes the import with it, and nothing else",
  async (moment) => {
    const before = await stored();
    importer = startImport(catalogFile("new", NEW_PRICE + 50));
    await untilSaid(importer, moment);
    const killed = runningPostmaster(dataDir)?.pid ?? 0;
    process.kill(killed, "SIGKILL");
    await expect(untilSaid(importer, "never said")).rejects.toThrow(/the process ended/);
    importer = null;
    await until(async () => (await stored().catch(() => null)) !== null, "the database did not come back");
    expect(await stored()).toEqual(before);
    expect(await pricesShown()).toEqual(before.prices);
  },
  60_000,
);

test("the import that is run again changes everything, and nothing of the killed ones is left", async () => {
  const { version } = await stored();
  const summary = await summaryOf(startImport(catalogFile("final", 300)));
  expect(summary).toMatchObject({ added: 0, updated: PRODUCTS, unchanged: 0, rejected: [] });
  expect(await stored()).toEqual({ version: version + 1, products: PRODUCTS, prices: [300] });
  await until(async () => (await pricesShown())[0] === 300, "the server still shows the former catalog");
  expect(await summaryOf(startImport(catalogFile("final", 300)))).toMatchObject({ unchanged: PRODUCTS });
}, 120_000);

test("of two imports of one site at once one waits, and both complete", async () => {
  const { version } = await stored();
  const [one, other] = [startImport(catalogFile("one", 400)), startImport(catalogFile("other", 500))];
  const summaries = await Promise.all([summaryOf(one), summaryOf(other)]);
  expect(summaries).toEqual([
    expect.objectContaining({ added: 0, updated: PRODUCTS }),
    expect.objectContaining({ added: 0, updated: PRODUCTS }),
  ]);
  const { prices, ...rest } = await stored();
  expect(rest).toEqual({ version: version + 2, products: PRODUCTS });
  expect([[400], [500]]).toContainEqual(prices);
}, 120_000);
