/** What is kept of experiments, as those who run and read them need it. Instants are ISO 8601, UTC. */
import type { ExperimentPlan, ExperimentState, Halt, PlannedMetric } from "./plan.ts";
import type { Outcome } from "./refusal.ts";
import type { Replacement } from "./site-defaults.ts";
import type { SiteHistory } from "./site-history.ts";
import type { SiteDefaults } from "./treatments.ts";

export interface Experiment {
  id: string;
  siteId: string;
  key: string;
  name: string;
  state: ExperimentState;
  plan: ExperimentPlan;
  seed: string;
  /** The share of the traffic that is in it, from 0 to 1. */
  coverage: number;
  halts: Halt[];
  createdAt: string;
  startedAt: string | null;
  stoppedAt: string | null;
  decision: Decision | null;
}

export interface Decision {
  /** The arm that was chosen; null when none was. */
  arm: string | null;
  /** The verdict's code at that time. */
  verdict: string;
  /** Why, in the words of whoever decided. */
  note: string;
  by: string;
  /** Null while no arm is the site's default. */
  shipped: Shipped | null;
}

export interface Shipped extends Replacement {
  arm: string;
  at: string;
  by: string;
}

/** Who did what to an experiment [EXP-11]. */
export interface ExperimentChange {
  at: string;
  by: string;
  action: ChangeAction;
  detail: Record<string, unknown>;
}

export const CHANGE_ACTIONS = [
  "created",
  "changed",
  "started",
  "ramped",
  "paused",
  "resumed",
  "halted",
  "stopped",
  "archived",
  "shipped",
  "unshipped",
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

export type ExperimentOutcome = Outcome<{ experiment: Experiment }>;

export interface ExperimentBook {
  /** The newest first. */
  list(siteId: string): Promise<Experiment[]>;
  read(siteId: string, key: string): Promise<Experiment | null>;
  /** A draft. Of a key that is taken, a refusal. */
  create(
    siteId: string,
    draft: { key: string; name: string; plan: ExperimentPlan },
    by: string,
  ): Promise<ExperimentOutcome>;
  /** Of a draft only. */
  change(
    siteId: string,
    key: string,
    draft: { name?: string; plan?: ExperimentPlan },
    by: string,
  ): Promise<ExperimentOutcome>;
  /** A draft is gone for good, and its changes with it. */
  remove(siteId: string, key: string): Promise<ExperimentOutcome>;
  /**
   * Freezes the plan with what its arms leave to the site. Refused where an experiment that is under way varies the same thing
   * for the same visitors; of two starts at once one wins. `interacting` are those that vary other things for them.
   */
  start(
    siteId: string,
    key: string,
    coverage: number,
    by: string,
  ): Promise<Outcome<{ experiment: Experiment; interacting: string[] }>>;
  ramp(siteId: string, key: string, coverage: number, by: string): Promise<ExperimentOutcome>;
  pause(siteId: string, key: string, by: string, note: string): Promise<ExperimentOutcome>;
  resume(siteId: string, key: string, by: string): Promise<ExperimentOutcome>;
  stop(
    siteId: string,
    key: string,
    decision: Pick<Decision, "arm" | "verdict" | "note" | "by">,
  ): Promise<ExperimentOutcome>;
  archive(siteId: string, key: string, by: string): Promise<ExperimentOutcome>;
  /**
   * An arm takes no more visitors; where fewer than two are left, the experiment pauses itself. Doing it again changes nothing.
   * Null when the experiment is not under way.
   */
  halt(experimentId: string, halt: Halt): Promise<Experiment | null>;
  /** The arm becomes the site's default, from the next conversation on. */
  ship(
    siteId: string,
    key: string,
    how: { arm: string | null; by: string; isForced: boolean },
  ): Promise<ExperimentOutcome>;
  /** Puts back what the arm replaced; refused where it was changed since, unless forced. */
  unship(siteId: string, key: string, how: { by: string; isForced: boolean }): Promise<ExperimentOutcome>;
  /** The oldest first. */
  changes(siteId: string, key: string): Promise<ExperimentChange[]>;
  /** Experiments whose visitors may have been this one's while both were under way, the draft itself as if it ran now. */
  interacting(siteId: string, key: string): Promise<string[]>;
  /** Persons who count so far, of all arms. */
  countVisitors(experimentId: string): Promise<number>;
  defaultsOf(siteId: string): Promise<SiteDefaults>;
  /** What is known of the metric, from visitors of the last weeks and within its window. */
  history(siteId: string, decides: PlannedMetric): Promise<SiteHistory>;
}
