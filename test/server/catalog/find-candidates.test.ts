import { describe, expect, test } from "vitest";
import type { CandidateSearch } from "../../../server/catalog/candidates.ts";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import type { Attribute, Product } from "../../../server/catalog/product.ts";
import type { Preference } from "../../../server/dialogue/state.ts";
import { makeProduct, queryOf, wish } from "./make-product.ts";

const colour = (value: string): Attribute => ({ name: "colour", value });
const screen = (inches: number): Attribute => ({
  name: "screen size",
  value: `${inches} in`,
  number: inches,
  unit: "in",
});
const weight = (kilograms: number): Attribute => ({
  name: "weight",
  value: `${kilograms} kg`,
  number: kilograms,
  unit: "kg",
});

const SHOP: Product[] = [
  makeProduct("lark", "Lark 14 Laptop", 899, {
    brand: "Orin",
    categories: ["Computers", "Laptops"],
    attributes: [colour("Silver"), screen(14), weight(1.3)],
    description: "Light enough for commuting.",
  }),
  makeProduct("rook", "Rook 15 Laptop", 649, {
    brand: "Orin",
    categories: ["Computers", "Laptops"],
    attributes: [colour("Black"), screen(15.6), weight(2)],
  }),
  makeProduct("jay", "Jay 17 Gaming Laptop", 1499, {
    brand: "Talon",
    categories: ["Computers", "Laptops"],
    attributes: [colour("Black"), screen(17), weight(2.8)],
    rating: { value: 4.8, count: 80 },
  }),
  makeProduct("owl", "Owl 13 Laptop", 1099, {
    brand: "Talon",
    categories: ["Computers", "Laptops"],
    attributes: [colour("Slate Blue"), screen(13.3), weight(1.1)],
    inStock: false,
  }),
  makeProduct("kite", "Kite Tablet", 299, {
    categories: ["Computers", "Tablets"],
    attributes: [colour("Slate Grey")],
  }),
  makeProduct("sleeve-b", "Felt Sleeve for 14 inch Laptop - Black", 29, {
    brand: "Orin",
    categories: ["Computers", "Laptop Accessories"],
    attributes: [colour("Black")],
  }),
  makeProduct("sleeve-g", "Felt Sleeve for 14 inch Laptop - Green", 29, {
    brand: "Orin",
    categories: ["Computers", "Laptop Accessories"],
    attributes: [colour("Green")],
  }),
  makeProduct("bag", "Commuter Laptop Bag", 79, {
    brand: "Fjell",
    categories: ["Bags"],
    description: "Made for commuting with a laptop. Free of leather.",
  }),
  makeProduct("mouse", "Silent Mouse", 25, {
    brand: "Talon",
    categories: ["Computers", "Mice"],
    attributes: [colour("White"), { name: "scroll wheel", value: "yes" }],
  }),
];
const shop = buildCatalog({ version: 3, currency: "USD", products: SHOP, reviews: [] });
const found = (search: CandidateSearch) => search.candidates.map(({ product }) => product.sku);
const find = (preferences: Preference[], more = {}) => shop.find(queryOf(preferences, more));

