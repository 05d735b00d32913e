/** What is found although it has none of the words, and what meaning never overrules. */
import { describe, expect, test } from "vitest";
import { buildCatalog, type Catalog } from "../../../server/catalog/catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { Preference } from "../../../server/dialogue/state.ts";
import { textOf } from "../../../server/semantic/product-text.ts";
import { quantise } from "../../../server/semantic/quantise.ts";
import { fakeEmbedding } from "../../support/fake-embeddings.ts";
import { makeProduct, queryOf, wish } from "./make-product.ts";

const filler = [
  "Mug",
  "Lamp",
  "Chair",
  "Vase",
  "Rug",
  "Clock",
  "Shelf",
  "Basket",
  "Candle",
  "Frame",
  "Tray",
  "Stool",
];
const SHOP: Product[] = [
  makeProduct("shell", "Waterproof commuter shell", 120, { categories: ["Jackets"] }),
  makeProduct("poncho", "Waterproof poncho for a bicycle", 45, { categories: ["Jackets"] }),
  makeProduct("gone", "Waterproof bicycle cape", 60, { categories: ["Jackets"], inStock: false }),
  makeProduct("parka", "Insulated winter parka", 200, { categories: ["Jackets"] }),
  makeProduct("buds", "Earbuds", 50, { categories: ["Sound"] }),
  ...filler.map((name, place) =>
    makeProduct(name.toLowerCase(), `Oak ${name}`, 20 + place, { categories: ["Home"] }),
  ),
];
const MESSAGE = "something to keep the rain off while cycling";

function shopThatKnows(known: readonly Product[]): Catalog {
  const shop = buildCatalog({ version: 1, currency: "USD", products: SHOP, reviews: [] });
  shop.takeUpMeanings(
    known.map((product) => ({ sku: product.sku, vector: quantise(fakeEmbedding(textOf(product))) })),
  );
  return shop;
}
const shop = shopThatKnows(SHOP);
const find = (preferences: Preference[], more = {}, catalog = shop) =>
  catalog.find(queryOf(preferences, { text: MESSAGE, meaning: fakeEmbedding(MESSAGE), ...more }));
const skus = (search: ReturnType<typeof find>) => search.candidates.map(({ product }) => product.sku);

describe("meaning", () => {
  test("[SEM-1] finds what words alone miss, the nearest first, and tells what it counts for", () => {
    expect(skus(find([], { meaning: null }))).toEqual([]);
    const search = find([]);
    expect(skus(search).slice(0, 2).sort()).toEqual(["poncho", "shell"]);
    expect(search.candidates[0]?.parts.meaning).toBeGreaterThan(0);
    expect(skus(search)).not.toContain("mug");
  });

  test("[SEM-1] never brings what a must rules out, what is out of stock or what was turned down", () => {
    expect(skus(find([wish("price", 50, { operator: "at-most", unit: "USD" })]))[0]).toBe("poncho");
    const cheap = find([wish("price", 50, { operator: "at-most", unit: "USD" })], { limit: 50 });
    for (const { product } of cheap.candidates) expect(product.price.minor).toBeLessThanOrEqual(5_000);
    expect(skus(find([], { exclude: ["poncho"], limit: 50 }))).not.toContain("poncho");
    expect(skus(find([], { limit: 50 }))).not.toContain("gone");
    expect(skus(find([wish("category", "parka")]))).toEqual(["parka"]);
    const without = find([wish("category", "jackets"), wish("category", "poncho", { polarity: "negative" })]);
    expect(skus(without)).not.toContain("poncho");
  });

  test("[SEM-1] puts what meets the same wishes in order where all words became wishes", () => {
    const jackets = [wish("category", "jackets")];
    const warm = fakeEmbedding("freezing cold, chilly");
    expect(skus(find(jackets, { text: "", meaning: warm }))[0]).toBe("parka");
    const rain = fakeEmbedding("rain on my bike");
    expect(skus(find(jackets, { text: "", meaning: rain }))[0]).not.toBe("parka");
    expect(find(jackets, { text: "", meaning: warm }).total).toBe(
      find(jackets, { text: "", meaning: null }).total,
    );
  });

  test("[SEM-1] weighs less than a wish that is met", () => {
    const preferred = [
      wish("category", "jackets"),
      wish("price", 100, { operator: "at-least", unit: "USD", firmness: "prefer" }),
    ];
    const near = fakeEmbedding("waterproof bicycle");
    expect(skus(find(preferred, { text: "", meaning: near }))[0]).toBe("shell");
  });

  test("[SEM-4] of a product that changed counts at once, and one without a vector is found by its words", () => {
    const changing = shopThatKnows(SHOP.filter(({ sku }) => sku !== "buds"));
    const music = { text: "music", meaning: fakeEmbedding("music") };
    expect(skus(find([], music, changing))).toEqual([]);
    expect(skus(find([], { text: "earbuds", meaning: fakeEmbedding("earbuds") }, changing))).toContain(
      "buds",
    );
    changing.takeUpMeanings([{ sku: "buds", vector: quantise(fakeEmbedding("Earbuds")) }]);
    expect(skus(find([], music, changing))).toEqual(["buds"]);
    changing.takeUpMeanings([{ sku: "of another shop", vector: quantise(fakeEmbedding("Earbuds")) }]);
    expect(skus(find([], music, changing))).toEqual(["buds"]);
  });

  test("[SEM-6] changes nothing where none is known", () => {
    const plain = buildCatalog({ version: 1, currency: "USD", products: SHOP, reviews: [] });
    for (const text of ["bicycle", "waterproof shell", MESSAGE, ""])
      for (const preferences of [[], [wish("category", "jackets")]]) {
        const query = queryOf(preferences, { text });
        expect(plain.find({ ...query, meaning: fakeEmbedding(text) })).toEqual(plain.find(query));
        expect(shop.find({ ...query, meaning: null })).toEqual(plain.find(query));
      }
  });
});
