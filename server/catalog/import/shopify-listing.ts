import type { Attribute, Money } from "../product.ts";
import { attributeName, attributesOf, distinctAttributes } from "./attribute-names.ts";
import { categoryPath, distinct, truthOf } from "./cell-values.ts";
import { withHiddenAttributes } from "./hidden-attributes.ts";
import { type Listing, type ReadingContext, type RowReading, rejection } from "./listing.ts";
import { parsePrice } from "./parse-price.ts";
import { plainLine, plainText } from "./plain-text.ts";
import type { SourceRow } from "./source-row.ts";

/**
 * One row of a Shopify product export. Rows of a product share its handle; the first carries the product and its first
 * variant, others a variant each, or just another image. Source: Shopify Help, "Using CSV files to import and export products".
 */
export function shopifyListing(source: SourceRow, context: ReadingContext): RowReading {
  const cell = cellReader(source);
  const handle = cell("handle", "url handle");
  if (handle === "") return rejection(source.row, "", "no handle");
  const title = plainLine(cell("title"));
  const isParent = title !== "";
  const price = cell("variant price", "price");
  const options = optionsOf(cell);
  if (!isParent && price === "" && options.length === 0) return null;
  const read = priceOf(price, context);
  const compareAt = priceOf(cell("variant compare at price", "compare-at price"), context).money;
  const sku = cell("variant sku", "sku") || variantId(handle, options, source.row);
  const markup = isParent ? cell("body (html)", "body html", "description") : "";
  const description = plainText(markup);
  const tags = distinct(
    cell("tags")
      .split(",")
      .map((tag) => plainLine(tag)),
  );
  return {
    ok: true,
    listing: {
      row: source.row,
      id: sku,
      group: handle,
      groupAliases: [],
      role: isParent ? "parent" : "variant",
      isSellable: true,
      title,
      description,
      brand: plainLine(cell("vendor")) || null,
      categories: isParent ? categoriesOf(cell) : [],
      tags,
      url: context.origin === null ? "" : `${context.origin}/products/${encodeURIComponent(handle)}`,
      imageUrl: cell("image src", "product image url") || cell("variant image", "variant image url") || null,
      price: read.money,
      was: compareAt,
      priceProblem: read.problem,
      inStock: stockOfVariant(cell),
      hidden: isParent ? hiddenReason(cell) : null,
      options,
      attributes: isParent
        ? withHiddenAttributes(columnAttributes(source), { title, markup, description, tags })
        : [],
      rating: null,
      popularity: null,
      reviews: [],
      variants: [],
    } satisfies Listing,
  };
}

type CellReader = (...columns: string[]) => string;

/** Headers differ in case between Shopify's own exports and apps that imitate them. */
function cellReader(source: SourceRow): CellReader {
  const byName = new Map(
    Object.entries(source.fields).map(([name, value]) => [
      name.toLowerCase().trim(),
      String(value ?? "").trim(),
    ]),
  );
  return (...columns) =>
    columns.map((column) => byName.get(column) ?? "").find((value) => value !== "") ?? "";
}

/**
 * Only a product's first row names its options; the others give values, and get the names when the rows are put together
 * (`nameOptions`). A product without variants has the one value "Default Title".
 */
function optionsOf(cell: CellReader): { name: string; value: string }[] {
  return [1, 2, 3].flatMap((place) => {
    const { name } = attributeName(cell(`option${place} name`));
    const value = plainLine(cell(`option${place} value`));
    return value === "" || value === "Default Title" ? [] : [{ name: name || `option ${place}`, value }];
  });
}

function variantId(handle: string, options: { value: string }[], row: number): string {
  return options.length === 0
    ? `${handle}-${row}`
    : [handle, ...options.map((option) => option.value)].join("/");
}

function priceOf(text: string, context: ReadingContext): { money: Money | null; problem: string | null } {
  if (text === "") return { money: null, problem: null };
  const parsed = parsePrice(text, context);
  return parsed.ok ? { money: parsed.money, problem: null } : { money: null, problem: parsed.reason };
}

/** Untracked stock and "continue selling when out of stock" can always be bought. */
function stockOfVariant(cell: CellReader): boolean {
  const isTracked = cell("variant inventory tracker", "inventory tracker") !== "";
  const sellsOn = cell("variant inventory policy", "continue selling when out of stock").toLowerCase();
  if (sellsOn === "continue" || sellsOn === "true") return true;
  const quantity = cell("variant inventory qty", "inventory quantity");
  return !isTracked || quantity === "" || Number(quantity) > 0;
}

function hiddenReason(cell: CellReader): string | null {
  const status = cell("status").toLowerCase();
  if (status === "draft" || status === "archived" || status === "unlisted") return status;
  if (truthOf(cell("published", "published on online store")) === false) return "unpublished";
  if (truthOf(cell("gift card")) === true) return "gift card";
  return null;
}

/** The merchant's own type is what people call the thing; Shopify's taxonomy stands above it. */
function categoriesOf(cell: CellReader): string[] {
  const taxonomy = categoryPath(
    plainLine(cell("product category", "standard product type", "google shopping / google product category")),
  );
  const own = plainLine(cell("type", "custom product type"));
  return distinct([...taxonomy, ...(own === "" ? [] : [own])]);
}

/** Metafields and the few Google Shopping columns that describe the product itself. */
function columnAttributes(source: SourceRow): Attribute[] {
  const attributes = Object.entries(source.fields).flatMap(([column, value]) => {
    const isMetafield = /\(product\.metafields\.[^)]+\)/i.test(column);
    const google = /^google shopping \/ (gender|age group)$/i.exec(column)?.[1];
    if (!isMetafield && google === undefined) return [];
    return String(value ?? "")
      .split(/;\s*/)
      .flatMap((part) => attributesOf(google ?? column, part));
  });
  return distinctAttributes(attributes);
}
