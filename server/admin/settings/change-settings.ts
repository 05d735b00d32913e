/** The agent's settings as a merchant sees and changes them: what is refused is said at its setting, what is done can be undone. */
import { z } from "zod";
import type { Site } from "../../gateway/ports.ts";
import { isOpen, nextOpening } from "../../initiative/opening-hours.ts";
import type { AgentAtHand, AgentChanges, AgentSettings, SettingsBook } from "./ports.ts";
import { readAgentChanges, type SettingProblem, settingProblems } from "./read-changes.ts";

export interface AgentSettingsView {
  settings: AgentSettings;
  /** What holds where nothing is set. */
  defaults: AgentSettings;
  /** Whether people are there at this moment, and from when on they are (ISO 8601): null where they are there, or never. */
  people: { there: boolean; backAt: string | null };
  shop: string;
  /** ISO 4217. */
  currency: string;
}

export type SettingsChange =
  /** `undo` are the changes that bring back exactly what was set before. */
  | { ok: true; view: AgentSettingsView; undo: AgentChanges; changed: string[] }
  | { ok: false; problems: SettingProblem[] };

/**
 * Throws when the site is gone.
 * @param now in epoch milliseconds
 */
export async function viewSettings(
  book: SettingsBook,
  siteId: string,
  now: number = Date.now(),
): Promise<AgentSettingsView> {
  const state = await book.settingsOf(siteId);
  if (!state) throw new Error("the site is gone");
  const { site, settings, defaults } = state;
  return {
    settings: agentSettings(settings, site),
    defaults: agentSettings(defaults, { locale: "en", mode: "sociable" }),
    people: peopleAt(settings, now),
    shop: site.name,
    currency: site.currency,
  };
}

function peopleAt(
  { humanAvailable, handover }: Pick<AgentSettings, "humanAvailable" | "handover">,
  now: number,
): AgentSettingsView["people"] {
  const opening = humanAvailable ? nextOpening(handover, now) : null;
  return {
    there: humanAvailable && isOpen(handover, now),
    backAt: opening === null ? null : new Date(opening).toISOString(),
  };
}

export type ChangeReading =
  | { ok: true; changes: AgentChanges; site: Site }
  | { ok: false; problems: SettingProblem[] };

/** What the merchant sent, and the site as it would be then; nothing is stored. Throws when the site is gone. */
export async function readChange(book: SettingsBook, siteId: string, input: unknown): Promise<ChangeReading> {
  const reading = readAgentChanges(input);
  if (!reading.ok) return reading;
  // The store judges the values that are not named in the reading.
  const changes = reading.changes as AgentChanges;
  try {
    const site = await book.asChanged(siteId, changes);
    if (!site) throw new Error("the site is gone");
    return { ok: true, changes, site };
  } catch (error) {
    if (error instanceof z.ZodError) return { ok: false, problems: settingProblems(error) };
    throw error;
  }
}

/** @param input as the merchant sent it. Words of the merchant's are held to what the guard lets pass. */
export async function changeSettings(
  book: SettingsBook,
  agent: Pick<AgentAtHand, "checkWords">,
  siteId: string,
  input: unknown,
): Promise<SettingsChange> {
  const reading = await readChange(book, siteId, input);
  if (!reading.ok) return reading;
  const { changes, site } = reading;
  const problems = await wordProblems(changes, site, agent);
  if (problems.length > 0) return { ok: false, problems };
  const before = await book.settingsOf(siteId);
  if (!before) throw new Error("the site is gone");
  await book.update(site.siteKey, changes);
  const undo = undoing(changes, { ...before.stored, locale: before.site.locale, mode: before.site.mode });
  return { ok: true, view: await viewSettings(book, siteId), undo, changed: settingsIn(changes) };
}

/** What the guard would stop is better said now than left out before shoppers. */
export async function wordProblems(
  changes: {
    agent?: { greeting?: string | null | undefined } | null | undefined;
    handover?: { away?: string | null | undefined } | null | undefined;
  },
  site: Site,
  { checkWords }: Pick<AgentAtHand, "checkWords">,
): Promise<SettingProblem[]> {
  const { greeting, name, shop } = site.settings.persona;
  const away = changes.handover?.away?.replaceAll("{name}", name).replaceAll("{shop}", shop);
  const words = [
    { setting: "agent.greeting", text: changes.agent?.greeting ? greeting : undefined, hint: "" },
    { setting: "handover.away", text: away, hint: AWAY_HINT },
  ];
  const problems = await Promise.all(
    words.map(async ({ setting, text, hint }): Promise<SettingProblem[]> => {
      const stopped = text ? await checkWords(site, text) : null;
      if (stopped === null) return [];
      return [{ setting, message: `can't be said: “${stopped.sentence}” ${inWords(stopped.why)}${hint}` }];
    }),
  );
  return problems.flat();
}

/** Merchants write the hour there at first. */
const AWAY_HINT = "; when people are back is said after these words, from the hours";

/** The guard's reasons follow a sentence that is quoted. */
function inWords(why: string): string {
  return /^(?:claims|speaks|promises|says|tells|insults|passes|talks|follows|gives|presses|calls|names)\b/.test(
    why,
  )
    ? why
    : `is stopped by the guard: ${why}`;
}

function agentSettings(
  {
    humanAvailable,
    handover,
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
  return { locale, mode, humanAvailable, handover, agent, theme, opening, silence, memory, outcomes, model };
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
