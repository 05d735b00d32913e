/** What self-play teaches from: each choice with what was on offer, as numbers. */
import type { DecisionRecord } from "../../dialogue/events.ts";
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import { encodeFeature, FEATURE_NAMES, type FeatureName } from "../../strategy/features.ts";

export const WIDTH = FEATURE_NAMES.length;
const PLACE = new Map<string, number>(FEATURE_NAMES.map((name, place) => [name, place]));

/** One draw of the scheduler. Only draws with a choice are worth keeping. */
export interface Choice {
  /** Encoded features that are not 0: places in `FEATURE_NAMES`, and their values from 0 to 1. */
  places: Int32Array;
  values: Float64Array;
  /** Places in `STRATEGIES` of what was on offer, and with which probability each. */
  offered: Int32Array;
  probabilities: Float64Array;
  /** Place in `offered`. */
  chosen: number;
}

export type Situation = Pick<Choice, "places" | "values">;

/** A turn of the agent. */
export interface ExperiencedTurn {
  /** The situation it began in, and the same with what was chosen. */
  situation: Situation;
  decided: Situation;
  choices: Choice[];
  /** Places in `STRATEGIES` of what was said, whether or not there was a choice. */
  acts: number[];
}

export interface Experience {
  turns: ExperiencedTurn[];
  /** What each turn earned; they add up to what the talk was worth [POL-5]. */
  rewards: Float64Array;
  success: boolean;
}

/** What an episode tells the trainer. */
export interface LivedTalk {
  decisions: readonly Pick<DecisionRecord, "steps">[];
  success: boolean;
  /** Of every turn alike; the rest was earned at the end. */
  turnCost: number;
  total: number;
  /** Of a critic that read along: how the talk stood after each turn, from -1 to 1; null where it had no word on it. */
  progress?: readonly (number | null)[];
}

export function experienceOf({ decisions, success, turnCost, total, progress }: LivedTalk): Experience {
  const turns = decisions.map(({ steps }): ExperiencedTurn => {
    const choices = steps.map(choiceOf);
    return {
      situation: choices[0] ?? NOWHERE,
      decided: choices.at(-1) ?? NOWHERE,
      choices: choices.filter(({ offered }) => offered.length > 1),
      acts: steps
        .filter(({ strategy }) => strategy !== "yield")
        .map(({ strategy }) => STRATEGIES.indexOf(strategy)),
    };
  });
  const rewards = new Float64Array(turns.length).fill(turnCost);
  if (turns.length > 0) rewards[turns.length - 1] = total - turnCost * (turns.length - 1);
  if (progress) moveCredit(rewards, progress);
  return { turns, rewards, success };
}

/** How much of the reward's scale a whole step of the critic's is. */
const WORTH_OF_PROGRESS = 0.5;

/**
 * The turn that brought the shopper closer is credited with it, and no talk is worth more or less for that: what is added
 * are differences, which cancel out to the end (potential-based shaping: Ng, Harada & Russell, ICML 1999).
 */
function moveCredit(rewards: Float64Array, progress: readonly (number | null)[]): void {
  let stood = 0;
  for (let turn = 0; turn < rewards.length; turn++) {
    const stands = turn === rewards.length - 1 ? 0 : (progress[turn] ?? stood);
    rewards[turn] = (rewards[turn] ?? 0) + WORTH_OF_PROGRESS * (stands - stood);
    stood = stands;
  }
}

const NOWHERE: Situation = { places: new Int32Array(0), values: new Float64Array(0) };

function choiceOf({ strategy, distribution, features }: DecisionRecord["steps"][number]): Choice {
  const known = Object.entries(features).filter(([name]) => PLACE.has(name));
  const offered = Object.entries(distribution).filter(([, probability]) => probability > 0);
  return {
    places: Int32Array.from(known, ([name]) => PLACE.get(name) ?? 0),
    values: Float64Array.from(known, ([name, value]) => encodeFeature(name as FeatureName, value)),
    offered: Int32Array.from(offered, ([name]) => STRATEGIES.indexOf(name as Strategy)),
    probabilities: Float64Array.from(offered, ([, probability]) => probability),
    chosen: offered.findIndex(([name]) => name === strategy),
  };
}
