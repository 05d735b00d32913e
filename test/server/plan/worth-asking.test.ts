import { describe, expect, it } from "vitest";
import { STRATEGIES } from "../../../server/dialogue/strategies.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import { says, stateAfter, wish } from "../../support/conversation-events.ts";
import { bySku, candidate, found, planContext } from "../../support/fixture-shop.ts";
import { asked, contents, duties, opening, plan, shownTents, tentsWanted } from "./tent-talks.ts";

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
  it("never on what it is for, by whatever name, once that was said", () => {
    const uses = ["3-season hiking", "festivals"].map((value) => ({ value, count: 4 }));
    const bestFor = { attribute: "best for", values: uses, coverage: 0.9, gain: 2, weight: 1 };
    const context = tentsWanted();
    const asks = (said: PlanContext) =>
      plan(
        { ...said, search: found([candidate("tern")], { splits: [bestFor, ...splits] }) },
        "opinion-inquiry",
      ).asks;
    expect(asks(context)).toBe("best for");
    const state = stateAfter(
      opening,
      says("m1", "a tent for hiking", { preferences: [wish("category", "Tents"), wish("usage", "hiking")] }),
    );
    expect(asks(planContext(state, found([])))).toBe("colour");
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
