import { describe, expect, test } from "vitest";
import { FULLY } from "../../../server/catalog/grades.ts";
import { KindIndex, KindIndexBuilder } from "../../../server/catalog/kind-index.ts";
import type { Product } from "../../../server/catalog/product.ts";
import { kindOf } from "../../../server/catalog/product-kind.ts";
import { textFieldsOf } from "../../../server/catalog/relevance.ts";
import {
  MinedSynonyms,
  type MinedSynonymsData,
  SynonymMiner,
} from "../../../server/catalog/synonym-miner.ts";
import { TextIndex, TextIndexBuilder } from "../../../server/catalog/text-index.ts";
import { makeProduct } from "./make-product.ts";

function mined(products: readonly Product[]): MinedSynonymsData {
  const miner = new SynonymMiner();
  for (const product of products) miner.add(product, kindOf(product));
  return miner.finish();
}

const describing = (...texts: string[]) =>
  texts.map((description, place) => makeProduct(`d${place}`, `Orin M${place}`, 9, { description }));

describe("short forms", () => {
  test.each<[text: string, pair: [string, string]]>([
    ["With a Solid State Drive (SSD) inside.", ["ssd", "solid state drive"]],
    ["All our Solid State Drives (SSDs).", ["ssd", "solid state drive"]],
    ["An SSD (Solid State Drive) of 1 TB.", ["ssd", "solid state drive"]],
    ["Has power-over-ethernet (PoE).", ["poe", "power over ethernet"]],
    [
      "Mit einer Unterbrechungsfreien Strom Versorgung (USV).",
      ["usv", "unterbrechungsfreien strom versorgung"],
    ],
    ["Низкий уровень дыма (НУД) и огня.", ["нуд", "низкий уровень дыма"]],
  ])("%s", (text, pair) => {
    expect(mined(describing(text, text)).pairs).toEqual([pair]);
  });

  test.each([
    ["initials that do not fit", "Solid State Drive (HDD)"],
    ["a note", "Solid State Drive (new)"],
    ["a model code", "Alpha Beta Gamma (A2G)"],
    ["two letters, which mean too much", "Public Address (PA)"],
    ["words of another phrase", "Solid State, Drive (SSD)"],
  ])("%s is none", (_, text) => {
    expect(mined(describing(text, text)).pairs).toEqual([]);
  });

  test("what is said once may be a slip, and of several long forms the usual one counts", () => {
    expect(mined(describing("Solid State Drive (SSD)")).pairs).toEqual([]);
    const [often, seldom] = ["Solid State Drive (SSD)", "Small Scale Demo (SSD)"];
    expect(mined(describing(seldom, seldom, often, often, often)).pairs).toEqual([
      ["ssd", "solid state drive"],
    ]);
  });
});

/** Products whose titles end on these nouns, so many of each, in a category. */
function filed(categories: string[], nouns: Record<string, number>): Product[] {
  return Object.entries(nouns).flatMap(([noun, count]) =>
    Array.from({ length: count }, (_, place) =>
      makeProduct(`${categories.join()} ${noun} ${place}`, `Orin ${noun}`, 9, { categories }),
    ),
  );
}

describe("nouns of one kind", () => {
  test.each<[why: string, products: Product[], pairs: [string, string][]]>([
    ["a category of two names", filed(["Sofas"], { Sofa: 9, Couch: 5 }), [["sofa", "couch"]]],
    ["in any language", filed(["Чехол"], { Чехол: 9, Футляр: 5 }), [["чехол", "футляр"]]],
    [
      "one kind by two names in brackets",
      filed(["Sofas (Couches)"], { Sofa: 5, Couch: 5 }),
      [["sofa", "couch"]],
    ],
    ["one kind by either name", filed(["Sofas or Couches"], { Sofa: 5, Couch: 5 }), [["sofa", "couch"]]],
    ["a department of one kind", filed(["Audio"], { Headphones: 20 }), []],
    ["a department that lists its kinds", filed(["Phones & Tablets"], { Phone: 9, Tablet: 9 }), []],
    ["kinds that are listed with a slash", filed(["Cables / Adapters"], { Cable: 9, Adapter: 9 }), []],
    ["an accessory among its things", filed(["Phones"], { Phone: 20, Case: 1 }), []],
    ["accessories", filed(["Phone Accessories"], { Case: 9, Charger: 9, Cable: 9 }), []],
    ["kinds of a kind", filed(["Shoes"], { Shoe: 9, Sneaker: 6, Boot: 6, Sandal: 4 }), []],
    [
      "a kind with a category of its own",
      [...filed(["Shoes"], { Shoe: 9, Sneaker: 6 }), ...filed(["Shoes", "Sneakers"], { Sneaker: 3 })],
      [],
    ],
    [
      "a noun of other categories too",
      [...filed(["Mounts"], { Mount: 9, Stand: 5 }), ...filed(["Music"], { Stand: 4 })],
      [],
    ],
    ["too few to tell", filed(["Sofas"], { Sofa: 3, Couch: 2 }), []],
    ["model codes", filed(["Toner"], { Toner: 9, "Toner X41": 4 }), []],
  ])("%s", (_, products, pairs) => {
    const found = mined(products).pairs;
    expect(new Set(found.map((pair) => [...pair].sort().join("=")))).toEqual(
      new Set(pairs.map((pair) => [...pair].sort().join("="))),
    );
  });
});

describe("search and kinds read them", () => {
  const products = [
    ...filed(["Watch Bands"], { Band: 9, Riem: 5 }),
    ...describing("An uninterruptible power supply (UPS).", "Any uninterruptible power supply (UPS)."),
    makeProduct("long", "Volt Uninterruptible Power Supply", 99),
  ];
  const synonyms = new MinedSynonyms(mined(products));
  const text = new TextIndexBuilder();
  const kind = new KindIndexBuilder();
  for (const product of products) {
    text.add(textFieldsOf(product, kindOf(product)));
    kind.add(product, kindOf(product));
  }
  const [texts, kinds] = [new TextIndex(text.finish(), synonyms), new KindIndex(kind.finish(), synonyms)];

  test("for less than the word itself", () => {
    const scores = texts.scores("ups");
    expect(scores.at(-1)).toBeGreaterThan(0);
    expect(texts.scores("riem")[9]).toBeGreaterThan(texts.scores("riem")[0] ?? 1);
    expect(texts.scores("riem")[0]).toBeGreaterThan(0);
    expect(kinds.grades("riems")[9]).toBeGreaterThan(kinds.grades("riems")[0] ?? 255);
    expect(kinds.grades("riems")[0]).toBeGreaterThan(0.4 * FULLY);
  });
});
