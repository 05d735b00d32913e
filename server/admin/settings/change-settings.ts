/** The agent's settings as a merchant sees and changes them: what is refused is said at its setting, what is done can be undone. */
import { z } from "zod";
import type { Site } from "../../gateway/ports.ts";
import type { AgentChanges, AgentSettings, SettingsBook } from "./ports.ts";
import { readAgentChanges, type SettingProblem, settingProblems } from "./read-changes.ts";

export interface AgentSettingsView {
  settings: AgentSettings;
  /** What holds where nothing is set. */
  defaults: AgentSettings;
  shop: string;
  /** ISO 4217. */
  currency: string;
}

export type SettingsChange =
  /** `undo` are the changes that bring back exactly what was set before. */
  | { ok: true; view: AgentSettingsView; undo: AgentChanges; changed: string[] }
  | { ok: false; problems: SettingProblem[] };

/** Throws when the site is gone. */
export async function viewSettings(book: SettingsBook, siteId: string): Promise<AgentSettingsView> {
  const state = await book.settingsOf(siteId);
  if (!state) throw new Error("the site is gone");
  const { site, settings, defaults } = state;
  return {
    settings: agentSettings(settings, site),
    defaults: agentSettings(defaults, { locale: "en", mode: "sociable" }),
    shop: site.name,
    currency: site.currency,
  };
}

/** @param input as the merchant sent it. */
export async function changeSettings(
  book: SettingsBook,
  siteId: string,
  input: unknown,
): Promise<SettingsChange> {
  const reading = readAgentChanges(input);
  if (!reading.ok) return reading;
  // The store judges the values that are not named in the reading.
  const changes = reading.changes as AgentChanges;
  const before = await book.settingsOf(siteId);
  if (!before) throw new Error("the site is gone");
  try {
    await book.update(before.site.siteKey, changes);
  } catch (error) {
    if (error instanceof z.ZodError) return { ok: false, problems: settingProblems(error) };
    throw error;
  }
  const undo = undoing(changes, { ...before.stored, locale: before.site.locale, mode: before.site.mode });
  return { ok: true, view: await viewSettings(book, siteId), undo, changed: settingsIn(changes) };
}

function agentSettings(
  {
    humanAvailable,
    agent,
    theme,
    opening,
    silence,
    memory,
    outcomes,
    model,
  }: Omit<AgentSettings, "locale" | "mode">,
  { locale, mode }: Pick<Site, "locale" | "mode">,
): AgentSettings {
  return { locale, mode, humanAvailable, agent, theme, opening, silence, memory, outcomes, model };
}

type Values = Record<string, unknown>;

function undoing(changes: object, before: object): AgentChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([key, value]) => {
      const was = (before as Values)[key];
      if (!isGroup(value)) return [key, was ?? null];
      const group = isGroup(was) ? was : {};
      return [key, Object.fromEntries(Object.keys(value).map((name) => [name, group[name] ?? null]))];
    }),
  );
}

function settingsIn(changes: object): string[] {
  return Object.entries(changes).flatMap(([key, value]) =>
    isGroup(value) ? Object.keys(value).map((name) => `${key}.${name}`) : [key],
  );
}

function isGroup(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
