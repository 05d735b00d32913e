/** Collects the claims of a turn. A claim is made only from a catalog row, a review, a search or the shopper's words [GRD-1]. */
import type { Extreme } from "../catalog/candidates.ts";
import type { Attribute, Product, Quote, Sku } from "../catalog/product.ts";
import type { Claim, Evidence, Statement } from "../dialogue/claims.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import { majorOf } from "../dialogue/money.ts";
import type { Preference } from "../dialogue/state.ts";
import { isBelow } from "./judge-wish.ts";

export interface ClaimBook {
  readonly claims: readonly Claim[];
  price(product: Product): string;
  reduction(product: Product): string | null;
  /** `since` is when the shopper was last shown it, at `before`. */
  priceChange(product: Product, before: Product["price"], since: string): string;
  brand(product: Product): string | null;
  category(product: Product): string | null;
  attribute(product: Product, attribute: Attribute): string;
  feature(product: Product, phrase: string): string;
  rating(product: Product): string | null;
  availability(product: Product): string;
  variants(product: Product, option: string, values: string[]): string;
  review(quote: Quote): string;
  meets(product: Product, preference: Preference, value: string): string;
  misses(product: Product, preference: Preference, value: string | null): string;
  /** `of` is the item that the question was on, where it was on one. */
  merchantAnswer(answer: MerchantAnswer, of: Product | null): string;
  compare(comparison: Extract<Statement, { type: "comparison" }>, products: [Product, Product]): string;
  /** `of` names what was searched for. */
  extreme(
    product: Product,
    extreme: Pick<Extreme, "preference" | "attribute" | "value" | "among">,
    of: string,
  ): string;
  count(count: number, of: string): string;
  priceRange(low: Product["price"], high: Product["price"], of: string, count: number): string;
}

export function createClaimBook(): ClaimBook {
  const claims: Claim[] = [];
  /** By statement. */
  const ids = new Map<string, string>();
  /** The same statement is one claim, however many moves rest on it. */
  const add = (statement: Statement, evidence: Evidence[]): string => {
    const key = JSON.stringify(statement);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `c${claims.length + 1}`;
    ids.set(key, id);
    claims.push({ id, statement, evidence });
    return id;
  };

  return {
    claims,
    price: (product) => add({ type: "price", sku: product.sku, price: product.price }, [priceRow(product)]),
    reduction: (product) =>
      product.was &&
      add({ type: "reduction", sku: product.sku, price: product.price, was: product.was }, [
        priceRow(product),
        row(product, "was", String(majorOf(product.was))),
      ]),
    priceChange: (product, before, since) =>
      add({ type: "price-change", sku: product.sku, price: product.price, before }, [
        priceRow(product),
        { type: "earlier", sku: product.sku, price: before, at: since },
      ]),
    brand: (product) =>
      product.brand &&
      add({ type: "brand", sku: product.sku, brand: product.brand }, [row(product, "brand", product.brand)]),
    category: (product) => {
      const category = product.categories.at(-1);
      return category
        ? add({ type: "category", sku: product.sku, category }, [row(product, "category", category)])
        : null;
    },
    attribute: (product, { name, value }) =>
      add({ type: "attribute", sku: product.sku, attribute: name, value }, [row(product, name, value)]),
    feature: (product, phrase) =>
      add({ type: "feature", sku: product.sku, phrase }, [row(product, "listing", phrase)]),
    rating: (product) =>
      product.rating &&
      add({ type: "rating", sku: product.sku, ...product.rating }, [
        row(product, "rating", String(product.rating.value)),
      ]),
    availability: (product) =>
      add({ type: "availability", sku: product.sku, inStock: product.inStock }, [
        row(product, "availability", product.inStock ? "in stock" : "out of stock"),
      ]),
    variants: (product, option, values) =>
      add({ type: "variants", sku: product.sku, option, values }, [row(product, option, values.join(", "))]),
    review: ({ sku, reviewId, text: quote, author, rating, tone }) =>
      add({ type: "review", sku, reviewId, quote, author, rating, tone }, [
        { type: "review", sku, reviewId, quote },
      ]),
    meets: (product, preference, value) =>
      add(
        {
          type: "meets",
          sku: product.sku,
          preferenceId: preference.id,
          attribute: preference.attribute,
          value,
        },
        [row(product, preference.attribute, value), shopperSaid(preference)],
      ),
    misses: (product, preference, value) =>
      add(
        {
          type: "misses",
          sku: product.sku,
          preferenceId: preference.id,
          attribute: preference.attribute,
          value,
          ...(isBelow(product, preference) && { isBelow: true as const }),
        },
        [row(product, preference.attribute, value ?? ""), shopperSaid(preference)],
      ),
    merchantAnswer: ({ id: answerId, version, text }, of) =>
      add({ type: "merchant-answer", answerId, of: of?.sku ?? null, text }, [
        { type: "merchant-answer", answerId, version, text },
      ]),
    compare: (comparison, [product, other]) =>
      add(comparison, [
        row(product, comparison.attribute, comparison.value),
        row(other, comparison.attribute, comparison.overValue),
      ]),
    extreme: (product, { preference, attribute, value, among }, of) =>
      add(
        {
          type: "extreme",
          sku: product.sku,
          attribute,
          direction: preference.operator === "least" ? "least" : "most",
          value,
          among,
          of,
        },
        [row(product, attribute, value), { type: "search", description: of, count: among }],
      ),
    count: (count, of) => add({ type: "count", count, of }, [{ type: "search", description: of, count }]),
    priceRange: (low, high, of, count) =>
      add({ type: "price-range", low, high, of }, [{ type: "search", description: of, count }]),
  };
}

function row(product: Product, attribute: string, value: string): Evidence {
  return { type: "catalog", sku: product.sku, attribute, value, version: product.version };
}

function priceRow(product: Product): Evidence {
  return row(product, "price", String(majorOf(product.price)));
}

function shopperSaid(preference: Preference): Evidence {
  return { type: "shopper", messageId: preference.sourceMessageId, said: preference.said };
}

/** The skus a claim speaks of. */
export function skusOf(claim: Claim): Sku[] {
  const { statement } = claim;
  if (statement.type === "merchant-answer") return statement.of === null ? [] : [statement.of];
  if (!("sku" in statement)) return [];
  return statement.type === "comparison" ? [statement.sku, statement.over] : [statement.sku];
}
