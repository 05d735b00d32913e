/**
 * Every treatment against the control on every goal [EXP-5, EXP-6, EXP-8]. Decided on the absolute difference by confidence
 * sequences that hold at every look, corrected by Holm over all metrics and arms; lifts, the fixed test and the Bayesian figures stand beside it.
 */
import type { Metric } from "../metrics.ts";
import type { Arm, ExperimentPlan } from "../plan.ts";
import { bayesianResult, DEFAULT_PRIOR } from "../statistics/bayesian.ts";
import { alwaysValidP, sequenceHalfWidth, sequenceRho } from "../statistics/confidence-sequence.ts";
import { type Difference, differenceOf } from "../statistics/difference.ts";
import { liftOf } from "../statistics/lift.ts";
import { type MetricSums, momentsOf } from "../statistics/moments.ts";
import { runningP } from "../statistics/msprt.ts";
import { holm } from "../statistics/multiplicity.ts";
import type { Interval, Reason } from "../statistics/result.ts";
import { welchTest } from "../statistics/welch.ts";
import { metricFigures } from "./arm-sums.ts";
import type { ClearestLook, ExperimentFigures } from "./figures.ts";

/** Shares, money in minor units, points or milliseconds: as the metric has it. */
export interface ArmValue {
  arm: string;
  units: number;
  /** Persons whose value is not zero. */
  nonZero: number;
  mean: number;
  standardDeviation: number;
}

export interface ArmComparison {
  arm: string;
  /** Treatment less control. The interval holds at every look, at the level that Holm leaves to this comparison. */
  difference: { value: number; interval: Interval };
  /** Over the control's mean, with an interval that takes the same side; null where there is nothing to be over. */
  lift: { value: number; interval: Interval | null } | null;
  /** Always valid: the smallest of all looks, before and after Holm's correction. */
  p: number;
  adjustedP: number;
  conclusion: "better" | "worse" | "open";
  /** For who had fixed the sample size and looks once. Not peek-proof. */
  fixed: { p: number; interval: Interval; t: number; degreesOfFreedom: number };
  /** For who asks how likely the arm is better. Not peek-proof. */
  bayesian: {
    chanceToWin: number;
    lift: number;
    interval: Interval;
    risk: { control: number; treatment: number };
  };
  /** By which share the behaviour before the exposure has made the variance smaller; 0 without any. */
  varianceSaved: number;
  /** Why nothing can be said, where nothing can. */
  reason: Reason | null;
}

export interface MetricComparison {
  metric: Metric;
  windowDays: number;
  /** Above it values count as it; null where nothing is cut. */
  cap: number | null;
  values: ArmValue[];
  comparisons: ArmComparison[];
}

interface Measured {
  arm: Arm;
  control: MetricSums;
  treatment: MetricSums;
  difference: Difference;
  rho: number;
  p: number;
  side: ClearestLook["side"];
}

type Planned = Pick<ExperimentPlan, "arms" | "metrics" | "alpha" | "plannedVisitors">;

export function compareArms(plan: Planned, figures: ExperimentFigures): MetricComparison[] {
  const measured = plan.metrics.map((planned) => {
    const own = metricFigures(planned.metric, figures);
    return { planned, own, arms: measureArms(plan, own.metric, own.sums, figures.clearest) };
  });
  const all = measured.flatMap(({ arms }) => arms);
  const adjusted = holm(all.map(({ p }) => p));
  const levels = holmLevels(
    all.map(({ p }) => p),
    plan.alpha,
  );
  return measured.map(({ planned, own, arms }) => ({
    metric: own.metric,
    windowDays: planned.windowDays,
    cap: own.cap,
    values: plan.arms.map(({ key }) => armValue(key, own.sums.get(key), own.nonZero.get(key) ?? 0)),
    comparisons: arms.map((one) => {
      const place = all.indexOf(one);
      return compare(one, own.metric, adjusted[place] ?? 1, levels[place] ?? plan.alpha, plan.alpha);
    }),
  }));
}

/** The units of both arms that a comparison's sequence is narrowest for [EXP-6]. */
export function plannedUnits({ arms, plannedVisitors }: Planned, treatment: Arm): number {
  return plannedVisitors * ((arms[0]?.weight ?? 0) + treatment.weight);
}

