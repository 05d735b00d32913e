/**
 * Which arm of an experiment a visitor is in, and why not, if in none [EXP-1]. Deterministic: the same rules, attributes and kept
 * buckets give the same arm. What is asked in which order is as in GrowthBook (packages/sdk-js/src/core.ts, `runExperiment`).
 */
import { type Attributes, type Unit, unitOf } from "./attributes.ts";
import { type BucketRange, bucketRanges, isInRange } from "./bucket-ranges.ts";
import { chooseVariation } from "./choose-variation.ts";
import { type Condition, meetsCondition, type SavedGroups } from "./condition.ts";
import { type HashVersion, hashShare } from "./hash.ts";
import { inNamespace, type NamespaceRange } from "./namespace.ts";
import { armInAddress, isTargeted, matchesAddress, type PageTarget } from "./page-targeting.ts";
import { type StickyBuckets, type StickyRules, stickyArm, withStickyArm } from "./sticky-bucket.ts";

export interface AssignmentRules {
  key: string;
  /** The keys of its arms, the control first. */
  arms: readonly string[];
  weights?: readonly number[];
  /** The share of units that is in, 1 if absent. */
  coverage?: number;
  /** In place of weights and coverage. */
  ranges?: readonly BucketRange[];
  /** Its key if absent. */
  seed?: string;
  hashVersion?: HashVersion;
  /** The attribute that names the unit; `id` if absent. */
  attribute?: string;
  /** The one that names it for visitors without the first; needs sticky buckets, or they would change arms as they identify. */
  fallbackAttribute?: string;
  state?: "draft" | "running" | "stopped";
  /** The arm all who are in it get. */
  forcedArm?: number;
  /** Within all of them, or else, without any, within the namespace. */
  filters?: readonly Filter[];
  namespace?: NamespaceRange;
  condition?: Condition;
  prerequisites?: readonly Prerequisite[];
  /** Groups of which the visitor has to be in one. */
  groups?: readonly string[];
  pages?: readonly PageTarget[];
  /** An expression of the page's address. */
  address?: string;
  /** null keeps nothing of it. */
  sticky?: StickyRules | null;
}

export interface Filter {
  seed: string;
  ranges: readonly BucketRange[];
  attribute?: string;
  hashVersion?: HashVersion;
}

/** What some other experiment or switch has to say first; its answer is asked about as `value`. */
export interface Prerequisite {
  id: string;
  condition: Condition;
}

export interface AssignmentSubject {
  attributes: Attributes;
  /** Of the page. */
  url?: string;
  /** Groups the visitor is in. */
  groups?: readonly string[];
  /** What was kept of earlier assignments; absent where nothing is kept. */
  buckets?: StickyBuckets;
}

export interface AssignmentSettings {
  /** False shuts off all experiments. */
  isEnabled?: boolean;
  /** For trying out: experiment's key → place of an arm. */
  forcedArms?: Readonly<Record<string, number>>;
  /** Nobody is in by chance, only by force. */
  isTrial?: boolean;
  savedGroups?: SavedGroups;
  /** The answer of a prerequisite; undefined where there is none, as in a circle. */
  answerOf?(id: string): unknown;
}

export type NotIn =
  | "too-few-arms"
  | "disabled"
  | "other-page"
  | "not-running"
  | "no-unit"
  | "filtered"
  | "other-namespace"
  | "condition"
  | "prerequisite"
  | "other-group"
  | "earlier-version"
  | "not-covered"
  | "no-such-arm"
  | "trial";

export interface Assignment {
  /** Its place; 0, the control, where the visitor is in none. */
  arm: number;
  armKey: string;
  isIn: boolean;
  /** By the hash or what was kept of it: only then does the visitor count. Else by force. */
  isByHash: boolean;
  isSticky: boolean;
  unit: Unit;
  /** 0 to 1; null where it did not come to hashing. */
  share: number | null;
  /** Why not; null where `isIn`. */
  notIn: NotIn | null;
  /** To be kept from now on; absent where nothing is kept. */
  buckets?: StickyBuckets;
}

