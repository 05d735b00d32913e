/**
 * The keeper runs PostgreSQL for as long as anybody uses it. Every Overture process holds a line to it that the
 * operating system cuts when the process ends, however it ends; when the last line is cut, the keeper stops the server.
 * There is no count to get wrong and no pid file to go stale. Nothing is locked: of two keepers that start at the same
 * time, PostgreSQL's own interlock lets one live, and the holders of both hold that one.
 */
import { type SpawnOptions, spawn } from "node:child_process";
import { appendFileSync, closeSync, openSync } from "node:fs";
import { type Cluster, clusterEnvironment } from "./cluster.ts";
import type { ServiceAccount } from "./service-account.ts";

/** This process's line to the keeper. */
export interface Hold {
  /** Makes a keeper know of this process; false when there is no keeper. Cheap when it already does. */
  take(): Promise<boolean>;
  /** Starts a keeper that starts a server. It knows of this process from its first moment, and outlives it. */
  start(command: string[], socketDirectory: string): KeeperProcess;
  /** Starts a keeper for a server whose own was killed. */
  adopt(pid: number, socketDirectory: string): KeeperProcess;
  release(): void;
}

export interface KeeperProcess {
  /** It ends when its server has, so also when that could not start. */
  hasEnded(): boolean;
}

/** What both kinds of keeper are: a process of its own that writes to the cluster's log. */
export function spawnKeeper(
  cluster: Cluster,
  account: ServiceAccount | null,
  command: string,
  args: string[],
  inherited: number[] = [],
): KeeperProcess {
  const log = openSync(cluster.logFile, "a", 0o600);
  const options: SpawnOptions = {
    cwd: cluster.home,
    env: clusterEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ["ignore", log, log, ...inherited],
    ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
  };
  const keeper = spawn(command, args, options);
  closeSync(log);
  let ended = false;
  keeper.once("exit", () => {
    ended = true;
  });
  keeper.once("error", (error) => {
    appendFileSync(cluster.logFile, `FATAL: ${error.message}\n`);
    ended = true;
  });
  keeper.unref();
  return { hasEnded: () => ended };
}
