/** Comparisons whose two values are in the catalog, and which of two items they speak for. */
import type { Attribute, Product } from "../catalog/product.ts";
import type { Statement } from "../dialogue/claims.ts";
import { majorOf } from "../dialogue/money.ts";
import type { Preference } from "../dialogue/state.ts";
import type { ClaimBook } from "./claim-book.ts";

type Comparison = Extract<Statement, { type: "comparison" }>;

/** Attributes on which one direction is better for nearly everybody. Others speak for an item only when a wish says so. */
const BETTER: Record<string, "less" | "more"> = { weight: "less", "battery life": "more", warranty: "more" };
/** A smaller gap is no reason to prefer one item: 5 %. */
const GAP_MIN = 0.05;
const RATING_GAP_MIN = 0.2;

/** What speaks for `product` over `other`, the shopper's own wishes first. Empty when nothing does. */
export function advantagesOf(
  product: Product,
  other: Product,
  preferences: Preference[],
  book: ClaimBook,
): { claims: string[]; because: string[] } {
  const wished = new Map(preferences.filter((wish) => wish.held).map((wish) => [wish.attribute, wish]));
  const found = comparisonsOf(product, other)
    .filter((comparison) => favours(comparison, wished.get(comparison.attribute)))
    .sort((a, b) => Number(wished.has(b.attribute)) - Number(wished.has(a.attribute)));
  return {
    claims: found.map((comparison) => book.compare(comparison, [product, other])),
    because: found.map((comparison) => comparison.attribute),
  };
}

function favours(comparison: Comparison, wish: Preference | undefined): boolean {
  if (comparison.attribute === "price") return comparison.direction === "less";
  if (comparison.attribute === "rating") return comparison.direction === "more";
  // Who needs room for two gains nothing by room for four.
  if (wish?.exact) return comparison.direction === "less";
  if (wish?.operator === "at-most" || wish?.operator === "least") return comparison.direction === "less";
  if (wish?.operator === "at-least" || wish?.operator === "most") return comparison.direction === "more";
  return BETTER[comparison.attribute] === comparison.direction;
}

/** Every measurable difference between two items that is large enough to matter. */
export function comparisonsOf(product: Product, other: Product): Comparison[] {
  const comparisons: Comparison[] = [];
  const prices = [majorOf(product.price), majorOf(other.price)] as const;
  if (product.price.currency === other.price.currency && differs(...prices)) {
    comparisons.push({
      type: "comparison",
      sku: product.sku,
      over: other.sku,
      attribute: "price",
      value: String(prices[0]),
      overValue: String(prices[1]),
      direction: prices[0] < prices[1] ? "less" : "more",
      differenceMoney: {
        minor: Math.abs(product.price.minor - other.price.minor),
        currency: product.price.currency,
      },
    });
  }
  if (
    product.rating &&
    other.rating &&
    Math.abs(product.rating.value - other.rating.value) >= RATING_GAP_MIN
  ) {
    comparisons.push({
      type: "comparison",
      sku: product.sku,
      over: other.sku,
      attribute: "rating",
      value: String(product.rating.value),
      overValue: String(other.rating.value),
      direction: product.rating.value > other.rating.value ? "more" : "less",
    });
  }
  for (const attribute of product.attributes) {
    const counterpart = other.attributes.find((candidate) => comparable(attribute, candidate));
    if (!counterpart || attribute.number === undefined || counterpart.number === undefined) continue;
    if (!differs(attribute.number, counterpart.number)) continue;
    comparisons.push({
      type: "comparison",
      sku: product.sku,
      over: other.sku,
      attribute: attribute.name,
      value: attribute.value,
      overValue: counterpart.value,
      direction: attribute.number < counterpart.number ? "less" : "more",
      difference: {
        number: Math.round(Math.abs(attribute.number - counterpart.number) * 100) / 100,
        unit: attribute.unit ?? "",
      },
    });
  }
  return comparisons;
}

function comparable(a: Attribute, b: Attribute): boolean {
  return a.name === b.name && a.unit === b.unit;
}

function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > GAP_MIN * Math.max(Math.abs(a), Math.abs(b));
}
