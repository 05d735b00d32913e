import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Changes whenever the code that makes a snapshot may have changed, so that no version number has to be kept by hand. Of
 * a bundle it is the entry's content, which names every chunk by its hash; of sources when the newest was changed.
 */
export function codeIdentity(): string {
  const own = fileURLToPath(import.meta.url);
  const folder = dirname(own);
  const made = own.endsWith(".ts") ? newestOf(dirname(folder)) : readFileSync(join(folder, ENTRY), "utf8");
  return createHash("sha256").update(String(made)).digest("hex").slice(0, 16);
}

const ENTRY = "overture.js";

function newestOf(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))));
}
