/** What the power calculator has to say of a plan, before its start and while it runs [EXP-9]. */
import { rangeOf, sizeQuestion } from "./check-plan.ts";
import { metricOf } from "./metrics.ts";
import type { ExperimentPlan } from "./plan.ts";
import {
  daysFor,
  effectFound,
  type ProgressSoFar,
  type Remaining,
  remainingOf,
  type VerdictKind,
  visitorsNeeded,
  wholeWeeks,
} from "./plan-size.ts";
import type { Baseline, SiteHistory } from "./site-history.ts";

export interface SizeReport {
  metric: Baseline["metric"];
  /** Null where too little is known of the metric: of a share, the worst case stands for it. */
  baseline: Baseline | null;
  historyDays: number;
  /** That would be in the experiment, with its coverage and namespace. */
  visitorsPerDay: number;
  plannedVisitors: number;
  minimumEffect: number;
  power: number;
  /** What it takes to find the least effect worth having; null where nobody can tell. */
  needs: Record<VerdictKind, Need | null>;
  /** The least effect that is found in so many days. */
  finds: { days: number; visitors: number; sequential: number | null; fixed: number | null }[];
  /** Null of a draft. */
  progress: (Remaining & { visitors: number; days: number }) | null;
}

export interface Need {
  /** Of all arms together. */
  visitors: number;
  arms: { arm: string; visitors: number }[];
  /** Until they have come, and that in whole weeks; null where nobody comes. */
  days: number | null;
  wholeWeeks: number | null;
}

const DURATIONS = [7, 14, 28, 56];

/** @param coverage the share of the traffic it has, or is to start with. @param progress of one under way. */
export function sizeReport(
  plan: ExperimentPlan,
  history: SiteHistory,
  coverage: number,
  progress: Pick<ProgressSoFar, "visitors" | "days"> | null,
): SizeReport | null {
  const question = sizeQuestion(plan, history);
  if (!question) return null;
  const visitorsPerDay = history.visitorsPerDay * coverage * rangeOf(plan);
  const { plannedVisitors, minimumEffect, power } = plan;
  const need = (verdict: VerdictKind): Need | null => {
    const visitors = visitorsNeeded(question, minimumEffect, verdict);
    if (visitors === null) return null;
    const days = daysFor(visitors, visitorsPerDay);
    const arms = plan.arms.map(({ key, weight }) => ({ arm: key, visitors: Math.ceil(visitors * weight) }));
    return { visitors, arms, days, wholeWeeks: days === null ? null : wholeWeeks(days) };
  };
  return {
    ...{ metric: question.metric, baseline: question.baseline, historyDays: history.days, visitorsPerDay },
    ...{ plannedVisitors, minimumEffect, power },
    needs: { sequential: need("sequential"), fixed: need("fixed") },
    finds: DURATIONS.map((days) => {
      const visitors = Math.round(days * visitorsPerDay);
      const found = (verdict: VerdictKind) =>
        possible(question.metric, effectFound(question, visitors, verdict));
      return { days, visitors, sequential: found("sequential"), fixed: found("fixed") };
    }),
    progress: progress && {
      ...progress,
      ...remainingOf({ plannedVisitors, ...progress, expectedPerDay: visitorsPerDay }),
    },
  };
}

/** No share differs by all there is. */
function possible(metric: Baseline["metric"], effect: number | null): number | null {
  return effect !== null && metricOf(metric).unit === "share" && effect >= 1 ? null : effect;
}
