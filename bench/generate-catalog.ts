/** `npm run bench -- generate`: a catalog of any size that grows as real ones do, written row by row. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type GeneratedRow, generateProduct } from "./generate-catalog-product.ts";
import { readSeeds, type Seeds } from "./generate-catalog-seeds.ts";

export interface GenerateRequest {
  products: number;
  /** Another seed gives another catalog; the same one the same. */
  seed: number;
  /** Real catalogs, in any format that can be imported. */
  from: readonly string[];
  /** JSON lines; gzipped where its name ends in ".gz". */
  out: string;
}

/**
 * Writes a catalog made from real ones. Products recombine brands, values, measures and texts within their category, and
 * get model numbers of their own; brands, names and values grow with the number of products (Heaps' law), so that a
 * million of them have the vocabulary of a million. The first products of a large catalog are those of a small one.
 */
export async function writeGeneratedCatalog({ products, seed, from, out }: GenerateRequest): Promise<void> {
  const seeds = await readSeeds(from);
  const file = createWriteStream(out);
  const lines = Readable.from(jsonLines(seeds, seed, products), { objectMode: false });
  if (out.endsWith(".gz")) await pipeline(lines, createGzip({ level: 1 }), file);
  else await pipeline(lines, file);
}

export function* generateProducts(seeds: Seeds, seed: number, products: number): Generator<GeneratedRow> {
  for (let place = 0; place < products; place++) yield generateProduct(seeds, seed, place);
}

const LINES_AT_ONCE = 200;

function* jsonLines(seeds: Seeds, seed: number, products: number): Generator<string> {
  let lines = "";
  let count = 0;
  for (const row of generateProducts(seeds, seed, products)) {
    lines += `${JSON.stringify(row)}\n`;
    if (++count % LINES_AT_ONCE > 0) continue;
    yield lines;
    lines = "";
  }
  yield lines;
}
