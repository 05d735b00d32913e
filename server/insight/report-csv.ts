/** A report's figures as a table for spreadsheets: a row per metric and arm, RFC 4180. Money in minor units, shares from 0 to 1. */
import type { ExperimentReport } from "../experiment/report/report.ts";

const COLUMNS = [
  "metric",
  "role",
  "arm",
  "visitors",
  "non_zero",
  "mean",
  "standard_deviation",
  "difference",
  "low",
  "high",
  "lift",
  "lift_low",
  "lift_high",
  "p",
  "adjusted_p",
  "result",
  "fixed_p",
  "chance_to_win",
  "margin",
] as const;
type Cells = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

export function reportCsv(report: ExperimentReport): string {
  const rows = [...report.metrics.flatMap(goalRows), ...report.guardrails.flatMap(guardrailRows)];
  const lines = rows.map((row) => COLUMNS.map((column) => cellOf(row[column])).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

function goalRows({ metric, values, comparisons }: ExperimentReport["metrics"][number]): Cells[] {
  return values.map(({ arm, units, nonZero, mean, standardDeviation }): Cells => {
    const own = { metric: metric.key, role: "goal", arm, visitors: units, non_zero: nonZero, mean };
    const comparison = comparisons.find((compared) => compared.arm === arm);
    const spread = { ...own, standard_deviation: standardDeviation };
    if (!comparison) return { ...spread, result: "control" };
    const { difference, lift, p, adjustedP, conclusion, fixed, bayesian, reason } = comparison;
    if (reason) return { ...spread, result: reason };
    return {
      ...spread,
      difference: difference.value,
      low: difference.interval.low,
      high: difference.interval.high,
      lift: lift?.value ?? null,
      lift_low: lift?.interval?.low ?? null,
      lift_high: lift?.interval?.high ?? null,
      p,
      adjusted_p: adjustedP,
      result: conclusion,
      fixed_p: fixed.p,
      chance_to_win: bayesian.chanceToWin,
    };
  });
}

function guardrailRows({ metric, margin, results }: ExperimentReport["guardrails"][number]): Cells[] {
  return results.map(({ arm, mean, harm, p, isCrossed, reason }) => ({
    ...{ metric: metric.key, role: "guardrail", arm, mean, margin },
    ...{ difference: harm.value, low: harm.low, p },
    result: isCrossed ? "crossed" : (reason ?? "held"),
  }));
}

function cellOf(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
