import { describe, expect, it } from "vitest";
import { slugOf } from "../../../server/experiment/arm-presets.ts";
import { checkPlan, policiesOf } from "../../../server/experiment/check-plan.ts";
import { readPlan } from "../../../server/experiment/read-plan.ts";
import type { SiteHistory } from "../../../server/experiment/site-history.ts";
import type { SiteDefaults } from "../../../server/experiment/treatments.ts";

const site: SiteDefaults = { mode: "sociable", policy: "planner", initiative: true };
const history: SiteHistory = {
  days: 28,
  visitors: 14_000,
  visitorsPerDay: 500,
  hasSignedOrders: true,
  baseline: { metric: "conversion", visitors: 14_000, mean: 0.05, variance: 0.0475 },
};
const nothingKnown: SiteHistory = {
  ...history,
  visitors: 0,
  visitorsPerDay: 0,
  hasSignedOrders: false,
  baseline: null,
};
const base = { arms: ["sociable", "informational"], metrics: ["conversion"], minimumEffect: 0.03 };

function planOf(
  input: unknown,
  { known = history, troubles = new Map<string, string>(), defaults = site } = {},
) {
  const reading = readPlan(input);
  if (!reading.ok) return reading;
  return checkPlan(reading.draft, { site: defaults, policyTroubles: troubles, history: known });
}

function codesOf(input: unknown, options?: Parameters<typeof planOf>[1]): string[] {
  const result = planOf(input, options);
  if (result.ok) return [];
  for (const { message } of result.refusals) expect(message).toMatch(/^.{20,}\.$/s);
  return result.refusals.map(({ code }) => code);
}