export function assign(
  rules: AssignmentRules,
  subject: AssignmentSubject,
  settings: AssignmentSettings = {},
): Assignment {
  const { attributes, url = "", buckets } = subject;
  const keeps = buckets !== undefined && rules.sticky !== null;
  const unit = unitOf(attributes, rules.attribute, keeps ? rules.fallbackAttribute : undefined);
  const nothing: Assignment = {
    arm: 0,
    armKey: rules.arms[0] ?? "",
    isIn: false,
    isByHash: false,
    isSticky: false,
    unit,
    share: null,
    notIn: null,
    ...(buckets && { buckets }),
  };
  const out = (notIn: NotIn): Assignment => ({ ...nothing, notIn });
  const forced = (arm: number): Assignment => {
    const armKey = rules.arms[arm];
    return armKey === undefined ? out("no-such-arm") : { ...nothing, arm, armKey, isIn: true };
  };

  if (rules.arms.length < 2) return out("too-few-arms");
  if (settings.isEnabled === false) return out("disabled");
  if (rules.pages && !isTargeted(url, rules.pages)) return out("other-page");
  const asked = armInAddress(url, rules.key, rules.arms.length) ?? settings.forcedArms?.[rules.key];
  if (asked !== undefined) return forced(asked);
  if (rules.state === "draft") return out("not-running");
  if (unit.value === "") return out("no-unit");

  const kept = keeps
    ? stickyArm(buckets, unitsOf(rules, attributes), rules.key, rules.sticky ?? {})
    : { armKey: null, isBlocked: false };
  const stickyPlace = kept.armKey === null ? -1 : rules.arms.indexOf(kept.armKey);
  // Whoever is in stays in, though no longer meant: leaving would undo the randomisation.
  const reason = stickyPlace < 0 ? whyNotMeant(rules, unit, subject, settings) : null;
  if (reason) return out(reason);
  if (rules.address !== undefined && !matchesAddress(url, rules.address)) return out("other-page");

  const share = hashShare(rules.seed || rules.key, unit.value, rules.hashVersion ?? 1);
  const ranges = rules.ranges ?? bucketRanges(rules.arms.length, rules.coverage, rules.weights);
  const arm = stickyPlace < 0 ? chooseVariation(share, ranges) : stickyPlace;
  const armKey = rules.arms[arm];
  if (kept.isBlocked) return { ...out("earlier-version"), share };
  if (armKey === undefined) return { ...out("not-covered"), share };
  if (rules.forcedArm !== undefined) return forced(rules.forcedArm);
  if (settings.isTrial) return out("trial");
  if (rules.state === "stopped") return out("not-running");
  return {
    ...nothing,
    arm,
    armKey,
    isIn: true,
    isByHash: true,
    isSticky: stickyPlace >= 0,
    share,
    ...(keeps && { buckets: withStickyArm(buckets, unit, rules.key, armKey, rules.sticky ?? {}) }),
  };
}

/** The unit, and the one the same visitor was before they identified. */
function unitsOf({ attribute, fallbackAttribute }: AssignmentRules, attributes: Attributes): Unit[] {
  const units = [unitOf(attributes, attribute)];
  if (fallbackAttribute !== undefined) units.push(unitOf(attributes, fallbackAttribute));
  return units;
}

function whyNotMeant(
  { filters, namespace, condition, prerequisites = [], groups }: AssignmentRules,
  unit: Unit,
  subject: AssignmentSubject,
  { savedGroups, answerOf }: AssignmentSettings,
): NotIn | null {
  if (filters?.some((filter) => isFilteredOut(filter, subject.attributes))) return "filtered";
  if (!filters && namespace && !inNamespace(unit.value, namespace)) return "other-namespace";
  if (condition && !meetsCondition(subject.attributes, condition, savedGroups)) return "condition";
  const areMet = prerequisites.every((prerequisite) => {
    const value = answerOf?.(prerequisite.id);
    return value !== undefined && meetsCondition({ value }, prerequisite.condition, savedGroups);
  });
  if (!areMet) return "prerequisite";
  if (groups && !groups.some((group) => subject.groups?.includes(group))) return "other-group";
  return null;
}

export function isFilteredOut(
  { seed, ranges, attribute, hashVersion = 2 }: Filter,
  attributes: Attributes,
): boolean {
  const { value } = unitOf(attributes, attribute);
  if (value === "") return true;
  const share = hashShare(seed, value, hashVersion);
  return !ranges.some((range) => isInRange(share, range));
}
