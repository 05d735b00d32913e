import { BrokenFile } from "./source-row.ts";

export const CATALOG_FORMATS = ["shopify", "woocommerce", "google", "csv", "json", "jsonl"] as const;
export type CatalogFormat = (typeof CATALOG_FORMATS)[number];

export interface Detected {
  format: CatalogFormat;
  /** What separates a table's columns; a comma for what is no table. */
  delimiter: string;
}

/**
 * Tells from a file's beginning (some ten thousand characters), and where that leaves a doubt from its name, what it is. Throws `BrokenFile` for what no catalog is:
 * an empty file, an HTML page (a login or error page saved under a feed's name), plain prose.
 */
export function detectFormat(
  head: string,
  wanted: CatalogFormat | "auto",
  isNamedJsonLines: boolean,
): Detected {
  const start = head.trimStart();
  if (start === "") throw new BrokenFile("file/empty", "the file is empty", 1);
  if (/^(<!doctype html|<html[\s>])/i.test(start)) {
    throw new BrokenFile("file/format", "this is an HTML page, not a catalog", lineOf(head, start));
  }
  const delimiter = delimiterOf(head);
  const format =
    wanted === "auto"
      ? (markupFormat(head, start, isNamedJsonLines) ?? tableFormat(columnsOf(head, delimiter)))
      : wanted;
  if (format === null) {
    throw new BrokenFile(
      "file/format",
      "this is no catalog we know: no table with a title column, no feed, no JSON",
      lineOf(head, start),
    );
  }
  if (wanted !== "auto") refuseMismatch(wanted, head, start);
  return { format, delimiter };
}

function markupFormat(head: string, start: string, isNamedJsonLines: boolean): CatalogFormat | null {
  if (start.startsWith("<")) {
    if (!/<(rss|feed|rdf:RDF|channel)[\s>]/i.test(start)) {
      throw new BrokenFile("file/format", "this XML is neither an RSS nor an Atom feed", lineOf(head, start));
    }
    return "google";
  }
  if (start.startsWith("[")) return "json";
  if (start.startsWith("{")) return isLineOfJson(start, isNamedJsonLines) ? "jsonl" : "json";
  return null;
}

/** One object on the first line, and either nothing or another object after it; the file's name tells of longer lines. */
function isLineOfJson(start: string, isNamedJsonLines: boolean): boolean {
  const end = start.indexOf("\n");
  if (end < 0) return isNamedJsonLines;
  const next = start.slice(end).trimStart();
  if (next !== "" && !next.startsWith("{")) return false;
  try {
    const value: unknown = JSON.parse(start.slice(0, end));
    // `{"products":[…]}` on a line of its own is a file that was minified, not a product.
    return next !== "" || isNamedJsonLines || !wrapsProducts(value);
  } catch {
    return next.startsWith("{");
  }
}

function wrapsProducts(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    Object.values(value).some(
      (part) =>
        Array.isArray(part) &&
        part.length > 0 &&
        part.every((entry) => typeof entry === "object" && entry !== null),
    ) && !("title" in value || "name" in value)
  );
}

function tableFormat(columns: string[]): CatalogFormat | null {
  const has = (...names: string[]) => names.every((name) => columns.includes(name));
  if (
    has("handle", "title") &&
    columns.some((column) => /^(body|variant|option1|vendor|url handle)/.test(column))
  )
    return "shopify";
  if (has("url handle", "title")) return "shopify";
  const wooSigns = [
    "regular price",
    "in stock?",
    "visibility in catalog",
    "is featured?",
    "published",
    "parent",
  ];
  if (has("type", "sku", "name") && wooSigns.filter((sign) => columns.includes(sign)).length >= 2)
    return "woocommerce";
  return columns.length > 1 ? "csv" : null;
}

/** A format that was asked for outright is believed, unless the file's first character rules it out. */
function refuseMismatch(wanted: CatalogFormat, head: string, start: string): void {
  const isMarkup = start.startsWith("<");
  const isJson = start.startsWith("{") || start.startsWith("[");
  const fits = wanted === "google" ? isMarkup : wanted === "json" || wanted === "jsonl" ? isJson : !isMarkup;
  if (!fits) throw new BrokenFile("file/format", `this is no ${wanted} file`, lineOf(head, start));
}

/** The candidate that cuts the first line into most cells, quoted cells left whole. */
export function delimiterOf(head: string): string {
  const [firstLine = ""] = head.trimStart().split(/\r\n|\n|\r/, 1);
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, cells: bare.split(mark).length }));
  return counts.reduce((best, next) => (next.cells > best.cells ? next : best)).mark;
}

function columnsOf(head: string, delimiter: string): string[] {
  const [firstLine = ""] = head.trimStart().split(/\r\n|\n|\r/, 1);
  return firstLine.split(delimiter).map((cell) =>
    cell
      .replace(/^\s*"|"\s*$/g, "")
      .trim()
      .toLowerCase(),
  );
}

function lineOf(head: string, start: string): number {
  return head.slice(0, head.length - start.length).split("\n").length;
}
