/** How the agent is called, looks and behaves, and what it would say then. */
import type { AgentSettingsView } from "../../server/admin/settings/change-settings.ts";
import type { AgentChanges, AgentSettings } from "../../server/admin/settings/ports.ts";
import type { ModelReport } from "../../server/model/model-desk.ts";
import type { PreviewedTurn, PreviewScene } from "../../server/site-threads/preview-turns.ts";
import type { OpeningReason } from "../../shared/shopper-socket.ts";
import { ApiError, get, request } from "./client.ts";

export type {
  AgentChanges,
  AgentSettings,
  AgentSettingsView,
  ModelReport,
  OpeningReason,
  PreviewedTurn,
  PreviewScene,
};

export interface AgentPreview {
  agent: { name: string; disclosure: string };
  turns: PreviewedTurn[];
  greetingStopped: { sentence: string; why: string } | null;
}

export const readSettings = (signal: AbortSignal): Promise<AgentSettingsView> =>
  get("/admin/settings", signal);
/** `undo` are the changes that bring back what was set before. */
export const changeSettings = (changes: AgentChanges): Promise<AgentSettingsView & { undo: AgentChanges }> =>
  request("PATCH", "/admin/settings", { body: changes });
/** @param wording another number, another wording. */
export const previewAgent = (
  changes: AgentChanges,
  wording: number,
  signal: AbortSignal,
): Promise<AgentPreview> =>
  request("POST", "/admin/settings/preview", { body: { changes, wording }, signal });
export const readModel = (signal: AbortSignal): Promise<ModelReport> => get("/admin/model", signal);

/** What is wrong, by setting ("agent.name"); empty where the error says nothing of settings. */
export function problemsIn(error: unknown): Record<string, string> {
  const answer = error instanceof ApiError ? error.answer : null;
  const { problems = [] } = (answer ?? {}) as { problems?: { setting: string; message: string }[] };
  return Object.fromEntries(problems.map(({ setting, message }) => [setting, message]));
}
