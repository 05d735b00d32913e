import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "./package-root.ts";

/**
 * The folder of the built widget; in a checkout it is built first when its sources are newer. Where that fails, because
 * only what production needs was installed, the widget that is there is served. Rejects when there is none.
 */
export async function builtWidget(): Promise<string> {
  const root = packageRoot();
  const build = join(root, "server/cli/build.mjs");
  const folder = join(root, "dist/widget");
  if (existsSync(join(root, "widget/vite.config.ts")) && existsSync(build)) {
    await promisify(execFile)(process.execPath, [build, "widget", "--if-stale"]).catch((error: unknown) => {
      if (!existsSync(join(folder, "widget.js"))) throw error;
    });
  }
  return folder;
}
