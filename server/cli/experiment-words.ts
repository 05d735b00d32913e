/** Experiments as a merchant reads them in a terminal. */
import { formatMoney } from "../catalog/format-money.ts";
import { exponentOf } from "../dialogue/money.ts";
import { type MetricKey, metricOf } from "../experiment/metrics.ts";
import type { Experiment, ExperimentChange } from "../experiment/ports.ts";
import type { Refusal } from "../experiment/refusal.ts";
import { describeSettings } from "../experiment/site-defaults.ts";
import type { Need, SizeReport } from "../experiment/size-report.ts";
import type { Site } from "../gateway/ports.ts";
import { CommandFailure } from "./command-failure.ts";

export type Shop = Pick<Site, "currency" | "locale">;

/** All reasons in one line, the codes in brackets. */
export function failureOf(refusals: readonly Refusal[]): CommandFailure {
  return new CommandFailure(refusals.map(({ code, message }) => `${message} (${code})`).join(" "));
}

export function noExperiment(key: string): CommandFailure {
  const message = `The site has no experiment “${key}”; overture experiment list shows those it has.`;
  return failureOf([{ code: "experiment/unknown", message }]);
}

export function experimentLine({ key, state, plan, coverage, startedAt, decision }: Experiment): string {
  const arms = plan.arms.map((arm) => arm.key).join(" / ");
  const since = startedAt === null ? "" : `  since ${dayOf(startedAt)}`;
  const part =
    (state === "running" || state === "paused") && coverage < 1
      ? `  ${percent(coverage)} of the traffic`
      : "";
  const chosen = decision?.arm
    ? `  chosen: ${decision.arm}${decision.shipped ? " (the site's default)" : ""}`
    : "";
  return `${key}  ${state}  ${arms}${part}${since}${chosen}`;
}

/** One fact per name. */
export function experimentFacts(
  experiment: Experiment,
  interacting: readonly string[],
  shop: Shop,
): Record<string, string> {
  const { key, name, state, plan, coverage, halts, startedAt, stoppedAt, decision } = experiment;
  const { arms, metrics, guardrails, namespace } = plan;
  return {
    experiment: `${key} (${name})`,
    state: `${state}${startedAt ? `, started ${dayOf(startedAt)}` : ""}${stoppedAt ? `, stopped ${dayOf(stoppedAt)}` : ""}`,
    hypothesis: plan.hypothesis,
    arms: arms
      .map((arm, index) => `${arm.key} ${percent(arm.weight)}${index === 0 ? " (control)" : ""}`)
      .join(", "),
    ...Object.fromEntries(arms.map((arm) => [`  ${arm.key}`, treatmentWords(arm.treatment)])),
    metrics: metrics
      .map(({ metric, windowDays }) => `${metricOf(metric).name} within ${windowDays} days`)
      .join(", "),
    guardrails:
      guardrails
        .map(
          ({ metric, margin }) =>
            `${metricOf(metric).name}${margin > 0 ? ` up to ${effectWords(metric, margin, shop)}` : ""}`,
        )
        .join(", ") || "none",
    size: `${count(plan.plannedVisitors)} visitors, to find ${effectWords(metrics[0]?.metric ?? "conversion", plan.minimumEffect, shop)} with a power of ${percent(plan.power)} at a level of ${percent(plan.alpha)}`,
    purchases:
      plan.purchases === "signed" ? "those that the shop's server signed" : "as pages report them, too",
    ...(namespace && { namespace: `${namespace.id}, from ${namespace.start} to ${namespace.end}` }),
    ...(state !== "draft" && { traffic: percent(coverage) }),
    ...(halts.length > 0 && {
      halted: halts.map((halt) => `${halt.arm} (${halt.metric}: ${halt.why})`).join(", "),
    }),
    ...(interacting.length > 0 && {
      "runs beside": `${interacting.join(", ")}: visitors are in both, so one may change what the other shows`,
    }),
    ...(decision && {
      decision: `${decision.arm ?? "no arm"}, by ${decision.by}${decision.note ? `: ${decision.note}` : ""}${decision.verdict ? ` (verdict: ${decision.verdict})` : ""}`,
    }),
    ...(decision?.shipped && {
      default: `${decision.shipped.arm} since ${dayOf(decision.shipped.at)}: ${describeSettings(decision.shipped.after)}`,
    }),
  };
}