describe("musts filter", () => {
  test("a laptop is a laptop, not its sleeve or bag", () => {
    const search = find([wish("category", "laptops")]);
    expect(search.total).toBe(3);
    expect(new Set(found(search))).toEqual(new Set(["lark", "rook", "jay"]));
    expect(found(find([wish("category", "notebook")])).length).toBe(3);
  });

  test.each<[string, Preference[], string[]]>([
    ["at most", [wish("category", "laptop"), wish("price", 900, { operator: "at-most" })], ["lark", "rook"]],
    ["at least", [wish("category", "laptop"), wish("price", 900, { operator: "at-least" })], ["jay"]],
    ["between", [wish("category", "laptop"), wish("price", [700, 1000], { operator: "between" })], ["lark"]],
    ["about", [wish("category", "laptop"), wish("price", 650, { operator: "about" })], ["rook"]],
    ["a measure in another unit", [wish("screen size", 36, { operator: "at-most", unit: "cm" })], ["lark"]],
    ["a measure of weight", [wish("weight", 2000, { operator: "at-most", unit: "g" })], ["lark", "rook"]],
    ["a brand", [wish("brand", "talon"), wish("category", "laptop")], ["jay"]],
    ["a colour within a longer name", [wish("colour", "slate")], ["kite"]],
    [
      "not a colour",
      [wish("category", "laptop"), wish("colour", "black", { polarity: "negative" })],
      ["lark"],
    ],
    ["not a brand", [wish("category", "laptop"), wish("brand", "Orin", { polarity: "negative" })], ["jay"]],
  ])("%s", (_, preferences, expected) => {
    expect(new Set(found(find(preferences)))).toEqual(new Set(expected));
  });

  test("a brand that the name of a thing has is its maker, whoever sells it; what it fits is not", () => {
    const phones = buildCatalog({
      version: 1,
      currency: "USD",
      reviews: [],
      products: [
        makeProduct("resold", "Fairtel - Talon Swift 7 64GB", 399, {
          brand: "Fairtel",
          categories: ["Phones"],
        }),
        makeProduct("case", "Hard Case for Talon Swift 7", 19, { brand: "Shellco", categories: ["Phones"] }),
        makeProduct("own", "Swift 8", 499, { brand: "Talon", categories: ["Phones"] }),
      ],
    });
    const search = phones.find(queryOf([wish("brand", "Talon")]));
    expect(new Set(found(search))).toEqual(new Set(["own", "resold"]));
  });

  test("every candidate tells which wishes it meets, misses, and those the catalog has no word on", () => {
    const kind = wish("category", "laptop");
    const light = wish("weight", 1.5, { operator: "at-most", unit: "kg", firmness: "prefer" });
    const touch = wish("touchscreen", "yes", { firmness: "prefer" });
    const [best] = find([kind, light, touch]).candidates;
    expect(best).toMatchObject({
      product: { sku: "lark" },
      meets: [kind.id, light.id],
      misses: [],
      unknown: [touch.id],
    });
  });

  test("prices are compared in major units whatever the currency's exponent", () => {
    const yen = SHOP.map((product) => ({
      ...product,
      price: { minor: product.price.minor / 100, currency: "JPY" },
    }));
    const catalog = buildCatalog({ version: 1, currency: "JPY", products: yen, reviews: [] });
    expect(catalog.find(queryOf([wish("price", 30, { operator: "at-most" })])).total).toBe(3);
  });

  test("what is no longer held does not count", () => {
    expect(
      find([wish("category", "laptop"), wish("price", 1, { operator: "at-most", held: false })]).total,
    ).toBe(3);
  });
});

