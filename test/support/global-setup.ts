/** One folder for the embedded PostgreSQL of a whole run, and one build; whichever test file first needs it starts it there. */
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { untilStopped } from "./embedded-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseFolder: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Built once here: test files that each found it stale would build into one folder at the same time.
  await promisify(execFile)(process.execPath, ["server/cli/build.mjs", "--if-stale"]);
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
