import { describe, expect, it } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import type { Redirection } from "../../../server/dialogue/stall.ts";
import type { PlanContext } from "../../../server/plan/plan-context.ts";
import { planTurn } from "../../../server/plan/plan-turn.ts";
import { surveyTurn } from "../../../server/plan/survey-turn.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";
import { candidate, found, planContext } from "../../support/fixture-shop.ts";

const budget = wish("price", 300, { operator: "at-most", unit: "USD", said: "under 300" });
/** Two tents are on the table, and two messages brought nothing; `taken` are the ways that were tried. */
function stalledTalk(taken: Redirection[], part: Partial<PlanContext> = {}): PlanContext {
  const events: ConversationEvent[] = [
    turn("t0", { respondsTo: { type: "opening" } }),
    ...says("m1", "a tent under 300", { preferences: [wish("category", "Tents"), budget] }),
    turn("t1", {
      respondsTo: { type: "messages", ids: ["m1"] },
      items: [item("tern", 240, { weight: "2.1 kg" }), item("moth", 190, { weight: "1.2 kg" })],
    }),
    ...says("m2", "hm"),
    ...taken.map((redirection, index) => turn(`r${index}`, { redirection })),
    turn("t2", { respondsTo: { type: "messages", ids: ["m2"] } }),
    ...says("m3", "dunno"),
  ];
  const met = { meets: ["p1", "p2"] };
  return planContext(
    stateAfter(events),
    found([candidate("tern", met), candidate("moth", met)], { total: 9 }),
    part,
  );
}

function redirected(context: PlanContext) {
  const survey = surveyTurn(context);
  const { redirection } = survey;
  const plan = redirection && planTurn(context, survey, [redirection.strategy]);
  const content = plan?.moves.flatMap((move) => move.contents).at(-1);
  return { way: redirection?.way, plan, content };
}

describe("[INI-3] what a stalled talk is redirected to has evidence", () => {
  it("a contrast pair: what speaks for the one, and what for the other", () => {
    const { plan, content } = redirected(stalledTalk(["another-attribute", "relaxed-wish"]));
    expect(content).toMatchObject({ type: "contrast-pair", skus: ["tern", "moth"] });
    expect(plan?.redirection).toBe("contrast-pair");
    expect(plan?.invitation?.kind).toBe("question");
    const statements = plan?.claims.map(({ statement }) => statement);
    expect(statements).toContainEqual(
      expect.objectContaining({ type: "comparison", sku: "tern", attribute: "rating" }),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({ type: "comparison", sku: "moth", over: "tern" }),
    );
  });

  it("a summary: the wishes, and how much they leave", () => {
    const { plan, content } = redirected(stalledTalk(["another-attribute", "contrast-pair", "relaxed-wish"]));
    expect(content).toMatchObject({
      type: "sum-up",
      preferences: [{ attribute: "category" }, { attribute: "price" }],
    });
    expect(plan?.claims.map(({ statement }) => statement)).toContainEqual({
      type: "count",
      count: 9,
      of: "tents",
    });
    expect(plan?.replies).toContain("Forget the budget");
  });

  it("a budget that gives way a little: how much more there is, and from which price", () => {
    const price = { low: { minor: 32_000, currency: "USD" }, high: { minor: 38_000, currency: "USD" } };
    const preference = stalledTalk([]).state.preferences.find(({ attribute }) => attribute === "price");
    if (!preference) throw new Error("the budget was not heard");
    const context = stalledTalk(["another-attribute", "contrast-pair"], {
      relaxable: { preference, total: 2, price },
    });
    const { plan, content } = redirected(context);
    expect(content).toMatchObject({ type: "offer-relaxing", from: price.low });
    expect(plan?.claims.map(({ statement }) => statement)).toContainEqual({
      type: "count",
      count: 2,
      of: "tents",
    });
    expect(plan?.replies).toContain("Up to $320");
  });

  it("a person, where there is one; and the end of it, without a farewell", () => {
    const tried: Redirection[] = ["another-attribute", "contrast-pair", "relaxed-wish", "summary"];
    const withPeople = redirected(stalledTalk(tried, { humanAvailable: true }));
    expect(withPeople.content).toEqual({ type: "offer-person", available: true });
    const { plan, content } = redirected(stalledTalk(tried));
    expect(content).toEqual({ type: "graceful-end" });
    expect(plan).toMatchObject({ farewell: false, invitation: { kind: "offer" } });
  });

  it("[STR-4] goes no way whose strategy the merchant has switched off", () => {
    const { way } = redirected(
      stalledTalk(["another-attribute", "relaxed-wish"], { forbidden: ["opinion-inquiry"] }),
    );
    expect(way).toBe("summary");
  });

  it("a turn that went no other way records none", () => {
    const context = stalledTalk(["another-attribute", "relaxed-wish"]);
    expect(planTurn(context, surveyTurn(context), ["credibility"]).redirection).toBeUndefined();
  });
});
