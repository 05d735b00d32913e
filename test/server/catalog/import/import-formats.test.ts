import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { CatalogRecord } from "../../../../server/catalog/import/catalog-sink.ts";
import { fixturePath, fixtureText, importFile, importInto, importText } from "../read-fixture.ts";

const attribute = (record: CatalogRecord | undefined, name: string) =>
  record?.attributes.filter((one) => one.name === name).map(({ value }) => value);

describe("a Shopify export", () => {
  test("makes one product of a handle's rows, with its variants and without its image-only rows", async () => {
    const { result, sink } = await importFile(fixturePath("shopify-kettles.csv"), {
      origin: "https://shop.example/",
    });
    expect(result).toEqual({
      ok: true,
      summary: {
        added: 6,
        updated: 0,
        unchanged: 0,
        hidden: 4,
        hiddenBecause: expect.any(Object),
        rejected: [{ row: 11, reason: "no handle" }],
      },
    });
    const kettle = sink.records.get("heron-kettle");
    expect(kettle).toMatchObject({
      title: "Heron Kettle",
      description: "Pours & keeps warm.\n• Fits gas hobs",
      brand: "Larkin",
      categories: ["Kettles"],
      tags: ["steel", "gooseneck"],
      url: "https://shop.example/products/heron-kettle",
      imageUrl: "https://img.example/heron-sand.jpg",
      price: { minor: 8500, currency: "USD" },
      was: null,
      inStock: true,
      hidden: null,
    });
    expect(
      kettle?.variants.map(({ sku, inStock, options }) => [
        sku,
        inStock,
        options.map(({ name, value }) => `${name} ${value}`),
      ]),
    ).toEqual([
      ["HK-S1", false, ["colour Sand", "size 1 l"]],
      ["HK-S15", true, ["colour Sand", "size 1.5 l"]],
      ["HK-L1", true, ["colour Slate", "size 1 l"]],
    ]);
    expect(attribute(kettle, "colour")).toEqual(["Sand", "Slate"]);
    expect(attribute(kettle, "spout type")).toEqual(["gooseneck", "narrow"]);
    expect(sink.records.get("plover-pot")).toMatchObject({
      price: { minor: 104_950 },
      inStock: true,
      variants: [],
    });
  });

  test("hides what is unpublished, a draft, a gift card or without a price, and says so", async () => {
    const { sink } = await importFile(fixturePath("shopify-kettles.csv"));
    const reasons = Object.fromEntries(
      [...sink.records.values()]
        .filter(({ hidden }) => hidden !== null)
        .map(({ sku, hidden }) => [sku, hidden]),
    );
    expect(reasons).toEqual({
      "wren-mug": "unpublished",
      "swift-cup": "draft",
      gift: "gift card",
      bare: "no price",
    });
  });

  test("reads headers and cells that are padded with spaces", async () => {
    const padded = fixtureText("shopify-kettles.csv").split("\n")[0]?.replaceAll(",", "  ,");
    const { result, sink } = await importText(
      `${padded}\nowl ,  Owl Pan ,,Larkin ,Pans  ,,true ,Title,Default Title ,,,O ,,,deny , 12.00 ,,,false,active ,\n`,
    );
    expect(result.ok).toBe(true);
    expect(sink.records.get("owl")).toMatchObject({
      title: "Owl Pan",
      brand: "Larkin",
      price: { minor: 1200 },
      hidden: null,
    });
  });
});

describe("a WooCommerce export", () => {
  test("joins variations to their parent by sku and by id, whichever comes first", async () => {
    const { result, sink } = await importFile(fixturePath("woocommerce-lamps.csv"));
    expect(result).toEqual({
      ok: true,
      summary: {
        added: 8,
        updated: 0,
        unchanged: 0,
        hidden: 3,
        hiddenBecause: expect.any(Object),
        rejected: [
          { row: 12, id: "lost", reason: 'its product "id:999" has no row of its own with a title' },
          { row: 13, id: "glow", reason: "duplicate id, first seen in row 5" },
        ],
      },
    });
    const ember = sink.records.get("ember");
    expect(ember).toMatchObject({
      title: "Ember Lamp",
      price: { minor: 6400 },
      inStock: true,
      categories: ["Lighting", "Table lamps"],
      tags: ["Sale", "cosy"],
    });
    expect(ember?.variants.map(({ sku, price, inStock }) => [sku, price.minor, inStock])).toEqual([
      ["ember-brass", 6400, true],
      ["ember-chalk", 4900, false],
    ]);
    expect(attribute(ember, "weight")).toEqual(["1.4 kg"]);
    expect(sink.records.get("13")?.title).toBe("Nameless Sku Lamp");
    expect(sink.records.get("ext")?.url).toBe("https://elsewhere.example/moon");
  });

  test("takes a sale price only between its dates", async () => {
    const during = await importFile(fixturePath("woocommerce-lamps.csv"), {
      now: new Date("2026-01-31T20:00:00Z"),
    });
    expect(during.sink.records.get("glow")).toMatchObject({ price: { minor: 1200 }, was: { minor: 1900 } });
    expect(during.sink.records.get("past")).toMatchObject({ price: { minor: 1900 }, was: null });
  });
});

