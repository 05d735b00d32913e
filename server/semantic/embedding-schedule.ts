/**
 * Embeds each site's catalog in the background, at the start and whenever it changed. How far that has come stands in the
 * database, so that it goes on after a restart, and several servers share the work.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { EmbeddingModel } from "../model/chat-model.ts";
import { type EmbedOutcome, embedCatalog } from "./embed-catalog.ts";
import type { Sleep } from "./embed-texts.ts";
import type { VectorDesk } from "./ports.ts";

export interface EmbeddingSchedule {
  desk: VectorDesk;
  /** Within the limits of that site. */
  modelOf: (siteId: string) => Promise<EmbeddingModel>;
  siteIds: () => Promise<string[]>;
  /** See `CatalogRepository.watch`. */
  watch: (changed: (siteId: string | null) => void) => Promise<() => Promise<void>>;
  log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
  clock?: { now: () => Date; sleep: Sleep };
}

/** Pushes come in swarms: what changes within that time is embedded together. */
const GATHER_MS = 2_000;
/** When something went wrong that may pass, or somebody else was at it. */
const AGAIN_MS = 5 * 60_000;
/** A budget is one of a day in UTC, and so is time since 1970. */
const DAY_MS = 24 * 3_600_000;
/** Between two lines of the log on how far a large catalog has come. */
const REPORT_MS = 15_000;

const SYSTEM_CLOCK = {
  now: () => new Date(),
  sleep: (milliseconds: number, signal: AbortSignal) =>
    pause(milliseconds, undefined, { signal, ref: false }),
};

/** Resolves when it listens for changes; then begins with all sites. `stop` resolves when nothing is under way any more. */
export async function startEmbeddingSchedule({
  desk,
  modelOf,
  siteIds,
  watch,
  log,
  clock = SYSTEM_CLOCK,
}: EmbeddingSchedule): Promise<{ stop(): Promise<void> }> {
  const { now, sleep } = clock;
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Sites to look at, and from when on. */
  const due = new Map<string, number>();
  let wake = () => {};
  const put = (siteId: string, inMs: number) => {
    const at = now().getTime() + inMs;
    due.set(siteId, Math.min(at, due.get(siteId) ?? at));
    wake();
  };
  const putAll = async () => {
    for (const siteId of await siteIds()) put(siteId, 0);
  };
  const unwatch = await watch((siteId) => {
    if (siteId !== null) put(siteId, GATHER_MS);
    else void putAll().catch((error: unknown) => log.error({ error }, "sites could not be listed"));
  });

  const embed = async (siteId: string) => {
    let reportedAt = now().getTime();
    const model = await modelOf(siteId);
    const outcome = await embedCatalog(siteId, {
      desk,
      model,
      signal,
      sleep,
      now,
      onProgress({ done, pending, embedded }) {
        if (now().getTime() - reportedAt < REPORT_MS) return;
        reportedAt = now().getTime();
        log.info({ siteId, done, pending, embedded }, "a catalog is being embedded");
      },
    });
    const isSpent = outcome.trouble?.code === "model/budget-spent";
    if (isSpent) put(siteId, DAY_MS - (now().getTime() % DAY_MS));
    else if (outcome.state === "waiting" || outcome.state === "busy") put(siteId, AGAIN_MS);
    report(log, siteId, model.model, outcome);
  };
  const running = (async () => {
    await putAll().catch((error: unknown) => log.error({ error }, "sites could not be listed"));
    while (!signal.aborted) {
      const [next] = [...due].sort(([, one], [, other]) => one - other);
      const waitMs = next === undefined ? null : next[1] - now().getTime();
      if (next === undefined || (waitMs !== null && waitMs > 0)) {
        await untilWoken(waitMs);
        continue;
      }
      due.delete(next[0]);
      await embed(next[0]).catch((error: unknown) => {
        log.error({ siteId: next[0], error }, "a catalog could not be embedded");
        put(next[0], AGAIN_MS);
      });
    }
  })();
  /** Until something is put, the time is over or all is stopped. */
  async function untilWoken(waitMs: number | null): Promise<void> {
    const nap = new AbortController();
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
      signal.addEventListener("abort", () => resolve(), { once: true, signal: nap.signal });
    });
    const over =
      waitMs === null ? [] : [sleep(waitMs, AbortSignal.any([signal, nap.signal])).catch(() => {})];
    if (!signal.aborted) await Promise.race([woken, ...over]);
    nap.abort();
  }
  return {
    async stop() {
      stopping.abort();
      await Promise.all([running, unwatch()]);
    },
  };
}

function report(log: EmbeddingSchedule["log"], siteId: string, model: string, outcome: EmbedOutcome): void {
  const { state, trouble, ...progress } = outcome;
  if (state === "stopped") log.error({ siteId, model, ...progress, ...trouble }, "embedding has stopped");
  else if (trouble !== null)
    log.warn({ siteId, model, ...progress, ...trouble }, "embedding waits for the endpoint");
  else if (state === "complete" && progress.done > 0)
    log.info({ siteId, model, ...progress }, "a catalog is embedded");
}
