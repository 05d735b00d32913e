import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { CandidateQuery } from "../../../server/catalog/candidates.ts";
import { buildCatalog, type Catalog } from "../../../server/catalog/catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { Preference } from "../../../server/dialogue/state.ts";
import { importFile, importInto, visibleContent } from "./read-fixture.ts";

const folder = resolve("../shared/data/catalogs");
const isPresent = existsSync(folder);
if (!isPresent) console.log(`Skipped: real catalogs. Put them into ${folder} to run these tests.`);

/** Counted apart from this project, with Python's csv, json and ElementTree: products, those hidden, variants. */
const COUNTED: [file: string, currency: string, products: number, hidden: number][] = [
  ["electronics.json", "USD", 3291, 0],
  ["cosmetics.json", "USD", 931, 132],
  ["shopify-bicycles.csv", "USD", 284, 58],
  ["shopify-padded-headers.csv", "USD", 24, 1],
  ["woocommerce-sample.csv", "USD", 15, 2],
  ["google-merchant-rss.xml", "USD", 23, 0],
  ["google-merchant-atom.xml", "KZT", 316, 3],
];

describe.skipIf(!isPresent)("real catalogs", () => {
  test.each(COUNTED)(
    "%s imports whole, and a second time changes nothing",
    async (file, currency, products, hidden) => {
      const { result, sink } = await importFile(`${folder}/${file}`, { currency });
      expect(result).toMatchObject({
        ok: true,
        summary: { added: products, updated: 0, unchanged: 0, hidden, rejected: [] },
      });
      const again = await importInto(sink, `${folder}/${file}`, { currency });
      expect(again).toMatchObject({
        ok: true,
        summary: { added: 0, updated: 0, unchanged: products, hidden, rejected: [] },
      });
    },
  );

  test.each(COUNTED)(
    "%s gives products without markup, entities or control characters",
    async (file, currency) => {
      const { sink } = await importFile(`${folder}/${file}`, { currency });
      const texts = sink
        .visible()
        .flatMap(({ title, description, brand, categories, tags, attributes }) => [
          title,
          description,
          brand ?? "",
          ...categories,
          ...tags,
          ...attributes.map(({ value }) => value),
        ]);
      const dirty = texts.filter(
        (text) =>
          /<\/?(p|div|span|br|ul|li|strong|em|a)\b[^>]*>|&(amp|lt|gt|quot|nbsp|#\d+);|\ufeff|\0/i.test(
            text,
          ) || text !== text.trim(),
      );
      expect(dirty).toEqual([]);
    },
  );

  test("another site's currency hides every product, with the reason", async () => {
    const { result, sink } = await importFile(`${folder}/google-merchant-atom.xml`, { currency: "USD" });
    const hiddenBecause = { "the price is in KZT, the shop sells in USD": expect.any(Number) };
    expect(result).toMatchObject({ ok: true, summary: { added: 316, hidden: 316, hiddenBecause } });
    const reasons = new Set([...sink.records.values()].map(({ hidden }) => hidden));
    expect(reasons).toEqual(
      new Set(["the price is in KZT, the shop sells in USD", "no price", "the price is 0"]),
    );
  });
});

interface Need {
  wishes: Partial<Preference>[];
  text?: string;
  /** What each of the first five has to be. */
  is: (product: Product) => boolean;
}

const must = (
  attribute: string,
  value: Preference["value"],
  more: Partial<Preference> = {},
): Partial<Preference> => ({ attribute, value, ...more });
const atMost = (value: number) => must("price", value, { operator: "at-most" });
const not = (attribute: string, value: string) => must(attribute, value, { polarity: "negative" });
const prefer = (attribute: string, value: string) => must(attribute, value, { firmness: "prefer" });
const leafHas =
  (pattern: RegExp) =>
  ({ categories }: Product) =>
    pattern.test(categories.at(-1) ?? "");
const titleHas =
  (pattern: RegExp) =>
  ({ title }: Product) =>
    pattern.test(title);
const isPhone = ({ categories, title }: Product) =>
  !categories.some((name) => /accessor/i.test(name)) && !/\b(case|charger|cable)\b/i.test(title);
const both =
  (...checks: ((product: Product) => boolean)[]) =>
  (product: Product) =>
    checks.every((check) => check(product));
const upTo =
  (major: number) =>
  ({ price }: Product) =>
    price.minor <= major * 100;

