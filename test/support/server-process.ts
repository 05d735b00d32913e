/** A server in a process and a folder of its own, as the commands start it on a machine where nothing of it was before. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { untilStopped } from "./embedded-server.ts";

const BIN = fileURLToPath(new URL("../../server/cli/bin.mjs", import.meta.url));

export interface ServerProcess {
  /** What it prints, line by line. Throws what it complained of when it ends. */
  lines(): AsyncGenerator<string>;
  stop(): Promise<void>;
}

/** On a free port. */
export function startServerProcess(command: "serve" | "demo"): ServerProcess {
  const folder = mkdtempSync(join(tmpdir(), `overture-${command}-`));
  // Run as root, PostgreSQL's own account must be able to enter it.
  chmodSync(folder, 0o755);
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [BIN, command, "--port", "0"], {
    env: { PATH, HOME, OVERTURE_DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  return {
    async *lines() {
      for await (const line of createInterface(child.stdout)) yield line;
      throw new Error(`the server ended: ${complaints}`);
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
      await untilStopped(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
