/** What could be said unasked, in a conversation that has begun, about what the page shows now [INI-1]. */
import type { Strategy } from "../dialogue/strategies.ts";
import { nearestToSearch } from "./choose-cards.ts";
import { createClaimBook } from "./claim-book.ts";
import { openingOffer } from "./inviting.ts";
import { type PlanContext, subjectOf } from "./plan-context.ts";
import type { Prospect } from "./prospect.ts";
import type { Survey } from "./survey-turn.ts";

/** One offer, and a welcome to whoever comes back. */
export function surveyNotice(context: PlanContext): Survey {
  const book = createClaimBook();
  const isReturn = context.state.noticed?.reason === "return-visit";
  const prospects = new Map<Strategy, Prospect>();
  if (isReturn) prospects.set("housekeeping", { contents: [{ type: "greet", returning: true }] });
  prospects.set("offer-help", (isReturn ? whereWeWere(context) : null) ?? openingOffer(context, book));
  return {
    cards: nearestToSearch(context),
    prospects,
    duties: [
      ...(isReturn
        ? [{ oneOf: ["housekeeping" as const], because: "the shopper has come back after a while" }]
        : []),
      { oneOf: ["offer-help"], because: "the page shows what the shopper is at" },
    ],
    book,
    settled: [],
    anticipates: null,
    forewarnings: [],
    bestGain: 0,
    redirection: null,
  };
}

function whereWeWere(context: PlanContext): Prospect | null {
  const subject = context.state.page?.sku ? null : subjectOf(context);
  return subject
    ? {
        contents: [{ type: "offer-details", sku: subject.sku }],
        replies: ["Show me similar ones", "Something else"],
      }
    : null;
}
