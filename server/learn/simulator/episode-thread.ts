/** The inside of a thread that holds episodes: opens the prepared catalog once, then serves requests one by one. */
import { parentPort, workerData } from "node:worker_threads";
import { openRooms } from "../../catalog-rooms.ts";
import type { EpisodeAnswer, EpisodeOrder, EpisodeThreadData } from "./episode-pool.ts";
import { holdEpisodes, stageOf } from "./hold-episodes.ts";

const { prepared }: EpisodeThreadData = workerData;
const stage = stageOf(openRooms(prepared));
const answer = (message: EpisodeAnswer) => parentPort?.postMessage(message);

parentPort?.on("message", ({ request, seeds }: EpisodeOrder) => {
  holdEpisodes(stage, request, seeds).then(
    (episodes) => answer({ ok: true, episodes }),
    (error: unknown) => answer({ ok: false, why: error instanceof Error ? error.message : String(error) }),
  );
});
