/** Welch's t-test: for one look, at an end that was fixed beforehand. Whoever peeks needs `confidence-sequence.ts` [EXP-5, EXP-6]. */
import { type Difference, type DifferenceOptions, differenceOf } from "./difference.ts";
import { studentCdf, studentQuantile, studentUpper } from "./distributions.ts";
import type { MetricSums } from "./moments.ts";
import {
  type Comparison,
  intervalAround,
  isInReach,
  isShare,
  neutralComparison,
  type Tail,
} from "./result.ts";

export interface WelchOptions extends DifferenceOptions {
  /** The share of false alarms, between 0 and 1. */
  alpha: number;
  tail: Tail;
  /** The difference that is tested against, as a harm that is put up with; 0 if absent. */
  against?: number;
}

export interface WelchTest extends Comparison {
  difference: Difference;
  t: number;
  degreesOfFreedom: number;
}

export function welchTest(control: MetricSums, treatment: MetricSums, options: WelchOptions): WelchTest {
  const { alpha, tail, against = 0 } = options;
  const difference = differenceOf(control, treatment, options);
  const { estimate, standardError, degreesOfFreedom } = difference;
  const reason = isShare(alpha) ? difference.reason : "bad-setting";
  if (reason) return { ...neutralComparison(reason), difference, t: 0, degreesOfFreedom: 0 };
  const t = (estimate - against) / standardError;
  const level = tail === "two-sided" ? 1 - alpha / 2 : 1 - alpha;
  const halfWidth = studentQuantile(level, degreesOfFreedom) * standardError;
  const interval = intervalAround(estimate, halfWidth, tail);
  if (!isInReach(estimate, halfWidth) || !Number.isFinite(t))
    return { ...neutralComparison("not-finite"), difference, t: 0, degreesOfFreedom: 0 };
  return {
    estimate,
    standardError,
    interval,
    p: pOf(t, degreesOfFreedom, tail),
    reason,
    difference,
    t,
    degreesOfFreedom,
  };
}

function pOf(t: number, degrees: number, tail: Tail): number {
  if (tail === "greater") return studentUpper(t, degrees);
  if (tail === "less") return studentCdf(t, degrees);
  return Math.min(1, 2 * studentUpper(Math.abs(t), degrees));
}