describe("[EXP-11] a plan", () => {
  it("is filled in where the merchant left something out", () => {
    const result = planOf(base);
    expect(result).toMatchObject({
      ok: true,
      plan: {
        arms: [
          { key: "sociable", treatment: { mode: "sociable" }, weight: 0.5 },
          { key: "informational", treatment: { mode: "informational" }, weight: 0.5 },
        ],
        metrics: [{ metric: "conversion", windowDays: 7 }],
        alpha: 0.05,
        power: 0.8,
        purchases: "signed",
        namespace: null,
      },
    });
    if (!result.ok) throw new Error("it is a plan");
    expect(result.plan.guardrails.map(({ metric }) => metric)).toEqual([
      "dismissal",
      "quick-close",
      "human-asked",
      "complaint",
    ]);
    expect(result.plan.hypothesis).toContain("Informational");
    // What was filled in is a plan, too, and stays the same.
    expect(planOf(result.plan)).toMatchObject({ ok: true, plan: result.plan });
  });

  it("[EXP-3] takes arms by name, with parts of their own and another control", () => {
    const named = {
      ...base,
      arms: [
        { preset: "quiet", weight: 0.25 },
        { preset: "policy:mine@3", key: "mine", name: "My policy", weight: 0.25 },
        { preset: "as-is", weight: 0.5 },
      ],
      control: "as-is",
    };
    const result = planOf(named);
    expect(result).toMatchObject({
      ok: true,
      plan: {
        arms: [
          { key: "as-is", treatment: {}, weight: 0.5 },
          { key: "quiet", treatment: { initiative: false }, weight: 0.25 },
          { key: "mine", name: "My policy", treatment: { policy: "mine@3" }, weight: 0.25 },
        ],
      },
    });
    const reading = readPlan(named);
    expect(reading.ok && policiesOf(reading.draft)).toEqual(["mine@3"]);
    expect(planOf({ ...base, arms: ["bandit", "holdout"] })).toMatchObject({
      ok: true,
      plan: { arms: [{ treatment: { policy: "bandit" } }, { treatment: { widget: false } }] },
    });
  });

  it.each<[string, string, unknown]>([
    ["plan/malformed", "is no object", 7],
    ["plan/malformed", "has a misspelt part", { ...base, metrix: [] }],
    ["plan/malformed", "has an arm that is neither a name nor an object", { ...base, arms: [1, "quiet"] }],
    ["plan/arms-too-few", "has one arm", { ...base, arms: ["sociable"] }],
    [
      "plan/arms-too-few",
      "gives all visitors to one arm",
      {
        ...base,
        arms: [
          { preset: "sociable", weight: 1 },
          { preset: "quiet", weight: 0 },
        ],
      },
    ],
    [
      "plan/arm-key-taken",
      "calls two arms the same",
      { ...base, arms: ["sociable", { key: "sociable", treatment: { initiative: false } }] },
    ],
    [
      "plan/arm-key-malformed",
      "has a key with blanks",
      { ...base, arms: ["sociable", { key: "No talk", treatment: { initiative: false } }] },
    ],
    ["plan/preset-unknown", "names an arm that does not exist", { ...base, arms: ["sociable", "chatty"] }],
    [
      "plan/weights-mixed",
      "weighs one arm only",
      { ...base, arms: ["sociable", { preset: "quiet", weight: 0.2 }] },
    ],
    [
      "plan/weights-sum",
      "has weights beyond the whole",
      {
        ...base,
        arms: [
          { preset: "sociable", weight: 0.5 },
          { preset: "quiet", weight: 0.6 },
        ],
      },
    ],
    ["plan/control-unknown", "names no arm as the control", { ...base, control: "quiet" }],
    [
      "plan/control-empty",
      "gives the control nobody",
      {
        ...base,
        arms: [
          { preset: "sociable", weight: 0 },
          { preset: "informational", weight: 0.5 },
          { preset: "quiet", weight: 0.5 },
        ],
      },
    ],
    ["plan/arms-alike", "compares the site with itself", { ...base, arms: ["as-is", "sociable"] }],
    ["plan/metric-unknown", "measures what nobody measures", { ...base, metrics: ["happiness"] }],
    ["plan/metric-unknown", "measures nothing", { ...base, metrics: [] }],
    ["plan/metric-twice", "measures the same twice", { ...base, guardrails: ["conversion"] }],
    [
      "plan/metric-not-in-holdout",
      "asks of a holdout what needs the widget",
      { ...base, arms: ["as-is", "holdout"], metrics: ["conversion", "engaged"] },
    ],
    [
      "plan/guardrail-always-crossed",
      "would halt whatever speaks first",
      { ...base, arms: ["quiet", "as-is"], guardrails: ["dismissal"] },
    ],
    [
      "plan/window-outside",
      "waits for half a year",
      { ...base, metrics: [{ metric: "conversion", windowDays: 180 }] },
    ],
    [
      "plan/namespace-range",
      "has a range that ends before it begins",
      { ...base, namespace: { id: "one", start: 0.5, end: 0.2 } },
    ],
    ["plan/effect-impossible", "hopes for three hundred points", { ...base, minimumEffect: 3 }],
    ["plan/size-unknown", "says nothing of its size", { arms: base.arms, metrics: base.metrics }],

    ["plan/size-too-small", "has one visitor", { ...base, plannedVisitors: 1 }],
  ])("is refused with %s when it %s", (code, _, input) => {
    expect(codesOf(input)).toContain(code);
  });

  it("is told all that is wrong with it at once", () => {
    expect(codesOf({ ...base, arms: ["sociable", "chatty"], metrics: ["happiness"] })).toEqual([
      "plan/preset-unknown",
      "plan/metric-unknown",
    ]);
  });

  it("is refused where a policy cannot be used, with the reason", () => {
    const input = { ...base, arms: ["as-is", "policy:mine@3"] };
    expect(codesOf(input, { troubles: new Map([["mine@3", "the site has no such version"]]) })).toEqual([
      "plan/policy-unknown",
    ]);
    expect(codesOf(input)).toEqual([]);
  });

  it("compares arms as visitors would meet them at this site", () => {
    const arms = ["as-is", "quiet"];
    expect(codesOf({ ...base, arms })).toEqual([]);
    // Where the agent never speaks first, being quiet is nothing new.
    expect(codesOf({ ...base, arms }, { defaults: { ...site, initiative: false } })).toEqual([
      "plan/arms-alike",
    ]);
    expect(codesOf({ ...base, arms: ["as-is", "policy:planner"] })).toEqual(["plan/arms-alike"]);
    // Unless that the measuring is sound is what shall be seen.
    expect(codesOf({ ...base, arms: ["as-is", { key: "again", treatment: {} }], isCheck: true })).toEqual([]);
  });

  it("watches by default only what can be compared", () => {
    const guardrailsOf = (arms: string[]) => {
      const result = planOf({ ...base, arms });
      return result.ok ? result.plan.guardrails.map(({ metric }) => metric) : result.refusals;
    };
    expect(guardrailsOf(["quiet", "as-is"])).toEqual(["human-asked", "complaint"]);
    expect(guardrailsOf(["holdout", "as-is"])).toEqual([]);
  });
});

