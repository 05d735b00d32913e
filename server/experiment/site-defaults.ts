/** The winner as the site's default, and back: which settings change, and to what. */
import type { Mode } from "../dialogue/strategies.ts";
import type { Treatment } from "./plan.ts";

/** The settings that an arm can change, as they are stored; null where the merchant has set nothing. */
export interface DefaultSettings {
  mode: Mode;
  policy: string | null;
  opening: boolean | null;
  silence: boolean | null;
}

/** What was replaced by what; only what the arm changes is in it. */
export interface Replacement {
  before: Partial<DefaultSettings>;
  after: Partial<DefaultSettings>;
}

/**
 * What makes an arm the default. What it leaves to the site stays, and so does what it does not change.
 * @param speaksFirst whether the site has openings or follow-ups on silence now, with what holds where nothing is set.
 */
export function replacementBy(
  { mode, policy, initiative }: Treatment,
  stored: DefaultSettings,
  speaksFirst: boolean,
): Replacement {
  const wanted: Partial<DefaultSettings> = {
    ...(mode !== undefined && { mode }),
    ...(policy !== undefined && { policy }),
    ...(initiative === false && { opening: false, silence: false }),
    ...(initiative === true && !speaksFirst && { opening: true, silence: true }),
  };
  const changed = SETTINGS.filter((key) => wanted[key] !== undefined && wanted[key] !== stored[key]);
  return { before: only(stored, changed), after: only(wanted, changed) };
}

/** The settings that are no longer what the replacement made them. */
export function changedSince({ after }: Replacement, stored: DefaultSettings): (keyof DefaultSettings)[] {
  return SETTINGS.filter((key) => after[key] !== undefined && after[key] !== stored[key]);
}

/** As a merchant reads it. */
export function describeSettings(settings: Partial<DefaultSettings>): string {
  const words = SETTINGS.filter((key) => settings[key] !== undefined).map(
    (key) => `${NAMES[key]}=${settings[key] === null ? "not set" : settings[key]}`,
  );
  return words.join(" ") || "nothing";
}

const SETTINGS = ["mode", "policy", "opening", "silence"] as const satisfies (keyof DefaultSettings)[];
const NAMES = { mode: "mode", policy: "policy", opening: "opening.enabled", silence: "silence.enabled" };

function only(
  settings: Partial<DefaultSettings>,
  keys: readonly (keyof DefaultSettings)[],
): Partial<DefaultSettings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}
