import { isObject } from "../import/read-json.ts";
import type { SourceRow } from "../import/source-row.ts";

/**
 * A row with the fields of nested objects beside its own: `{ reviewer: { name } }` gives "reviewer name". A list counts
 * by its first element, for a review has one product.
 */
export function flattenRow({ fields, ...row }: SourceRow): SourceRow {
  const flat: Record<string, unknown> = {};
  spread(fields, "", flat, 0);
  return { ...row, fields: flat };
}

/** Deeper than Google's `products.product.product_ids.skus.sku` nobody nests. */
const DEEPEST = 6;

function spread(value: unknown, path: string, flat: Record<string, unknown>, depth: number): void {
  const one = Array.isArray(value) ? value[0] : value;
  if (!isObject(one)) {
    if (path !== "" && !(path in flat)) flat[path] = one;
    return;
  }
  if (depth >= DEEPEST) return;
  for (const [key, inner] of Object.entries(one))
    spread(inner, path === "" ? key : `${path} ${key}`, flat, depth + 1);
}
