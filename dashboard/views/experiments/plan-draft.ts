/** A plan as the form holds it, everything as it is written in its fields; and the way from a plan there and back. */
import type { MetricKey } from "../../../server/experiment/metrics.ts";
import type { Experiment, PlanInput } from "../../api/experiments.ts";
import { GOALS, UNITS } from "./metric-names.ts";

type Plan = Experiment["plan"];
export type Goal = (typeof GOALS)[number];

export interface ArmDraft {
  /** Tells the form's rows apart. */
  id: number;
  /** A preset's word, or the key of an arm that is kept as it was planned. */
  choice: string;
  /** What it is kept as: an arm that no preset's word would make again. */
  kept: Plan["arms"][number] | null;
  /** In per cent; all empty gives equal parts. */
  percent: string;
}

export interface PlanDraft {
  name: string;
  hypothesis: string;
  /** The first is the control. */
  arms: ArmDraft[];
  decides: Goal;
  further: MetricKey[];
  /** In the unit that `effectFactor` turns into the metric's own. */
  effect: string;
  windowDays: string;
  guardrails: MetricKey[];
  /** Arms may be alike: the measuring itself is checked. */
  isCheck: boolean;
}

export const PRESETS = [
  { value: "as-is", name: "As the site is now" },
  { value: "sociable", name: "Sociable: talks like a person" },
  { value: "informational", name: "Informational: keeps to facts" },
  { value: "quiet", name: "Quiet: speaks only when spoken to" },
  { value: "bandit", name: "Bandit: goes on learning" },
  { value: "holdout", name: "Holdout: no assistant at all" },
] as const;

export const ARMS_MOST = 6;
const WINDOW_DAYS = 7;

export const NEW_PLAN: PlanDraft = {
  name: "",
  hypothesis: "",
  arms: [
    { id: 1, choice: "informational", kept: null, percent: "" },
    { id: 2, choice: "sociable", kept: null, percent: "" },
  ],
  decides: "conversion",
  further: [],
  effect: "2",
  windowDays: String(WINDOW_DAYS),
  guardrails: ["dismissal", "human-asked", "complaint"],
  isCheck: false,
};

/** How much of a metric's own unit one of what a merchant writes is: points are hundredths, money is in minor units. */
export function effectFactor(metric: MetricKey, currency: string): number {
  if (UNITS[metric] === "share") return 0.01;
  if (UNITS[metric] !== "money") return 1;
  const money = new Intl.NumberFormat("en", { style: "currency", currency });
  return 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2);
}

export function draftOf({ name, plan }: Experiment, currency: string): PlanDraft {
  const [first, ...others] = plan.metrics;
  const decides = GOALS.find((goal) => goal === first?.metric) ?? "conversion";
  const isEqual = plan.arms.every(({ weight }) => Math.abs(weight - 1 / plan.arms.length) < 0.001);
  return {
    name,
    hypothesis: plan.hypothesis,
    arms: plan.arms.map((arm, index) => {
      const isPreset = PRESETS.some(({ value }) => value === arm.key);
      return {
        id: index + 1,
        choice: arm.key,
        kept: isPreset ? null : arm,
        percent: isEqual ? "" : written(arm.weight * 100),
      };
    }),
    decides,
    further: others.map(({ metric }) => metric),
    effect: written(plan.minimumEffect / effectFactor(decides, currency)),
    windowDays: String(first?.windowDays ?? WINDOW_DAYS),
    guardrails: plan.guardrails.map(({ metric }) => metric),
    isCheck: plan.isCheck ?? false,
  };
}

/** @param before the plan that is changed, whose further settings stay as they are. */
export function planOf(draft: PlanDraft, currency: string, before: Plan | null = null): PlanInput {
  const windowDays = Number(draft.windowDays) || WINDOW_DAYS;
  const effect = Number(draft.effect) * effectFactor(draft.decides, currency);
  const hasShares = draft.arms.some(({ percent }) => percent.trim() !== "");
  const metrics = [draft.decides, ...draft.further.filter((metric) => metric !== draft.decides)];
  return {
    ...(before && {
      namespace: before.namespace,
      alpha: before.alpha,
      power: before.power,
      purchases: before.purchases,
      lookbackDays: before.lookbackDays,
    }),
    ...(draft.isCheck && { isCheck: true }),
    hypothesis: draft.hypothesis,
    arms: draft.arms.map(({ choice, kept, percent }) => ({
      ...(kept ? { key: kept.key, name: kept.name, treatment: kept.treatment } : { preset: choice }),
      ...(hasShares && { weight: (Number(percent) || 0) / 100 }),
    })),
    metrics: metrics.map((metric) => ({ metric, windowDays })),
    guardrails: draft.guardrails.map(
      (metric) => before?.guardrails.find((planned) => planned.metric === metric) ?? { metric, windowDays },
    ),
    ...(effect > 0 && { minimumEffect: effect }),
  };
}

/** Six digits that matter, so that a hundredth is not told as 0.010000000000000002. */
function written(value: number): string {
  return String(Number(value.toPrecision(6)));
}
