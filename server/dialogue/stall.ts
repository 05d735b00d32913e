/** Signs that the talk goes nowhere, folded message by message [INI-3]. */
import type { OpenQuestion } from "./state.ts";
import type { Understanding } from "./understanding.ts";

export interface StallSigns {
  /** Shopper turns that brought no new wish, no choice and no question, in a row. */
  withoutNews: number;
  /** Messages in a row that turned something down. */
  rejections: number;
  /** Messages in a row, each shorter than the one before. */
  shorter: number;
  /** Questions asked again since the last news. */
  repeats: number;
  /** Complaints and displeasure since the last news. */
  frustration: number;
}

export const NO_STALL: StallSigns = { withoutNews: 0, rejections: 0, shorter: 0, repeats: 0, frustration: 0 };

/** At this score the agent changes course. */
export const STALLED = 2;
/** So many messages, each shorter than the last, are no accident. */
const SHORTER_IN_A_ROW = 2;

/** 0 while the talk moves; from `STALLED` on it has stalled. */
export function stallScore(signs: StallSigns): number {
  return (
    signs.withoutNews +
    Math.max(0, signs.rejections - 1) +
    (signs.withoutNews > 0 && signs.shorter >= SHORTER_IN_A_ROW ? 1 : 0) +
    signs.repeats +
    signs.frustration
  );
}

/** `shorter` is counted when the message comes in, everything else when it is understood. */
export function stallAfterLength(signs: StallSigns, length: number, before: number): StallSigns {
  return { ...signs, shorter: before > 0 && length < before ? signs.shorter + 1 : 0 };
}

/**
 * A new wish or a choice ends a stall, unless it comes with yet another rejection. Whoever asks about an item is busy with
 * it: that is no news, but no stall either, unless it was asked before.
 */
export function stallAfter(
  signs: StallSigns,
  understanding: Understanding,
  changes: number,
  ledger: readonly OpenQuestion[],
): StallSigns {
  const { acts, sentiment } = understanding;
  const rejects = acts.includes("reject");
  const rejections = rejects ? signs.rejections + 1 : 0;
  if (acts.includes("accept")) return NO_STALL;
  if (changes > 0) return { ...NO_STALL, rejections, shorter: signs.shorter };
  const complains = acts.includes("complain");
  const busy = (acts.some((act) => BUSY.has(act)) || doubtsItem(understanding)) && !rejects && !complains;
  return {
    withoutNews: busy ? signs.withoutNews : signs.withoutNews + 1,
    // A question in between forgives nothing.
    rejections: busy ? signs.rejections : rejections,
    shorter: signs.shorter,
    repeats: signs.repeats + understanding.questions.filter((question) => wasAsked(question, ledger)).length,
    frustration: signs.frustration + (complains || (sentiment === "negative" && !rejects) ? 1 : 0),
  };
}

/** "Isn't it flimsy?", "I worry it's too big": what an item is like is weighed up; "I'll think about it" is not. */
function doubtsItem({ questions, objections = [] }: Understanding): boolean {
  return objections.length > 0 || questions.some(({ kind, about }) => kind === "doubt" && about !== "other");
}

const BUSY: ReadonlySet<string> = new Set(["ask-fact", "compare", "thank", "bye", "greet"]);

function wasAsked(
  { kind, about, skus, text }: Understanding["questions"][number],
  ledger: readonly OpenQuestion[],
): boolean {
  return ledger.some(
    (entry) =>
      entry.raisedBy === "shopper" &&
      entry.kind === kind &&
      entry.about === about &&
      (about !== "other" || entry.text.toLowerCase() === text.toLowerCase()) &&
      entry.skus.join() === skus.join(),
  );
}

/** What a stall is answered with. */
export const REDIRECTIONS = [
  "another-attribute",
  "contrast-pair",
  "summary",
  "relaxed-wish",
  "person",
  "graceful-end",
] as const;
export type Redirection = (typeof REDIRECTIONS)[number];
