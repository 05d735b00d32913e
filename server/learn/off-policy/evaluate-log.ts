/** Judges a policy by a site's own conversations, read a few at a time. */
import type { Policy } from "../../strategy/policy.ts";
import type { TalkArchive, TalkRange } from "../ports.ts";
import { type Evaluation, startEvaluation } from "./evaluate-policy.ts";
import { hearAgain } from "./hear-again.ts";

export interface LogEvaluation extends TalkRange {
  siteId: string;
  /** What the merchant has set of the choice now: what is forbidden is as if it weighed nothing. */
  weighting: { weights: Readonly<Record<string, number>>; forbidden: readonly string[] };
}

/** Logs that are read at once: they are large. */
const LOGS = 20;

/** @param onHeard told after each conversation; the next waits for it. */
export async function evaluateLog(
  archive: TalkArchive,
  policy: Policy,
  { siteId, weighting: { weights, forbidden }, ...range }: LogEvaluation,
  onHeard: (conversations: number) => Promise<void> | void,
): Promise<Evaluation> {
  const banned = Object.fromEntries(forbidden.map((strategy) => [strategy, 0]));
  const evaluation = startEvaluation(policy, { weights: { ...weights, ...banned } });
  let heard = 0;
  for await (const talks of archive.finished(siteId, range))
    for (let from = 0; from < talks.length; from += LOGS) {
      const some = talks.slice(from, from + LOGS);
      const logs = await archive.events(some.map(({ conversationId }) => conversationId));
      for (const talk of some) {
        const events = logs.get(talk.conversationId);
        evaluation.add(events ? hearAgain(talk, events) : talk);
        await onHeard(++heard);
      }
    }
  return evaluation.result();
}
