/**
 * The difference between two arms and how far chance may have moved it, on which every test here rests.
 *
 * Absolute: `treatment - control`, with the arms' variances added. Relative: that divided by the control's size, with the
 * variance by the delta method, which takes the control's mean for uncertain, too (Deng, Knoblich & Lu, "Applying the Delta
 * Method in Metric Analytics", KDD 2018). With CUPED, the lift is over the control's mean as it was, not as it was adjusted.
 */
import { adjustedMean, adjustedVariance, pooledTheta } from "./cuped.ts";
import { type ArmMoments, type MetricSums, momentsOf } from "./moments.ts";
import type { Reason } from "./result.ts";

/** In the metric's unit, or as a share of the control's mean (0.1 for 10 % more). */
export type Scale = "absolute" | "relative";

export interface DifferenceOptions {
  scale: Scale;
  /** The slope of CUPED, where it was fixed beforehand; else it is estimated where both arms have sums from before. */
  theta?: number;
}

export interface Difference {
  estimate: number;
  standardError: number;
  /** Of Welch's test. */
  degreesOfFreedom: number;
  /** Of both arms. */
  units: number;
  /** As measured, before CUPED took anything off. */
  controlMean: number;
  treatmentMean: number;
  /** After it; the same without CUPED. */
  adjustedControlMean: number;
  adjustedTreatmentMean: number;
  adjustedControlVariance: number;
  adjustedTreatmentVariance: number;
  /** CUPED's slope; 0 without it. */
  theta: number;
  reason: Reason | null;
}

/** Sums of squares lose their last digits: a variance below this share of what it was computed from is none. */
const NO_VARIANCE = 1e-12;

export function differenceOf(
  control: MetricSums,
  treatment: MetricSums,
  { scale, theta: fixed }: DifferenceOptions,
): Difference {
  const [a, b] = [momentsOf(control), momentsOf(treatment)];
  const adjusts = a.before !== null && b.before !== null;
  const theta = adjusts ? (fixed ?? pooledTheta(control, treatment)) : 0;
  const [varianceA, varianceB] = [adjustedVariance(a, theta), adjustedVariance(b, theta)];
  const [meanA, meanB] = [adjustedMean(a, theta), adjustedMean(b, theta)];
  const neutral = (reason: Reason): Difference => ({
    estimate: 0,
    standardError: 0,
    degreesOfFreedom: 0,
    units: finite(a.units + b.units),
    controlMean: finite(a.mean),
    treatmentMean: finite(b.mean),
    adjustedControlMean: finite(meanA),
    adjustedTreatmentMean: finite(meanB),
    adjustedControlVariance: finite(varianceA),
    adjustedTreatmentVariance: finite(varianceB),
    theta: finite(theta),
    reason,
  });
  if (![meanA, meanB, varianceA, varianceB].every(Number.isFinite)) return neutral("not-finite");
  if (a.units < 2 || b.units < 2) return neutral("too-few-units");
  if (!varies(varianceA, a) || !varies(varianceB, b)) return neutral("no-variance");
  if (a.mean === 0 || meanA === 0) return neutral("zero-control");

  const change = meanB - meanA;
  const [shareA, shareB] = [varianceA / a.units, varianceB / b.units];
  const relative = scale === "relative";
  // The control's mean moves the lift twice: as what is taken off, and as what is divided by.
  const pull = control.kind === "ratio" ? 1 + change / a.mean : b.mean / a.mean;
  const variance = relative
    ? (shareB + adjustedVariance(a, theta, pull) / a.units) / a.mean ** 2
    : shareA + shareB;
  const estimate = relative ? change / Math.abs(a.mean) : change;
  const standardError = Math.sqrt(variance);
  const degreesOfFreedom =
    (shareA + shareB) ** 2 / (shareA ** 2 / (a.units - 1) + shareB ** 2 / (b.units - 1));
  if (!(variance > 0)) return neutral("no-variance");
  if (![estimate, standardError, degreesOfFreedom].every(Number.isFinite) || degreesOfFreedom <= 0)
    return neutral("not-finite");
  return { ...neutral("not-finite"), estimate, standardError, degreesOfFreedom, reason: null };
}

function varies(adjusted: number, { variance, mean }: ArmMoments): boolean {
  return adjusted > NO_VARIANCE * variance && variance > NO_VARIANCE * mean ** 2;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
