/** Everything planning a turn looks at. Pure: lookups are functions over a catalog held in memory. */
import type { RespondsTo } from "../../shared/shopper-socket.ts";
import type { CandidateSearch } from "../catalog/candidates.ts";
import type { Money, Product, QuoteSearch, QuotesFound, Sku } from "../catalog/product.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Mode } from "../dialogue/strategies.ts";

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
}

/** The acts of the messages this turn answers. */
export function heardAct(context: PlanContext, ...acts: string[]): boolean {
  return context.state.heard.some((message) => message.understanding.acts.some((act) => acts.includes(act)));
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
