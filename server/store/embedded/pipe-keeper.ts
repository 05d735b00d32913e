/**
 * The keeper where there are no FIFOs (Windows): a small Node process that listens on a named pipe, to which every
 * user stays connected. Elsewhere the pipe is a Unix socket in the cluster's folder, for the tests' sake.
 */
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { Cluster } from "./cluster.ts";
import { type Hold, spawnKeeper } from "./keeper.ts";
import type { ServiceAccount } from "./service-account.ts";

/**
 * Arguments: the pipe, pg_ctl, the data directory, then the command that starts a server, or "adopt" and a pid. Its
 * starter has ten seconds to connect. A second keeper of the same cluster ends at once, for the pipe is taken.
 */
const SCRIPT = `
const { spawn } = require("node:child_process");
const [pipe, pgCtl, data, ...job] = process.argv.slice(1);
let users = 0;
const stop = () => users === 0 && spawn(pgCtl, ["stop", "-D", data, "-m", "fast", "-w"], { stdio: "ignore" });
const listener = require("node:net").createServer((user) => {
  users += 1;
  user.on("error", () => {}).on("close", () => { users -= 1; stop(); }).resume();
});
listener.on("error", () => process.exit(1)).listen(pipe, () => {
  setTimeout(stop, 10_000);
  if (job[0] !== "adopt") {
    spawn(job[0], job.slice(1), { stdio: ["ignore", "inherit", "inherit"], windowsHide: true }).on("exit", () => process.exit());
    return;
  }
  setInterval(() => { try { process.kill(Number(job[1]), 0); } catch { process.exit(); } }, 1_000);
});`;

export function pipeHold(cluster: Cluster, account: ServiceAccount | null, pgCtl: string): Hold {
  const pipe = pipeOf(cluster);
  let line: Socket | null = null;

  function run(job: string[]) {
    // Nobody listens there, or there would have been a keeper to connect to: a killed one's socket is only in the way.
    if (process.platform !== "win32") rmSync(pipe, { force: true });
    return spawnKeeper(cluster, account, process.execPath, ["-e", SCRIPT, pipe, pgCtl, cluster.data, ...job]);
  }

  return {
    async take() {
      if (line !== null && !line.destroyed) return true;
      line = await connected(pipe);
      return line !== null;
    },
    start: run,
    adopt: (pid) => run(["adopt", String(pid)]),
    release() {
      line?.destroy();
      line = null;
    },
  };
}

function pipeOf({ home }: Cluster): string {
  if (process.platform !== "win32") return join(home, "keeper.sock");
  return `\\\\.\\pipe\\overture-${createHash("sha256").update(home).digest("hex").slice(0, 16)}`;
}

/** Null when nobody listens. The connection does not keep this process alive. */
function connected(pipe: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(pipe);
    socket.once("connect", () => resolve(socket.unref()));
    // Also once it is connected: an end of the line is seen by its being destroyed.
    socket.on("error", () => resolve(null));
    socket.resume();
  });
}
