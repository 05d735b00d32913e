import { describe, expect, it } from "vitest";
import type { SpokenTurn } from "../../../server/dialogue/events.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import type { HeardQuestion, Understanding } from "../../../server/dialogue/understanding.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { planTurn } from "../../../server/plan/plan-turn.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import type { Content } from "../../../server/plan/turn-plan.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";
import { candidate, found, planContext } from "../../support/fixture-shop.ts";

const opening = turn("t0", { respondsTo: { type: "opening" } });
const shown = (...skus: string[]): ReturnType<typeof turn> =>
  turn("t1", { items: skus.map((sku) => item(sku, 100)) });
const raised = (part: Partial<HeardQuestion>) =>
  says("m1", "…", {
    questions: [{ text: "not sure about the weight", kind: "doubt", about: "weight", skus: [], ...part }],
  });
const passed = (part: Partial<SpokenTurn> = {}) =>
  turn("t2", { respondsTo: { type: "messages", ids: ["m1"] }, ...part });
const chooses = (sku: string): Partial<Understanding> => ({
  acts: ["accept"],
  references: [{ text: "it", kind: "deictic", skus: [sku] }],
});
const likes = (sku: string): Partial<Understanding> => ({
  acts: ["inform"],
  sentiment: "positive",
  references: [{ text: "the Moth", kind: "title", skus: [sku] }],
});
const bye: Partial<Understanding> = { acts: ["bye"] };

const at = (state: DialogueState): PlanContext => planContext(state, found([candidate("tern")]));
const duties = (context: PlanContext): string[] => surveyTurn(context).duties.map(({ because }) => because);
const contentsOf = (context: PlanContext, ...strategies: Parameters<typeof planTurn>[2][number][]) =>
  planTurn(context, surveyTurn(context), strategies);
const types = (contents: Content[]): string[] => contents.map(({ type }) => type);

describe("[LED-4] a doubt that was passed over", () => {
  const openDoubt = [opening, shown("tern", "moth"), raised({}), passed()] as const;

  it("comes back before the goodbye, with the answer, and is recorded", () => {
    const plan = contentsOf(at(stateAfter(...openDoubt, says("m2", "bye", bye))), "housekeeping");
    expect(types(plan.moves[0]?.contents ?? [])).toEqual(["return-to", "answer-fact", "farewell"]);
    expect(plan).toMatchObject({
      returnsTo: ["q1"],
      settled: [{ questionId: "q1", status: "answered", sku: "tern" }],
      farewell: true,
    });
  });

  it("comes back when an item is chosen that it bears on, and the decision says why", () => {
    const context = at(stateAfter(...openDoubt, says("m2", "I'll take it", chooses("moth"))));
    expect(duties(context)).toContainEqual(expect.stringContaining("doubt on weight"));
    const plan = contentsOf(context, "encouragement", "credibility");
    expect(plan.returnsTo).toEqual(["q1"]);
    expect(plan.settled).toEqual([{ questionId: "q1", status: "answered", sku: "moth" }]);
  });

  it("comes back once and no more", () => {
    const once = passed({ turnId: "t3", returnsTo: ["q1"] });
    const context = at(stateAfter(...openDoubt, once, says("m2", "bye", bye)));
    expect(contentsOf(context, "housekeeping").returnsTo).toEqual([]);
  });

  it("is left alone while other questions are being answered", () => {
    const asks = says("m2", "and the price?", {
      acts: ["ask-fact"],
      questions: [{ text: "and the price?", kind: "asked", about: "price", skus: ["tern"] }],
    });
    expect(contentsOf(at(stateAfter(...openDoubt, asks)), "credibility").returnsTo).toEqual([]);
  });
});

describe("[LED-4] what waits for an item", () => {
  const doubt = says("m1", "a tent, but not sure about the weight", {
    preferences: [wish("category", "Tents")],
    questions: [{ text: "not sure about the weight", kind: "doubt", about: "weight", skus: [] }],
  });

  it("is not called unanswerable while nothing is on the table", () => {
    const plan = contentsOf(at(stateAfter(opening, doubt)), "credibility");
    expect(plan.settled).toEqual([]);
  });

  it("is asked of the item that was taken in place of the one it was settled for", () => {
    const settled = passed({ settled: [{ questionId: "q1", status: "answered", sku: "tern" }] });
    const state = stateAfter(opening, shown("tern", "moth"), doubt, settled, says("m2", "", chooses("moth")));
    expect(contentsOf(at(state), "credibility").settled).toEqual([
      { questionId: "q1", status: "answered", sku: "moth" },
    ]);
  });
});