describe("ranking", () => {
  test("wishes raise, and their opposites lower", () => {
    const usage = wish("usage", "commuting", { firmness: "prefer" });
    expect(found(find([wish("category", "laptop"), usage]))[0]).toBe("lark");
    const avoided = wish("colour", "silver", { firmness: "prefer", polarity: "negative" });
    expect(found(find([wish("category", "laptop"), avoided])).at(-1)).toBe("lark");
  });

  test("who has to avoid nuts is shown no peanuts", () => {
    const cakes = [["milk"], ["milk", "peanuts"], ["nuts"]].map((allergens, place) =>
      makeProduct(`cake-${place}`, `Cake ${place}`, 4, {
        attributes: allergens.map((value) => ({ name: "allergen information", value })),
      }),
    );
    const catalog = buildCatalog({ version: 1, currency: "USD", products: cakes, reviews: [] });
    const noNuts = wish("allergen information", "nuts", { polarity: "negative" });
    expect(found(catalog.find(queryOf([noNuts])))).toEqual(["cake-0"]);
  });

  test("[CAT-5] what is out of stock is never recommended, and named when it alone would do", () => {
    const small = find([wish("category", "laptop"), wish("screen size", 14, { operator: "at-most" })]);
    expect(small).toMatchObject({ total: 1, soldOut: null });
    expect(found(small)).toEqual(["lark"]);
    const smaller = find([wish("category", "laptop"), wish("screen size", 13.5, { operator: "at-most" })]);
    expect(smaller).toMatchObject({
      candidates: [],
      total: 0,
      soldOut: { product: { sku: "owl" } },
      relaxed: { isUnmet: false, nearest: "14 in" },
    });
    expect(smaller.relaxed?.candidates.map(({ product }) => product.sku)).not.toContain("owl");
  });

  test("[CAT-5] what is sold out is not named when it misses a wish or has none of the words", () => {
    const tooSmall = [wish("category", "laptop"), wish("screen size", 13.5, { operator: "at-most" })];
    const soldOut = (preferences: Preference[], more = {}) => find(preferences, more).soldOut?.product.sku;
    expect(soldOut(tooSmall, { text: "owl" })).toBe("owl");
    expect(soldOut(tooSmall, { text: "xylophone" })).toBe("owl");
    expect(soldOut(tooSmall, { text: "gaming" })).toBeUndefined();
    expect(soldOut([...tooSmall, wish("colour", "slate blue", { firmness: "prefer" })])).toBe("owl");
    expect(soldOut([...tooSmall, wish("colour", "black", { firmness: "prefer" })])).toBeUndefined();
  });

  test("variations of one product don't stand side by side", () => {
    const products = [1, 2, 3].flatMap((model) =>
      ["Red", "Blue", "Grey"].map((name) =>
        makeProduct(`${model}${name}`, `Model ${"ABC"[model - 1]} Mug - ${name}`, 10, {
          categories: ["Mugs"],
          attributes: [colour(name)],
          popularity: 10 - model,
        }),
      ),
    );
    const catalog = buildCatalog({ version: 1, currency: "USD", products, reviews: [] });
    const models = catalog
      .find(queryOf([wish("category", "mugs")], { limit: 5 }))
      .candidates.map(({ product }) => product.title[6]);
    expect(models.length).toBe(5);
    expect(models.every((model, place) => model !== models[place - 1])).toBe(true);
  });

  test("free words find titles, forgive a typing error, and put the thing before what is for it", () => {
    expect(
      found(find([], { text: "laptop" }))
        .slice(0, 3)
        .sort(),
    ).toEqual(["jay", "lark", "rook"]);
    expect(found(find([], { text: "gamming laptp" }))[0]).toBe("jay");
    expect(found(find([], { text: "laptop sleeve" }))[0]).toMatch(/^sleeve/);
    expect(find([], { text: "xylophone" })).toMatchObject({ candidates: [], total: 0, relaxed: null });
  });

  test("what was rejected never returns; like another item means its neighbours", () => {
    expect(found(find([wish("category", "laptop")], { exclude: ["lark", "jay"] }))).toEqual(["rook"]);
    expect(found(find([], { like: "sleeve-b" }))[0]).toBe("sleeve-g");
    expect(found(find([], { like: "sleeve-b" }))).not.toContain("sleeve-b");
  });

  test("the same question gets the same answer", () => {
    const preferences = [wish("category", "laptop"), wish("colour", "black", { firmness: "prefer" })];
    expect(find(preferences)).toEqual(find(preferences));
  });
});

