import { categoryPath } from "./cell-values.ts";
import { learnUnits } from "./column-units.ts";
import { COLUMNS, FIELDS, type Field, foldColumn } from "./generic-columns.ts";
import { decimalMarkIn } from "./parse-price.ts";
import { BrokenFile, type SourceRow } from "./source-row.ts";

/** What the columns of one file mean: learned from its first rows, and from what the merchant said with `--map`. */
export interface ColumnPlan {
  /** A field's columns, best first. A row takes the first that it fills. */
  columns: Record<Field, string[]>;
  /** What separates decimals in its prices; null while nothing shows it. */
  decimalMark: "." | "," | null;
  /** Whether rows name themselves. Where they don't, a sku is made from what they say. */
  hasIds: boolean;
  /**
   * Which of "category" and "product type" is the broader one. `unrelated`: each cuts across the other, so that the
   * product type is the category, and the other is a property ("pencil" of a lip liner).
   */
  categoryIs: "broader" | "narrower" | "unrelated";
  /** Canonical units of numeric columns that name none, where the rows gave evidence of them. */
  units: ReadonlyMap<string, string>;
}

export const MAPPABLE: Record<string, Field> = {
  ...Object.fromEntries(FIELDS.map((field) => [field, field])),
  sku: "id",
  name: "title",
  categories: "category",
  imageUrl: "image",
  image_url: "image",
  was: "regularPrice",
  availability: "stock",
  inStock: "stock",
};

/**
 * Reads the columns of a file from its first rows. Throws `BrokenFile` when no column can be the title, because such a
 * table is no catalog, or one that needs `--map`.
 */
export function planColumns(rows: readonly SourceRow[], map: Record<string, string>): ColumnPlan {
  const columns = assignColumns(rows, map);
  if (columns.title.length === 0) {
    const listed = namesOf(rows).slice(0, 12).join(", ");
    throw new BrokenFile("file/columns", `no column for the title among: ${listed}. Name it with --map`, 1);
  }
  return {
    columns,
    decimalMark: decimalMarkOf(rows, [...columns.price, ...columns.salePrice, ...columns.regularPrice]),
    hasIds: columns.id.length > 0,
    categoryIs: categoryRelation(rows, columns),
    units: learnUnits(rows, [...columns.title, ...columns.description]),
  };
}

/** A field's columns, best first, also where there are too few for a catalog. Throws for a map that names what is not there. */
export function assignColumns(
  rows: readonly SourceRow[],
  map: Record<string, string>,
): Record<Field, string[]> {
  const names = namesOf(rows);
  const said = new Set(Object.values(map));
  // What somebody says of a column stands in place of what its name would say.
  const columns = columnsByField(names.filter((name) => !said.has(name)));
  for (const [name, column] of Object.entries(map)) {
    const field = Object.hasOwn(MAPPABLE, name) ? MAPPABLE[name] : undefined;
    if (field === undefined)
      throw new BrokenFile(
        "file/columns",
        `the map names an unknown field "${name}"; fields are ${Object.keys(MAPPABLE).join(", ")}`,
        null,
      );
    if (!names.includes(column))
      throw new BrokenFile("file/columns", `the map names a column "${column}" that the file lacks`, 1);
    columns[field] = [column, ...columns[field].filter((other) => other !== column)];
  }
  return columns;
}

function namesOf(rows: readonly SourceRow[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row.fields)) names.add(name);
  return [...names];
}

function columnsByField(names: string[]): Record<Field, string[]> {
  const byFolded = new Map<string, string>();
  for (const name of names) {
    const folded = foldColumn(name);
    if (!byFolded.has(folded)) byFolded.set(folded, name);
  }
  const entries = FIELDS.map((field) => [
    field,
    COLUMNS[field].split("|").flatMap((synonym) => byFolded.get(synonym) ?? []),
  ]);
  return Object.fromEntries(entries);
}

function decimalMarkOf(rows: readonly SourceRow[], priceColumns: string[]): "." | "," | null {
  const votes = { ".": 0, ",": 0 };
  for (const row of rows) {
    for (const column of priceColumns) {
      const value = row.fields[column];
      const mark = typeof value === "string" ? decimalMarkIn(value) : null;
      if (mark !== null) votes[mark]++;
    }
  }
  if (votes["."] === votes[","]) return null;
  return votes["."] > votes[","] ? "." : ",";
}

/** In a tree every narrow name has one broad name above it; a tenth of exceptions is dirt. */
function categoryRelation(
  rows: readonly SourceRow[],
  columns: Record<Field, string[]>,
): ColumnPlan["categoryIs"] {
  const [category] = columns.category;
  const [type] = columns.productType;
  if (category === undefined || type === undefined) return "broader";
  const pairs = rows
    .map((row) => [row.fields[category], row.fields[type]])
    .filter((pair): pair is [string, string] => typeof pair[0] === "string" && typeof pair[1] === "string")
    .filter(([one, other]) => one !== "" && other !== "" && one !== other);
  if (pairs.some(([one]) => categoryPath(one).length > 1)) return "broader";
  if (areAbove(pairs)) return "broader";
  return areAbove(pairs.map(([one, other]) => [other, one])) ? "narrower" : "unrelated";
}

function areAbove(pairs: [broad: string, narrow: string][]): boolean {
  const aboveOf = new Map<string, Map<string, number>>();
  for (const [broad, narrow] of pairs) {
    const counts = aboveOf.get(narrow) ?? new Map<string, number>();
    counts.set(broad, (counts.get(broad) ?? 0) + 1);
    aboveOf.set(narrow, counts);
  }
  let exceptions = 0;
  for (const counts of aboveOf.values()) {
    const all = [...counts.values()];
    exceptions += all.reduce((sum, count) => sum + count, 0) - Math.max(...all);
  }
  return exceptions <= pairs.length / 10;
}