export function changeLine({ at, by, action, detail }: ExperimentChange): string {
  const { plan: _plan, at: _at, by: _by, isForced, ...rest } = detail;
  const told = { ...rest, ...(isForced === true && { forced: "yes" }) };
  const words = Object.entries(told)
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`);
  return `${at.slice(0, 16).replace("T", " ")}  ${action} by ${by}${words.length > 0 ? `  ${words.join(", ")}` : ""}`;
}

export function sizeLines(size: SizeReport, shop: Shop): string[] {
  const {
    metric,
    baseline,
    historyDays,
    visitorsPerDay,
    needs,
    minimumEffect,
    finds,
    progress,
    plannedVisitors,
  } = size;
  const { name } = metricOf(metric);
  return [
    baseline
      ? `${name} is ${valueWords(metric, baseline.mean, shop)} now, of ${count(baseline.visitors)} visitors of the last ${historyDays} days.`
      : `${name} is not known yet: too few visitors in the last ${historyDays} days.`,
    visitorsPerDay > 0
      ? `About ${count(Math.round(visitorsPerDay))} visitors a day would be in it.`
      : `Nobody talked with the agent in the last ${historyDays} days, so nobody can tell how long it takes.`,
    `To find ${effectWords(metric, minimumEffect, shop)}:`,
    ...needLines("looking at any time", needs.sequential),
    ...needLines("looking once, at the end", needs.fixed),
    ...(visitorsPerDay > 0
      ? finds.map(
          ({ days, visitors, sequential }) =>
            `In ${days} days (${count(visitors)} visitors) it finds ${sequential === null ? "nothing for certain" : effectWords(metric, sequential, shop)}.`,
        )
      : []),
    ...(progress
      ? [
          `${count(progress.visitors)} of ${count(plannedVisitors)} visitors so far, ${progress.daysLeft === null ? "and nobody comes" : progress.daysLeft === 0 ? "which is all that were planned" : `about ${progress.daysLeft} days left`}.`,
        ]
      : []),
  ];
}

function needLines(how: string, need: Need | null): string[] {
  if (!need) return [`  ${how}: nobody can tell yet`];
  const arms = need.arms.map(({ arm, visitors }) => `${arm} ${count(visitors)}`).join(", ");
  const time = need.days === null ? "" : `, ${need.days} days (${need.wholeWeeks} in whole weeks)`;
  return [`  ${how}: ${count(need.visitors)} visitors${time}; ${arms}`];
}

/** "3 points", "€1.50": a difference of a metric. */
export function effectWords(metric: MetricKey, effect: number, shop: Shop): string {
  const { unit } = metricOf(metric);
  if (unit === "share") return `${Number((effect * 100).toPrecision(3))} points`;
  return valueWords(metric, effect, shop);
}

function valueWords(metric: MetricKey, value: number, { currency, locale }: Shop): string {
  const { unit } = metricOf(metric);
  if (unit === "share") return percent(value);
  if (unit === "money") return formatMoney({ minor: Math.round(value), currency }, locale);
  return `${Number(value.toPrecision(3))}${unit === "milliseconds" ? " ms" : ""}`;
}

/** "0.03", "3%" or "3 points" of a share; an amount in major units of money: in the metric's own unit. */
export function effectOf(metric: MetricKey, text: string, option: string, { currency }: Shop): number {
  const { unit } = metricOf(metric);
  const [, digits, suffix] = /^\s*(\d*\.?\d+)\s*(%|points?)?\s*$/.exec(text) ?? [];
  const number = Number(digits);
  const isPercent = suffix !== undefined;
  if (digits === undefined || !(number >= 0) || (isPercent && unit !== "share"))
    throw new CommandFailure(
      `${option} must be ${unit === "share" ? "a share such as 0.03, or 3%" : unit === "money" ? `an amount such as 1.50 (${currency})` : "a number"}, not ${text}`,
    );
  if (unit === "money") return number * 10 ** exponentOf(currency);
  return isPercent ? number / 100 : number;
}

function treatmentWords(treatment: Experiment["plan"]["arms"][number]["treatment"]): string {
  const { mode, policy, initiative, widget } = treatment;
  const words = [
    mode,
    policy === undefined ? undefined : `policy ${policy}`,
    initiative === undefined
      ? undefined
      : initiative
        ? "speaks first as the site has it"
        : "speaks only when spoken to",
    widget === false ? "no widget" : undefined,
  ].filter((word) => word !== undefined);
  return words.join(", ") || "as the site is";
}

export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}
