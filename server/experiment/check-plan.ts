/** A draft held against its site: policies that exist, arms that differ, and a size that can find what is looked for. */
import { type MetricKey, metricOf } from "./metrics.ts";
import type { ExperimentPlan } from "./plan.ts";
import { effectFound, type SizeQuestion, visitorsNeeded } from "./plan-size.ts";
import type { DraftPlan } from "./read-plan.ts";
import { type Outcome, type Refusal, refused } from "./refusal.ts";
import { BASELINE_VISITORS_LEAST, type SiteHistory } from "./site-history.ts";
import { areAlike, type SiteDefaults } from "./treatments.ts";

export interface PlanContext {
  site: SiteDefaults;
  /** Why policies that arms name cannot be used; those that can are left out. */
  policyTroubles: ReadonlyMap<string, string>;
  /** Of the first metric. */
  history: SiteHistory;
}

/** The policies that a plan's arms name. */
export function policiesOf({ arms }: Pick<DraftPlan, "arms">): string[] {
  return [...new Set(arms.flatMap(({ treatment: { policy } }) => policy ?? []))];
}

/** @returns the whole plan, and what a merchant should know of it though it can be run. All refusals are told at once. */
export function checkPlan(
  { days, ...draft }: DraftPlan,
  context: PlanContext,
): Outcome<{ plan: ExperimentPlan; remarks: string[] }> {
  const refusals = [...policyRefusals(draft, context), ...alikeRefusals(draft, context)];
  const sized = sizeOf({ ...draft, ...(days !== undefined && { days }) }, context.history);
  if (!sized.ok) refusals.push(...sized.refusals);
  const [first, ...others] = refusals;
  if (!sized.ok || first) return { ok: false, refusals: [first ?? UNSIZED, ...others] };
  const { minimumEffect, plannedVisitors, remarks } = sized;
  const hasHoldout = draft.arms.some(({ treatment }) => treatment.widget === false);
  const purchases =
    draft.purchases ?? (hasHoldout || context.history.hasSignedOrders ? "signed" : "reported");
  const needsOrders = draft.metrics.some(({ metric }) => NEEDS_ORDERS.includes(metric));
  if (purchases === "reported" && needsOrders)
    remarks.push(
      "Purchases count as pages report them, which anybody can make up; have the shop's server sign its orders before much depends on them.",
    );
  if (purchases === "signed" && needsOrders && !context.history.hasSignedOrders)
    remarks.push(
      "Purchases count only as the shop's server signs them, and none has come yet: have it send its orders to /api/orders, or nobody will have bought anything.",
    );
  if (hasHoldout)
    remarks.push(
      "Visitors are counted only on pages whose script tag has data-holdout: put it on all pages of the shop before you start.",
    );
  return { ok: true, plan: { ...draft, purchases, minimumEffect, plannedVisitors }, remarks };
}

const NEEDS_ORDERS: readonly MetricKey[] = ["conversion", "revenue", "order-value"];
const UNSIZED: Refusal = { code: "plan/size-unknown", message: "The plan has no size." };

function policyRefusals({ arms }: Pick<DraftPlan, "arms">, { policyTroubles }: PlanContext): Refusal[] {
  return arms.flatMap(({ key, treatment: { policy } }) => {
    const why = policy === undefined ? undefined : policyTroubles.get(policy);
    if (why === undefined) return [];
    const message = `The arm “${key}” cannot use the policy ${policy}: ${why}; overture policy list shows those there are.`;
    return [{ code: "plan/policy-unknown" as const, message }];
  });
}

function alikeRefusals(
  { arms, isCheck }: Pick<DraftPlan, "arms" | "isCheck">,
  { site }: PlanContext,
): Refusal[] {
  if (isCheck) return [];
  return arms.flatMap((arm, index) => {
    const twin = arms.slice(0, index).find((other) => areAlike(arm.treatment, other.treatment, site));
    if (!twin) return [];
    const message = `Visitors of “${twin.key}” and “${arm.key}” would be treated alike as the site is set now (${describe(site)}), so nothing could be learned; change one of them, or set isCheck (--check) if that is what you want to check.`;
    return [{ code: "plan/arms-alike" as const, message }];
  });
}

