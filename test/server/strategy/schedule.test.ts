import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Redirection } from "../../../server/dialogue/stall.ts";
import { MODES, STRATEGIES, type Strategy } from "../../../server/dialogue/strategies.ts";
import { maskStrategies, QUESTION_SHARE_MAX, SOCIABLE, SWITCHED_OFF } from "../../../server/strategy/mask.ts";
import { findPolicy, POLICY_NAMES } from "../../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../../server/strategy/policy.ts";
import { type Obligation, type ScheduleRequest, schedule } from "../../../server/strategy/schedule.ts";
import { byStage } from "../../../server/strategy/stages.ts";
import { says, stateAfter, turn, wish } from "../../support/conversation-events.ts";

const state = stateAfter(
  turn("t0", { respondsTo: { type: "opening" } }),
  says("m1", "a red tent", { preferences: [wish("category", "Tents"), wish("colour", "red")] }),
);
const rules = policyNamed("rules");

function policyNamed(name: string): Policy {
  const policy = findPolicy(name);
  if (!policy) throw new Error(`no policy ${name}`);
  return policy;
}

function request(part: Partial<ScheduleRequest> = {}): ScheduleRequest {
  return {
    state,
    outlook: { total: 20, cards: 3, bestGain: 1.2, deadEnd: false, silence: false, redirection: null },
    policy: rules,
    masked: {},
    obligations: [],
    weights: {},
    chance: () => 0.5,
    ...part,
  };
}

const speakable = STRATEGIES.filter((strategy) => strategy !== "yield");
const anyMask = fc.subarray(speakable, { minLength: 1 }).map((offered) => ({
  offered: new Set<Strategy>(offered),
  masked: Object.fromEntries(
    speakable.filter((strategy) => !offered.includes(strategy)).map((strategy) => [strategy, "masked"]),
  ),
}));
const anyObligations = fc.array(fc.subarray([...speakable], { minLength: 1, maxLength: 3 }), {
  maxLength: 3,
});
const anyChance = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 5,
  maxLength: 5,
});
const anyPolicy = fc.constantFrom(...POLICY_NAMES).map(policyNamed);
const drawing = (numbers: number[]) => {
  let index = 0;
  return () => numbers[index++ % numbers.length] ?? 0;
};

