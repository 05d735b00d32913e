/**
 * The file that a site's thread begins with. Both sides load it: the main thread to learn where it is, the thread to run.
 * In the bundle it is thereby a chunk whose name is a hash of what it leads to, so that a server which was started before
 * the bundle was made anew never talks to a thread of another version.
 */
import { workerData } from "node:worker_threads";
import { SITE_THREAD } from "./protocol.ts";

export const THREAD_ENTRY = new URL(import.meta.url);

if (workerData?.role === SITE_THREAD) await import("./site-thread.ts");
