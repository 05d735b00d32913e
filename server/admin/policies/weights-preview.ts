/**
 * What other weights and bans would have made of the last conversations: each of their turns is decided anew, by the policy it was
 * decided by and with the same chance, under the weights in force and under those that are tried. What the conversations came to
 * is read once and kept for a while, so that trying one more weight takes a moment.
 */
import type { LoggedEvent } from "../../dialogue/events.ts";
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import { type RecordedTurn, recordedTurns } from "../../learn/off-policy/recorded-turns.ts";
import type { Policy, Scores } from "../../strategy/policy.ts";
import { redecide, type Situation, type Weighting } from "../../strategy/redecide.ts";
import { chanceFrom } from "../../turn/chance.ts";
import { startSlices } from "./slices.ts";

interface Listed {
  id: string;
  lastEventAt: string;
}

export interface PreviewRooms {
  /** The ids of the conversations in which something was said, the latest first. */
  latest(siteId: string, limit: number): Promise<Listed[]>;
  /** The whole logs of these conversations, by their ids; what was erased is left out. */
  read(conversationIds: readonly string[]): Promise<Map<string, LoggedEvent[]>>;
  /** The policy of that very version; null where it is not there any more. */
  policy(siteId: string, name: string, version: string): Promise<Policy | null>;
  /** Milliseconds. */
  now(): number;
}

export interface WeightsPreview {
  conversations: number;
  /** Turns that were decided anew. */
  turns: number;
  /** Turns that could not be: recorded by an earlier version, or decided by a policy that is gone. */
  leftOut: number;
  /** Acts under the weights in force and under those that are tried; every strategy a turn can hold. */
  strategies: { strategy: Strategy; now: number; tried: number }[];
  /** Turns that would have held something else, and of them those that would have begun otherwise. */
  otherwise: number;
  begunOtherwise: number;
  /** The latest of those that would have begun otherwise. */
  examples: ChangedTurn[];
}

export interface ChangedTurn {
  conversationId: string;
  seq: number;
  at: string;
  /** What was said. */
  text: string;
  now: Strategy[];
  tried: Strategy[];
}

export interface WeightsPreviewer {
  preview(siteId: string, now: Weighting, tried: Weighting): Promise<WeightsPreview>;
}

const CONVERSATIONS = 100;
const EXAMPLES = 40;
/** Logs that are read at once: they are large. */
const LOGS = 20;
const TEXT_LENGTH = 160;
/** Sites that somebody tries weights for, and for how long what was read for them is good. */
const SITES_KEPT = 4;
const KEPT_MS = 15 * 60_000;

interface ReadyTurn extends RecordedTurn {
  conversationId: string;
  situation: Situation;
  policy: Policy;
}
interface ReadyTalk {
  id: string;
  lastEventAt: string;
  turns: ReadyTurn[];
  leftOut: number;
}
interface KeptSite {
  talks: Map<string, ReadyTalk>;
  at: number;
}

