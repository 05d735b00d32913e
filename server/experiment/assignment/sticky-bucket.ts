/**
 * Which arms a unit was given, kept so that it stays in them whatever becomes of weights and conditions, and also when a visitor
 * identifies and the unit is another from then on [EXP-1]. Plain data; storing it is somebody else's.
 */
import type { Unit } from "./attributes.ts";

export interface StickyBucket extends Unit {
  /** The key of an arm by experiment and version: `experiment__0`. */
  assignments: Readonly<Record<string, string>>;
}

/** By `bucketKey`. */
export type StickyBuckets = Readonly<Record<string, StickyBucket>>;

export interface StickyRules {
  /** Counted up to have everybody assigned anew. */
  version?: number;
  /** Whoever was assigned under an earlier version is out. */
  versionLeast?: number;
}

export interface StickyArm {
  /** The key of the arm kept; null without one. */
  armKey: string | null;
  isBlocked: boolean;
}

export function bucketKey({ attribute, value }: Unit): string {
  return `${attribute}||${value}`;
}

/** @param units the unit itself first, then the one it was before it identified; what the first has comes before. */
export function stickyArm(
  buckets: StickyBuckets,
  units: readonly Unit[],
  experiment: string,
  { version = 0, versionLeast = 0 }: StickyRules,
): StickyArm {
  const kept = units
    .filter(({ value }) => value !== "")
    .map((unit) => buckets[bucketKey(unit)]?.assignments ?? {});
  const armOf = (one: number) =>
    kept.map((assignments) => assignments[assignmentKey(experiment, one)]).find((arm) => arm !== undefined);
  const earlier = Array.from({ length: versionLeast }, (_, one) => one);
  if (earlier.some((one) => armOf(one) !== undefined)) return { armKey: null, isBlocked: true };
  return { armKey: armOf(version) ?? null, isBlocked: false };
}

/** The buckets with this assignment among them; the same object where it already was. */
export function withStickyArm(
  buckets: StickyBuckets,
  unit: Unit,
  experiment: string,
  armKey: string,
  { version = 0 }: StickyRules,
): StickyBuckets {
  const key = bucketKey(unit);
  const assignments = buckets[key]?.assignments ?? {};
  const name = assignmentKey(experiment, version);
  if (assignments[name] === armKey) return buckets;
  return { ...buckets, [key]: { ...unit, assignments: { ...assignments, [name]: armKey } } };
}

function assignmentKey(experiment: string, version: number): string {
  return `${experiment}__${version}`;
}