describe("[EXP-9] the size of a plan", () => {
  const visitorsOf = (input: unknown, known = history) => {
    const result = planOf(input, { known });
    if (!result.ok) throw new Error(result.refusals[0].message);
    return result;
  };

  it("comes from the site's own history, or from how long it may run", () => {
    const { plan } = visitorsOf(base);
    expect(plan.plannedVisitors).toBeGreaterThan(2_000);
    expect(plan.plannedVisitors).toBeLessThan(6_000);
    const ofDays = visitorsOf({ ...base, minimumEffect: undefined, days: 28 }).plan;
    expect(ofDays.plannedVisitors).toBe(28 * 500);
    expect(ofDays.minimumEffect).toBeGreaterThan(0.01);
    expect(ofDays.minimumEffect).toBeLessThan(0.02);
  });

  it("is that of the worst case where nothing is known of a share, and says so", () => {
    const { plan, remarks } = visitorsOf(base, nothingKnown);
    expect(plan.plannedVisitors).toBeGreaterThan(visitorsOf(base).plan.plannedVisitors);
    expect(plan.purchases).toBe("reported");
    expect(remarks.join(" ")).toMatch(/worst case.*signs? its orders/s);
  });

  it("[EXP-3] reminds who plans a holdout of what it takes to measure one", () => {
    const withHoldout = { ...base, arms: ["as-is", "holdout"] };
    const { plan, remarks } = visitorsOf(withHoldout, { ...nothingKnown, hasSignedOrders: false });
    expect(plan.purchases).toBe("signed");
    expect(remarks.join(" ")).toMatch(/none has come yet.*\/api\/orders.*data-holdout/s);
    const signing = visitorsOf(withHoldout, { ...nothingKnown, hasSignedOrders: true });
    expect(signing.remarks.join(" ")).not.toContain("none has come");
  });

  it("has to be said where nothing is known of an amount", () => {
    const money = { ...base, metrics: ["revenue"], minimumEffect: 150 };
    expect(codesOf(money, { known: nothingKnown })).toEqual(["plan/size-unknown"]);
    expect(codesOf({ ...money, plannedVisitors: 20_000 }, { known: nothingKnown })).toEqual([]);
  });

  it("may be less than it takes, but the merchant is told", () => {
    const { plan, remarks } = visitorsOf({ ...base, plannedVisitors: 500 });
    expect(plan).toMatchObject({ plannedVisitors: 500, minimumEffect: 0.03 });
    expect(remarks.join(" ")).toContain("it takes");
  });
});

describe("[EXP-11] the key made of a name", () => {
  it.each([
    ["Ärger & Co", "arger-co"],
    ["Crème brûlée 2", "creme-brulee-2"],
    ["💥", "experiment"],
  ])("of %s is %s", (name, key) => expect(slugOf(name)).toBe(key));
});

it("[EXP-11] a check names the same arm twice, and each gets a key of its own", () => {
  const input = { arms: ["as-is", "as-is"], metrics: ["conversion"], minimumEffect: 0.03 };
  const check = readPlan({ ...input, isCheck: true });
  expect(check.ok && check.draft.arms.map(({ key }) => key)).toEqual(["as-is", "as-is-2"]);
  expect(readPlan(input)).toMatchObject({ ok: false, refusals: [{ code: "plan/arm-key-taken" }] });
});