function measureArms(
  plan: Planned,
  { key }: Metric,
  sums: ReadonlyMap<string, MetricSums>,
  clearest: readonly ClearestLook[],
): Measured[] {
  const [first, ...treatments] = plan.arms;
  const control = first && sums.get(first.key);
  if (!control) return [];
  return treatments.flatMap((arm): Measured[] => {
    const treatment = sums.get(arm.key);
    // To an arm that nobody is given there is nothing to compare, and it takes no part of the level from the others.
    if (!treatment || arm.weight <= 0) return [];
    const difference = differenceOf(control, treatment, { scale: "absolute" });
    const rho = sequenceRho({ alpha: plan.alpha, plannedUnits: plannedUnits(plan, arm), tail: "two-sided" });
    const { estimate, standardError, units, reason } = difference;
    const now = reason ? 1 : alwaysValidP({ estimate, standardError, units, rho, tail: "two-sided" });
    const before = clearest.find((look) => look.metric === key && look.arm === arm.key);
    const side = before && before.p < now ? before.side : estimate < 0 ? "below" : "above";
    return [{ arm, control, treatment, difference, rho, p: runningP(before?.p ?? 1, now), side }];
  });
}

/**
 * The level at which each comparison's interval leaves out 0 exactly when Holm's procedure rejects it. Once one is not rejected, no
 * later one is: these keep its level.
 */
function holmLevels(pValues: readonly number[], alpha: number): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const levels = pValues.map(() => alpha);
  let stoppedAt: number | null = null;
  order.forEach((place, rank) => {
    const level = stoppedAt ?? alpha / (pValues.length - rank);
    levels[place] = level;
    if ((pValues[place] ?? 1) > level) stoppedAt ??= level;
  });
  return levels;
}

function compare(
  { arm, control, treatment, difference, rho, p, side }: Measured,
  metric: Metric,
  adjustedP: number,
  level: number,
  alpha: number,
): ArmComparison {
  const { estimate, standardError, units, reason } = difference;
  const halfWidth = reason
    ? 0
    : sequenceHalfWidth({ standardError, units, rho, alpha: level, tail: "two-sided" });
  const lift = liftOf(control, difference, halfWidth);
  const fixed = welchTest(control, treatment, { scale: "absolute", alpha, tail: "two-sided" });
  const bayesian = bayesianResult(control, treatment, {
    scale: "relative",
    alpha,
    prior: DEFAULT_PRIOR,
    lessIsBetter: metric.better === "lower",
  });
  return {
    arm: arm.key,
    difference: {
      value: estimate,
      interval: { low: estimate - halfWidth, high: estimate + halfWidth },
    },
    lift: lift && { value: lift.estimate, interval: lift.interval },
    p,
    adjustedP,
    conclusion: conclusionOf(metric, { estimate, side, isSignificant: adjustedP < alpha && !reason }),
    fixed: {
      p: fixed.p,
      interval: fixed.interval,
      t: fixed.t,
      degreesOfFreedom: fixed.degreesOfFreedom,
    },
    bayesian: {
      chanceToWin: bayesian.chanceToWin,
      lift: bayesian.mean,
      interval: bayesian.interval,
      risk: bayesian.risk,
    },
    varianceSaved: varianceSaved(control, treatment, difference),
    reason,
  };
}

/** What was clear once stays so, unless the difference has changed sides since. */
function conclusionOf(
  { better }: Metric,
  { estimate, side, isSignificant }: { estimate: number; side: ClearestLook["side"]; isSignificant: boolean },
): ArmComparison["conclusion"] {
  const isStill = estimate !== 0 && estimate > 0 === (side === "above");
  if (!isSignificant || !isStill) return "open";
  return (side === "above") === (better === "higher") ? "better" : "worse";
}

function varianceSaved(control: MetricSums, treatment: MetricSums, difference: Difference): number {
  if (difference.theta === 0 || difference.reason) return 0;
  const [a, b] = [momentsOf(control), momentsOf(treatment)];
  const plain = a.variance / a.units + b.variance / b.units;
  return plain > 0 ? Math.max(0, 1 - difference.standardError ** 2 / plain) : 0;
}

function armValue(arm: string, sums: MetricSums | undefined, nonZero: number): ArmValue {
  if (!sums) return { arm, units: 0, nonZero: 0, mean: 0, standardDeviation: 0 };
  const { units, mean, variance } = momentsOf(sums);
  const deviation = Math.sqrt(Math.max(0, variance));
  return { arm, units, nonZero, mean, standardDeviation: Number.isFinite(deviation) ? deviation : 0 };
}
