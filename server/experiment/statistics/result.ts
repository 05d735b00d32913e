/** What every comparison of two arms answers with, also where there is nothing to say [EXP-10]. */

/** Why a comparison is neutral: the figures are then 0, the p-value 1, and nothing may be concluded. */
export type Reason =
  /** An arm has fewer than two units: nothing is known of its spread. */
  | "too-few-units"
  /** All units of an arm are alike, or its sums contradict one another (a variance below zero). */
  | "no-variance"
  /** There is no lift over nothing. */
  | "zero-control"
  /** The sums are not numbers, or too large to be computed with. */
  | "not-finite"
  /** A level, a share or a size that no test can be made with. */
  | "bad-setting";

/** Of a one-sided test, one end is open: null. */
export interface Interval {
  low: number | null;
  high: number | null;
}

/** `greater` asks whether the treatment is above the control, `less` whether it is below. */
export type Tail = "two-sided" | "greater" | "less";

export interface Comparison {
  /** Treatment less control: in the metric's unit, or as a share of the control's mean. */
  estimate: number;
  standardError: number;
  interval: Interval;
  /** 0 to 1. */
  p: number;
  /** null where the figures may be read. */
  reason: Reason | null;
}

export function neutralComparison(reason: Reason): Comparison {
  return { estimate: 0, standardError: 0, interval: { low: 0, high: 0 }, p: 1, reason };
}

/** The interval `estimate ± halfWidth`, open where the tail leaves it open. */
export function intervalAround(estimate: number, halfWidth: number, tail: Tail): Interval {
  return {
    low: tail === "less" ? null : estimate - halfWidth,
    high: tail === "greater" ? null : estimate + halfWidth,
  };
}

/** Is there such an interval in floating point? */
export function isInReach(estimate: number, halfWidth: number): boolean {
  return Number.isFinite(Math.abs(estimate) + halfWidth);
}

/** Is this a share strictly between 0 and 1, as a level or a power has to be? */
export function isShare(value: number): boolean {
  return value > 0 && value < 1;
}
