/** Silence after the agent's own turn: whether and when the agent may follow up unasked [INI-2]. */
import type { DialogueState } from "../dialogue/state.ts";

/** Set by the merchant. Times in milliseconds. */
export interface SilenceRules {
  enabled: boolean;
  /** From the agent's turn to its first follow-up. */
  firstMs: number;
  /** From the first follow-up to the second. There is never a third. */
  secondMs: number;
}

export const FOLLOW_UPS_MAX = 2;

/**
 * When the next follow-up falls due, in epoch milliseconds, after a turn that ended at `spokenAtMs`; null when the merchant
 * wants none. `wasFollowUp` says that this turn was one itself.
 */
export function followUpDueAt(spokenAtMs: number, wasFollowUp: boolean, rules: SilenceRules): number | null {
  if (!rules.enabled) return null;
  return spokenAtMs + (wasFollowUp ? rules.secondMs : rules.firstMs);
}

/** Why the agent leaves a silence alone, in words; null when it may follow up. */
export function whyLeaveSilence(
  state: DialogueState,
  { humanAvailable }: { humanAvailable: boolean },
): string | null {
  if (state.closed) return "the conversation is closed";
  if (state.turns === 0) return "the agent has not spoken yet";
  if (state.unanswered.length > 0) return "a message waits for its answer";
  if (state.person) return "a person has taken over";
  if (state.humanAsked && humanAvailable) return "the shopper waits for a person";
  if (state.farewell) return "goodbye has been said";
  if (state.chosen !== null) return "the shopper has made a choice";
  if (state.wantsTime) return "the shopper asked for time";
  if (state.dismissed) return "the shopper waved the agent off";
  if (state.followUps >= FOLLOW_UPS_MAX) return "it has followed up twice";
  return null;
}
