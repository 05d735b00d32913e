/** What the guard catches and what it stops wrongly, on sentences it was worked on with and on others; and how fast. */
import { fileURLToPath } from "node:url";
import type { Product } from "../server/catalog/product.ts";
import { checkSentence } from "../server/guard/check-sentence.ts";
import { evidenceOfProducts } from "../server/guard/evidence-of-plan.ts";
import { buildNameIndex } from "../server/guard/name-index.ts";
import { FALSE_SENTENCES } from "../test/server/guard/false-sentences.ts";
import { evidenceOn } from "../test/server/guard/fixture-catalog.ts";
import { PRACTICE_SHOPS } from "../test/server/guard/fluent/practice.ts";
import { FLUENT_SHOPS, isUntouchedRow } from "../test/server/guard/fluent/shops.ts";
import type { Shop } from "../test/server/guard/held-out/rows.ts";
import { HELD_OUT_SHOPS } from "../test/server/guard/held-out/shops.ts";
import { INDEPENDENT_SHOPS, isUnseenRow } from "../test/server/guard/independent/shops.ts";
import { COMPUTERS } from "../test/server/guard/independent-second/computers.ts";
import { INDEPENDENT_SECOND_SHOPS } from "../test/server/guard/independent-second/shops.ts";
import type { SentenceRow } from "../test/server/guard/sentence-row.ts";
import { TRUE_SENTENCES } from "../test/server/guard/true-sentences.ts";
import { generateProducts } from "./generate-catalog.ts";
import type { GeneratedRow } from "./generate-catalog-product.ts";
import { readSeeds, sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import { spreadOf } from "./measure.ts";
import type { Report, Section } from "./report.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));
const PRODUCTS = 20_000;
/** Pairs of products that sentences are checked on, after as many again to warm up. */
const PAIRS = 1_000;

interface Judged {
  kind: string;
  isStopped: boolean;
}

export async function measureGuard(): Promise<Report> {
  const ofTuned = (row: SentenceRow): Judged => {
    const evidence = evidenceOn(row.items, { heard: row.heard ?? [], counts: row.counts ?? [] });
    return { kind: row.kind, isStopped: checkSentence(row.sentence, evidence).type !== "pass" };
  };
  const ofShops = (
    shops: readonly Shop[],
    side: "truths" | "lies",
    isOfPart: (index: number, shop: string, sentence: string) => boolean = () => true,
  ): Judged[] =>
    shops.flatMap((shop) =>
      shop[side].flatMap((row, index) =>
        isOfPart(index, shop.name, row.sentence)
          ? [
              {
                kind: row.kind,
                isStopped: checkSentence(row.sentence, shop.evidenceOn(row)).type !== "pass",
              },
            ]
          : [],
      ),
    );
  const isUnseen = (index: number, shop: string) =>
    INDEPENDENT_SHOPS.some(({ name }) => name === shop) ? isUnseenRow(shop, index) : shop === COMPUTERS.name;
  const isRead = (index: number, shop: string) => !isUnseen(index, shop);
  const isUntouched = (_index: number, _shop: string, sentence: string) => isUntouchedRow(sentence);
  const isTouched = (_index: number, shop: string, sentence: string) =>
    !FLUENT_SHOPS.some(({ name }) => name === shop) || !isUntouchedRow(sentence);
  const fluent = [...FLUENT_SHOPS, ...PRACTICE_SHOPS];
  const independent = [...INDEPENDENT_SHOPS, ...INDEPENDENT_SECOND_SHOPS];
  return {
    name: "guard",
    title: "Guard",
    sections: [
      sectionOf("unseen", "lies", ofShops(independent, "lies", isUnseen)),
      sectionOf("unseen", "truths", ofShops(independent, "truths", isUnseen)),
      sectionOf("untouched", "lies", ofShops(FLUENT_SHOPS, "lies", isUntouched)),
      sectionOf("untouched", "truths", ofShops(FLUENT_SHOPS, "truths", isUntouched)),
      sectionOf("fluent", "lies", ofShops(fluent, "lies", isTouched)),
      sectionOf("fluent", "truths", ofShops(fluent, "truths", isTouched)),
      sectionOf("read", "lies", ofShops(independent, "lies", isRead)),
      sectionOf("read", "truths", ofShops(independent, "truths", isRead)),
      sectionOf("shops", "lies", ofShops(HELD_OUT_SHOPS, "lies")),
      sectionOf("shops", "truths", ofShops(HELD_OUT_SHOPS, "truths")),
      sectionOf("tuned", "lies", FALSE_SENTENCES.map(ofTuned)),
      sectionOf("tuned", "truths", TRUE_SENTENCES.map(ofTuned)),
      await measureTimes(),
    ],
  };
}

const PARTS = {
  unseen:
    "The rows of odd index of two shops, and all of a third, by people who had not seen the guard. Nobody who works on the guard reads them; this is the figure to go by.",
  untouched:
    "What a fluent model would say of two more shops, by somebody who knew the guard, before the work that they judge: a half drawn by chance, of which only the totals are looked at.",
  fluent: "The other half, and more of the kind over three shops, which were read and worked on.",
  read: "The other rows by the same people, which were read and worked on class by class.",
  shops: "Six more shops, by whoever worked on the guard, which was worked on with them.",
  tuned: "The tables of the tests, which the guard was written with: every row is as it should be.",
};

function sectionOf(part: keyof typeof PARTS, side: "truths" | "lies", judged: readonly Judged[]): Section {
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  const rowOf = (name: string, some: readonly Judged[]): string[] => {
    const stopped = some.filter(({ isStopped }) => isStopped).length;
    const [low, high] = wilson(stopped, some.length);
    return [
      name,
      String(stopped),
      String(some.length),
      share(stopped / some.length),
      `${share(low)} to ${share(high)}`,
    ];
  };
  const what = side === "lies" ? "False sentences caught" : "True sentences wrongly stopped";
  return {
    title: `${what}, ${part} part`,
    about: `${PARTS[part]} With 95 % intervals after Wilson.`,
    columns: ["class", side === "lies" ? "caught" : "stopped", "of", "share", "interval"],
    rows: [
      rowOf("all", judged),
      ...kinds.map((kind) =>
        rowOf(
          kind,
          judged.filter((each) => each.kind === kind),
        ),
      ),
    ],
  };
}

const Z = 1.96;

/** The interval in which a true share may lie of which `hits` of `count` were seen, with 95 % confidence. */
function wilson(hits: number, count: number): [number, number] {
  const seen = hits / count;
  const spread = Z * Math.sqrt((seen * (1 - seen)) / count + Z ** 2 / (4 * count ** 2));
  const middle = seen + Z ** 2 / (2 * count);
  const scale = 1 + Z ** 2 / count;
  return [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)];
}

