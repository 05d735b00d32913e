/** A merchant's file over HTTP: rehearsed, its columns told and mapped, its progress heard; and the products afterwards. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UploadLine } from "../../../server/admin/catalog-uploads.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { CONNECTION, type MerchantSide, merchantSide } from "../../support/merchant-side.ts";

let database: TestDatabase;
let store: Store;
let side: MerchantSide;
let siteId: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  side = merchantSide(store);
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

const NUMBERED = [
  "Nummer;Wie es heisst;Kosten;Farbe;Notiz intern hash",
  "1;Leselampe;49,90;messing;aa",
  "2;Stehlampe;129,00;schwarz;bb",
  ";Ohne Nummer;5,00;;",
  "4;;5,00;;",
].join("\n");

const bearer = () => ({ authorization: `Bearer ${secretKey}` });
async function upload(query: string, file: string, headers: Record<string, string> = {}) {
  const request = { method: "POST", headers: { ...bearer(), ...headers }, body: file };
  const response = await side.app.request(`/api/admin/catalog/imports${query}`, request, CONNECTION);
  const text = await response.text();
  return { status: response.status, text, body: headers.accept ? null : JSON.parse(text) };
}
async function get(path: string) {
  return (await side.request("GET", `/api/admin${path}`, { headers: bearer() })).body;
}
const mapOf = (map: object) => `map=${encodeURIComponent(JSON.stringify(map))}`;
const MAP = { id: "Nummer", title: "Wie es heisst", price: "Kosten" };

describe("a rehearsal", () => {
  it("[ADM-10] tells what each column is read as, with samples, also where none can be the title", async () => {
    const refused = await upload("?dry-run=1", NUMBERED);
    expect(refused).toMatchObject({ status: 422, body: { error: { code: "file/columns" } } });
    const { columns } = refused.body;
    expect(columns).toMatchObject({ format: "csv", isFixed: false, more: 0 });
    expect(columns.columns).toMatchObject([
      { name: "Nummer", readAs: "attribute", samples: ["1", "2", "4"] },
      { name: "Wie es heisst", readAs: "attribute", samples: ["Leselampe", "Stehlampe", "Ohne Nummer"] },
      { name: "Kosten", readAs: "attribute" },
      { name: "Farbe", readAs: "attribute", samples: ["messing", "schwarz"] },
      { name: "Notiz intern hash", readAs: null, samples: ["aa", "bb"] },
    ]);
    expect(columns.fields).toContain("title");
  });

  it("[ADM-10] follows the map, counts, names each rejected row with its reason, and changes nothing", async () => {
    const rehearsed = await upload(`?dry-run=1&${mapOf(MAP)}`, NUMBERED);
    expect(rehearsed).toMatchObject({
      status: 200,
      body: {
        ...{ added: 2, updated: 0, hidden: 0 },
        rejected: [
          { row: 4, reason: "no id" },
          { row: 5, id: "4", reason: "no title" },
        ],
        columns: { columns: [{ readAs: "id" }, { readAs: "title" }, { readAs: "price" }, {}, {}] },
      },
    });
    expect(await get("/catalog")).toEqual({ visible: 0, hidden: 0, hiddenBecause: [] });
    expect((await get("/catalog/imports")).imports).toEqual([]);
    expect((await get("/audit")).entries).toEqual([]);
    const imported = await upload(`?name=lampen.csv&${mapOf(MAP)}`, NUMBERED);
    expect(imported).toMatchObject({ status: 200, body: { added: 2 } });
    expect((await get("/catalog/imports")).imports).toMatchObject([{ source: "lampen.csv", rejected: 2 }]);
    expect((await get("/audit")).entries).toMatchObject([
      { action: "catalog/import", detail: { name: "lampen.csv", added: 2 } },
    ]);
  });

  it.each([
    ["map=title", "map: "],
    [`${mapOf({ nonsense: "Nummer" })}`, "unknown field"],
    [`${mapOf({ title: "Name" })}`, "that the file lacks"],
  ])("[ADM-10] says what is wrong with a map: %s", async (query, words) => {
    const { status, body } = await upload(`?dry-run=1&${query}`, NUMBERED);
    expect([400, 422]).toContain(status);
    expect(body.error.message).toContain(words);
  });

  it("[ADM-10] of an import that would take much away says so, and holds nothing back", async () => {
    await upload(`?${mapOf(MAP)}`, NUMBERED);
    const fewer = "id;title;price\n9;Lampe;5";
    const rehearsed = await upload("?dry-run=1&replace=1", fewer);
    expect(rehearsed).toMatchObject({ status: 200, body: { added: 1, held: { leaving: 2, visible: 2 } } });
    expect((await get("/catalog/imports")).imports).toHaveLength(1);
    expect((await upload("?replace=1", fewer)).status).toBe(202);
  });
});

describe("an answer in lines", () => {
  const lined = async (query: string, file: string) => {
    const { status, text } = await upload(query, file, { accept: "application/x-ndjson" });
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line): UploadLine => JSON.parse(line));
    return { status, lines };
  };

  it("[ADM-10] says on the way what was received, what the columns are and how many rows were read", async () => {
    const rows = Array.from({ length: 1_200 }, (_, row) => `${row};Lamp ${row};5`);
    const { status, lines } = await lined("?name=many.csv", ["id;title;price", ...rows].join("\n"));
    expect(status).toBe(200);
    expect(lines.map(({ type }) => type)).toEqual(["received", "columns", "rows", "rows", "rows", "done"]);
    expect(lines).toContainEqual({ type: "rows", rows: 1_000 });
    expect(lines.at(-1)).toMatchObject({ status: 200, answer: { added: 1_200, rejected: [] } });
    expect((await get("/audit")).entries).toMatchObject([{ action: "catalog/import" }]);
  });

  it("[ADM-10] ends with what is wrong with the file, at its line", async () => {
    const { lines } = await lined("", '[{"title":"A","price":1},');
    expect(lines.at(-1)).toMatchObject({
      type: "done",
      status: 422,
      answer: { error: { code: "file/malformed", message: expect.stringMatching(/.{5}/) } },
    });
    expect((await get("/catalog/imports")).imports).toMatchObject([{ state: "failed" }]);
  });
});

describe("the products", () => {
  it("[ADM-10] are looked through by words, page by page, those hidden by themselves with the reason", async () => {
    const put = (sku: string, title: string, more: object = {}) =>
      side.request("PUT", `/api/admin/products/${sku}`, {
        ...{ headers: bearer(), body: { version: 1, title, price: 5, ...more } },
      });
    await put("a-1", "Reading lamp", { brand: "Lux", attributes: { colour: "brass" } });
    await put("a-2", "Floor lamp 100%");
    await put("a-3", "Desk", { price: { amount: 5, currency: "USD" } });
    expect(await get("/catalog")).toEqual({
      ...{ visible: 2, hidden: 1 },
      hiddenBecause: [{ reason: "the price is in USD, the shop sells in EUR", count: 1 }],
    });
    const first = await get("/products?limit=1");
    expect(first).toMatchObject({
      products: [{ sku: "a-1", attributes: [{ name: "colour", value: "brass" }], hidden: null }],
      next: "a-1",
    });
    expect(await get("/products?limit=1&after=a-1")).toMatchObject({
      products: [{ sku: "a-2" }],
      next: null,
    });
    const skus = async (query: string) =>
      (await get(`/products?query=${encodeURIComponent(query)}`)).products.map(
        ({ sku }: { sku: string }) => sku,
      );
    expect(await skus("LAMP")).toEqual(["a-1", "a-2"]);
    expect(await skus("lamp lux")).toEqual(["a-1"]);
    expect(await skus("100%")).toEqual(["a-2"]);
    expect(await skus("a_1")).toEqual([]);
    expect((await get("/products?hidden=1")).products).toMatchObject([
      { sku: "a-3", price: { currency: "USD" } },
    ]);
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    const foreign = { headers: { authorization: `Bearer ${other.secretKey}` } };
    expect((await side.request("GET", "/api/admin/products", foreign)).body.products).toEqual([]);
  });

  it("[ADM-10] are not imported by who only looks", async () => {
    const { headers } = await side.as("viewer", siteId);
    const request = { method: "POST", headers, body: NUMBERED };
    const response = await side.app.request("/api/admin/catalog/imports?dry-run=1", request, CONNECTION);
    expect(response.status).toBe(403);
    expect((await side.request("GET", "/api/admin/products", { headers })).status).toBe(200);
  });
});
