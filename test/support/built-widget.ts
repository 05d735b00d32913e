import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

export const WIDGET_DIRECTORY = fileURLToPath(new URL("../../dist/widget", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the widget unless the files in `dist/widget` are newer than everything they are made from. */
export async function buildWidget(): Promise<void> {
  const madeFrom = Math.max(newest(`${PROJECT}/widget`), newest(`${PROJECT}/package-lock.json`));
  if (newest(`${WIDGET_DIRECTORY}/widget.js`) > madeFrom) return;
  await build({ configFile: `${PROJECT}/widget/vite.config.ts` });
}

function newest(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