const share = (value: number) => `${(value * 100).toFixed(1)} %`;

async function measureTimes(): Promise<Section> {
  const seeds = await readSeeds([DEMO_CATALOG, ...sharedCatalogFiles()]);
  const products = [...generateProducts(seeds, 1, PRODUCTS)].map(productOf);
  const names = buildNameIndex(products);
  const times = { first: [] as number[], later: [] as number[] };
  for (let pair = 0; pair < 2 * PAIRS; pair++) {
    const [a, b] = [products[pair * 2], products[pair * 2 + 1]];
    if (a === undefined || b === undefined) break;
    const evidence = evidenceOfProducts(
      [a, b],
      [],
      { persona: null, locale: "en-US", currency: "USD" },
      names,
    );
    for (const [index, sentence] of sentencesOn(a, b).entries()) {
      const startedAt = performance.now();
      checkSentence(sentence, evidence);
      const took = performance.now() - startedAt;
      if (pair >= PAIRS) times[index === 0 ? "first" : "later"].push(took);
    }
  }
  const rowOf = (name: string, samples: number[]): string[] => {
    const { count, p50, p99 } = spreadOf(samples);
    return [name, String(count), (p50 * 1000).toFixed(0), (p99 * 1000).toFixed(0)];
  };
  return {
    title: "Time per sentence",
    about:
      `Sentences on two products each of a generated catalog of ${PRODUCTS.toLocaleString("en-US")}, with the names of all of ` +
      "them in the index. The first sentence of a turn pays for reading its products' rows.",
    columns: ["sentence", "samples", "p50 (µs)", "p99 (µs)"],
    rows: [rowOf("first of a turn", times.first), rowOf("any other", times.later)],
  };
}

function sentencesOn(a: Product, b: Product): string[] {
  const price = (product: Product) => `$${(product.price.minor / 100).toFixed(2)}`;
  const [attribute] = a.attributes;
  return [
    `Between these two I'd go with the ${a.title}, since it costs ${price(a)} and you said that you wanted something simple.`,
    `The ${b.title} is ${price(b)}, which is ${a.price.minor > b.price.minor ? "cheaper" : "more expensive"} than the ${a.title}.`,
    `Its ${attribute?.name ?? "colour"} is ${attribute?.value ?? "red"}, and it weighs 7.77 kg.`,
    "Both of them are waterproof, and customers love them.",
    "Would you like to see a few more, or shall I compare these two for you?",
    `It's by ${b.brand ?? "nobody in particular"}, as far as the listing says.`,
  ];
}

function productOf(row: GeneratedRow): Product {
  const dollars = (major: number) => ({ minor: Math.round(major * 100), currency: row.currency });
  return {
    sku: row.sku,
    title: row.title,
    description: row.description,
    brand: row.brand,
    categories: row.categories,
    tags: row.tags,
    url: row.url,
    imageUrl: null,
    price: dollars(row.price),
    was: row.regular_price === undefined ? null : dollars(row.regular_price),
    inStock: row.availability === "in stock",
    attributes: row.attributes,
    variants: (row.variants ?? []).map(({ sku, price, available, options }) => ({
      sku,
      options,
      price: dollars(price),
      inStock: available,
    })),
    rating:
      row.rating === undefined || row.rating_count === undefined
        ? null
        : { value: row.rating, count: row.rating_count },
    popularity: row.popularity ?? null,
    version: 1,
  };
}
