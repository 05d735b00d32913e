/** What an import makes of a file's columns, told to the merchant before anything is changed [ADM-10]. */
import { assignColumns } from "./column-plan.ts";
import type { CatalogFormat } from "./detect-format.ts";
import { FIELDS, type Field, foldColumn, NO_ATTRIBUTE } from "./generic-columns.ts";
import { isObject } from "./read-json.ts";
import type { SourceRow } from "./source-row.ts";

/** `attribute`: a property of the product under the column's own name; `option`: what its variants differ in. */
export type ReadAs = Field | "attribute" | "option";

export interface DescribedColumn {
  name: string;
  /** Null: it is not read. */
  readAs: ReadAs | null;
  /** From 0: a row takes the first column of a field that it fills. */
  place: number;
  /** Some of its values, cut short. */
  samples: string[];
}

export interface FileColumns {
  format: CatalogFormat;
  /** Exports of shop systems have columns of fixed meaning; in other files fields can be mapped to columns. */
  isFixed: boolean;
  columns: DescribedColumn[];
  /** How many more there are than are told. */
  more: number;
  /** What a column can be mapped to. */
  fields: readonly Field[];
}

const COLUMNS_MAX = 300;
const SAMPLES = 3;
const SAMPLE_LENGTH = 80;

/** @param rows the first of the file. Throws `BrokenFile` for a map that names what is not there. */
export function describeColumns(
  format: CatalogFormat,
  rows: readonly SourceRow[],
  map: Record<string, string>,
): FileColumns {
  const names = [...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))];
  const fixed = FIXED[format];
  const readAs = fixed ? fixedReading(fixed) : mappedReading(rows, map);
  return {
    format,
    isFixed: fixed !== undefined,
    columns: names
      .slice(0, COLUMNS_MAX)
      .map((name) => ({ name, ...readAs(name), samples: samplesOf(rows, name) })),
    more: Math.max(0, names.length - COLUMNS_MAX),
    fields: fixed ? [] : FIELDS,
  };
}

type Reading = (column: string) => Pick<DescribedColumn, "readAs" | "place">;

function mappedReading(rows: readonly SourceRow[], map: Record<string, string>): Reading {
  const columns = assignColumns(rows, map);
  return (column) => {
    const field = FIELDS.find((one) => columns[one].includes(column));
    if (field !== undefined) return { readAs: field, place: columns[field].indexOf(column) };
    return { readAs: NO_ATTRIBUTE.test(foldColumn(column)) ? null : "attribute", place: 0 };
  };
}

function fixedReading(table: readonly (readonly [RegExp, ReadAs])[]): Reading {
  return (column) => {
    const name = column.toLowerCase().trim();
    return { readAs: table.find(([pattern]) => pattern.test(name))?.[1] ?? null, place: 0 };
  };
}

/** As the two readers of exports read them; a test changes the others and finds nothing changed. */
const FIXED: Partial<Record<CatalogFormat, readonly (readonly [RegExp, ReadAs])[]>> = {
  shopify: [
    [/^(url )?handle$/, "group"],
    [/^title$/, "title"],
    [/^(body \(html\)|body html|description)$/, "description"],
    [/^vendor$/, "brand"],
    [/^(product category|standard product type|google shopping \/ google product category)$/, "category"],
    [/^(custom product )?type$/, "productType"],
    [/^tags$/, "tags"],
    [/^(variant )?sku$/, "id"],
    [/^(variant )?price$/, "price"],
    [/^(variant compare at price|compare-at price)$/, "regularPrice"],
    [/^(image src|product image url|variant image|variant image url)$/, "image"],
    [/^(variant )?inventory tracker$|^variant inventory (policy|qty)$/, "stock"],
    [/^(continue selling when out of stock|inventory quantity)$/, "stock"],
    [/^(status|published|published on online store)$/, "status"],
    [/^gift card$/, "hidden"],
    [/^option[123] (name|value)$/, "option"],
    [/\(product\.metafields\.[^)]+\)|^google shopping \/ (gender|age group)$/, "attribute"],
  ],
  woocommerce: [
    [/^(id|sku)$/, "id"],
    [/^name$/, "title"],
    [/^(short )?description$/, "description"],
    [/^(type|parent)$/, "group"],
    [/^(brands|brand|marca|marke)$/, "brand"],
    [/^categories$/, "category"],
    [/^tags$/, "tags"],
    [/^(external url|permalink)$/, "url"],
    [/^images$/, "image"],
    [/^regular price$/, "regularPrice"],
    [/^sale price$/, "salePrice"],
    [/^date sale price (starts|ends)$/, "saleDates"],
    [/^(in stock\?|stock)$/, "stock"],
    [/^(published|visibility in catalog)$/, "status"],
    [/^attribute \d+ (name|value\(s\))$|^(weight|length|width|height) \(/, "attribute"],
  ],
};

function samplesOf(rows: readonly SourceRow[], name: string): string[] {
  const found = new Set<string>();
  for (const { fields } of rows) {
    const text = sampleOf(fields[name]);
    if (text !== "") found.add(text);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}

function sampleOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const isNested = isObject(value) || Array.isArray(value);
  const text = (isNested ? JSON.stringify(value) : String(value)).replace(/\s+/g, " ").trim();
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)} …` : text;
}
