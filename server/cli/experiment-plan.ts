/** Plans from a file or from options: kept as a draft, changed, or only sized. */
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import type { ExperimentDesk } from "../admin/experiment-desk.ts";
import { shown } from "../admin/experiments-api.ts";
import { isMetricKey, METRIC_KEYS, type MetricKey } from "../experiment/metrics.ts";
import { CommandFailure } from "./command-failure.ts";
import { actor, withExperiments } from "./experiment-acts.ts";
import { effectOf, failureOf, type Shop, sizeLines } from "./experiment-words.ts";
import { printJson } from "./print.ts";

interface PlanOptions {
  file?: string;
  hypothesis?: string;
  arms?: string;
  weights?: string;
  control?: string;
  metric?: string;
  windowDays?: string;
  guardrails?: string;
  minimumEffect?: string;
  visitors?: string;
  days?: string;
  purchases?: string;
  namespace?: string;
  check?: boolean;
}

function withPlanOptions(command: Command): Command {
  return command
    .option("--file <plan.json>", "the plan as JSON; options below take the place of its parts")
    .option("--hypothesis <words>", "what you believe happens, and why")
    .option(
      "--arms <names>",
      "such as sociable,informational; also as-is, quiet, holdout, bandit, policy:NAME@VERSION. The first is the control",
    )
    .option("--weights <shares>", "their parts of the traffic, such as 0.8,0.2; equal when left out")
    .option("--control <arm>", "which arm the others are compared with")
    .option("--metric <names>", `what decides, and what else is measured: ${METRIC_KEYS.join(", ")}`)
    .option("--window-days <number>", "outcomes count for so many days after a visitor was first in it")
    .option("--guardrails <names>", "what must not get worse; none for none")
    .option(
      "--minimum-effect <size>",
      "the least difference worth having: 0.03 or 3% of a share, 1.50 of money",
    )
    .option("--visitors <number>", "how many are planned for, of all arms together; worked out when left out")
    .option("--days <number>", "instead: for how long it may run")
    .option("--purchases <which>", "signed (orders from the shop's server) or reported (pages, too)")
    .option(
      "--namespace <id:from-to>",
      "such as front:0-0.5; experiments on disjoint ranges share no visitor",
    )
    .option("--check", "the arms are alike on purpose, to check the measuring (A/A)");
}

const NOTE = "Note: ";

export function createCommand(): Command {
  return withPlanOptions(new Command("create"))
    .description(
      "Keep a draft of an experiment: what is compared, what is measured, how many visitors it takes.",
    )
    .requiredOption("--site <key>", "the site's key")
    .option("--key <key>", "how it is called in commands; made from the name when left out")
    .option("--name <words>", "how people call it")
    .option("--by <who>", "who does it, for the list of changes")
    .option("--json", "print { experiment, remarks }")
    .action(
      (options: PlanOptions & { site: string; key?: string; name?: string; by?: string; json?: boolean }) =>
        withExperiments(options.site, async ({ desk, site, record }) => {
          const plan = await planInput(options, site);
          const { key, name, json } = options;
          const created = await desk.create(site.id, { key, name, plan }, actor(options.by));
          if (!created.ok) throw failureOf(created.refusals);
          const { experiment, remarks } = created;
          await record("experiment/create", { key: experiment.key });
          if (json) return printJson({ experiment: shown(experiment), remarks });
          console.log(
            `The draft “${experiment.key}” is kept, for ${experiment.plan.plannedVisitors.toLocaleString("en")} visitors.`,
          );
          for (const remark of remarks) console.log(`${NOTE}${remark}`);
          await printSize(desk, site.id, experiment.key, site);
          console.log(`Start it with: overture experiment start ${experiment.key} --site ${options.site}`);
        }),
    );
}

export function changeCommand(): Command {
  return withPlanOptions(new Command("change"))
    .description("Change a draft; once it was started, its plan is frozen.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<experiment>", "its key")
    .option("--name <words>", "how people call it")
    .option("--by <who>", "who does it, for the list of changes")
    .option("--json", "print { experiment, remarks }")
    .action(
      (key: string, options: PlanOptions & { site: string; name?: string; by?: string; json?: boolean }) =>
        withExperiments(options.site, async ({ desk, book, site, record }) => {
          const { site: _site, name, by, json, ...parts } = options;
          const before = await book.read(site.id, key);
          const plan =
            Object.keys(parts).length === 0 ? undefined : await planInput(parts, site, before?.plan);
          const changed = await desk.change(site.id, key, { name, plan }, actor(by));
          if (!changed.ok) throw failureOf(changed.refusals);
          const { experiment, remarks } = changed;
          await record("experiment/change", { key });
          if (json) return printJson({ experiment: shown(experiment), remarks });
          console.log(`The draft “${key}” is changed.`);
          for (const remark of remarks) console.log(`${NOTE}${remark}`);
        }),
    );
}

