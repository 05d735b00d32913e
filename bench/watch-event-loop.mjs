/**
 * Loaded into a server with `--import`: notes how late its main thread's event loop is. At each SIGUSR2 it prints what it
 * has noted since the last one, in milliseconds.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on("SIGUSR2", () => {
    const [p99, max] = [delay.percentile(99), delay.max].map((nanoseconds) => nanoseconds / 1e6);
    delay.reset();
    console.log(`event loop ${JSON.stringify({ p99, max })}`);
  });
}
