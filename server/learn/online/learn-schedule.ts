/**
 * Every few minutes, the conversations that are over move their site's bandit. What was learned and from which conversations
 * stands in the database, so that nothing is lost or counted twice when servers end, and several of them share the work.
 */
import { setTimeout as pause } from "node:timers/promises";
import { initialBandit } from "../../strategy/policies/bandit.ts";
import { banditBase } from "../../strategy/policies/find-policy.ts";
import { readPolicyFile } from "../../strategy/policy-file.ts";
import type { LearningBacklog, LearningDesk } from "../ports.ts";
import { type Learner, startLearning } from "./learn-outcomes.ts";

export interface LearnClock {
  now(): Date;
  /** Resolves after that time or, with a rejection, when it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface LearnSchedule {
  desk: LearningDesk;
  log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
  clock?: LearnClock;
}

const ROUND_MS = 120_000;
/** Of one transaction: a second's work. */
const AT_ONCE = 1_000;

const SYSTEM_CLOCK: LearnClock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal, ref: false }),
};

/** Begins at once. `stop` resolves when nothing is under way any more. */
export function startLearnSchedule({ desk, log, clock = SYSTEM_CLOCK }: LearnSchedule): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const learnAt = async (siteId: string) => {
    while (!signal.aborted && isDue(await desk.backlog(siteId, clock.now()), clock.now())) {
      const learned = await learnOnce(desk, siteId, clock.now());
      if (learned === null) return;
      log.info({ siteId, ...learned }, "a site's bandit has learned");
    }
  };
  const round = async () => {
    // A site whose bandit cannot be read keeps no other from learning.
    for (const siteId of await desk.sites())
      await learnAt(siteId).catch((error: unknown) =>
        log.error({ siteId, error }, "a site's bandit could not learn"),
      );
  };
  const running = (async () => {
    while (!signal.aborted) {
      await round().catch((error: unknown) => log.error({ error }, "no bandit could learn"));
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

/** Rejects when the newest version cannot be used: what it knew must not be thrown away in passing. */
export function learnOnce(
  desk: LearningDesk,
  siteId: string,
  now: Date,
): Promise<{ version: string; learned: number } | null> {
  return desk.learn(siteId, { now, limit: AT_ONCE }, learnerFrom);
}

export function learnerFrom(newest: unknown): Learner {
  if (newest === null) return startLearning(initialBandit(banditBase()));
  const reading = readPolicyFile(newest);
  if (!reading.ok) throw new Error(`the newest bandit cannot be used: ${reading.why}`);
  const { model, ...file } = reading.file;
  if (model.type !== "posterior") throw new Error("the newest bandit holds nothing that learns");
  return startLearning({ ...file, model });
}

const DAY_MS = 86_400_000;
/** A new version for a fiftieth more knowledge: one for less would change nothing, and be kept for good. */
const WORTH = 0.02;
const LEAST = 10;

export function isDue({ learned, waiting, waitingSince }: LearningBacklog, now: Date): boolean {
  if (waitingSince === null) return false;
  return waiting >= Math.max(LEAST, WORTH * learned) || now.getTime() - waitingSince.getTime() > DAY_MS;
}
