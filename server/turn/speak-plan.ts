import type { SpokenTurn } from "../dialogue/events.ts";
import type { PhrasedSentence, TurnPlan } from "../plan/turn-plan.ts";
import type { CheckSentence, Voice, VoiceContext } from "./ports.ts";

export interface SpokenSentence extends PhrasedSentence {
  /** With the space that separates it from the sentence before it, so that concatenation gives the turn's text. */
  joined: string;
}

/**
 * Sentences of a plan that passed the guard, one by one, in order [GRD-2]. What the guard stops goes into `stopped` and
 * is not said. Ends early when `shouldStop` answers true at a sentence end [WIRE-3].
 */
export async function* speakPlan(
  plan: TurnPlan,
  context: VoiceContext,
  voice: Voice,
  check: CheckSentence,
  shouldStop: () => boolean,
  stopped: SpokenTurn["stopped"],
): AsyncGenerator<SpokenSentence> {
  let spoken = 0;
  for await (const sentence of voice.speak(plan, context)) {
    const verdict = check(sentence.text, plan, context);
    if (verdict.type !== "pass") {
      stopped.push({ text: sentence.text, verdict: verdict.type, why: verdict.why });
      continue;
    }
    yield { ...sentence, joined: spoken === 0 ? sentence.text : ` ${sentence.text}` };
    spoken += 1;
    if (shouldStop()) return;
  }
}
