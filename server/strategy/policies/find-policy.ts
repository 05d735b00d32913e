/** The policies that ship, by name; and which policy a site's setting means. */
import type { Policy } from "../policy.ts";
import { createRandomPolicy } from "./random.ts";
import { createRulesPolicy } from "./rules.ts";

const POLICIES: readonly Policy[] = [createRulesPolicy(), createRandomPolicy()];

export const POLICY_NAMES: readonly string[] = POLICIES.map((policy) => policy.name);

/** Undefined for a name that no shipped policy has. */
export function findPolicy(name: string): Policy | undefined {
  return POLICIES.find((policy) => policy.name === name);
}

/** A shipped policy is meant by its name alone, one of a site's own registry by "name@version". */
export interface PolicyReference {
  name: string;
  /** Null for a shipped policy. */
  version: string | null;
}

export function policyReference(text: string): PolicyReference {
  const at = text.indexOf("@");
  return at < 0 ? { name: text, version: null } : { name: text.slice(0, at), version: text.slice(at + 1) };
}
