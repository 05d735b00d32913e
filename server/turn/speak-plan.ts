import type { SpokenTurn } from "../dialogue/events.ts";
import { NAMES_MACHINE } from "../dialogue/own-words.ts";
import type { Content, PhrasedSentence, PlannedInvitation, TurnPlan } from "../plan/turn-plan.ts";
import type { CheckSentence, Voice, VoiceContext } from "./ports.ts";
import { sharedWords, soundsInviting, tellingWords } from "./resemble.ts";

export interface SpokenSentence extends PhrasedSentence {
  /** With the space that separates it from the sentence before it, so that concatenation gives the turn's text. */
  joined: string;
}

export interface Speakers {
  voice: Voice;
  /** Says in its own words what the voice leaves unsaid or may not say; may be the same voice. */
  standIn: Voice;
  check: CheckSentence;
}

/** What happened besides what was said. */
export interface SpeakingAccount {
  stopped: SpokenTurn["stopped"];
  /** Another voice than the stand-in failed; the turn goes on without it. */
  onTrouble?: (error: unknown) => void;
}

/**
 * Sentences of a plan that passed the guard, one by one, in order [GRD-2]. What the guard stops goes into the account's
 * `stopped` and is not said. Where another voice than the stand-in was stopped, failed, or left out what matters, the
 * stand-in says that part of the plan, so that an answer never shrinks to its invitation and a turn never ends without
 * one [VOICE-2]. Ends early when `shouldStop` answers true at a sentence end [WIRE-3].
 */
