import type { CandidateQuery } from "../../../server/catalog/candidates.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { Preference } from "../../../server/dialogue/state.ts";

export function makeProduct(sku: string, title: string, major: number, more: Partial<Product> = {}): Product {
  return {
    sku,
    title,
    description: "",
    brand: null,
    categories: [],
    tags: [],
    url: `https://shop.example/${sku}`,
    imageUrl: null,
    price: { minor: Math.round(major * 100), currency: "USD" },
    was: null,
    inStock: true,
    attributes: [],
    variants: [],
    rating: null,
    popularity: null,
    version: 1,
    ...more,
  };
}

let heard = 0;
/** A wish, positive and a must unless said otherwise. */
export function wish(
  attribute: string,
  value: Preference["value"],
  more: Partial<Preference> = {},
): Preference {
  heard++;
  return {
    id: `p${heard}`,
    sourceMessageId: "m1",
    held: true,
    origin: "said",
    attribute,
    operator: "is",
    value,
    polarity: "positive",
    firmness: "must",
    said: String(value),
    ...more,
  };
}

export function queryOf(preferences: Preference[], more: Partial<CandidateQuery> = {}): CandidateQuery {
  return { preferences, text: "", exclude: [], like: null, limit: 5, ...more };
}
