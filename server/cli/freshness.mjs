/** Whether what was built is older than what it was built from. A few milliseconds: it runs before every command. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** @param {string} built @param {string[]} sources Files and folders; those that are absent are passed over. */
export function isStale(built, sources) {
  const builtAt = changedAt(built);
  return builtAt === null || sources.some((source) => newest(source) > builtAt);
}

/** @param {string} path @returns {number} When the file, or anything in the folder, was last changed; 0 when absent. */
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  // A folder's own time tells of files that were removed from it.
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
