/** What the form holds until it is saved. */
import type { AgentChanges, AgentSettings } from "../../api/settings.ts";

type Values = Record<string, unknown>;

/** What of the draft is not as it is stored; what was emptied goes back to its default. */
export function changesOf(stored: AgentSettings, draft: AgentSettings): AgentChanges {
  const changes: Values = {};
  for (const [key, value] of Object.entries(draft)) {
    const was = (stored as unknown as Values)[key];
    if (typeof value !== "object") {
      if (value !== was) changes[key] = value;
      continue;
    }
    const group = was as Values;
    const names = Object.keys({ ...group, ...value });
    const changed = names.filter(
      (name) => JSON.stringify((value as Values)[name]) !== JSON.stringify(group[name]),
    );
    if (changed.length > 0)
      changes[key] = Object.fromEntries(changed.map((name) => [name, (value as Values)[name] ?? null]));
  }
  return changes as AgentChanges;
}
