/** One record of a file as its parser gives it, before anybody knows what its columns mean. */
export interface SourceRow {
  /**
   * Where a merchant finds it, from 1: the row of a table (its header is row 1), the line of a JSONL file, the place of
   * an object in a JSON array, of an item in a feed.
   */
  row: number;
  /** By column, key or element. A CSV's are all text; a feed's element that occurs twice is an array. */
  fields: Record<string, unknown>;
  /** Why the row can't be used, though the file can be read on. */
  problem?: string;
}

/** In characters. Far more than a product's text; what is longer is a quote never closed, or an attack, and would fill the memory. */
export const LONGEST_ROW = 4 * 1_024 * 1_024;

/** A file that can't be read on. Thrown by readers, told to the merchant by `importCatalog`; nothing is imported. */
export class BrokenFile extends Error {
  readonly code: BrokenFileCode;
  readonly line: number | null;
  constructor(code: BrokenFileCode, message: string, line: number | null) {
    super(message);
    this.name = "BrokenFile";
    this.code = code;
    this.line = line;
  }
}
export type BrokenFileCode =
  | "file/unreadable"
  | "file/empty"
  | "file/encoding"
  | "file/format"
  | "file/malformed"
  | "file/columns"
  | "file/no-products";
