import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { BrokenFile, type SourceRow } from "./source-row.ts";

/**
 * The rows of a delimited table. Headers and cells are trimmed; a header that occurs twice keeps its first place; rows
 * may be shorter than the header (spreadsheets drop trailing empty cells) but not longer: that is an unquoted delimiter.
 * A quote that is never closed breaks the file at the line where it opened.
 */
export async function* readTable(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<SourceRow> {
  const parser = parse({
    delimiter,
    bom: true,
    columns: uniqueNames,
    info: true,
    ltrim: true,
    rtrim: true,
    relax_column_count_less: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: false,
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  let row = 1;
  let endOfLast = 1;
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<TableRecord>) {
      row++;
      endOfLast = info.lines;
      yield { row, fields: record };
    }
  } catch (error) {
    throw isCsvError(error) ? tableError(error, endOfLast) : error;
  }
}

interface TableRecord {
  record: Record<string, string>;
  info: { lines: number };
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
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return new BrokenFile("file/malformed", "a quote stands inside a cell without being doubled", at);
    case "CSV_RECORD_INCONSISTENT_COLUMNS":
    case "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH":
      return new BrokenFile("file/malformed", "this row has more cells than the header", at);
    default:
      return new BrokenFile("file/malformed", error.message, at);
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && "code" in error && /^(CSV_|INVALID_)/.test(String(error.code));
}
