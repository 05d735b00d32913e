import { createReadStream } from "node:fs";
import { decodeText } from "../import/decode-text.ts";
import { delimiterOf } from "../import/detect-format.ts";
import type { Rejected } from "../import/listing.ts";
import { readJson, readJsonLines } from "../import/read-json.ts";
import { readTable } from "../import/read-table.ts";
import { BrokenFile, type SourceRow } from "../import/source-row.ts";
import { flattenRow } from "./flatten-row.ts";
import type { ImportedReview, ReviewImportSummary, ReviewSink } from "./imported-review.ts";
import { readReview } from "./read-review.ts";
import { readReviewFeed } from "./read-review-feed.ts";
import { planReviewColumns } from "./review-columns.ts";
import type { ReviewFormat } from "./review-formats.ts";

export interface ReviewImportRequest {
  /** A path, or the bytes themselves; either may be gzipped. */
  source: string | AsyncIterable<Uint8Array>;
  format: ReviewFormat | "auto";
  /** Field to column: `{ "text": "Meinung" }`. */
  map?: Record<string, string>;
  /** No review was written later; now, if absent. */
  now?: Date;
  sink: ReviewSink;
  onProgress?: (rows: number) => void;
}

export type ReviewImportResult =
  | { ok: true; summary: ReviewImportSummary }
  | { ok: false; error: { code: string; message: string; line?: number } };

const BATCH = 500;
const ROWS_TO_LEARN_FROM = 500;
const HEAD_LENGTH = 16_384;

/**
 * Imports a file of reviews into a sink, row by row, in memory that does not grow with the file. A row that can't be
 * used is rejected with a reason and the rest goes on; a file that can't be read on changes nothing, and the error says
 * at which line. Throws only what the sink throws.
 */
export async function importReviews(request: ReviewImportRequest): Promise<ReviewImportResult> {
  const { sink } = request;
  try {
    const { rejected, skipped } = await readInto(sink, request);
    return { ok: true, summary: { ...(await sink.commit()), skipped, rejected } };
  } catch (error) {
    await sink.abort();
    const broken = asBrokenFile(error);
    if (broken === null) throw error;
    const where = broken.line === null ? {} : { line: broken.line };
    return { ok: false, error: { code: broken.code, message: broken.message, ...where } };
  }
}

async function readInto(
  sink: ReviewSink,
  request: ReviewImportRequest,
): Promise<{ rejected: Rejected[]; skipped: Record<string, number> }> {
  const bytes = typeof request.source === "string" ? createReadStream(request.source) : request.source;
  const rows = rowsOf(decodeText(bytes), request);
  const first: SourceRow[] = [];
  while (first.length < ROWS_TO_LEARN_FROM) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const sound = first.filter(({ problem }) => problem === undefined);
  if (sound.length === 0)
    throw new BrokenFile("file/no-products", first[0]?.problem ?? "the file has no rows", 1);
  const plan = planReviewColumns(sound, request.map ?? {});
  const now = request.now ?? new Date();
  const rejected: Rejected[] = [];
  const skipped: Record<string, number> = {};
  let batch: ImportedReview[] = [];
  let count = 0;
  const take = async (row: SourceRow) => {
    const reading = readReview(row, plan, now);
    if (reading.type === "rejected") rejected.push(reading.rejected);
    if (reading.type === "skipped") skipped[reading.reason] = (skipped[reading.reason] ?? 0) + 1;
    if (reading.type === "review") batch.push(reading.review);
    if (++count % BATCH === 0) request.onProgress?.(count);
    if (batch.length < BATCH) return;
    await sink.put(batch);
    batch = [];
  };
  for (const row of first.splice(0)) await take(row);
  for await (const row of rows) await take(row);
  if (batch.length > 0) await sink.put(batch);
  request.onProgress?.(count);
  return { rejected, skipped };
}

async function* rowsOf(
  text: AsyncGenerator<string>,
  { format, source }: ReviewImportRequest,
): AsyncGenerator<SourceRow> {
  let head = "";
  while (head.length < HEAD_LENGTH) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  const known = format === "auto" ? detect(head, typeof source === "string" ? source : "") : format;
  refuseMismatch(known, head);
  const whole = prepend(head, text);
  const read = known === "csv" ? readTable(whole, delimiterOf(head)) : READERS[known](whole);
  for await (const row of read) yield flattenRow(row);
}

const READERS = {
  json: (text: AsyncIterable<string>) => readJson(text, "reviews"),
  jsonl: readJsonLines,
  google: readReviewFeed,
};

async function* prepend(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

function detect(head: string, name: string): ReviewFormat {
  const start = head.trimStart();
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return "jsonl";
  if (start.startsWith("<")) return "google";
  if (start.startsWith("[")) return "json";
  if (!start.startsWith("{")) return "csv";
  const [line = "", next = ""] = start
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean);
  return line.endsWith("}") && next.startsWith("{") ? "jsonl" : "json";
}

/** A login page saved under the export's name is no export; neither is a table that is said to be JSON. */
function refuseMismatch(format: ReviewFormat, head: string): void {
  const start = head.trimStart();
  if (start === "") throw new BrokenFile("file/empty", "the file is empty", 1);
  if (/^<(?:!doctype html|html[\s>])/i.test(start))
    throw new BrokenFile("file/format", "this is an HTML page, not a file of reviews", 1);
  const isJson = start.startsWith("{") || start.startsWith("[");
  const isMarkup = start.startsWith("<");
  const fits = format === "google" ? isMarkup : format === "csv" ? !isMarkup : isJson;
  if (!fits) throw new BrokenFile("file/format", `this is no ${format} file`, 1);
}

function asBrokenFile(error: unknown): BrokenFile | null {
  if (error instanceof BrokenFile) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return new BrokenFile("file/unreadable", "no such file", null);
  if (code === "EISDIR") return new BrokenFile("file/unreadable", "this is a folder", null);
  if (code === "EACCES") return new BrokenFile("file/unreadable", "not allowed to read the file", null);
  return null;
}
