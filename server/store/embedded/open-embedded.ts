/**
 * The embedded PostgreSQL: a real server, started as a child in the data folder and shared by every Overture process
 * that uses the folder. No other account can reach it: it listens on a Unix socket in a closed folder, or where there
 * are none on a port of loopback, and asks for a generated password either way.
 */
import { connect, Socket } from "node:net";
import type { ConnectionOptions } from "../database.ts";
import { packagedBinaries, runnableBinaries } from "./binaries.ts";
import { bringUp } from "./bring-up.ts";
import { createCluster, findCluster } from "./cluster.ts";
import { fifoHold } from "./fifo-keeper.ts";
import { pipeHold } from "./pipe-keeper.ts";
import type { ServerAddress } from "./postmaster.ts";
import { ownerOf, serviceAccount } from "./service-account.ts";

export interface EmbeddedPostgres {
  /** Each new connection first makes sure that the server runs, so that a pool outlives a killed server. */
  connectionOptions: ConnectionOptions;
  /** Resolves to the address of a server that accepts connections; starts or adopts one if need be. */
  ensureRunning(): Promise<ServerAddress>;
  /** Gives up this process's hold; the last one to do so stops the server. */
  release(): void;
}

/** What tests put elsewhere. */
export interface EmbeddedPlaces {
  packaged?: { folder: string; version: string };
  /** For what the service account must get at, when started by root. */
  publicFolder?: string;
  /** A Unix socket, or where there are none (Windows) a port on loopback. */
  transport?: "socket" | "loopback";
}

/** Throws an `Error` with one clear line when the server cannot be had. */
export async function openEmbedded(
  dataDir: string,
  log: (line: string) => void,
  {
    packaged = packagedBinaries(),
    publicFolder = "/var/lib/overture",
    transport = process.platform === "win32" ? "loopback" : "socket",
  }: EmbeddedPlaces = {},
): Promise<EmbeddedPostgres> {
  const found = findCluster(dataDir);
  // A server must run under the account that its files belong to.
  const account = found === null ? serviceAccount() : ownerOf(found.home);
  const binaries = runnableBinaries(packaged, account, account === null ? dataDir : publicFolder, log);
  const cluster = found ?? (await createCluster(dataDir, binaries, account, publicFolder, log));
  const hold =
    transport === "socket" ? fifoHold(cluster, account) : pipeHold(cluster, account, binaries.pgCtl);
  let underway: Promise<ServerAddress> | null = null;
  const ensureRunning = () => {
    // Connections that are made at the same time share one look.
    underway ??= bringUp({ cluster, hold, binaries, account, transport, log }).finally(() => {
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

async function connectWhenUp(ensureRunning: () => Promise<ServerAddress>): Promise<Socket> {
  try {
    return connect(await ensureRunning());
  } catch (error) {
    // The client library expects a socket and learns from its events that it failed.
    const socket = new Socket();
    setImmediate(() => socket.destroy(error instanceof Error ? error : new Error(String(error))));
    return socket;
  }
}
