import { describe, expect, it } from "vitest";
import type { Strategy } from "../../../server/dialogue/strategies.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";
import { bySku, candidate, found, planContext } from "../../support/fixture-shop.ts";
import { contents, duties, opening, plan, shownTents, tentsWanted } from "./tent-talks.ts";

describe("[MOV-3] a stance is a commitment", () => {
  const stance = turn("t1", {
    items: [item("moth", 190), item("tern", 240)],
    stance: { sku: "moth", over: "tern", because: ["price"] },
  });
  it("stands while its item is in play", () => {
    const state = stateAfter(opening, stance, says("m1", "which one?", { acts: ["compare"] }));
    expect(plan(planContext(state, found([])), "personal-opinion").stance).toMatchObject({ sku: "moth" });
  });
  it("is changed in the open, with the reason", () => {
    const state = stateAfter(
      opening,
      stance,
      says("m1", "something greener", { preferences: [wish("colour", "green")] }),
    );
    const search = found([candidate("barn", { meets: ["p1"] }), candidate("wren", { meets: ["p1"] })]);
    const stanceContent = contents(planContext(state, search), "personal-opinion").find(
      (content) => content.type === "take-stance",
    );
    expect(stanceContent).toMatchObject({
      changed: true,
      news: { type: "wish", sku: "moth", preference: { attribute: "colour" } },
    });
    expect(stanceContent?.type === "take-stance" && stanceContent.claims.length).toBeGreaterThan(0);
  });
  it("is repeated, not swapped, when nothing is new", () => {
    const state = stateAfter(opening, stance, says("m1", "so which one?", { acts: ["compare"] }));
    // The search now ranks the other one first, for no reason that could be told.
    const search = found([candidate("tern"), candidate("moth")]);
    const turnPlan = plan(planContext(state, search), "personal-opinion");
    expect(turnPlan.stance).toMatchObject({ sku: "moth" });
    expect(turnPlan.moves[0]?.contents).toContainEqual(
      expect.objectContaining({ type: "take-stance", sku: "moth", changed: false, again: true }),
    );
  });
  it("falls with its item's stock, which is said", () => {
    const state = stateAfter(opening, stance, says("m1", "which one?", { acts: ["compare"] }));
    const context = planContext(state, found([candidate("tern")]), {
      product: (sku) => (sku === "moth" ? { ...bySku("moth"), inStock: false } : bySku(sku)),
    });
    const turnPlan = plan(context, "personal-opinion");
    expect(turnPlan.stance).toMatchObject({ sku: "tern", insteadOf: "moth" });
    expect(turnPlan.moves.flatMap((move) => move.contents)).toContainEqual(
      expect.objectContaining({ changed: true, news: expect.objectContaining({ type: "sold-out" }) }),
    );
    expect(turnPlan.claims.map(({ statement }) => statement)).toContainEqual({
      type: "availability",
      sku: "moth",
      inStock: false,
    });
  });
  it("is repeated with the new price when that has changed", () => {
    const state = stateAfter(opening, stance, says("m1", "which one?", { acts: ["compare"] }));
    const price = { minor: 19_900, currency: "USD" };
    const context = planContext(state, found([candidate("tern"), candidate("moth")]), {
      product: (sku) => (sku === "moth" ? { ...bySku("moth"), price } : bySku(sku)),
    });
    const turnPlan = plan(context, "personal-opinion");
    expect(turnPlan.moves.flatMap((move) => move.contents)).toContainEqual(
      expect.objectContaining({
        sku: "moth",
        changed: false,
        news: expect.objectContaining({ type: "price", was: { minor: 19_000, currency: "USD" } }),
      }),
    );
    expect(turnPlan.claims.map(({ statement }) => statement)).toContainEqual({
      type: "price",
      sku: "moth",
      price,
    });
  });
  it("obliges the turn to say that another is the pick now, also by other strategies' leave", () => {
    const state = stateAfter(
      opening,
      stance,
      says("m1", "something greener", { preferences: [wish("colour", "green")] }),
    );
    const search = found([candidate("barn", { meets: ["p1"] }), candidate("wren", { meets: ["p1"] })]);
    const context = planContext(state, search);
    expect(duties(context)).toContain("personal-opinion");
    expect(surveyTurn(context).prospects.has("self-modeling")).toBe(false);
  });
});

it("[GRD-1] less than was wished for is told as such, and not as over the budget", () => {
  const about = wish("price", 300, { operator: "about", unit: "USD" });
  const state = stateAfter(opening, says("m1", "around 300 dollars", { preferences: [about] }));
  const search = found([candidate("wren", { misses: ["p1"] }), candidate("barn")]);
  const context = planContext(state, search);
  expect(plan(context, "credibility").anticipates).toMatchObject({ sku: "wren", objection: "misses-wish" });
  expect(plan(context, "transparency").claims.map(({ statement }) => statement)).toContainEqual(
    expect.objectContaining({ type: "misses", sku: "wren", attribute: "price", isBelow: true }),
  );
});

