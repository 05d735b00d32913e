import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { BrokenFile, LONGEST_ROW, type SourceRow } from "./source-row.ts";

/**
 * The rows of a delimited table. Headers and cells are trimmed; a header that occurs twice keeps its first place. Rows may
 * be shorter than the header (spreadsheets drop trailing empty cells); one with more to say than the header has names for
 * holds an unquoted delimiter, and is a problem row. A quote that is never closed breaks the file where its row begins.
 */
export async function* readTable(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow> {
  let row = 1;
  let endOfLast = 1;
  let columnCount = 0;
  const parser = parse({
    delimiter,
    bom: true,
    columns: (header: string[]) => {
      columnCount = header.length;
      return uniqueNames(header);
    },
    // Called as rows are parsed: what is read from the stream lags behind, and a failure drops what it still holds.
    on_record: (fields: Record<string, string>, { lines, error }): TableRow => {
      endOfLast = lines;
      return { fields, hasTooMany: hasTooManyCells(error, columnCount) };
    },
    ltrim: true,
    rtrim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  try {
    for await (const { fields, hasTooMany } of source.pipe(parser) as AsyncIterable<TableRow>) {
      row++;
      yield hasTooMany ? { row, fields, problem: "the row has more cells than the header" } : { row, fields };
    }
  } catch (error) {
    throw isCsvError(error) ? tableError(error, endOfLast) : error;
  }
}

interface TableRow {
  fields: Record<string, string>;
  hasTooMany: boolean;
}

/** The parser notes a row of another length and goes on; empty cells at its end are no fault. */
function hasTooManyCells(error: CsvError | undefined, columnCount: number): boolean {
  const cells = error?.record;
  return Array.isArray(cells) && cells.slice(columnCount).some((cell) => String(cell).trim() !== "");
}

function uniqueNames(header: string[]): (string | false)[] {
  const seen = new Set<string>();
  return header.map((cell) => {
    const name = cell.trim();
    if (name === "" || seen.has(name)) return false;
    seen.add(name);
    return name;
  });
}

function tableError(error: CsvError, endOfLast: number): BrokenFile {
  const at = typeof error.lines === "number" ? error.lines : endOfLast;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new BrokenFile(
        "file/malformed",
        "a quoted cell is never closed; the row it is in begins here",
        endOfLast + 1,
      );
    case "CSV_MAX_RECORD_SIZE":
      return new BrokenFile(
        "file/malformed",
        "a row is longer than 4 MB; is a quote in it never closed? It begins here",
        endOfLast + 1,
      );
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return new BrokenFile("file/malformed", "a quote stands inside a cell without being doubled", at);
    default:
      return new BrokenFile("file/malformed", error.message, at);
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && "code" in error && /^(CSV_|INVALID_)/.test(String(error.code));
}
