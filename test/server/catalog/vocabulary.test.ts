import { expect, test } from "vitest";
import { cardOf } from "../../../server/catalog/card-of.ts";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import { formatMoney } from "../../../server/catalog/format-money.ts";
import { titleAttributes } from "../../../server/catalog/import/title-attributes.ts";
import { makeProduct } from "./make-product.ts";

const { vocabulary } = buildCatalog({
  version: 1,
  currency: "USD",
  reviews: [],
  products: [
    makeProduct("a", "Dune Gravel Bike", 1200, {
      brand: "L'Orme",
      categories: ["Bikes", "Gravel bikes"],
      tags: ["tubeless"],
      attributes: [
        { name: "colour", value: "Light Grey" },
        { name: "weight", value: "9.8 kg", number: 9.8, unit: "kg" },
      ],
    }),
    makeProduct("b", "Fen City Bike", 700, {
      brand: "Crème",
      categories: ["Bikes", "City bikes"],
      description: "For daily commuting.",
      attributes: [
        { name: "colour", value: "Red" },
        { name: "weight", value: "14 kg", number: 14, unit: "kg" },
      ],
    }),
    makeProduct("c", "Bell & Light Set", 30, {
      categories: ["Bells & Lights"],
      attributes: [{ name: "size", value: "M" }],
    }),
  ],
});

test("categories come with the forms people write, narrow and broad", () => {
  const forms = (name: string) => vocabulary.categories.find((entry) => entry.name === name)?.forms;
  expect(vocabulary.categories[0]).toMatchObject({ name: "Bikes", count: 2 });
  expect(forms("Bikes")).toEqual(expect.arrayContaining(["bikes", "bike", "bicycle", "bicycles"]));
  expect(forms("Gravel bikes")).toEqual(expect.arrayContaining(["gravel bikes", "gravel bike"]));
  expect(forms("Bells & Lights")).toEqual(expect.arrayContaining(["bells", "bell", "lights", "light"]));
});

test("brands lose accents and apostrophes", () => {
  const forms = vocabulary.brands.flatMap((brand) => brand.forms);
  expect(forms).toEqual(expect.arrayContaining(["lorme", "l'orme", "creme"]));
});

test("attributes know their values, their range and how many products have them", () => {
  const colour = vocabulary.attributes.find(({ name }) => name === "colour");
  expect(colour).toMatchObject({ numeric: null, coverage: 2 / 3 });
  expect(colour?.forms).toEqual(expect.arrayContaining(["colour", "color"]));
  expect(colour?.values.find(({ value }) => value === "Light Grey")?.forms).toEqual(
    expect.arrayContaining(["light grey", "light gray"]),
  );
  expect(vocabulary.attributes.find(({ name }) => name === "weight")?.numeric).toEqual({
    min: 9.8,
    max: 14,
    unit: "kg",
  });
  expect(vocabulary.attributes.find(({ name }) => name === "size")?.values[0]?.forms).toContain("medium");
});

test("words are known in any form, and counted by product", () => {
  expect(vocabulary.price).toEqual({ low: 30, high: 1200 });
  expect(vocabulary.hasWord("commute")).toBe(true);
  expect(vocabulary.hasWord("bikes")).toBe(true);
  expect(vocabulary.hasWord("laptop")).toBe(false);
  expect(vocabulary.wordFrequency("bike")).toBe(2);
});

test("money is written as the locale does, without idle zeros, and an unknown locale is English", () => {
  expect(formatMoney({ minor: 129_900, currency: "USD" }, "en-US")).toBe("$1,299");
  expect(formatMoney({ minor: 129_950, currency: "EUR" }, "de")).toMatch(/^1\.299,50\s€$/);
  expect(formatMoney({ minor: 1_200, currency: "JPY" }, "en-US")).toBe("¥1,200");
  expect(formatMoney({ minor: 500, currency: "USD" }, "not a locale")).toBe("$5");
});

test("a card shows the price, and a former price and rating only where there are any", () => {
  const product = makeProduct("a", "Bell", 12, { was: { minor: 1500, currency: "USD" } });
  expect(cardOf(product, "rings loudest", "en-US")).toEqual({
    sku: "a",
    title: "Bell",
    url: "https://shop.example/a",
    price: { minor: 1200, currency: "USD", text: "$12" },
    was: { minor: 1500, currency: "USD", text: "$15" },
    inStock: true,
    why: "rings loudest",
  });
});

test.each<[string, string, string[]]>([
  [
    'Aria 15.6" Laptop, 8GB Memory - Slate Blue',
    "",
    ['screen size 15.6"', "memory 8GB", "colour Slate Blue"],
  ],
  ['Sleeve for 15.6" Laptop - Black', "", ['size 15.6"', "colour Black"]],
  ["Shell Case for Orin Phone 7 - Rose Gold", "", ["colour Rose Gold", "compatible with Orin Phone 7"]],
  ["Volt Power Bank 10,000 mAh", "", ["battery capacity 10,000 mAh"]],
  ["Orin Phone 64GB", "A 5.5-inch bright display.", ["screen size 5.5-inch", "storage 64GB"]],
  ["Cream for Dry Skin 50 ml", "", ["volume 50 ml"]],
  ["Shirt for Men - Classic Fit", "", ["gender Men"]],
  ["Black Forest Gateau", "", []],
])("the title %s states no more than it says", (title, description, expected) => {
  const attributes = titleAttributes(title, description);
  expect(attributes.map(({ name, value }) => `${name} ${value}`).sort()).toEqual([...expected].sort());
  for (const { value } of attributes) expect(title + description).toContain(value);
});
