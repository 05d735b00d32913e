/**
 * Loaded into a server with `--import`: notes how late its main thread's event loop is. At each SIGUSR2 it prints what it
 * has noted since the last one, in milliseconds: the delay, and the longest that the thread itself ran between two looks.
 * On a busy machine most of a delay is the thread's wait for a processor, which no code of its own could shorten.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const ranMs = processorTime();
  let ranBefore = ranMs();
  let longestRun = 0;
  setInterval(() => {
    const ran = ranMs();
    longestRun = Math.max(longestRun, ran - ranBefore);
    ranBefore = ran;
  }, 1).unref();
  process.on("SIGUSR2", () => {
    const [p99, max] = [delay.percentile(99), delay.max].map((nanoseconds) => nanoseconds / 1e6);
    delay.reset();
    console.log(`event loop ${JSON.stringify({ p99, max, ran: longestRun })}`);
    longestRun = 0;
  });
}

/** Reads how long the calling thread has run, by Linux's scheduler; always NaN elsewhere. */
function processorTime() {
  if (process.platform !== "linux") return () => Number.NaN;
  const file = openSync(`/proc/self/task/${process.pid}/schedstat`, "r");
  process.once("exit", () => closeSync(file));
  const bytes = Buffer.alloc(64);
  // "nanoseconds-run nanoseconds-waited slices"; a read at 0 is a fresh one.
  return () => Number.parseInt(bytes.toString("latin1", 0, readSync(file, bytes, 0, 64, 0)), 10) / 1e6;
}
