/** A draft that is opened to be changed, and not changed, stays what it was. */
import { describe, expect, test } from "vitest";
import { draftOf, NEW_PLAN, planOf } from "../../dashboard/views/experiments/plan-draft.ts";
import type { ExperimentPlan } from "../../server/experiment/plan.ts";
import type { PlanInput } from "../../server/experiment/plan-input.ts";
import { readPlan } from "../../server/experiment/read-plan.ts";

function planned(input: PlanInput): ExperimentPlan {
  const read = readPlan(input);
  if (!read.ok) throw new Error(read.refusals[0].message);
  return { minimumEffect: 0.02, plannedVisitors: 10_000, purchases: "signed", ...read.draft };
}

const PLANS: [string, PlanInput][] = [
  ["two presets", { arms: ["informational", "sociable"], metrics: ["conversion"], minimumEffect: 0.015 }],
  [
    "four arms in unlike parts, one of them the merchant's own",
    {
      arms: [
        { preset: "as-is", weight: 0.4 },
        { preset: "policy:rules", weight: 0.3 },
        { key: "calm", name: "Calm", treatment: { initiative: false, mode: "informational" }, weight: 0.2 },
        { preset: "quiet", weight: 0.1 },
      ],
      metrics: [
        { metric: "revenue", windowDays: 14 },
        { metric: "conversion", windowDays: 14 },
      ],
      guardrails: [{ metric: "complaint", windowDays: 3, margin: 0.01 }],
      minimumEffect: 150,
      alpha: 0.1,
      power: 0.9,
      lookbackDays: 0,
      namespace: { id: "home", start: 0, end: 0.5 },
    },
  ],
];

describe("a plan in the form", () => {
  test.each(PLANS)("comes back as it was: %s", (_, input) => {
    const before = planned(input);
    const experiment = { name: "Any", plan: before } as Parameters<typeof draftOf>[0];
    const draft = draftOf(experiment, "EUR");
    const after = planned(planOf(draft, "EUR", before));
    const { plannedVisitors: _visitors, ...rest } = before;
    expect(after).toMatchObject({
      ...rest,
      arms: before.arms.map((arm) => ({ ...arm, weight: expect.closeTo(arm.weight, 6) })),
    });
  });

  test("writes money in the shop's units and keeps it in minor ones, also where there are none", () => {
    const draft = { ...NEW_PLAN, decides: "revenue" as const, effect: "1.5" };
    expect(planOf(draft, "EUR").minimumEffect).toBe(150);
    expect(planOf({ ...draft, effect: "150" }, "JPY").minimumEffect).toBe(150);
  });

  test("gives equal parts unless parts are written", () => {
    expect(planOf(NEW_PLAN, "EUR").arms).toEqual([{ preset: "informational" }, { preset: "sociable" }]);
  });
});
