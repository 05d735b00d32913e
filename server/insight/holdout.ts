/**
 * What the assistant adds, by the latest experiment that kept it from some visitors: how many more of those who had it bought, and
 * how much more they spent [ADM-14]. Both intervals hold however often one looks.
 */

import type { MetricKey } from "../experiment/metrics.ts";
import type { Arm } from "../experiment/plan.ts";
import type { Experiment } from "../experiment/ports.ts";
import type { MetricComparison } from "../experiment/report/compare-arms.ts";
import type { ExperimentReport } from "../experiment/report/report.ts";
import type { VerdictCode } from "../experiment/report/verdict.ts";

/** Shares from 0 to 1, or money per visitor in minor units. An open end is null. */
export interface Incremental {
  with: number;
  without: number;
  difference: { value: number; low: number | null; high: number | null };
}

export interface HoldoutFigures {
  experiment: Pick<Experiment, "key" | "name" | "state" | "startedAt" | "stoppedAt">;
  /** ISO 4217. */
  currency: string;
  /** How many visitors count of either kind. */
  visitors: { with: number; without: number };
  /** Null where the experiment does not measure it. */
  conversion: Incremental | null;
  revenue: Incremental | null;
  /** What may be concluded, in a sentence. */
  says: string;
  /** "unsound": the figures cannot be trusted. "early": there are too few to conclude anything. */
  standing: "sound" | "early" | "unsound";
}

const STANDINGS: Partial<Record<VerdictCode, HoldoutFigures["standing"]>> = {
  mismatch: "unsound",
  crossed: "unsound",
  "too-early": "early",
  "no-visitors": "early",
  "nothing-to-compare": "early",
};

/** The one under way, else the one started last; null when none ever kept the assistant from anybody. */
export function latestHoldout(experiments: readonly Experiment[]): Experiment | null {
  const held = experiments
    .filter(({ plan, startedAt }) => startedAt !== null && armsOf(plan.arms) !== null)
    .sort((a, b) => (b.startedAt ?? "").localeCompare(a.startedAt ?? ""));
  return held.find(({ state }) => state === "running" || state === "paused") ?? held[0] ?? null;
}

export function holdoutFigures(experiment: Experiment, report: ExperimentReport): HoldoutFigures | null {
  const arms = armsOf(experiment.plan.arms);
  if (!arms) return null;
  const { key, name, state, startedAt, stoppedAt } = experiment;
  const unitsOf = (arm: string) =>
    report.inputs.figures.arms.find((figures) => figures.arm === arm)?.units.counted ?? 0;
  const metric = (wanted: MetricKey) => {
    const found = report.metrics.find((one) => one.metric.key === wanted);
    return found ? incremental(found, arms, experiment.plan.arms[0]?.key ?? "") : null;
  };
  return {
    experiment: { key, name, state, startedAt, stoppedAt },
    currency: report.inputs.figures.currency,
    visitors: { with: unitsOf(arms.with.key), without: unitsOf(arms.without.key) },
    conversion: metric("conversion"),
    revenue: metric("revenue"),
    says: report.verdict.says,
    standing: STANDINGS[report.verdict.code] ?? "sound",
  };
}

/** The holdout, and the arm it is compared with: of several the one that most visitors are in. */
function armsOf(arms: readonly Arm[]): { with: Arm; without: Arm } | null {
  const without = arms.find(({ treatment }) => treatment.widget === false);
  const control = arms[0];
  if (!without || !control) return null;
  const others = arms.filter(({ treatment }) => treatment.widget !== false);
  // Only comparisons with the control are made.
  const treated = without === control ? others.toSorted((a, b) => b.weight - a.weight)[0] : control;
  return treated ? { with: treated, without } : null;
}

function incremental(
  { values, comparisons }: MetricComparison,
  arms: { with: Arm; without: Arm },
  control: string,
): Incremental | null {
  const mean = (arm: Arm) => values.find((value) => value.arm === arm.key)?.mean ?? 0;
  const isTurned = arms.with.key === control;
  const compared = comparisons.find(({ arm }) => arm === (isTurned ? arms.without.key : arms.with.key));
  if (!compared || compared.reason !== null) return null;
  const { value, interval } = compared.difference;
  const turned = (end: number | null) => (end === null ? null : -end);
  const difference = isTurned
    ? { value: -value, low: turned(interval.high), high: turned(interval.low) }
    : { value, low: interval.low, high: interval.high };
  return { with: mean(arms.with), without: mean(arms.without), difference };
}