export function createWeightsPreviewer({ latest, read, policy, now }: PreviewRooms): WeightsPreviewer {
  const kept = new Map<string, KeptSite>();

  return {
    async preview(siteId, inForce, tried) {
      const talks = await talksOf(siteId);
      const counts = new Map(STRATEGIES.map((strategy) => [strategy, { now: 0, tried: 0 }]));
      const examples: ChangedTurn[] = [];
      const sums = { turns: 0, leftOut: 0, otherwise: 0, begunOtherwise: 0 };
      const pause = startSlices(now);
      for (const talk of talks) {
        sums.leftOut += talk.leftOut;
        for (const turn of talk.turns) {
          const before = decide(turn, inForce);
          const after = decide(turn, tried);
          sums.turns += 1;
          for (const strategy of before) count(strategy, "now");
          for (const strategy of after) count(strategy, "tried");
          if (before.join() === after.join()) continue;
          sums.otherwise += 1;
          if (before[0] === after[0]) continue;
          sums.begunOtherwise += 1;
          const { conversationId, seq, at, text } = turn;
          examples.push({
            ...{ conversationId, seq, at, text: text.slice(0, TEXT_LENGTH), now: before, tried: after },
          });
        }
        await pause();
      }
      return {
        ...{ conversations: talks.length, ...sums },
        strategies: STRATEGIES.filter((strategy) => strategy !== "yield").map((strategy) => ({
          strategy,
          ...(counts.get(strategy) ?? { now: 0, tried: 0 }),
        })),
        examples: examples.sort((a, b) => b.at.localeCompare(a.at)).slice(0, EXAMPLES),
      };

      function count(strategy: Strategy, when: "now" | "tried"): void {
        const both = counts.get(strategy);
        if (both) both[when] += 1;
      }
    },
  };

  /** The latest conversations; those that were added to since are read again. */
  async function talksOf(siteId: string): Promise<ReadyTalk[]> {
    const known = kept.get(siteId)?.talks ?? new Map<string, ReadyTalk>();
    const policies = new Map<string, Promise<Policy | null>>();
    const listed = await latest(siteId, CONVERSATIONS);
    const isKnown = ({ id, lastEventAt }: Listed) => known.get(id)?.lastEventAt === lastEventAt;
    const unread = listed.filter((talk) => !isKnown(talk));
    const pause = startSlices(now);
    const talks = new Map(listed.filter(isKnown).map(({ id }) => [id, known.get(id)]));
    for (let from = 0; from < unread.length; from += LOGS) {
      const some = unread.slice(from, from + LOGS);
      const logs = await read(some.map(({ id }) => id));
      for (const talk of some) {
        talks.set(talk.id, await readyTalk(siteId, talk, logs.get(talk.id) ?? [], policies));
        await pause();
      }
    }
    const inOrder = listed.flatMap(({ id }) => talks.get(id) ?? []);
    keep(siteId, { talks: new Map(inOrder.map((talk) => [talk.id, talk])), at: now() });
    return inOrder;
  }

  async function readyTalk(
    siteId: string,
    { id, lastEventAt }: Listed,
    events: readonly LoggedEvent[],
    policies: Map<string, Promise<Policy | null>>,
  ): Promise<ReadyTalk> {
    const ready: ReadyTalk = { id, lastEventAt, turns: [], leftOut: 0 };
    for (const turn of recordedTurns(events)) {
      const { policy: name, policyVersion: version } = turn.decidedBy;
      const found = policies.get(`${name}@${version}`) ?? policy(siteId, name, version);
      policies.set(`${name}@${version}`, found);
      const decidedBy = await found;
      if (turn.situation === null || decidedBy === null) ready.leftOut += 1;
      else
        ready.turns.push({
          ...{ ...turn, situation: turn.situation, conversationId: id },
          // As the conversation's turns had it [POL-7]; its scores do not depend on weights.
          policy: remembering(decidedBy.draw?.(chanceFrom(id)) ?? decidedBy),
        });
    }
    return ready;
  }

  function keep(siteId: string, site: KeptSite): void {
    kept.delete(siteId);
    kept.set(siteId, site);
    for (const [id, { at }] of kept) if (kept.size > SITES_KEPT || now() - at > KEPT_MS) kept.delete(id);
  }
}

function decide({ turnId, situation, policy }: ReadyTurn, weighting: Weighting): Strategy[] {
  return redecide(situation, { policy, chance: chanceFrom(turnId) }, weighting);
}

/** Within one turn, what was chosen so far is all that tells steps apart. */
function remembering(policy: Policy): Policy {
  const known = new Map<string, Scores>();
  return {
    ...policy,
    score(features, talk) {
      const chosen = STRATEGIES.filter(
        (strategy) => strategy !== "yield" && features[`now ${strategy}`] > 0,
      ).join();
      const scores = known.get(chosen) ?? policy.score(features, talk);
      known.set(chosen, scores);
      return scores;
    },
  };
}
