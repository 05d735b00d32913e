/**
 * What a merchant may conclude, in one code and two sentences: what is known, and what to do. Decided by the first metric alone,
 * unless something is wrong with the experiment itself [EXP-6, EXP-7].
 */
import type { Arm, ExperimentPlan, ExperimentState } from "../plan.ts";
import type { ArmComparison, MetricComparison } from "./compare-arms.ts";
import type { ExperimentFigures } from "./figures.ts";
import type { GuardrailComparison } from "./judge-guardrails.ts";
import { tellCount, tellDifference, tellInterval, tellLift, tellValue } from "./tell-figures.ts";
import type { Traffic } from "./traffic.ts";

export type VerdictCode =
  /** Nobody was exposed yet. */
  | "no-visitors"
  /** The arms' sizes are not what chance allows: nothing here can be trusted. */
  | "mismatch"
  /** So many were seen in two arms that something is wrong with who is who. */
  | "crossed"
  /** An arm does harm that the plan does not put up with. */
  | "harm"
  /** Too few conversions for any verdict. */
  | "too-early"
  /** An arm is better than the control. */
  | "winner"
  /** Every arm is worse than the control. */
  | "control-wins"
  /** Whatever difference there is, it is smaller than what is worth having. */
  | "no-difference"
  /** The planned size is reached, and it is still open. */
  | "inconclusive"
  /** Still open. */
  | "collecting"
  /** All visitors of an arm were alike: there is nothing to compare. */
  | "nothing-to-compare";

export interface Verdict {
  code: VerdictCode;
  /** The arm that is best, or does harm; null where none is meant. */
  arm: string | null;
  says: string;
  next: string;
}

/** An arm's conversions before which nothing is said [EXP-6]. */
export const CONVERSIONS_LEAST = 100;
/** So many seen in two arms are a pattern; one or two of the first visitors are not. */
const CROSSED_LEAST = 5;

interface Judged {
  plan: ExperimentPlan;
  figures: ExperimentFigures;
  traffic: Traffic;
  metrics: MetricComparison[];
  guardrails: GuardrailComparison[];
}

export function verdictOf(judged: Judged): Verdict {
  const verdict = aboutTraffic(judged) ?? aboutHarm(judged) ?? aboutFirstMetric(judged);
  return { ...verdict, next: nextIn(judged.figures.state, verdict.code) ?? verdict.next };
}

/** What to do in a state in which nobody comes in; null where it is the same as while it runs. */
function nextIn(state: ExperimentState, code: VerdictCode): string | null {
  if (state === "draft") return "Start it when its plan is as you want it: from then on the plan is frozen.";
  if (state === "paused" && (code === "no-visitors" || OPEN.includes(code)))
    return "It is paused, so nobody new comes in. Resume it to go on.";
  if (state !== "stopped" && state !== "archived") return null;
  if (OPEN.includes(code))
    return "It has ended, so this stays open. For an answer, let another one run to its planned size.";
  return NEXT_WHEN_OVER[code] ?? null;
}

/** Verdicts of which more visitors would make another one. */
const OPEN: readonly VerdictCode[] = ["too-early", "collecting", "inconclusive"];

const NEXT_WHEN_OVER: Partial<Record<VerdictCode, string>> = {
  "no-visitors":
    "It has ended without any. Check that the widget is on the shop before you start another one.",
  harm: "It has ended; do not ship that arm. Read some of its conversations to see what shoppers mind.",
  winner: "It has ended. Ship that arm to make it the site's default, unless that is done.",
  "control-wins": "It has ended. The control is the better choice.",
  "no-difference": "It has ended. Keep what is simpler.",
};

/** "sociable" for the arm of this key. */
function nameOf({ arms }: { arms: Arm[] }, key: string): string {
  return arms.find((arm) => arm.key === key)?.name ?? key;
}

