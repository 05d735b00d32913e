/** Sees to it that the embedded server runs and that its keeper knows of this process. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, statSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import type { Hold, KeeperProcess } from "./keeper.ts";
import { findPostmaster, removeForeignLocks, type ServerAddress } from "./postmaster.ts";
import type { ServiceAccount } from "./service-account.ts";

export interface Server {
  cluster: Cluster;
  hold: Hold;
  binaries: Binaries;
  account: ServiceAccount | null;
  transport: "socket" | "loopback";
  log: (line: string) => void;
}

/** Recovery after a crash takes as long as the work since the last checkpoint: seconds at most with these settings. */
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 3;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** Small, because it shares a small machine with Overture; durable, because an acknowledgement is a promise. */
const SETTINGS = {
  unix_socket_permissions: "0700",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "40",
  shared_buffers: "16MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "256MB",
  io_method: "sync",
  max_logical_replication_workers: "0",
  max_parallel_workers_per_gather: "0",
  jit: "off",
  logging_collector: "off",
  // Errors are logged without the statement and its values: what shoppers write is nobody's to read in a log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

/**
 * Looks and acts until there is a server that accepts connections and a keeper that knows of this process. Each look
 * starts from what is there now, because any other process may start or stop the server at any moment.
 */
export async function bringUp(server: Server): Promise<ServerAddress> {
  const { cluster, hold, log } = server;
  const deadline = performance.now() + START_TIMEOUT_MS;
  let start: Start | null = null;
  while (performance.now() < deadline) {
    const postmaster = findPostmaster(cluster.data);
    if (postmaster === null && start === null) {
      start = await startServer(server);
    } else if (postmaster === null && start?.keeper.hasEnded()) {
      const reason = whyNotStarted(cluster.logFile, start.logFrom);
      if (reason !== null) throw new Error(`PostgreSQL did not start: ${reason}`);
      start = null;
    } else if (postmaster?.address && postmaster.status !== "stopping") {
      if (!(await hold.take())) {
        log(`adopting the PostgreSQL that a killed process left behind (process ${postmaster.pid})`);
        hold.adopt(postmaster.pid, dirname(postmaster.address.path ?? ""));
      }
      if (postmaster.status === "ready") return postmaster.address;
    }
    await pause(POLL_MS);
  }
  throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS / 1000} s; see ${cluster.logFile}`);
}

interface Start {
  keeper: KeeperProcess;
  /** Where in the log its own lines begin. */
  logFrom: number;
}

async function startServer({ cluster, hold, binaries, account, transport }: Server): Promise<Start> {
  const sockets = transport === "socket" ? socketDirectory(cluster.home, account) : "";
  const port = transport === "socket" ? SOCKET_PORT : await freePort();
  removeForeignLocks(cluster.data, [
    join(cluster.data, "postmaster.pid"),
    join(sockets, socketName(port, ".lock")),
  ]);
  const settings = {
    ...SETTINGS,
    port: String(port),
    listen_addresses: transport === "socket" ? "" : "127.0.0.1",
    unix_socket_directories: sockets === "" ? "" : `"${sockets.replaceAll('"', '""')}"`,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logFrom = rotateLog(cluster.logFile);
  return { keeper: hold.start([binaries.postgres, "-D", cluster.data, ...options], sockets), logFrom };
}

/** A Unix socket has no port; its name has a number all the same. */
const SOCKET_PORT = 5432;
/** A path of a Unix socket holds 103 bytes on every platform. */
const SOCKET_PATH_LIMIT = 103;

function socketName(port: number, suffix = ""): string {
  return `.s.PGSQL.${port}${suffix}`;
}

/** The cluster's own folder where the path is short enough, else one in a temporary folder, open to the account only. */
function socketDirectory(home: string, account: ServiceAccount | null): string {
  const fits = (folder: string) =>
    Buffer.byteLength(join(folder, socketName(SOCKET_PORT))) <= SOCKET_PATH_LIMIT;
  if (fits(home)) return home;
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const name = `overture-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
  const temporary = fits(join(tmpdir(), `${name}-XXXXXX`)) ? tmpdir() : "/tmp";
  const folder = join(temporary, name);
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (account !== null) chownSync(folder, account.uid, account.gid);
    return folder;
  } catch {
    const found = lstatSync(folder);
    if (found.isDirectory() && found.uid === uid && (found.mode & 0o777) === 0o700) return folder;
    // Somebody else's: never put a socket where others could put theirs.
    const unique = mkdtempSync(`${folder}-`);
    if (account !== null) chownSync(unique, account.uid, account.gid);
    return unique;
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  await once(listener, "close");
  if (typeof address !== "object" || address === null) throw new Error("a listener has an address");
  return address.port;
}

/** Empties a log that has grown long; returns where what is written next begins. */
function rotateLog(logFile: string): number {
  try {
    const { size } = statSync(logFile);
    if (size < LOG_LIMIT_BYTES) return size;
    truncateSync(logFile);
  } catch {
    // There is none yet.
  }
  return 0;
}

/** Why a start failed; null when it is a matter of waiting: for another's server, or for a killed one's last processes. */
function whyNotStarted(logFile: string, from: number): string | null {
  const lines = readFileSync(logFile).subarray(from).toString("utf8").split("\n");
  if (lines.some((line) => /FATAL: .*(lock file|shared memory block)/.test(line))) return null;
  const reason = lines.find((line) => line.includes("FATAL:")) ?? lines.findLast((line) => line !== "");
  return reason?.replace(/^.*FATAL:\s*/, "") ?? null;
}
