/**
 * Pulls every site's feed when it is due. When that is stands in the database, so it survives restarts; a lease there
 * keeps several servers from pulling the same feed at once.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { FeedRepository } from "../store/feed-repository.ts";
import { addressCheck } from "./checked-address.ts";
import { FETCH_LIMITS } from "./fetch-feed.ts";
import { type FeedPull, type FeedPulling, pullFeed } from "./pull-feed.ts";

export interface FeedClock {
  now(): Date;
  /** Resolves after that time or, with a rejection, when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface FeedSchedule extends Omit<FeedPulling, "feeds" | "now" | "fetch"> {
  feeds: FeedRepository;
  /** Whether feeds may be on addresses that are not of the public internet. */
  allowPrivateFeeds: boolean;
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  clock?: FeedClock;
}

/** Longer than a pull may take: what is fetched must be in by `FETCH_LIMITS.timeoutMs`, and then be imported. */
export const LEASE_MS = FETCH_LIMITS.timeoutMs + 20 * 60_000;
/** Feeds are set by other processes too, so nobody sleeps for longer than this. */
const NAP_MS = 30_000;

const SYSTEM_CLOCK: FeedClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal, ref: false }),
};

/** Begins at once. `stop` ends a pull in its tracks, and resolves when nothing is under way any more. */
export function startFeedSchedule({
  feeds,
  allowPrivateFeeds,
  log,
  clock = SYSTEM_CLOCK,
  ...rest
}: FeedSchedule): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pulling: FeedPulling = {
    ...rest,
    feeds,
    fetch: { limits: FETCH_LIMITS, isAllowed: addressCheck(allowPrivateFeeds), signal },
    now: clock.now,
  };
  const round = async (): Promise<number> => {
    const now = clock.now();
    const feed = await feeds.leaseDue(now, new Date(now.getTime() + LEASE_MS));
    if (feed === null) return NAP_MS;
    const pull = await pullFeed(feed, pulling);
    report(log, feed.siteId, pull);
    return 0;
  };
  const running = (async () => {
    while (!signal.aborted) {
      const waitMs = await round().catch((error: unknown) => {
        log.error({ error }, "a feed could not be pulled");
        return NAP_MS;
      });
      if (waitMs > 0) await clock.sleep(waitMs, signal).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function report(log: FeedSchedule["log"], siteId: string, pull: FeedPull): void {
  if (pull.status === "failed") log.error({ siteId, ...pull.error }, "a feed could not be pulled");
  else if (pull.status === "held") log.error({ siteId, ...pull.outcome.held }, "a feed is held back");
  else log.info({ siteId, status: pull.status }, "a feed was pulled");
}
