import { createReadStream } from "node:fs";
import { setImmediate as pause } from "node:timers/promises";
import type { CatalogSink } from "./catalog-sink.ts";
import { type ColumnPlan, planColumns } from "./column-plan.ts";
import { decodeText } from "./decode-text.ts";
import { describeColumns, type FileColumns } from "./describe-columns.ts";
import { type CatalogFormat, type Detected, detectFormat } from "./detect-format.ts";
import { genericListing } from "./generic-listing.ts";
import { type Grouped, ListingGroups } from "./group-listings.ts";
import { type ReadingContext, type Rejected, type RowReading, rejection } from "./listing.ts";
import { decimalMarkIn } from "./parse-price.ts";
import { readFeed } from "./read-feed.ts";
import { readJson, readJsonLines } from "./read-json.ts";
import { readTable } from "./read-table.ts";
import { Rejections } from "./rejections.ts";
import { shopifyListing } from "./shopify-listing.ts";
import { BrokenFile, type SourceRow } from "./source-row.ts";
import { woocommerceListing } from "./woocommerce-listing.ts";

export interface ImportRequest {
  /** A path, or the bytes themselves; either may be gzipped. */
  source: string | AsyncIterable<Uint8Array>;
  format: CatalogFormat | "auto";
  /** The site's currency, ISO 4217: assumed where the file names none; products in others are hidden. */
  currency: string;
  /** "https://shop.example": makes addresses of products whose rows have none, and relative ones absolute. */
  origin?: string;
  /** Field to column, for files that name their columns unlike anybody else: `{ "title": "Produktname" }`. */
  map?: Record<string, string>;
  /** Decides which sale prices are on; now, if absent. */
  now?: Date;
  sink: CatalogSink;
  onProgress?: (rows: number) => void;
  /** Once, before the first row is read: what the file is, and what its columns are read as. */
  onColumns?: (columns: FileColumns) => void;
}

export interface ImportSummary {
  added: number;
  updated: number;
  unchanged: number;
  hidden: number;
  /** Why, and how many each time; absent where none is hidden. */
  hiddenBecause?: Record<string, number>;
  /** By row; see `SourceRow.row` for how rows are counted. Of very many, some 10,000 of the first. */
  rejected: Rejected[];
  /** How many there were, where not all of them are listed. */
  rejectedTotal?: number;
}
export type ImportResult =
  | { ok: true; summary: ImportSummary }
  | { ok: false; error: { code: string; message: string; line?: number } };

/** Records are put as soon as there are so many. */
const BATCH = 500;
const ROWS_IN_A_TURN = 20;
/** Rows of very many cells are put, and make room for others, as if they were more. */
const CELLS_IN_A_BATCH = 10_000;
const CELLS_IN_A_TURN = 1_000;
/** Rows looked at before the first is read, to learn what the columns of a file mean. */
const ROWS_TO_LEARN_FROM = 500;
const HEAD_LENGTH = 16_384;

/**
 * Imports a catalog file into a sink, row by row, in memory that does not grow with the file. A row that can't be used
 * is rejected with a reason and the rest goes on; a file that can't be read on is given up, the sink is told to forget
 * all of it, and the error says at which line. Throws only what the sink throws.
 */
export async function importCatalog(request: ImportRequest): Promise<ImportResult> {
  const { sink } = request;
  try {
    const hidden = new Map<string, number>();
    const rejections = await readInto(countingHidden(sink, hidden), request);
    const counts = await sink.commit();
    const because = hidden.size > 0 ? { hiddenBecause: Object.fromEntries(hidden) } : {};
    return { ok: true, summary: { ...counts, ...because, ...rejections.summary() } };
  } catch (error) {
    await sink.abort();
    const broken = asBrokenFile(error);
    if (broken === null) throw error;
    const where = broken.line === null ? {} : { line: broken.line };
    return { ok: false, error: { code: broken.code, message: broken.message, ...where } };
  }
}

type RecordSink = Pick<CatalogSink, "put">;

