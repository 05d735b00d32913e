/** What the form holds until it is saved. */
import type { AgentChanges, AgentSettings } from "../../api/settings.ts";

type Values = Record<string, unknown>;

/** What of the draft is not as it is stored. What is as it ships goes back to that, so that a better default reaches the shop. */
export function changesOf(
  stored: AgentSettings,
  draft: AgentSettings,
  defaults: AgentSettings,
): AgentChanges {
  const changes: Values = {};
  for (const [key, value] of Object.entries(draft)) {
    const was = (stored as unknown as Values)[key];
    const shipped = (defaults as unknown as Values)[key];
    if (isGroup(value)) {
      const before = isGroup(was) ? was : {};
      const ships = isGroup(shipped) ? shipped : {};
      const names = Object.keys({ ...before, ...value }).filter((name) => !isSame(value[name], before[name]));
      if (names.length === 0) continue;
      changes[key] = Object.fromEntries(
        names.map((name) => [name, isSame(value[name], ships[name]) ? null : value[name]]),
      );
    } else if (!isSame(value, was)) changes[key] = value;
  }
  return changes as AgentChanges;
}

/** The settings with such changes made. */
export function withChanges(
  settings: AgentSettings,
  changes: AgentChanges,
  defaults: AgentSettings,
): AgentSettings {
  const changed: Values = { ...settings };
  for (const [key, value] of Object.entries(changes)) {
    const shipped = (defaults as unknown as Values)[key];
    if (!isGroup(value)) changed[key] = value ?? shipped;
    else {
      const ships = isGroup(shipped) ? shipped : {};
      const names = Object.entries(value).map(([name, one]) => [name, one ?? ships[name]]);
      changed[key] = { ...(changed[key] as Values), ...Object.fromEntries(names) };
    }
  }
  return changed as unknown as AgentSettings;
}

/** Of values as JSON has them; lists in any order, for none of the settings has one. */
export function isSame(one: unknown, other: unknown): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
}

function isGroup(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
