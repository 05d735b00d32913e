/**
 * How many visitors an experiment takes, for how long, and what it can see [EXP-9]: on the absolute difference, which decides
 * [EXP-5], from what the site's own visitors did before.
 */

import { type MetricKey, metricOf } from "./metrics.ts";
import type { Baseline } from "./site-history.ts";
import { sequenceHalfWidth, sequenceRho } from "./statistics/confidence-sequence.ts";
import { normalQuantile } from "./statistics/distributions.ts";
import { durationInDays } from "./statistics/power.ts";

/** `sequential` may be looked at at any time, and is how experiments are judged; `fixed` holds for one look at the end. */
export type VerdictKind = "sequential" | "fixed";

export interface SizeQuestion {
  /** The arms' parts of the traffic, the control's first, of 1 together. */
  weights: readonly number[];
  alpha: number;
  power: number;
  /** How many metrics share the level, guardrails left out. */
  metrics: number;
  metric: MetricKey;
  /** What is known of the metric; null where nothing is. */
  baseline: Baseline | null;
}

/** No verdict comes before so many conversions in each arm [EXP-6]. */
const CONVERSIONS_LEAST = 100;

/**
 * Visitors of all arms together in which the least difference worth having is found with the power asked for. The level is shared
 * between the comparisons as if each were the strictest of them, so it is never too few.
 * @param effect absolute, in the metric's unit. @returns null where nothing is known that would tell.
 */
export function visitorsNeeded(question: SizeQuestion, effect: number, verdict: VerdictKind): number | null {
  const variance = varianceOf(question);
  if (variance === null || !(effect > 0)) return null;
  const forEffect = (variance * spreadOf(question) * reachOf(question, verdict) ** 2) / effect ** 2;
  const visitors = Math.ceil(Math.max(forEffect, conversionsFloor(question)));
  return Number.isSafeInteger(visitors) ? visitors : null;
}

/** The least absolute difference that so many visitors find with the power asked for; null where nothing is known that would tell. */
export function effectFound(question: SizeQuestion, visitors: number, verdict: VerdictKind): number | null {
  const variance = varianceOf(question);
  if (variance === null || !(visitors > 0)) return null;
  return reachOf(question, verdict) * Math.sqrt((variance * spreadOf(question)) / visitors);
}

/** Whole days until so many visitors have come; null where nobody comes. */
export function daysFor(visitors: number, visitorsPerDay: number): number | null {
  return durationInDays(visitors, visitorsPerDay);
}

/** Shops sell otherwise on Sundays: what is compared should hold whole weeks. */
export function wholeWeeks(days: number): number {
  return Math.max(1, Math.ceil(days / 7)) * 7;
}

export interface ProgressSoFar {
  plannedVisitors: number;
  /** Persons who count so far. */
  visitors: number;
  /** Days it has been running for, pauses left out or not. */
  days: number;
  /** Before it started, of the site, times its coverage: what is gone by in its first day. */
  expectedPerDay: number;
}

export interface Remaining {
  visitorsLeft: number;
  visitorsPerDay: number;
  /** Null where nobody comes. */
  daysLeft: number | null;
}

/** How long a running experiment still takes. */
export function remainingOf({ plannedVisitors, visitors, days, expectedPerDay }: ProgressSoFar): Remaining {
  const visitorsLeft = Math.max(0, plannedVisitors - visitors);
  const visitorsPerDay = days >= 1 && visitors > 0 ? visitors / days : expectedPerDay;
  return { visitorsLeft, visitorsPerDay, daysLeft: daysFor(visitorsLeft, visitorsPerDay) };
}

/** A share varies most at a half, whatever it is; of anything else the site's own history has to tell. */
function varianceOf({ metric, baseline }: SizeQuestion): number | null {
  if (baseline) return baseline.variance > 0 ? baseline.variance : null;
  return metricOf(metric).kind === "proportion" ? 0.25 : null;
}

/** Of the control and the smallest of the other arms, which is known the least about: the variances of their means, of one visitor in all. */
function spreadOf({ weights: [control = 0, ...others] }: SizeQuestion): number {
  const smallest = Math.min(...others.filter((weight) => weight > 0));
  return 1 / control + 1 / smallest;
}

/** How many standard errors a difference has to be away from nothing: to be significant, and not to be missed. */
function reachOf({ alpha, power, weights, metrics }: SizeQuestion, verdict: VerdictKind): number {
  const treatments = weights.slice(1).filter((weight) => weight > 0).length;
  const level = alpha / Math.max(1, treatments * metrics);
  if (verdict === "fixed") return normalQuantile(1 - level / 2) + normalQuantile(power);
  // At its own N*, how wide a sequence is does not depend on N*.
  const units = 1_000;
  const rho = sequenceRho({ alpha: level, plannedUnits: units, tail: "two-sided" });
  const width = sequenceHalfWidth({ standardError: 1, units, rho, alpha: level, tail: "two-sided" });
  return width + normalQuantile(power);
}

function conversionsFloor({ metric, baseline, weights }: SizeQuestion): number {
  if (metric !== "conversion" || !baseline || !(baseline.mean > 0)) return 0;
  return CONVERSIONS_LEAST / (baseline.mean * Math.min(...weights.filter((weight) => weight > 0)));
}
