/** A process that a bench has started, and what it has printed. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { databaseEnded, type Workplace } from "./workplace.ts";

export interface RunningProcess {
  pid: number;
  /** On the clock of `performance.now()`. */
  startedAt: number;
  /** Resolves with the first match in its output; rejects when it ends without one. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** How late the event loop of its main thread has been since this was last asked; of those that are watched. */
  eventLoopDelay(): Promise<LoopDelay>;
}

/** Milliseconds. */
export interface LoopDelay {
  p99: number;
  max: number;
  /** The longest that the thread itself ran between two looks; null where that cannot be told. */
  ran: number | null;
}

const BIN = fileURLToPath(new URL("../server/cli/bin.mjs", import.meta.url));
const ECHO = fileURLToPath(new URL("echo-server.ts", import.meta.url));
const TSX = import.meta.resolve("tsx");

const WATCH = new URL("watch-event-loop.mjs", import.meta.url).href;

/** `overture serve` or `overture demo` on a free port, with its database in the folder. */
export function startOvertureProcess(
  workplace: Workplace,
  command: "serve" | "demo",
  folder: string,
  settings: Record<string, string> = {},
): RunningProcess {
  return start(workplace, [BIN, command, "--port", "0"], folder, { OVERTURE_DATA_DIR: folder, ...settings });
}

/** `overture serve` whose event loop is watched. */
export function startWatchedServer(
  workplace: Workplace,
  folder: string,
  settings: Record<string, string> = {},
): RunningProcess {
  const args = ["--import", WATCH, BIN, "serve", "--port", "0"];
  return start(workplace, args, folder, { OVERTURE_DATA_DIR: folder, ...settings });
}

export function startEchoProcess(workplace: Workplace): RunningProcess {
  return start(workplace, ["--import", TSX, ECHO], workplace.folder(), {});
}

/** Runs in the folder, away from any `.env`, and sees only the environment that is given. */
function start(
  workplace: Workplace,
  args: string[],
  folder: string,
  environment: Record<string, string>,
): RunningProcess {
  const { PATH = "", HOME = "" } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, ...environment },
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  workplace.atEnd(async () => {
    const ended = child.exitCode !== null || child.signalCode !== null || once(child, "exit");
    child.kill("SIGTERM");
    await ended;
    await databaseEnded(folder);
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const reports: ((delay: LoopDelay) => void)[] = [];
  createInterface(child.stdout).on("line", (line) => {
    const [, report] = /^event loop (.+)$/.exec(line) ?? [];
    if (report !== undefined) reports.shift()?.(JSON.parse(report));
  });
  return {
    pid: child.pid ?? 0,
    eventLoopDelay: () =>
      new Promise((resolve) => {
        reports.push(resolve);
        child.kill("SIGUSR2");
      }),
    startedAt,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        child.stdout.on("data", look);
        child.once("exit", () => reject(new Error(`a process ended early: ${args.join(" ")}\n${output}`)));
        look();
      }),
  };
}
