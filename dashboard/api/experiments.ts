/** Experiments and what may be done with them, as `/api/admin/experiments` has them. */
import type { shownReport } from "../../server/admin/experiment-report-api.ts";
import type { PlanInput } from "../../server/experiment/plan-input.ts";
import type { ExperimentChange, Experiment as StoredExperiment } from "../../server/experiment/ports.ts";
import type { Look } from "../../server/experiment/report/look.ts";
import type { SizeReport } from "../../server/experiment/size-report.ts";
import { get, post, request } from "./client.ts";

export type Experiment = Omit<StoredExperiment, "siteId">;
export type Report = ReturnType<typeof shownReport>;
export type { ExperimentChange, Look, PlanInput, SizeReport };

const at = (key: string) => `/admin/experiments/${encodeURIComponent(key)}`;

export const listExperiments = (signal: AbortSignal): Promise<Experiment[]> =>
  get<{ experiments: Experiment[] }>("/admin/experiments", signal).then(({ experiments }) => experiments);
export const readReport = (key: string, signal: AbortSignal): Promise<Report> =>
  get(`${at(key)}/report`, signal);
export const readLooks = (key: string, signal: AbortSignal): Promise<Look[]> =>
  get<{ looks: Look[] }>(`${at(key)}/looks`, signal).then(({ looks }) => looks);
export const readChanges = (key: string, signal: AbortSignal): Promise<ExperimentChange[]> =>
  get<{ changes: ExperimentChange[] }>(`${at(key)}/changes`, signal).then(({ changes }) => changes);
export const createExperiment = (draft: { name: string; plan: PlanInput; by: string }): Promise<Experiment> =>
  post<{ experiment: Experiment }>("/admin/experiments", draft).then(({ experiment }) => experiment);
export const readExperiment = (key: string, signal: AbortSignal): Promise<Experiment> =>
  get<{ experiment: Experiment }>(at(key), signal).then(({ experiment }) => experiment);
export const changeDraft = (key: string, draft: { name: string; plan: PlanInput }): Promise<Experiment> =>
  request<{ experiment: Experiment }>("PATCH", at(key), { body: draft }).then(({ experiment }) => experiment);
export const sizeOfPlan = (
  plan: PlanInput,
  signal: AbortSignal,
): Promise<{ size: SizeReport; remarks: string[] }> =>
  request("POST", "/admin/experiments/size", { body: { plan }, signal });
export const removeDraft = (key: string): Promise<unknown> => request("DELETE", at(key));
export const reportCsvOf = (key: string): string => `/api${at(key)}/report.csv`;

export type Action = "start" | "ramp" | "pause" | "resume" | "stop" | "archive" | "ship" | "unship";

export const act = (key: string, action: Action, body: Record<string, unknown>): Promise<Experiment> =>
  post<{ experiment: Experiment }>(`${at(key)}/${action}`, body).then(({ experiment }) => experiment);
