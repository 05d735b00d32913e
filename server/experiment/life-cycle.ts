/**
 * What may be done with an experiment when: draft → running ⇄ paused → stopped → archived. A plan changes while it is a draft
 * and never after [EXP-11]; whoever wants another plan stops this experiment and starts another.
 */
import type { Experiment } from "./ports.ts";
import { type Refusal, refused } from "./refusal.ts";

/** The part of an experiment that its life cycle looks at. */
export type LifeState = Pick<Experiment, "key" | "state" | "coverage" | "plan" | "halts" | "decision">;

type Permission = { ok: true } | { ok: false; refusals: [Refusal] };
const ALLOWED: Permission = { ok: true };

export function mayChange({ key, state }: LifeState): Permission {
  if (state === "draft") return ALLOWED;
  return refused(
    "experiment/frozen",
    `The plan of “${key}” is frozen since it was started, so that its result can be trusted. Stop it, and create another one with the plan you want.`,
  );
}

export function mayDelete({ key, state }: LifeState): Permission {
  if (state === "draft") return ALLOWED;
  return refused(
    "experiment/not-a-draft",
    `“${key}” was started once, and what was measured is kept. Only drafts can be deleted; stop it and archive it instead.`,
  );
}

/** @param coverage the share of the traffic to begin with. */
export function mayStart({ key, state }: LifeState, coverage: number): Permission {
  if (state === "running" || state === "paused")
    return refused(
      "experiment/under-way",
      state === "running" ? `“${key}” runs already.` : `“${key}” is paused; resume it.`,
    );
  if (state !== "draft")
    return refused(
      "experiment/not-a-draft",
      `“${key}” has ended, and its result stays as it is. Create another experiment to measure again.`,
    );
  return checkCoverage(coverage);
}

export function mayRamp(experiment: LifeState, coverage: number): Permission {
  const { key, state } = experiment;
  if (state !== "running" && state !== "paused") return notUnderWay(experiment);
  const range = checkCoverage(coverage);
  if (!range.ok) return range;
  if (coverage < experiment.coverage)
    return refused(
      "experiment/coverage-shrinks",
      `“${key}” has ${percent(experiment.coverage)} of the traffic, and that only grows, so that everybody stays in their arm. To take no new visitors, pause it; to end it, stop it.`,
    );
  return ALLOWED;
}

export function mayPause(experiment: LifeState): Permission {
  if (experiment.state === "running") return ALLOWED;
  if (experiment.state === "paused")
    return refused("experiment/not-running", `“${experiment.key}” is paused already.`);
  return notUnderWay(experiment);
}

export function mayResume(experiment: LifeState): Permission {
  const { key, state } = experiment;
  if (state === "running") return refused("experiment/not-paused", `“${key}” runs; it is not paused.`);
  if (state !== "paused") return notUnderWay(experiment);
  if (armsLeft(experiment).length < 2)
    return refused(
      "experiment/no-arms-left",
      `“${key}” cannot go on: a guardrail has halted ${experiment.halts.map(({ arm }) => `“${arm}”`).join(" and ")}, and fewer than two arms are left to compare. Stop it and decide.`,
    );
  return ALLOWED;
}

/** @param arm the one that was chosen; null when none is. */
export function mayStop(experiment: LifeState, arm: string | null): Permission {
  const { key, state } = experiment;
  if (state === "stopped" || state === "archived")
    return refused("experiment/not-running", `“${key}” was stopped before, and its decision stays.`);
  if (state === "draft")
    return refused("experiment/not-running", `“${key}” was never started; delete it, if it is not wanted.`);
  return arm === null ? ALLOWED : knowsArm(experiment, arm);
}

export function mayArchive({ key, state }: LifeState): Permission {
  if (state === "stopped") return ALLOWED;
  if (state === "archived") return refused("experiment/archived", `“${key}” is archived already.`);
  return refused(
    "experiment/not-stopped",
    state === "draft"
      ? `“${key}” is a draft; delete it, if it is not wanted.`
      : `“${key}” is under way; stop it before it is archived.`,
  );
}

/** @param arm another one than was chosen when it was stopped; null for that one. */
export function mayShip(experiment: LifeState, arm: string | null, isForced: boolean): Permission {
  const { key, state, decision } = experiment;
  if (!decision || (state !== "stopped" && state !== "archived"))
    return refused(
      "experiment/not-stopped",
      `“${key}” has no winner while it has not ended; stop it with the arm you choose, then ship it.`,
    );
  if (decision.shipped)
    return refused(
      "ship/shipped-already",
      `An arm of “${key}” is the site's default already; undo that first.`,
    );
  const chosen = arm ?? decision.arm;
  if (chosen === null)
    return refused(
      "ship/no-arm",
      `“${key}” was stopped without choosing an arm; say which one becomes the default: ${armKeys(experiment)}.`,
    );
  const known = knowsArm(experiment, chosen);
  if (!known.ok) return known;
  if (treatmentOf(experiment, chosen)?.widget === false)
    return refused(
      "ship/holdout",
      `“${chosen}” is the shop without the widget; to have it so, take the script tag off its pages.`,
    );
  const halt = experiment.halts.find((halted) => halted.arm === chosen);
  if (halt && !isForced)
    return refused(
      "ship/halted",
      `“${chosen}” was halted because of harm (${halt.metric}: ${halt.why}). If it shall be the default for all that, force it.`,
    );
  return ALLOWED;
}

export function mayUnship({ key, decision }: LifeState): Permission {
  if (decision?.shipped) return ALLOWED;
  return refused(
    "ship/not-shipped",
    `No arm of “${key}” is the site's default, so there is nothing to undo.`,
  );
}

/** The arms that still take visitors. */
export function armsLeft({ plan, halts }: Pick<Experiment, "plan" | "halts">): string[] {
  const halted = new Set(halts.map(({ arm }) => arm));
  return plan.arms.filter(({ key, weight }) => weight > 0 && !halted.has(key)).map(({ key }) => key);
}

function notUnderWay({ key, state }: LifeState): Permission {
  return refused(
    "experiment/not-running",
    state === "draft" ? `“${key}” is a draft; start it first.` : `“${key}” has ended, and stays so.`,
  );
}

function knowsArm(experiment: LifeState, arm: string): Permission {
  if (experiment.plan.arms.some(({ key }) => key === arm)) return ALLOWED;
  return refused(
    "experiment/arm-unknown",
    `“${experiment.key}” has no arm “${arm}”; it has ${armKeys(experiment)}.`,
  );
}

function treatmentOf({ plan }: LifeState, arm: string) {
  return plan.arms.find(({ key }) => key === arm)?.treatment;
}

function armKeys({ plan }: LifeState): string {
  return plan.arms.map(({ key }) => key).join(", ");
}

function checkCoverage(coverage: number): Permission {
  if (coverage > 0 && coverage <= 1) return ALLOWED;
  return refused(
    "experiment/coverage-outside",
    `A coverage is a share of the traffic above 0 and up to 1: 0.1 is a tenth of the visitors. It cannot be ${coverage}.`,
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
