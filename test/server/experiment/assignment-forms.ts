/** The form of GrowthBook's experiments, features and documents, in which the vectors of assignment are given. */
import {
  type Assignment,
  type AssignmentRules,
  assign,
  type Filter,
  isFilteredOut,
} from "../../../server/experiment/assignment/assign.ts";
import { unitOf } from "../../../server/experiment/assignment/attributes.ts";
import {
  type BucketRange,
  bucketRanges,
  equalWeights,
  isInRange,
} from "../../../server/experiment/assignment/bucket-ranges.ts";
import { chooseVariation } from "../../../server/experiment/assignment/choose-variation.ts";
import { meetsCondition } from "../../../server/experiment/assignment/condition.ts";
import { type HashVersion, hashShare } from "../../../server/experiment/assignment/hash.ts";
import { inNamespace } from "../../../server/experiment/assignment/namespace.ts";
import { bucketKey, type StickyBuckets } from "../../../server/experiment/assignment/sticky-bucket.ts";
import type { Form } from "./vector-forms.ts";

// biome-ignore lint/suspicious/noExplicitAny: what a file of vectors holds is checked by comparing what comes of it.
type Loose = any;

export const ASSIGNMENT_FORMS: Record<string, Form> = {
  hash: {
    rules: "EXP-1",
    run: ({ seed, value, version }) => ({ n: isVersion(version) ? hashShare(seed, value, version) : null }),
  },
  bucket_ranges: {
    rules: "EXP-1",
    run: ({ num_variations, coverage, weights }) => ({
      ranges: bucketRanges(num_variations, coverage ?? 1, weights ?? undefined).map(pairOf),
    }),
  },
  choose_variation: {
    rules: "EXP-1",
    run: ({ n, ranges }) => ({ variation: chooseVariation(n, ranges.map(rangeOf)) }),
  },
  in_namespace: {
    rules: "EXP-1",
    run: ({ hash_value, namespace }) => ({ in: inNamespace(hash_value, namespace) }),
  },
  equal_weights: { rules: "EXP-1", run: ({ n }) => ({ weights: equalWeights(n) }) },
  assign: { rules: "EXP-1", run: runAssign },
  sticky_bucket: { rules: "EXP-1", run: runSticky },
};

function runAssign({ context, experiment }: Loose) {
  const assignment = run(experiment, context);
  return {
    value: experiment.variations[assignment?.arm ?? 0],
    in_experiment: assignment?.isIn ?? false,
    hash_used: assignment?.isByHash ?? false,
  };
}

function runSticky({ context, stored_docs, feature_key }: Loose) {
  const state: State = { buckets: ownDocuments(context, stored_docs ?? []) };
  const { result } = evaluate(feature_key, context, state);
  const after = Object.entries(state.buckets ?? {}).map(([key, { attribute, value, assignments }]) => {
    return [key, { attributeName: attribute, attributeValue: value, assignments }];
  });
  return { result, stored_docs_after: Object.fromEntries(after) };
}

/** What features read and change as they are evaluated. */
interface State {
  /** Absent where nothing is kept. */
  buckets?: StickyBuckets;
}

/** Documents of other units than the visitor's never reach an evaluation. */
function ownDocuments({ attributes, features }: Loose, documents: Loose[]): StickyBuckets {
  const rules: Loose[] = Object.values(features as Loose).flatMap((feature: Loose) => feature.rules ?? []);
  const names = new Set(
    rules
      .filter(({ variations }) => variations)
      .flatMap(({ hashAttribute = "id", fallbackAttribute }) =>
        [hashAttribute, fallbackAttribute ?? []].flat(),
      ),
  );
  const own = new Set([...names].map((name) => bucketKey(unitOf(attributes, name))));
  const buckets = documents.map(({ attributeName, attributeValue, assignments }) => {
    return { attribute: attributeName, value: attributeValue, assignments };
  });
  return Object.fromEntries(
    buckets.map((bucket) => [bucketKey(bucket), bucket]).filter(([key]) => own.has(String(key))),
  );
}

/** @returns null for a version of the hash that nobody knows. */
function run(
  experiment: Loose,
  context: Loose,
  state: State = {},
  evaluating: readonly string[] = [],
): Assignment | null {
  const whole = { ...experiment, ...context.overrides?.[experiment.key] };
  if (!isVersion(whole.hashVersion ?? 1)) return null;
  const { attributes, url = "", groups = {} } = context;
  const subject = {
    attributes: attributes ?? {},
    url,
    groups: Object.keys(groups).filter((name) => groups[name]),
    ...(state.buckets && { buckets: state.buckets }),
  };
  const assignment = assign(rulesOf(whole), subject, {
    isEnabled: context.enabled !== false,
    forcedArms: context.forcedVariations ?? {},
    isTrial: context.qaMode === true,
    savedGroups: context.savedGroups ?? {},
    answerOf: (id) => evaluate(id, context, state, evaluating).value,
  });
  if (assignment.buckets) state.buckets = assignment.buckets;
  return assignment;
}

