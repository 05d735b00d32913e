/** A report on an experiment, as a merchant reads it in a terminal: the verdict first, then what it rests on. */
import type { ExperimentReport } from "../experiment/report/report.ts";
import {
  tellCount,
  tellDifference,
  tellInterval,
  tellLift,
  tellReason,
  tellValue,
} from "../experiment/report/tell-figures.ts";
import type { ReportedExperiment } from "./experiment-reports.ts";

type Row = string[];

/** Lines without line ends. */
export function tellReport({ experiment, report, isCurrent }: ReportedExperiment): string[] {
  const { verdict, traffic, notes, inputs } = report;
  const { figures } = inputs;
  const since = figures.startedAt ? `, since ${dayOf(figures.startedAt)}` : "";
  const until = figures.stoppedAt ? ` to ${dayOf(figures.stoppedAt)}` : "";
  return [
    `${experiment.name} (${experiment.key}): ${figures.state}${since}${until}`,
    ...(inputs.plan.hypothesis === "" ? [] : [`“${inputs.plan.hypothesis}”`]),
    "",
    `Verdict: ${verdict.says}`,
    `         ${verdict.next}`,
    "",
    `Visitors: ${tellCount(traffic.units)} of ${tellCount(traffic.planned)} planned${toCome(report)}`,
    ...tableOf(armRows(report)),
    ...leftOutLines(report),
    ...report.metrics.flatMap((metric) => ["", ...metricLines(report, metric)]),
    ...guardrailLines(report),
    "",
    ...(isCurrent ? [] : ["* More was stored than could be counted just now; ask again in a moment."]),
    ...notes.map((note) => `* ${note}`),
  ];
}

function toCome({ traffic: { unitsLeft, daysLeft }, inputs }: ExperimentReport): string {
  const { state } = inputs.figures;
  if (state === "stopped" || state === "archived") return "";
  if (unitsLeft === 0) return "; none to come";
  const days =
    daysLeft === null ? "" : daysLeft === 1 ? ", about a day" : `, about ${tellCount(daysLeft)} days`;
  return `; ${tellCount(unitsLeft)} to come${days}`;
}

function armRows({ traffic }: ExperimentReport): Row[] {
  return [
    ["arm", "visitors", "share", "expected"],
    ...traffic.arms.map(({ arm, units, share, expected, isHalted }) => [
      `${arm}${isHalted ? " (halted)" : ""}`,
      tellCount(units),
      percent(share),
      percent(expected),
    ]),
  ];
}

function leftOutLines({ traffic: { mismatch, crossed, leftOut } }: ExperimentReport): string[] {
  const left = Object.entries(leftOut).flatMap(([reason, units]) =>
    units ? [`${tellCount(units)} ${reason}`] : [],
  );
  if (crossed.units > 0) left.push(`${tellCount(crossed.units)} seen in two arms`);
  const word = mismatch.isBlocking ? "not what chance allows" : "as chance allows";
  return [
    `The split is ${word} (p ${tellP(mismatch.p)}).${left.length > 0 ? ` Not counted: ${left.join(", ")}.` : ""}`,
  ];
}

function metricLines(report: ExperimentReport, one: ExperimentReport["metrics"][number]): string[] {
  const { metric, values, comparisons, windowDays, cap } = one;
  const { currency } = report.inputs.figures;
  const capped = cap === null ? "" : `, single visitors up to ${tellValue(metric, cap, currency)}`;
  const rows = values.map(({ arm, mean }, place): Row => {
    const value = tellValue(metric, mean, currency);
    const comparison = comparisons.find((compared) => compared.arm === arm);
    if (!comparison) return [arm, value, place === 0 ? "control" : "", "", "", "", ""];
    const { difference, lift, adjustedP, conclusion, bayesian, reason } = comparison;
    if (reason) return [arm, value, `nothing to compare: ${tellReason(reason)}`, "", "", "", ""];
    return [
      arm,
      value,
      tellDifference(metric, difference.value, currency),
      tellInterval(metric, difference.interval, currency),
      lift ? liftWords(lift) : "",
      tellP(adjustedP),
      `${conclusion} (${percent(bayesian.chanceToWin)})`,
    ];
  });
  return [
    `${metric.name}, within ${windowDays} days${capped}`,
    ...tableOf([["arm", "value", "difference", "interval", "lift", "p", "result (chance to win)"], ...rows]),
  ];
}

function liftWords({
  value,
  interval,
}: NonNullable<ExperimentReport["metrics"][number]["comparisons"][number]["lift"]>) {
  if (!interval || interval.low === null || interval.high === null) return tellLift(value);
  return `${tellLift(value)} (${tellLift(interval.low)} to ${tellLift(interval.high)})`;
}

function guardrailLines(report: ExperimentReport): string[] {
  const { currency } = report.inputs.figures;
  if (report.guardrails.length === 0) return [];
  const rows = report.guardrails.flatMap(({ metric, results }) =>
    results.map(({ arm, mean, controlMean, harm, isCrossed, reason }): Row => {
      const state = isCrossed
        ? "CROSSED"
        : reason === null
          ? "held"
          : reason === "too-early"
            ? "too early"
            : tellReason(reason);
      return [
        metric.name,
        arm,
        tellValue(metric, mean, currency),
        tellValue(metric, controlMean, currency),
        harm.low === null || harm.low <= 0 ? "none" : tellDifference(metric, harm.low, currency),
        state,
      ];
    }),
  );
  return [
    "",
    "Guardrails",
    ...tableOf([["metric", "arm", "value", "control", "certain harm", "state"], ...rows]),
  ];
}

/** Columns as wide as their longest cell; the first row is the head. */
function tableOf(rows: Row[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString("en", { maximumFractionDigits: 1 })} %`;
}

function tellP(p: number): string {
  return p < 0.001 ? "< .001" : p.toFixed(3).replace(/^0/, "");
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
