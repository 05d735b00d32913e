/** Pushes understood: whole products as an import would read them, stock and prices as they are. */
import { z } from "zod";
import { SKU_MAX_LENGTH } from "../../shared/limits.ts";
import { type ParsedPrice, parsePrice, priceOfMinor } from "../catalog/import/parse-price.ts";
import { plainLine } from "../catalog/import/plain-text.ts";
import { type ProductReading, productRecord } from "../catalog/import/product-record.ts";
import type { Money, Sku } from "../catalog/product.ts";
import type { CatalogRecord } from "../store/catalog-records.ts";
import { batchItemSchema, FIELDS_MAX, type priceSchema, problemOf } from "./push-schema.ts";

/** A push that was understood. */
export type PushItem =
  | { op: "put"; sku: Sku; version: number; record: CatalogRecord; saysReviews: boolean }
  | { op: "delete"; sku: Sku; version: number }
  | {
      op: "stock";
      sku: Sku;
      version: number;
      inStock: boolean | null;
      price: { price: Money; was: Money | null } | null;
    };

export type PushReading = { ok: true; item: PushItem } | { ok: false; sku: Sku; reason: string };

/** Reads one item of a batch. A single push is one too: `{ op: "put", sku, …body }`. */
export function readPushItem(given: unknown, reading: ProductReading): PushReading {
  const named = z.looseObject({ sku: z.string() }).safeParse(given);
  const sku = named.success ? named.data.sku.slice(0, SKU_MAX_LENGTH) : "";
  if (typeof given === "object" && given !== null && Object.keys(given).length > FIELDS_MAX)
    return { ok: false, sku, reason: `more than ${FIELDS_MAX} fields` };
  const parsed = batchItemSchema.safeParse(given);
  if (!parsed.success) return { ok: false, sku, reason: problemOf(parsed.error) };
  // As an import writes skus, so that both mean the same product.
  const data = { ...parsed.data, sku: plainLine(parsed.data.sku) };
  if (data.sku === "") return { ok: false, sku, reason: "sku: says nothing" };
  switch (data.op) {
    case "put":
      return readPut(data, reading);
    case "delete":
      return { ok: true, item: data };
    case "stock":
      return readStock(data, reading);
  }
}

function readPut(
  { op, sku, version, ...fields }: Extract<z.output<typeof batchItemSchema>, { op: "put" }>,
  reading: ProductReading,
): PushReading {
  const read = productRecord(sku, fields, reading);
  if (!read.ok) return { ok: false, sku, reason: read.reason };
  return {
    ok: true,
    item: { op, sku, version, record: read.record, saysReviews: fields.reviews !== undefined },
  };
}

function readStock(
  {
    op,
    sku,
    version,
    inStock,
    quantity,
    price,
    was,
  }: Extract<z.output<typeof batchItemSchema>, { op: "stock" }>,
  reading: ProductReading,
): PushReading {
  const stock = inStock ?? (quantity === undefined ? null : quantity > 0);
  if (price === undefined) return { ok: true, item: { op, sku, version, inStock: stock, price: null } };
  const now = moneyOf(price, reading.currency);
  if (typeof now === "string") return { ok: false, sku, reason: now };
  const before = was === undefined || was === null ? null : moneyOf(was, reading.currency);
  if (typeof before === "string") return { ok: false, sku, reason: before };
  return { ok: true, item: { op, sku, version, inStock: stock, price: { price: now, was: before } } };
}

/** The price, or why it is none that the shop can ask. */
function moneyOf(price: z.output<typeof priceSchema>, siteCurrency: string): Money | string {
  const parsed = parsedPrice(price, siteCurrency);
  if (!parsed.ok) return parsed.reason;
  const { minor, currency } = parsed.money;
  if (minor === 0) return "the price is 0";
  if (currency !== siteCurrency) return `the price is in ${currency}, the shop sells in ${siteCurrency}`;
  return parsed.money;
}

function parsedPrice(price: z.output<typeof priceSchema>, siteCurrency: string): ParsedPrice {
  if (typeof price !== "object") return parsePrice(price, { currency: siteCurrency, decimalMark: null });
  const currency = price.currency.toUpperCase();
  return "minor" in price
    ? priceOfMinor(price.minor, currency)
    : parsePrice(price.amount, { currency, decimalMark: null });
}
