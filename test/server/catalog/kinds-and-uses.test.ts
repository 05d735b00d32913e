import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { Preference } from "../../../server/dialogue/state.ts";
import { makeProduct, queryOf, wish } from "./make-product.ts";

const use = (value: string) => [{ name: "use", value }];
const OUTFITTER: Product[] = [
  makeProduct("rolltop", "Fen 22 Roll-Top", 139, {
    categories: ["Bags", "Backpacks"],
    attributes: use("commuting"),
    tags: ["bike friendly"],
  }),
  makeProduct("messenger", "Courier Messenger Bag", 112, {
    categories: ["Bags", "Messengers"],
    attributes: use("cycling, commuting"),
  }),
  makeProduct("sprint", "Sprint 12", 89, {
    categories: ["Bags", "Backpacks"],
    attributes: use("cycling"),
  }),
  makeProduct("duffel", "Weir 40 Duffel", 135, {
    categories: ["Bags", "Travel bags"],
    attributes: use("travel"),
    popularity: 900,
  }),
  makeProduct("drybag", "Otter 10 Dry Bag", 29, { categories: ["Bags", "Pouches"], popularity: 800 }),
  makeProduct("sleeping", "Dormouse Sleeping Bag", 119, {
    categories: ["Camping", "Sleeping bags & mats"],
    popularity: 999,
  }),
  makeProduct("mat", "Raft Mat", 99, { categories: ["Camping", "Sleeping bags & mats"] }),
];

const find = (products: Product[], preferences: Preference[]) =>
  buildCatalog({ version: 1, products, reviews: [], currency: "USD" }).find(
    queryOf(preferences, { limit: 20 }),
  );
const skusOf = (products: Product[], preferences: Preference[]) =>
  find(products, preferences).candidates.map(({ product }) => product.sku);

describe("[CAT-9] a kind that a department is called by", () => {
  test("has what is in it, and nothing that only ends on its name", () => {
    expect(skusOf(OUTFITTER, [wish("category", "Bags")]).sort()).toEqual(
      ["rolltop", "messenger", "sprint", "duffel", "drybag"].sort(),
    );
  });

  test("leaves a narrower kind to who asks for that", () => {
    expect(skusOf(OUTFITTER, [wish("category", "sleeping bag")])).toContain("sleeping");
    expect(skusOf(OUTFITTER, [wish("category", "backpack")]).sort()).toEqual(["rolltop", "sprint"]);
  });

  test("still has the rest of its kind, behind its own, where it holds the smaller part of it", () => {
    const shop = [
      makeProduct("plain", "Plain", 60, { categories: ["Shoes"] }),
      ...["a", "b", "c"].map((sku) =>
        makeProduct(sku, `Trail ${sku}`, 60, { categories: ["Trail shoes"], popularity: 0 }),
      ),
    ];
    const found = skusOf(shop, [wish("category", "shoes")]);
    expect(found[0]).toBe("plain");
    expect(found).toHaveLength(4);
  });

  test("does not make a laptop of what goes with one", () => {
    const shop = [
      makeProduct("laptop", "Lark 14", 900, { categories: ["Laptops"] }),
      makeProduct("sleeve", "Felt Sleeve", 20, { categories: ["Laptops", "Laptop sleeves"] }),
    ];
    expect(skusOf(shop, [wish("category", "laptop")])).toEqual(["laptop"]);
  });
});

describe("[CAT-9] what something is for", () => {
  const toWork = wish("usage", "cycling to work", { firmness: "prefer" });

  test("is found under the name that the listing has for it", () => {
    const search = find(OUTFITTER, [wish("category", "Bags"), toWork]);
    const met = search.candidates.filter(({ meets }) => meets.includes(toWork.id));
    expect(
      met
        .slice(0, 2)
        .map(({ product }) => product.sku)
        .sort(),
    ).toEqual(["messenger", "rolltop"]);
  });

  test("half of it speaks for an item, rather than against it beside one that says nothing", () => {
    const found = skusOf(OUTFITTER, [wish("category", "Bags"), toWork]);
    expect(found.indexOf("sprint")).toBeLessThan(found.indexOf("drybag"));
    expect(found.indexOf("sprint")).toBeLessThan(found.indexOf("duffel"));
  });

  test("has to be there in full where it is a must", () => {
    const must = wish("usage", "cycling to work");
    expect(skusOf(OUTFITTER, [wish("category", "Bags"), must]).sort()).toEqual(["messenger", "rolltop"]);
  });
});
