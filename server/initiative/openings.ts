/** When the agent may make the first move [INI-1, INI-2], whatever the page asks for: what a visitor waved off counts. */
import type { OpeningReason } from "../../shared/shopper-socket.ts";
import type { OpeningRules } from "../../shared/site-config.ts";
import type { DialogueState } from "../dialogue/state.ts";

/** Of one visitor, over all conversations, tabs and pages. Epoch milliseconds, oldest first. */
export interface OpeningHistory {
  openings: readonly number[];
  dismissals: readonly number[];
}

/** An opening has its time before another comes; one dismissal is a visit's peace, two are a week's. */
export function quietUntil({ openings, dismissals }: OpeningHistory, rules: OpeningRules): number {
  let until = 0;
  for (const at of openings) until = Math.max(until, at + rules.pauseMs);
  let counted = 0;
  for (const at of dismissals) {
    counted += 1;
    until = Math.max(until, at + (counted < DISMISSALS_HEARD ? rules.pauseMs : rules.quietMs));
    if (counted === DISMISSALS_HEARD) counted = 0;
  }
  return until;
}

const DISMISSALS_HEARD = 2;

/** Whether the agent may speak first for this reason, to a visitor with this history. */
export function mayOpen(
  reason: OpeningReason,
  history: OpeningHistory,
  rules: OpeningRules,
  nowMs: number,
): boolean {
  return rules.enabled && rules[RULE_OF[reason]] < NEVER && nowMs >= quietUntil(history, rules);
}

/** A time that never comes: so pages that know of no other switch than `enabled` hold to it, too. */
const NEVER = Number.MAX_SAFE_INTEGER;

const RULE_OF = {
  "product-dwell": "productDwellMs",
  "product-compare": "compareVisits",
  "cart-idle": "cartIdleMs",
  "no-results": "noResultsMs",
  "return-visit": "returnAfterMs",
} as const satisfies Record<OpeningReason, keyof OpeningRules>;

/** The rules with some reasons switched off. */
export function withoutReasons(rules: OpeningRules, withheld: readonly OpeningReason[]): OpeningRules {
  return { ...rules, ...Object.fromEntries(withheld.map((reason) => [RULE_OF[reason], NEVER])) };
}

/** Whether what the page showed is taken up in a conversation that has begun already. */
export function takesUpNotice(state: DialogueState): boolean {
  return state.noticed !== null && !state.closed && !state.person && state.unanswered.length === 0;
}
