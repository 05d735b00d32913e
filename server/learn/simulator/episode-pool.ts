/**
 * Episodes on several threads. Each episode depends on its seed alone and stands in the place of its seed, so that the
 * result is the same for one thread and for eight.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { openRooms, type PreparedRooms } from "../../catalog-rooms.ts";
import { EPISODE_THREAD } from "./episode-role.ts";
import { type EpisodesRequest, type HeldEpisode, holdEpisodes, stageOf } from "./hold-episodes.ts";

export interface EpisodePool {
  /** In the order of the seeds; rejects with the reason when the policy or the catalog is of no use, or a thread ends. */
  hold(
    request: EpisodesRequest,
    seeds: readonly string[],
    onProgress?: (done: number) => void,
  ): Promise<HeldEpisode[]>;
  close(): Promise<void>;
}

export interface EpisodeThreadData {
  role: typeof EPISODE_THREAD;
  prepared: PreparedRooms;
}
export interface EpisodeOrder {
  request: EpisodesRequest;
  seeds: readonly string[];
}
export type EpisodeAnswer = { ok: true; episodes: HeldEpisode[] } | { ok: false; why: string };

/** Small enough that threads end together, large enough that messages cost nothing. */
const SEEDS_AT_ONCE = 8;

/** @param threads how many are started; 0 holds the episodes on this one. */
export async function openEpisodePool(
  prepared: PreparedRooms,
  { threads = availableParallelism() }: { threads?: number } = {},
): Promise<EpisodePool> {
  if (threads === 0) return poolOfOne(prepared);
  const { EPISODE_THREAD_ENTRY } = await import("./episode-thread-entry.ts");
  const data: EpisodeThreadData = { role: EPISODE_THREAD, prepared };
  const workers = Array.from({ length: threads }, () => startWorker(EPISODE_THREAD_ENTRY, data));
  return {
    async hold(request, seeds, onProgress = () => {}) {
      const chunks = chunksOf(seeds, SEEDS_AT_ONCE);
      const held: HeldEpisode[][] = [];
      let next = 0;
      let done = 0;
      const work = async (worker: Worker) => {
        for (let at = next++; at < chunks.length; at = next++) {
          const episodes = await ask(worker, { request, seeds: chunks[at] ?? [] });
          held[at] = episodes;
          done += episodes.length;
          onProgress(done);
        }
      };
      await Promise.all(workers.map(work));
      return held.flat();
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function poolOfOne(prepared: PreparedRooms): EpisodePool {
  const stage = stageOf(openRooms(prepared));
  return {
    hold(request, seeds, onProgress = () => {}) {
      let done = 0;
      return holdEpisodes(stage, request, seeds, () => onProgress(++done));
    },
    close: async () => {},
  };
}

/** Why threads ended while nobody asked them anything. */
const ended = new WeakMap<Worker, unknown>();

function startWorker(entry: URL, workerData: EpisodeThreadData): Worker {
  const loader = new URL("../../site-threads/source-loader.mjs", import.meta.url).href;
  const worker = new Worker(entry, {
    name: "episodes",
    workerData,
    // A checkout runs the sources; the bundle needs no loader.
    ...(entry.pathname.endsWith(".ts") && { execArgv: ["--import", loader] }),
  });
  return worker
    .on("error", (error) => ended.set(worker, error))
    .on(
      "exit",
      (code) => ended.has(worker) || ended.set(worker, new Error(`a thread of episodes ended (${code})`)),
    );
}

/** One order at a time per thread. */
function ask(worker: Worker, order: EpisodeOrder): Promise<HeldEpisode[]> {
  if (ended.has(worker)) return Promise.reject(ended.get(worker));
  return new Promise((resolve, reject) => {
    const onEnd = (code: number) => settle(() => reject(new Error(`a thread of episodes ended (${code})`)));
    const onError = (error: unknown) => settle(() => reject(error));
    const onMessage = (answer: EpisodeAnswer) =>
      settle(() => (answer.ok ? resolve(answer.episodes) : reject(new Error(answer.why))));
    const settle = (how: () => void) => {
      worker.off("exit", onEnd).off("error", onError).off("message", onMessage);
      how();
    };
    worker.once("exit", onEnd).once("error", onError).once("message", onMessage);
    worker.postMessage(order);
  });
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
