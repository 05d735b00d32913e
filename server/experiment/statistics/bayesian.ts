/**
 * What many merchants ask for: "how likely is B better?" These figures are not peek-proof: whoever stops at the first 95 % is
 * wrong in more than half of tests without any effect [EXP-6], so they are shown beside the verdict and never decide.
 *
 * The posterior of the difference is normal: flat prior, or a normal one. As in GrowthBook (gbstats/bayesian/tests.py).
 */
import { type Difference, type DifferenceOptions, differenceOf } from "./difference.ts";
import { normalCdf, normalDensity, normalQuantile } from "./distributions.ts";
import type { MetricSums } from "./moments.ts";
import { type Interval, intervalAround, isInReach, isShare, type Reason } from "./result.ts";

/** Of the relative lift, whatever scale the difference has. */
export interface LiftPrior {
  mean: number;
  variance: number;
}

/** Most changes do little: two of three lifts within 30 %. */
export const DEFAULT_PRIOR: LiftPrior = { mean: 0, variance: 0.3 ** 2 };

export interface BayesianOptions extends DifferenceOptions {
  /** The interval holds 1 - alpha of the posterior. */
  alpha: number;
  /** null is flat. */
  prior: LiftPrior | null;
  /** Less is better, as of complaints. */
  lessIsBetter?: boolean;
}

export interface BayesianResult {
  difference: Difference;
  /** Of the posterior. */
  mean: number;
  standardDeviation: number;
  /** That the treatment is the better arm. */
  chanceToWin: number;
  interval: Interval;
  risk: Risk;
  reason: Reason | null;
}

/** What is lost on average, in the difference's unit, by whoever picks this arm and is wrong. */
export interface Risk {
  control: number;
  treatment: number;
}

export function bayesianResult(
  control: MetricSums,
  treatment: MetricSums,
  options: BayesianOptions,
): BayesianResult {
  const { alpha, prior, scale, lessIsBetter = false } = options;
  const difference = differenceOf(control, treatment, options);
  const neutral = (reason: Reason): BayesianResult => ({
    difference,
    mean: 0,
    standardDeviation: 0,
    chanceToWin: 0.5,
    interval: { low: 0, high: 0 },
    risk: { control: 0, treatment: 0 },
    reason,
  });
  if (!isShare(alpha) || (prior && !(prior.variance > 0))) return neutral("bad-setting");
  if (difference.reason) return neutral(difference.reason);
  const size = scale === "relative" ? 1 : Math.abs(difference.controlMean);
  const precision = 1 / difference.standardError ** 2;
  const priorPrecision = prior ? 1 / (prior.variance * size ** 2) : 0;
  const mean =
    (precision * difference.estimate + priorPrecision * (prior?.mean ?? 0) * size) /
    (precision + priorPrecision);
  const standardDeviation = Math.sqrt(1 / (precision + priorPrecision));
  if (!Number.isFinite(mean) || !(standardDeviation > 0) || !Number.isFinite(standardDeviation))
    return neutral("not-finite");
  const above = normalCdf(mean / standardDeviation);
  const halfWidth = normalQuantile(1 - alpha / 2) * standardDeviation;
  const risk = riskOf(mean, standardDeviation);
  if (!isInReach(mean, halfWidth)) return neutral("not-finite");
  return {
    difference,
    mean,
    standardDeviation,
    chanceToWin: lessIsBetter ? 1 - above : above,
    interval: intervalAround(mean, halfWidth, "two-sided"),
    risk: lessIsBetter ? { control: risk.treatment, treatment: risk.control } : risk,
    reason: null,
  };
}

/** Of a difference that is N(mean, standardDeviation): `E[max(d, 0)]` is lost with the control, `E[max(-d, 0)]` with the treatment. */
export function riskOf(mean: number, standardDeviation: number): Risk {
  if (!isInReach(mean, Math.abs(standardDeviation))) return { control: 0, treatment: 0 };
  if (!(standardDeviation > 0) || !Number.isFinite(mean / standardDeviation))
    return { control: Math.max(mean, 0), treatment: Math.max(-mean, 0) };
  const z = mean / standardDeviation;
  const spread = standardDeviation * normalDensity(z);
  return {
    control: Math.max(0, mean * normalCdf(z) + spread),
    treatment: Math.max(0, spread - mean * normalCdf(-z)),
  };
}
