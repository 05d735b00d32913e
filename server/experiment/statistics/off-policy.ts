/**
 * What another way of choosing would have earned, from single choices whose chances were logged. Rewards are of any size.
 * For whole conversations, where a choice leads to the next, see `learn/off-policy/evaluate-policy.ts`.
 *
 * IPS: Horvitz & Thompson 1952. SNIPS: Swaminathan & Joachims, NeurIPS 2015. DR: Dudík, Langford & Li, ICML 2011. Switch-DR:
 * Wang, Agarwal & Dudík, ICML 2017. Effective size: Kong 1992.
 */
import type { Reason } from "./result.ts";

export interface LoggedChoice {
  /** The action taken: a place in `target` and `expected`. */
  action: number;
  reward: number;
  /** The chance it was taken with, as logged. */
  propensity: number;
  /** The chances the judged policy gives each action there. */
  target: readonly number[];
  /** The reward a model expects of each action; it must not have seen this row. */
  expected?: readonly number[];
}

export interface OffPolicyOptions {
  /** The largest weight in IPS and DR: less spread, some bias towards 0 and towards the model. */
  clip?: number;
  /** Switch-DR believes the model where a weight is above it. */
  switchAt?: number;
}

export interface OffPolicyEstimate {
  weights: number[];
  meanWeight: number;
  maxWeight: number;
  /** As many choices of the judged policy's own would say as much. */
  effectiveSize: number;
  ips: Mean;
  snips: Mean;
  /** null without a model of the reward. */
  modelled: {
    /** What the model says alone, the direct method. */
    direct: number;
    doublyRobust: Mean;
    /** With the correction divided by the mean weight. */
    selfNormalised: number;
    /** null without `switchAt`. */
    switched: number | null;
  } | null;
  /** `too-few-units` without rows, `bad-setting` where a logged chance is none. */
  reason: Reason | null;
}

export interface Mean {
  value: number;
  standardError: number;
}

export function estimateOffPolicy(
  log: readonly LoggedChoice[],
  { clip = Number.POSITIVE_INFINITY, switchAt }: OffPolicyOptions = {},
): OffPolicyEstimate {
  if (log.length === 0) return neutral("too-few-units");
  const weights = log.map(({ action, propensity, target }) => (target[action] ?? 0) / propensity);
  if (log.some(({ propensity }) => !(propensity > 0 && propensity <= 1))) return neutral("bad-setting");
  const rewards = log.map(({ reward }) => reward);
  if (![...weights, ...rewards].every(Number.isFinite)) return neutral("not-finite");
  const total = sum(weights);
  const cut = weights.map((weight) => Math.min(weight, clip));
  const snips = total > 0 ? sum(product(weights, rewards)) / total : 0;
  const misses = weights.map((weight, row) => (weight * ((rewards[row] ?? 0) - snips)) ** 2);
  const squares = sum(product(weights, weights));
  const estimate: OffPolicyEstimate = {
    weights,
    meanWeight: total / log.length,
    maxWeight: weights.reduce((most, weight) => Math.max(most, weight), 0),
    effectiveSize: squares > 0 ? total ** 2 / squares : 0,
    ips: meanOf(product(cut, rewards)),
    snips: { value: snips, standardError: total > 0 ? Math.sqrt(sum(misses)) / total : 0 },
    modelled: modelled(log, weights, cut, switchAt),
    reason: null,
  };
  return isFiniteThroughout(estimate) ? estimate : neutral("not-finite");
}

function modelled(
  log: readonly LoggedChoice[],
  weights: readonly number[],
  cut: readonly number[],
  switchAt: number | undefined,
): OffPolicyEstimate["modelled"] {
  if (log.some(({ expected }) => expected === undefined)) return null;
  const expected = log.map(({ target, expected = [] }) => sum(product(target, expected)));
  const surprises = log.map(({ action, reward, expected = [] }) => reward - (expected[action] ?? 0));
  const direct = sum(expected) / log.length;
  const meanWeight = sum(weights) / log.length;
  const correction = sum(product(weights, surprises)) / log.length;
  const believed = switchAt === undefined ? null : weights.map((weight) => (weight <= switchAt ? weight : 0));
  return {
    direct,
    doublyRobust: meanOf(expected.map((value, row) => value + (cut[row] ?? 0) * (surprises[row] ?? 0))),
    selfNormalised: meanWeight > 0 ? direct + correction / meanWeight : direct,
    switched: believed && direct + sum(product(believed, surprises)) / log.length,
  };
}

function meanOf(values: readonly number[]): Mean {
  const value = sum(values) / values.length;
  const squares = sum(values.map((one) => (one - value) ** 2));
  const standardError = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1) / values.length);
  return { value, standardError };
}

function neutral(reason: Reason): OffPolicyEstimate {
  const nothing = { value: 0, standardError: 0 };
  return {
    weights: [],
    meanWeight: 0,
    maxWeight: 0,
    effectiveSize: 0,
    ips: nothing,
    snips: nothing,
    modelled: null,
    reason,
  };
}

function isFiniteThroughout({ ips, snips, effectiveSize, meanWeight, modelled }: OffPolicyEstimate): boolean {
  const figures = [ips.value, ips.standardError, snips.value, snips.standardError, effectiveSize, meanWeight];
  if (modelled)
    figures.push(
      modelled.direct,
      modelled.doublyRobust.value,
      modelled.doublyRobust.standardError,
      modelled.selfNormalised,
      modelled.switched ?? 0,
    );
  return figures.every(Number.isFinite);
}

function product(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value * (b[index] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
