import { CommandFailure } from "./command-failure.ts";
import { type HoursOfDays, readHours } from "./read-hours.ts";

type Value = string | number | boolean | string[] | HoursOfDays | null;
export interface Assignments {
  [name: string]: Value | Assignments;
}

/** Settings that hold several values, written with commas. */
const LISTS = new Set([
  "origins",
  "forbidden",
  "opening.withheld",
  "outcomes.staffUserIds",
  "outcomes.staffAddresses",
]);
/** Settings that may be without a value, written as "none". */
const NULLABLE = new Set([
  "model.tokensPerDay",
  "agent.avatarUrl",
  "agent.greeting",
  "handover.timeZone",
  "handover.away",
]);
/** Settings that are text even when they look like something else. */
const TEXTS =
  /^(name|locale|currency|policy|agent\.(name|disclosure|greeting|avatarUrl)|handover\.(timeZone|away)|theme\..*)$/;

/**
 * `["agent.name=Ada", "opening.enabled=false"]` as `{ agent: { name: "Ada" }, opening: { enabled: false } }`. Throws a
 * CommandFailure on what is no assignment; whether a setting exists is for its schema to say.
 */
export function parseAssignments(assignments: readonly string[]): Assignments {
  const settings: Assignments = Object.create(null);
  for (const assignment of assignments) {
    const [, name, text] = /^([a-z][\w-]*(?:\.[a-z][\w-]*)*)=(.*)$/is.exec(assignment) ?? [];
    if (name === undefined || text === undefined)
      throw new CommandFailure(`${assignment} is not of the form setting=value`);
    const path = name.split(".");
    const last = path.pop() ?? name;
    let parent = settings;
    for (const step of path) {
      const child = parent[step];
      const isGroup = typeof child === "object" && child !== null && !Array.isArray(child);
      const group: Assignments = isGroup ? child : Object.create(null);
      parent[step] = group;
      parent = group;
    }
    if (last in parent) throw new CommandFailure(`${name} is given twice`);
    parent[last] = readValue(name, text);
  }
  return settings;
}

function readValue(name: string, text: string): Value {
  if (name === "handover.hours") return readHours(text);
  if (LISTS.has(name))
    return text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (NULLABLE.has(name) && text === "none") return null;
  if (TEXTS.test(name)) return text;
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
