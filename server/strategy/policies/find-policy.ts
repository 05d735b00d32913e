import type { Policy } from "../policy.ts";
import { createRandomPolicy } from "./random.ts";
import { createRulesPolicy } from "./rules.ts";

const POLICIES: readonly Policy[] = [createRulesPolicy(), createRandomPolicy()];

export const POLICY_NAMES: readonly string[] = POLICIES.map((policy) => policy.name);

/** Undefined for a name nobody registered. */
export function findPolicy(name: string): Policy | undefined {
  return POLICIES.find((policy) => policy.name === name);
}
