import type { Attribute, Money } from "../product.ts";
import { attributeOf, distinctAttributes } from "./attribute-names.ts";
import { categoryPath, distinct, slugOf, stockOf, truthOf } from "./cell-values.ts";
import { withHiddenAttributes } from "./hidden-attributes.ts";
import { type Listing, type ReadingContext, type RowReading, rejection } from "./listing.ts";
import { parsePrice } from "./parse-price.ts";
import { plainLine, plainText } from "./plain-text.ts";
import type { SourceRow } from "./source-row.ts";

/**
 * One row of a WooCommerce product export. A `variable` product holds `variation` rows together, which name it in
 * "Parent" by sku or as "id:123"; `grouped` and `external` products stand alone. Source: WooCommerce,
 * "Product CSV Importer and Exporter", column schema.
 */
export function woocommerceListing(source: SourceRow, context: ReadingContext): RowReading {
  const cell = cellReader(source);
  const types = cell("type")
    .toLowerCase()
    .split(",")
    .map((type) => type.trim());
  const isVariation = types.includes("variation");
  const isVariable = types.includes("variable") || types.includes("variable-subscription");
  const id = cell("sku") || cell("id");
  const title = plainLine(cell("name"));
  if (id === "") return rejection(source.row, "", "neither SKU nor ID");
  if (title === "" && !isVariation) return rejection(source.row, id, "no name");
  const parent = cell("parent");
  if (isVariation && parent === "") return rejection(source.row, id, "a variation without a parent");

  const prices = pricesOf(cell, context);
  const attributes = attributesOf(cell);
  const markup = [cell("short description"), cell("description")].filter((text) => text !== "").join("<br>");
  const description = plainText(markup);
  const { categories, tags } = categoriesAndTags(cell);
  return {
    ok: true,
    listing: {
      row: source.row,
      id,
      group: isVariation ? parent : isVariable ? id : null,
      groupAliases: isVariable
        ? [`id:${cell("id")}`, cell("id")].filter((alias) => alias.length > 3 || /^\d+$/.test(alias))
        : [],
      role: isVariation ? "variant" : isVariable ? "parent" : "alone",
      isSellable: !isVariable,
      title,
      description,
      brand:
        plainLine(cell("brands", "brand", "marca", "marke")) ||
        attributes.find(({ name }) => name === "brand")?.value ||
        null,
      categories,
      tags,
      url:
        cell("external url", "permalink") ||
        (context.origin === null || isVariation ? "" : `${context.origin}/product/${slugOf(title)}/`),
      imageUrl:
        cell("images")
          .split(/,\s*(?=https?:)/)[0]
          ?.trim() || null,
      price: prices.price,
      was: prices.was,
      priceProblem:
        prices.problem ?? (types.includes("grouped") ? "a grouped product has no price of its own" : null),
      inStock: stockOf(cell("in stock?")) ?? stockOf(cell("stock")) ?? true,
      hidden: hiddenReason(cell),
      options: isVariation ? attributes.map(({ name, value }) => ({ name, value })) : [],
      attributes: isVariation
        ? []
        : withHiddenAttributes(distinctAttributes([...withoutBrand(attributes), ...measures(source)]), {
            title,
            markup,
            description,
            tags,
          }),
      rating: null,
      popularity: null,
      reviews: [],
      variants: [],
    } satisfies Listing,
  };
}

type CellReader = (...columns: string[]) => string;

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

/** A sale price counts between its dates; the day it ends still belongs to it. */
function pricesOf(
  cell: CellReader,
  context: ReadingContext,
): { price: Money | null; was: Money | null; problem: string | null } {
  const regular = cell("regular price");
  const sale = cell("sale price");
  const onSale =
    sale !== "" && isOnSale(cell("date sale price starts"), cell("date sale price ends"), context.now);
  const now = onSale ? sale : regular;
  if (now === "") return { price: null, was: null, problem: null };
  const price = parsePrice(now, context);
  if (!price.ok) return { price: null, was: null, problem: price.reason };
  const before = onSale && regular !== "" ? parsePrice(regular, context) : null;
  return { price: price.money, was: before?.ok ? before.money : null, problem: null };
}

function isOnSale(starts: string, ends: string, now: Date): boolean {
  const from = starts === "" ? Number.NaN : Date.parse(starts);
  const until =
    ends === "" ? Number.NaN : Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(ends) ? `${ends}T23:59:59Z` : ends);
  return !(from > now.getTime()) && !(until < now.getTime());
}

/** 1 is published, 0 private, -1 a draft. */
function hiddenReason(cell: CellReader): string | null {
  const published = cell("published");
  if (published === "-1") return "draft";
  if (truthOf(published) === false) return "unpublished";
  if (cell("visibility in catalog").toLowerCase() === "hidden") return "hidden from the shop's catalog";
  return null;
}

/** "Clothing > Hoodies, Sale": the deepest path is what the product is; the others are words about it. */
function categoriesAndTags(cell: CellReader): { categories: string[]; tags: string[] } {
  const paths = cell("categories")
    .split(/(?<!\\),/)
    .map((path) => categoryPath(plainLine(path.replaceAll("\\,", ","))))
    .filter((path) => path.length > 0);
  const deepest = paths.reduce<string[]>((best, path) => (path.length > best.length ? path : best), []);
  const others = paths.flatMap((path) => path.slice(-1)).filter((name) => !deepest.includes(name));
  return {
    categories: deepest,
    tags: distinct([
      ...others,
      ...cell("tags")
        .split(",")
        .map((tag) => plainLine(tag)),
    ]),
  };
}

function attributesOf(cell: CellReader): Attribute[] {
  const found: (Attribute | null)[] = [];
  for (let place = 1; ; place++) {
    const name = cell(`attribute ${place} name`);
    if (name === "" && place > 3 && cell(`attribute ${place + 1} name`) === "") break;
    for (const value of cell(`attribute ${place} value(s)`).split(/(?<!\\),/)) {
      found.push(attributeOf(name, value.replaceAll("\\,", ",")));
    }
  }
  return found.filter((attribute) => attribute !== null);
}

function withoutBrand(attributes: Attribute[]): Attribute[] {
  return attributes.filter((attribute) => attribute.name !== "brand");
}

/** "Weight (kg)", "Length (cm)", in whichever unit the shop uses. */
function measures(source: SourceRow): Attribute[] {
  return Object.entries(source.fields)
    .filter(([column]) => /^(weight|length|width|height) \(/i.test(column))
    .map(([column, value]) => attributeOf(column, value))
    .filter((attribute) => attribute !== null && (attribute.number ?? 0) > 0)
    .filter((attribute) => attribute !== null);
}