export async function* speakPlan(
  plan: TurnPlan,
  context: VoiceContext,
  { voice, standIn, check }: Speakers,
  shouldStop: () => boolean,
  { stopped, onTrouble = () => {} }: SpeakingAccount,
): AsyncGenerator<SpokenSentence> {
  const spoken: PhrasedSentence[] = [];
  /** Moves that the stand-in says; whatever else comes for them is not heard. */
  const takenOver = new Set<number>();
  /** The turn in the stand-in's words: what the voice starts from, and what is said where it fails. */
  let draft: readonly PhrasedSentence[] = [];
  const names = new Set(plan.products.flatMap(({ title }) => [...tellingWords(title)]));

  for await (const sentence of voice === standIn ? ownWords() : withStandIn()) {
    const joined = spoken.length === 0 ? sentence.text : ` ${sentence.text}`;
    spoken.push(sentence);
    yield { ...sentence, joined };
    if (shouldStop()) return;
  }
  if (spoken.length === 0 && stopped.length > 0)
    yield { text: LAST_RESORT, joined: LAST_RESORT, move: plan.moves.length - 1, claims: [] };
  else if (plan.invitation?.move != null && stopped.length > 0 && !hasInvited("likely")) {
    const { kind, move } = plan.invitation;
    const text = PLAIN_INVITATIONS[kind];
    yield { text, joined: ` ${text}`, move, claims: [] };
  }

  async function* ownWords(): AsyncGenerator<PhrasedSentence> {
    for await (const sentence of voice.speak(plan, context)) {
      if (passes(sentence)) yield sentence;
      else if (owesDisclosure(sentence)) yield { ...sentence, text: PLAIN_DISCLOSURE };
    }
  }

  async function* withStandIn(): AsyncGenerator<PhrasedSentence> {
    draft = await sentencesOf(standIn);
    let failedAt: number | null = null;
    try {
      for await (const sentence of voice.speak(plan, { ...context, draft })) {
        yield* passedOver(sentence.move);
        if (takenOver.has(sentence.move) || isSaidAlready(sentence)) continue;
        if (asksTooMuch(sentence))
          stop(sentence, "extra-question", "a turn puts one question, its last words");
        else if (passes(sentence)) yield sentence;
        else if (owesDisclosure(sentence)) yield { ...sentence, text: PLAIN_DISCLOSURE };
        else {
          takenOver.add(sentence.move);
          yield* owed(sentence.move, { isCutOff: true });
        }
        if (hasInvited("surely")) break;
      }
    } catch (error) {
      onTrouble(error);
      failedAt = spoken.at(-1)?.move ?? 0;
    }
    for (const [move] of plan.moves.entries()) {
      // Whoever was cut off in the middle of a move, or before the next, did not mean to leave it out.
      const isCutOff = failedAt !== null && move >= failedAt;
      if (!takenOver.has(move) && !hasInvited("likely")) yield* owed(move, { isCutOff });
    }
  }

  /** The plan's order is kept: what matters and was passed over comes before what the voice says now. */
  async function* passedOver(move: number): AsyncGenerator<PhrasedSentence> {
    for (let before = 0; before < move; before++) {
      if (takenOver.has(before)) continue;
      const saidBefore = spoken.length;
      yield* owed(before, { isCutOff: false });
      if (spoken.length > saidBefore) takenOver.add(before);
    }
  }

  /** What the stand-in has to say of a move: all of it, or what is missing of it. */
  async function* owed(move: number, { isCutOff }: { isCutOff: boolean }): AsyncGenerator<PhrasedSentence> {
    const before = spoken.filter((sentence) => sentence.move === move);
    const told = new Set(spoken.flatMap(({ claims }) => claims));
    const sentences = draft.filter((sentence) => sentence.move === move);
    const reached = reachedIn(sentences, before);
    for (const [index, sentence] of sentences.entries()) {
      const isInvitation = isTheInvitation(sentence);
      const tellsNew =
        sentence.claims.some((claim) => !told.has(claim)) &&
        !before.some((said) => sharedWords(sentence.text, inEnglish(said), NO_NAMES) >= SAYS_THE_SAME);
      const isLeft = tellsNew || (index > reached && sentence.claims.length === 0);
      const isDue =
        before.length === 0
          ? isCutOff || matters(plan.moves[move]?.contents ?? []) || isInvitation
          : (isInvitation && !hasInvited(isCutOff ? "surely" : "likely")) ||
            (isCutOff && !isInvitation && isLeft) ||
            disclosesAnew(move, sentence, before);
      if (isDue && !isSaidAlready(sentence) && passes(sentence)) yield sentence;
    }
  }

  /** The last of the stand-in's sentences that was said in other words; those without a claim before it were, too. */
  function reachedIn(sentences: readonly PhrasedSentence[], before: readonly PhrasedSentence[]): number {
    const isSaid = ({ text, claims }: PhrasedSentence) =>
      before.some(
        (said) =>
          claims.some((claim) => said.claims.includes(claim)) ||
          sharedWords(text, inEnglish(said), names) >= RESEMBLES,
      );
    return sentences.findLastIndex(isSaid);
  }

  async function sentencesOf(speaker: Voice): Promise<PhrasedSentence[]> {
    const sentences: PhrasedSentence[] = [];
    for await (const sentence of speaker.speak(plan, context)) sentences.push(sentence);
    return sentences;
  }

  /** "I'm Ada" says nothing of being a machine; what must be disclosed is disclosed in words [GRD-5]. */
  function disclosesAnew(
    move: number,
    sentence: PhrasedSentence,
    before: readonly PhrasedSentence[],
  ): boolean {
    const mustDisclose = plan.moves[move]?.contents.some(({ type }) => DISCLOSING.has(type)) ?? false;
    return (
      mustDisclose && NAMES_AI.test(sentence.text) && !before.some((said) => NAMES_AI.test(inEnglish(said)))
    );
  }

  /** The merchant's greeting was to tell of an AI, in words that the catalog no longer bears out. */
  function owesDisclosure({ verbatim, text }: PhrasedSentence): boolean {
    const mustDisclose = plan.moves.some(({ contents }) => contents.some(({ type }) => DISCLOSING.has(type)));
    return verbatim === true && mustDisclose && NAMES_MACHINE.test(text);
  }

  /** At most one question stands in a turn, and it is the invitation [STR-1]. */
  function asksTooMuch(sentence: PhrasedSentence): boolean {
    const { move } = sentence;
    return (
      inEnglish(sentence).includes("?") &&
      plan.invitation?.kind === "question" &&
      plan.invitation.move !== move
    );
  }

  /**
   * The floor is handed over: nothing comes after that. What is no question is told by its words: surely, where they are those
   * of the invitation, and likely, where they are such as people end with.
   */
  function hasInvited(how: "surely" | "likely"): boolean {
    const last = spoken.at(-1);
    const { kind, move } = plan.invitation ?? { kind: null, move: null };
    if (!last || move === null) return false;
    const planned = draft.findLast((sentence) => sentence.move === move);
    if (inEnglish(last) === planned?.text) return true;
    if (last.move !== move) return false;
    if (inEnglish(last).includes("?")) return true;
    if (kind === "question") return false;
    if (planned && resemblesMost(last, planned)) return true;
    return how === "likely" && soundsInviting(inEnglish(last));
  }

  /**
   * "There's nothing more along those lines" shares words with an offer to tell more, and more of them with what comes before it;
   * and what tells facts is no offer.
   */
  function resemblesMost(sentence: PhrasedSentence, planned: PhrasedSentence): boolean {
    if (sentence.claims.length > 0) return false;
    const likeness = ({ text }: PhrasedSentence) => sharedWords(text, inEnglish(sentence), names);
    const others = draft.filter((other) => other.move === planned.move && other !== planned);
    const own = likeness(planned);
    return own >= RESEMBLES && others.every((other) => likeness(other) < own);
  }

  /** As the stand-in says it: its last words of that move. */
  function isTheInvitation(sentence: PhrasedSentence): boolean {
    return (
      plan.invitation?.move === sentence.move &&
      inEnglish(sentence) === draft.findLast(({ move }) => move === sentence.move)?.text
    );
  }

  /** Some models say the same once more. */
  function isSaidAlready({ text }: PhrasedSentence): boolean {
    return spoken.some((said) => said.text === text);
  }

  /** What is translated is held against the plan as it was before; in any language nothing unsafe is said. */
  function passes(sentence: PhrasedSentence): boolean {
    const verdict = check(inEnglish(sentence), plan, context);
    const translation = sentence.source === undefined ? verdict : check(sentence.text, plan, context);
    const stopping = [verdict, translation.type === "unsafe" ? translation : verdict].find(
      ({ type }) => type !== "pass",
    );
    if (stopping && stopping.type !== "pass") stop(sentence, stopping.type, stopping.why);
    return stopping === undefined;
  }

  function stop({ text }: PhrasedSentence, verdict: string, why: string): void {
    stopped.push({ text, verdict, why });
  }
}

