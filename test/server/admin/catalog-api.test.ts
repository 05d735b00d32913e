/** The merchant's catalog API over a real store. */
import { gzipSync } from "node:zlib";
import type { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import { describeApi } from "../../../server/admin/openapi.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createMerchantCatalog } from "../../../server/sync/merchant-catalog.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { noModelReport } from "../../support/no-model.ts";

let database: TestDatabase;
let store: Store;
let api: Hono;
let siteId: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
  const catalog = createMerchantCatalog({ ...store, allowPrivateFeeds: false });
  api = createAdminApi(access, store.archive, store, async () => catalog, noModelReport(store.modelUsage));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, secretKey } = await store.sites.create({
    ...{ name: "Lux", origins: ["https://lux.example"], currency: "EUR" },
  }));
});

async function call(method: string, path: string, body?: unknown) {
  const isRaw = typeof body === "string" || body instanceof Uint8Array;
  const response = await api.request(path, {
    method,
    headers: { authorization: `Bearer ${secretKey}` },
    ...(body !== undefined && { body: isRaw ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
const lamp = { title: "Reading lamp", price: 49.9, attributes: { colour: "brass" }, inStock: true };

describe("single products", () => {
  it("[CAT-1] are put, patched and deleted by version, and what is late is stale", async () => {
    expect(await call("PUT", "/products/lamp%2F1", { ...lamp, version: 3 })).toEqual({
      status: 200,
      body: { sku: "lamp/1", status: "applied" },
    });
    expect((await call("PUT", "/products/lamp%2F1", { ...lamp, title: "Old", version: 2 })).body.status).toBe(
      "stale",
    );
    const patch = { version: "2026-03-01T12:00:00Z", quantity: 0, price: "39,90 EUR", was: 49.9 };
    expect((await call("PATCH", "/products/lamp%2F1/stock", patch)).body.status).toBe("applied");
    expect((await call("PATCH", "/products/lamp%2F1/stock", patch)).body.status).toBe("stale");
    expect((await store.catalogs.load(siteId)).products).toMatchObject([
      {
        ...{
          sku: "lamp/1",
          title: "Reading lamp",
          inStock: false,
          url: "https://lux.example/products/reading-lamp",
        },
        ...{ price: { minor: 3_990, currency: "EUR" }, was: { minor: 4_990, currency: "EUR" } },
      },
    ]);
    const version = Date.parse("2026-03-01T12:00:01Z");
    expect((await call("DELETE", `/products/lamp%2F1?version=${version}`)).body.status).toBe("applied");
    expect((await call("PUT", "/products/lamp%2F1", { ...lamp, version: version - 1 })).body.status).toBe(
      "stale",
    );
    expect((await store.catalogs.load(siteId)).products).toEqual([]);
  });

  it("are cleaned as an import cleans them", async () => {
    const dirty = {
      title: "<b>Caf\u00e9 &amp; bar</b> lamp",
      description: "<script>x</script><p>Warm light</p>",
      price: 10,
      version: 1,
    };
    await call("PUT", "/products/a", dirty);
    expect((await store.catalogs.load(siteId)).products[0]).toMatchObject({
      ...{ title: "Café & bar lamp", description: "Warm light" },
    });
    const foreign = { title: "Lamp", price: { amount: 10, currency: "USD" }, version: 1 };
    expect((await call("PUT", "/products/b", foreign)).body).toMatchObject({
      status: "applied",
      hidden: "the price is in USD, the shop sells in EUR",
    });
  });

  it("[CAT-3] are shown in each version", async () => {
    await call("PUT", "/products/a", { ...lamp, version: 1 });
    await call("PATCH", "/products/a/stock", { version: 2, inStock: false });
    expect((await call("GET", "/products/a?version=1")).body).toMatchObject({ version: 1, inStock: true });
    expect((await call("GET", "/products/a")).body).toMatchObject({
      version: 2,
      inStock: false,
      validUntil: null,
    });
    expect((await call("GET", "/products/a?version=3")).status).toBe(404);
    expect((await call("GET", "/products/a?version=x")).status).toBe(400);
    expect((await call("GET", "/products/nobody")).status).toBe(404);
  });

  it.each([
    ["no JSON", "{"],
    ["an array", []],
    ["no version", lamp],
    ["a version that is none", { ...lamp, version: "soon" }],
    ["a negative version", { ...lamp, version: -1 }],
    ["no title", { price: 1, version: 1 }],
    ["a title of 501 characters", { ...lamp, title: "x".repeat(501), version: 1 }],
    ["a title that is markup only", { ...lamp, title: "<br>", version: 1 }],
    ["a negative price", { ...lamp, price: -1, version: 1 }],
    ["a price that is an object of nothing", { ...lamp, price: {}, version: 1 }],
    ["an instant before any shop", { ...lamp, version: "1969-12-31T23:59:59Z" }],
    [
      "more than 1,000 fields",
      {
        ...lamp,
        version: 1,
        ...Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`field ${i}`, i])),
      },
    ],
  ])("with %s are refused in words", async (_, body) => {
    const { status, body: answered } = await call("PUT", "/products/a", body);
    expect(status).toBe(400);
    expect(answered).toEqual({ error: { code: "payload/invalid", message: expect.stringMatching(/.{5}/) } });
    expect((await store.catalogs.load(siteId)).products).toEqual([]);
  });

  it("that are nested too deeply or are too large are refused, and the next request is served", async () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(2_000)}1${"}".repeat(2_000)}`);
    expect((await call("PUT", "/products/a", { ...lamp, version: 1, deep })).status).toBe(400);
    expect(
      (await call("PUT", "/products/a", { ...lamp, version: 1, extra: "x".repeat(2 ** 20) })).status,
    ).toBe(413);
    expect((await call("PATCH", "/products/nobody/stock", { version: 1, inStock: true })).status).toBe(404);
    expect((await call("PATCH", "/products/a/stock", { version: 1 })).status).toBe(400);
    expect((await call("PUT", "/products/a", { ...lamp, version: 1 })).status).toBe(200);
  });
});

it("numbers that no column holds leave the product without them, and fail neither a push nor a file", async () => {
  const rating = { value: 4, count: Number.MAX_SAFE_INTEGER };
  const price = { minor: Number.MAX_SAFE_INTEGER, currency: "EUR" };
  expect(await call("PUT", "/products/voted", { ...lamp, version: 1, rating })).toMatchObject({
    status: 200,
  });
  expect((await call("PUT", "/products/dear", { ...lamp, version: 1, price })).body.hidden).toContain(
    "too large",
  );
  expect((await call("PATCH", "/products/voted/stock", { version: 2, price })).status).toBe(400);
  const file = [
    { id: "votes", title: "Lamp", price: 5, rating: 4, rating_count: 1e12 },
    { id: "minor", title: "Lamp", price: { minor: 1e300, currency: "EUR" } },
    { id: "variant", title: "Lamp", price: 5, variants: [{ sku: "v", price: { minor: 1e300 } }] },
    { id: "cents", title: "Lamp", price_cents: -1e30 },
  ];
  expect(await call("POST", "/catalog/imports", JSON.stringify(file))).toMatchObject({
    status: 200,
    body: { added: 4, hidden: 2 },
  });
  const { products } = await store.catalogs.load(siteId);
  expect(products.map(({ sku, rating: shown }) => [sku, shown])).toEqual([
    ["variant", null],
    ["voted", null],
    ["votes", null],
  ]);
});

it("takes more uploads at once than the database has connections, one after the other", async () => {
  const uploads = Array.from({ length: 120 }, (_, i) =>
    call("POST", "/catalog/imports", `sku,title,price\n${i},Lamp ${i},10`),
  );
  expect(new Set((await Promise.all(uploads)).map(({ status }) => status))).toEqual(new Set([200]));
  expect((await store.catalogs.load(siteId)).products).toHaveLength(120);
}, 60_000);

it("others are served while a batch is read", async () => {
  const description = "<p>Solid oak, 45 cm wide.</p>".repeat(600);
  const items = Array.from({ length: 40 }, (_, i) => ({
    ...{ op: "put", sku: `${i}`, version: 1, description },
    ...lamp,
  }));
  // Code that has not run yet is slow, and would hide what is measured.
  await call("POST", "/products", { items: items.splice(0, 5) });
  const began = performance.now();
  let last = began;
  let longestMs = 0;
  const tick = () => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  };
  const ticking = setInterval(tick, 1);
  await call("POST", "/products", { items });
  clearInterval(ticking);
  expect(longestMs).toBeLessThan((performance.now() - began) / 2);
});

it("a batch gives each item its result, and one that is wrong does not hinder the others", async () => {
  const { status, body } = await call("POST", "/products", {
    items: [
      {
        op: "put",
        sku: "a",
        version: 1,
        ...lamp,
        variants: [
          { sku: "a-S", options: { size: "S" }, price: 40, inStock: true },
          { sku: "a-L", options: { size: "L" }, price: 50, inStock: true },
        ],
      },
      { op: "put", sku: "b", version: 1 },
      { op: "stock", sku: "a-S", version: 2, inStock: false },
      { op: "stock", sku: "nobody", version: 2, inStock: false },
      { op: "delete", sku: "c", version: 2 },
      { op: "put", sku: "c", version: 1, ...lamp },
      "nonsense",
    ],
  });
  expect(status).toBe(200);
  expect(body.results.map((result: { sku: string; status: string }) => [result.sku, result.status])).toEqual([
    ["a", "applied"],
    ["b", "refused"],
    ["a-S", "applied"],
    ["nobody", "refused"],
    ["c", "applied"],
    ["c", "stale"],
    ["", "refused"],
  ]);
  const { products, version } = await store.catalogs.load(siteId);
  expect(version).toBe(1);
  expect(products).toMatchObject([
    { sku: "a", price: { minor: 5_000 }, variants: [{ inStock: false }, { inStock: true }] },
  ]);
  expect((await call("POST", "/products", { items: [] })).status).toBe(400);
  expect((await call("POST", "/products", { items: Array(1_001).fill({}) })).status).toBe(400);
});

it("[CAT-2] a file is taken, held back when it shrinks the shop, confirmed or discarded", async () => {
  const csv = (...skus: string[]) =>
    ["sku,title,price", ...skus.map((sku) => `${sku},Lamp ${sku},10`)].join("\n");
  expect(await call("POST", "/catalog/imports", gzipSync(csv("a", "b", "c")))).toMatchObject({
    status: 200,
    body: { added: 3, rejected: [] },
  });
  const held = await call("POST", "/catalog/imports?replace=1&format=csv", csv("a"));
  expect(held).toMatchObject({ status: 202, body: { removed: 2, held: { leaving: 2, visible: 3 } } });
  const { imports } = (await call("GET", "/catalog/imports")).body;
  expect(imports.map(({ state }: { state: string }) => state)).toEqual(["held", "applied"]);
  expect((await call("POST", `/catalog/imports/${held.body.id}/confirm`)).body).toMatchObject({ removed: 2 });
  expect((await call("POST", `/catalog/imports/${held.body.id}/discard`)).status).toBe(404);
  expect((await call("POST", "/catalog/imports/nonsense/confirm")).status).toBe(404);
  expect(await call("POST", "/catalog/imports", "<html><p>Log in")).toMatchObject({
    status: 422,
    body: { error: { code: "file/format" } },
  });
  expect((await call("POST", "/catalog/imports?format=tarot", csv("a"))).status).toBe(400);
});

it("[CAT-4] a feed is set, shown and removed; an address of the own network is refused", async () => {
  expect((await call("GET", "/catalog/feed")).status).toBe(404);
  expect(
    await call("PUT", "/catalog/feed", { url: "https://u:pw@feeds.example/a.csv", every: "30m" }),
  ).toMatchObject({
    status: 200,
    body: { url: "https://u:***@feeds.example/a.csv", every: "30m", replace: false, lastAt: null },
  });
  for (const url of [
    "http://127.0.0.1/feed",
    "http://[::1]/feed",
    "http://169.254.169.254/",
    "ftp://a.example/",
  ])
    expect(await call("PUT", "/catalog/feed", { url })).toMatchObject({
      status: 400,
      body: { error: { code: "feed/address-refused" } },
    });
  expect((await call("PUT", "/catalog/feed", { url: "https://a.example/", every: "1s" })).status).toBe(400);
  expect((await call("DELETE", "/catalog/feed")).body).toEqual({ removed: true });
  expect((await call("POST", "/catalog/feed/pull")).status).toBe(404);
});

it("[SEM-5] tells how far the products are embedded, or that there is no model for it", async () => {
  await call("PUT", "/products/a", { ...lamp, version: 1 });
  expect(await call("GET", "/catalog/embeddings")).toEqual({ status: 200, body: { state: "off" } });
  const embedding = { vectors: store.vectors, model: "fake" };
  const catalog = createMerchantCatalog({ ...store, allowPrivateFeeds: false, embedding });
  const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
  const withModel = createAdminApi(
    access,
    store.archive,
    store,
    async () => catalog,
    noModelReport(store.modelUsage),
  );
  const answer = await withModel.request("/catalog/embeddings", {
    headers: { authorization: `Bearer ${secretKey}` },
  });
  expect(await answer.json()).toEqual({
    ...{ model: "fake", state: "waiting", products: 1, embedded: 0, pending: 1 },
    trouble: null,
    at: null,
  });
});

it("a site's key opens that site's catalog and no other", async () => {
  await call("PUT", "/products/a", { ...lamp, version: 1 });
  const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
  secretKey = other.secretKey;
  expect((await call("GET", "/products/a")).status).toBe(404);
  secretKey = "sk_nobody";
  expect((await call("PUT", "/products/a", { ...lamp, version: 9 })).status).toBe(401);
});

it("everything that is served is described", () => {
  const document: { paths?: Record<string, object> } = describeApi("1");
  const described = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const served = api.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} /api/admin${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(served.length).toBeGreaterThan(12);
  for (const route of new Set(served)) expect(described).toContain(route);
});
