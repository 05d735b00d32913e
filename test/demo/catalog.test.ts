import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { drawProduct } from "../../demo/drawing/draw-product.ts";
import { drawHero } from "../../demo/drawing/hero.ts";
import { SHELVES, STOCK } from "../../demo/products/stock.ts";
import { CATALOG_FILE, catalogText } from "../../demo/write-catalog.ts";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import { MemorySink } from "../server/catalog/memory-sink.ts";

describe("the demo shop's stock", () => {
  it("holds at least 130 products in eight departments, each on a shelf of its department", () => {
    expect(STOCK.length).toBeGreaterThanOrEqual(130);
    expect(new Set(STOCK.map((goods) => goods.categories[0])).size).toBeGreaterThanOrEqual(8);
    expect(new Set(SHELVES.map((shelf) => shelf.categories.join(" > "))).size).toBe(SHELVES.length);
  });

  it("gives no two products, variants, addresses, titles or descriptions the same words", () => {
    const skus = STOCK.flatMap((goods) => [goods.sku, ...goods.variants.map((variant) => variant.sku)]);
    for (const words of [
      skus,
      STOCK.map((goods) => goods.slug),
      STOCK.map((goods) => goods.title),
      STOCK.map((goods) => goods.description),
    ]) {
      expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    }
  });

  it.each(STOCK.map((goods) => [goods.sku, goods] as const))(
    "describes %s in two to four sentences at a believable price",
    (_sku, goods) => {
      const sentences = goods.description.split(/[.!?](?:\s|$)/).filter((sentence) => sentence.trim() !== "");
      expect(sentences.length, goods.description).toBeGreaterThanOrEqual(2);
      expect(sentences.length, goods.description).toBeLessThanOrEqual(4);
      expect(goods.price).toBeGreaterThan(0);
      if (goods.was !== undefined) expect(goods.was).toBeGreaterThan(goods.price);
      if (goods.rating !== undefined) expect(goods.rating[1]).toBeGreaterThanOrEqual(goods.reviews.length);
    },
  );

  it.each(SHELVES.map((shelf) => [shelf.categories.join(" > "), shelf] as const))(
    "covers the main attributes of %s",
    (_name, shelf) => {
      for (const attribute of shelf.mainAttributes) {
        const covered = shelf.goods.filter((goods) => goods.attributes[attribute] !== undefined).length;
        expect(covered / shelf.goods.length, attribute).toBeGreaterThanOrEqual(0.8);
      }
    },
  );

  it("names only variants that exist when something is sold out, and has some of both", () => {
    for (const goods of STOCK) {
      if (goods.soldOut === undefined || goods.soldOut === "all") continue;
      const names = new Set(goods.variants.flatMap(({ colour, size }) => [colour, `${colour} / ${size}`]));
      expect(
        goods.soldOut.filter((name) => !names.has(name)),
        goods.sku,
      ).toEqual([]);
      expect(goods.inStock, goods.sku).toBe(true);
    }
    expect(STOCK.filter((goods) => !goods.inStock).length).toBeGreaterThanOrEqual(4);
  });

  it("has customers' words on nearly everything, praise and blame, each said once", () => {
    const reviews = STOCK.flatMap((goods) => goods.reviews);
    expect(STOCK.filter((goods) => goods.reviews.length >= 2).length / STOCK.length).toBeGreaterThan(0.8);
    expect(new Set(reviews.map(([, , , text]) => text)).size).toBe(reviews.length);
    expect(reviews.filter(([, stars]) => stars <= 3).length / reviews.length).toBeGreaterThan(0.1);
    for (const [author, , date, text] of reviews) {
      expect(author).not.toBe("");
      expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
      expect(text.length, text).toBeLessThan(400);
    }
  });
});

describe("the catalog file", () => {
  it("is what write-catalog.ts writes; run `npx tsx demo/write-catalog.ts` after changing the stock", () => {
    expect(readFileSync(CATALOG_FILE, "utf8")).toBe(catalogText());
  });

  it("imports without a rejected or hidden row, and with every fact and review that the shop wrote down", async () => {
    const sink = new MemorySink();
    const result = await importCatalog({ source: CATALOG_FILE, format: "json", currency: "USD", sink });
    expect(result).toEqual({
      ok: true,
      summary: { added: STOCK.length, updated: 0, unchanged: 0, hidden: 0, rejected: [] },
    });
    for (const goods of STOCK) {
      const record = sink.records.get(goods.sku);
      const facts = Object.fromEntries((record?.attributes ?? []).map(({ name, value }) => [name, value]));
      expect(facts, goods.sku).toMatchObject(goods.attributes);
      expect(record?.attributes.filter(({ name }) => name === "colour").map(({ value }) => value)).toEqual(
        goods.colours,
      );
      expect(record?.reviews.map(({ text }) => text)).toEqual(goods.reviews.map(([, , , text]) => text));
    }
  });

  it("stays small enough to commit", () => {
    expect(Buffer.byteLength(catalogText())).toBeLessThan(600_000);
  });
});

describe("the drawings", () => {
  it.each(STOCK.map((goods) => [goods.sku, goods] as const))(
    "shows %s in every colour as well-formed XML",
    (_sku, goods) => {
      for (const colour of goods.colours) {
        const svg = drawProduct(goods.drawing, colour, goods.sku, goods.drawnAt);
        expect(elementsOf(svg)).toBeGreaterThan(12);
        expect(svg).not.toMatch(/NaN|undefined/);
      }
    },
  );

  it("draws the same picture twice alike, and two products differently", () => {
    const pictures = STOCK.map((goods) =>
      drawProduct(goods.drawing, goods.colours[0], goods.sku, goods.drawnAt),
    );
    expect(pictures).toEqual(
      STOCK.map((goods) => drawProduct(goods.drawing, goods.colours[0], goods.sku, goods.drawnAt)),
    );
    expect(new Set(pictures).size).toBe(STOCK.length);
    expect(elementsOf(drawHero())).toBeGreaterThan(100);
  });
});

/** How many elements an SVG document has; throws where it is not well-formed. */
function elementsOf(svg: string): number {
  const parser = new SaxesParser({ xmlns: true });
  let count = 0;
  parser.on("opentag", () => count++);
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return count;
}
