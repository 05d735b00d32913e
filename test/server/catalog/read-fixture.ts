import { readFileSync } from "node:fs";
import {
  type ImportRequest,
  type ImportResult,
  importCatalog,
} from "../../../server/catalog/import/import-catalog.ts";
import type { Product, Review } from "../../../server/catalog/product.ts";
import { MemorySink } from "./memory-sink.ts";

export const fixturePath = (name: string) => new URL(`./fixtures/${name}`, import.meta.url).pathname;
export const fixtureText = (name: string) => readFileSync(fixturePath(name), "utf8");

type Options = Partial<Omit<ImportRequest, "sink">>;

/** Imports a file by path into a fresh sink, on a day on which no sale of the fixtures is on. */
export async function importFile(
  path: string,
  options: Options = {},
): Promise<{ result: ImportResult; sink: MemorySink }> {
  const sink = new MemorySink();
  return { result: await importInto(sink, path, options), sink };
}

export async function importInto(
  sink: MemorySink,
  source: ImportRequest["source"],
  options: Options = {},
): Promise<ImportResult> {
  return importCatalog({
    source,
    format: "auto",
    currency: "USD",
    now: new Date("2026-03-01T12:00:00Z"),
    ...options,
    sink,
  });
}

/** Imports text or bytes, cut into pieces of the given size so that nothing depends on where a stream is cut. */
export async function importText(
  content: string | Uint8Array,
  options: Options = {},
  pieceSize = 1_000,
): Promise<{ result: ImportResult; sink: MemorySink }> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  const sink = new MemorySink();
  return { result: await importInto(sink, pieces(), options), sink };
}

/** What the sink holds that shoppers may see, as the store would hand it to the catalog. */
export function visibleContent(sink: MemorySink): { products: Product[]; reviews: Review[] } {
  const products: Product[] = [];
  const reviews: Review[] = [];
  for (const { hidden, price, reviews: own, ...rest } of sink.records.values()) {
    if (hidden !== null || price === null) continue;
    products.push({ ...rest, price, version: 1 });
    reviews.push(...own);
  }
  return { products, reviews };
}
