/** Where a model's sentence stands in the plan: which move it says, and on which claims it rests. */
import type { PhrasedSentence, TurnPlan } from "../../plan/turn-plan.ts";
import type { SaidClaim } from "./say-claims.ts";
import type { ModelSentence } from "./split-sentences.ts";

export interface SentencePlaces {
  place(sentence: ModelSentence): PhrasedSentence;
}

/** A claim that was not tagged is told when this much of its words and all of its figures are there. */
const SHARE_OF_UNTAGGED = 0.6;

/** Sentences are placed one after the other: one without a tag stays where the talk is, or goes on in the plan. */
export function createSentencePlaces(
  plan: TurnPlan,
  draft: readonly PhrasedSentence[],
  claims: readonly SaidClaim[],
): SentencePlaces {
  const titles = new Set(plan.products.flatMap(({ title }) => [...wordsOf(title)]));
  const meant = claims.map(({ id, says }) => ({
    id,
    figures: figuresOf(says),
    words: [...wordsOf(says)].filter((word) => !titles.has(word)),
  }));
  const drafted = draft.map(({ move, text }) => ({ move, words: wordsOf(text) }));
  const moves = plan.moves.length;
  let last = 0;

  /** A tag may be wrong, or left out: what the words do not bear is not claimed. */
  function claimsIn(text: string, tagged: readonly string[]): string[] {
    const words = wordsOf(text);
    const figures = figuresOf(text);
    return meant
      .filter(({ id, figures: needed, words: expected }) => {
        const hasFigures = [...needed].every((figure) => figures.has(figure));
        const shared = expected.filter((word) => words.has(word)).length;
        if (tagged.includes(id))
          return (hasFigures && needed.size > 0) || shared > 0 || expected.length + needed.size === 0;
        return hasFigures && shared >= expected.length * SHARE_OF_UNTAGGED && needed.size + shared > 0;
      })
      .map(({ id }) => id);
  }

  function moveOf({ text, move }: ModelSentence): number {
    if (move !== null && move >= 1 && move <= moves) return move - 1;
    const { invitation } = plan;
    if (text.includes("?") && invitation?.kind === "question" && invitation.move !== null)
      return invitation.move;
    const words = wordsOf(text);
    let best = { move: last, shared: 0 };
    for (const { move: candidate, words: expected } of drafted) {
      if (candidate < last) continue;
      const shared = [...expected].filter((word) => words.has(word)).length;
      if (shared > best.shared) best = { move: candidate, shared };
    }
    return best.move;
  }

  return {
    place(sentence) {
      const move = moveOf(sentence);
      last = Math.max(last, move);
      return { text: sentence.text, move, claims: claimsIn(sentence.text, sentence.claims) };
    },
  };
}

/** Words that carry meaning, lower-cased, without their endings. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  return new Set(
    words.filter((word) => word.length > 3).map((word) => word.replace(/(?:'s|’s|s|ed|ing|ly)$/, "")),
  );
}

/** "$1,299.00" is 1299, and so many in words are as many in figures. */
function figuresOf(text: string): ReadonlySet<string> {
  const figures = (text.match(/\d[\d.,]*/g) ?? []).map((figure) =>
    figure
      .replace(/[.,]+$/, "")
      .replace(/[,.](?=\d{3}\b)/g, "")
      .replace(/\.0+$/, ""),
  );
  const inWords = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .flatMap((word) => {
      const number = NUMBERS.indexOf(word);
      return number === -1 ? [] : [String(number)];
    });
  return new Set([...figures, ...inWords]);
}
const NUMBERS = "none one two three four five six seven eight nine ten eleven twelve".split(" ");
