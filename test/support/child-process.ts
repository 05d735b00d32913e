/** A TypeScript file run in a process of its own, spoken with in lines. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface TestProcess {
  pid: number;
  /** The next line on its output; throws what it wrote on its error output when there is none. */
  nextLine(): Promise<string>;
  /** What else it wrote before it ended. */
  remainingLines(): Promise<string[]>;
  write(line: string): void;
  /** kill -9, and waits for the end. */
  kill(): Promise<void>;
  /** Ends its input, and waits for the end. */
  end(): Promise<void>;
}

export function startTestProcess(
  file: URL,
  args: string[],
  account: { uid?: number; gid?: number } = {},
): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(file), ...args], {
    stdio: ["pipe", "pipe", "pipe"],
    ...account,
  });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaints += text;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    async nextLine() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the process ended: ${complaints}`);
      return value;
    },
    async remainingLines() {
      const rest: string[] = [];
      for await (const line of { [Symbol.asyncIterator]: () => lines }) rest.push(line);
      return rest;
    },
    write: (line) => child.stdin.write(`${line}\n`),
    async kill() {
      child.kill("SIGKILL");
      await ended(child);
    },
    async end() {
      child.stdin.end();
      await ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
