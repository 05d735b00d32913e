/** Pulling feeds into a real store, and the schedule that does. */
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { type FeedClock, startFeedSchedule } from "../../../server/sync/feed-schedule.ts";
import { createMerchantCatalog, type MerchantCatalog } from "../../../server/sync/merchant-catalog.ts";
import type { FeedPull } from "../../../server/sync/pull-feed.ts";
import type { CatalogSite } from "../../../server/sync/run-import.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { type FeedServer, startFeedServer } from "./feed-server.ts";

let database: TestDatabase;
let store: Store;
let site: CatalogSite;
let server: FeedServer;
let catalog: MerchantCatalog;
let now: Date;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  const { siteId } = await store.sites.create({
    name: "Lux",
    origins: ["https://lux.example"],
    currency: "EUR",
  });
  site = { id: siteId, currency: "EUR", origins: ["https://lux.example"] };
  server = await startFeedServer();
  now = new Date("2026-03-01T12:00:00Z");
  catalog = createMerchantCatalog({ ...store, allowPrivateFeeds: true, now: () => now });
});
afterEach(async () => {
  await catalog.removeFeed(site.id);
  await server.close();
});

const rows = (...skus: string[]) =>
  ["sku,title,price,currency", ...skus.map((sku) => `${sku},Lamp ${sku},12.50,EUR`)].join("\n");
const serve = (body: string | Buffer, headers: Record<string, string> = {}) =>
  server.answer((request, response) => {
    const isKnown = headers.etag !== undefined && request.headers["if-none-match"] === headers.etag;
    if (isKnown) response.writeHead(304).end();
    else response.writeHead(200, headers).end(body);
  });
const setFeed = (change: { replaces?: boolean; everySeconds?: number } = {}) =>
  catalog.setFeed(site.id, {
    ...{ url: `${server.url}/feed.csv`, format: "auto", replaces: true, everySeconds: 3_600 },
    ...change,
  });
const skus = async () => (await store.catalogs.load(site.id)).products.map(({ sku }) => sku);
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();

describe("a pull", () => {
  it("imports what is new, and nothing when the server or the bytes say that it is not", async () => {
    serve(rows("a", "b"), { etag: '"1"' });
    await setFeed();
    expect(await catalog.pullFeed(site)).toMatchObject({
      status: "imported",
      outcome: { added: 2, rejected: [] },
    });
    expect(await catalog.feed(site.id)).toMatchObject({
      every: "1h",
      lastCode: "import/applied",
      lastMessage: expect.stringContaining("2 added"),
      nextAt: later(60),
    });
    expect(await catalog.pullFeed(site)).toEqual({ status: "unchanged" });
    serve(gzipSync(rows("a", "b", "c")));
    expect(await catalog.pullFeed(site)).toMatchObject({
      status: "imported",
      outcome: { added: 1, unchanged: 2 },
    });
    expect(await catalog.pullFeed(site)).toEqual({ status: "unchanged" });
    expect(await skus()).toEqual(["a", "b", "c"]);
  });

  it("[CAT-2] of a feed that shrank is held back, once for the same bytes, and can be confirmed", async () => {
    serve(rows("a", "b", "c"));
    await setFeed();
    await catalog.pullFeed(site);
    serve(rows("a"));
    const pull = await catalog.pullFeed(site);
    const id = pull !== "none" && pull !== "busy" && pull.status === "held" ? pull.importId : "";
    expect(pull).toMatchObject({ status: "held", outcome: { held: { id, leaving: 2, visible: 3 } } });
    expect(await skus()).toEqual(["a", "b", "c"]);
    expect(await catalog.feed(site.id)).toMatchObject({
      lastCode: "import/held",
      lastMessage: expect.stringContaining("2 of 3 products, 67 %, are missing"),
      failures: 0,
    });
    expect(await catalog.pullFeed(site)).toEqual({ status: "unchanged" });
    expect(await catalog.confirmImport(site.id, id)).toMatchObject({ removed: 2 });
    expect(await skus()).toEqual(["a"]);
  });

  it.each([
    ["an HTML page", "<!doctype html><p>Please log in", "feed/not-a-catalog"],
    ["a file that breaks off", '[{"sku":"a","title":"A","price":1},{"sk', "feed/not-a-catalog"],
    ["nothing", "", "feed/not-a-catalog"],
    ["an archive in an archive", gzipSync(gzipSync(rows("a"))), "feed/not-a-catalog"],
  ])("of %s leaves the catalog as it is", async (_, body, code) => {
    serve(rows("a"));
    await setFeed();
    await catalog.pullFeed(site);
    serve(body);
    const pull = await catalog.pullFeed(site);
    expect(pull).toMatchObject({ status: "failed", error: { code, message: expect.any(String) } });
    expect(await skus()).toEqual(["a"]);
    expect(await catalog.feed(site.id)).toMatchObject({ lastCode: code, failures: 1 });
  });

  it("of a feed that fails is tried again sooner, then ever later, and at most as late as usual", async () => {
    await setFeed();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await catalog.pullFeed(site);
      const { nextAt = "" } = (await catalog.feed(site.id)) ?? {};
      waits.push((Date.parse(nextAt) - now.getTime()) / 60_000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await catalog.feed(site.id)).toMatchObject({ lastCode: "feed/http-404", failures: 8 });
    serve(rows("a"));
    await catalog.pullFeed(site);
    expect(await catalog.feed(site.id)).toMatchObject({ failures: 0, nextAt: later(60) });
  });

  it("of one feed is taken once at a time", async () => {
    await setFeed();
    const pulls = await new Promise<(FeedPull | "none" | "busy")[]>((resolve, reject) => {
      server.answer((_, response) => {
        // The first is under way: the second finds it busy, and only then does the first get its answer.
        catalog.pullFeed(site).then((second) => {
          response.end(rows("a"));
          first.then((done) => resolve([done, second]), reject);
        }, reject);
      });
      const first = catalog.pullFeed(site);
    });
    expect(pulls).toEqual([expect.objectContaining({ status: "imported" }), "busy"]);
  });

  it("shows the password of a feed's address to nobody", async () => {
    const shown = await catalog.setFeed(site.id, {
      ...{ url: `${server.url.replace("//", "//shop:secret@")}/feed`, format: "auto" },
      ...{ replaces: false, everySeconds: 300 },
    });
    await catalog.pullFeed(site);
    expect(shown.url).toContain("shop:***@");
    expect(JSON.stringify(await catalog.feed(site.id))).not.toContain("secret");
  });
});

