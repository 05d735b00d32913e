/** What is not offered to the policy, and why [STR-2, STR-3, STR-4]. */
import type { DialogueState } from "../dialogue/state.ts";
import { type Mode, STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import { ASKING } from "./stages.ts";

/** The acts INSPIRED calls sociable. Informational mode does without them, and without nothing else. */
export const SOCIABLE: readonly Strategy[] = [
  "experience-inquiry",
  "personal-opinion",
  "personal-experience",
  "similarity",
  "encouragement",
  "self-modeling",
];

/** [MOV-2] Asking in more turns than this reads as an interrogation. */
export const QUESTION_SHARE_MAX = 0.65;

/** Why a strategy is ruled out for the whole conversation. */
export const NOT_INFORMATIONAL = "not part of informational mode";
export const SWITCHED_OFF = "switched off by the merchant";

/** What a merchant cannot forbid, and why: there are situations in which nothing else will do. */
export const INDISPENSABLE: Partial<Record<Strategy, string>> = {
  yield: "every turn ends by leaving the floor to the shopper",
  transparency: "it says that an AI speaks, and what is not known or not there: shoppers are owed that",
  credibility: "a question that the catalog answers has to be answered",
  housekeeping: "a first message greets, and thanks and goodbyes are returned",
  acknowledgment: "an objection or bad news is never passed over",
};

export function isForbidden(strategy: Strategy, forbidden: readonly string[]): boolean {
  return forbidden.includes(strategy) && INDISPENSABLE[strategy] === undefined;
}

export type Masked = Partial<Record<Strategy, string>>;

/**
 * @param plannable the strategies for which the plan found something to say: the rest would be ungrounded.
 * @param forbidden by the merchant.
 */
export function maskStrategies(
  mode: Mode,
  state: DialogueState,
  plannable: ReadonlySet<Strategy>,
  forbidden: readonly string[],
): Masked {
  const masked: Masked = {};
  const askedEnough = (state.questionTurns + 1) / (state.turns + 1) > QUESTION_SHARE_MAX;
  // Whether to go on from an earlier visit is asked once, and first of all.
  const welcomesBack = state.turns === 0 && state.recall?.standing === "offered";
  for (const strategy of STRATEGIES) {
    if (strategy === "yield") continue;
    if (mode === "informational" && SOCIABLE.includes(strategy)) masked[strategy] = NOT_INFORMATIONAL;
    else if (!plannable.has(strategy)) masked[strategy] = "nothing grounded to say";
    else if (
      askedEnough &&
      ASKING.includes(strategy) &&
      !(welcomesBack && strategy === "preference-confirmation")
    )
      masked[strategy] = "asked often enough lately";
    // Last, so that a record says where it was the merchant's wish alone.
    else if (isForbidden(strategy, forbidden)) masked[strategy] = SWITCHED_OFF;
  }
  return masked;
}
