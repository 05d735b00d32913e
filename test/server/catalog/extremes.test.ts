import { describe, expect, test } from "vitest";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import type { Preference } from "../../../server/dialogue/state.ts";
import { makeProduct, queryOf, wish } from "./make-product.ts";

const litres = (number: number) => ({ name: "capacity", value: `${number} l`, number, unit: "l" });
const grams = (number: number) => ({ name: "weight", value: `${number} g`, number, unit: "g" });
const bag = (sku: string, price: number, attributes = [litres(20)], more = {}) =>
  makeProduct(sku, `Bag ${sku}`, price, { categories: ["Bags"], attributes, ...more });

const catalog = buildCatalog({
  version: 1,
  currency: "USD",
  reviews: [],
  products: [
    bag("plain", 40, [litres(20), grams(900)]),
    bag("gone", 10, [litres(10)], { inStock: false }),
    bag("light", 60, [litres(25), { name: "weight", value: "0.4 kg", number: 0.4, unit: "kg" }]),
    bag("huge", 90, [litres(70)]),
    bag("even", 40, [litres(30), grams(1_200)]),
    makeProduct("mug", "Mug", 5, { categories: ["Mugs"] }),
  ],
});
const bags = wish("category", "bags");
const order = (attribute: string, operator: "least" | "most", more: Partial<Preference> = {}) =>
  wish(attribute, null, { operator, firmness: "prefer", ...more });
const find = (preferences: Preference[], more = {}) => catalog.find(queryOf(preferences, more));
const skus = (search: ReturnType<typeof find>) => search.candidates.map(({ product }) => product.sku);

describe("[DST-2] a superlative orders what meets the wishes", () => {
  test("the cheapest comes first, what is out of stock or of another kind is not in question", () => {
    const search = find([bags, order("price", "least")]);
    expect(skus(search).slice(2)).toEqual(["light", "huge"]);
    expect(search.extreme).toMatchObject({ attribute: "price", value: "40", among: 4, unstated: 0, ties: 1 });
    expect(search.total).toBe(4);
  });

  test("what was shown before is as eligible as anything", () => {
    const shown = ["plain", "even"];
    expect(new Set(skus(find([bags, order("price", "least")], { shown })).slice(0, 2))).toEqual(
      new Set(shown),
    );
  });

  test("weights in other units are compared as weights, and those without one come last, told apart", () => {
    const search = find([bags, order("weight", "least")]);
    expect(skus(search)).toEqual(["light", "plain", "even", "huge"]);
    expect(search.extreme).toMatchObject({ sku: "light", among: 3, unstated: 1, ties: 0 });
  });

  test("of what a word may mean, it is what most of the products have", () => {
    const search = find([bags, order("size", "most", { alternatives: ["screen size", "capacity"] })]);
    expect(search.extreme).toMatchObject({ sku: "huge", attribute: "capacity", value: "70 l" });
  });

  test("it is the cheapest of what misses no soft wish, where anything misses none", () => {
    const roomy = wish("capacity", 25, { operator: "at-least", unit: "l", firmness: "prefer" });
    expect(skus(find([bags, roomy, order("price", "least")]))[0]).toBe("even");
    const impossible = wish("capacity", 500, { operator: "at-least", unit: "l", firmness: "prefer" });
    expect(find([bags, impossible, order("price", "least")]).extreme).toMatchObject({ among: 4 });
  });

  test("without any such number there is an order of worth, and nothing that is the extreme", () => {
    const search = find([bags, order("noise", "least")]);
    expect(search.candidates).toHaveLength(4);
    expect(search.extreme).toBeNull();
  });
});
