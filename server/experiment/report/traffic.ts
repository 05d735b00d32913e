/** Who was exposed: how many of each arm and how many there should be, who is left out, and how far the plan has come [EXP-2, EXP-7]. */
import type { ExperimentPlan } from "../plan.ts";
import { type ExposureHealth, exposureHealth } from "../statistics/exposures.ts";
import { runningP } from "../statistics/msprt.ts";
import { durationInDays } from "../statistics/power.ts";
import { checkRatio, SRM_BLOCKS, watchRatio } from "../statistics/srm.ts";
import type { ExperimentFigures, UnitStanding } from "./figures.ts";

export interface Traffic {
  /** Persons who count. */
  units: number;
  /** `share` and `expected` of all persons of arms that take visitors. */
  arms: { arm: string; units: number; share: number; expected: number; isHalted: boolean }[];
  mismatch: {
    /** Pearson's chi-square, for this one look. */
    p: number;
    /** Always valid: the smallest of all looks. For alerts. */
    sequentialP: number;
    isBlocking: boolean;
  };
  crossed: { units: number; share: number; health: ExposureHealth };
  leftOut: Partial<Record<Exclude<UnitStanding, "counted" | "crossed">, number>>;
  planned: number;
  unitsLeft: number;
  /** At the pace since the start; null before there is one, and while nobody comes in. */
  daysLeft: number | null;
}

const DAY_MS = 86_400_000;

export function trafficOf(plan: ExperimentPlan, figures: ExperimentFigures): Traffic {
  const halted = new Set(figures.halts.map(({ arm }) => arm));
  const countOf = (arm: string, standing: UnitStanding) =>
    figures.arms.find((one) => one.arm === arm)?.units[standing] ?? 0;
  const sumOf = (standing: UnitStanding) =>
    figures.arms.reduce((sum, { units }) => sum + (units[standing] ?? 0), 0);
  const units = sumOf("counted");
  const crossed = sumOf("crossed");
  // A halted arm takes nobody any more; among the others the weights still say who should have come.
  const weights = plan.arms.map(({ key, weight }) => (halted.has(key) ? 0 : weight));
  const observed = plan.arms.map(({ key }) => countOf(key, "counted"));
  const taking = observed.reduce((sum, count, arm) => sum + ((weights[arm] ?? 0) > 0 ? count : 0), 0);
  const weightOfAll = weights.reduce((sum, weight) => sum + weight, 0);
  const { p } = checkRatio(observed, weights);
  const [watch] = watchRatio([observed], { weights });
  const unitsLeft = Math.max(0, plan.plannedVisitors - units);
  return {
    units,
    arms: plan.arms.map(({ key }, place) => ({
      arm: key,
      units: observed[place] ?? 0,
      share: quotient(observed[place] ?? 0, halted.has(key) ? units : taking),
      expected: quotient(weights[place] ?? 0, weightOfAll),
      isHalted: halted.has(key),
    })),
    mismatch: {
      p,
      sequentialP: runningP(figures.mismatchP, watch?.p ?? 1),
      isBlocking: p < SRM_BLOCKS,
    },
    crossed: {
      units: crossed,
      share: quotient(crossed, units + crossed),
      health: exposureHealth(crossed, units + crossed),
    },
    leftOut: { bot: sumOf("bot"), preview: sumOf("preview"), staff: sumOf("staff") },
    planned: plan.plannedVisitors,
    unitsLeft,
    daysLeft: figures.state === "running" ? durationInDays(unitsLeft, unitsPerDay(units, figures)) : null,
  };
}

function unitsPerDay(units: number, { startedAt, at }: ExperimentFigures): number {
  if (startedAt === null) return 0;
  const days = (Date.parse(at) - Date.parse(startedAt)) / DAY_MS;
  return days > 0 ? units / days : 0;
}

function quotient(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
