import { describe, expect, it } from "vitest";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import { item, says, stateAfter, turn } from "../../support/conversation-events.ts";
import { bySku, candidate, found, planContext } from "../../support/fixture-shop.ts";
import { asked, contents, duties, opening, plan, shownTents, tentsWanted } from "./tent-talks.ts";

describe("[MOV-1] a turn records what it does", () => {
  it("stance, claims with evidence, cards and what it responds to", () => {
    const turnPlan = plan(tentsWanted(), "personal-opinion");
    expect(turnPlan).toMatchObject({
      respondsTo: { type: "messages", ids: ["m1"] },
      stance: { sku: "tern", over: "moth", because: ["rating"] },
      cards: [{ sku: "tern" }, { sku: "moth" }, { sku: "wren" }],
    });
    expect(turnPlan.claims.length).toBeGreaterThan(0);
    for (const claim of turnPlan.claims) expect(claim.evidence.length).toBeGreaterThan(0);
  });
  it("the objection a card is likely to meet", () => {
    const context = tentsWanted();
    const search = found([candidate("barn", { meets: ["p1"], misses: ["p2"] })]);
    expect(plan({ ...context, search }, "credibility").anticipates).toMatchObject({
      sku: "barn",
      objection: "over-budget",
    });
  });
});

describe("[MOV-2] every turn before the farewell invites", () => {
  const contexts: [string, PlanContext][] = [
    ["an opening", planContext(stateAfter(), found([]))],
    ["a recommendation", tentsWanted()],
    ["an answer", planContext(asked("weight", "what does it weigh?"), found([]))],
    [
      "a choice",
      planContext(
        stateAfter(
          opening,
          shownTents,
          says("m1", "the first", {
            acts: ["accept"],
            references: [{ text: "the first", kind: "ordinal", skus: ["tern"] }],
          }),
        ),
        found([]),
      ),
    ],
    [
      "nothing understood",
      planContext(stateAfter(opening, says("m1", "flurble", { unclear: ["flurble"] })), found([])),
    ],
  ];
  for (const [name, context] of contexts) {
    const strategies = [...surveyTurn(context).prospects.keys()];
    it.each(strategies)(`${name}, ending on %s`, (strategy) => {
      expect(plan(context, strategy).invitation).not.toBeNull();
    });
  }
  it("a farewell invites nothing and shows nothing", () => {
    const context = planContext(
      stateAfter(opening, shownTents, says("m1", "bye", { acts: ["bye"] })),
      found([candidate("tern")]),
    );
    expect(plan(context, "housekeeping")).toMatchObject({ invitation: null, cards: [], farewell: true });
  });
});

describe("[GRD-1] claims come from the row", () => {
  it("an attribute question is answered with the row's value and version", () => {
    const [claim] = plan(
      planContext(asked("weight", "what does it weigh?"), found([])),
      "credibility",
    ).claims;
    expect(claim?.statement).toEqual({
      type: "attribute",
      sku: "tern",
      attribute: "weight",
      value: "2.1 kg",
    });
    expect(claim?.evidence).toEqual([
      { type: "catalog", sku: "tern", attribute: "weight", value: "2.1 kg", version: 1 },
    ]);
  });
  it.each([
    ["colour", "green", true],
    ["colour", "red", false],
  ])("a yes/no question on %s %s holds: %s", (about, value, holds) => {
    const [content] = contents(planContext(asked(about, "?", value), found([])), "credibility");
    expect(content).toMatchObject({ type: "answer-fact", sku: "tern", holds });
  });
  it("a feature in the listing's own words is quoted as the listing writes it", () => {
    const [claim] = plan(
      planContext(asked("feature", "is it waterproof?", "waterproof"), found([])),
      "credibility",
    ).claims;
    expect(claim?.statement).toEqual({ type: "feature", sku: "tern", phrase: "waterproof" });
  });
  it("a review is relayed in the customer's words with its id", () => {
    const [claim] = plan(tentsWanted(), "personal-experience").claims.filter(
      ({ statement }) => statement.type === "review",
    );
    expect(claim?.statement).toMatchObject({
      reviewId: "r1",
      quote: "Three wet nights and not a drop inside.",
    });
  });
});

