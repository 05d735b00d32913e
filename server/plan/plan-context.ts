/** Everything planning a turn looks at. Pure: lookups are functions over a catalog held in memory. */
import type { RespondsTo } from "../../shared/shopper-socket.ts";
import type { CandidateSearch } from "../catalog/candidates.ts";
import type { Money, Product, QuoteSearch, QuotesFound, Sku } from "../catalog/product.ts";
import type { MerchantAnswer } from "../dialogue/merchant-answer.ts";
import { isSuperlative } from "../dialogue/preferences.ts";
import type { DialogueState, Preference } from "../dialogue/state.ts";
import type { Mode } from "../dialogue/strategies.ts";
import type { PeopleAway } from "./turn-plan.ts";

export interface PlanContext {
  state: DialogueState;
  mode: Mode;
  respondsTo: RespondsTo;
  search: CandidateSearch;
  /** How many products the site shows in all. */
  catalogSize: number;
  /** The broadest categories, the largest first. */
  departments: string[];
  product: (sku: Sku) => Product | undefined;
  /** What customers wrote, in sentences that can be quoted. */
  quotes: (sku: Sku, search: QuoteSearch) => QuotesFound;
  formatMoney: (money: Money) => string;
  humanAvailable: boolean;
  /** See `SiteSettings`. */
  away?: PeopleAway | undefined;
  /** What the merchant has answered once for all; none when left out [GAP-1]. */
  answers?: readonly MerchantAnswer[];
  /** The product that the one on the page is being weighed against [INI-1]. */
  weighed?: Product | null;
  /** What comes nearest to the words that the shop's own search found nothing for, the nearest first [INI-1]. */
  nearest?: readonly Product[];
  /** Strategies that the merchant has switched off. */
  forbidden?: readonly string[];
  /** Looked up when the talk has stalled: what there would be above the budget [INI-3]. */
  relaxable?: Relaxable | null;
}

/** The acts of the messages this turn answers. */
export function heardAct(context: PlanContext, ...acts: string[]): boolean {
  return context.state.heard.some((message) => message.understanding.acts.some((act) => acts.includes(act)));
}

/** "Which one would you take?": a stance is asked for, or a comparison that leads to one. */
export function asksForPick(context: PlanContext): boolean {
  // "Which is the cheapest?" is no matter of taste.
  if (context.state.heard.some(({ added }) => added.some(isSuperlative))) return false;
  if (heardAct(context, "compare") || leavesChoice(context) || asksForReason(context)) return true;
  return context.state.heard.some(({ text, added, understanding }) => {
    // "What would you get?" of what is shown, even where it is heard as no question.
    const isOfShown = added.length === 0 && context.state.shown.length > 0;
    const { questions } = understanding;
    return (
      (isOfShown && ASKS_FOR_PICK.test(text)) ||
      questions.some((question) => question.about === "other" && ASKS_FOR_PICK.test(question.text))
    );
  });
}

/** "You choose": a pick is wanted, with its reason, and no further question. */
export function leavesChoice({ state }: PlanContext): boolean {
  return state.heard.some(({ understanding }) => understanding.delegates === true);
}

/** "Are you sure?", "why that one?": the reasons of the stance that was taken are asked for [MOV-3]. */
export function asksForReason({ state }: PlanContext): boolean {
  return (
    state.commitments.some(({ held }) => held) &&
    state.heard.some(({ text }) => ASKS_FOR_REASON.test(text.trim()))
  );
}

const ASKS_FOR_REASON =
  /^(?:(?:and|but|so|ok|okay|hmm|wait|oh|really|no|well),? )*(?:are you (?:really |quite |absolutely |that |so )?(?:sure|certain|positive)(?: (?:about (?:that|this|it)|of (?:that|it)))?|(?:and )?why(?: not)?|(?:and )?why(?: (?:is|not))?(?: (?:that|this|it|the (?:\w+ )?\w+))(?: one)?|why (?:do|did|would|should|are) (?:you|i) (?:now )?(?:say|think|recommend|suggest|pick|choose|prefer|change|go|take|get|want).*|how come(?: .*)?|what makes you (?:say|think) (?:that|so)|what changed(?: your mind)?|says who|how do you know(?: that)?|on what grounds|for real|really)\s*[?.!]*$/i;

const ASKS_FOR_PICK =
  /^(?:(?:so|and|ok|okay|hmm|well|but),? )*which (?:one|of (?:them|these|those|the \w+))\b(?!.*\b(?:is|are|has|have|comes?|fits?)\b)|\b(?:what|which)\b.*\b(?:would|should|do|'d) (?:you|i) (?:go for|go with|take|pick|choose|get|buy|recommend|suggest|prefer)\b|\byour (?:pick|choice|favou?rite|recommendation)\b/i;

/** An amount that was just named in another currency than the shop's, and the shop's; null when none was. */
export function otherCurrency({
  state,
  search,
}: PlanContext): { preference: Preference; currency: string } | null {
  const { low } = search.price ?? {};
  const [nearest] = search.relaxed?.candidates ?? search.candidates;
  const currency = low?.currency ?? nearest?.product.price.currency;
  const preference = state.heard
    .flatMap(({ added }) => added)
    .find(({ attribute, unit, id }) => {
      const isHeld = state.preferences.some((wish) => wish.id === id && wish.held);
      return (
        isHeld && attribute === "price" && unit !== undefined && currency !== undefined && unit !== currency
      );
    });
  return preference && currency !== undefined ? { preference, currency } : null;
}

/** The item under discussion: what was referred to last, shown last, or is on the page. */
export function subjectOf(context: PlanContext): Product | null {
  const { state, product } = context;
  for (const sku of [...(state.chosen ? [state.chosen] : []), ...state.focus]) {
    const found = product(sku);
    if (found) return found;
  }
  return null;
}

/** A wish that could give way, how many products that would add, and their prices. */
export interface Relaxable {
  preference: Preference;
  total: number;
  price: CandidateSearch["price"];
}