describe("the scheduler", () => {
  it("[ADM-13] says how far the talk had come, and which category was looked for", () => {
    expect(schedule(request()).record).toMatchObject({ phase: "narrowing", sought: "Tents" });
    const opening = stateAfter();
    expect(schedule(request({ state: opening })).record).toMatchObject({ phase: "opening", sought: null });
    const shown = turn("t1", {
      items: [
        {
          ...{ sku: "TERN", title: "Tern", brand: null, category: "Tunnel tents", attributes: {} },
          price: { minor: 9_800, currency: "EUR" },
        },
      ],
    });
    expect(schedule(request({ state: stateAfter(shown, says("m1", "nice")) })).record).toMatchObject({
      phase: "recommending",
      sought: "Tunnel tents",
    });
  });

  it("[STR-1] a turn is one to three strategies in stage order, then yield", () => {
    fc.assert(
      fc.property(anyMask, anyChance, fc.constantFrom(...POLICY_NAMES), ({ masked }, numbers, name) => {
        const { strategies, record } = schedule(
          request({ masked, policy: policyNamed(name), chance: drawing(numbers) }),
        );
        expect(strategies.length).toBeGreaterThanOrEqual(1);
        expect(strategies.length).toBeLessThanOrEqual(3);
        expect(new Set(strategies).size).toBe(strategies.length);
        expect([...strategies].sort(byStage)).toEqual(strategies);
        expect(record.steps.at(-1)?.strategy).toBe("yield");
      }),
    );
  });

  it("[STR-2] never chooses what is masked, and says why it was", () => {
    fc.assert(
      fc.property(anyMask, anyChance, anyPolicy, ({ masked, offered }, numbers, policy) => {
        const { strategies, record } = schedule(request({ masked, policy, chance: drawing(numbers) }));
        for (const strategy of strategies) expect(offered.has(strategy)).toBe(true);
        for (const step of record.steps) {
          for (const strategy of Object.keys(step.distribution))
            expect(step.masked).not.toHaveProperty([strategy]);
        }
      }),
    );
  });

  it("[POL-1] propensities are those of the distribution, which sums to one", () => {
    fc.assert(
      fc.property(anyMask, anyChance, anyObligations, ({ masked }, numbers, oneOfs) => {
        const obligations = oneOfs.map((oneOf): Obligation => ({ oneOf, because: "it must" }));
        const { record } = schedule(request({ masked, obligations, chance: drawing(numbers) }));
        for (const step of record.steps) {
          const sum = Object.values(step.distribution).reduce((total, share) => total + share, 0);
          expect(sum).toBeCloseTo(1, 9);
          expect(step.propensity).toBe(step.distribution[step.strategy]);
          expect(step.propensity).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("meets every obligation that can be met within three strategies", () => {
    fc.assert(
      fc.property(anyMask, anyChance, anyObligations, ({ masked, offered }, numbers, oneOfs) => {
        const obligations = oneOfs.map((oneOf): Obligation => ({ oneOf, because: "it must" }));
        const { strategies } = schedule(request({ masked, obligations, chance: drawing(numbers) }));
        const first = obligations.find(({ oneOf }) => oneOf.some((strategy) => offered.has(strategy)));
        if (first) expect(strategies.some((strategy) => first.oneOf.includes(strategy))).toBe(true);
      }),
    );
  });

  it("the same chance makes the same decision", () => {
    fc.assert(
      fc.property(anyChance, (numbers) => {
        expect(schedule(request({ chance: drawing(numbers) }))).toEqual(
          schedule(request({ chance: drawing(numbers) })),
        );
      }),
    );
  });

  it("[STR-4] a merchant's weight of zero silences a strategy, and a weight moves the odds", () => {
    const share = (weights: Record<string, number>) =>
      schedule(request({ weights })).record.steps[0]?.distribution.acknowledgment ?? 0;
    expect(share({ acknowledgment: 0 })).toBe(0);
    expect(share({ acknowledgment: 3 })).toBeGreaterThan(share({}));
  });

  it("reads a policy that scores nothing, or nonsense, as indifferent", () => {
    const broken: Policy = { ...rules, score: () => ({ credibility: Number.NaN, similarity: -1 }) };
    const { record } = schedule(request({ policy: broken }));
    const shares = Object.values(record.steps[0]?.distribution ?? {});
    expect(Math.max(...shares)).toBeCloseTo(Math.min(...shares), 9);
  });

  it("gives the reasons in words", () => {
    const { strategies, record } = schedule(request());
    expect(record.reasons).toHaveLength(strategies.length);
    for (const reason of record.reasons) expect(reason).toMatch(/^[a-z-]+: .{10,}/);
  });
});

describe("the mask", () => {
  const all = new Set<Strategy>(STRATEGIES);
  it("[STR-3] informational mode masks the sociable acts and nothing else", () => {
    const [sociable, informational] = MODES.map((mode) => Object.keys(maskStrategies(mode, state, all, [])));
    expect(sociable).toEqual([]);
    expect(informational).toEqual(
      [...SOCIABLE].sort((a, b) => STRATEGIES.indexOf(a) - STRATEGIES.indexOf(b)),
    );
  });
  it("[STR-2] masks what has nothing grounded to say", () => {
    expect(Object.keys(maskStrategies("sociable", state, new Set(["credibility"]), []))).not.toContain(
      "credibility",
    );
    expect(maskStrategies("sociable", state, new Set(["credibility"]), []).similarity).toBe(
      "nothing grounded to say",
    );
  });
  it("[STR-4] masks what the merchant switched off", () => {
    expect(maskStrategies("sociable", state, all, ["similarity"]).similarity).toMatch(/merchant/);
  });
  it("[MOV-2] leaves no room for a question in more than 65 % of the turns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (turns, questions) => {
        const asked = { ...state, turns, questionTurns: Math.min(questions, turns) };
        const masked = maskStrategies("sociable", asked, all, []);
        if (masked["opinion-inquiry"] === undefined) {
          expect((asked.questionTurns + 1) / (turns + 1)).toBeLessThanOrEqual(QUESTION_SHARE_MAX);
        }
      }),
    );
  });
});

describe("[INI-3] a stalled talk", () => {
  const ways: [way: Redirection, strategy: Strategy, why: RegExp][] = [
    ["another-attribute", "opinion-inquiry", /stalled: another attribute/],
    ["contrast-pair", "opinion-inquiry", /stalled: of two that differ/],
    ["summary", "preference-confirmation", /stalled: a summary/],
    ["relaxed-wish", "offer-help", /stalled: a little above the budget/],
    ["person", "offer-help", /stalled: a person/],
    ["graceful-end", "offer-help", /stalled, and other ways were tried/],
  ];
  it.each(ways)("goes the way of %s, with the reason in words", (redirection, strategy, why) => {
    const outlook = { ...request().outlook, redirection };
    const { strategies, record } = schedule(request({ outlook }));
    expect(strategies.at(-1)).toBe(strategy);
    expect(record.reasons.at(-1)).toMatch(why);
    expect(record.steps.find((step) => step.strategy === strategy)?.propensity).toBeGreaterThan(0.5);
  });
});

describe("[INI-2] a turn into a silence", () => {
  it("says one thing, then gives the floor back", () => {
    fc.assert(
      fc.property(anyChance, (numbers) => {
        const outlook = { ...request().outlook, cards: 0, silence: true };
        const { strategies } = schedule(
          request({ outlook, chance: drawing(numbers.map((chance) => 0.05 + chance * 0.9)) }),
        );
        expect(strategies).toHaveLength(1);
      }),
    );
  });
});

describe("[INI-5] the record says what is expected next", () => {
  it("after a question: the answer, then an item that appeals", () => {
    const masked = Object.fromEntries(
      speakable
        .filter((strategy) => strategy !== "opinion-inquiry")
        .map((strategy) => [strategy, "nothing grounded to say"]),
    );
    const { strategies, record } = schedule(request({ masked, outlook: { ...request().outlook, cards: 0 } }));
    expect(strategies).toEqual(["opinion-inquiry"]);
    expect(record.expects).toEqual([
      expect.stringMatching(/^after the answer: show cards and /),
      expect.stringMatching(/^then, if an item appeals: /),
      expect.stringMatching(/^once it is chosen: /),
    ]);
  });

  it("is what the policy would do: a policy that only takes stances expects a stance", () => {
    const opinionated: Policy = { ...rules, score: () => ({ "personal-opinion": 1 }) };
    const expects = schedule(request({ policy: opinionated })).record.expects ?? [];
    expect(expects[0]).toContain("take a stance");
    const forbidden = { "personal-opinion": SWITCHED_OFF };
    expect(schedule(request({ policy: opinionated, masked: forbidden })).record.expects).toEqual([]);
  });

  it("a policy without a leaning expects nothing", () => {
    expect(schedule(request({ policy: policyNamed("random") })).record.expects).toEqual([]);
  });
});
