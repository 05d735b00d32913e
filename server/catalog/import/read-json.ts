import { Assembler } from "stream-json/assembler.js";
import { jsonParser, type Token } from "stream-json/core/parser.js";
import { BrokenFile, LONGEST_ROW, type SourceRow } from "./source-row.ts";

/** Keys under which exports and APIs put their array of products. */
const PRODUCT_KEYS = new Set([
  "products",
  "items",
  "data",
  "results",
  "records",
  "entries",
  "catalog",
  "catalogue",
  "hits",
  "rows",
  "list",
  "edges",
  "nodes",
  "docs",
  "documents",
  "response",
  "feed",
  "channel",
  "item",
  "entry",
  "product",
  "offers",
  "export",
  "result",
]);

/**
 * The objects of the array that holds what is sought: the file's own array, or the first one found under a telling key
 * ("products", "data": { "items": … }). Text is fed to the parser line by line, so that an error knows its line.
 */
export async function* readJson(
  text: AsyncIterable<string>,
  sought: "products" | "reviews" = "products",
): AsyncGenerator<SourceRow> {
  const parse = jsonParser({ streamValues: false });
  const finder = new ProductFinder(sought);
  let line = 1;
  // Characters since a value ended, and since a product did: both are held in memory until they do.
  let ofValue = 0;
  let ofProduct = 0;
  for await (const piece of linePieces(text)) {
    let tokens: Token[];
    try {
      const parsed = parse(piece);
      tokens = typeof parsed === "object" && parsed !== null && "values" in parsed ? parsed.values : [];
    } catch (error) {
      throw new BrokenFile("file/malformed", `no valid JSON: ${messageOf(error)}`, line);
    }
    ofValue = tokens.length > 0 ? 0 : ofValue + piece.length;
    ofProduct = finder.isInProduct ? ofProduct + piece.length : 0;
    for (const token of tokens) {
      const found = finder.take(token);
      if (found !== null) ofProduct = 0;
      if (found !== null) yield found;
    }
    if (ofValue > LONGEST_ROW) throw new BrokenFile("file/malformed", "a value is longer than 4 MB", line);
    if (ofProduct > LONGEST_ROW)
      throw new BrokenFile("file/malformed", "a product is longer than 4 MB", line);
    if (finder.depth > DEEPEST_BRACKET)
      throw new BrokenFile("file/malformed", `nested deeper than ${DEEPEST_BRACKET} levels`, line);
    if (piece.endsWith("\n")) line++;
  }
  if (finder.depth > 0)
    throw new BrokenFile("file/malformed", "the file is cut off: a bracket is never closed", line);
  if (!finder.sawProducts) {
    throw new BrokenFile(
      "file/no-products",
      `no array of ${sought}: looked at the top and under keys like "${sought}" and "items"`,
      1,
    );
  }
}

/** Brackets that are opened are held in memory until they are closed. */
const DEEPEST_BRACKET = 1_000_000;

/** One JSON object on every line that is not blank. */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let line = 0;
  for await (const piece of wholeLines(text)) {
    line++;
    if (piece.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(piece);
    } catch (error) {
      throw new BrokenFile("file/malformed", `no valid JSON: ${messageOf(error)}`, line);
    }
    yield sourceRow(line, value);
  }
}

/** Follows the parser's tokens, and assembles one product at a time. */
class ProductFinder {
  depth = 0;
  sawProducts = false;
  #path: (string | null)[] = [];
  #key: string | null = null;
  /** The depth at which the array of products stands; null while it has not been found, or has been left. */
  #arrayDepth: number | null = null;
  #assembler: Assembler | null = null;
  #row = 0;
  readonly #sought: string;

  constructor(sought: string) {
    this.#sought = sought;
  }

  get isInProduct(): boolean {
    return this.#assembler !== null;
  }

  take(token: Token): SourceRow | null {
    if (this.#assembler !== null) return this.#assemble(this.#assembler, token);
    switch (token.name) {
      case "keyValue":
        this.#key = token.value;
        return null;
      case "startObject":
        if (this.#arrayDepth === this.depth && this.#arrayDepth !== null)
          return this.#assemble(new Assembler(), token);
        this.#open();
        return null;
      case "startArray":
        this.#open();
        if (!this.sawProducts && this.#isTelling()) {
          this.#arrayDepth = this.depth;
          this.sawProducts = true;
        }
        return null;
      case "endArray":
        if (this.#arrayDepth === this.depth) this.#arrayDepth = null;
        this.#close();
        return null;
      case "endObject":
        this.#close();
        return null;
      default:
        if (this.#arrayDepth === this.depth && this.#arrayDepth !== null && "value" in token) {
          this.#row++;
          return { row: this.#row, fields: {} };
        }
        return null;
    }
  }

  #assemble(assembler: Assembler, token: Token): SourceRow | null {
    this.#assembler = assembler.consume(token);
    if (token.name === "startObject" || token.name === "startArray") this.depth++;
    if (token.name === "endObject" || token.name === "endArray") this.depth--;
    if (!assembler.done) return null;
    this.#assembler = null;
    this.#row++;
    return sourceRow(this.#row, assembler.current);
  }

  #open(): void {
    this.#path.push(this.#key);
    this.#key = null;
    this.depth++;
  }
  #close(): void {
    this.#path.pop();
    this.#key = null;
    this.depth--;
  }
  /** The top array, or one reached by telling keys only, at most four deep. */
  #isTelling(): boolean {
    if (this.#path.length > 5) return false;
    return this.#path
      .slice(1)
      .every((key) => key !== null && (key === this.#sought || PRODUCT_KEYS.has(key.toLowerCase())));
  }
}

/** What a product says of itself is a few levels deep; the readers of values follow them by recursion. */
export const DEEPEST = 32;

/** A row of nested values, unless they are nested so deeply that nobody could have meant it. */
export function sourceRow(row: number, value: unknown): SourceRow {
  if (isDeeper(value, DEEPEST)) return { row, fields: {}, problem: `nested deeper than ${DEEPEST} levels` };
  return { row, fields: fieldsOf(value) };
}
export function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** A product is an object; GraphQL wraps it in `node`, Elasticsearch in `_source`. Anything else has no fields. */
function fieldsOf(value: unknown): Record<string, unknown> {
  if (!isObject(value)) return {};
  const wrapped = value.node ?? value._source ?? value.document;
  return isObject(wrapped) ? wrapped : value;
}
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text cut after every line end; a line longer than a chunk comes in several pieces, so that nothing is held back. */
async function* linePieces(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of text) {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      yield chunk.slice(start, end + 1);
      start = end + 1;
    }
    if (start < chunk.length) yield chunk.slice(start);
  }
}

/** Whole lines, however many pieces they come in. */
async function* wholeLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let line = 1;
  for await (const piece of linePieces(text)) {
    rest += piece;
    if (rest.length > LONGEST_ROW)
      throw new BrokenFile("file/malformed", "the line is longer than 4 MB", line);
    if (!rest.endsWith("\n")) continue;
    yield rest;
    rest = "";
    line++;
  }
  if (rest !== "") yield rest;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Parser (cannot parse input|has expected):? ?/, "").slice(0, 120);
}
