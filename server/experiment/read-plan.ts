/** From what a merchant wrote to a draft with its defaults: everything that can be told without knowing the site. */
import type { z } from "zod";
import { armOfPreset, KEY_PATTERN, PRESET_WORDS, slugOf } from "./arm-presets.ts";
import { isMetricKey, METRIC_KEYS, type MetricKey, metricOf } from "./metrics.ts";
import type { Arm, ExperimentPlan, PlannedGuardrail, PlannedMetric, Treatment } from "./plan.ts";
import { type PlanInput, planInputSchema } from "./plan-input.ts";
import type { Outcome, Refusal, RefusalCode } from "./refusal.ts";

/** A plan whose size may still be open, and whose arms nobody has compared with the site. */
export type DraftPlan = Omit<ExperimentPlan, "minimumEffect" | "plannedVisitors" | "purchases"> &
  Partial<Pick<ExperimentPlan, "minimumEffect" | "plannedVisitors" | "purchases">> & { days?: number };

const WINDOW_DAYS = 7;
const WINDOW_DAYS_MOST = 90;
const LOOKBACK_DAYS = 14;
/** Weights that were rounded when they were written, such as thirds. */
const WEIGHT_TOLERANCE = 0.001;

type Refuse = (code: RefusalCode, message: string) => void;

/** All that is wrong is told at once. @param json as parsed, of whatever it may be made. */
export function readPlan(json: unknown): Outcome<{ draft: DraftPlan }> {
  const parsed = planInputSchema.safeParse(json);
  if (!parsed.success) {
    const [first, ...others] = parsed.error.issues.map(malformed);
    return {
      ok: false,
      refusals: [first ?? { code: "plan/malformed", message: "It is no plan." }, ...others],
    };
  }
  const refusals: Refusal[] = [];
  const refuse: Refuse = (code, message) => void refusals.push({ code, message });
  const input = parsed.data;
  const arms = controlFirst(
    readArms(input.isCheck ? numbered(input.arms) : input.arms, refuse),
    input.control,
    refuse,
  );
  const metrics = readMetrics(input.metrics, "metric", refuse);
  const guardrails = input.guardrails
    ? readGuardrails(input.guardrails, refuse)
    : defaultGuardrails(arms, metrics);
  checkMetrics(arms, metrics, guardrails, refuse);
  checkNamespace(input.namespace ?? null, refuse);
  const { minimumEffect, plannedVisitors, purchases, days, isCheck } = input;
  const [first, ...others] = refusals;
  if (first) return { ok: false, refusals: [first, ...others] };
  return {
    ok: true,
    draft: {
      hypothesis: input.hypothesis || hypothesisOf(arms, metrics),
      arms,
      metrics,
      guardrails,
      namespace: input.namespace ?? null,
      alpha: input.alpha ?? 0.05,
      power: input.power ?? 0.8,
      lookbackDays: input.lookbackDays ?? LOOKBACK_DAYS,
      ...(minimumEffect !== undefined && { minimumEffect }),
      ...(plannedVisitors !== undefined && { plannedVisitors }),
      ...(purchases !== undefined && { purchases }),
      ...(days !== undefined && { days }),
      ...(isCheck && { isCheck }),
    },
  };
}

function malformed({ path, message, code }: z.core.$ZodIssue): Refusal {
  const where = path.length === 0 ? "The plan" : path.join(".");
  const what =
    code === "invalid_union"
      ? "is neither a name nor an object of the form that overture experiment create --help shows"
      : lowered(message);
  return { code: "plan/malformed", message: `${where}: ${what}.` };
}

function lowered(message: string): string {
  return message.slice(0, 1).toLowerCase() + message.slice(1);
}

