/**
 * What a policy sees of the conversation. Every feature is a number, most of them 0 or 1, so that a rule reads as a
 * sentence and a learned policy can take the same vector.
 */
import { heldPreferences } from "../dialogue/preferences.ts";
import { REDIRECTIONS, type Redirection } from "../dialogue/stall.ts";
import type { DialogueState } from "../dialogue/state.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import { DIALOGUE_ACTS, type DialogueAct } from "../dialogue/understanding.ts";
import { stageOf } from "./stages.ts";

/** What the catalog has to offer at this point; `turn` fills it in from the search. */
export interface Outlook {
  /** Products that meet every must. */
  total: number;
  /** Cards this turn will show. */
  cards: number;
  /** Bits the best question on an attribute would save. */
  bestGain: number;
  /** Nothing matches all wishes. */
  deadEnd: boolean;
  /** The shopper has fallen silent, and the turn breaks the silence [INI-2]. */
  silence: boolean;
  /** The way out of a stall that the plan has ready [INI-3]. */
  redirection: Redirection | null;
}

export type Features = Readonly<Record<FeatureName, number>>;
type ActFeature = `heard ${DialogueAct}`;
type RedirectionFeature = `redirect ${Redirection}`;
export type FeatureName =
  | ActFeature
  | RedirectionFeature
  | "step"
  | "turn"
  | "opening"
  | "silence"
  | "follow-ups"
  | "question pending"
  | "on product page"
  | "new wishes"
  | "wishes"
  | "questions open"
  | "items shown"
  | "cards now"
  | "few candidates"
  | "question worth"
  | "dead end"
  | "stall"
  | "good mood"
  | "bad mood"
  | "short replies"
  | "leaning"
  | "chosen"
  | "question share"
  | "acknowledged last turn"
  | "has uptake"
  | "has substance";

/** `chosen` are the strategies this turn already holds. */
export function featuresOf(state: DialogueState, outlook: Outlook, chosen: readonly Strategy[]): Features {
  const acts = new Set(state.heard.flatMap((message) => message.understanding.acts));
  const heard = Object.fromEntries(
    DIALOGUE_ACTS.map((act) => [`heard ${act}`, flag(acts.has(act))]),
  ) as Record<ActFeature, number>;
  const redirection = Object.fromEntries(
    REDIRECTIONS.map((way) => [`redirect ${way}`, flag(outlook.redirection === way)]),
  ) as Record<RedirectionFeature, number>;
  const added = state.heard.reduce((sum, message) => sum + message.added.length, 0);
  return {
    ...heard,
    ...redirection,
    step: chosen.length,
    turn: state.turns,
    opening: flag(state.turns === 0),
    silence: flag(outlook.silence),
    "follow-ups": state.followUps,
    "question pending": flag(state.lastInvitation === "question"),
    "on product page": flag(state.page?.sku != null),
    "new wishes": added,
    wishes: heldPreferences(state.preferences).length,
    "questions open": state.openQuestions.filter(
      (entry) => entry.status === "open" && entry.raisedBy === "shopper",
    ).length,
    "items shown": state.shown.length,
    "cards now": outlook.cards,
    "few candidates": flag(outlook.total > 0 && outlook.total <= 6),
    "question worth": outlook.bestGain,
    "dead end": flag(outlook.deadEnd),
    stall: state.stall,
    "good mood": flag(state.engagement.mood > 0.2),
    "bad mood": flag(state.engagement.mood < -0.2),
    "short replies": flag(
      state.engagement.messages > 2 && state.engagement.lastLength < state.engagement.meanLength / 2,
    ),
    leaning: flag(state.shown.some((item) => item.reaction === "liked" || item.reaction === "asked")),
    chosen: flag(state.chosen !== null),
    "question share": state.turns === 0 ? 0 : state.questionTurns / state.turns,
    "acknowledged last turn": flag(state.lastStrategies.includes("acknowledgment")),
    "has uptake": flag(chosen.some((strategy) => stageOf(strategy) === "uptake")),
    "has substance": flag(chosen.some((strategy) => stageOf(strategy) === "substance")),
  };
}

const flag = (condition: boolean): number => (condition ? 1 : 0);
