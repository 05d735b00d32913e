/** One folder for the embedded PostgreSQL of a whole run; whichever test file first needs it starts it there. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { untilStopped } from "./embedded-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseFolder: string;
  }
}

export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "overture-test-"));
  // Run as root, PostgreSQL's own account must be able to enter it.
  chmodSync(folder, 0o755);
  project.provide("databaseFolder", folder);
  return async () => {
    // The workers are gone, and with its last user the server goes.
    if (existsSync(join(folder, "postgres"))) await untilStopped(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
