/**
 * Every few seconds, what was stored goes into the figures of the experiments; every hour, each that is under way is looked at, the look
 * is kept, and an arm that does harm is halted. What is done stands in the database: several servers share the work, and a
 * restart repeats nothing.
 */
import { setTimeout as pause } from "node:timers/promises";
import { type ExperimentReports, LOOK_EVERY_MS } from "./experiment-reports.ts";
import type { ExperimentLedger } from "./ports.ts";

export interface ExperimentClock {
  now(): Date;
  /** Resolves after that time or, with a rejection, when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface ExperimentSchedule {
  ledger: Pick<ExperimentLedger, "unsettledSites" | "settle" | "unseenSince">;
  reports: Pick<ExperimentReports, "watch">;
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void };
  clock?: ExperimentClock;
}

const ROUND_MS = 5_000;

const SYSTEM_CLOCK: ExperimentClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal, ref: false }),
};

/** Begins at once. `stop` resolves when nothing is under way any more. */
export function startExperimentSchedule({ ledger, reports, log, clock = SYSTEM_CLOCK }: ExperimentSchedule): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const settleSite = async (siteId: string) => {
    while (!signal.aborted) {
      const { isMore } = await ledger.settle(siteId);
      if (!isMore) return;
    }
  };
  const round = async () => {
    // A site or an experiment that fails keeps no other from its turn.
    for (const siteId of await ledger.unsettledSites())
      await settleSite(siteId).catch((error: unknown) =>
        log.error({ siteId, error }, "a site's experiments could not be settled"),
      );
    for (const { siteId, key } of await ledger.unseenSince(new Date(clock.now().getTime() - LOOK_EVERY_MS))) {
      if (signal.aborted) return;
      try {
        for (const arm of await reports.watch(siteId, key))
          log.warn({ siteId, experiment: key, arm }, "an arm does harm and takes no more visitors");
      } catch (error) {
        log.error({ siteId, experiment: key, error }, "an experiment could not be looked at");
      }
    }
  };
  const running = (async () => {
    while (!signal.aborted) {
      await round().catch((error: unknown) => log.error({ error }, "no experiment could be settled"));
      await clock.sleep(ROUND_MS, signal).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
