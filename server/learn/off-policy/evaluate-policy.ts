/**
 * What a policy would have achieved, estimated from conversations that others led, whose chances were recorded [POL-7].
 *
 * A conversation is a sequence of steps, and an outcome at its end. Its weight is the product, over its steps, of the chance
 * the judged policy gives the act that was taken over the chance it was taken with (importance sampling; per decision, as in
 * Precup, Sutton & Singh 2000). IPS is the mean of weighted outcomes; SNIPS divides by the weights' sum instead of the
 * number, which varies far less (Swaminathan & Joachims 2015); the doubly robust estimate starts from a model of the
 * outcome and corrects it, step by step, by what the log says otherwise (Dudík et al. 2014; for sequences Jiang & Li 2016,
 * Thomas & Brunskill 2016). Products of many ratios can become huge, so each weight is cut at `clip`, after every step:
 * that biases IPS and the doubly robust estimate a little, towards 0 and towards the model, and how often it happened is
 * reported. Intervals count visitors. Where the log cannot tell, there is no estimate but a reason.
 */
import type { Strategy } from "../../dialogue/strategies.ts";
import { type Distribution, distribute, onOffer } from "../../strategy/distribute.ts";
import { wholeFeatures } from "../../strategy/features.ts";
import type { Policy } from "../../strategy/policy.ts";
import { clusteredEstimate, type Estimate } from "./cluster-interval.ts";
import type { LoggedTalk } from "./logged-talk.ts";
import { addAct, addSituation, fitRewards, INPUTS } from "./reward-model.ts";

export type Refusal = "nothing-logged" | "too-few-visitors" | "no-support" | "too-different";

export type Evaluation = EvaluationFacts &
  (
    | { ok: true; ips: Estimate; snips: Estimate; doublyRobust: Estimate; gain: Estimate }
    | { ok: false; refusal: Refusal; why: string }
  );

interface EvaluationFacts {
  conversations: number;
  visitors: number;
  /** The share of acceptance in the logged conversations; null without any. */
  logged: Estimate | null;
  /** As many conversations of the judged policy's own would say as much; (Σw)² / Σw², Kong 1992. */
  effectiveSize: number;
  /** The same over visitors. */
  effectiveVisitors: number;
  /** Near 1 where the log covers what the policy does; less where much was cut off or never tried. */
  meanWeight: number;
  /** The share of conversations whose weight was cut. */
  clipped: number;
  /** The policy's mean chance per step of an act that the log's policies would never have taken there. */
  unsupported: number;
}

export interface EvaluationOptions {
  /** The merchant's weights on strategies. */
  weights: Readonly<Record<string, number>>;
  /** The largest weight of a conversation. */
  clip?: number;
}

export const CLIP = 20;
const VISITORS_LEAST = 50;
const EFFECTIVE_LEAST = 50;
const UNSUPPORTED_MOST = 0.01;
/** Weights average 1 in truth; so much less, and the conversations that would tell most are not in the log. */
const MEAN_WEIGHT_LEAST = 0.8;

export interface PolicyEvaluation {
  add(talk: LoggedTalk): void;
  result(): Evaluation;
}

/** Takes conversations one by one, so that no log is too long. */
export function startEvaluation(
  policy: Policy,
  { weights, clip = CLIP }: EvaluationOptions,
): PolicyEvaluation {
  const talks: WeighedTalk[] = [];
  const clusterOf = new Map<string, number>();
  // The model that corrects a visitor's conversations has not seen them.
  const folds = [fitRewards(), fitRewards()] as const;
  let steps = 0;
  let unsupported = 0;

  return {
    add({ visitorId, turns, accepted }) {
      const cluster = clusterOf.get(visitorId) ?? clusterOf.size;
      clusterOf.set(visitorId, cluster);
      const outcome = accepted ? 1 : 0;
      const correction = new Float64Array(INPUTS);
      let ratio = 1;
      let weight = 1;
      let isClipped = false;
      for (const step of turns.flat()) {
        const features = wholeFeatures(step.features);
        const target = distribute(policy, features, onOffer(step.distribution), weights, step.talk);
        steps += 1;
        unsupported += untriedMass(target, step.distribution);

        const inputs = new Float64Array(INPUTS);
        addSituation(inputs, features, 1);
        addAct(inputs, step.strategy, 1);
        folds[cluster % 2]?.learn(inputs, outcome);

        const before = weight;
        ratio *= (target[step.strategy] ?? 0) / step.propensity;
        weight = Math.min(clip, ratio);
        isClipped ||= ratio > clip;
        // What the model foretells before the act, weighed as the steps so far, less what it foretells after it.
        addSituation(correction, features, before - weight);
        for (const [strategy, chance] of Object.entries(target))
          addAct(correction, strategy as Strategy, before * chance);
        addAct(correction, step.strategy, -weight);
      }
      talks.push({ cluster, outcome, weight, isClipped, correction: Float32Array.from(correction) });
    },
    result() {
      return conclude(talks, clusterOf.size, steps === 0 ? 0 : unsupported / steps, () => [
        folds[1].solve(),
        folds[0].solve(),
      ]);
    },
  };
}