describe("a Google Merchant feed", () => {
  test("joins an item group into one product, though its items stand apart", async () => {
    const { result, sink } = await importFile(fixturePath("google-rss.xml"), { currency: "EUR" });
    expect(result).toEqual({
      ok: true,
      summary: {
        added: 3,
        updated: 0,
        unchanged: 0,
        hidden: 1,
        hiddenBecause: expect.any(Object),
        rejected: [
          { row: 5, id: "S-1", reason: "duplicate id, first seen in row 2" },
          { row: 6, reason: "no id" },
          { row: 7, id: "N-1", reason: "no title" },
        ],
      },
    });
    const tent = sink.records.get("T-1");
    expect(tent).toMatchObject({
      title: "Dune Tent, Red",
      price: { minor: 21_900, currency: "EUR" },
      url: "https://tents.example/dune?c=r",
      inStock: true,
    });
    expect(tent?.variants.map(({ sku, options }) => [sku, options])).toEqual([
      ["T-1-G", [{ name: "colour", value: "Green" }]],
      ["T-1-R", [{ name: "colour", value: "Red" }]],
    ]);
    expect(sink.records.get("X-1")).toMatchObject({ hidden: "no price", inStock: false });
  });

  test("reads product details, and never takes a shipping price for the product's", async () => {
    const { sink } = await importFile(fixturePath("google-rss.xml"), { currency: "EUR" });
    const stove = sink.records.get("S-1");
    expect(stove?.price).toEqual({ minor: 4500, currency: "EUR" });
    expect(stove?.categories).toEqual([]);
    expect(stove?.attributes).toEqual([
      { name: "burners", value: "2", number: 2 },
      { name: "weight", value: "1,2 kg", number: 1.2, unit: "kg" },
    ]);
  });

  test("takes a sale price while it is effective", async () => {
    const { sink } = await importFile(fixturePath("google-rss.xml"), {
      currency: "EUR",
      now: new Date("2026-02-05T00:00:00Z"),
    });
    expect(sink.records.get("S-1")).toMatchObject({ price: { minor: 3900 }, was: { minor: 4500 } });
  });

  test("reads Atom, links in attributes and a currency without minor units", async () => {
    const { sink } = await importFile(fixturePath("google-atom.xml"), { currency: "JPY" });
    expect(sink.records.get("A")).toMatchObject({
      url: "https://shop.example/nimbus",
      price: { minor: 4900, currency: "JPY" },
      inStock: true,
    });
    expect(sink.records.get("A")?.attributes).toEqual([
      { name: "size", value: "120 cm", number: 120, unit: "cm" },
    ]);
    expect(sink.records.get("B")?.inStock).toBe(false);
  });
});

