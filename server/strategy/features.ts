/**
 * What a policy sees of the conversation. Every feature is a number, most of them 0 or 1, so that a rule reads as a
 * sentence and a learned policy can take the same vector.
 */
import { heldPreferences } from "../dialogue/preferences.ts";
import { REDIRECTIONS, type Redirection } from "../dialogue/stall.ts";
import type { DialogueState } from "../dialogue/state.ts";
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
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

type Speakable = Exclude<Strategy, "yield">;
export const SPEAKABLE = STRATEGIES.filter((strategy): strategy is Speakable => strategy !== "yield");

type ActFeature = `heard ${DialogueAct}`;
type RedirectionFeature = `redirect ${Redirection}`;
/** What this turn already holds, and what the agent's turn before held. */
type SaidFeature = `now ${Speakable}` | `before ${Speakable}`;

/**
 * Numbers that are no flags, with the value from which more makes no difference. A learned policy sees each as a share
 * of that value, so that all its features lie between 0 and 1.
 */
const CAPS = {
  step: 3,
  turn: 8,
  "follow-ups": 2,
  "new wishes": 3,
  wishes: 6,
  "questions open": 3,
  "items shown": 9,
  "cards now": 3,
  "question worth": 3,
  stall: 4,
  "question share": 1,
  "experience asked": 3,
  "opinion asked": 4,
} as const;
type CappedFeature = keyof typeof CAPS;

const FLAGS = [
  "opening",
  "silence",
  "question pending",
  "on product page",
  "budget known",
  "use known",
  "few candidates",
  "dead end",
  "good mood",
  "bad mood",
  "short replies",
  "leaning",
  "chosen",
  "acknowledged last turn",
  "has uptake",
  "has substance",
] as const;
type FlagFeature = (typeof FLAGS)[number];

export type FeatureName = ActFeature | RedirectionFeature | SaidFeature | CappedFeature | FlagFeature;
export type Features = Readonly<Record<FeatureName, number>>;

/** Every feature, in the order in which vectors hold them. */
export const FEATURE_NAMES: readonly FeatureName[] = [
  ...(Object.keys(CAPS) as CappedFeature[]),
  ...FLAGS,
  ...DIALOGUE_ACTS.map((act): ActFeature => `heard ${act}`),
  ...REDIRECTIONS.map((way): RedirectionFeature => `redirect ${way}`),
  ...SPEAKABLE.map((strategy): SaidFeature => `now ${strategy}`),
  ...SPEAKABLE.map((strategy): SaidFeature => `before ${strategy}`),
];

/** Of one shape for all, so that reading a feature stays as quick as reading a field. */
export const NO_FEATURES: Features = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Features;

const CAP_OF: ReadonlyMap<string, number> = new Map(Object.entries(CAPS));

/** From 0 to 1: how learned policies see a feature. */
export function encodeFeature(name: FeatureName, value: number): number {
  const cap = CAP_OF.get(name) ?? 1;
  return value >= cap ? 1 : value <= 0 ? 0 : value / cap;
}

/** Before the turn holds anything. What every step of a turn shares is worked out once. */
export function turnFeatures(state: DialogueState, outlook: Outlook): Features {
  const features: Record<FeatureName, number> = { ...NO_FEATURES };
  for (const message of state.heard)
    for (const act of message.understanding.acts) features[`heard ${act}`] = 1;
  if (outlook.redirection) features[`redirect ${outlook.redirection}`] = 1;
  for (const strategy of state.lastStrategies) if (strategy !== "yield") features[`before ${strategy}`] = 1;
  const wishes = heldPreferences(state.preferences);
  const knows = (isIt: (attribute: string) => boolean) =>
    flag(wishes.some(({ attribute }) => isIt(attribute)));
  const { engagement } = state;

  features.turn = state.turns;
  features.opening = flag(state.turns === 0);
  features.silence = flag(outlook.silence);
  features["follow-ups"] = state.followUps;
  features["question pending"] = flag(state.lastInvitation === "question");
  features["on product page"] = flag(state.page?.sku != null);
  features["new wishes"] = state.heard.reduce((sum, message) => sum + message.added.length, 0);
  features.wishes = wishes.length;
  features["budget known"] = knows((attribute) => attribute === "price");
  features["use known"] = knows((attribute) => TELLS_OF_USE.has(attribute));
  features["questions open"] = state.openQuestions.filter(
    (entry) => entry.status === "open" && entry.raisedBy === "shopper",
  ).length;
  features["items shown"] = state.shown.length;
  features["cards now"] = outlook.cards;
  features["few candidates"] = flag(outlook.total > 0 && outlook.total <= FEW);
  features["question worth"] = outlook.bestGain;
  features["dead end"] = flag(outlook.deadEnd);
  features.stall = state.stall;
  features["good mood"] = flag(engagement.mood > 0.2);
  features["bad mood"] = flag(engagement.mood < -0.2);
  features["short replies"] = flag(
    engagement.messages > 2 && engagement.lastLength < engagement.meanLength / 2,
  );
  features.leaning = flag(state.shown.some((item) => item.reaction === "liked" || item.reaction === "asked"));
  features.chosen = flag(state.chosen !== null);
  features["question share"] = state.turns === 0 ? 0 : state.questionTurns / state.turns;
  features["experience asked"] = state.strategies["experience-inquiry"] ?? 0;
  features["opinion asked"] = state.strategies["opinion-inquiry"] ?? 0;
  features["acknowledged last turn"] = features["before acknowledgment"];
  return features;
}

const FEW = 6;
const TELLS_OF_USE = new Set(["use", "activity", "occasion", "purpose", "recipient"]);

/** As `turnFeatures`, once the turn holds these strategies. */
export function stepFeatures(turn: Features, chosen: readonly Strategy[]): Features {
  if (chosen.length === 0) return turn;
  const features: Record<FeatureName, number> = { ...turn };
  features.step = chosen.length;
  for (const strategy of chosen) {
    if (strategy === "yield") continue;
    features[`now ${strategy}`] = 1;
    const stage = stageOf(strategy);
    if (stage === "uptake") features["has uptake"] = 1;
    if (stage === "substance") features["has substance"] = 1;
  }
  return features;
}

/** As a decision record keeps them: what is not named is 0. */
export function tellingFeatures(features: Features): Partial<Record<FeatureName, number>> {
  const telling: Partial<Record<FeatureName, number>> = {};
  for (const name of FEATURE_NAMES) if (features[name] !== 0) telling[name] = features[name];
  return telling;
}

/** Undoes `tellingFeatures`. Names that are no features, such as those of former versions, are passed over. */
export function wholeFeatures(telling: Readonly<Record<string, number>>): Features {
  const features: Record<FeatureName, number> = { ...NO_FEATURES };
  for (const name of FEATURE_NAMES) features[name] = telling[name] ?? 0;
  return features;
}

const flag = (condition: boolean): number => (condition ? 1 : 0);
