/** A server as `overture serve` starts it on a machine where nothing of it was before. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { untilStopped } from "./embedded-server.ts";

const BIN = fileURLToPath(new URL("../../server/cli/bin.mjs", import.meta.url));

export interface FreshServer {
  url: string;
  /** The link that it printed. */
  setupLink: string;
  stop(): Promise<void>;
}

export async function startFreshServer(): Promise<FreshServer> {
  const folder = mkdtempSync(join(tmpdir(), "overture-fresh-"));
  // Run as root, PostgreSQL's own account must be able to enter it.
  chmodSync(folder, 0o755);
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [BIN, "serve", "--port", "0"], {
    env: { PATH, HOME, OVERTURE_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await untilStopped(folder);
    rmSync(folder, { recursive: true, force: true });
  };
  let url = "";
  for await (const line of createInterface(child.stdout)) {
    url = /^listening on (\S+)$/.exec(line)?.[1] ?? url;
    const [, setupLink] = /^set it up in the browser, once: (\S+)$/.exec(line) ?? [];
    if (setupLink !== undefined) return { url, setupLink, stop };
  }
  throw new Error(`the server ended: ${complaints}`);
}
