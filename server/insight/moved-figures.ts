/**
 * Which of the overview's figures have moved by more than days differ anyway. Days are what is compared, those of a period with
 * those of the one before: counts and money by Welch's test on the daily sums, shares by the delta method with days for units.
 */
import { differenceOf } from "../experiment/statistics/difference.ts";
import type { MetricSums } from "../experiment/statistics/moments.ts";
import { welchTest } from "../experiment/statistics/welch.ts";
import type { OverviewFigures } from "./overview.ts";

export const MOVABLE = ["conversations", "engaged-rate", "accepted-rate", "orders", "revenue"] as const;
export type Movable = (typeof MOVABLE)[number];

export interface MovedFigure {
  figure: Movable;
  /** A day's average of a count or of money in minor units, a share of the conversations. */
  before: number;
  now: number;
  /** Of a share in points from -1 to 1, of anything else over what it was before. The interval leaves 0 out. */
  change: { value: number; low: number; high: number };
}

/** Over all figures together, one false alarm in twenty looks at the most (Bonferroni). */
const ALPHA = 0.05 / MOVABLE.length;

/** Both in spans of 24 hours, as many of each. */
export function movedFigures(
  before: readonly OverviewFigures[],
  now: readonly OverviewFigures[],
): MovedFigure[] {
  return MOVABLE.flatMap((figure) => {
    const [control, treatment] = [sumsOf(figure, before), sumsOf(figure, now)];
    const scale = control.kind === "ratio" ? "absolute" : "relative";
    const test = welchTest(control, treatment, { alpha: ALPHA, tail: "two-sided", scale });
    if (test.reason !== null || test.interval.low === null || test.interval.high === null) return [];
    const { low, high } = test.interval;
    if (low <= 0 && high >= 0) return [];
    const { controlMean, treatmentMean } = differenceOf(control, treatment, { scale });
    return [{ figure, before: controlMean, now: treatmentMean, change: { value: test.estimate, low, high } }];
  });
}

function sumsOf(figure: Movable, days: readonly OverviewFigures[]): MetricSums {
  switch (figure) {
    case "engaged-rate":
      return ratioSums(days, ({ engaged }) => engaged);
    case "accepted-rate":
      return ratioSums(days, ({ accepted }) => accepted);
    default:
      return { kind: "mean", units: days.length, ...sumsOver(days.map((day) => day[figure])) };
  }
}

function ratioSums(days: readonly OverviewFigures[], part: (day: OverviewFigures) => number): MetricSums {
  return {
    kind: "ratio",
    units: days.length,
    numerator: sumsOver(days.map(part)),
    denominator: sumsOver(days.map(({ conversations }) => conversations)),
    products: days.reduce((sum, day) => sum + part(day) * day.conversations, 0),
  };
}

function sumsOver(values: readonly number[]) {
  return {
    sum: values.reduce((sum, value) => sum + value, 0),
    sumSquares: values.reduce((sum, value) => sum + value ** 2, 0),
  };
}
