/**
 * How conversations and their outcomes move the bandit's posterior [POL-7].
 *
 * The model is about advantages: how much more success an act brings than the policy's own mixture would have brought at that
 * point. An act's inputs are centred on what was expected with the chances it was drawn with, x = φ(a) − Σ p(b)·φ(b)
 * (action-centred features: Greenewald et al. 2017). Over a conversation they add up to X, and the outcome is
 * outcome = success so far + X·θ + what the shopper brought. Given the past, each x is 0 on average, so whatever else decides
 * outcomes — who the shopper is, how the talk went until then — is noise that θ is free of, and no model of it is needed.
 * Logs of any policy teach the same as long as the chances are recorded. Bayesian linear regression with known noise keeps
 * mean and precision exactly; a conversation is one observation.
 */
import type { Strategy } from "../../dialogue/strategies.ts";
import { encodeFeature, type FeatureName } from "../../strategy/features.ts";
import { type BanditFile, priorPrecision, sharpnessAfter } from "../../strategy/policies/bandit.ts";
import { cholesky, solve } from "../../strategy/policies/cholesky.ts";
import { packTriangle, sizeOf, unpackTriangle } from "../../strategy/policies/posterior.ts";
import type { LoggedStep, LoggedTalk } from "../off-policy/logged-talk.ts";
import { effectsOf } from "./effects.ts";

export interface Learner {
  /** @param earlier how many of the visitor's conversations were learned from before this one. */
  add(talk: LoggedTalk, earlier: number): void;
  /** How many were added. */
  readonly added: number;
  /** The posterior with all that was added, as a new version. */
  file(at: Date): BanditFile;
}

/** The variance of success that acts leave unexplained: at the most that of a coin. */
const NOISE = 0.25;
/** How alike conversations of one visitor are. However often somebody talks, it tells no more than 1 / ALIKE strangers would. */
const ALIKE = 0.3;
/** After so many conversations, what was learned before them counts half: shops and seasons change. */
const HALF_LIFE = 20_000;
/** For each turn of the agent's, so that of two ways to success the shorter is preferred [POL-5]. */
const TURN_COST = 0.01;
const TURNS_COUNTED = 15;
/** What a policy file may hold. */
const SHARPNESS_MOST = 1_000;
/** Before the first conversation, about how many succeed, and for how many that counts. */
const GUESS = { success: 0.3, weight: 5 } as const;

export function startLearning({ model, ...file }: BanditFile): Learner {
  const { posterior, learned } = model;
  const size = sizeOf(posterior);
  const precision = unpackTriangle(posterior.precision, size);
  const information = times(precision, posterior.mean, size);
  let { weight, success, situation } = learned;
  let added = 0;
  const keep = 0.5 ** (1 / HALF_LIFE);

  return {
    get added() {
      return added;
    },
    add(talk, earlier) {
      added += 1;
      const inputs = inputsOf(talk, posterior);
      const counts = countsFor(earlier);
      const outcome = worthOf(talk);
      forget(precision, information, posterior.features.length, keep);
      const share = counts / NOISE;
      const beyond = outcome - expected(success, weight);
      const used = placesUsed(inputs);
      for (const row of used) {
        const value = share * (inputs[row] ?? 0);
        information[row] = (information[row] ?? 0) + value * beyond;
        for (const column of used)
          precision[row * size + column] =
            (precision[row * size + column] ?? 0) + value * (inputs[column] ?? 0);
      }
      situation = blended(
        situation,
        situationOf(talk, posterior.features),
        (keep * weight) / (keep * weight + counts),
      );
      success = (success * weight * keep + outcome * counts) / (weight * keep + counts);
      weight = weight * keep + counts;
    },
    file(at) {
      const lower = cholesky(precision, size);
      if (lower === null) throw new Error("the prior keeps the precision positive definite");
      const mean = solve(lower, information);
      const conversations = learned.conversations + added;
      return {
        ...file,
        version: String(conversations),
        model: {
          ...model,
          posterior: {
            ...posterior,
            mean: Array.from(mean, rounded),
            precision: packTriangle(precision, size, rounded),
            sharpness: rounded(Math.min(sharpnessAfter(weight), SHARPNESS_MOST)),
          },
          learned: {
            conversations,
            weight: rounded(weight),
            success: rounded(success),
            situation: situation.map(rounded),
          },
        },
        training: {
          by: "online",
          at: at.toISOString(),
          data: `outcomes of ${conversations} conversations of this shop's`,
          settings: { noise: NOISE, halfLife: HALF_LIFE, turnCost: TURN_COST, alike: ALIKE },
          figures: { conversations, success: rounded(success) },
          effects: { of: "this shop's", strategies: effectsOf(posterior, situation, mean, lower) },
        },
      };
    },
  };
}

