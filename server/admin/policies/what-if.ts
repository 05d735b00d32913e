/**
 * What another policy would have achieved in a site's conversations [POL-11]. It takes a while, so whoever asks hears after a moment how
 * far it has come, and asks again; what nobody asks after any more is dropped. One is worked out at a time, and what came out
 * is kept for as long as nothing it rests on changes.
 */
import { evaluateLog } from "../../learn/off-policy/evaluate-log.ts";
import type { Evaluation } from "../../learn/off-policy/evaluate-policy.ts";
import type { TalkArchive, TalkRange } from "../../learn/ports.ts";
import type { Policy } from "../../strategy/policy.ts";
import type { PolicyOpening } from "../../turn/policy-shelf.ts";
import type { SetWeighting } from "./ports.ts";
import { startSlices } from "./slices.ts";
import { type ToldEvaluation, tellEvaluation } from "./tell-evaluation.ts";

export interface WhatIfRooms {
  talks: TalkArchive;
  open(siteId: string, reference: string): Promise<PolicyOpening>;
  settings(siteId: string): Promise<SetWeighting>;
  /** Milliseconds. */
  now(): number;
  clock(): Date;
}

export interface WhatIfRequest {
  /** As a setting names it. */
  policy: string;
  /** Of the last so many; null for all time. */
  days: number | null;
}

export interface WhatIf {
  policy: string;
  version: string;
  days: number | null;
  /** Conversations that were read, and those there are to read. */
  heard: number;
  of: number;
  /** There are more in these days: the latest are judged by. */
  isCut: boolean;
  /** Null while it is being worked out. */
  result: { at: string; evaluation: Evaluation; told: ToldEvaluation } | null;
}

export type WhatIfOutcome = { ok: true; whatIf: WhatIf } | { ok: false; why: string };

export interface WhatIfDesk {
  /** Answers when it is known, or after a moment with how far it has come. */
  ask(siteId: string, request: WhatIfRequest): Promise<WhatIfOutcome>;
}

/** Of more, the latest: what was long ago says less of today, and nobody waits for it. */
const CONVERSATIONS_MOST = 4_000;
const DAY_MS = 86_400_000;
const MOMENT_MS = 500;
const FORGOTTEN_MS = 20_000;
const FRESH_MS = 5 * 60_000;
const RESULTS_KEPT = 100;

interface Job {
  siteId: string;
  opened: Policy;
  range: TalkRange;
  weighting: SetWeighting;
  whatIf: WhatIf;
  stamp: string;
  askedAt: number;
  /** Resolves when it is over, however that came. */
  over: Promise<void>;
  end: () => void;
  failure: unknown;
}

class Forgotten extends Error {}

export function createWhatIfDesk({ talks, open, settings, now, clock }: WhatIfRooms): WhatIfDesk {
  /** By what is asked; with what of the log it rests on, and when it was worked out. */
  const known = new Map<string, { whatIf: WhatIf; stamp: string; at: number }>();
  const waiting = new Map<string, Job>();
  let isRunning = false;

  return {
    async ask(siteId, { policy, days }) {
      const opening = await open(siteId, policy);
      if (!opening.ok) return opening;
      const opened = opening.policy;
      const { weights, forbidden } = await settings(siteId);
      const range = { since: days === null ? null : daysAgo(days), by: clock(), most: CONVERSATIONS_MOST };
      const extent = await talks.extent(siteId, range);
      const { version } = opened;
      const key = JSON.stringify([siteId, policy, version, days, weights, forbidden]);
      const found = known.get(key);
      // Where shoppers talk all the time, one more talk does not make it a new question each time.
      if (found && (found.stamp === extent.stamp || now() - found.at < FRESH_MS))
        return { ok: true, whatIf: found.whatIf };
      const job = waiting.get(key) ?? begin();
      job.askedAt = now();
      void run();
      await Promise.race([job.over, moment()]);
      if (job.failure) throw job.failure;
      return { ok: true, whatIf: { ...job.whatIf } };

      function begin(): Job {
        let end = () => {};
        const over = new Promise<void>((resolve) => {
          end = resolve;
        });
        const { conversations: of } = extent;
        const whatIf = {
          ...{ policy, version, days, heard: 0, of, isCut: of >= CONVERSATIONS_MOST, result: null },
        };
        const begun: Job = {
          ...{ siteId, opened, range, weighting: { weights, forbidden }, whatIf, over, end },
          ...{ stamp: extent.stamp, askedAt: now(), failure: null },
        };
        waiting.set(key, begun);
        return begun;
      }
    },
  };

  /** One after the other, for as long as any waits. Never rejects. */
  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let next = first(); next; next = first()) {
      const [key, job] = next;
      try {
        await evaluate(job);
        keep(key, job);
      } catch (error) {
        if (!(error instanceof Forgotten)) job.failure = error;
      }
      waiting.delete(key);
      job.end();
    }
    isRunning = false;
  }

  function first(): [string, Job] | undefined {
    return waiting.entries().next().value;
  }

  async function evaluate(job: Job): Promise<void> {
    const { siteId, range, weighting, opened, whatIf } = job;
    // Whoever waited for those before may have gone long ago.
    stopIfForgotten(job);
    const pause = startSlices(now);
    const evaluation = await evaluateLog(talks, opened, { siteId, ...range, weighting }, (heard) => {
      stopIfForgotten(job);
      whatIf.heard = heard;
      return pause();
    });
    const told = tellEvaluation(whatIf.policy, evaluation);
    whatIf.result = { at: clock().toISOString(), evaluation, told };
  }

  function stopIfForgotten({ askedAt }: Job): void {
    if (now() - askedAt > FORGOTTEN_MS) throw new Forgotten("nobody asks any more");
  }

  function keep(key: string, { whatIf, stamp }: Job): void {
    known.delete(key);
    known.set(key, { whatIf, stamp, at: now() });
    const [oldest] = known.keys();
    if (known.size > RESULTS_KEPT && oldest !== undefined) known.delete(oldest);
  }

  function daysAgo(days: number): Date {
    return new Date(clock().getTime() - days * DAY_MS);
  }
}

function moment(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, MOMENT_MS);
  });
}
