/** Whether a listing itself answers what a merchant has answered: then it is the listing that is told [GAP-3]. */
import type { Product } from "../catalog/product.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import { lookUpInRow } from "./answer-from-row.ts";
import { createClaimBook } from "./claim-book.ts";

export interface ListedWord {
  attribute: string;
  value: string;
}

/** What the listing says on it; null where it is silent. */
export function statedInListing(
  { topic, phrases }: Pick<MerchantAnswer, "topic" | "phrases">,
  product: Product,
): ListedWord | null {
  for (const value of phrases.length === 0 ? [undefined] : phrases) {
    const book = createClaimBook();
    const found = lookUpInRow({ about: topic, ...(value !== undefined && { value }) }, product, book);
    const evidence = book.claims.find(({ id }) => found?.claims.includes(id))?.evidence[0];
    if (evidence?.type === "catalog") return { attribute: evidence.attribute, value: evidence.value };
  }
  return null;
}
