/**
 * The chance that the posterior of a lift that is there leaves out 0, for sites that plan with a prior. As in GrowthBook
 * (packages/shared/src/power): the lift is fixed, and the estimate varies around it.
 */
import type { LiftPrior } from "./bayesian.ts";
import type { Scale } from "./difference.ts";
import { normalQuantile, normalUpper } from "./distributions.ts";
import { liftVariance } from "./power.ts";
import { isShare } from "./result.ts";

export interface BayesianPowerSettings {
  /** Of the metric in the control. */
  mean: number;
  variance: number;
  unitsPerArm: number;
  alpha: number;
  /** null is flat. */
  prior: LiftPrior | null;
  scale: Scale;
}

/** @param lift relative, on either scale. @returns 0 to 1; 0 where nothing can be said. */
export function bayesianPower(lift: number, settings: BayesianPowerSettings): number {
  const { mean, variance, unitsPerArm, scale } = settings;
  if (!(unitsPerArm > 0 && variance > 0) || mean === 0) return 0;
  const size = scale === "relative" ? 1 : Math.abs(mean);
  const ofEstimate =
    scale === "relative" ? liftVariance(lift, { mean, variance }, unitsPerArm) : (2 * variance) / unitsPerArm;
  return posteriorPower(lift * size, ofEstimate, {
    alpha: settings.alpha,
    prior: settings.prior && {
      mean: settings.prior.mean * size,
      variance: settings.prior.variance * size ** 2,
    },
  });
}

/** The same of any effect and the variance of its estimate; the prior is in the effect's own unit. */
export function posteriorPower(
  effect: number,
  variance: number,
  { alpha, prior }: Pick<BayesianPowerSettings, "alpha" | "prior">,
): number {
  if (!isShare(alpha) || !(variance > 0) || (prior && !(prior.variance > 0))) return 0;
  const precision = 1 / variance + (prior ? 1 / prior.variance : 0);
  const reach = variance * Math.sqrt(precision) * normalQuantile(1 - alpha / 2);
  const shift = effect + (prior ? (variance * prior.mean) / prior.variance : 0);
  const standardError = Math.sqrt(variance);
  const power = normalUpper((reach - shift) / standardError) + normalUpper((reach + shift) / standardError);
  return Number.isFinite(power) ? Math.min(1, power) : 0;
}
