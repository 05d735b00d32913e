import { createHash } from "node:crypto";
import type { Attribute, Money } from "../product.ts";
import { attributeOf, attributesOf, distinctAttributes, inUnit } from "./attribute-names.ts";
import { absoluteUrl, distinct, slugOf, stockOf, truthOf, withoutUnderscores } from "./cell-values.ts";
import type { ColumnPlan } from "./column-plan.ts";
import { type Field, foldColumn, NO_ATTRIBUTE } from "./generic-columns.ts";
import { withHiddenAttributes } from "./hidden-attributes.ts";
import { type Listing, type ReadingContext, type RowReading, rejection } from "./listing.ts";
import {
  nestedAttributes,
  nestedOptions,
  nestedReviews,
  parsedCell,
  pathOf,
  textOf,
  textsOf,
} from "./nested-values.ts";
import { currencyIn, type ParsedPrice, parsePrice, priceOfMinor } from "./parse-price.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { isObject } from "./read-json.ts";
import type { SourceRow } from "./source-row.ts";

/** One row of a feed, table or JSON whose columns are known by their names only. */
export function genericListing(source: SourceRow, plan: ColumnPlan, context: ReadingContext): RowReading {
  const cells = new Cells(source.fields, plan);
  const title = plainLine(textOf(cells.of("title")));
  const givenId = plainLine(textOf(cells.of("id")));
  if (title === "" && givenId === "" && Object.values(source.fields).every((value) => textOf(value) === "")) {
    return rejection(source.row, "", "an empty row");
  }
  if (plan.hasIds && givenId === "") return rejection(source.row, "", "no id");
  if (title === "") return rejection(source.row, givenId, "no title");
  const brand = plainLine(textOf(cells.of("brand"))) || null;
  const imageUrl = absoluteUrl(imageOf(cells.of("image")), context.origin) || null;
  const id = givenId || skuFromContent(brand ?? "", title, imageUrl ?? "");
  const markup = textsOf(cells.of("description")).join("\n");
  const description = plainText(markup);
  const tags = tagsOf(cells);
  const prices = pricesOf(cells, source.fields, context);
  const group = plainLine(textOf(cells.of("group")));
  const { categories, kind } = categoriesOf(cells, plan);
  const rating = ratingOf(cells);
  return {
    ok: true,
    listing: {
      row: source.row,
      id,
      group: group === "" ? null : group,
      groupAliases: [],
      role: "alone",
      isSellable: true,
      title,
      description,
      brand,
      categories,
      tags,
      url: urlOf(cells, source.fields, title, context),
      imageUrl,
      ...prices,
      inStock: stockOf(textOf(cells.of("stock"))) ?? true,
      hidden: hiddenReason(cells),
      options: [],
      attributes: withHiddenAttributes(
        distinctAttributes([
          ...(kind === null ? [] : [kind]),
          ...columnAttributes(source.fields, cells, plan.units, group !== ""),
          ...nestedAttributes(parsedCell(cells.of("attributes"))),
          ...(rating.attribute === null ? [] : [rating.attribute]),
        ]),
        { title, markup, description, tags },
      ),
      rating: rating.rating,
      popularity: positive(numberOf(cells.of("popularity"))),
      reviews: nestedReviews(parsedCell(cells.of("reviews")), id),
      variants: variantsOf(cells, id, context),
    } satisfies Listing,
  };
}

