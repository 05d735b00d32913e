/**
 * Harm [EXP-8]: one-sided confidence sequences, uncorrected, for a missed harm is dearer than an alarm too many. They hold at every
 * look, so an arm is halted the moment its harm is beyond what the plan puts up with.
 */
import type { Metric } from "../metrics.ts";
import type { ExperimentPlan } from "../plan.ts";
import { alwaysValidP, sequenceHalfWidth, sequenceRho } from "../statistics/confidence-sequence.ts";
import { differenceOf } from "../statistics/difference.ts";
import { type MetricSums, momentsOf, smoothed } from "../statistics/moments.ts";
import type { Reason } from "../statistics/result.ts";
import { metricFigures } from "./arm-sums.ts";
import { plannedUnits } from "./compare-arms.ts";
import type { ExperimentFigures } from "./figures.ts";

export interface GuardrailResult {
  arm: string;
  controlMean: number;
  mean: number;
  /** For the worse: above 0 the arm does more harm than the control. `low` is all that is certain. */
  harm: { value: number; low: number | null };
  /** Always valid, of the harm being within the margin. */
  p: number;
  isCrossed: boolean;
  reason: Reason | "too-early" | null;
}

export interface GuardrailComparison {
  metric: Metric;
  windowDays: number;
  margin: number;
  results: GuardrailResult[];
}

/** Below, the normal approximation that the sequences rest on does not hold. */
const UNITS_LEAST = 100;
const EVENTS_LEAST = 20;

type Planned = Pick<ExperimentPlan, "arms" | "metrics" | "guardrails" | "alpha" | "plannedVisitors">;

export function judgeGuardrails(plan: Planned, figures: ExperimentFigures): GuardrailComparison[] {
  const [control, ...treatments] = plan.arms;
  return plan.guardrails.map(({ metric: key, windowDays, margin }) => {
    const { metric, sums, nonZero } = metricFigures(key, figures);
    const events = (arm: string) => nonZero.get(arm) ?? 0;
    const results = treatments.flatMap((arm): GuardrailResult[] => {
      const [a, b] = [sums.get(control?.key ?? ""), sums.get(arm.key)];
      if (!a || !b || !control || arm.weight <= 0) return [];
      const isEarly =
        Math.min(a.units, b.units) < UNITS_LEAST || events(control.key) + events(arm.key) < EVENTS_LEAST;
      const settings = { margin, alpha: plan.alpha, plannedUnits: plannedUnits(plan, arm), isEarly };
      return [judge(arm.key, metric, a, b, settings)];
    });
    return { metric, windowDays, margin, results };
  });
}

function judge(
  arm: string,
  { better }: Metric,
  control: MetricSums,
  treatment: MetricSums,
  settings: { margin: number; alpha: number; plannedUnits: number; isEarly: boolean },
): GuardrailResult {
  const { margin, alpha, isEarly } = settings;
  const difference = differenceOf(smoothed(control), smoothed(treatment), { scale: "absolute" });
  const { estimate, standardError, units } = difference;
  const reason = isEarly ? ("too-early" as const) : difference.reason;
  const value = better === "lower" ? estimate : -estimate;
  const means = { controlMean: momentsOf(control).mean, mean: momentsOf(treatment).mean };
  if (reason) return { arm, ...means, harm: { value, low: null }, p: 1, isCrossed: false, reason };
  const tail = "greater";
  const rho = sequenceRho({ alpha, plannedUnits: settings.plannedUnits, tail });
  const low = value - sequenceHalfWidth({ standardError, units, rho, alpha, tail });
  const p = alwaysValidP({ estimate: value - margin, standardError, units, rho, tail });
  return { arm, ...means, harm: { value, low }, p, isCrossed: low > margin, reason: null };
}
