/**
 * The three ways to look at the same figures. The one that holds however often one looks decides; the others are for whoever is
 * used to them, and say what they may be used for.
 */
import type { Report } from "../../api/experiments.ts";
import { tellLift, tellShare } from "../../parts/format.ts";
import { decimals, tellDifference, tellLiftInterval, tellP } from "./figures.ts";

type Metric = Report["metrics"][number]["metric"];
type Comparison = Report["metrics"][number]["comparisons"][number];

export const METHODS = [
  { value: "any-time", name: "At any time" },
  { value: "fixed", name: "At a fixed size" },
  { value: "bayesian", name: "Bayesian" },
] as const;
export type Method = (typeof METHODS)[number]["value"];

export const METHOD_SAYS: Record<Method, string> = {
  "any-time":
    "Holds however often you look, over all metrics and arms together. The verdict rests on it, and so does what is told under Result.",
  fixed:
    "Welch's test. It holds if you look once, when as many visitors have come as were planned; looking again and again finds differences that are not there.",
  bayesian:
    "How likely each arm is the better one, for somebody who believed beforehand that most changes do little. Stopping as soon as it looks good is wrong far more often than it says.",
};

export const LAST_COLUMN: Record<Method, string> = {
  "any-time": "p",
  fixed: "p",
  bayesian: "Chance to be better",
};

export interface Seen {
  /** As a share of the control's value; null where there is none to compare with. */
  lift: { value: number; low: number | null; high: number | null } | null;
  value: string;
  /** The range in words. */
  range: string;
  last: string;
  /** Beside the last figure, smaller. */
  remark: string | null;
}

export function seenBy(
  method: Method,
  comparison: Comparison,
  metric: Metric,
  controlMean: number,
  currency: string,
): Seen {
  const { lift, difference, adjustedP, reason, fixed, bayesian } = comparison;
  if (reason) return { lift: null, value: "–", range: "", last: "–", remark: null };
  if (method === "fixed") {
    const { low, high } = fixed.interval;
    const over = (end: number | null) =>
      end === null || controlMean === 0 ? null : end / Math.abs(controlMean);
    return {
      lift:
        controlMean === 0
          ? null
          : { value: difference.value / Math.abs(controlMean), low: over(low), high: over(high) },
      value: lift ? tellLift(lift.value) : "–",
      range:
        low === null || high === null
          ? "open"
          : `${tellDifference(metric, low, currency)} … ${tellDifference(metric, high, currency)}`,
      last: tellP(fixed.p),
      remark: `t ${decimals(fixed.t)}`,
    };
  }
  if (method === "bayesian") {
    const { low, high } = bayesian.interval;
    return {
      lift: { value: bayesian.lift, low, high },
      value: tellLift(bayesian.lift),
      range: tellLiftInterval(bayesian.interval),
      last: tellChance(bayesian.chanceToWin),
      remark: `at stake ${tellShare(Math.abs(bayesian.risk.treatment))}`,
    };
  }
  const interval = lift?.interval ?? null;
  return {
    lift: lift && interval && { value: lift.value, ...interval },
    value: lift ? tellLift(lift.value) : "–",
    range: interval ? tellLiftInterval(interval) : "",
    last: tellP(adjustedP),
    remark: null,
  };
}

/** Never told as certain: a chance is not. */
function tellChance(chance: number): string {
  if (chance > 0.999) return "> 99.9 %";
  if (chance < 0.001) return "< 0.1 %";
  return tellShare(chance);
}
