/**
 * The report on an experiment: a pure function of its plan and its sums, so that whoever exports both can make it again [EXP-11].
 * What is shown first is the verdict; everything it rests on follows.
 */
import type { ExperimentPlan } from "../plan.ts";
import { compareArms, type MetricComparison } from "./compare-arms.ts";
import type { ExperimentFigures } from "./figures.ts";
import { type GuardrailComparison, judgeGuardrails } from "./judge-guardrails.ts";
import { type Look, lookAt } from "./look.ts";
import { type Traffic, trafficOf } from "./traffic.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface ExperimentReport {
  verdict: Verdict;
  traffic: Traffic;
  metrics: MetricComparison[];
  guardrails: GuardrailComparison[];
  /** What a reader should know besides, each in a sentence. */
  notes: string[];
  /** For the course over time, where this look is kept. */
  look: Look;
  /** All it was made of. */
  inputs: { plan: ExperimentPlan; figures: ExperimentFigures };
}

export function reportOn(plan: ExperimentPlan, figures: ExperimentFigures): ExperimentReport {
  const traffic = trafficOf(plan, figures);
  const metrics = compareArms(plan, figures);
  const guardrails = judgeGuardrails(plan, figures);
  return {
    verdict: verdictOf({ plan, figures, traffic, metrics, guardrails }),
    traffic,
    metrics,
    guardrails,
    notes: notesOn(plan, figures, metrics),
    look: lookAt(figures, traffic, metrics, guardrails),
    inputs: { plan, figures },
  };
}

function notesOn(plan: ExperimentPlan, figures: ExperimentFigures, metrics: MetricComparison[]): string[] {
  const notes: string[] = [];
  for (const key of figures.interactsWith)
    notes.push(
      `Visitors of this experiment are also in ${key}, which varies something else: the effect of one may depend on the other.`,
    );
  for (const { arm, metric, at } of figures.halts)
    notes.push(
      `The arm ${arm} takes nobody since ${at.slice(0, 16).replace("T", " ")} UTC: harm on ${metric}.`,
    );
  if (plan.arms.some(({ treatment }) => treatment.policy === "bandit"))
    notes.push(
      "An arm goes on learning while it is measured: its figures are of what it was on average, not of what it has become.",
    );
  if (figures.coverage < 1)
    notes.push(`${Math.round(figures.coverage * 100)} % of the visitors are in the experiment.`);
  const saved = metrics
    .flatMap(({ comparisons }) => comparisons)
    .some(({ varianceSaved }) => varianceSaved > 0);
  if (saved)
    notes.push(
      `Figures are adjusted for what visitors did in the ${plan.lookbackDays} days before, which makes them more precise and moves no average in the long run.`,
    );
  notes.push(
    "Differences and p-values hold however often you look. The fixed test and the Bayesian figures do not: read them once, at the planned size.",
  );
  return notes;
}
