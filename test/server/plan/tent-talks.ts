/** Talks on tents of the fixture shop, and what is planned to be said in them. */
import type { DialogueState } from "../../../server/dialogue/state.ts";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { planTurn } from "../../../server/plan/plan-turn.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import type { Content } from "../../../server/plan/turn-plan.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";
import { candidate, found, planContext } from "../../support/fixture-shop.ts";

export const opening = turn("t0", { respondsTo: { type: "opening" } });
export const shownTents = turn("t1", {
  items: [item("tern", 240, { weight: "2.1 kg", colour: "green" }), item("moth", 190, { weight: "1.2 kg" })],
});

export function tentsWanted(): PlanContext {
  const state = stateAfter(
    opening,
    says("m1", "a tent under 300", {
      preferences: [wish("category", "Tents"), wish("price", 300, { operator: "at-most", unit: "USD" })],
    }),
  );
  const met = { meets: ["p1", "p2"] };
  return planContext(
    state,
    found([candidate("tern", met), candidate("moth", met), candidate("wren", met)], { total: 9 }),
  );
}

export function asked(about: string, text: string, value?: string): DialogueState {
  return stateAfter(
    opening,
    shownTents,
    says("m1", text, {
      acts: ["ask-fact"],
      questions: [{ text, kind: "asked", about, skus: [], ...(value ? { value } : {}) }],
    }),
  );
}

export const plan = (context: PlanContext, ...strategies: Strategy[]) =>
  planTurn(context, surveyTurn(context), strategies);
export const contents = (context: PlanContext, ...strategies: Strategy[]): Content[] =>
  plan(context, ...strategies).moves.flatMap((move) => move.contents);
export const duties = (context: PlanContext) =>
  surveyTurn(context).duties.map((duty) => duty.oneOf.join("|"));
