import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Money, Product } from "../../../server/catalog/product.ts";
import { checkSentence } from "../../../server/guard/check-sentence.ts";
import { evidenceOfProducts } from "../../../server/guard/evidence-of-plan.ts";
import { buildNameIndex, type NameIndex } from "../../../server/guard/name-index.ts";

const FOLDER = "../shared/data/catalogs";
const isHere = existsSync(FOLDER);
if (!isHere) console.log(`skipped: the guard on real catalogs needs ${FOLDER}`);

const rowsSchema = z.array(
  z.object({
    name: z.string(),
    price: z.number().positive(),
    brand: z.string().nullish(),
    description: z.string().nullish(),
    categories: z.array(z.string()).optional(),
    product_type: z.string().optional(),
    tag_list: z.array(z.string()).optional(),
  }),
);

function readCatalog(file: string, currency: string): Product[] {
  const usable = z
    .array(z.unknown())
    .parse(JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")))
    .filter((row) => rowsSchema.element.safeParse(row).success);
  return rowsSchema.parse(usable).map((row, index) => ({
    sku: `${file}-${index}`,
    title: row.name.trim(),
    description: row.description ?? "",
    brand: row.brand ?? null,
    categories: row.categories ?? (row.product_type === undefined ? [] : [row.product_type]),
    tags: row.tag_list ?? [],
    url: `https://shop.example/${index}`,
    imageUrl: null,
    price: { minor: Math.round(row.price * 100), currency },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    version: 1,
  }));
}

const say = ({ minor }: Money) => `$${(minor / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;

function truthsOf({ title, price, brand, categories, tags }: Product): string[] {
  return [
    `The ${title} costs ${say(price)}.`,
    `I'd go with the ${title}: it's ${say(price)}.`,
    `Would you like to know more about the ${title}?`,
    ...(brand === null
      ? []
      : [`Have a look at the ${title} by ${brand}.`, `It's ${say(price)} and it's by ${brand}.`]),
    ...categories.slice(-1).map((category) => `It's listed under ${category}.`),
    ...tags.slice(0, 1).map((tag) => `It's tagged ${tag}.`),
  ];
}

/** Price changed, currency swapped, title and brand of another item, a measure and a feature that no row has. */
function liesOn({ title, price }: Product, other: Product): string[] {
  return [
    `The ${title} costs ${say({ ...price, minor: price.minor + 1_300 })}.`,
    `It costs €${(price.minor / 100).toFixed(2)}.`,
    `I'd go with the ${other.title}.`,
    `How about the ${other.title}?`,
    `It's by ${other.brand}.`,
    "It weighs 7.77 kg.",
    "It has a titanium shell.",
    "Only 3 left in stock.",
  ];
}

function shareStopped(rows: { product: Product; sentences: string[] }[], names: NameIndex): number {
  const verdicts = rows.flatMap(({ product, sentences }) => {
    const evidence = evidenceOfProducts(
      [product],
      [],
      { persona: null, locale: "en-US", currency: product.price.currency },
      names,
    );
    return sentences.map((sentence) => checkSentence(sentence, evidence).type !== "pass");
  });
  return verdicts.filter(Boolean).length / verdicts.length;
}

describe.skipIf(!isHere)("[GRD-3] on real catalogs", () => {
  it.each([
    ["electronics.json", "USD"],
    ["cosmetics.json", "CAD"],
  ])("catches 95 % of mutations of %s and stops 2 % of true sentences at most", (file, currency) => {
    const catalog = readCatalog(file, currency);
    const names = buildNameIndex(catalog);
    const sample = catalog.filter((_, index) => index % 11 === 0);
    const pairs = sample
      .map((product, index) => ({ product, other: catalog[(index * 353 + 17) % catalog.length] }))
      .flatMap(({ product, other }) =>
        other === undefined || other.brand === null || other.brand === product.brand
          ? []
          : [{ product, other }],
      );

    const wronglyStopped = shareStopped(
      sample.map((product) => ({ product, sentences: truthsOf(product) })),
      names,
    );
    const caught = shareStopped(
      pairs.map(({ product, other }) => ({ product, sentences: liesOn(product, other) })),
      names,
    );
    console.log(
      `${file}: caught ${(caught * 100).toFixed(2)} %, wrongly stopped ${(wronglyStopped * 100).toFixed(2)} %`,
    );
    expect(wronglyStopped).toBeLessThanOrEqual(0.02);
    expect(caught).toBeGreaterThanOrEqual(0.95);
  });
});