function readArms(inputs: z.output<typeof planInputSchema>["arms"], refuse: Refuse): Arm[] {
  const weights = inputs.map((input) => (typeof input === "string" ? undefined : input.weight));
  const arms = inputs.flatMap((input, index) => {
    const { preset, key, name, treatment } = typeof input === "string" ? { preset: input } : input;
    const word = preset ?? (treatment === undefined ? key : undefined);
    const named = word === undefined ? null : armOfPreset(word);
    if (word !== undefined && !named) {
      refuse(
        "plan/preset-unknown",
        `No arm is called “${word}”: there are ${PRESET_WORDS.join(", ")}; or say its treatment.`,
      );
      return [];
    }
    const known = named ?? { key: `arm-${index + 1}`, name: `Arm ${index + 1}`, treatment: {} };
    const arm = {
      ...known,
      ...(key !== undefined && { key }),
      treatment: { ...known.treatment, ...said(treatment ?? {}) },
    };
    return [
      {
        ...arm,
        name: name ?? (named ? known.name : (key ?? known.name)),
        weight: weights[index] ?? 1 / inputs.length,
      },
    ];
  });
  if (inputs.length < 2)
    refuse(
      "plan/arms-too-few",
      "An experiment compares at least two arms, such as sociable and informational.",
    );
  const keys = arms.map(({ key }) => key);
  for (const key of keys)
    if (!KEY_PATTERN.test(key))
      refuse(
        "plan/arm-key-malformed",
        `“${key}” is no key of an arm: use lower case letters, digits and hyphens, such as ${slugOf(key)}.`,
      );
  for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
    refuse("plan/arm-key-taken", `Two arms are called “${key}”; give each a key of its own.`);
  return weighed(arms, weights, refuse);
}

/** In a check, arms are alike on purpose: the second of a name is called by it and its number. */
function numbered(inputs: PlanInput["arms"]): PlanInput["arms"] {
  const seen = new Map<string, number>();
  return inputs.map((input) => {
    const { preset, key, ...others } =
      typeof input === "string" ? { preset: input } : { key: undefined, ...input };
    if (preset === undefined || key !== undefined) return input;
    const number = (seen.get(preset) ?? 0) + 1;
    seen.set(preset, number);
    return number === 1 ? input : { ...others, preset, key: slugOf(`${preset}-${number}`) };
  });
}

/** What was said to be undefined was not said. */
function said(treatment: { [Key in keyof Treatment]: Treatment[Key] | undefined }): Treatment {
  return Object.fromEntries(Object.entries(treatment).filter(([, value]) => value !== undefined));
}

function weighed(arms: Arm[], given: (number | undefined)[], refuse: Refuse): Arm[] {
  const weights = given.filter((weight) => weight !== undefined);
  if (weights.length === 0) return arms;
  if (weights.length < given.length) {
    refuse(
      "plan/weights-mixed",
      "Some arms have a weight and some have none; give each one, or leave them all out for equal parts.",
    );
    return arms;
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
    refuse(
      "plan/weights-sum",
      `The weights of the arms add up to ${Number(sum.toFixed(4))} and not to 1; write 0.5 and 0.5 for two equal arms, or leave them out.`,
    );
    return arms;
  }
  if (weights.filter((weight) => weight > 0).length < 2)
    refuse("plan/arms-too-few", "Only one arm gets visitors; at least two need a weight above 0.");
  return arms.map((arm) => ({ ...arm, weight: arm.weight / sum }));
}

function controlFirst(arms: Arm[], control: string | undefined, refuse: Refuse): Arm[] {
  const chosen = control === undefined ? arms[0] : arms.find(({ key }) => key === control);
  if (!chosen) {
    if (arms.length > 0)
      refuse(
        "plan/control-unknown",
        `No arm is called “${control}”; the control is one of ${arms.map(({ key }) => key).join(", ")}.`,
      );
    return arms;
  }
  if (chosen.weight <= 0)
    refuse(
      "plan/control-empty",
      `The control “${chosen.key}” gets no visitors, so nothing could be compared with it; give it a weight above 0.`,
    );
  return [chosen, ...arms.filter((arm) => arm !== chosen)];
}

function readMetrics(
  inputs: readonly (string | { metric: string; windowDays?: number | undefined })[],
  as: "metric" | "guardrail",
  refuse: Refuse,
): PlannedMetric[] {
  if (inputs.length === 0 && as === "metric")
    refuse("plan/metric-unknown", "Say at least one metric, such as conversion; the first one decides.");
  return inputs.flatMap((input) => {
    const { metric, windowDays = WINDOW_DAYS } = typeof input === "string" ? { metric: input } : input;
    if (!isMetricKey(metric)) {
      refuse("plan/metric-unknown", `There is no ${as} “${metric}”; there are ${METRIC_KEYS.join(", ")}.`);
      return [];
    }
    if (!Number.isInteger(windowDays) || windowDays < 1 || windowDays > WINDOW_DAYS_MOST)
      refuse(
        "plan/window-outside",
        `The window of ${metric} is ${windowDays} days; it is a whole number of days from 1 to ${WINDOW_DAYS_MOST}.`,
      );
    return [{ metric, windowDays }];
  });
}