function describe({ mode, policy, initiative }: SiteDefaults): string {
  return `${mode}, policy ${policy}, ${initiative ? "speaks first" : "speaks only when spoken to"}`;
}

/** What the power calculator is asked of a plan. A history of too few visitors is none. */
export function sizeQuestion(
  { arms, alpha, power, metrics }: Pick<DraftPlan, "arms" | "alpha" | "power" | "metrics">,
  { baseline: known }: SiteHistory,
): SizeQuestion | null {
  const [decides] = metrics;
  if (!decides) return null;
  const baseline = known && known.visitors >= BASELINE_VISITORS_LEAST ? known : null;
  return {
    weights: arms.map(({ weight }) => weight),
    ...{ alpha, power, metrics: metrics.length, metric: decides.metric, baseline },
  };
}

function sizeOf(
  draft: DraftPlan,
  history: SiteHistory,
): Outcome<{ minimumEffect: number; plannedVisitors: number; remarks: string[] }> {
  const question = sizeQuestion(draft, history);
  if (!question) return { ok: false, refusals: [UNSIZED] };
  const { unit, name, kind } = metricOf(question.metric);
  const { minimumEffect, days } = draft;
  if (unit === "share" && minimumEffect !== undefined && minimumEffect >= 1)
    return refused(
      "plan/effect-impossible",
      `${name} is a share, and no share differs by ${minimumEffect}; write 0.03 for three points.`,
    );
  if (draft.plannedVisitors === undefined && minimumEffect === undefined && days === undefined)
    return refused(
      "plan/size-unknown",
      "Say what difference would be worth having (minimumEffect or --minimum-effect, such as 0.03 for three points of a share), or for how many days it may run (days or --days), or with how many visitors (plannedVisitors or --visitors).",
    );
  if (draft.plannedVisitors === undefined && days !== undefined && history.visitorsPerDay <= 0)
    return refused(
      "plan/size-unknown",
      `Nobody has talked with the agent in the last ${history.days} days, so nobody knows how many visitors ${days} days bring; say how many are planned for (plannedVisitors or --visitors).`,
    );
  const ofDays =
    days === undefined ? undefined : Math.max(1, Math.round(days * history.visitorsPerDay * rangeOf(draft)));
  const needed = minimumEffect === undefined ? null : visitorsNeeded(question, minimumEffect, "sequential");
  const plannedVisitors = draft.plannedVisitors ?? ofDays ?? needed;
  if (plannedVisitors === null)
    return refused(
      "plan/size-unknown",
      `How much ${name} varies at this site is not known yet: fewer than ${BASELINE_VISITORS_LEAST} visitors of the last ${history.days} days tell of it. Say how many visitors are planned for (plannedVisitors or --visitors).`,
    );
  const effect = minimumEffect ?? effectFound(question, plannedVisitors, "sequential");
  if (effect === null)
    return refused(
      "plan/size-unknown",
      `How much ${name} varies at this site is not known yet, so nobody can tell what ${plannedVisitors} visitors would show. Say what difference would be worth having (minimumEffect or --minimum-effect).`,
    );
  const smallest = Math.min(...question.weights.filter((weight) => weight > 0)) * plannedVisitors;
  if (smallest < 2)
    return refused(
      "plan/size-too-small",
      `Of ${plannedVisitors} visitors not even two would be in the smallest arm; plan for more.`,
    );
  const remarks: string[] = [];
  if (!question.baseline && kind === "proportion" && draft.plannedVisitors === undefined)
    remarks.push(
      `The site has no history of ${name} yet, so the size is that of the worst case, a share of one half; most shares need far fewer visitors. Look again with overture experiment size when some hundred visitors have talked.`,
    );
  const found = effectFound(question, plannedVisitors, "sequential");
  if (needed !== null && found !== null && plannedVisitors < needed)
    remarks.push(
      `${plannedVisitors} visitors find a difference of ${rounded(found)} with the power asked for; for ${rounded(effect)} it takes ${needed}.`,
    );
  return { ok: true, minimumEffect: effect, plannedVisitors, remarks };
}

/** The part of the site's visitors that a plan's namespace lets in. */
export function rangeOf({ namespace }: Pick<DraftPlan, "namespace">): number {
  return namespace ? namespace.end - namespace.start : 1;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
