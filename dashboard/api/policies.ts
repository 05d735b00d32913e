/** What chooses the agent's next move: versions, which is in use, and how that is changed. */
import type { ListedPolicy, PolicyOverview } from "../../server/admin/policies/policy-desk.ts";
import type { PolicyChange } from "../../server/admin/policies/ports.ts";
import type { WeightsPreview } from "../../server/admin/policies/weights-preview.ts";
import type { WhatIf } from "../../server/admin/policies/what-if.ts";
import type { PolicyFile } from "../../server/strategy/policy-file.ts";
import { get, post, request } from "./client.ts";

export type { ListedPolicy, PolicyChange, PolicyFile, PolicyOverview, WeightsPreview, WhatIf };
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

export interface Weighting {
  /** 1 where absent. */
  weights: Record<string, number>;
  forbidden: string[];
}

export const readWeighting = (
  signal?: AbortSignal,
): Promise<Weighting & { indispensable: Record<string, string> }> => get("/admin/policies/weights", signal);
export const putWeighting = (weighting: Weighting): Promise<Weighting & { before: Weighting }> =>
  request("PUT", "/admin/policies/weights", { body: weighting });
export const previewWeighting = (weighting: Weighting, signal?: AbortSignal): Promise<WeightsPreview> =>
  request("POST", "/admin/policies/weights/preview", { body: weighting, ...(signal && { signal }) });

/** Asked again until its `result` is there. @param days null for all time. */
export const askWhatIf = (policy: string, days: number | null, signal?: AbortSignal): Promise<WhatIf> =>
  request("POST", "/admin/policies/what-if", { body: { policy, days }, ...(signal && { signal }) });
