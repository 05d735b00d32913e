import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "./package-root.ts";

const ENTRIES = { widget: "widget.js", dashboard: "index.html" };

/**
 * The folder of what is built for browsers; in a checkout it is built first when its sources are newer. Where that fails,
 * because only what production needs was installed, what is there is served. Rejects when there is nothing.
 */
export async function builtFolder(part: keyof typeof ENTRIES): Promise<string> {
  const root = packageRoot();
  const build = join(root, "server/cli/build.mjs");
  const folder = join(root, "dist", part);
  if (existsSync(join(root, part, "vite.config.ts")) && existsSync(build)) {
    const building = promisify(execFile)(process.execPath, [build, part, "--if-stale"]);
    // A server that stops meanwhile takes the build with it.
    const stop = () => building.child.kill();
    process.once("exit", stop);
    await building
      .catch((error: unknown) => {
        if (!existsSync(join(folder, ENTRIES[part]))) throw error;
      })
      .finally(() => process.off("exit", stop));
  }
  return folder;
}
