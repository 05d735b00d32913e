/** Arms by a name [EXP-3], as commands and plans write them. */
import type { Arm, Treatment } from "./plan.ts";

interface Preset {
  treatment: Treatment;
  name: string;
}

const PRESETS: Record<string, Preset> = {
  "as-is": { name: "As the site is", treatment: {} },
  sociable: { name: "Sociable", treatment: { mode: "sociable" } },
  informational: { name: "Informational", treatment: { mode: "informational" } },
  bandit: { name: "Bandit, which goes on learning", treatment: { policy: "bandit" } },
  quiet: { name: "Quiet: speaks only when spoken to", treatment: { initiative: false } },
  holdout: { name: "Holdout: no widget", treatment: { widget: false } },
};

export const PRESET_WORDS = [...Object.keys(PRESETS), "policy:NAME", "policy:NAME@VERSION"];

/** Null for a word that names none. */
export function armOfPreset(word: string): Omit<Arm, "weight"> | null {
  const preset = Object.hasOwn(PRESETS, word) ? PRESETS[word] : undefined;
  if (preset) return { key: word, ...preset };
  const policy = /^policy:(.+)$/.exec(word)?.[1];
  return policy === undefined
    ? null
    : { key: slugOf(policy), name: `Policy ${policy}`, treatment: { policy } };
}

/** As keys are written: lower case letters and digits, with hyphens between. */
export const KEY_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const KEY_MAX_LENGTH = 60;

/** The nearest key to some words; "experiment" where nothing of them is left. */
export function slugOf(words: string): string {
  const slug = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, KEY_MAX_LENGTH)
    .replace(/^-+|-+$/g, "");
  return slug || "experiment";
}