describe("[LED-4] what was said in passing", () => {
  const gift = raised({ text: "for my daughter", kind: "assumption", about: "colour" });

  it("is asked once an item is chosen that comes in several", () => {
    const state = stateAfter(
      opening,
      shown("flint"),
      gift,
      passed(),
      says("m2", "that one", chooses("flint")),
    );
    const plan = contentsOf(at(state), "opinion-inquiry");
    expect(plan).toMatchObject({ asks: "colour", replies: ["Black", "Silver"], returnsTo: ["q1"] });
    expect(plan.invitation?.kind).toBe("question");
  });

  it("is told before the goodbye when there was no time to ask", () => {
    const state = stateAfter(opening, shown("flint"), gift, passed(), says("m2", "bye", bye));
    const plan = contentsOf(at(state), "housekeeping");
    expect(types(plan.moves[0]?.contents ?? [])).toEqual(["return-to", "tell-facts", "farewell"]);
  });
});

it("[LED-4] a claim's other half is told when its item is leaned to", () => {
  const claim = turn("t1", {
    items: [item("tern", 240), item("moth", 190)],
    claims: [
      {
        id: "c1",
        evidence: [],
        statement: {
          type: "comparison",
          ...{ sku: "moth", over: "tern", attribute: "weight", value: "1.2 kg", overValue: "2.1 kg" },
          direction: "less",
          difference: { number: 0.9, unit: "kg" },
        },
      },
    ],
  });
  const plan = contentsOf(
    at(stateAfter(opening, claim, says("m1", "I like the Moth", likes("moth")))),
    "credibility",
  );
  const [told] = plan.claims.filter(({ statement }) => statement.type === "comparison");
  expect(told?.statement).toMatchObject({ sku: "moth", over: "tern", attribute: "price" });
});

it("[LED-4] who has chosen hears no more of what there was to compare", () => {
  const claim = turn("t1", { items: [item("tern", 240), item("moth", 190)] });
  const plan = contentsOf(
    at(stateAfter(opening, claim, says("m1", "I'll take it", chooses("moth")))),
    "credibility",
  );
  expect(plan.claims.filter(({ statement }) => statement.type === "comparison")).toEqual([]);
});

it("[LED-2] what the chosen strategies don't say stays open", () => {
  const state = stateAfter(
    opening,
    shown("tern"),
    raised({ kind: "asked", text: "what does it weigh?", skus: ["tern"] }),
  );
  const context = at(state);
  expect(contentsOf(context, "transparency").settled).toEqual([]);
  expect(contentsOf(context, "credibility").settled).toMatchObject([{ questionId: "q1" }]);
});

describe("the agent's ignored question [LED-4]", () => {
  const split = { attribute: "colour", gain: 1, weight: 1, coverage: 1 };
  const values = [
    { value: "green", count: 2 },
    { value: "orange", count: 2 },
  ];
  const context = (turnsBetween: number, answer: Partial<Understanding> = {}): PlanContext => {
    const between = Array.from({ length: turnsBetween }, (_, index) => turn(`b${index}`, {}));
    const state = stateAfter(
      opening,
      turn("t1", { asks: "colour" }),
      says("m1", "a tent", { preferences: [wish("category", "Tents")], ...answer }),
      ...between,
      says("m2", "hm"),
    );
    return planContext(
      state,
      found([candidate("tern"), candidate("moth")], { splits: [{ ...split, values }] }),
    );
  };
  const asked = (at: PlanContext): Content | undefined =>
    contentsOf(at, "opinion-inquiry").moves.flatMap(({ contents }) => contents)[0];

  it("may come back once, after a while, worded as a second asking", () => {
    expect(asked(context(3))).toMatchObject({ type: "ask-attribute", attribute: "colour", again: "q1" });
    expect(contentsOf(context(3), "opinion-inquiry").returnsTo).toEqual(["q1"]);
  });

  it("does not come back at once, nor when it was declined", () => {
    expect(asked(context(1))?.type).not.toBe("ask-attribute");
    const declined = { preferences: [{ ...wish("colour", null), operator: "any" as const }] };
    expect(asked(context(3, declined))?.type).not.toBe("ask-attribute");
  });
});
