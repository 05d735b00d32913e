/** How well and how fast a text finds products, by human judgements, beside plain BM25 and two libraries. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Product } from "../server/catalog/product.ts";
import { percentile, timed } from "./measure.ts";
import { readProducts } from "./read-products.ts";
import { milliseconds, type Report, type Section } from "./report.ts";
import {
  condensed,
  differenceInterval,
  gainOf,
  type JudgedQuery,
  judgedShare,
  mean,
  readJudgements,
} from "./retrieval-judgements.ts";
import { BASELINE, SEARCHERS, type Searcher } from "./retrieval-searchers.ts";

/** Public data that the project does not carry; measured on where it lies beside the checkout. */
export const ICECAT = fileURLToPath(new URL("../../shared/data/retrieval/icecat", import.meta.url));

const CATALOG_FILES = ["products.jsonl.gz", "products.jsonl", "products.json", "products.csv"];
const LIMIT = 100;
const ROUNDS = 5;

interface Measured {
  name: string;
  gains: number[];
  row: string[];
}

/** `folder` holds the products in any importable format and `qrels.tsv`; a report without sections where it does not. */
export async function measureRetrieval({ folder = ICECAT, currency = "USD" } = {}): Promise<Report> {
  const report = { name: "retrieval", title: "Retrieval" };
  const file = CATALOG_FILES.map((name) => join(folder, name)).find(existsSync);
  const judgements = join(folder, "qrels.tsv");
  if (file === undefined || !existsSync(judgements)) {
    console.error(`retrieval: there are no judged products in ${folder}, so nothing is measured`);
    return { ...report, sections: [] };
  }
  const products = await readProducts(file, currency);
  const queries = readJudgements(judgements);
  const measured: Measured[] = [];
  for (const searcher of SEARCHERS)
    measured.push(await measureSearcher(searcher, products, queries, currency));
  return { ...report, sections: [sectionOf(basename(folder), products.length, queries, measured)] };
}

async function measureSearcher(
  searcher: Searcher,
  products: readonly Product[],
  queries: readonly JudgedQuery[],
  currency: string,
): Promise<Measured> {
  const startedAt = performance.now();
  const search = await searcher.build(products, currency);
  const buildMs = performance.now() - startedAt;
  const rankings: string[][] = [];
  for (const { query } of queries) rankings.push(await search(query, LIMIT));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    for (const { query } of queries) times.push(await timed(async () => search(query, 10)));
  const gains = queries.map((query, place) => gainOf(rankings[place] ?? [], query));
  const judged = queries.map((query, place) => judgedShare(rankings[place] ?? [], query));
  const bare = queries.map((query, place) => gainOf(condensed(rankings[place] ?? [], query), query));
  return {
    name: searcher.name,
    gains,
    row: [
      mean(bare).toFixed(3),
      mean(judged).toFixed(3),
      milliseconds(percentile(times, 0.5)),
      milliseconds(percentile(times, 0.99)),
      milliseconds(buildMs),
    ],
  };
}

function sectionOf(
  set: string,
  size: number,
  queries: readonly JudgedQuery[],
  measured: readonly Measured[],
): Section {
  const baseline = measured.find(({ name }) => name === BASELINE.name)?.gains ?? [];
  return {
    title: `${set}: ${size} products, ${queries.length} queries`,
    about:
      "Queries with at least one relevant product. nDCG@10 has a gain of 2^grade - 1, and what nobody judged gains nothing; " +
      `condensed, it leaves that out of the first ${LIMIT} instead. Judged is the share of the first ten that was. The difference is ` +
      "that to plain BM25, with its 95 % interval by a paired bootstrap over the queries. Overture is asked as `overture catalog " +
      `search\` asks it; each query is timed ${ROUNDS} times, for ten results.`,
    columns: ["search", "nDCG@10", "to BM25", "condensed", "judged@10", "p50 (ms)", "p99 (ms)", "build (ms)"],
    rows: measured.map(({ name, gains, row }) => [
      name,
      mean(gains).toFixed(3),
      name === BASELINE.name ? "" : differenceOf(gains, baseline),
      ...row,
    ]),
  };
}

function differenceOf(gains: readonly number[], baseline: readonly number[]): string {
  const [low, high] = differenceInterval(gains, baseline);
  const signed = (number: number) => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(3)}`;
  return `${signed(mean(gains) - mean(baseline))} [${signed(low)}, ${signed(high)}]`;
}