describe("tables and JSON of nobody's format", () => {
  test("a German table with semicolons and decimal commas", async () => {
    const { result, sink } = await importFile(fixturePath("german.csv"), {
      currency: "EUR",
      origin: "https://messer.example",
    });
    expect(result).toMatchObject({ ok: true, summary: { added: 3, hidden: 1, rejected: [] } });
    expect(sink.records.get("K-1")).toMatchObject({
      title: 'Küchenmesser "Specht"',
      description: "Scharf & leicht",
      brand: "Hölzl",
      categories: ["Küche", "Messer"],
      price: { minor: 124_900, currency: "EUR" },
      was: { minor: 139_900, currency: "EUR" },
      inStock: true,
      imageUrl: "https://messer.example/img/specht.jpg",
      url: "https://messer.example/p/specht",
    });
    expect(sink.records.get("K-1")?.attributes).toContainEqual({
      name: "weight",
      value: "210 g",
      number: 210,
      unit: "g",
    });
    expect(sink.records.get("K-2")?.inStock).toBe(false);
    expect(sink.records.get("K-3")?.hidden).toBe('the price "auf Anfrage" is not an amount');
  });

  test("JSON with products under keys, objects for prices, lists of attributes, variants and reviews", async () => {
    const { result, sink } = await importFile(fixturePath("nested.json"));
    expect(result).toMatchObject({
      ok: true,
      summary: {
        added: 3,
        hidden: 2,
        rejected: [
          { row: 4, reason: "no id" },
          { row: 5, reason: "an empty row" },
        ],
      },
    });
    const pack = sink.records.get("P1");
    expect(pack).toMatchObject({
      brand: "Korrigan",
      categories: ["Bags", "Backpacks"],
      imageUrl: "https://img.example/p1.jpg",
      price: { minor: 9495, currency: "USD" },
      rating: { value: 4.4, count: 12 },
      inStock: true,
    });
    expect(pack?.attributes).toContainEqual({ name: "capacity", value: "30 l", number: 30, unit: "l" });
    expect(pack?.attributes).toContainEqual({ name: "waterproof", value: "yes" });
    expect(pack?.reviews).toEqual([
      {
        id: expect.any(String),
        sku: "P1",
        author: "Ida P.",
        rating: 5,
        text: "Sits well on long walks.",
        at: "2025-05-04",
      },
    ]);
    expect(sink.records.get("P2")?.hidden).toBe("the price is in GBP, the shop sells in USD");
    expect(sink.records.get("P3")?.hidden).toBe("the price is 0");
  });

  test("JSON lines, with prices in cents and blank lines", async () => {
    const { result, sink } = await importFile(fixturePath("lines.jsonl"));
    expect(result).toMatchObject({
      ok: true,
      summary: { added: 2, rejected: [{ row: 4, id: "7", reason: "duplicate id, first seen in row 1" }] },
    });
    expect(sink.records.get("7")).toMatchObject({
      price: { minor: 450 },
      tags: ["vegan", "oats"],
      inStock: true,
    });
    expect(sink.records.get("8")).toMatchObject({
      price: { minor: 450 },
      was: { minor: 600 },
      inStock: false,
    });
  });

  test("without an id, products get one that stays when the price changes", async () => {
    const file = (price: string) =>
      `name,brand,price,image\nFern Pot,Mossy,${price},https://img.example/f.jpg?v=1\nFern Pot,Mossy,${price},https://img.example/g.jpg\n`;
    const { sink } = await importText(file("10"));
    expect(sink.records.size).toBe(2);
    const again = await importInto(sink, toStream(file("12")));
    expect(again).toMatchObject({ ok: true, summary: { added: 0, updated: 2, unchanged: 0 } });
  });

  test("a map names columns that nobody could guess", async () => {
    const file = "Ref,Was es ist,Kostet\nA1,Lampe,12\n";
    const unmapped = await importText(file);
    expect(unmapped.result).toMatchObject({ ok: false, error: { code: "file/columns", line: 1 } });
    const { result, sink } = await importText(file, {
      map: { title: "Was es ist", price: "Kostet", id: "Ref" },
    });
    expect(result).toMatchObject({ ok: true, summary: { added: 1, hidden: 0 } });
    expect(sink.records.get("A1")).toMatchObject({ title: "Lampe", price: { minor: 1200 } });
    const wrong = await importText(file, { map: { title: "Nowhere" } });
    expect(wrong.result).toMatchObject({ ok: false, error: { code: "file/columns" } });
  });
});