export function sizeCommand(): Command {
  return withPlanOptions(new Command("size"))
    .description(
      "How many visitors and days an experiment takes, from the site's own last 28 days; while it runs, how many are left.",
    )
    .requiredOption("--site <key>", "the site's key")
    .argument("[experiment]", "its key; left out, the options say the plan, which is not kept")
    .option("--json", "print the whole calculation")
    .action((key: string | undefined, options: PlanOptions & { site: string; json?: boolean }) =>
      withExperiments(options.site, async ({ desk, site }) => {
        const sized =
          key === undefined
            ? await desk.sizeOfPlan(site.id, await planInput(options, site), 1)
            : await desk.size(site.id, key);
        if (!sized.ok) throw failureOf(sized.refusals);
        if (options.json) return printJson(sized.size);
        for (const line of sizeLines(sized.size, site)) console.log(line);
        if ("remarks" in sized)
          for (const remark of sized.remarks as string[]) console.log(`${NOTE}${remark}`);
      }),
    );
}

async function printSize(desk: ExperimentDesk, siteId: string, key: string, shop: Shop): Promise<void> {
  const sized = await desk.size(siteId, key);
  if (sized.ok) for (const line of sizeLines(sized.size, shop)) console.log(line);
}

/** @param before of a draft that is changed: what is not said stays. */
async function planInput(options: PlanOptions, shop: Shop, before: object = {}): Promise<object> {
  const file = options.file === undefined ? before : await readPlanFile(options.file);
  const metrics = options.metric === undefined ? undefined : metricsOf(options.metric, options.windowDays);
  const decides = metrics?.[0]?.metric ?? firstMetric(file);
  const isResized = options.minimumEffect !== undefined || options.days !== undefined;
  // Of a draft that is changed, a size that was worked out is worked out anew.
  const { plannedVisitors: _, ...unsized } = { plannedVisitors: undefined, ...file };
  return {
    ...(isResized ? unsized : file),
    ...(options.hypothesis !== undefined && { hypothesis: options.hypothesis }),
    ...(options.arms !== undefined && { arms: armsOf(options.arms, options.weights) }),
    ...(options.control !== undefined && { control: options.control }),
    ...(metrics && { metrics }),
    ...(options.guardrails !== undefined && {
      guardrails: options.guardrails === "none" ? [] : listOf(options.guardrails),
    }),
    ...(options.minimumEffect !== undefined && {
      minimumEffect: effectOf(decides, options.minimumEffect, "--minimum-effect", shop),
    }),
    ...(options.visitors !== undefined && { plannedVisitors: numberOf("--visitors", options.visitors) }),
    ...(options.days !== undefined && { days: numberOf("--days", options.days) }),
    ...(options.purchases !== undefined && { purchases: options.purchases }),
    ...(options.namespace !== undefined && { namespace: namespaceOf(options.namespace) }),
    ...(options.check && { isCheck: true }),
  };
}

async function readPlanFile(path: string): Promise<object> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(`${path} cannot be read (${error.code ?? error.message})`);
  });
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
  } catch {
    // Said below.
  }
  throw new CommandFailure(`${path} is no plan: it holds no JSON object`);
}

function armsOf(text: string, weights: string | undefined): unknown[] {
  const presets = listOf(text);
  if (weights === undefined) return presets;
  const shares = listOf(weights).map((share) =>
    effectOf("conversion", share, "--weights", { currency: "USD", locale: "en" }),
  );
  if (shares.length !== presets.length)
    throw new CommandFailure(`--weights names ${shares.length} parts for ${presets.length} arms`);
  return presets.map((preset, index) => ({ preset, weight: shares[index] }));
}

function metricsOf(
  text: string,
  windowDays: string | undefined,
): { metric: MetricKey; windowDays?: number }[] {
  const days = windowDays === undefined ? undefined : numberOf("--window-days", windowDays);
  return listOf(text).map((metric) => {
    if (!isMetricKey(metric))
      throw new CommandFailure(
        `there is no metric ${metric}; there are ${METRIC_KEYS.join(", ")} (plan/metric-unknown)`,
      );
    return { metric, ...(days !== undefined && { windowDays: days }) };
  });
}

/** What a plan that is still unread would decide by; a share where it does not say, or says what does not exist. */
function firstMetric(plan: object): MetricKey {
  const [first] = "metrics" in plan && Array.isArray(plan.metrics) ? plan.metrics : [];
  const key: unknown =
    typeof first === "object" && first !== null && "metric" in first ? first.metric : first;
  return typeof key === "string" && isMetricKey(key) ? key : "conversion";
}

function namespaceOf(text: string): object {
  const [, id, start, end] = /^([^:]+):(\d*\.?\d+)-(\d*\.?\d+)$/.exec(text) ?? [];
  if (id === undefined) throw new CommandFailure(`--namespace must look like front:0-0.5, not ${text}`);
  return { id, start: Number(start), end: Number(end) };
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isInteger(number) && number > 0) return number;
  throw new CommandFailure(`${option} must be a whole number above 0, not ${text}`);
}