describe("the schedule", () => {
  /** A clock that a test moves: `sleep` lasts until the test wakes it. */
  function heldClock(): { clock: FeedClock; asleep(): Promise<void>; wake(): void } {
    let wake = () => {};
    let fellAsleep = () => {};
    let asleep = new Promise<void>((resolve) => {
      fellAsleep = resolve;
    });
    const sleep: FeedClock["sleep"] = (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(), { once: true });
        wake = () => {
          asleep = new Promise((again) => {
            fellAsleep = again;
          });
          resolve();
        };
        fellAsleep();
      });
    return { clock: { now: () => now, sleep }, asleep: () => asleep, wake: () => wake() };
  }
  const silent = { info: () => {}, error: () => {} };
  const start = (clock: FeedClock) =>
    startFeedSchedule({
      ...{ catalogs: store.catalogs, feeds: store.feeds, siteOf: (id) => store.sites.byId(id) },
      ...{ allowPrivateFeeds: true, log: silent, clock },
    });

  it("pulls a feed when it is due, not before, and goes on where another process ended", async () => {
    serve(rows("a"));
    await setFeed();
    const { clock, asleep, wake } = heldClock();
    const first = start(clock);
    await asleep();
    expect(await skus()).toEqual(["a"]);
    expect(server.requests).toHaveLength(1);
    now = new Date(now.getTime() + 59 * 60_000);
    wake();
    await asleep();
    expect(server.requests).toHaveLength(1);
    await first.stop();

    now = new Date(now.getTime() + 60_000);
    serve(rows("a", "b"));
    const next = heldClock();
    const second = start(next.clock);
    await next.asleep();
    expect(await skus()).toEqual(["a", "b"]);
    await second.stop();
  });

  it("of two processes pulls a feed once", async () => {
    serve(rows("a"));
    await setFeed();
    const clocks = [heldClock(), heldClock()];
    const running = clocks.map(({ clock }) => start(clock));
    await Promise.all(clocks.map(({ asleep }) => asleep()));
    expect(server.requests).toHaveLength(1);
    await Promise.all(running.map(({ stop }) => stop()));
  });

  it("outlives a feed that fails, and a stop gives up a pull and leaves it due", async () => {
    await setFeed();
    const failing = heldClock();
    const first = start(failing.clock);
    await failing.asleep();
    expect(await catalog.feed(site.id)).toMatchObject({ lastCode: "feed/http-404" });
    await first.stop();

    await setFeed();
    let second: { stop(): Promise<void> } | undefined;
    await new Promise<void>((resolve, reject) => {
      server.answer(() => void second?.stop().then(resolve, reject));
      second = start(heldClock().clock);
    });
    expect(await catalog.feed(site.id)).toMatchObject({
      lastCode: "feed/stopped",
      nextAt: now.toISOString(),
    });
  });
});