/** Where nothing of a plan may be said, the shopper is still answered: this claims nothing, and hands the floor over. */
const LAST_RESORT = "I'd rather not guess about that. Tell me what matters most to you, and I'll look again.";

/** The merchant's own greeting may tell of an AI in words that no longer pass; that it is one is said all the same [GRD-5]. */
const PLAIN_DISCLOSURE = "You're talking with an AI assistant.";

/** And where the invitation may not be said with what it stands on, the floor is handed over in words that stand on nothing. */
const PLAIN_INVITATIONS: Record<PlannedInvitation["kind"], string> = {
  question: "What would matter most to you?",
  choice: "Tell me which way you lean.",
  offer: "Just tell me how you'd like to go on.",
};

/** Two sentences that share so much of their telling words say the same. */
const RESEMBLES = 0.5;
/** And those that share so much, names and figures included, tell the same facts. */
const SAYS_THE_SAME = 0.8;
const NO_NAMES: ReadonlySet<string> = new Set();

/** A move that only takes up what was said may be woven into the next sentence. */
function matters(contents: readonly Content[]): boolean {
  return contents.some(({ type }) => !WOVEN_IN.has(type));
}
const WOVEN_IN: ReadonlySet<Content["type"]> = new Set<Content["type"]>([
  "greet",
  "acknowledge-preferences",
  "acknowledge-feeling",
  "acknowledge-choice",
  "acknowledge-rejection",
  "restate-preferences",
  "empathise",
  "encourage",
  "give-time",
  "welcome-thanks",
]);

const DISCLOSING: ReadonlySet<Content["type"]> = new Set<Content["type"]>(["disclose-ai", "answer-identity"]);
const NAMES_AI = /\bAI\b|\bA\.I\.|artificial intelligence/;

function inEnglish({ text, source = text }: PhrasedSentence): string {
  return source;
}
