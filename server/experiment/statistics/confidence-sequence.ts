/**
 * The default verdict [EXP-6]: an interval that holds at every look at once, however often and whenever one looks. Asymptotic
 * confidence sequences: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas, "Time-uniform central limit theory and asymptotic
 * confidence sequences", arXiv 2103.06476v7: two-sided eq. 9 and 155, one-sided eq. 134, ρ eq. 161.
 *
 * The two-sided one is the mixture test of `msprt.ts` with τ = ρ² · variance · units, so that code serves both.
 */
import { type Difference, type DifferenceOptions, differenceOf } from "./difference.ts";
import type { MetricSums } from "./moments.ts";
import { mixtureHalfWidth, mixtureTest } from "./msprt.ts";
import {
  type Comparison,
  intervalAround,
  isInReach,
  isShare,
  neutralComparison,
  type Tail,
} from "./result.ts";

export interface SequenceOptions extends DifferenceOptions {
  /** The share of false alarms over all looks together. */
  alpha: number;
  tail: Tail;
  /** N*: the units of both arms the interval is narrowest for. Fixed when the experiment starts and never moved. */
  plannedUnits: number;
  /** The difference that the p-value is against, as a harm that is put up with; 0 if absent. */
  against?: number;
}

export interface SequenceTest extends Comparison {
  difference: Difference;
  rho: number;
  halfWidth: number;
}

export function sequenceTest(
  control: MetricSums,
  treatment: MetricSums,
  options: SequenceOptions,
): SequenceTest {
  const { alpha, tail, plannedUnits, against = 0 } = options;
  const difference = differenceOf(control, treatment, options);
  const { estimate, standardError, units } = difference;
  const usable = isShare(alpha) && plannedUnits > 0 && Number.isFinite(plannedUnits);
  const reason = usable ? difference.reason : "bad-setting";
  if (reason) return { ...neutralComparison(reason), difference, rho: 0, halfWidth: 0 };
  const rho = sequenceRho({ alpha, plannedUnits, tail });
  const halfWidth = sequenceHalfWidth({ standardError, units, rho, alpha, tail });
  const p = alwaysValidP({ estimate: estimate - against, standardError, units, rho, tail });
  if (!isInReach(estimate, halfWidth) || !Number.isFinite(p))
    return { ...neutralComparison("not-finite"), difference, rho: 0, halfWidth: 0 };
  const interval = intervalAround(estimate, halfWidth, tail);
  return { estimate, standardError, interval, p, reason, difference, rho, halfWidth };
}

/** Eq. 161. One-sided, 2α stands for α. */
export function sequenceRho({
  alpha,
  plannedUnits,
  tail,
}: Pick<SequenceOptions, "alpha" | "plannedUnits" | "tail">): number {
  // At 2α ≥ 1 the formula has no value; ρ then stays where it last had one.
  const level = tail === "two-sided" ? alpha : Math.min(2 * alpha, 1 - Number.EPSILON);
  const twice = -2 * Math.log(level);
  return Math.sqrt((twice + Math.log(twice + 1)) / plannedUnits);
}

interface SequenceState {
  standardError: number;
  /** Of both arms so far. */
  units: number;
  rho: number;
  tail: Tail;
}

/** How far the interval reaches to each side, or to its one side. */
export function sequenceHalfWidth({
  standardError,
  units,
  rho,
  alpha,
  tail,
}: SequenceState & { alpha: number }): number {
  const variance = standardError ** 2;
  const information = rho ** 2 * units;
  if (tail === "two-sided") return mixtureHalfWidth({ variance, tau: information * variance, alpha });
  const k = information + 1;
  return standardError * Math.sqrt(((2 * k) / information) * Math.log1p(Math.sqrt(k) / (2 * alpha)));
}

/** The level at which the interval, of this ρ, just leaves out 0. */
export function alwaysValidP({
  estimate,
  standardError,
  units,
  rho,
  tail,
}: SequenceState & { estimate: number }): number {
  const variance = standardError ** 2;
  const information = rho ** 2 * units;
  if (tail === "two-sided")
    return mixtureTest(estimate, { variance, tau: information * variance, alpha: 0.5 }).p;
  const z = (tail === "greater" ? estimate : -estimate) / standardError;
  if (z <= 0) return 1;
  const k = information + 1;
  return Math.min(1, Math.sqrt(k) / (2 * Math.expm1((information * z ** 2) / (2 * k))));
}
