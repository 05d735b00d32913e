/** What the merchant's side needs to keep answers; `main.ts` fills it in. Instants are ISO 8601, UTC. */
import type { Sku } from "../catalog/product.ts";
import type { AnswerScope, MerchantAnswer } from "../dialogue/merchant-answer.ts";

export type AnswerContent = Omit<MerchantAnswer, "id" | "version">;

/** One version of an answer. */
export interface StoredAnswer extends MerchantAnswer {
  removed: boolean;
  /** Who made this version, and when. */
  by: string;
  at: string;
  /** When the first version was made. */
  createdAt: string;
}

export interface AnswerDesk {
  /** As they are now, what was changed last first. */
  list(siteId: string, removed: boolean): Promise<StoredAnswer[]>;
  /** The newest first; none where the site has no such answer. */
  versions(siteId: string, answerId: string): Promise<StoredAnswer[]>;
  /** Null when the site has as many as it may have. */
  add(siteId: string, content: AnswerContent, by: string): Promise<StoredAnswer | null>;
  /** @param from the version that the change was made on; null for whichever stands. "changed" when it is another by now. */
  change(
    siteId: string,
    answerId: string,
    content: AnswerContent,
    by: string,
    from: number | null,
  ): Promise<StoredAnswer | "unknown" | "changed">;
  /** Takes it away, or brings it back as it was. Null when the site has no such answer. */
  setRemoved(siteId: string, answerId: string, removed: boolean, by: string): Promise<StoredAnswer | null>;
  /** Of the products or the category, what the catalog does not have. */
  unknownIn(siteId: string, about: AnswerScope): Promise<string[]>;
  /** What products are called, by their skus; those that are gone are left out. */
  titles(siteId: string, skus: readonly Sku[]): Promise<Record<Sku, string>>;
  /** Of what can be shown, with the number of products; the largest first. */
  categories(siteId: string): Promise<{ category: string; products: number }[]>;
}

/** The listing itself says something on what was answered: the agent tells that, and not the answer [GAP-3]. */
export interface Overruling {
  answerId: string;
  sku: Sku;
  title: string;
  attribute: string;
  value: string;
}

export interface MerchantAnswers extends AnswerDesk {
  /** For some products per answer. */
  overruled(siteId: string, answers: readonly MerchantAnswer[]): Promise<Overruling[]>;
  /** Why the agent would not say this even as the shop's words, in words; null where it would. */
  whyUnsaid(text: string): string | null;
}
