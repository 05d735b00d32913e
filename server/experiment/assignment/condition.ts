/**
 * Who an experiment is for, in the form of MongoDB's queries as GrowthBook reads them (packages/sdk-js/src/mongrule.ts): paths
 * with plain values or operators, joined by `$and`, `$or`, `$nor` and `$not`. Its comparisons coerce as JavaScript does, which
 * targeting rules written elsewhere rely on. An operator that nobody knows is not met.
 */
import { valueAt } from "./attributes.ts";
import { versionKey } from "./version-key.ts";

export type Condition = Readonly<Record<string, unknown>>;

/** Named lists of values that `$inGroup` refers to. */
export type SavedGroups = Readonly<Record<string, readonly unknown[]>>;

export function meetsCondition(subject: unknown, condition: Condition, groups: SavedGroups = {}): boolean {
  return Object.entries(condition).every(([key, wanted]) => {
    const meets = (part: unknown) => meetsCondition(subject, asCondition(part), groups);
    if (key === "$and") return listOf(wanted).every(meets);
    if (key === "$or") return isMetByAny(listOf(wanted), meets);
    if (key === "$nor") return !isMetByAny(listOf(wanted), meets);
    if (key === "$not") return !meets(wanted);
    return isMetBy(valueAt(subject, key), wanted, groups);
  });
}

/** Of no alternatives, all are met: an empty `$or` shuts nobody out. */
function isMetByAny(parts: readonly unknown[], meets: (part: unknown) => boolean): boolean {
  return parts.length === 0 || parts.some(meets);
}

function isMetBy(actual: unknown, wanted: unknown, groups: SavedGroups, foldsCase = false): boolean {
  if (typeof wanted === "string")
    return foldsCase ? String(actual).toLowerCase() === wanted.toLowerCase() : String(actual) === wanted;
  if (typeof wanted === "number") return Number(actual) === wanted;
  if (typeof wanted === "boolean") return actual !== null && Boolean(actual) === wanted;
  if (wanted === null) return actual === null;
  if (!isOperators(wanted)) return JSON.stringify(actual) === JSON.stringify(wanted);
  return Object.entries(wanted).every(([operator, value]) =>
    Boolean(OPERATORS[operator]?.(actual, value, groups)),
  );
}

type Operator = (actual: unknown, wanted: unknown, groups: SavedGroups) => boolean;

const OPERATORS: Record<string, Operator> = {
  $eq: (actual, wanted) => actual === wanted,
  $ne: (actual, wanted) => actual !== wanted,
  $lt: (actual, wanted) => comparable(actual) < comparable(wanted),
  $lte: (actual, wanted) => comparable(actual) <= comparable(wanted),
  $gt: (actual, wanted) => comparable(actual) > comparable(wanted),
  $gte: (actual, wanted) => comparable(actual) >= comparable(wanted),
  $veq: (actual, wanted) => versionKey(actual) === versionKey(wanted),
  $vne: (actual, wanted) => versionKey(actual) !== versionKey(wanted),
  $vlt: (actual, wanted) => versionKey(actual) < versionKey(wanted),
  $vlte: (actual, wanted) => versionKey(actual) <= versionKey(wanted),
  $vgt: (actual, wanted) => versionKey(actual) > versionKey(wanted),
  $vgte: (actual, wanted) => versionKey(actual) >= versionKey(wanted),
  $exists: (actual, wanted) => Boolean(wanted) === (actual !== null && actual !== undefined),
  $in: (actual, wanted) => Array.isArray(wanted) && isAmong(actual, wanted),
  $nin: (actual, wanted) => Array.isArray(wanted) && !isAmong(actual, wanted),
  $ini: (actual, wanted) => Array.isArray(wanted) && isAmong(folded(actual), wanted.map(folded)),
  $nini: (actual, wanted) => Array.isArray(wanted) && !isAmong(folded(actual), wanted.map(folded)),
  $inGroup: (actual, wanted, groups) => isAmong(actual, groups[String(wanted)] ?? []),
  $notInGroup: (actual, wanted, groups) => !isAmong(actual, groups[String(wanted)] ?? []),
  $not: (actual, wanted, groups) => !isMetBy(actual, wanted, groups),
  $size: (actual, wanted, groups) => Array.isArray(actual) && isMetBy(actual.length, wanted, groups),
  $elemMatch: (actual, wanted, groups) =>
    Array.isArray(actual) &&
    actual.some((element) => Boolean(element) && isElementMet(element, wanted, groups)),
  $all: (actual, wanted, groups) => hasAll(actual, wanted, groups, false),
  $alli: (actual, wanted, groups) => hasAll(actual, wanted, groups, true),
  $regex: (actual, wanted) => matches(actual, wanted, ""),
  $regexi: (actual, wanted) => matches(actual, wanted, "i"),
  $type: (actual, wanted) => typeName(actual) === wanted,
};

function isElementMet(element: unknown, wanted: unknown, groups: SavedGroups): boolean {
  return isOperators(wanted)
    ? isMetBy(element, wanted, groups)
    : meetsCondition(element, asCondition(wanted), groups);
}

/** Of a list, one element is enough. */
function isAmong(actual: unknown, wanted: readonly unknown[]): boolean {
  return Array.isArray(actual) ? actual.some((element) => wanted.includes(element)) : wanted.includes(actual);
}

function hasAll(actual: unknown, wanted: unknown, groups: SavedGroups, foldsCase: boolean): boolean {
  if (!Array.isArray(actual) || !Array.isArray(wanted)) return false;
  return wanted.every((value) => actual.some((element) => isMetBy(element, value, groups, foldsCase)));
}

function matches(actual: unknown, pattern: unknown, flags: string): boolean {
  try {
    return new RegExp(String(pattern), flags).test(String(actual));
  } catch {
    return false;
  }
}

/** JavaScript compares any two values, and TypeScript two of a kind only. */
function comparable(value: unknown): number {
  return value as number;
}

function folded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(folded);
  return typeof value === "string" ? value.toLowerCase() : value;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Operators stand alone: an object with any other key is a value to be equal to. */
function isOperators(value: unknown): value is Condition {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key.startsWith("$"));
}

function asCondition(value: unknown): Condition {
  return typeof value === "object" && value !== null ? (value as Condition) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
