/**
 * What is measured in a process of its own, so that nothing else is in its memory: `node catalog-process.ts DATA_DIR
 * SITE_KEY cold|warm|searches|minisearch`. Writes one line of JSON when it is done.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import type { Catalog } from "../server/catalog/catalog.ts";
import type { Product } from "../server/catalog/product.ts";
import { openCatalogRooms } from "../server/catalog-rooms.ts";
import { rehearse } from "../server/site-threads/rehearse.ts";
import { openStore, type Store } from "../server/store/open-store.ts";
import { drawQueries } from "./catalog-queries.ts";
import { spreadOf } from "./measure.ts";

const QUERIES_PER_KIND = 40;
const WARM_UP_PER_KIND = 10;
const REHEARSAL_MS = 600;

const [dataDir = "", siteKey = "", task = ""] = process.argv.slice(2);
const snapshotFolder = join(dataDir, "bench-snapshots");
setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const store = await openStore({ dataDir });
const site = await store.sites.byKey(siteKey);
if (site === null || site === undefined) throw new Error(`no site ${siteKey}`);
console.log(JSON.stringify(await measure(store, site)));
await store.close();

function measure(from: Store, site: { id: string; currency: string }): Promise<unknown> {
  switch (task) {
    case "cold":
      return build(from, site);
    case "warm":
      return openWarm(from, site);
    case "searches":
      return search(from, site);
    default:
      return miniSearch(from, site.id);
  }
}

function openRooms(from: Store, { id, currency }: { id: string; currency: string }) {
  return openCatalogRooms({ catalogs: from.catalogs, snapshotFolder }, { id, currency });
}

async function build(from: Store, site: { id: string; currency: string }) {
  const startedAt = performance.now();
  const { rooms, keep } = await openRooms(from, site);
  const openedAt = performance.now();
  answerOne(rooms.catalog);
  const answeredAt = performance.now();
  await keep();
  return {
    openMs: openedAt - startedAt,
    keepMs: performance.now() - answeredAt,
    snapshotBytes: sizeOf(snapshotFolder),
    memory: memoryNow(),
  };
}

async function openWarm(from: Store, site: { id: string; currency: string }) {
  const startedAt = performance.now();
  const { rooms } = await openRooms(from, site);
  const openedAt = performance.now();
  answerOne(rooms.catalog);
  const answeredAt = performance.now();
  return { openMs: openedAt - startedAt, answeredMs: answeredAt - startedAt, sinceStartMs: answeredAt };
}

/** Searches as a site's thread makes them: opened from the snapshot, and after a rehearsal as a thread that takes over has it. */
async function search(from: Store, site: { id: string; currency: string }) {
  const { rooms } = await openRooms(from, site);
  const rehearsedBy = performance.now() + REHEARSAL_MS;
  await rehearse(rooms, site.currency, () => performance.now() > rehearsedBy);
  const { catalog } = rooms;
  const skus = [...catalog.products].map(({ sku }) => sku);
  for (const { query } of drawQueries(catalog, skus.toReversed(), WARM_UP_PER_KIND)) catalog.find(query);
  const timesOf = new Map<string, number[]>();
  const processorTimes: number[] = [];
  for (const { kind, query } of drawQueries(catalog, skus, QUERIES_PER_KIND)) {
    const before = process.cpuUsage();
    const askedAt = performance.now();
    catalog.find(query);
    const took = performance.now() - askedAt;
    const { user, system } = process.cpuUsage(before);
    processorTimes.push((user + system) / 1_000);
    timesOf.set(kind, [...(timesOf.get(kind) ?? []), took]);
  }
  const all = [...timesOf.values()].flat();
  return {
    kinds: Object.fromEntries(
      [...timesOf].map(([kind, times]) => [kind, { ...spreadOf(times), max: Math.max(...times) }]),
    ),
    processor: spreadOf(processorTimes),
    all: { ...spreadOf(all), max: Math.max(...all) },
    memory: memoryNow(),
  };
}

function answerOne(catalog: Catalog): void {
  catalog.find({ preferences: [], text: "new", exclude: [], like: null, limit: 20 });
}

function memoryNow() {
  collectGarbage();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { rss, heapUsed, arrayBuffers, peak: process.resourceUsage().maxRSS * 1_024 };
}

/** The reference: a well-kept library that is asked the same words and nothing else. */
async function miniSearch(from: Store, siteId: string) {
  const index = new MiniSearch<Product>({
    idField: "sku",
    fields: ["title", "description", "brand", "categories"],
    searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true },
  });
  let buildMs = 0;
  const products = new Map<string, Product>();
  await from.catalogs.read(
    siteId,
    (batch) => {
      const startedAt = performance.now();
      index.addAll(batch);
      buildMs += performance.now() - startedAt;
      for (const product of batch) products.set(product.sku, product);
    },
    () => {},
  );
  const catalog = { product: (sku: string) => products.get(sku) };
  const texts = (skus: string[], perKind: number) =>
    drawQueries(catalog, skus, perKind).flatMap(({ query }) => (query.text === "" ? [] : [query.text]));
  for (const text of texts([...products.keys()].toReversed(), WARM_UP_PER_KIND)) index.search(text);
  const times = texts([...products.keys()], QUERIES_PER_KIND).map((text) => {
    const askedAt = performance.now();
    index.search(text).slice(0, 20);
    return performance.now() - askedAt;
  });
  return { buildMs, all: { ...spreadOf(times), max: Math.max(...times) } };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((bytes, entry) => bytes + statSync(join(entry.parentPath, entry.name)).size, 0);
}