const NEEDS: Record<string, Record<string, Need>> = {
  "electronics.json": {
    phones: { wishes: [must("category", "phones")], is: isPhone },
    "a smartphone under 200": {
      wishes: [must("category", "smartphone"), atMost(200)],
      is: both(isPhone, upTo(200)),
    },
    "an unlocked phone": {
      wishes: [must("category", "unlocked phone")],
      is: both(isPhone, titleHas(/unlocked/i)),
    },
    "the word iphone": { wishes: [], text: "iphone", is: both(isPhone, titleHas(/iphone/i)) },
    "a misspelt samsung galaxy": {
      wishes: [],
      text: "samsng galaxi s7",
      is: both(isPhone, titleHas(/galaxy s7/i)),
    },
    "a waterproof case": {
      wishes: [must("category", "phone case"), must("feature", "waterproof")],
      is: titleHas(/case|cover|shell/i),
    },
    "a case that is not black": {
      wishes: [must("category", "case"), not("colour", "black")],
      is: (product) => !/\bblack\b/i.test(product.title),
    },
    "a car charger under 30": {
      wishes: [must("category", "car charger"), atMost(30)],
      is: both(titleHas(/charger/i), upTo(30)),
    },
    "a bluetooth headset": { wishes: [must("category", "bluetooth headset")], is: leafHas(/headset/i) },
    "a screen protector": {
      wishes: [must("category", "screen protector")],
      is: titleHas(/protector|film|glass|shield/i),
    },
    "a power bank of 10000 mAh": {
      wishes: [must("category", "power bank"), must("battery capacity", 10_000, { operator: "at-least" })],
      is: titleHas(/1\d,?\d{3} ?mah|2\d,?\d{3} ?mah/i),
    },
    "something of OtterBox": { wishes: [must("brand", "otterbox")], is: ({ brand }) => brand === "OtterBox" },
  },
  "cosmetics.json": {
    lipsticks: { wishes: [must("category", "lipstick")], is: leafHas(/^lipstick$/) },
    "a vegan lipstick": {
      wishes: [must("category", "lipstick"), must("feature", "vegan")],
      is: ({ tags, description }) => /vegan/i.test(`${tags} ${description}`),
    },
    "nail polish under 8": {
      wishes: [must("category", "nail polish"), atMost(8)],
      is: both(leafHas(/nail polish/), upTo(8)),
    },
    "nail varnish": { wishes: [must("category", "nail varnish")], is: leafHas(/nail polish/) },
    "an eyebrow pencil": { wishes: [must("category", "eyebrow pencil")], is: leafHas(/eyebrow/) },
    "foundation, no powder": {
      wishes: [must("category", "foundation"), not("type", "powder")],
      is: ({ attributes }) => !attributes.some(({ value }) => value === "powder"),
    },
    "waterproof mascara": {
      wishes: [prefer("feature", "waterproof"), must("category", "mascara")],
      is: both(leafHas(/mascara/), ({ title, description }) => /waterproof/i.test(title + description)),
    },
    "the words waterproof eyeliner": { wishes: [], text: "waterproof eyeliner", is: leafHas(/eyeliner/) },
    "blush of NYX": {
      wishes: [must("category", "blush"), must("brand", "NYX")],
      is: ({ brand }) => brand === "nyx",
    },
  },
  "shopify-bicycles.csv": {
    bikes: {
      wishes: [must("category", "bike")],
      is: both(leafHas(/bicycle|bike|series/i), ({ price }) => price.minor > 20_000),
    },
    "a bike up to 400": {
      wishes: [must("category", "bikes"), atMost(400)],
      is: both(leafHas(/bicycle|bike|series/i), upTo(400)),
    },
    "a bike for a child": { wishes: [must("category", "kids bike")], is: leafHas(/kids/i) },
    "a lock": { wishes: [must("category", "lock")], is: leafHas(/^locks?$/i) },
    "the word helmet": { wishes: [], text: "helmets", is: leafHas(/helmet|apparel|light/i) },
    "a brown saddle": {
      wishes: [must("category", "saddle"), must("colour", "brown")],
      is: leafHas(/saddle/i),
    },
    "lights, not Knog": {
      wishes: [must("category", "lights"), not("brand", "Knog")],
      is: both(leafHas(/light/i), ({ brand }) => brand !== "Knog"),
    },
    pedals: { wishes: [must("category", "pedals")], is: leafHas(/pedal/i) },
    "a t-shirt": { wishes: [must("category", "t-shirt")], is: titleHas(/tee|shirt/i) },
    "a bike of 54 cm, not black": {
      wishes: [must("category", "bike"), must("size", "54 cm")],
      is: ({ variants }) => variants.some(({ options }) => options.some(({ value }) => /54 ?cm/.test(value))),
    },
  },
};

describe.skipIf(!isPresent).each(Object.keys(NEEDS))("plain needs on %s", (file) => {
  const needs = NEEDS[file] ?? {};
  let catalog: Catalog | null = null;
  const opened = async (): Promise<Catalog> => {
    catalog ??= buildCatalog({
      version: 1,
      currency: "USD",
      ...visibleContent((await importFile(`${folder}/${file}`)).sink),
    });
    return catalog;
  };

  test.each(Object.keys(needs))("%s", async (name) => {
    const need = needs[name];
    if (need === undefined) throw new Error("unknown need");
    const found = (await opened()).find(queryOf(need));
    expect(found.candidates.length).toBeGreaterThan(0);
    expect(
      found.candidates.filter(({ product }) => !need.is(product)).map(({ product }) => product.title),
    ).toEqual([]);
  });
});

function queryOf({ wishes, text = "" }: Need): CandidateQuery {
  const preferences = wishes.map((wish, place) => ({
    id: `p${place + 1}`,
    sourceMessageId: "m1",
    held: true,
    origin: "said" as const,
    attribute: "category",
    operator: "is" as const,
    value: null,
    polarity: "positive" as const,
    firmness: "must" as const,
    said: "",
    ...wish,
  }));
  return { preferences, text, exclude: [], like: null, limit: 5 };
}
