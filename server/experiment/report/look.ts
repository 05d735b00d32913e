/** What one look showed, kept for the course over time; and the clearest of all looks, as an always-valid p-value never rises. */
import type { MetricKey } from "../metrics.ts";
import type { MetricComparison } from "./compare-arms.ts";
import type { ClearestLook, ExperimentFigures } from "./figures.ts";
import type { GuardrailComparison } from "./judge-guardrails.ts";
import type { Traffic } from "./traffic.ts";

export interface LookedAt {
  metric: MetricKey;
  arm: string;
  /** Absolute difference from the control, or the harm of a guardrail, with its always-valid interval; an open end is null. */
  difference: number;
  low: number | null;
  high: number | null;
  /** The smallest so far. */
  p: number;
}

export interface Look {
  /** ISO 8601, UTC. */
  at: string;
  /** Persons who count, by arm. */
  units: Record<string, number>;
  metrics: LookedAt[];
  guardrails: LookedAt[];
  /** The smallest p-value so far of the sequential test for a sample ratio mismatch. */
  mismatchP: number;
}

export function lookAt(
  { at }: Pick<ExperimentFigures, "at">,
  traffic: Traffic,
  metrics: readonly MetricComparison[],
  guardrails: readonly GuardrailComparison[],
): Look {
  return {
    at,
    units: Object.fromEntries(traffic.arms.map(({ arm, units }) => [arm, units])),
    metrics: metrics.flatMap(({ metric, comparisons }) =>
      comparisons.map(({ arm, difference: { value, interval }, p }) => {
        return { metric: metric.key, arm, difference: value, low: interval.low, high: interval.high, p };
      }),
    ),
    guardrails: guardrails.flatMap(({ metric, results }) =>
      results.map(({ arm, harm, p }) => {
        return { metric: metric.key, arm, difference: harm.value, low: harm.low, high: null, p };
      }),
    ),
    mismatchP: traffic.mismatch.sequentialP,
  };
}

/** @param looks in any order. */
export function clearestLooks(looks: readonly Pick<Look, "metrics">[]): ClearestLook[] {
  const clearest = new Map<string, ClearestLook>();
  for (const { metrics } of looks) {
    for (const { metric, arm, p, difference } of metrics) {
      const key = `${metric} ${arm}`;
      if (p < (clearest.get(key)?.p ?? 1))
        clearest.set(key, { metric, arm, p, side: difference < 0 ? "below" : "above" });
    }
  }
  return [...clearest.values()];
}
