import { deserialize, serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import { KIND, KindIndex, KindIndexBuilder } from "../../../server/catalog/kind-index.ts";
import type { Product } from "../../../server/catalog/product.ts";
import { headsOf, kindOf } from "../../../server/catalog/product-kind.ts";
import {
  RelevanceColumns,
  RelevanceColumnsBuilder,
  relevanceTo,
  textFieldsOf,
} from "../../../server/catalog/relevance.ts";
import { TextIndex, TextIndexBuilder } from "../../../server/catalog/text-index.ts";
import { makeProduct } from "./make-product.ts";

function partsOf(products: readonly Product[]) {
  const text = new TextIndexBuilder();
  const kind = new KindIndexBuilder();
  const columns = new RelevanceColumnsBuilder();
  for (const product of products) {
    const own = kindOf(product);
    text.add(textFieldsOf(product, own));
    kind.add(product, own);
    columns.add(own);
  }
  return deserialize(serialize([text.finish(), kind.finish(), columns.finish()]));
}

/** From what is kept and opened again, as it is after a warm start. */
function open(products: readonly Product[]) {
  const [text, kind, columns] = partsOf(products);
  return {
    text: new TextIndex(text),
    kind: new KindIndex(kind),
    columns: new RelevanceColumns(columns),
  };
}

const laptops = { categories: ["Computers", "Laptops"] };
const accessories = { categories: ["Computers", "Laptop Accessories"] };
const SHOP = [
  makeProduct("lark", "Lark 14 Laptop", 899, { ...laptops, brand: "Orin" }),
  makeProduct("jay", "Jay 17 Gaming Laptop", 1499, { ...laptops, brand: "Talon" }),
  makeProduct("bag", "Laptop Bag for Laptop and Laptop Charger", 59, { ...accessories, brand: "Orin" }),
  makeProduct("case", "Phone 8 Case - Phone 8", 19, { categories: ["Phone Accessories"] }),
  makeProduct("phone", "Orin Phone 8 64GB", 599, { categories: ["Phones"], brand: "Orin" }),
  makeProduct("toner", "Toner Cartridge for Printer P5", 49, { categories: ["Printer Supplies"] }),
  makeProduct("printer", "P5 Laser Printer", 199, { categories: ["Printers"] }),
];

function ranked(query: string, products = SHOP): string[] {
  const relevance = relevanceTo(query, open(products));
  return products
    .map(({ sku }, document) => ({ sku, score: relevance[document] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ sku }) => sku);
}

describe("relevance to words", () => {
  test.each([
    ["a thing before what goes with it", "laptop", "lark"],
    ["the narrower kind first", "gaming laptop", "jay"],
    ["what goes with it, when that is asked for", "laptop bag", "bag"],
    ["the phone before its case", "phone 8", "phone"],
    ["the case, when that is asked for", "phone 8 case", "case"],
    ["the printer before its toner", "printer p5", "printer"],
    ["another word for the thing", "notebook", "lark"],
    ["a brand and a kind", "orin laptop", "lark"],
    ["typing errors", "gamming labtop", "jay"],
  ])("%s: %s", (_, query, first) => {
    expect(ranked(query)[0]).toBe(first);
  });

  test("what goes with a thing is found where there is no such thing", () => {
    expect(
      ranked(
        "phone 8",
        SHOP.filter(({ sku }) => sku !== "phone"),
      )[0],
    ).toBe("case");
  });

  test("lies between 0 and 1, above 0 for whatever has a word, 0 for what has none", () => {
    const relevance = [...relevanceTo("orin laptop charger", open(SHOP))];
    expect(Math.max(...relevance)).toBeLessThanOrEqual(1);
    expect(relevance.map((score) => score > 0)).toEqual([true, true, true, false, true, false, false]);
    expect([...relevanceTo("", open(SHOP))].every((score) => score === 0)).toBe(true);
  });

  test("is measured by the best of what is offered", () => {
    const shop = open(SHOP);
    const offered = Uint8Array.from(SHOP, ({ sku }) => Number(sku !== "jay"));
    const [all, some, none] = [null, offered, offered.map(() => 0)].map((among) =>
      relevanceTo("gaming laptop", shop, { among }),
    );
    expect(some?.[0]).toBeGreaterThan(all?.[0] ?? 1);
    expect(Math.max(...(some ?? []))).toBeLessThanOrEqual(1);
    expect(none).toEqual(all);
  });

  test.each([
    ["Funda de cuero para portátil", "Portátil Alondra"],
    ["Чехол для телефона", "Телефон Жаворонок"],
    ["Étui pour téléphone", "Téléphone Alouette"],
    ["Hülle für Handy", "Handy Lerche"],
  ])("%s goes with something else, %s does not", (accessory, thing) => {
    expect(kindOf(makeProduct("a", accessory, 9)).isAccessory).toBe(true);
    expect(kindOf(makeProduct("b", thing, 9)).isAccessory).toBe(false);
  });
});

describe("a stated product type says what a thing is", () => {
  test.each([
    ["product type", "Notebook", "notebook"],
    ["Type of product", "Network Interface Cards", "card"],
    ["Gerätetyp", "Drucker", "drucker"],
    ["type de produit", "Casque", "casque"],
  ])("%s: %s", (name, value, head) => {
    expect(kindOf(makeProduct("a", "Lark X14", 9, { attributes: [{ name, value }] })).heads).toContain(head);
  });

  test.each([
    ["type", "Original"],
    ["product type", "1"],
    ["product type", "A very long sentence that tells of everything it is good for"],
    ["internal memory type", "Module"],
  ])("%s: %s does not", (name, value) => {
    expect([...kindOf(makeProduct("a", "Lark", 9, { attributes: [{ name, value }] })).heads]).toEqual([
      "lark",
    ]);
  });
});

test.each([
  ["Bags & Cases", ["bag", "case"]],
  ["Sofas (Couches)", ["sofa", "couch"]],
  ["Cell Phones with Plans", ["phone"]],
])("the category %s is of %j", (category, heads) => {
  expect(headsOf(category)).toEqual(heads);
});

describe("kinds", () => {
  const { kind } = open(SHOP);
  const grades = (phrase: string) =>
    Object.fromEntries(
      SHOP.map(({ sku }, document) => [sku, kind.grades(phrase)[document] ?? 0] as const).filter(
        ([, grade]) => grade > 0,
      ),
    );

  test("are told by categories and by what titles end on", () => {
    expect(grades("laptops")).toEqual({ lark: KIND.category, jay: KIND.category });
    expect(grades("laser printer")).toHaveProperty("printer");
    expect(grades("laser printer")).not.toHaveProperty("toner");
    expect(grades("gaming laptop")).toEqual({ jay: KIND.title });
  });

  test("are known by other words, and never guessed", () => {
    expect(grades("notebook")).toEqual(grades("laptop"));
    expect(grades("sofa")).toEqual({});
    expect(grades("")).toEqual({});
  });
});