describe("[MOV-1] a serious objection is said when its card is first shown", () => {
  const heavier = (strategy: Strategy) => {
    const light = wish("weight", 1, { operator: "at-most", unit: "kg", firmness: "prefer" });
    const state = stateAfter(
      opening,
      says("m1", "a light tent", { preferences: [wish("category", "Tents"), light] }),
    );
    return contents(planContext(state, found([candidate("tern", { misses: ["p2"] })])), strategy);
  };
  it.each(["credibility", "personal-experience"] as const)("with the number, also by %s", (strategy) => {
    expect(heavier(strategy)).toContainEqual(expect.objectContaining({ type: "admit-miss", sku: "tern" }));
  });
});

describe("a comparison is set side by side", () => {
  const compared = (part: { product?: PlanContext["product"] } = {}) =>
    plan(
      planContext(
        stateAfter(opening, shownTents, says("m1", "compare them", { acts: ["compare"] })),
        found([candidate("tern"), candidate("moth")]),
        part,
      ),
      "personal-opinion",
    );
  const rows = (turnPlan: ReturnType<typeof compared>) =>
    Object.fromEntries(
      (turnPlan.comparison?.rows ?? []).map(({ label, values }) => [
        label,
        values.map((cell) => cell?.text ?? null),
      ]),
    );
  it("in the order of the cards, on what tells the items apart", () => {
    const turnPlan = compared();
    expect(turnPlan.cards.map(({ sku }) => sku)).toEqual(["tern", "moth"]);
    expect(rows(turnPlan)).toEqual({
      Price: ["$240", "$190"],
      Rating: ["4.6 (31)", "4.1 (12)"],
      Weight: ["2.1 kg", "1.2 kg"],
      Colour: ["green", "orange"],
    });
  });
  it("[GRD-1] every cell rests on claims of the plan", () => {
    const turnPlan = compared();
    const ids = turnPlan.claims.map(({ id }) => id);
    const cells = (turnPlan.comparison?.rows ?? []).flatMap(({ values }) => values);
    for (const cell of cells) for (const claim of cell?.claims ?? []) expect(ids).toContain(claim);
    expect(cells.flatMap((cell) => cell?.claims ?? []).length).toBeGreaterThanOrEqual(8);
  });
  it("in one unit, and with a gap where the listing is silent", () => {
    const grams = { name: "weight", value: "1200 g", number: 1_200, unit: "g" };
    const moth = { ...bySku("moth"), rating: null, attributes: [grams] };
    expect(rows(compared({ product: (sku) => (sku === "moth" ? moth : bySku(sku)) }))).toEqual({
      Price: ["$240", "$190"],
      Weight: ["2.1 kg", "1.2 kg"],
    });
  });
  it("only when it was asked for", () => {
    expect(plan(tentsWanted(), "personal-opinion").comparison).toBeUndefined();
  });
});

describe("[MOV-4] an objection is never passed over", () => {
  const objecting = (about: string, part: { preferences?: ReturnType<typeof wish>[] } = {}) =>
    planContext(
      stateAfter(
        opening,
        shownTents,
        says("m1", "hm", { acts: ["doubt"], objections: [{ about, sku: "tern", said: "hm" }], ...part }),
      ),
      found([candidate("tern"), candidate("moth")]),
    );
  const answer = (context: PlanContext) => {
    const turnPlan = plan(context, "credibility");
    const content = turnPlan.moves
      .flatMap((move) => move.contents)
      .find(({ type }) => type === "answer-objection");
    return { content, statements: turnPlan.claims.map(({ statement }) => statement) };
  };
  it("obliges the turn to answer", () => {
    expect(duties(objecting("reviews"))).toContain("credibility");
  });
  it("on the price: how it compares with what is shown beside it, conceded where that is cheaper", () => {
    const { content, statements } = answer(objecting("price"));
    expect(content).toMatchObject({ sku: "tern", concedes: true });
    expect(statements).toContainEqual(
      expect.objectContaining({ type: "comparison", sku: "tern", over: "moth", direction: "more" }),
    );
  });
  it("on the weight: the figure, and that another is lighter", () => {
    const { content, statements } = answer(objecting("weight"));
    expect(content).toMatchObject({ concedes: true });
    expect(statements).toContainEqual({
      type: "attribute",
      sku: "tern",
      attribute: "weight",
      value: "2.1 kg",
    });
  });
  it("on the reviews: the stars and a customer's words, with the review's id", () => {
    const { content, statements } = answer(objecting("reviews"));
    expect(content).toMatchObject({ concedes: false });
    expect(statements).toContainEqual({ type: "rating", sku: "tern", value: 4.6, count: 31 });
    expect(statements).toContainEqual(expect.objectContaining({ type: "review", reviewId: "r1" }));
  });
  it("conceded where nothing speaks against it", () => {
    const context = objecting("brand");
    const unrated = { ...bySku("tern"), rating: null };
    const { content } = answer({
      ...context,
      product: (sku) => (sku === "tern" ? unrated : bySku(sku)),
      quotes: () => ({ quotes: [], pleased: 0, critical: 0, isKnownTopic: false }),
    });
    expect(content).toMatchObject({ claims: [], concedes: true });
  });
  it.each([
    ["reject", "acknowledgment"],
    ["complain", "acknowledgment"],
  ] as const)("%s obliges to %s", (act, strategy) => {
    expect(
      duties(planContext(stateAfter(opening, shownTents, says("m1", "no", { acts: [act] })), found([]))),
    ).toContain(strategy);
  });
});
