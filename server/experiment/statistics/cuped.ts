/**
 * CUPED [EXP-8]: what a unit did before its first exposure foretells some of what it does after. Taking that part off,
 * `value - θ · before`, leaves the difference between the arms as it is and makes it vary less. Deng, Xu, Kohavi & Walker,
 * "Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data", WSDM 2013.
 */
import { type ArmMoments, type MetricSums, mergeMeans, momentsOf } from "./moments.ts";

/**
 * θ = cov(now, before) / var(before), from both arms together: one of each arm's own would adjust them differently.
 * @returns 0 where nothing is known from before, or nothing varied then: the arms are then compared as they are.
 */
export function pooledTheta(control: MetricSums, treatment: MetricSums): number {
  if (control.kind !== "ratio" && treatment.kind !== "ratio") {
    const { before, variance } = momentsOf(mergeMeans(control, treatment));
    return before && variance > 0 ? slope(before.covariance, before.variance) : 0;
  }
  const [a, b] = [momentsOf(control).before, momentsOf(treatment).before];
  return a && b ? slope(a.covariance + b.covariance, a.variance + b.variance) : 0;
}

/** A slope this small takes nothing off. */
const NEGLIGIBLE = 1e-12;

function slope(covariance: number, variance: number): number {
  const theta = variance > 0 ? covariance / variance : 0;
  return Number.isFinite(theta) && Math.abs(theta) > NEGLIGIBLE ? theta : 0;
}

export function adjustedMean({ mean, before }: ArmMoments, theta: number): number {
  return before ? mean - theta * before.mean : mean;
}

/** Per unit, of `scale · value - θ · before`. */
export function adjustedVariance({ variance, before }: ArmMoments, theta: number, scale = 1): number {
  if (!before) return scale ** 2 * variance;
  return scale ** 2 * variance + theta ** 2 * before.variance - 2 * scale * theta * before.covariance;
}
