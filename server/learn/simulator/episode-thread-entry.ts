/** The file that a thread of episodes begins with; both sides load it, see `site-threads/thread-entry.ts`. */
import { workerData } from "node:worker_threads";
import { EPISODE_THREAD } from "./episode-role.ts";

export const EPISODE_THREAD_ENTRY = new URL(import.meta.url);

if (workerData?.role === EPISODE_THREAD) await import("./episode-thread.ts");