/** A row's values by what they mean. */
class Cells {
  readonly #fields: Record<string, unknown>;
  readonly #plan: ColumnPlan;
  constructor(fields: Record<string, unknown>, plan: ColumnPlan) {
    this.#fields = fields;
    this.#plan = plan;
  }
  /** The first column of the field that this row fills. */
  of(field: Field): unknown {
    for (const column of this.#plan.columns[field]) {
      const value = this.#fields[column];
      if (value !== undefined && value !== null && value !== "") return value;
    }
    return undefined;
  }
  /** Columns whose meaning is known, so that they are not attributes as well. */
  isKnown(column: string): boolean {
    return KNOWN_FIELDS.some((field) => this.#plan.columns[field].includes(column));
  }
}
const KNOWN_FIELDS: Field[] = [
  "id",
  "title",
  "description",
  "brand",
  "category",
  "productType",
  "taxonomy",
  "tags",
  "url",
  "image",
  "price",
  "priceMinor",
  "salePrice",
  "saleDates",
  "regularPrice",
  "currency",
  "currencySign",
  "stock",
  "rating",
  "ratingCount",
  "popularity",
  "group",
  "status",
  "hidden",
  "attributes",
  "features",
  "variants",
  "reviews",
];

/** Stable as long as brand, title and picture are; a price may change. */
function skuFromContent(brand: string, title: string, imageUrl: string): string {
  const picture = imageUrl.replace(/[?#].*$/, "");
  const digest = createHash("sha256").update([brand, title, picture].join("\n")).digest("hex");
  return `${slugOf(title).slice(0, 60).replace(/-$/, "")}-${digest.slice(0, 8)}`;
}

interface Prices {
  price: Money | null;
  was: Money | null;
  priceProblem: string | null;
}

/** The sale price where there is one and its dates allow it; the dearer of the others is what it was. */
function pricesOf(cells: Cells, fields: Record<string, unknown>, context: ReadingContext): Prices {
  const named = textOf(cells.of("currency")).toUpperCase();
  const sign = textOf(cells.of("currencySign"));
  const currency = /^[A-Z]{3}$/.test(named)
    ? named
    : (currencyIn(sign, context.currency) ?? context.currency);
  const read = (value: unknown): Money | string | null => readPrice(value, { ...context, currency });
  const minor = numberOf(cells.of("priceMinor"));
  const base =
    minor !== null && cells.of("price") === undefined
      ? moneyOr(priceOfMinor(minor, currency))
      : read(cells.of("price"));
  const sale = isOnSale(textOf(cells.of("saleDates")), fields, context.now)
    ? read(cells.of("salePrice"))
    : null;
  const regular = read(cells.of("regularPrice"));

  const now =
    [sale, base, regular].find((price) => isMoney(price) && price.minor > 0) ?? base ?? sale ?? regular;
  if (!isMoney(now)) return { price: null, was: null, priceProblem: now };
  const dearer = [base, regular]
    .filter(isMoney)
    .filter((price) => price.currency === now.currency && price.minor > now.minor);
  const was = dearer.reduce<Money | null>(
    (highest, price) => (highest === null || price.minor > highest.minor ? price : highest),
    null,
  );
  return { price: now, was, priceProblem: null };
}

function readPrice(value: unknown, context: ReadingContext): Money | string | null {
  if (value === undefined || value === null || value === "") return null;
  const inner = Array.isArray(value) ? value[0] : value;
  if (isObject(inner)) return readPriceObject(inner, context);
  return moneyOr(parsePrice(typeof inner === "number" ? inner : String(inner), context));
}

function moneyOr(parsed: ParsedPrice): Money | string {
  return parsed.ok ? parsed.money : parsed.reason;
}

/** `{ amount, currency }`, `{ value, currencyCode }`, `{ current: … }`, `{ min, max }`, `{ minor, currency }`. */
function readPriceObject(price: Record<string, unknown>, context: ReadingContext): Money | string | null {
  const named = textOf(
    price.currency ?? price.currencyCode ?? price.currency_code ?? price.priceCurrency,
  ).toUpperCase();
  const currency = /^[A-Z]{3}$/.test(named) ? named : context.currency;
  const minor = numberOf(price.minor ?? price.cents ?? price.centAmount ?? price.minorUnits);
  if (minor !== null) return moneyOr(priceOfMinor(minor, currency));
  const amount =
    price.current ??
    price.sale ??
    price.amount ??
    price.value ??
    price.price ??
    price.min ??
    price.from ??
    price.lowPrice ??
    price.formatted ??
    price.regular;
  return amount === price ? null : readPrice(amount, { ...context, currency });
}

function isMoney(price: Money | string | null): price is Money {
  return typeof price === "object" && price !== null;
}

/** Google writes "start/end" in ISO 8601; others name a start and an end column of their own. */
function isOnSale(range: string, fields: Record<string, unknown>, now: Date): boolean {
  const [starts = "", ends = ""] = range.includes("/")
    ? range.split("/")
    : [
        textOf(fields.sale_price_start_date ?? fields.sale_start),
        textOf(fields.sale_price_end_date ?? fields.sale_end),
      ];
  return !(Date.parse(starts) > now.getTime()) && !(Date.parse(ends) < now.getTime());
}

function categoriesOf(cells: Cells, plan: ColumnPlan): { categories: string[]; kind: Attribute | null } {
  const [category, type, taxonomy] = (["category", "productType", "taxonomy"] as const).map((field) =>
    pathOf(parsedCell(cells.of(field))),
  );
  const own = (category ?? []).map(withoutUnderscores);
  const types = (type ?? []).map(withoutUnderscores);
  if (own.length === 0 && types.length === 0) return { categories: taxonomy ?? [], kind: null };
  if (own.length === 0 || types.length === 0) return { categories: distinct([...own, ...types]), kind: null };
  if (plan.categoryIs === "broader") return { categories: distinct([...own, ...types]), kind: null };
  if (plan.categoryIs === "narrower") return { categories: distinct([...types, ...own]), kind: null };
  const last = own.at(-1);
  return {
    categories: types,
    kind: last === undefined || types.includes(last) ? null : attributeOf("type", last),
  };
}

function tagsOf(cells: Cells): string[] {
  const split = (value: unknown) =>
    textsOf(parsedCell(value)).flatMap((text) =>
      typeof value === "string" && !Array.isArray(parsedCell(value)) ? text.split(/[,;|]/) : [text],
    );
  const features = textsOf(parsedCell(cells.of("features"))).filter((text) => text.length <= 60);
  return distinct([...split(cells.of("tags")), ...features].map((text) => plainLine(text))).filter(
    (tag) => tag.length <= 60,
  );
}

function urlOf(
  cells: Cells,
  fields: Record<string, unknown>,
  title: string,
  context: ReadingContext,
): string {
  const given = absoluteUrl(textOf(cells.of("url")), context.origin);
  if (given !== "") return given;
  return context.origin === null
    ? ""
    : `${context.origin}/products/${textOf(fields.handle ?? fields.slug) || slugOf(title)}`;
}

function imageOf(value: unknown): string {
  const parsed = parsedCell(value);
  const first = Array.isArray(parsed) ? parsed[0] : parsed;
  if (isObject(first))
    return textOf(first.src ?? first.url ?? first.href ?? first.image ?? first.original ?? first.large);
  return textOf(first).split(/[,;|\s]+(?=https?:)/)[0] ?? "";
}

function hiddenReason(cells: Cells): string | null {
  const status = textOf(cells.of("status")).trim().toLowerCase();
  if (
    /^(draft|archived|unpublished|private|pending|inactive|disabled|hidden|discontinued|trash|deleted)$/.test(
      status,
    )
  )
    return status;
  if (status !== "" && truthOf(status) === false) return "unpublished";
  return truthOf(cells.of("hidden")) === true ? "hidden" : null;
}

/** What a column of the store holds. */
const VOTES_MAX = 2 ** 31 - 1;

/**
 * A rating needs the number of its votes: "4.5 from 0 reviews" can't be said. One without a count is kept as an attribute.
 * Values beyond five are on another scale, which the file does not tell, and are left out; so are more votes than there
 * are people.
 */
function ratingOf(cells: Cells): {
  rating: { value: number; count: number } | null;
  attribute: Attribute | null;
} {
  const given = parsedCell(cells.of("rating"));
  const inner = isObject(given) ? given : {};
  const value = numberOf(
    isObject(given)
      ? (inner.value ?? inner.rate ?? inner.average ?? inner.ratingValue ?? inner.stars)
      : given,
  );
  const reviews = parsedCell(cells.of("reviews"));
  const count =
    numberOf(
      inner.count ?? inner.reviewCount ?? inner.ratingCount ?? inner.total ?? cells.of("ratingCount"),
    ) ?? (Array.isArray(reviews) ? reviews.length : 0);
  if (value === null || value <= 0 || value > 5) return { rating: null, attribute: null };
  if (count > VOTES_MAX) return { rating: null, attribute: null };
  if (count >= 1) return { rating: { value, count: Math.round(count) }, attribute: null };
  return { rating: null, attribute: attributeOf("rating", String(value)) };
}

/**
 * What is left: short values of columns whose names describe the product. A list in the cell of a variant is one value:
 * "black, white" is what tells it from the others.
 */
function columnAttributes(
  fields: Record<string, unknown>,
  cells: Cells,
  units: ColumnPlan["units"],
  isVariant: boolean,
): Attribute[] {
  const attributes = Object.entries(fields).flatMap(([column, value]) => {
    const folded = foldColumn(column);
    if (cells.isKnown(column) || NO_ATTRIBUTE.test(folded) || value === false) return [];
    if (isObject(value))
      return isMeasured(value) ? [attributeOf(column, `${textOf(value.value)} ${textOf(value.unit)}`)] : [];
    return textsOf(value)
      .filter((text) => !/^https?:|^\d{9,}$/.test(text) && !(folded === "condition" && text === "new"))
      .flatMap((text) => (isVariant ? [attributeOf(column, text)] : attributesOf(column, text)))
      .map((attribute) => {
        const unit = units.get(column);
        return attribute === null || unit === undefined ? attribute : inUnit(attribute, unit);
      });
  });
  return attributes.filter((attribute) => attribute !== null);
}

function isMeasured(value: Record<string, unknown>): boolean {
  return textOf(value.value) !== "" && textOf(value.unit) !== "";
}

function variantsOf(cells: Cells, id: string, context: ReadingContext): Listing["variants"] {
  const given = parsedCell(cells.of("variants"));
  if (!Array.isArray(given)) return [];
  const optionNames = nestedOptions(parsedCell(cells.of("attributes")));
  return given.filter(isObject).map((variant, place) => {
    const price = readPrice(variant.price ?? variant.sale_price ?? variant.salePrice, context);
    const was = readPrice(
      variant.compare_at_price ?? variant.compareAtPrice ?? variant.regular_price ?? variant.list_price,
      context,
    );
    const stock =
      variant.available ??
      variant.inStock ??
      variant.in_stock ??
      variant.availability ??
      variant.stock ??
      variant.inventory_quantity ??
      variant.quantity;
    return {
      id: textOf(variant.sku) || textOf(variant.id) || `${id}/${place + 1}`,
      options: variantOptions(variant, optionNames),
      price: isMoney(price) ? price : null,
      was: isMoney(was) ? was : null,
      inStock: stockOf(stock) ?? true,
    };
  });
}

const OPTION_KEYS =
  /^(colou?r|size|material|style|pattern|flavou?r|scent|storage|memory|length|width|capacity|finish|type|weight|volume|shade|edition|model)$/i;

function variantOptions(
  variant: Record<string, unknown>,
  names: string[],
): { name: string; value: string }[] {
  const nested = nestedAttributes(
    variant.options ?? variant.attributes ?? variant.selectedOptions ?? variant.option_values,
  );
  if (nested.length > 0) return nested.map(({ name, value }) => ({ name, value }));
  const numbered = [1, 2, 3].map((place) =>
    attributeOf(names[place - 1] ?? `option ${place}`, textOf(variant[`option${place}`])),
  );
  const named = Object.entries(variant)
    .filter(([key]) => OPTION_KEYS.test(key))
    .map(([key, value]) => attributeOf(key, textOf(value)));
  return [...numbered, ...named]
    .filter((option) => option !== null)
    .map(({ name, value }) => ({ name, value }));
}

function numberOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const match = /-?\d+(?:[.,]\d+)*/.exec(textOf(value).replace(/[\s,](?=\d{3}\b)/g, ""));
  if (match === null) return null;
  const number = Number(match[0].replace(",", "."));
  return Number.isFinite(number) ? number : null;
}
function positive(number: number | null): number | null {
  return number !== null && number > 0 ? number : null;
}
