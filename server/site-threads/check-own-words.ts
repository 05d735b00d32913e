import { ownSentences } from "../dialogue/own-words.ts";
import type { Site } from "../gateway/ports.ts";
import type { TurnPlan } from "../plan/turn-plan.ts";
import type { CheckSentence } from "../turn/ports.ts";

/** A greeting stands on no product and no claim. */
const NOTHING_PLANNED: TurnPlan = {
  respondsTo: { type: "opening" },
  ...{ moves: [], claims: [], products: [], cards: [], replies: [], settled: [] },
  ...{ invitation: null, stance: null, anticipates: null, asks: null, farewell: false },
};

/** The first sentence that the guard would stop, and why; null where it lets all of them pass. */
export function checkOwnWords(
  check: CheckSentence,
  site: Pick<Site, "settings" | "locale">,
  text: string,
): { sentence: string; why: string } | null {
  const context = { persona: site.settings.persona, locale: site.locale, heard: [] };
  for (const sentence of ownSentences(text)) {
    // A plan of its own each time: the guard keeps what it gathered of one.
    const verdict = check(sentence, { ...NOTHING_PLANNED }, context);
    if (verdict.type !== "pass") return { sentence, why: verdict.why };
  }
  return null;
}
