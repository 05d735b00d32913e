/** One product as a shop's own program writes it, read like a row of a JSON file. */
import type { CatalogRecord } from "./catalog-sink.ts";
import { planColumns } from "./column-plan.ts";
import { genericListing } from "./generic-listing.ts";
import { ListingGroups } from "./group-listings.ts";
import { DEEPEST, isDeeper } from "./read-json.ts";

export interface ProductReading {
  /** The site's currency, ISO 4217. */
  currency: string;
  /** "https://shop.example", without a slash at its end; null when unknown. */
  origin: string | null;
  now: Date;
}

/**
 * The record that an import would make of the same fields: cleaned of markup, hidden when it cannot be sold. Each product
 * is read by itself, so that it means the same whatever it is sent together with.
 */
export function productRecord(
  sku: string,
  fields: Record<string, unknown>,
  { currency, origin, now }: ProductReading,
): { ok: true; record: CatalogRecord } | { ok: false; reason: string } {
  if (isDeeper(fields, DEEPEST)) return { ok: false, reason: `nested deeper than ${DEEPEST} levels` };
  const row = { row: 1, fields: { ...fields, sku } };
  const plan = planColumns([row], {});
  const reading = genericListing(row, plan, { currency, origin, decimalMark: plan.decimalMark, now });
  if (reading === null) return { ok: false, reason: "it says nothing" };
  if (!reading.ok) return { ok: false, reason: reading.rejected.reason };
  const { records, rejected } = new ListingGroups(currency).take({ ...reading.listing, group: null });
  const [record] = records;
  return record === undefined
    ? { ok: false, reason: rejected[0]?.reason ?? "it says nothing" }
    : { ok: true, record };
}
