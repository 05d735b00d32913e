/**
 * The embedded PostgreSQL: a real server, started as a child in the data folder and shared by every Overture process
 * that uses the folder. It listens on a Unix socket that only its own account can reach.
 */
import { createHash } from "node:crypto";
import { chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, statSync, truncateSync } from "node:fs";
import { connect, Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ConnectionOptions } from "../database.ts";
import { type Binaries, packagedBinaries, runnableBinaries } from "./binaries.ts";
import { type Cluster, createCluster, findCluster } from "./cluster.ts";
import { Hold, type KeeperProcess } from "./keeper.ts";
import { findPostmaster, removeForeignLocks } from "./postmaster.ts";
import { type ServiceAccount, serviceAccount } from "./service-account.ts";

export interface EmbeddedPostgres {
  /** Each new connection first makes sure that the server runs, so that a pool outlives a killed server. */
  connectionOptions: ConnectionOptions;
  /** Resolves to the path of the socket of a server that accepts connections; starts or adopts one if need be. */
  ensureRunning(): Promise<string>;
  /** Gives up this process's hold; the last one to do so stops the server. */
  release(): void;
}

/** What tests put elsewhere. */
export interface EmbeddedPlaces {
  packaged?: { folder: string; version: string };
  /** For what the service account must get at, when started by root. */
  publicFolder?: string;
}

/** Recovery after a crash takes as long as the work since the last checkpoint: seconds at most with these settings. */
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 3;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const PORT = 5432;

/** Small, because it shares a small machine with Overture; durable, because an acknowledgement is a promise. */
const SETTINGS = {
  listen_addresses: "",
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

/** Throws an `Error` with one clear line when the server cannot be had. */
export async function openEmbedded(
  dataDir: string,
  log: (line: string) => void,
  { packaged = packagedBinaries(), publicFolder = "/var/lib/overture" }: EmbeddedPlaces = {},
): Promise<EmbeddedPostgres> {
  const account = serviceAccount();
  const binaries = runnableBinaries(packaged, account, account === null ? dataDir : publicFolder, log);
  if (findCluster(dataDir) === null) await createCluster(dataDir, binaries, account, publicFolder, log);
  const cluster = findCluster(dataDir);
  if (cluster === null) throw new Error(`${dataDir} was removed while it was being set up`);

  const hold = new Hold(cluster.fifo);
  let underway: Promise<string> | null = null;
  const ensureRunning = () => {
    // Connections that are made at the same time share one look.
    underway ??= bringUp(cluster, hold, binaries, account, log).finally(() => {
      underway = null;
    });
    return underway;
  };
  await ensureRunning();
  return {
    connectionOptions: {
      username: cluster.username,
      password: cluster.password,
      database: "postgres",
      socket: () => connectWhenUp(ensureRunning),
    },
    ensureRunning,
    release: () => hold.release(),
  };
}

/**
 * Looks and acts until there is a server that accepts connections and a keeper that knows of this process. Each look
 * starts from what is there now, because any other process may start or stop the server at any moment.
 */
async function bringUp(
  cluster: Cluster,
  hold: Hold,
  binaries: Binaries,
  account: ServiceAccount | null,
  log: (line: string) => void,
): Promise<string> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  let start: { keeper: KeeperProcess; logFrom: number } | null = null;
  while (performance.now() < deadline) {
    const postmaster = findPostmaster(cluster.data);
    if (postmaster === null && start === null) {
      const sockets = socketDirectory(cluster.home, account);
      removeForeignLocks(cluster.data, [
        join(cluster.data, "postmaster.pid"),
        join(sockets, `.s.PGSQL.${PORT}.lock`),
      ]);
      const logFrom = rotateLog(cluster.logFile);
      start = {
        keeper: hold.startKeeper(cluster, sockets, account, startCommand(binaries, cluster, sockets)),
        logFrom,
      };
    } else if (postmaster === null && start?.keeper.hasEnded()) {
      const reason = whyNotStarted(cluster.logFile, start.logFrom);
      if (reason !== null) throw new Error(`PostgreSQL did not start: ${reason}`);
      start = null;
    } else if (postmaster?.socketPath && postmaster.status !== "stopping") {
      if (!hold.take()) {
        log(`adopting the PostgreSQL that a killed process left behind (process ${postmaster.pid})`);
        hold.startKeeper(cluster, dirname(postmaster.socketPath), account, ["adopt", String(postmaster.pid)]);
      }
      if (postmaster.status === "ready") return postmaster.socketPath;
    }
    await pause(POLL_MS);
  }
  throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS / 1000} s; see ${cluster.logFile}`);
}

function startCommand({ postgres }: Binaries, { data }: Cluster, sockets: string): string[] {
  const settings = { ...SETTINGS, unix_socket_directories: `"${sockets.replaceAll('"', '""')}"` };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return [postgres, "-D", data, "-p", String(PORT), ...options];
}

/** A path of a Unix socket holds 103 bytes on every platform. */
const SOCKET_PATH_LIMIT = 103;

/** The cluster's own folder where the path is short enough, else one in a temporary folder, open to the account only. */
function socketDirectory(home: string, account: ServiceAccount | null): string {
  const fits = (folder: string) =>
    Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}.lock`)) <= SOCKET_PATH_LIMIT;
  if (fits(home)) return home;
  const uid = account?.uid ?? process.getuid?.() ?? 0;
  const name = `overture-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
  const temporary = [tmpdir(), "/tmp"].find((folder) => fits(join(folder, `${name}-XXXXXX`))) ?? "/tmp";
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

async function connectWhenUp(ensureRunning: () => Promise<string>): Promise<Socket> {
  try {
    return connect(await ensureRunning());
  } catch (error) {
    // The client library expects a socket and learns from its events that it failed.
    const socket = new Socket();
    setImmediate(() => socket.destroy(error instanceof Error ? error : new Error(String(error))));
    return socket;
  }
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
