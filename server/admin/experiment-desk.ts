/**
 * Experiments as a merchant runs them: plans are held against the site before they are kept and again before they start. The API
 * and the commands do the same by it.
 */
import { KEY_MAX_LENGTH, KEY_PATTERN, slugOf } from "../experiment/arm-presets.ts";
import { checkPlan, policiesOf } from "../experiment/check-plan.ts";
import { mayStart } from "../experiment/life-cycle.ts";
import type { ExperimentPlan, PlannedMetric } from "../experiment/plan.ts";
import type { Experiment, ExperimentBook, ExperimentOutcome } from "../experiment/ports.ts";
import { readPlan } from "../experiment/read-plan.ts";
import { type Outcome, refused } from "../experiment/refusal.ts";
import { type SizeReport, sizeReport } from "../experiment/size-report.ts";

export interface ExperimentRooms {
  book: ExperimentBook;
  /** Why a policy cannot be used at the site; null where it can. */
  policyTrouble(siteId: string, reference: string): Promise<string | null>;
  /** The code of the verdict as of now, kept with the decision. */
  verdictOf(experiment: Experiment): Promise<string>;
  now(): Date;
}

export interface DraftRequest {
  /** Made from the name, or from the arms, when left out. */
  key?: string | undefined;
  name?: string | undefined;
  /** As parsed, of whatever it may be made. */
  plan: unknown;
}

/** With what a merchant should know of the plan though it can be run. */
export type DraftOutcome = Outcome<{ experiment: Experiment; remarks: string[] }>;

export interface ExperimentDesk {
  create(siteId: string, draft: DraftRequest, by: string): Promise<DraftOutcome>;
  change(
    siteId: string,
    key: string,
    draft: { name?: string | undefined; plan?: unknown },
    by: string,
  ): Promise<DraftOutcome>;
  start(
    siteId: string,
    key: string,
    coverage: number,
    by: string,
  ): Promise<Outcome<{ experiment: Experiment; interacting: string[]; remarks: string[] }>>;
  stop(
    siteId: string,
    key: string,
    decision: { arm: string | null; note: string; by: string },
  ): Promise<ExperimentOutcome>;
  /** Of an experiment there is. */
  size(siteId: string, key: string): Promise<Outcome<{ size: SizeReport }>>;
  /** Of a plan that is not kept. */
  sizeOfPlan(
    siteId: string,
    plan: unknown,
    coverage: number,
  ): Promise<Outcome<{ size: SizeReport; remarks: string[] }>>;
}

const DAY_MS = 86_400_000;
const NAME_MAX_LENGTH = 200;

export function createExperimentDesk({
  book,
  policyTrouble,
  verdictOf,
  now,
}: ExperimentRooms): ExperimentDesk {
  return {
    async create(siteId, { key, name, plan: json }, by) {
      const checked = await check(siteId, json);
      if (!checked.ok) return checked;
      const { plan, remarks } = checked;
      const named = name?.trim() || plan.arms.map((arm) => arm.name).join(" or ");
      const wanted = key ?? slugOf(name?.trim() ? name : plan.arms.map((arm) => arm.key).join(" or "));
      if (!KEY_PATTERN.test(wanted) || wanted.length > KEY_MAX_LENGTH)
        return refused(
          "experiment/key-malformed",
          `“${wanted}” is no key: use up to ${KEY_MAX_LENGTH} lower case letters and digits with hyphens between, such as ${slugOf(wanted)}.`,
        );
      const created = await book.create(
        siteId,
        { key: wanted, name: named.slice(0, NAME_MAX_LENGTH), plan },
        by,
      );
      return created.ok ? { ...created, remarks } : created;
    },
    async change(siteId, key, { name, plan: json }, by) {
      const checked = json === undefined ? null : await check(siteId, json);
      if (checked && !checked.ok) {
        // A frozen plan is frozen, whatever it is to be changed to.
        const found = await book.read(siteId, key);
        if (found?.state === "draft") return checked;
      }
      const wanted = {
        ...(name?.trim() && { name: name.trim().slice(0, NAME_MAX_LENGTH) }),
        ...(checked?.ok && { plan: checked.plan }),
      };
      const changed = await book.change(siteId, key, wanted, by);
      return changed.ok ? { ...changed, remarks: checked?.ok ? checked.remarks : [] } : changed;
    },
    async start(siteId, key, coverage, by) {
      const found = await book.read(siteId, key);
      const permission = found && mayStart(found, coverage);
      // The site may have changed since the draft was written: a policy is gone, or two arms are alike now.
      const checked = found && permission?.ok ? await check(siteId, found.plan) : null;
      if (checked && !checked.ok) return checked;
      const started = await book.start(siteId, key, coverage, by);
      return started.ok ? { ...started, remarks: checked?.remarks ?? [] } : started;
    },
    async stop(siteId, key, decision) {
      const found = await book.read(siteId, key);
      const isUnderWay = found?.state === "running" || found?.state === "paused";
      // Whoever wants to stop can, also where the figures cannot be had.
      const verdict = found && isUnderWay ? await verdictOf(found).catch(() => "unknown") : "";
      return book.stop(siteId, key, { ...decision, verdict });
    },
    async size(siteId, key) {
      const found = await book.read(siteId, key);
      if (!found) return refused("experiment/unknown", `The site has no experiment “${key}”.`);
      const coverage = found.state === "draft" ? 1 : found.coverage;
      return sized(siteId, found.plan, coverage, await progressOf(found));
    },
    async sizeOfPlan(siteId, json, coverage) {
      const checked = await check(siteId, json);
      if (!checked.ok) return checked;
      const size = await sized(siteId, checked.plan, coverage, null);
      return size.ok ? { ...size, remarks: checked.remarks } : size;
    },
  };

  async function check(
    siteId: string,
    json: unknown,
  ): Promise<Outcome<{ plan: ExperimentPlan; remarks: string[] }>> {
    const reading = readPlan(json);
    if (!reading.ok) return reading;
    const { draft } = reading;
    const [site, history, ...troubles] = await Promise.all([
      book.defaultsOf(siteId),
      book.history(siteId, decidingOf(draft)),
      ...policiesOf(draft).map(async (policy) => ({ policy, why: await policyTrouble(siteId, policy) })),
    ]);
    const policyTroubles = new Map(
      troubles.flatMap(({ policy, why }) => (why === null ? [] : [[policy, why]])),
    );
    return checkPlan(draft, { site, history, policyTroubles });
  }

  async function sized(
    siteId: string,
    plan: ExperimentPlan,
    coverage: number,
    progress: { visitors: number; days: number } | null,
  ): Promise<Outcome<{ size: SizeReport }>> {
    const size = sizeReport(plan, await book.history(siteId, decidingOf(plan)), coverage, progress);
    return size ? { ok: true, size } : refused("plan/size-unknown", "The plan measures nothing.");
  }

  async function progressOf({
    id,
    startedAt,
    stoppedAt,
  }: Experiment): Promise<{ visitors: number; days: number } | null> {
    if (startedAt === null) return null;
    const until = stoppedAt === null ? now().getTime() : Date.parse(stoppedAt);
    return { visitors: await book.countVisitors(id), days: (until - Date.parse(startedAt)) / DAY_MS };
  }
}

/** A plan that was read has one. */
function decidingOf({ metrics: [decides] }: Pick<ExperimentPlan, "metrics">): PlannedMetric {
  return decides ?? { metric: "conversion", windowDays: 7 };
}
