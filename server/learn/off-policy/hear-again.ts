/**
 * Decisions keep their features, but not the talk, which some policies listen to as well. It is a fold of the log, so those that
 * are judged afterwards hear it as it was.
 */
import type { LoggedEvent } from "../../dialogue/events.ts";
import { planTalk } from "../../dialogue/follow-talk.ts";
import { initialState, reduce } from "../../dialogue/reduce.ts";
import type { LoggedTalk } from "./logged-talk.ts";

/** @param events the conversation's whole log. */
export function hearAgain(talk: LoggedTalk, events: readonly LoggedEvent[]): LoggedTalk {
  const turns: LoggedTalk["turns"] = [];
  let state = initialState();
  for (const { event, position } of events) {
    const steps = event.type === "turn-spoken" ? talk.turns[turns.length] : undefined;
    if (steps) {
      const heard = state.talk;
      const chosen = steps.map(({ strategy }) => strategy);
      turns.push(steps.map((step, index) => ({ ...step, talk: planTalk(heard, chosen.slice(0, index)) })));
    }
    state = reduce(state, event, position);
  }
  return { ...talk, turns: turns.length === talk.turns.length ? turns : talk.turns };
}
