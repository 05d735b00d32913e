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
    const building = promisify(execFile)(process.execPath, [build, "widget", "--if-stale"]);
    // A server that stops meanwhile takes the build with it.
    const stop = () => building.child.kill();
    process.once("exit", stop);
    await building
      .catch((error: unknown) => {
        if (!existsSync(join(folder, "widget.js"))) throw error;
      })
      .finally(() => process.off("exit", stop));
  }
  return folder;
}
