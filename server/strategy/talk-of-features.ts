/**
 * A talk as far as features tell of it. Some situations are only supposed (what would be done after an answer?) and some
 * records keep nothing else; the prior can speak of these too, less surely.
 */
import { type Act, ITEM, KIND, type Talk } from "../dialogue/talk.ts";
import { DIALOGUE_ACTS, type DialogueAct } from "../dialogue/understanding.ts";
import { type Features, SPEAKABLE } from "./features.ts";
import { byStage } from "./stages.ts";

export function talkOfFeatures(features: Features): Talk {
  const now = actsUnder("now", features);
  const before = actsUnder("before", features);
  const shopperWords = DIALOGUE_ACTS.filter((act) => features[`heard ${act}`] > 0).flatMap(
    (act) => TYPICAL[act],
  );
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

/** What a turn holds stands in the order of its stages. */
function actsUnder(when: "now" | "before", features: Features): Act[] {
  return SPEAKABLE.filter((act) => features[`${when} ${act}`] > 0).sort(byStage);
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
