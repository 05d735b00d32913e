import { describe, expect, it } from "vitest";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { STRATEGIES, type Strategy } from "../../../server/dialogue/strategies.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { planTurn } from "../../../server/plan/plan-turn.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import type { Content } from "../../../server/plan/turn-plan.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";
import { bySku, candidate, found, planContext } from "../../support/fixture-shop.ts";

const opening = turn("t0", { respondsTo: { type: "opening" } });
const shownTents = turn("t1", {
  items: [item("tern", 240, { weight: "2.1 kg", colour: "green" }), item("moth", 190, { weight: "1.2 kg" })],
});

function tentsWanted(): PlanContext {
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

function asked(about: string, text: string, value?: string): DialogueState {
  return stateAfter(
    opening,
    shownTents,
    says("m1", text, {
      acts: ["ask-fact"],
      questions: [{ text, kind: "asked", about, skus: [], ...(value ? { value } : {}) }],
    }),
  );
}

const plan = (context: PlanContext, ...strategies: Strategy[]) =>
  planTurn(context, surveyTurn(context), strategies);
const contents = (context: PlanContext, ...strategies: Strategy[]): Content[] =>
  plan(context, ...strategies).moves.flatMap((move) => move.contents);
const duties = (context: PlanContext) => surveyTurn(context).duties.map((duty) => duty.oneOf.join("|"));

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

describe("[GRD-5] the agent says that it is an AI", () => {
  it("in its first message", () => {
    const context = planContext(stateAfter(), found([]));
    expect(duties(context)).toEqual(["housekeeping", "transparency"]);
    expect(contents(context, "housekeeping", "transparency").map(({ type }) => type)).toContain(
      "disclose-ai",
    );
  });
  it("whenever it is asked", () => {
    expect(
      contents(planContext(asked("identity", "are you a robot?"), found([])), "transparency")[0]?.type,
    ).toBe("answer-identity");
  });
});

describe("[NLU-2] what was not understood is asked about", () => {
  it("in the shopper's own words", () => {
    const context = planContext(
      stateAfter(opening, says("m1", "flurble me", { unclear: ["flurble me"] })),
      found([]),
    );
    expect(duties(context)).toContain("transparency");
    expect(contents(context, "transparency")[0]).toEqual({ type: "not-understood", fragment: "flurble me" });
  });
});

describe("questions worth asking", () => {
  const splits = [
    {
      attribute: "colour",
      values: [
        { value: "green", count: 4 },
        { value: "sand", count: 3 },
      ],
      coverage: 0.9,
      gain: 1,
      weight: 1,
    },
    {
      attribute: "season",
      values: [
        { value: "3", count: 1 },
        { value: "4", count: 1 },
      ],
      coverage: 0.2,
      gain: 2,
      weight: 1,
    },
  ];
  it("never on an attribute most candidates lack", () => {
    expect(
      plan({ ...tentsWanted(), search: found([candidate("tern")], { splits }) }, "opinion-inquiry").asks,
    ).toBe("colour");
  });
  it("never on what was asked before", () => {
    const context = tentsWanted();
    const state = { ...context.state, asked: ["colour"] };
    expect(
      surveyTurn({ ...context, state, search: found([candidate("tern")], { splits }) }).prospects.has(
        "opinion-inquiry",
      ),
    ).toBe(false);
  });
});

it("[STR-1] plans at most one question, whatever is chosen", () => {
  const context = tentsWanted();
  for (const first of STRATEGIES) {
    const questions = contents(context, first, "opinion-inquiry").filter(
      ({ type }) => type.startsWith("ask-") && type !== "ask-choice" && type !== "ask-what-else",
    );
    expect(questions.length).toBeLessThanOrEqual(1);
  }
});

describe("[GRD-1] an attribute named after a property answers for it, and never denies it", () => {
  it.each([
    ["waterproof rating", "20,000 mm", 20_000, "waterproof", null],
    ["breathability", "10,000 g/m²", 10_000, "breathable", null],
    ["leakproof", "yes", undefined, "leakproof", true],
    ["insulation", "none", undefined, "insulated", false],
    ["waterproofing", "water-resistant", undefined, "waterproof", null],
  ])("%s %s", (name, value, number, property, holds) => {
    const attribute = number === undefined ? { name, value } : { name, value, number };
    const state = asked("feature", `is it ${property}?`, property);
    const context = planContext(state, found([]), {
      product: (sku) =>
        sku === "tern" ? { ...bySku("tern"), description: "", attributes: [attribute] } : undefined,
    });
    expect(contents(context, "credibility")[0]).toMatchObject({ type: "answer-fact", sku: "tern", holds });
  });
});

describe("several values of one attribute are told together, or not at all", () => {
  const told = (values: string[]) => {
    const attributes = values.map((value) => ({ name: "allergens", value }));
    const state = asked("allergens", "what allergens are in it?");
    const context = planContext(state, found([]), {
      product: (sku) => (sku === "tern" ? { ...bySku("tern"), attributes } : undefined),
    });
    return plan(context, "credibility").claims.flatMap(({ statement }) =>
      statement.type === "attribute" ? [statement.value] : [],
    );
  };
  it("eggs are not named without the milk and the wheat", () => {
    expect(told(["eggs", "milk", "wheat"])).toEqual(["eggs", "milk", "wheat"]);
  });
});

it("which of several has a property is answered by the one that has it", () => {
  const state = asked("feature", "which of them is waterproof?", "waterproof");
  const context = planContext(state, found([]), {
    product: (sku) =>
      sku === "tern" || sku === "moth"
        ? {
            ...bySku(sku),
            description: "",
            attributes: [{ name: "waterproof", value: sku === "moth" ? "yes" : "no" }],
          }
        : undefined,
  });
  expect(contents(context, "credibility")[0]).toMatchObject({ type: "answer-fact", sku: "moth" });
});

describe("what buyers say is offered only where somebody said something", () => {
  it.each([
    [{ value: 4.5, count: 12 }, true],
    [null, false],
  ])("with a rating of %o", (rating, isOffered) => {
    const { state, search } = tentsWanted();
    const context = planContext(
      state,
      {
        ...search,
        candidates: search.candidates.map((each) => ({ ...each, product: { ...each.product, rating } })),
      },
      {
        product: (sku) => ({ ...bySku(sku), rating }),
        quotes: () => ({ quotes: [], pleased: 0, critical: 0, isKnownTopic: false }),
      },
    );
    expect(plan(context, "credibility").replies.includes("What do buyers say?")).toBe(isOffered);
  });
});

describe("an item that is talked of", () => {
  it("is told about when the shopper asks for nothing in particular", () => {
    const context = planContext(asked("overview", "tell me about the first one"), found([candidate("tern")]));
    const told = contents(context, "credibility").filter(({ type }) => type === "tell-facts");
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ sku: expect.stringMatching(/tern|moth/) });
    expect(plan(context, "credibility").settled).toMatchObject([{ status: "answered" }]);
  });

  it("stands alone when the shopper leans to it", () => {
    const state = stateAfter(
      opening,
      shownTents,
      says("m1", "I like the second one", {
        acts: ["inform"],
        sentiment: "positive",
        references: [{ kind: "ordinal", text: "the second one", skus: ["moth"] }],
      }),
    );
    const context = planContext(state, found([candidate("tern"), candidate("moth"), candidate("wren")]));
    expect(surveyTurn(context).cards.products.map(({ sku }) => sku)).toEqual(["moth"]);
    expect(duties(context)).toContain("encouragement|credibility|personal-experience");
  });
});
