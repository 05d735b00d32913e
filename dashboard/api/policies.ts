/** What chooses the agent's next move: versions, which is in use, and how that is changed. */
import type { ListedPolicy, PolicyOverview } from "../../server/admin/policies/policy-desk.ts";
import type { PolicyChange } from "../../server/admin/policies/ports.ts";
import type { PolicyFile } from "../../server/strategy/policy-file.ts";
import { get, post } from "./client.ts";

export type { ListedPolicy, PolicyChange, PolicyFile, PolicyOverview };
export type TrainingRecord = NonNullable<ListedPolicy["training"]>;

export interface PolicyDetail {
  policy: ListedPolicy;
  file: PolicyFile | null;
  changes: PolicyChange[];
}
/** `change` is null where it was in use already. */
export interface PolicyUse {
  change: PolicyChange | null;
  overriddenBy: string[];
}

export const readPolicies = (signal?: AbortSignal): Promise<PolicyOverview> => get("/admin/policies", signal);
export const readPolicy = (policy: string, signal?: AbortSignal): Promise<PolicyDetail> =>
  get(`/admin/policies/${encodeURIComponent(policy)}`, signal);
export const importPolicy = (file: unknown): Promise<{ policy: string; outcome: string }> =>
  post("/admin/policies", file);
export const putInUse = (policy: string, why: string): Promise<PolicyUse> =>
  post("/admin/policies/use", { policy, why });
export const rollBackPolicy = (why: string): Promise<PolicyUse> => post("/admin/policies/rollback", { why });
