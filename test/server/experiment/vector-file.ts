/** Pairs of input and expected output, kept beside the project: `../shared/data/experiment/vectors.json`, or another file of its form. */
import { existsSync, readFileSync } from "node:fs";

export interface Vector {
  id: string;
  kind: string;
  name: string;
  input: Record<string, unknown>;
  expected: Record<string, unknown>;
  /** Absolute; by field where the fields differ. */
  tolerance: number | Record<string, number>;
}

const DEFAULT_FILE = "../shared/data/experiment/vectors.json";

/** @returns null where the file is absent. @throws where a file that was asked for is. */
export function readVectors(): Vector[] | null {
  const asked = process.env.OVERTURE_VECTORS;
  const file = asked || DEFAULT_FILE;
  if (!asked && !existsSync(file)) return null;
  return JSON.parse(readFileSync(file, "utf8")).vectors;
}

/** Where what was computed differs from what is expected, in words; null where it does not. Only expected fields are looked at. */
export function differenceFrom(vector: Vector, actual: Record<string, unknown>): string | null {
  for (const [field, expected] of Object.entries(vector.expected)) {
    const found = compare(expected, actual[field], toleranceOf(vector, field));
    if (found)
      return `${field}: ${found} (expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual[field])})`;
  }
  return null;
}

function toleranceOf({ tolerance }: Vector, field: string): number {
  if (typeof tolerance === "number") return tolerance;
  const key = Object.keys(tolerance).find((name) => name.startsWith(field) || field.startsWith(name));
  return key === undefined ? 0 : (tolerance[key] ?? 0);
}

function compare(expected: unknown, actual: unknown, tolerance: number): string | null {
  if (typeof expected === "number") {
    if (typeof actual !== "number") return "not a number";
    // The sums behind a figure are themselves rounded: beside a large figure, the last digits say nothing.
    const allowed = tolerance === 0 ? 0 : Math.max(tolerance, Math.abs(expected) * 1e-12);
    const off = Math.abs(expected - actual);
    return off <= allowed ? null : `off by ${off}`;
  }
  if (expected === null) return actual === null || actual === undefined ? null : "not null";
  if (typeof expected !== "object") return expected === actual ? null : "another value";
  if (typeof actual !== "object" || actual === null) return "nothing to compare";
  const [wanted, given] = [Object.entries(expected), actual as Record<string, unknown>];
  const missing = Object.keys(given).filter((key) => given[key] !== undefined && !(key in expected));
  if (missing.length > 0) return `has ${missing.join(", ")} besides`;
  for (const [key, value] of wanted) {
    const found = compare(value, given[key], tolerance);
    if (found) return `${key}: ${found}`;
  }
  return null;
}
