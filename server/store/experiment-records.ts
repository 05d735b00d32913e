/** What the experiments' tables keep as JSON, and the few words that their columns take. */
import type { MetricKey } from "../experiment/metrics.ts";
import type { LeftOut, Treatment } from "../experiment/plan.ts";

export interface OrderItem {
  sku: string;
  quantity: number;
}

/** Whether a person counts. "crossed" was seen in two arms. */
export type UnitStanding = "counted" | "crossed" | LeftOut;

export interface ExperimentDecision {
  /** The arm that was chosen; null when none was. */
  arm: string | null;
  /** The verdict's code at that time. */
  verdict: string;
  /** Why, in the words of whoever decided. */
  note: string;
  by: string;
  /** What the site's settings were before the arm became its default; null while it is not [undo]. */
  shipped: { at: string; before: Treatment } | null;
}

/** Shares, money in minor units, milliseconds: as the metric has it. */
export interface LookedAt {
  metric: MetricKey;
  arm: string;
  /** Absolute difference from the control, with its always-valid interval. */
  difference: number;
  low: number;
  high: number;
  /** Always valid, and the smallest so far. */
  p: number;
}

export interface ExperimentLook {
  /** Persons who count, by arm. */
  units: Record<string, number>;
  metrics: LookedAt[];
  guardrails: LookedAt[];
  /** Of the sequential test for a sample ratio mismatch, and the smallest so far. */
  srm: number;
}
