/** Statements with evidence [GRD-1]. A sentence may say only what a claim of its plan carries. */
import type { Money, QuoteTone, Sku } from "../catalog/product.ts";

export type Evidence =
  | { type: "catalog"; sku: Sku; attribute: string; value: string; version: number }
  | { type: "review"; sku: Sku; reviewId: string; quote: string }
  | { type: "shopper"; messageId: string; said: string }
  /** What the merchant has answered, by its id and the version that was told [GAP-2]. */
  | { type: "merchant-answer"; answerId: string; version: number; text: string }
  /** What the shopper was shown on an earlier visit, and when. */
  | { type: "earlier"; sku: Sku; price: Money; at: string }
  /** A count or a range over the products that match: evidence is the search itself. */
  | { type: "search"; description: string; count: number };

/** What the claim says, as meaning; the voice finds the words. */
export type Statement =
  | { type: "price"; sku: Sku; price: Money }
  | { type: "reduction"; sku: Sku; price: Money; was: Money }
  /** What it costs now, and what it cost when the shopper was last here. */
  | { type: "price-change"; sku: Sku; price: Money; before: Money }
  | { type: "brand"; sku: Sku; brand: string }
  | { type: "category"; sku: Sku; category: string }
  | { type: "attribute"; sku: Sku; attribute: string; value: string }
  /** The sku has the tag or feature in the merchant's own words; `phrase` is verbatim from the listing. */
  | { type: "feature"; sku: Sku; phrase: string }
  | { type: "rating"; sku: Sku; value: number; count: number }
  | { type: "availability"; sku: Sku; inStock: boolean }
  | { type: "variants"; sku: Sku; option: string; values: string[] }
  /** `tone` is the quote's towards what it is quoted for. */
  | {
      type: "review";
      sku: Sku;
      reviewId: string;
      quote: string;
      author: string;
      rating: number;
      tone?: QuoteTone;
    }
  /** `sku` beats `over` on the attribute: both values are in the catalog. `difference` is given where both are numbers. */
  | {
      type: "comparison";
      sku: Sku;
      over: Sku;
      attribute: string;
      value: string;
      overValue: string;
      /** "less" or "more" for numbers ("price": less means cheaper); "other" for words. */
      direction: "less" | "more" | "other";
      differenceMoney?: Money;
      difference?: { number: number; unit: string };
    }
  /** The sku answers a wish of the shopper's: which, and with which value. */
  | { type: "meets"; sku: Sku; preferenceId: string; attribute: string; value: string }
  /** The sku misses a wish: honest negatives. `isBelow`: it has less than the least that was wished for. */
  | {
      type: "misses";
      sku: Sku;
      preferenceId: string;
      attribute: string;
      value: string | null;
      isBelow?: true;
    }
  /** The sku is first in the order of an attribute, of the `among` that fit and have it: `least` or `most` of it. */
  | {
      type: "extreme";
      sku: Sku;
      attribute: string;
      direction: "least" | "most";
      value: string;
      among: number;
      of: string;
    }
  /** What the shop says on a question, in its own words; `of` is the item that it was asked of. */
  | { type: "merchant-answer"; answerId: string; of: Sku | null; text: string }
  | { type: "count"; count: number; of: string }
  | { type: "price-range"; low: Money; high: Money; of: string }
  | { type: "said"; preferenceId: string };

export interface Claim {
  /** Unique in its plan: "c1", "c2", … */
  id: string;
  statement: Statement;
  evidence: Evidence[];
}