describe("[CAT-8] what a score is made of", () => {
  test("its parts add up to it, and say what spoke for an item", () => {
    const { candidates } = find(
      [wish("category", "laptop"), wish("colour", "black", { firmness: "prefer" })],
      { text: "gaming", exclude: ["lark"], shown: ["rook"] },
    );
    for (const { score, parts } of candidates)
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 5);
    const jay = candidates.find(({ product }) => product.sku === "jay");
    expect(jay?.parts.words).toBeGreaterThan(0);
    expect(jay?.parts.wishes).toBeGreaterThan(2);
  });

  test("what repeats a rejected item stands back, and what repeats one that was passed over a little", () => {
    const [none, rejected, passedOver] = [{}, { exclude: ["rook"] }, { shown: ["rook"] }].map((more) =>
      find([wish("category", "laptop")], more).candidates.find(({ product }) => product.sku === "lark"),
    );
    expect(none?.parts.rejections ?? 0).toBe(0);
    expect(rejected?.parts.rejections).toBeLessThan(-0.3);
    expect(passedOver?.parts.repetition).toBeLessThan(0);
    expect(passedOver?.parts.repetition).toBeGreaterThan(rejected?.parts.rejections ?? 0);
  });
});

describe("[CAT-8] uncertainty", () => {
  test("is what a coin could not tell apart, falls with each wish, and is none when one is left", () => {
    const alike = buildCatalog({
      version: 1,
      currency: "USD",
      reviews: [],
      products: Array.from({ length: 8 }, (_, place) =>
        makeProduct(`p${place}`, `Cup ${place}`, 10, { attributes: [colour(place === 0 ? "Red" : "Blue")] }),
      ),
    });
    expect(alike.find(queryOf([])).uncertainty).toBeCloseTo(3);
    const red = wish("colour", "red", { firmness: "prefer" });
    expect(alike.find(queryOf([red])).uncertainty).toBeLessThan(2);
    expect(alike.find(queryOf([{ ...red, firmness: "must" }])).uncertainty).toBe(0);
  });
});