function readGuardrails(
  inputs: readonly (
    | string
    | { metric: string; windowDays?: number | undefined; margin?: number | undefined }
  )[],
  refuse: Refuse,
): PlannedGuardrail[] {
  return inputs.flatMap((input) =>
    readMetrics([input], "guardrail", refuse).map((planned) => {
      return { ...planned, margin: typeof input === "string" ? 0 : (input.margin ?? 0) };
    }),
  );
}

const MANNERS = ["dismissal", "quick-close", "human-asked", "complaint"] as const satisfies MetricKey[];

/** What every experiment should watch, less what its arms differ in by their nature. */
function defaultGuardrails(arms: readonly Arm[], metrics: readonly PlannedMetric[]): PlannedGuardrail[] {
  return MANNERS.filter((metric) => !metrics.some((planned) => planned.metric === metric))
    .filter((metric) => !arms.some((arm) => cannotHappenTo(arm, metric)))
    .map((metric) => ({ metric, windowDays: WINDOW_DAYS, margin: 0 }));
}

const NEEDS_INITIATIVE: readonly MetricKey[] = ["dismissal", "quick-close"];
/** What the shop knows of whoever meets no widget: orders come from its server, and the page's delay is measured everywhere. */
const WITHOUT_WIDGET: readonly MetricKey[] = ["conversion", "revenue", "order-value", "page-delay"];

function cannotHappenTo({ treatment }: Arm, metric: MetricKey): boolean {
  if (treatment.widget === false) return !WITHOUT_WIDGET.includes(metric);
  return treatment.initiative === false && NEEDS_INITIATIVE.includes(metric);
}

function checkMetrics(
  arms: readonly Arm[],
  metrics: readonly PlannedMetric[],
  guardrails: readonly PlannedGuardrail[],
  refuse: Refuse,
): void {
  const keys = [...metrics, ...guardrails].map(({ metric }) => metric);
  for (const metric of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
    refuse("plan/metric-twice", `${metric} is named twice; name it once, as a metric or as a guardrail.`);
  const holdout = arms.find(({ treatment }) => treatment.widget === false);
  if (holdout)
    for (const { metric } of metrics.filter(({ metric }) => cannotHappenTo(holdout, metric)))
      refuse(
        "plan/metric-not-in-holdout",
        `${metricOf(metric).name} cannot happen to visitors of “${holdout.key}”, who see no widget; measure ${WITHOUT_WIDGET.join(", ")}.`,
      );
  const [control, ...others] = arms;
  if (!control) return;
  for (const { metric, margin } of guardrails) {
    const met = others.find((arm) => !cannotHappenTo(arm, metric));
    if (margin === 0 && met && metricOf(metric).better === "lower" && cannotHappenTo(control, metric))
      refuse(
        "plan/guardrail-always-crossed",
        `${metricOf(metric).name} cannot happen to visitors of the control “${control.key}”, so “${met.key}” would be halted for the first ones, whatever good it does; give the guardrail a margin, such as 0.02 for two points, or leave it out.`,
      );
  }
}

function checkNamespace(namespace: ExperimentPlan["namespace"], refuse: Refuse): void {
  if (namespace && !(namespace.start >= 0 && namespace.end <= 1 && namespace.start < namespace.end))
    refuse(
      "plan/namespace-range",
      `The namespace's range goes from ${namespace.start} to ${namespace.end}; it needs a start and a later end from 0 to 1, such as 0 to 0.5 for one half of the visitors.`,
    );
}

function hypothesisOf([control, ...others]: readonly Arm[], [decides]: readonly PlannedMetric[]): string {
  if (!control || !decides) return "";
  return `${metricOf(decides.metric).name} differs between ${control.name} and ${others.map(({ name }) => name).join(", ")}.`;
}