function rulesOf(experiment: Loose): AssignmentRules {
  const { key, variations, meta = [], namespace, ranges, filters, parentConditions, ...rest } = experiment;
  const state = rest.active === false ? "draft" : rest.status;
  const rules: Record<string, unknown> = {
    key,
    arms: variations.map((_: unknown, arm: number) => meta[arm]?.key ?? String(arm)),
    weights: rest.weights,
    coverage: rest.coverage,
    ranges: ranges?.map(rangeOf),
    seed: rest.seed,
    hashVersion: rest.hashVersion,
    attribute: rest.hashAttribute,
    fallbackAttribute: rest.fallbackAttribute,
    state,
    forcedArm: "force" in rest ? (rest.force ?? -1) : undefined,
    filters: filters?.map(filterOf),
    namespace: namespace && { id: namespace[0], start: namespace[1], end: namespace[2] },
    condition: rest.condition,
    prerequisites: parentConditions?.map(({ id, condition = {} }: Loose) => ({ id, condition })),
    groups: rest.groups,
    pages: rest.urlPatterns,
    address: typeof rest.url === "string" ? rest.url : undefined,
    sticky: rest.disableStickyBucketing
      ? null
      : { version: rest.bucketVersion ?? 0, versionLeast: rest.minBucketVersion ?? 0 },
  };
  const given = Object.entries(rules).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as AssignmentRules;
}

/** A feature's rules, the first that applies: a forced value, or an experiment the visitor is in. A value is undefined in a circle. */
function evaluate(
  id: string,
  context: Loose,
  state: State = {},
  evaluating: readonly string[] = [],
): { value: unknown; result: Loose } {
  if (evaluating.includes(id)) return { value: undefined, result: null };
  const feature = context.features?.[id];
  if (!feature) return { value: null, result: null };
  const above = [...evaluating, id];
  rules: for (const rule of feature.rules ?? []) {
    for (const parent of rule.parentConditions ?? []) {
      const { value } = evaluate(parent.id, context, state, above);
      if (value === undefined) return { value, result: null };
      if (meetsCondition({ value }, parent.condition ?? {})) continue;
      if (parent.gate) return { value: null, result: null };
      continue rules;
    }
    if (rule.filters?.map(filterOf).some((filter: Filter) => isFilteredOut(filter, context.attributes)))
      continue;
    if ("force" in rule) {
      if (isForced(rule, id, context)) return { value: rule.force, result: null };
      continue;
    }
    if (!rule.variations) continue;
    const { parentConditions: _, ...experiment } = { ...rule, key: rule.key ?? id };
    const assignment = run(experiment, context, state, above);
    if (!assignment?.isIn || rule.meta?.[assignment.arm]?.passthrough) continue;
    const value = rule.variations[assignment.arm];
    return { value, result: resultOf(id, value, assignment, rule) };
  }
  return { value: feature.defaultValue ?? null, result: null };
}

function isForced(rule: Loose, id: string, { attributes, savedGroups }: Loose): boolean {
  if (rule.condition && !meetsCondition(attributes, rule.condition, savedGroups)) return false;
  if (!rule.range && rule.coverage === undefined) return true;
  const { value } = unitOf(attributes, rule.hashAttribute, rule.fallbackAttribute);
  if (value === "" || (!rule.range && rule.coverage === 0)) return false;
  const share = hashShare(rule.seed ?? id, value, rule.hashVersion ?? 1);
  return rule.range ? isInRange(share, rangeOf(rule.range)) : share <= rule.coverage;
}

function resultOf(featureId: string, value: unknown, assignment: Assignment, rule: Loose) {
  const name = rule.meta?.[assignment.arm]?.name;
  return {
    ...(assignment.share !== null && { bucket: assignment.share }),
    ...(name && { name }),
    featureId,
    hashAttribute: assignment.unit.attribute,
    hashUsed: assignment.isByHash,
    hashValue: assignment.unit.value,
    inExperiment: assignment.isIn,
    key: assignment.armKey,
    stickyBucketUsed: assignment.isSticky,
    value,
    variationId: assignment.arm,
  };
}

function isVersion(version: number): version is HashVersion {
  return version === 1 || version === 2;
}

function filterOf({ ranges, ...filter }: Loose): Filter {
  return { ...filter, ranges: ranges.map(rangeOf) };
}

function rangeOf([start, end]: readonly [number, number]): BucketRange {
  return { start, end };
}

function pairOf({ start, end }: BucketRange): [number, number] {
  return [start, end];
}
