import { describe, expect, test } from "vitest";
import { buildCatalog, type CatalogChanges } from "../../../server/catalog/catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import { makeProduct, queryOf, wish } from "./make-product.ts";

const mug = (sku: string, more: Partial<Product> = {}) =>
  makeProduct(sku, `Mug ${sku.toUpperCase()}`, 10, { categories: ["Mugs"], ...more });
const SHOP = ["a", "b", "c"].map((sku) => mug(sku));

function changed(changes: Partial<CatalogChanges>) {
  const catalog = buildCatalog({ version: 1, currency: "USD", products: SHOP, reviews: [] });
  // Asked before as well, so that what is kept from one search to the next is seen to be given up.
  catalog.find(queryOf([wish("category", "mugs"), wish("price", 12, { operator: "at-most" })]));
  const outcome = catalog.change({ version: 2, products: [], reviews: [], gone: [], ...changes });
  const found = (more = {}) =>
    catalog
      .find(queryOf([wish("category", "mugs"), wish("price", 12, { operator: "at-most" })], more))
      .candidates.map(({ product }) => product.sku)
      .sort();
  return { catalog, outcome, found };
}

describe("[CAT-6] a catalog takes up what changed since it was built", () => {
  test("a price counts at once, in the search and on the card", () => {
    const { catalog, outcome, found } = changed({
      products: [mug("b", { price: { minor: 9_900, currency: "USD" }, version: 2 })],
    });
    expect(outcome).toEqual({ isWhole: true });
    expect(found()).toEqual(["a", "c"]);
    expect(catalog.product("b")).toMatchObject({ price: { minor: 9_900 }, version: 2 });
    expect(catalog.version).toBe(2);
  });

  test("a rating counts at once for what is shown first, and no further when it is told again", () => {
    const rated = mug("c", { rating: { value: 4.9, count: 500 } });
    const { catalog } = changed({ products: [rated] });
    const best = () => catalog.find(queryOf([wish("category", "mugs")])).candidates[0];
    expect(best()?.product.sku).toBe("c");
    const score = best()?.score;
    catalog.change({ version: 3, products: [rated], reviews: [], gone: [] });
    expect(best()?.score).toBe(score);
    const anew = buildCatalog({
      version: 3,
      currency: "USD",
      products: [mug("a"), mug("b"), rated],
      reviews: [],
    });
    expect(score).toBeCloseTo(anew.find(queryOf([wish("category", "mugs")])).candidates[0]?.score ?? 0, 6);
  });

  test("what is sold out is recommended no more, and again when it is back", () => {
    const { catalog, found } = changed({ products: [mug("b", { inStock: false })] });
    expect(found()).toEqual(["a", "c"]);
    catalog.change({ version: 3, products: [mug("b")], reviews: [], gone: [] });
    expect(found()).toEqual(["a", "b", "c"]);
  });

  test("a variant that is sold out or back counts at once", () => {
    const variants = (blueInStock: boolean) =>
      ["Blue", "Red"].map((value) => ({
        sku: `a-${value}`,
        options: [{ name: "colour", value }],
        price: { minor: 1_000, currency: "USD" },
        inStock: value === "Red" || blueInStock,
      }));
    const attributes = ["Blue", "Red"].map((value) => ({ name: "colour", value }));
    const coloured = (blueInStock: boolean) => mug("a", { attributes, variants: variants(blueInStock) });
    const catalog = buildCatalog({
      version: 1,
      currency: "USD",
      products: [coloured(true), mug("b")],
      reviews: [],
    });
    const notRed = queryOf([wish("colour", "red", { polarity: "negative" })]);
    const verdict = () =>
      catalog.find(notRed).candidates.find(({ product }) => product.sku === "a")?.meets.length ?? 0;
    expect(verdict()).toBe(1);
    expect(catalog.change({ version: 2, products: [coloured(false)], reviews: [], gone: [] })).toEqual({
      isWhole: true,
    });
    expect(verdict()).toBe(0);
    catalog.change({ version: 3, products: [coloured(true)], reviews: [], gone: [] });
    expect(verdict()).toBe(1);
  });

  test("what is gone is neither found nor known", () => {
    const { catalog, outcome, found } = changed({ gone: ["b", "never there"] });
    expect(outcome).toEqual({ isWhole: true });
    expect(found()).toEqual(["a", "c"]);
    expect(catalog.product("b")).toBeUndefined();
  });

  test("what is new, or reads differently, asks for a new index, and is shown as it is now until then", () => {
    expect(changed({ products: [mug("d")] }).outcome).toEqual({ isWhole: false });
    const { catalog, outcome } = changed({ products: [mug("b", { title: "Cup B" })] });
    expect(outcome).toEqual({ isWhole: false });
    expect(catalog.product("b")?.title).toBe("Cup B");
  });

  test("reviews are those of now", () => {
    const review = {
      id: "r1",
      sku: "b",
      author: "Ola",
      rating: 5,
      text: "Holds tea well.",
      at: "2025-01-01",
    };
    const { catalog } = changed({ products: [mug("b")], reviews: [review] });
    expect(catalog.reviews("b")).toEqual([review]);
  });
});