describe("dialects that are common in the wild", () => {
  test("a products.json of a Shopify storefront", async () => {
    const file = {
      products: [
        {
          id: 5,
          title: "Reed Chair",
          handle: "reed-chair",
          body_html: "<p>Woven.</p>",
          vendor: "Marsh",
          product_type: "Chairs",
          tags: "oak, woven",
          options: [{ name: "Color", values: ["Oak", "Ash"] }],
          variants: [
            {
              id: 51,
              sku: "R-O",
              option1: "Oak",
              price: "149.00",
              compare_at_price: "179.00",
              available: true,
            },
            { id: 52, sku: "R-A", option1: "Ash", price: "139.00", compare_at_price: null, available: false },
          ],
          images: [{ src: "https://img.example/reed.jpg" }],
        },
      ],
    };
    const { sink } = await importText(JSON.stringify(file), { origin: "https://marsh.example" });
    expect(sink.records.get("5")).toMatchObject({
      description: "Woven.",
      tags: ["oak", "woven"],
      url: "https://marsh.example/products/reed-chair",
      price: { minor: 14_900 },
      was: { minor: 17_900 },
      attributes: [
        { name: "colour", value: "Oak" },
        { name: "colour", value: "Ash" },
      ],
    });
  });

  test("a feed as a tab-separated table, with groups", async () => {
    const file =
      "id\ttitle\tavailability\tprice\tlink\titem group id\tcolor\n1\tShawl\tin stock\t29,99 EUR\thttps://w.example/1\tG\tRed\n2\tShawl\tout of stock\t25,99 EUR\thttps://w.example/2\tG\tBlue\n";
    const { sink } = await importText(file, { currency: "EUR" });
    expect(sink.records.get("G")).toMatchObject({
      price: { minor: 2999 },
      url: "https://w.example/1",
      inStock: true,
    });
    expect(sink.records.get("G")?.variants.length).toBe(2);
  });

  test("a data set with a discounted and an actual price, and a path with bars", async () => {
    const file =
      'product_id,product_name,category,discounted_price,actual_price,discount_percentage,rating,rating_count\nB1,Braid Cable,Computers|Cables,₹399,"₹1,099",64%,4.2,"24,269"\n';
    const { sink } = await importText(file, { currency: "INR" });
    expect(sink.records.get("B1")).toMatchObject({
      categories: ["Computers", "Cables"],
      price: { minor: 39_900 },
      was: { minor: 109_900 },
      rating: { value: 4.2, count: 24_269 },
      attributes: [],
    });
  });

  test("lists and pairs as text in a table's cells", async () => {
    const { sink } = await importText(
      "id,title,price,tags,attributes\n1,Pot,10,\"['a', 'b']\",Colour: red; Size: M\n",
    );
    expect(sink.records.get("1")).toMatchObject({
      tags: ["a", "b"],
      attributes: [
        { name: "colour", value: "red" },
        { name: "size", value: "M" },
      ],
    });
  });
});

describe("whatever the bytes look like", () => {
  const table = "id,title,price\n1,Crème brûlée torch,29.90\n2,Plain bowl,5\n";
  const latin1 = Buffer.from(table, "latin1");
  const utf16 = Buffer.from(`\ufeff${table}`, "utf16le");

  test.each([
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${table}`)],
    ["Latin-1", latin1],
    ["UTF-16 with a byte-order mark", utf16],
    ["gzip", gzipSync(table)],
    ["tabs", Buffer.from(table.replaceAll(",", "\t"))],
    ["carriage returns", Buffer.from(table.replaceAll("\n", "\r\n"))],
  ])("%s reads the same", async (_, bytes) => {
    for (const pieceSize of [1, 7, 10_000]) {
      const { result, sink } = await importText(bytes, {}, pieceSize);
      expect(result).toMatchObject({ ok: true, summary: { added: 2, rejected: [] } });
      expect(sink.records.get("1")?.title).toBe("Crème brûlée torch");
    }
  });
});

test("the first accented letter decides the encoding wherever a stream is cut, also at the very end", async () => {
  const padding = Array.from({ length: 80 }, (_, place) => `${place},Bowl ${place},5`).join("\n");
  const table = `id,title,price\n${padding}\n900,Torch,5\n901,Café`;
  for (const encoding of ["latin1", "utf8"] as const) {
    for (const pieceSize of [1, 2, 3, 5]) {
      const { sink } = await importText(Buffer.from(table, encoding), {}, pieceSize);
      expect(sink.records.get("901")?.title).toBe("Café");
    }
  }
});

test.each([
  "shopify-kettles.csv",
  "woocommerce-lamps.csv",
  "google-rss.xml",
  "google-atom.xml",
  "german.csv",
  "nested.json",
  "lines.jsonl",
])("importing %s twice changes nothing the second time", async (name) => {
  const { result, sink } = await importFile(fixturePath(name));
  const first = structuredClone([...sink.records]);
  const again = await importInto(sink, fixturePath(name));
  if (!result.ok || !again.ok) throw new Error("both imports succeed");
  expect(again.summary).toEqual({ ...result.summary, added: 0, updated: 0, unchanged: result.summary.added });
  expect([...sink.records]).toEqual(first);
});

async function* toStream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