describe("[LED-3] what the catalog cannot answer is said so", () => {
  it.each(["shipping", "returns", "feature"])("a question on %s", (about) => {
    const context = planContext(asked(about, "?", about === "feature" ? "bluetooth" : undefined), found([]));
    expect(duties(context)).toContain("transparency");
    const turnPlan = plan(context, "transparency");
    expect(turnPlan.moves[0]?.contents[0]?.type).toBe("cannot-answer");
    expect(turnPlan.settled).toMatchObject([{ questionId: "q1", status: "unanswerable" }]);
  });
  it("[LED-2] of two questions one is answered and one is owned up to", () => {
    const state = stateAfter(
      opening,
      shownTents,
      says("m1", "weight? and do you ship to Norway?", {
        acts: ["ask-fact"],
        questions: [
          { text: "weight", kind: "asked", about: "weight", skus: [] },
          { text: "do you ship to Norway", kind: "asked", about: "shipping", skus: [] },
        ],
      }),
    );
    expect(plan(planContext(state, found([])), "credibility", "transparency").settled).toMatchObject([
      { questionId: "q1", status: "answered" },
      { questionId: "q2", status: "unanswerable" },
    ]);
  });
});

describe("[INI-4] a dead end names the wish that excludes most", () => {
  it("and shows what comes nearest", () => {
    const context = tentsWanted();
    const [, budget] = context.state.preferences;
    if (!budget) throw new Error("the fixture lost its budget");
    const relaxed = {
      preference: budget,
      isUnmet: false,
      total: 4,
      candidates: [candidate("barn")],
      nearest: { minor: 42_000, currency: "USD" },
    };
    const stuck = { ...context, search: found([], { relaxed }) };
    expect(duties(stuck)).toContain("transparency");
    const turnPlan = plan(stuck, "transparency");
    expect(turnPlan.moves[0]?.contents[0]).toMatchObject({
      type: "relax",
      preference: { attribute: "price" },
    });
    expect(turnPlan.cards).toMatchObject([{ sku: "barn" }]);
  });
});

describe("[CAT-5] what is sold out", () => {
  const soldOut = (sku: string) => ({ ...bySku(sku), inStock: false });

  it("is named when it alone would have done, before what comes nearest", () => {
    const context = tentsWanted();
    const [, budget] = context.state.preferences;
    if (!budget) throw new Error("the fixture lost its budget");
    const relaxed = {
      preference: budget,
      isUnmet: false,
      total: 4,
      candidates: [candidate("barn")],
      nearest: { minor: 42_000, currency: "USD" },
    };
    const search = found([], { relaxed, soldOut: candidate("tern", { product: soldOut("tern") }) });
    const turnPlan = plan({ ...context, search }, "transparency");
    const [first] = turnPlan.moves[0]?.contents ?? [];
    expect(first).toMatchObject({ type: "sold-out", sku: "tern" });
    const claim = first?.type === "sold-out" ? first.claim : null;
    expect(turnPlan.claims.find(({ id }) => id === claim)?.statement).toEqual({
      type: "availability",
      sku: "tern",
      inStock: false,
    });
    expect(turnPlan.cards).toMatchObject([{ sku: "barn" }]);
  });

  const withoutMoth = (state: DialogueState, search = found([])) =>
    planContext(state, search, { product: (sku) => (sku === "moth" ? soldOut(sku) : bySku(sku)) });

  it("is compared when asked for, and recommended no more, whatever was said before", () => {
    const stance = turn("t1", {
      items: [item("moth", 190), item("tern", 240)],
      stance: { sku: "moth", over: "tern", because: ["price"] },
    });
    const state = stateAfter(opening, stance, says("m1", "which one?", { acts: ["compare"] }));
    expect(plan(planContext(state, found([])), "personal-opinion").stance).toMatchObject({ sku: "moth" });
    const turnPlan = plan(withoutMoth(state), "personal-opinion");
    expect(turnPlan.stance).toMatchObject({ sku: "tern" });
    expect(turnPlan.cards).toMatchObject([{ sku: "moth" }, { sku: "tern" }]);
  });

  it("is no choice to be encouraged in", () => {
    const state = stateAfter(opening, shownTents, says("m1", "I'll take the Moth", { acts: ["accept"] }));
    const chosen = { ...state, chosen: "moth" };
    expect(contents(planContext(chosen, found([])), "encouragement")).toContainEqual(
      expect.objectContaining({ type: "encourage", sku: "moth" }),
    );
    expect(surveyTurn(withoutMoth(chosen)).prospects.has("encouragement")).toBe(false);
  });
});