interface WeighedTalk {
  cluster: number;
  outcome: number;
  weight: number;
  isClipped: boolean;
  /** What the reward model adds, as weights of its parameters: it is linear in them. */
  correction: Float32Array;
}

function untriedMass(target: Distribution, logged: Distribution): number {
  return Object.entries(target).reduce(
    (sum, [strategy, chance]) => sum + ((logged[strategy as Strategy] ?? 0) > 0 ? 0 : chance),
    0,
  );
}

function conclude(
  talks: readonly WeighedTalk[],
  visitors: number,
  unsupported: number,
  models: () => Float64Array[],
): Evaluation {
  const count = talks.length;
  const clusters = talks.map(({ cluster }) => cluster);
  const ofVisitor = new Float64Array(visitors);
  for (const { cluster, weight } of talks) ofVisitor[cluster] = (ofVisitor[cluster] ?? 0) + weight;
  const total = sum(talks.map(({ weight }) => weight));
  const mean = sum(talks.map(({ outcome }) => outcome)) / Math.max(count, 1);
  const facts: EvaluationFacts = {
    conversations: count,
    visitors,
    logged:
      count === 0
        ? null
        : clusteredEstimate(
            mean,
            talks.map(({ outcome }) => (outcome - mean) / count),
            clusters,
            visitors,
          ),
    effectiveSize: effective(talks.map(({ weight }) => weight)),
    effectiveVisitors: effective(ofVisitor),
    meanWeight: count === 0 ? 0 : total / count,
    clipped: count === 0 ? 0 : talks.filter(({ isClipped }) => isClipped).length / count,
    unsupported,
  };
  const refused = refusalOf(facts);
  if (refused) return { ...facts, ok: false, ...refused };

  const { effectiveVisitors } = facts;
  const estimate = (value: number, residuals: number[]) =>
    clusteredEstimate(value, residuals, clusters, effectiveVisitors);
  const ips = sum(talks.map(({ weight, outcome }) => weight * outcome)) / count;
  const snips = (ips * count) / total;
  const fitted = models();
  const robust = talks.map(
    ({ cluster, outcome, weight, correction }) =>
      weight * outcome + inner(correction, fitted[cluster % 2] ?? correction),
  );
  const doublyRobust = sum(robust) / count;
  return {
    ...facts,
    ok: true,
    ips: estimate(
      ips,
      talks.map(({ weight, outcome }) => (weight * outcome - ips) / count),
    ),
    snips: estimate(
      snips,
      talks.map(({ weight, outcome }) => (weight * (outcome - snips)) / total),
    ),
    doublyRobust: estimate(
      doublyRobust,
      robust.map((value) => (value - doublyRobust) / count),
    ),
    // Against the same conversations, so that what was luck in them drops out.
    gain: estimate(
      doublyRobust - mean,
      robust.map((value, i) => (value - doublyRobust - (talks[i]?.outcome ?? 0) + mean) / count),
    ),
  };
}

function refusalOf(facts: EvaluationFacts): { refusal: Refusal; why: string } | null {
  const { conversations, visitors, unsupported, effectiveVisitors, meanWeight } = facts;
  if (conversations === 0) return { refusal: "nothing-logged", why: "no conversation is over yet" };
  if (visitors < VISITORS_LEAST)
    return {
      refusal: "too-few-visitors",
      why: `${visitors} visitors talked; fewer than ${VISITORS_LEAST} say nothing reliable`,
    };
  if (unsupported > UNSUPPORTED_MOST)
    return {
      refusal: "no-support",
      why: `the policy would take acts that were never tried there, ${percent(unsupported)} of the time`,
    };
  if (effectiveVisitors < EFFECTIVE_LEAST || meanWeight < MEAN_WEIGHT_LEAST)
    return {
      refusal: "too-different",
      why: `the policy does too much else than what was logged: ${visitors} visitors tell no more of it than ${Math.round(effectiveVisitors)} of its own would, and its weights average ${meanWeight.toFixed(2)} instead of 1`,
    };
  return null;
}

function effective(weights: ArrayLike<number>): number {
  let total = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i] ?? 0;
    squares += (weights[i] ?? 0) ** 2;
  }
  return squares === 0 ? 0 : total ** 2 / squares;
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
