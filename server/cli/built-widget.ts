import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "./package-root.ts";

/** The folder of the built widget; in a checkout it is built first when its sources are newer. */
export async function builtWidget(): Promise<string> {
  const root = packageRoot();
  const build = join(root, "server/cli/build.mjs");
  if (existsSync(join(root, "widget/vite.config.ts")) && existsSync(build)) {
    await promisify(execFile)(process.execPath, [build, "widget", "--if-stale"]);
  }
  return join(root, "dist/widget");
}
