/**
 * A talk as far as features tell of it. Some situations are only supposed (what would be done after an answer?) and some
 * records keep nothing else; the prior can speak of these too, less surely.
 */
import { type Act, ITEM, KIND, type Talk } from "../dialogue/talk.ts";
import { DIALOGUE_ACTS, type DialogueAct } from "../dialogue/understanding.ts";
import { type FeatureName, type Features, SPEAKABLE } from "./features.ts";
import { byStage } from "./stages.ts";

export function talkOfFeatures(features: Features): Talk {
  const now = actsUnder(NOW, features);
  const before = actsUnder(BEFORE, features);
  const shopperWords = HEARD.flatMap(({ feature, act }) => (features[feature] > 0 ? TYPICAL[act] : []));
  const asked = now.length === 0 && features["question pending"] > 0;
  return {
    agentUtterances: Math.round(features.turn * UTTERANCES_PER_TURN) + now.length,
    agentTurns: features.turn + (now.length > 0 ? 1 : 0),
    acts: Object.fromEntries([...before, ...now].map((act) => [act, 1])),
    lastActs: [...now.toReversed(), ...before.toReversed()].slice(0, 3),
    agentRun: now.length,
    shopperRun: shopperWords.length > 0 ? 1 : 0,
    agentWords: asked ? ["?"] : [],
    shopperWords,
    agentItems: features["items shown"],
    shopperItems: 0,
  };
}

/** Of human recommenders. */
const UTTERANCES_PER_TURN = 1.8;

// Names are put together once: a decision looks at several such situations.
const ACTS_BY_STAGE = SPEAKABLE.toSorted(byStage);
const NOW = ACTS_BY_STAGE.map((act) => ({ act, feature: `now ${act}` as const }));
const BEFORE = ACTS_BY_STAGE.map((act) => ({ act, feature: `before ${act}` as const }));
const HEARD = DIALOGUE_ACTS.map((act) => ({ act, feature: `heard ${act}` as const }));

/** What a turn holds stands in the order of its stages. */
function actsUnder(acts: readonly { act: Act; feature: FeatureName }[], features: Features): Act[] {
  return acts.filter(({ feature }) => features[feature] > 0).map(({ act }) => act);
}

/** Words that shoppers do these things with. */
const TYPICAL: Record<DialogueAct, string[]> = {
  inform: ["i", "like", KIND],
  "ask-fact": ["what", "is", "it", "?"],
  "ask-recommendation": ["can", "you", "recommend", "?"],
  compare: ["which", "?"],
  accept: ["yes", "sounds", "good"],
  reject: ["no"],
  critique: ["more", "like", ITEM],
  doubt: ["not", "sure"],
  greet: ["hi"],
  thank: ["thank", "you"],
  bye: ["bye"],
  smalltalk: ["good"],
  complain: ["not"],
  "ask-human": ["?"],
  "out-of-scope": [],
};
