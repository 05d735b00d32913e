/**
 * Our features [POL-1] at a point of a recorded dialogue, so that policies made for the shop can be asked what they would have
 * done there. Only what words and acts tell: there is no catalog, and nothing was understood beyond a few cues.
 */
import { type Act, ITEM, KIND, NAME, type Talk } from "../../dialogue/talk.ts";
import type { DialogueAct } from "../../dialogue/understanding.ts";
import { type FeatureName, type Features, NO_FEATURES, stepFeatures } from "../../strategy/features.ts";

/**
 * @param talk before the utterance.
 * @param before the acts of the agent's turn before this one.
 * @param wishes names and kinds that the shopper has mentioned so far.
 */
export function featuresOfDialogue(talk: Talk, before: readonly Act[], wishes: number): Features {
  const features: Record<FeatureName, number> = { ...NO_FEATURES };
  const words = new Set(talk.shopperWords);
  for (const act of heardIn(words)) features[`heard ${act}`] = 1;
  for (const act of before) features[`before ${act}`] = 1;
  const now = talk.lastActs.slice(0, talk.agentRun).flatMap((act) => act ?? []);
  const turns = talk.agentTurns - (talk.agentRun > 0 ? 1 : 0);
  const mentioned = talk.shopperWords.filter(isWish).length;

  features.turn = turns;
  features.opening = turns === 0 ? 1 : 0;
  features["new wishes"] = mentioned;
  features.wishes = wishes;
  features["questions open"] = words.has("?") && talk.agentRun === 0 ? 1 : 0;
  features["items shown"] = talk.agentItems;
  features["cards now"] = talk.agentWords.includes(ITEM) ? 1 : 0;
  features["question pending"] = talk.agentRun === 0 && talk.agentWords.includes("?") ? 1 : 0;
  features["experience asked"] = talk.acts["experience-inquiry"] ?? 0;
  features["opinion asked"] = talk.acts["opinion-inquiry"] ?? 0;
  features["acknowledged last turn"] = features["before acknowledgment"];
  features.leaning = features["heard accept"] && talk.agentItems > 0 ? 1 : 0;
  return stepFeatures(features, now.toReversed());
}

export function isWish(word: string): boolean {
  return word === ITEM || word === KIND || word === NAME;
}

/** The surest words for each act. */
const CUES: [DialogueAct, string[]][] = [
  [
    "ask-recommendation",
    ["recommend", "recommendation", "recommendations", "suggest", "suggestion", "suggestions"],
  ],
  ["ask-fact", ["?"]],
  ["accept", ["accept", "yes", "sure", "sounds", "ok", "okay", "definitely"]],
  ["reject", ["no", "nope", "nah"]],
  ["doubt", ["unsure", "hmm", "maybe"]],
  ["greet", ["hello", "hi", "hey"]],
  ["thank", ["thank", "thanks"]],
  ["bye", ["bye", "goodbye"]],
  ["inform", ["like", "love", "prefer", "enjoy", "favorite", KIND]],
];

function heardIn(words: ReadonlySet<string>): DialogueAct[] {
  const heard = CUES.flatMap(([act, cues]) => (cues.some((cue) => words.has(cue)) ? [act] : []));
  return heard.length > 0 || words.size === 0 ? heard : ["inform"];
}