function aboutTraffic({ plan, traffic }: Judged): Verdict | null {
  if (traffic.units === 0) {
    const hasHoldout = plan.arms.some(({ treatment }) => treatment.widget === false);
    return {
      code: "no-visitors",
      arm: null,
      says: "No visitor has been exposed to it yet.",
      next: hasHoldout
        ? "Visitors count from the first page whose script tag has data-holdout. Check that the shop's pages have it."
        : "Visitors count from the moment they could notice a difference: the agent's first turn. Check that the widget is on the shop.",
    };
  }
  if (traffic.mismatch.isBlocking) {
    const { arm, share, expected } = traffic.arms.reduce((most, one) =>
      Math.abs(one.share - one.expected) > Math.abs(most.share - most.expected) ? one : most,
    );
    return {
      code: "mismatch",
      arm: null,
      says: `The arms' sizes are not what chance allows: ${arm} has ${tellShare(share)} of the visitors, and should have ${tellShare(expected)}. No figure here can be trusted.`,
      next: "Look for what decides who is counted in one arm and not in the other: pages that load it for some visitors only, an arm that fails to speak, redirects, caches, or bots. Mend it and start a new experiment.",
    };
  }
  if (traffic.crossed.health === "unhealthy" && traffic.crossed.units >= CROSSED_LEAST)
    return {
      code: "crossed",
      arm: null,
      says: `${tellCount(traffic.crossed.units)} persons (${tellShare(traffic.crossed.share)}) were seen in two arms and are left out.`,
      next: "So many come of people who sign in after they have talked on another device, or of a shop that gives several people one user id. Check the ids that the shop passes to identify.",
    };
  return null;
}

function tellShare(share: number): string {
  return `${(share * 100).toLocaleString("en", { maximumFractionDigits: 1 })} %`;
}

/** Once an arm is halted, the verdict is about the others, if there are any to compare with the control. */
function aboutHarm({ plan, figures, guardrails }: Judged): Verdict | null {
  const hasOthers = rivalsOf(plan, figures).length > 0;
  for (const { metric, results } of guardrails) {
    const harmed = results.find(({ arm, isCrossed }) => isCrossed && !(hasOthers && isHalted(figures, arm)));
    if (!harmed) continue;
    const { arm, mean, controlMean, harm } = harmed;
    const tell = (value: number) => tellValue(metric, value, figures.currency);
    const certain = tellDifference(metric, Math.max(0, harm.low ?? 0), figures.currency);
    return {
      code: "harm",
      arm,
      says: `${nameOf(plan, arm)} does harm: ${metric.name.toLowerCase()} is ${tell(mean)}, ${tell(controlMean)} in ${nameOf(plan, plan.arms[0]?.key ?? "")}; at least ${certain} of that is no chance.`,
      next: "Keep it halted. Read some of its conversations to see what shoppers mind.",
    };
  }
  const [halt] = figures.halts;
  if (hasOthers || !halt) return null;
  // It was certain at an earlier look, which what has come since does not undo.
  return {
    code: "harm",
    arm: halt.arm,
    says: `${nameOf(plan, halt.arm)} was halted for harm, and no arm is left to compare: ${halt.why}.`,
    next: "Keep it halted. Read some of its conversations to see what shoppers mind.",
  };
}

/** The arms that are still compared with the control. */
function rivalsOf({ arms }: ExperimentPlan, figures: ExperimentFigures): Arm[] {
  return arms.slice(1).filter(({ key, weight }) => weight > 0 && !isHalted(figures, key));
}

function isHalted({ halts }: ExperimentFigures, arm: string): boolean {
  return halts.some((halt) => halt.arm === arm);
}

