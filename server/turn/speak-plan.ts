import type { SpokenTurn } from "../dialogue/events.ts";
import type { PhrasedSentence, TurnPlan } from "../plan/turn-plan.ts";
import type { CheckSentence, Voice, VoiceContext } from "./ports.ts";

export interface SpokenSentence extends PhrasedSentence {
  /** With the space that separates it from the sentence before it, so that concatenation gives the turn's text. */
  joined: string;
}

export interface Speakers {
  voice: Voice;
  /** Says in its own words the move of which the guard stopped a sentence; may be the same voice. */
  standIn: Voice;
  check: CheckSentence;
}

/**
 * Sentences of a plan that passed the guard, one by one, in order [GRD-2]. What the guard stops goes into `stopped` and
 * is not said; where another voice than the stand-in was stopped, the stand-in says the rest of that move, so that an
 * answer does not shrink to its invitation. Ends early when `shouldStop` answers true at a sentence end [WIRE-3].
 */
export async function* speakPlan(
  plan: TurnPlan,
  context: VoiceContext,
  { voice, standIn, check }: Speakers,
  shouldStop: () => boolean,
  stopped: SpokenTurn["stopped"],
): AsyncGenerator<SpokenSentence> {
  const spoken: PhrasedSentence[] = [];
  for await (const sentence of withStandIn()) {
    const joined = spoken.length === 0 ? sentence.text : ` ${sentence.text}`;
    spoken.push(sentence);
    yield { ...sentence, joined };
    if (shouldStop()) return;
  }

  async function* withStandIn(): AsyncGenerator<PhrasedSentence> {
    const takenOver = new Set<number>();
    for await (const sentence of voice.speak(plan, context)) {
      if (takenOver.has(sentence.move)) continue;
      if (passes(sentence)) yield sentence;
      else if (voice !== standIn) {
        takenOver.add(sentence.move);
        yield* restOfMove(sentence.move);
      }
    }
  }

  async function* restOfMove(move: number): AsyncGenerator<PhrasedSentence> {
    const sentences = await sentencesOf(standIn, move);
    const before = spoken.filter((sentence) => sentence.move === move);
    const told = new Set(before.flatMap(({ claims }) => claims));
    for (const sentence of sentences) {
      const isInvitation = plan.invitation?.move === move && sentence === sentences.at(-1);
      const tellsNew = sentence.claims.some((claim) => !told.has(claim));
      if ((before.length === 0 || isInvitation || tellsNew) && passes(sentence)) yield sentence;
    }
  }

  async function sentencesOf(speaker: Voice, move: number): Promise<PhrasedSentence[]> {
    const sentences: PhrasedSentence[] = [];
    for await (const sentence of speaker.speak(plan, context))
      if (sentence.move === move) sentences.push(sentence);
    return sentences;
  }

  function passes({ text }: PhrasedSentence): boolean {
    const verdict = check(text, plan, context);
    if (verdict.type === "pass") return true;
    stopped.push({ text, verdict: verdict.type, why: verdict.why });
    return false;
  }
}
