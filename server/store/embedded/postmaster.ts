/** What PostgreSQL itself says about a running server, in `postmaster.pid` of its cluster. */
import { execFileSync } from "node:child_process";
import { readFileSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/** As `net.connect` takes it. */
export type ServerAddress = { path: string } | { host: string; port: number; path?: undefined };

export interface Postmaster {
  pid: number;
  /** Null while it has just begun to start. */
  address: ServerAddress | null;
  /** Empty while it has just begun to start. */
  status: string;
}

/**
 * The server that runs on a cluster, or null. A file left behind by a kill names a process that is gone, or by now
 * another one: it counts only when that process was started on this very cluster.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  // Lines: pid, data directory, start time, port, socket directory, address, shared memory key, status.
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !runsOn(pid, cluster)) return null;
  return { pid, address: addressOf(Number(lines[3]), lines[4], lines[5]), status: (lines[7] ?? "").trim() };
}

function addressOf(port: number, socketDirectory = "", host = ""): ServerAddress | null {
  if (socketDirectory !== "") return { path: join(socketDirectory, `.s.PGSQL.${port}`) };
  return host === "" ? null : { host, port };
}

/**
 * Removes lock files of a killed server whose process number belongs to another program by now: PostgreSQL would take
 * that program for the server, and not start. Those whose process is gone PostgreSQL removes itself.
 */
export function removeForeignLocks(cluster: string, files: string[]): void {
  for (const file of files) {
    try {
      const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
      process.kill(pid, 0);
      if (!runsOn(pid, cluster)) unlinkSync(file);
    } catch {
      // No file, no such process, or one of another account, which PostgreSQL does not mind.
    }
  }
}

function runsOn(pid: number, cluster: string): boolean {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster);
    if (process.platform === "win32") return process.kill(pid, 0);
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(cluster);
  } catch {
    return false;
  }
}