/** Success less what its turns cost the shopper. */
function worthOf({ accepted, turns }: LoggedTalk): number {
  return (accepted ? 1 : 0) - TURN_COST * Math.min(turns.length, TURNS_COUNTED);
}

function expected(success: number, weight: number): number {
  return (success * weight + GUESS.success * GUESS.weight) / (weight + GUESS.weight);
}

/** What the n-th conversation of a visitor adds: n of them tell as much as n / (1 + (n − 1)·ALIKE) of strangers. */
function countsFor(earlier: number): number {
  const worth = (count: number) => count / (1 + Math.max(count - 1, 0) * ALIKE);
  return worth(earlier + 1) - worth(earlier);
}

/** Back towards the prior, by as much as one conversation's age. The mean moves with it. */
function forget(precision: Float64Array, information: Float64Array, features: number, keep: number): void {
  const size = information.length;
  for (let place = 0; place < precision.length; place++) precision[place] = (precision[place] ?? 0) * keep;
  for (let row = 0; row < size; row++) {
    information[row] = (information[row] ?? 0) * keep;
    precision[row * size + row] =
      (precision[row * size + row] ?? 0) + (1 - keep) * priorPrecision(row, features);
  }
}

type Shape = { strategies: readonly Strategy[]; features: readonly FeatureName[] };

/** X of the conversation. */
function inputsOf({ turns }: LoggedTalk, shape: Shape): Float64Array {
  const inputs = new Float64Array(sizeOf(shape));
  for (const step of turns.flat()) addCentred(inputs, step, shape);
  return inputs;
}

function addCentred(inputs: Float64Array, step: LoggedStep, { strategies, features }: Shape): void {
  const width = features.length + 1;
  const situation = features.map((name) => encodeFeature(name, step.features[name] ?? 0));
  strategies.forEach((strategy, s) => {
    const surprise = (strategy === step.strategy ? 1 : 0) - (step.distribution[strategy] ?? 0);
    if (surprise === 0) return;
    inputs[s * width] = (inputs[s * width] ?? 0) + surprise;
    situation.forEach((value, f) => {
      inputs[s * width + f + 1] = (inputs[s * width + f + 1] ?? 0) + surprise * value;
    });
  });
}

/** The features' means over the conversation's steps; null without any. */
function situationOf({ turns }: LoggedTalk, features: readonly FeatureName[]): number[] | null {
  const steps = turns.flat();
  if (steps.length === 0) return null;
  return features.map(
    (name) =>
      steps.reduce((sum, step) => sum + encodeFeature(name, step.features[name] ?? 0), 0) / steps.length,
  );
}

function blended(before: readonly number[], now: readonly number[] | null, share: number): number[] {
  return before.map((value, place) =>
    now === null ? value : share * value + (1 - share) * (now[place] ?? 0),
  );
}

function placesUsed(inputs: Float64Array): number[] {
  const used: number[] = [];
  inputs.forEach((value, place) => {
    if (value !== 0) used.push(place);
  });
  return used;
}

function times(matrix: Float64Array, vector: readonly number[], size: number): Float64Array {
  const product = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      product[row] = (product[row] ?? 0) + (matrix[row * size + column] ?? 0) * (vector[column] ?? 0);
  return product;
}

/** Enough for any decision, and a file half the size. */
function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