/** Counts why records are hidden, on their way to the sink. */
function countingHidden(sink: CatalogSink, reasons: Map<string, number>): RecordSink {
  return {
    put: (records) => {
      for (const { hidden } of records) {
        if (hidden === null) continue;
        const reason = reasons.has(hidden) || reasons.size < MOST_REASONS ? hidden : OTHER_REASONS;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
      return sink.put(records);
    },
  };
}
const MOST_REASONS = 20;
const OTHER_REASONS = "other reasons";

async function readInto(sink: RecordSink, request: ImportRequest): Promise<Rejections> {
  const bytes = typeof request.source === "string" ? createReadStream(request.source) : request.source;
  const [head, text] = await withHead(decodeText(bytes));
  const detected = detectFormat(head, request.format, isNamedJsonLines(request.source));
  const [firstRows, rows] = await withFirstRows(sourceRows(detected, text));
  const soundRows = firstRows.filter(({ problem }) => problem === undefined);
  if (soundRows.length === 0)
    throw new BrokenFile("file/no-products", firstRows[0]?.problem ?? "the file has no rows", 1);

  request.onColumns?.(describeColumns(detected.format, soundRows, request.map ?? {}));
  const interpret = interpreter(detected.format, soundRows, request);
  const groups = new ListingGroups(request.currency);
  const rejections = new Rejections();
  let batch: Grouped["records"] = [];
  let cellsWaiting = 0;
  const accept = async (grouped: Grouped): Promise<void> => {
    for (const rejected of grouped.rejected) rejections.add(rejected);
    batch.push(...grouped.records);
    if (batch.length < BATCH && cellsWaiting < CELLS_IN_A_BATCH) return;
    await sink.put(batch);
    batch = [];
    cellsWaiting = 0;
  };

  let count = 0;
  let cellsInTurn = 0;
  for await (const row of rows) {
    const reading = row.problem === undefined ? interpret(row) : rejection(row.row, "", row.problem);
    if (reading !== null && !reading.ok) rejections.add(reading.rejected);
    const cells = Object.keys(row.fields).length;
    cellsWaiting += cells;
    cellsInTurn += cells;
    if (reading?.ok) await accept(groups.take(reading.listing));
    count++;
    // Rows that are in memory already come without a turn of the event loop, and shoppers wait for one.
    if (count % ROWS_IN_A_TURN === 0 || cellsInTurn > CELLS_IN_A_TURN) {
      await pause();
      cellsInTurn = 0;
    }
    if (count % BATCH === 0) request.onProgress?.(count);
  }
  for (const grouped of groups.end()) await accept(grouped);
  if (batch.length > 0) await sink.put(batch);
  request.onProgress?.(count);
  return rejections;
}

/** A first line that is longer than the head can't be told from a JSON object by its text. */
function isNamedJsonLines(source: ImportRequest["source"]): boolean {
  return typeof source === "string" && /\.(jsonl|ndjson)(\.gz)?$/i.test(source);
}

function sourceRows({ format, delimiter }: Detected, text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  switch (format) {
    case "google":
      return readFeed(text);
    case "json":
      return readJson(text);
    case "jsonl":
      return readJsonLines(text);
    default:
      return readTable(text, delimiter);
  }
}

function interpreter(
  format: CatalogFormat,
  firstRows: SourceRow[],
  request: ImportRequest,
): (row: SourceRow) => RowReading {
  const context: ReadingContext = {
    currency: request.currency,
    origin: request.origin?.replace(/\/+$/, "") || null,
    decimalMark: null,
    now: request.now ?? new Date(),
  };
  const map = request.map ?? {};
  if (format === "shopify" || format === "woocommerce") {
    if (Object.keys(map).length > 0)
      throw new BrokenFile(
        "file/columns",
        `a ${format} export has fixed columns: a map goes with --format csv`,
        null,
      );
    requireColumns(firstRows, format);
    const decimalMark = decimalMarkOfPrices(firstRows);
    const read = format === "shopify" ? shopifyListing : woocommerceListing;
    return (row) => read(row, { ...context, decimalMark });
  }
  const plan: ColumnPlan = planColumns(firstRows, map);
  return (row) => genericListing(row, plan, { ...context, decimalMark: plan.decimalMark });
}

function requireColumns([first]: SourceRow[], format: "shopify" | "woocommerce"): void {
  const columns = Object.keys(first?.fields ?? {}).map((column) => column.toLowerCase().trim());
  const wanted = format === "shopify" ? [/^(url )?handle$/, /^title$/] : [/^type$/, /^name$/, /^(sku|id)$/];
  if (wanted.every((pattern) => columns.some((column) => pattern.test(column)))) return;
  throw new BrokenFile("file/columns", `no ${format} export: its columns are missing`, 1);
}

function decimalMarkOfPrices(rows: SourceRow[]): "." | "," | null {
  for (const row of rows) {
    for (const [column, value] of Object.entries(row.fields)) {
      if (!/price/i.test(column) || typeof value !== "string") continue;
      const mark = decimalMarkIn(value);
      if (mark !== null) return mark;
    }
  }
  return null;
}

/** A text's beginning, and the text whole. */
async function withHead(text: AsyncGenerator<string>): Promise<[string, AsyncIterable<string>]> {
  let head = "";
  while (head.length < HEAD_LENGTH) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  async function* whole(): AsyncGenerator<string> {
    yield head;
    yield* text;
  }
  return [head, whole()];
}

async function withFirstRows(
  rows: AsyncGenerator<SourceRow>,
): Promise<[SourceRow[], AsyncIterable<SourceRow>]> {
  const first: SourceRow[] = [];
  while (first.length < ROWS_TO_LEARN_FROM) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<SourceRow> {
    yield* first;
    yield* rows;
  }
  return [first, all()];
}

function asBrokenFile(error: unknown): BrokenFile | null {
  if (error instanceof BrokenFile) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return new BrokenFile("file/unreadable", "no such file", null);
  if (code === "EISDIR") return new BrokenFile("file/unreadable", "this is a folder", null);
  if (code === "EACCES") return new BrokenFile("file/unreadable", "not allowed to read the file", null);
  return null;
}