describe("splits", () => {
  test("offer many numbers as ranges that people speak of", () => {
    const weights = Array.from({ length: 40 }, (_, place) => 0.4 + place * 0.05);
    const catalog = buildCatalog({
      version: 1,
      currency: "USD",
      reviews: [],
      products: weights.map((kilograms, place) =>
        makeProduct(`t${place}`, `Tent ${place}`, 100, {
          attributes: [weight(Number(kilograms.toFixed(2)))],
        }),
      ),
    });
    const split = catalog.find(queryOf([])).splits.find(({ attribute }) => attribute === "weight");
    expect(split?.values.map(({ value }) => value)[0]).toMatch(/^under /);
    expect(split?.values.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  test("are worth less on what nobody chooses by", () => {
    const { splits } = find([wish("category", "laptop")]);
    expect(splits.every(({ weight: own }) => own > 0 && own <= 1)).toBe(true);
  });

  test("tell what a question would be worth, most informative first", () => {
    const { splits } = find([wish("category", "laptop")]);
    expect(splits.map(({ attribute }) => attribute)).toEqual(
      expect.arrayContaining(["brand", "colour", "screen size"]),
    );
    expect(splits.map(({ gain }) => gain)).toEqual(
      splits.map(({ gain }) => gain).sort((one, other) => other - one),
    );
    expect(splits.find(({ attribute }) => attribute === "brand")).toEqual({
      attribute: "brand",
      values: [
        { value: "Orin", count: 2 },
        { value: "Talon", count: 1 },
      ],
      coverage: 1,
      gain: expect.closeTo(Math.log2(3) - 2 / 3, 1),
      weight: 1,
    });
  });

  test("never name what is preferred already, or what most candidates lack", () => {
    const attributes = find([
      wish("category", "laptop"),
      wish("colour", "black", { firmness: "prefer" }),
    ]).splits.map(({ attribute }) => attribute);
    expect(attributes).not.toContain("category");
    expect(attributes).not.toContain("colour");
    expect(find([]).splits.map(({ attribute }) => attribute)).not.toContain("scroll wheel");
  });
});

describe("[INI-4] when nothing matches", () => {
  test("the must that excludes most is named, with what there is without it and the nearest price", () => {
    const budget = wish("price", 300, { operator: "at-most" });
    const search = find([wish("category", "laptop"), budget, wish("colour", "black")]);
    expect(search).toMatchObject({
      candidates: [],
      total: 0,
      relaxed: { preference: budget, total: 2, nearest: { minor: 64_900, currency: "USD" } },
    });
    expect(search.relaxed?.candidates.map(({ product }) => product.sku)).toEqual(
      expect.arrayContaining(["rook", "jay"]),
    );
  });

  test("the nearest size is told as the catalog writes it", () => {
    const size = wish("screen size", 19, { operator: "at-least", unit: "in" });
    expect(find([wish("category", "laptop"), size]).relaxed).toMatchObject({
      preference: size,
      nearest: "17 in",
    });
  });

  test("the kind of thing is kept where several other wishes have to give way together", () => {
    const budget = wish("price", 500, { operator: "at-most" });
    const light = wish("weight", 1, { operator: "at-most", unit: "kg" });
    const { relaxed } = find([wish("category", "laptop"), budget, light]);
    expect([relaxed?.preference, ...(relaxed?.also ?? [])]).toEqual(expect.arrayContaining([budget, light]));
    for (const { product } of relaxed?.candidates ?? []) expect(product.categories).toContain("Laptops");
  });

  test("no more is given up than it takes", () => {
    const budget = wish("price", 100, { operator: "at-most" });
    const light = wish("weight", 1, { operator: "at-most", unit: "kg" });
    const dark = wish("colour", "black");
    const { relaxed } = find([wish("category", "laptop"), dark, budget, light]);
    expect([relaxed?.preference, ...(relaxed?.also ?? [])]).not.toContain(dark);
    expect(relaxed?.candidates.map(({ product }) => product.sku)).toEqual(
      expect.arrayContaining(["rook", "jay"]),
    );
  });

  test("a kind or a feature that the catalog does not know is never read as something else", () => {
    const zebra = wish("category", "zebra saddles");
    expect(find([zebra]).relaxed?.preference).toBe(zebra);
    const feature = wish("feature", "nuclear powered");
    expect(find([wish("category", "laptop"), feature]).relaxed).toMatchObject({
      preference: feature,
      total: 3,
    });
  });

  test("a kind of a kind it knows falls back to that", () => {
    const search = find([wish("category", "convertible laptops")]);
    expect(search.relaxed?.total).toBe(3);
    expect(search.relaxed?.candidates[0]?.product.categories).toContain("Laptops");
  });
});

describe("the catalog itself", () => {
  test("knows products by their own and their variants' skus, and reviews by either", () => {
    const variant = {
      sku: "cup-red",
      options: [{ name: "colour", value: "Red" }],
      price: { minor: 900, currency: "USD" },
      inStock: true,
    };
    const cup = makeProduct("cup", "Cup", 9, { variants: [variant] });
    const review = { id: "r1", sku: "cup", author: "Ola", rating: 5, text: "Holds tea.", at: "2025-01-01" };
    const catalog = buildCatalog({ version: 7, currency: "USD", products: [cup], reviews: [review] });
    expect(catalog).toMatchObject({ version: 7, size: 1 });
    expect(catalog.product("cup-red")).toEqual(cup);
    expect(catalog.product("none")).toBeUndefined();
    expect(catalog.reviews("cup-red")).toEqual([review]);
  });

  test("an empty one answers too", () => {
    const empty = buildCatalog({ version: 1, currency: "USD", products: [], reviews: [] });
    expect(empty.find(queryOf([wish("category", "laptop")], { text: "any" }))).toMatchObject({
      candidates: [],
      total: 0,
      price: null,
      splits: [],
    });
  });
});

test("words that every JavaScript object knows are words like any others", () => {
  const own = ["constructor", "__proto__", "toString", "hasOwnProperty"];
  const toys = own.map((word, place) =>
    makeProduct(place === 0 ? "__proto__" : word, `Brick ${word}`, 10 + place, {
      brand: word,
      categories: ["Toys", word],
      tags: [word],
      attributes: [
        { name: word, value: word },
        { name: "weight", value: `3 ${word}`, number: 3, unit: word },
      ],
    }),
  );
  const catalog = buildCatalog({ version: 1, currency: "USD", products: toys, reviews: [] });
  const found = catalog.find(queryOf([wish("category", "constructor")], { text: "constructor" }));
  expect(found.candidates.map(({ product }) => product.sku)).toEqual(["__proto__"]);
  expect(catalog.vocabulary.attributes.map(({ name }) => name)).toEqual(expect.arrayContaining(own));
  expect(catalog.product("constructor")).toBeUndefined();
});

describe("a number that was said", () => {
  const capacity = (litres: number): Attribute => ({
    name: "capacity",
    value: `${litres} l`,
    number: litres,
    unit: "l",
  });
  const people = (count: number): Attribute => ({ name: "sleeps", value: String(count), number: count });
  const catalog = buildCatalog({
    version: 1,
    currency: "USD",
    reviews: [],
    products: [
      makeProduct("heron", "Heron Tent", 549, {
        attributes: [people(4), { name: "colour", value: "Sea green" }],
        description: "At home on any beach.",
        popularity: 900,
      }),
      makeProduct("warbler", "Warbler Tent", 349, { attributes: [people(2)] }),
      makeProduct("wren", "Wren Tent", 99, { attributes: [people(1)] }),
      makeProduct("mule", "Mule Pack", 149, {
        attributes: [capacity(22)],
        description: "For the beach.",
        popularity: 900,
      }),
      makeProduct("heath", "Heath Pack", 84, { attributes: [capacity(20)] }),
    ],
  });
  const order = (preferences: Preference[]): string[] =>
    catalog.find(queryOf(preferences)).candidates.map(({ product }) => product.sku);
  const beach = wish("feature", "beach", { firmness: "prefer" });
  const forTwo = wish("sleeps", 2, { operator: "at-least", exact: true });

  test.for<[string, Preference[], string[]]>([
    ["outweighs a word of a description", [forTwo, beach], ["warbler", "heron"]],
    ["also as a measure", [wish("capacity", 20, { operator: "about", unit: "l" }), beach], ["heath", "mule"]],
    [
      "leaves the order to words where it is a bound",
      [wish("sleeps", 2, { operator: "at-least" }), beach],
      ["heron", "warbler"],
    ],
  ])("%s", ([, preferences, expected]) => {
    expect(order(preferences)).toEqual(expected);
  });

  test("a shade states nothing but its colour", () => {
    const sea = catalog.find(queryOf([wish("feature", "sea", { firmness: "prefer" })]));
    expect(sea.candidates.flatMap(({ meets }) => meets)).toEqual([]);
    const green = catalog.find(queryOf([wish("feature", "green", { firmness: "prefer" })]));
    expect(green.candidates[0]).toMatchObject({ product: { sku: "heron" }, meets: [expect.any(String)] });
  });

  test("what is one itself does not come with one", () => {
    const sleeve = { firmness: "prefer", isPart: true } as const;
    const shop = buildCatalog({
      version: 1,
      currency: "USD",
      reviews: [],
      products: [
        makeProduct("folio", "Folio Laptop Sleeve", 52, { categories: ["Bags"], popularity: 900 }),
        makeProduct("parish", "Parish Rucksack", 148, {
          categories: ["Bags"],
          description: "A laptop slides into its sleeve.",
        }),
      ],
    });
    const { candidates } = shop.find(queryOf([wish("feature", "laptop sleeve", sleeve)]));
    expect(candidates.map(({ product }) => product.sku)).toEqual(["parish", "folio"]);
    expect(candidates[1]?.misses).toHaveLength(1);
  });
});
