/** What a merchant has answered once for all, because no listing says it: a fact the agent may cite [GAP-1]. Types only. */
import type { Sku } from "../catalog/product.ts";

/** What an answer holds for. */
export type AnswerScope =
  | { type: "shop" }
  /** By its name, at whichever level the products have it. */
  | { type: "category"; category: string }
  | { type: "products"; skus: Sku[] };

/** What calls for an answer. */
export interface AnswerCall {
  /** What a question is about, as in the ledger: "shipping", "material"; "feature" and "other" are known by their words alone. */
  topic: string;
  /** Words that the question has to have: those of one of these phrases, in whatever order. Empty where the topic is enough. */
  phrases: string[];
}

export interface MerchantAnswer extends AnswerCall {
  id: string;
  /** From 1; each change of it is a version of its own, which is kept. */
  version: number;
  /** As a shopper would ask it. */
  question: string;
  about: AnswerScope;
  /** In the merchant's words, which are quoted as they stand. */
  text: string;
}
