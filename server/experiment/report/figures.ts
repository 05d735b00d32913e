/** What a report is made of: sums that the store keeps in step, never rows. With the plan, they are all it takes to make it again [EXP-11]. */
import type { MetricKey } from "../metrics.ts";
import type { ExperimentState, Halt, LeftOut } from "../plan.ts";

/** Whether a person counts. "crossed" was seen in two arms. */
export type UnitStanding = "counted" | "crossed" | LeftOut;
export const UNIT_STANDINGS = [
  "counted",
  "crossed",
  "bot",
  "preview",
  "staff",
] as const satisfies UnitStanding[];

/** Over the persons of an arm who count. Money in minor units. Those who did nothing are zeros, of whom there is no row. */
export interface StoredSums {
  /** Persons whose value is not zero. */
  nonZero: number;
  sum: number;
  sumSquares: number;
  /** Of a ratio, what the value is over. */
  overSum: number;
  overSquares: number;
  /** Σ value · over. */
  overCross: number;
  /** The same value before the exposure. */
  beforeSum: number;
  beforeSquares: number;
  /** Σ value · before. */
  beforeCross: number;
}

export const NO_SUMS: StoredSums = {
  nonZero: 0,
  sum: 0,
  sumSquares: 0,
  overSum: 0,
  overSquares: 0,
  overCross: 0,
  beforeSum: 0,
  beforeSquares: 0,
  beforeCross: 0,
};

export interface ArmFigures {
  arm: string;
  units: Partial<Record<UnitStanding, number>>;
  sums: Partial<Record<MetricKey, StoredSums>>;
}

/** One of the largest values of a metric: what winsorising cuts. */
export interface LargeValue {
  arm: string;
  value: number;
  before: number;
}

/** Of all looks so far, the one at which a comparison was clearest: an always-valid p-value never rises. */
export interface ClearestLook {
  metric: MetricKey;
  arm: string;
  p: number;
  /** Which way the arm differed then. */
  side: "above" | "below";
}

export interface ExperimentFigures {
  state: ExperimentState;
  /** ISO 8601, UTC: when the figures were read, and the experiment's own times. */
  at: string;
  startedAt: string | null;
  stoppedAt: string | null;
  coverage: number;
  /** ISO 4217, of the money. */
  currency: string;
  halts: Halt[];
  arms: ArmFigures[];
  /** Of each metric that is winsorised, the values of all arms from the largest down, as many as `largestNeeded` says. */
  largest: Partial<Record<MetricKey, LargeValue[]>>;
  clearest: ClearestLook[];
  /** The smallest p-value of the sequential test for a sample ratio mismatch at earlier looks; 1 before any. */
  mismatchP: number;
  /** Other experiments that ran on the same visitors at some time. */
  interactsWith: string[];
}
