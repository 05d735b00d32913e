/**
 * What an experiment is: who is given what, what is measured, and when it may be judged. A plan is frozen when its experiment
 * starts [EXP-11]; what may change while it runs (how much of the traffic is in it, pauses, halted arms) is no part of it.
 */
import type { Mode } from "../dialogue/strategies.ts";
import type { MetricKey } from "./metrics.ts";

/** What a visitor of an arm is given [EXP-3]. What is left out is as the site has it. */
export interface Treatment {
  mode?: Mode;
  /** A shipped policy's name, "name@version" of a registered one, or "bandit", which goes on learning as an arm. */
  policy?: string;
  /** False: the agent never speaks unasked (the arm `quiet`). */
  initiative?: boolean;
  /** False: there is no widget (the holdout). */
  widget?: boolean;
}

/** What two experiments on the same visitors must not both vary. */
export const VARIED = [
  "mode",
  "policy",
  "initiative",
  "widget",
] as const satisfies readonly (keyof Treatment)[];
export type Varied = (typeof VARIED)[number];

export interface Arm {
  /** Lower case letters, digits and hyphens; unique in its plan. */
  key: string;
  name: string;
  treatment: Treatment;
  /** Its part of the traffic, of 1 together with the others'. */
  weight: number;
}

export interface PlannedMetric {
  metric: MetricKey;
  /** Outcomes count from a visitor's exposure on for so many days [EXP-4]. */
  windowDays: number;
}

export interface PlannedGuardrail extends PlannedMetric {
  /** Harm up to here is put up with, as an absolute difference for the worse; 0 tolerates none. */
  margin: number;
}

/** Visitors of disjoint ranges of one namespace are never in two of its experiments [EXP-1]. */
export interface Namespace {
  id: string;
  /** From `start` up to but without `end`, both from 0 to 1. */
  start: number;
  end: number;
}

/** Which purchases count: those that the shop's server has signed, or the page's word as well. */
export type PurchaseTrust = "signed" | "reported";

export interface ExperimentPlan {
  /** What is believed to happen, and why, in the merchant's words. */
  hypothesis: string;
  /** Two at the least; the first is the control, which the others are compared with. */
  arms: Arm[];
  /** One at the least; the first decides. */
  metrics: PlannedMetric[];
  guardrails: PlannedGuardrail[];
  namespace: Namespace | null;
  /** False positives put up with over all looks, metrics and arms together; .05 as a rule. */
  alpha: number;
  /** The least absolute difference of the first metric that is worth having; the planned size finds it with `power`. */
  minimumEffect: number;
  power: number;
  /** Visitors of all arms together. The confidence sequences are tightest there, so it never changes [EXP-6]. */
  plannedVisitors: number;
  purchases: PurchaseTrust;
  /** Days before the exposure whose behaviour makes the figures more precise [EXP-8]; 0 uses none. */
  lookbackDays: number;
  /** Arms may be alike: the measuring itself is checked (A/A). */
  isCheck?: boolean;
}

export const EXPERIMENT_STATES = ["draft", "running", "paused", "stopped", "archived"] as const;
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];

export function isExperimentState(text: string): text is ExperimentState {
  return EXPERIMENT_STATES.some((state) => state === text);
}

/** Why an arm takes no more visitors: a guardrail was crossed. */
export interface Halt {
  arm: string;
  metric: MetricKey;
  /** ISO 8601, UTC. */
  at: string;
  why: string;
}

/** An experiment as turns and pages meet it. */
export interface RunningExperiment {
  id: string;
  key: string;
  /** Hashed together with the visitor's id. */
  seed: string;
  state: "running" | "paused";
  /** The share of the traffic that is in it, from 0 to 1; grows with a ramp. */
  coverage: number;
  arms: Arm[];
  namespace: Namespace | null;
  /** The keys of arms that take nobody any more. */
  halted: string[];
}

/** Which arm of which experiment a visitor is in. */
export interface Placement {
  experimentId: string;
  arm: string;
}

/** Why a visitor counts in no experiment. What comes first stays. */
export const LEFT_OUT = ["bot", "preview", "staff"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
