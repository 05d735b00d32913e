/** What the merchant has answered, for a question that the catalog has no word on [GAP-2]. */
import type { Product } from "../catalog/product.ts";
import { heldPreferences } from "../dialogue/preferences.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import type { ClaimBook } from "./claim-book.ts";
import { fittingAnswer } from "./fitting-answer.ts";
import type { PlanContext } from "./plan-context.ts";
import type { Content } from "./turn-plan.ts";

/** @param product what is asked about; null where no item is at hand. */
export function relayAnswer(
  question: OpenQuestion,
  product: Product | null,
  { answers = [], state }: PlanContext,
  book: ClaimBook,
): Extract<Content, { type: "relay-answer" }> | null {
  if (answers.length === 0) return null;
  const answer = fittingAnswer(question, { product, kinds: kindsSought(state.preferences) }, answers);
  if (answer === null) return null;
  // What holds for the whole shop is told of no item.
  const of = answer.about.type === "shop" ? null : product;
  const claims = [book.merchantAnswer(answer, of)];
  return { type: "relay-answer", question, sku: of?.sku ?? null, claims };
}

function kindsSought(preferences: PlanContext["state"]["preferences"]): string[] {
  return heldPreferences(preferences).flatMap(({ attribute, polarity, value }) =>
    attribute === "category" && polarity === "positive" && typeof value === "string" ? [value] : [],
  );
}
