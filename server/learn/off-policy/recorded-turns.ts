/** A conversation's turns with the situations they were decided in, by which they can be decided anew. */
import type { DecisionRecord, LoggedEvent } from "../../dialogue/events.ts";
import { initialState, reduce } from "../../dialogue/reduce.ts";
import type { Strategy } from "../../dialogue/strategies.ts";
import { type Situation, situationOf } from "../../strategy/redecide.ts";

export interface RecordedTurn {
  turnId: string;
  seq: number;
  /** ISO 8601. */
  at: string;
  text: string;
  /** In the order they were spoken, without the closing `yield`. */
  strategies: Strategy[];
  decidedBy: Pick<DecisionRecord, "policy" | "policyVersion">;
  /** Null where the record is of a version that did not keep all of it. */
  situation: Situation | null;
}

/** @param events the conversation's whole log. */
export function recordedTurns(events: readonly LoggedEvent[]): RecordedTurn[] {
  const turns: RecordedTurn[] = [];
  let state = initialState();
  for (const { event, position, seq, at } of events) {
    if (event.type === "turn-spoken") {
      const { turnId, text, strategies, decision } = event.turn;
      const { policy, policyVersion } = decision;
      turns.push({
        ...{ turnId, seq: seq ?? 0, at, text, strategies, decidedBy: { policy, policyVersion } },
        situation: situationOf(decision, state.talk),
      });
    }
    state = reduce(state, event, position);
  }
  return turns;
}
