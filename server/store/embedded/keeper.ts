/**
 * The keeper: a small shell process that runs PostgreSQL for as long as anybody uses it.
 *
 * Every Overture process holds the write end of a FIFO open, the keeper reads it. When the last holder is gone, closed
 * or killed, the kernel tells the keeper (end of file), and it stops the server. There is no count to get wrong and
 * no pid file to go stale. Nothing is locked: of two keepers that start at the same time, PostgreSQL's own interlock
 * lets one live, and the holders of both hold the one.
 */
import { spawn } from "node:child_process";
import { appendFileSync, closeSync, constants, openSync, writeSync } from "node:fs";
import { type Cluster, clusterEnvironment } from "./cluster.ts";
import type { ServiceAccount } from "./service-account.ts";

/**
 * Arguments: the FIFO, the socket directory, then the command that starts a server, or "adopt" and a pid. Descriptor 3
 * is a write end, so that opening the read end never waits; once that is open, only holders keep it from its end.
 * An interrupt is PostgreSQL's fast shutdown. It is repeated, because the server ignores it in its first moments.
 */
const KEEPER = `
fifo=$1 sockets=$2; shift 2
exec 4<"$fifo" 3>&-
if [ "$1" = adopt ]; then server=$2; else "$@" 4<&- & server=$!; fi
{
  while read -r _; do :; done
  exec <&-
  while kill -INT "$server" 2>/dev/null; do sleep 1; done
} <&4 &
watcher=$!
exec 4<&-
if [ "$1" = adopt ]; then while kill -0 "$server" 2>/dev/null; do sleep 1; done; else wait "$server"; fi
kill "$watcher" 2>/dev/null
rmdir "$sockets" 2>/dev/null
exit 0`;

export interface KeeperProcess {
  /** It ends when its server has, so also when that could not start. */
  hasEnded(): boolean;
}

/** This process's hold on the server. */
export class Hold {
  readonly #fifo: string;
  #descriptor: number | null = null;

  constructor(fifo: string) {
    this.#fifo = fifo;
  }

  /** Makes a keeper know of this process; false when there is no keeper. Cheap when it already holds. */
  take(): boolean {
    if (this.#descriptor !== null && isRead(this.#descriptor)) return true;
    this.release();
    try {
      this.#descriptor = openSync(this.#fifo, constants.O_WRONLY | constants.O_NONBLOCK);
      return true;
    } catch {
      // ENXIO: nobody reads.
      return false;
    }
  }

  /** Starts a keeper that knows of this process from its first moment. It outlives this process. */
  startKeeper(
    cluster: Cluster,
    socketDirectory: string,
    account: ServiceAccount | null,
    command: string[],
  ): KeeperProcess {
    this.release();
    // A write end opens only where there is a reader: one of our own, for just that long.
    const readEnd = openSync(this.#fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    const writeEnd = openSync(this.#fifo, constants.O_WRONLY | constants.O_NONBLOCK);
    this.#descriptor = writeEnd;
    const log = openSync(cluster.logFile, "a", 0o600);
    const keeper = spawn(
      "/bin/sh",
      ["-c", KEEPER, "overture-keeper", this.#fifo, socketDirectory, ...command],
      {
        cwd: cluster.home,
        env: clusterEnvironment(),
        detached: true,
        stdio: ["ignore", log, log, writeEnd],
        ...(account === null ? {} : { uid: account.uid, gid: account.gid }),
      },
    );
    let ended = false;
    keeper.once("exit", () => {
      ended = true;
    });
    keeper.once("error", (error) => {
      appendFileSync(cluster.logFile, `FATAL: ${error.message}\n`);
      ended = true;
    });
    keeper.unref();
    closeSync(log);
    closeSync(readEnd);
    return { hasEnded: () => ended };
  }

  release(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}

function isRead(writeEnd: number): boolean {
  try {
    writeSync(writeEnd, "\n");
    return true;
  } catch (error) {
    // A pipe that is full has a reader; one that is broken has none.
    return error instanceof Error && "code" in error && error.code === "EAGAIN";
  }
}