function aboutFirstMetric({ plan, figures, traffic, metrics }: Judged): Verdict {
  const [first] = metrics;
  const control = plan.arms[0];
  if (!first || !control) throw new Error("a plan has a metric and a control");
  const { metric } = first;
  // An arm that takes nobody any more, or never did, keeps no verdict from the others, nor can it win.
  const rivals = new Set(rivalsOf(plan, figures).map(({ key }) => key));
  const comparisons = first.comparisons.filter(({ arm }) => rivals.has(arm));
  const values = first.values.filter(({ arm }) => arm === control.key || rivals.has(arm));
  const fewest = values.reduce((least, value) => (value.nonZero < least.nonZero ? value : least));
  if (fewest.nonZero < CONVERSIONS_LEAST)
    return {
      code: "too-early",
      arm: null,
      says: `It is too early for a verdict: ${nameOf(plan, fewest.arm)} has ${tellCount(fewest.nonZero)} visitors who count for ${metric.name.toLowerCase()}, and ${CONVERSIONS_LEAST} are needed.`,
      next: waitFor(traffic),
    };
  if (comparisons.every(({ reason }) => reason !== null))
    return {
      code: "nothing-to-compare",
      arm: null,
      says: `All visitors of an arm are alike in ${metric.name.toLowerCase()}: there is nothing to compare.`,
      next: "Choose a metric in which visitors differ.",
    };
  const better = comparisons.filter(({ conclusion }) => conclusion === "better");
  const best = better.reduce<ArmComparison | null>(
    (most, one) => (most && Math.abs(most.difference.value) >= Math.abs(one.difference.value) ? most : one),
    null,
  );
  const tell = (comparison: ArmComparison) => tellComparison(first, comparison, figures.currency);
  if (best)
    return {
      code: "winner",
      arm: best.arm,
      says: `${nameOf(plan, best.arm)} is better than ${control.name}: ${tell(best)}.`,
      next: "You may stop and ship it now: the verdict holds however often you have looked.",
    };
  if (comparisons.every(({ conclusion }) => conclusion === "worse"))
    return {
      code: "control-wins",
      arm: control.key,
      says: `${control.name} is better than ${comparisons.map(({ arm }) => nameOf(plan, arm)).join(" and ")}: ${comparisons.map(tell).join("; ")}.`,
      next: `Stop it and keep to ${control.name}.`,
    };
  const within = comparisons.every(({ difference: { interval } }) => {
    return (
      (interval.low ?? -Infinity) > -plan.minimumEffect && (interval.high ?? Infinity) < plan.minimumEffect
    );
  });
  const effect = tellDifference(metric, plan.minimumEffect, figures.currency);
  if (within)
    return {
      code: "no-difference",
      arm: null,
      says: `The arms are as good as each other in ${metric.name.toLowerCase()}: ${comparisons.map(tell).join("; ")}, which is less than the ${effect} that was worth having.`,
      next: "Stop it and keep what is simpler.",
    };
  const [comparison] = comparisons;
  const known = comparison ? `So far ${comparisons.map(tell).join("; ")}.` : "";
  if (traffic.units >= plan.plannedVisitors)
    return {
      code: "inconclusive",
      arm: null,
      says: `The planned ${tellCount(plan.plannedVisitors)} visitors have come, and it is still open. ${known}`,
      next: `A difference of ${effect} would most likely have shown by now. Go on if a smaller one is worth the time, or stop and keep what you have.`,
    };
  return { code: "collecting", arm: null, says: `It is still open. ${known}`, next: waitFor(traffic) };
}

function tellComparison(
  { metric, values }: MetricComparison,
  { arm, difference, lift }: ArmComparison,
  currency: string,
): string {
  const mean = values.find((value) => value.arm === arm)?.mean ?? 0;
  const control = values[0]?.mean ?? 0;
  const [is, was] = [tellValue(metric, mean, currency), tellValue(metric, control, currency)];
  const relative = lift ? ` (${tellLift(lift.value)})` : "";
  return `${metric.name.toLowerCase()} ${is} against ${was}${relative}, a difference ${tellInterval(metric, difference.interval, currency)}`;
}

function waitFor({ daysLeft, unitsLeft }: Traffic): string {
  if (daysLeft === null) return "Let it run.";
  if (unitsLeft === 0) return "Let it run on.";
  const days = daysLeft === 1 ? "a day" : `${tellCount(daysLeft)} days`;
  return `Let it run: at today's pace the planned size is reached in about ${days}. You may look as often as you like.`;
}
