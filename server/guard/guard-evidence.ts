/** What a sentence may rest on. Everything the guard knows arrives here; it looks nothing up. */
import type { Money, Product, Review, Sku } from "../catalog/product.ts";
import type { Claim } from "../dialogue/claims.ts";
import type { PeopleBack } from "../initiative/opening-hours.ts";
import type { NameIndex } from "./name-index.ts";

export interface GuardEvidence {
  /** The items the sentence may speak of. */
  products: readonly Product[];
  /** The reviews it may quote. */
  reviews: readonly Review[];
  /** What the merchant has answered, of the item it is told of: it may be quoted as the shop's words, whole or a sentence of it [GAP-2]. */
  answers: readonly { text: string; of: Sku | null }[];
  /** The shopper's own words: their numbers and wishes may be repeated to them. */
  heard: readonly string[];
  /** Claims of the plan; empty where there is no plan. */
  claims: readonly Claim[];
  /** Counts that a search supports, besides those of the claims. */
  counts: readonly number[];
  /** Amounts that a search supports, besides those of the claims: the ends of a price range, the nearest price. */
  amounts: readonly Money[];
  /** Other words the plan puts into the agent's mouth: what is searched for, values it asks about. */
  topics: readonly string[];
  persona: { name: string; shop: string } | null;
  /** When people take over again, where the plan tells it [AGT-5]. */
  back?: PeopleBack | null;
  locale: string;
  /** ISO 4217: the site's own currency, in which an amount without a currency is read. */
  currency: string;
  names: NameIndex;
}
