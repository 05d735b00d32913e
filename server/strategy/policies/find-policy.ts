/** The policies that ship, by name; and which policy a site's setting means. */
import type { Policy } from "../policy.ts";
import { type PolicyFile, readPolicyFile } from "../policy-file.ts";
import { learnedPolicy } from "./learned.ts";
import { createRandomPolicy } from "./random.ts";
import { createRulesPolicy } from "./rules.ts";
import inspired from "./shipped/inspired.json" with { type: "json" };
import planner from "./shipped/planner.json" with { type: "json" };

/** How each is made; one that is a file is opened when it is first asked for. */
const MAKERS = new Map<string, () => Policy>([
  ["rules", createRulesPolicy],
  ["inspired", () => openShipped(inspired)],
  ["planner", () => openShipped(planner)],
  ["random", createRandomPolicy],
]);
const SHIPPED_FILES = new Map<string, unknown>([
  ["inspired", inspired],
  ["planner", planner],
]);
const made = new Map<string, Policy>();

export const POLICY_NAMES: readonly string[] = [...MAKERS.keys()];

/** Undefined for a name that no shipped policy has. */
export function findPolicy(name: string): Policy | undefined {
  const policy = made.get(name) ?? MAKERS.get(name)?.();
  if (policy) made.set(name, policy);
  return policy;
}

/** Of what ships as a file: what it was made of, and how it was trained. Undefined for rules that are written by hand. */
export function shippedFile(name: string): PolicyFile | undefined {
  const json = SHIPPED_FILES.get(name);
  const reading = json === undefined ? null : readPolicyFile(json);
  return reading?.ok ? reading.file : undefined;
}

function openShipped(json: unknown): Policy {
  const reading = readPolicyFile(json);
  const policy = reading.ok ? learnedPolicy(reading.file, findPolicy) : null;
  if (!policy)
    throw new Error(`A policy that ships is broken: ${reading.ok ? "its base is missing" : reading.why}`);
  return policy;
}

/** What a bandit builds on where nothing was learned yet: the best that ships. */
export function banditBase(): string {
  return BASES.find((name) => findPolicy(name) !== undefined) ?? "rules";
}
const BASES = ["planner", "inspired", "rules"];

/**
 * A shipped policy is meant by its name alone, one of a site's own registry by "name@version". `bandit` alone is the newest
 * of the site's own bandits.
 */
export interface PolicyReference {
  name: string;
  /** Null for a shipped policy, and for the newest bandit. */
  version: string | null;
}

export function policyReference(text: string): PolicyReference {
  const at = text.indexOf("@");
  return at < 0 ? { name: text, version: null } : { name: text.slice(0, at), version: text.slice(at + 1) };
}
