/** The keeper where there are FIFOs: a small shell process that reads one whose write end every user holds open. */
import { closeSync, constants, openSync, writeSync } from "node:fs";
import type { Cluster } from "./cluster.ts";
import { type Hold, spawnKeeper } from "./keeper.ts";
import type { ServiceAccount } from "./service-account.ts";

/**
 * Arguments: the FIFO, the socket directory, then the command that starts a server, or "adopt" and a pid. Descriptor 3
 * is a write end, so that opening the read end never waits; once that is open, only users keep it from its end.
 * An interrupt is PostgreSQL's fast shutdown. It is repeated, because the server ignores it in its first moments.
 * Nothing but the waiting shell may have the read end: whoever opens the write end takes a reader for a keeper.
 */
const SCRIPT = `
fifo=$1 sockets=$2; shift 2
exec 4<"$fifo" 3>&-
if [ "$1" = adopt ]; then server=$2; else "$@" 4<&- & server=$!; fi
{
  exec 4<&-
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

export function fifoHold(cluster: Cluster, account: ServiceAccount | null): Hold {
  let writeEnd: number | null = null;

  function release(): void {
    if (writeEnd !== null) closeSync(writeEnd);
    writeEnd = null;
  }

  function run(socketDirectory: string, job: string[]) {
    release();
    // A write end opens only where there is a reader: one of our own, for just that long.
    const readEnd = openSync(cluster.fifo, constants.O_RDONLY | constants.O_NONBLOCK);
    writeEnd = openSync(cluster.fifo, constants.O_WRONLY | constants.O_NONBLOCK);
    const args = ["-c", SCRIPT, "overture-keeper", cluster.fifo, socketDirectory, ...job];
    const keeper = spawnKeeper(cluster, account, "/bin/sh", args, [writeEnd]);
    closeSync(readEnd);
    return keeper;
  }

  return {
    async take() {
      if (writeEnd !== null && isRead(writeEnd)) return true;
      release();
      try {
        writeEnd = openSync(cluster.fifo, constants.O_WRONLY | constants.O_NONBLOCK);
        return true;
      } catch {
        // ENXIO: nobody reads.
        return false;
      }
    },
    start: (command, socketDirectory) => run(socketDirectory, command),
    adopt: (pid, socketDirectory) => run(socketDirectory, ["adopt", String(pid)]),
    release,
  };
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
