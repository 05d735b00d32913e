/** How the agent is called, looks and behaves, and what it would say then. */
import type { AgentSettingsView } from "../../server/admin/settings/change-settings.ts";
import type { AgentChanges, AgentSettings } from "../../server/admin/settings/ports.ts";
import type { PreviewedTurn, PreviewScene } from "../../server/site-threads/preview-turns.ts";
import { ApiError, get, post, request } from "./client.ts";

export type { AgentChanges, AgentSettings, AgentSettingsView, PreviewedTurn, PreviewScene };

export interface AgentPreview {
  agent: { name: string; disclosure: string };
  turns: PreviewedTurn[];
  greetingStopped: { sentence: string; why: string } | null;
}

export const readSettings = (signal: AbortSignal): Promise<AgentSettingsView> =>
  get("/admin/settings", signal);
export const changeSettings = (changes: AgentChanges): Promise<AgentSettingsView & { undo: AgentChanges }> =>
  request("PATCH", "/admin/settings", { body: changes });
export const previewAgent = (changes: AgentChanges, wording: number): Promise<AgentPreview> =>
  post("/admin/settings/preview", { changes, wording });

/** What is wrong, by setting; empty where the error says nothing of settings. */
export function problemsIn(error: unknown): Record<string, string> {
  const answer = error instanceof ApiError ? error.answer : null;
  const { problems = [] } = (answer ?? {}) as { problems?: { setting: string; message: string }[] };
  return Object.fromEntries(problems.map(({ setting, message }) => [setting, `This ${message}.`]));
}
