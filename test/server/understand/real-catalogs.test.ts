import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import { importCatalog } from "../../../server/catalog/import/import-catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { CatalogVocabulary } from "../../../server/catalog/vocabulary-types.ts";
import { initialState } from "../../../server/dialogue/reduce.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import type { Understand } from "../../../server/turn/ports.ts";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { MemorySink } from "../catalog/memory-sink.ts";

const FOLDER = "../shared/data/catalogs";
const present = existsSync(FOLDER);
if (!present) console.log(`skipped: understanding on real catalogs needs ${FOLDER}`);

const CATALOGS = [
  { file: "electronics.json", currency: "USD" },
  { file: "cosmetics.json", currency: "CAD" },
  { file: "shopify-bicycles.csv", currency: "USD" },
];

describe.skipIf(!present).each(CATALOGS)("with the words of $file", ({ file, currency }) => {
  let understand: Understand;
  let vocabulary: CatalogVocabulary;
  let products: Product[];
  let shown: DialogueState;

  beforeAll(async () => {
    const sink = new MemorySink();
    const imported = await importCatalog({ source: `${FOLDER}/${file}`, format: "auto", currency, sink });
    expect(imported.ok).toBe(true);
    products = sink
      .visible()
      .flatMap(({ price, ...record }) => (price ? [{ ...record, price, version: 1 }] : []));
    ({ vocabulary } = buildCatalog({ version: 1, products, reviews: [], currency }));
    understand = createUnderstanding(vocabulary, products);
    const items = products.slice(0, 3).map((product, index) => ({
      sku: product.sku,
      title: product.title,
      brand: product.brand,
      category: null,
      price: product.price,
      attributes: {},
      turnId: "t1",
      place: index + 1,
      reaction: "none" as const,
    }));
    shown = { ...initialState(), shown: items, focus: items.map(({ sku }) => sku), lastInvitation: "choice" };
  }, 60_000);

  it("[NLU-1] hears a need with a budget, for each of the largest categories", () => {
    for (const { name, forms } of vocabulary.categories.slice(0, 20)) {
      const heard = understand(`I'm looking for ${forms[0] ?? name} under 80 dollars`, initialState());
      const wished = heard.preferences.map(({ attribute, operator, value }) => [attribute, operator, value]);
      expect(wished).toContainEqual(["price", "at-most", 80]);
      expect(wished.map(([attribute]) => attribute)).toContain("category");
      expect(heard.acts).toEqual(["inform"]);
    }
  });

  it("[NLU-1] hears a negated wish, for each of the largest brands", () => {
    for (const { name } of vocabulary.brands.slice(0, 10)) {
      const heard = understand(`anything but ${name}`, initialState());
      expect(heard.preferences).toContainEqual(
        expect.objectContaining({ attribute: "brand", value: name, polarity: "negative" }),
      );
    }
  });

  it("[LED-2] hears a question about a fact, and [DST-3] which item it is about", () => {
    const heard = understand("how much does the second one weigh?", shown);
    expect(heard.acts).toEqual(["ask-fact"]);
    expect(heard.questions).toMatchObject([{ kind: "asked", skus: [shown.shown[1]?.sku] }]);
  });

  it("[DST-2] hears that cheaper is asked for", () => {
    expect(understand("cheaper", shown)).toMatchObject({
      acts: ["critique"],
      critiques: [{ attribute: "price", direction: "less" }],
    });
  });

  it("hears an acceptance", () => {
    const heard = understand("great, I'll take the first one", shown);
    expect(heard.acts).toEqual(["accept"]);
    expect(heard.references[0]?.skus[0]).toBe(shown.shown[0]?.sku);
  });

  it("[DST-3] finds products by their whole titles", () => {
    const titles = products.filter(({ title }) => /^\S+(?: \S+){2,7}$/.test(title)).slice(0, 60);
    const found = titles.filter(({ sku, title }) =>
      understand(`tell me about the ${title}`, initialState()).references.some(({ skus }) =>
        skus.includes(sku),
      ),
    );
    console.log(`${file}: ${found.length} of ${titles.length} whole titles found`);
    expect(found.length).toBeGreaterThan(titles.length * 0.6);
  });
});
