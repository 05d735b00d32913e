/** The `overture` command in a process of its own, as a merchant's shell runs it. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../../server/cli/bin.mjs", import.meta.url));

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Only what is named here reaches the command: the machine's own settings must not. */
export type Environment = Record<string, string>;

export async function runOverture(
  args: string[],
  environment: Environment = {},
  input = "",
  folder?: string,
): Promise<Outcome> {
  const child = spawnOverture(args, environment, folder);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  await once(child, "close");
  return { code: child.exitCode, stdout, stderr };
}

export interface RunningServer {
  url: string;
  /** Sends the signal and waits; resolves with the exit code, null when it was killed. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** `overture serve` on a free port, when it says that it listens. */
export async function serveOverture(
  environment: Environment,
  args: string[] = ["serve"],
): Promise<RunningServer> {
  const child = spawnOverture([...args, "--port", "0"], environment);
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    const look = (text: string) => {
      output += text;
      const [, found] = /listening on (http:\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding("utf8").on("data", look);
    child.stderr.setEncoding("utf8").on("data", look);
    child.once("exit", () => reject(new Error(`the server ended: ${output}`)));
  });
  return {
    url,
    async stop(signal) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

function spawnOverture(
  args: string[],
  environment: Environment,
  folder?: string,
): ChildProcessByStdio<Writable, Readable, Readable> {
  const { PATH = "", HOME = "" } = process.env;
  return spawn(process.execPath, [BIN, ...args], {
    env: { PATH, HOME, ...environment },
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
  });
}
