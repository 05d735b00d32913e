import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STRATEGIES } from "../../../server/dialogue/strategies.ts";
import {
  encodeFeature,
  FEATURE_NAMES,
  type Features,
  NO_FEATURES,
  tellingFeatures,
  wholeFeatures,
} from "../../../server/strategy/features.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { learnedPolicy } from "../../../server/strategy/policies/learned.ts";
import type { Policy } from "../../../server/strategy/policy.ts";
import type { PolicyFile } from "../../../server/strategy/policy-file.ts";
import { policyFile } from "../../support/policy-file.ts";

function opened(file: PolicyFile): Policy {
  const policy = learnedPolicy(file, findPolicy);
  if (!policy) throw new Error("it builds on nothing that is missing");
  return policy;
}
const features = (part: Partial<Features>): Features => ({ ...NO_FEATURES, ...part });
const anyFeatures = fc
  .dictionary(fc.constantFrom(...FEATURE_NAMES), fc.double({ min: 0, max: 50, noNaN: true }))
  .map((part) => features(part));

describe("a learned policy", () => {
  const policy = opened(policyFile());

  it("[POL-1] scores every strategy with a probability", () => {
    fc.assert(
      fc.property(anyFeatures, (situation) => {
        const scores = policy.score(situation);
        const shares = STRATEGIES.map((strategy) => scores[strategy] ?? 0);
        expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("follows its weights: six wishes known speak for asking about use", () => {
    const before = policy.score(features({}));
    const after = policy.score(features({ wishes: 6 }));
    expect((after["experience-inquiry"] ?? 0) / (after.credibility ?? 1)).toBeCloseTo(
      Math.exp(3) * ((before["experience-inquiry"] ?? 0) / (before.credibility ?? 1)),
      6,
    );
  });

  it("[POL-1] says why in words: what is known, what is missing, and what the act was worth", () => {
    const training = {
      ...policyFile().training,
      effects: {
        of: "simulated" as const,
        strategies: {
          "experience-inquiry": { points: 7.6, low: 3, high: 12 },
          credibility: { points: 1, low: -2, high: 4 },
        },
      },
    };
    const taught = opened(policyFile({ training }));
    expect(taught.explain(features({ wishes: 2 }), "experience-inquiry")).toEqual([
      "we know 2 wishes but nothing about use; simulated shoppers who are asked for their experience accept 8 points more often",
    ]);
    // An interval that holds 0 is no knowledge.
    expect(taught.explain(features({ "heard doubt": 1 }), "credibility")).toEqual([
      "the shopper has a doubt",
    ]);
    expect(taught.explain(features({}), "similarity")).toEqual([]);
  });

  it("a change builds on a shipped policy: without weights it is that policy", () => {
    const nothing = {
      strategies: [...STRATEGIES],
      features: [],
      bias: STRATEGIES.map(() => 0),
      weights: STRATEGIES.map(() => []),
    };
    const same = opened(policyFile({ model: { type: "change", of: "rules", change: nothing } }));
    const situation = features({ "cards now": 3, wishes: 2, "new wishes": 1 });
    const rules = findPolicy("rules")?.score(situation) ?? {};
    const sum = STRATEGIES.reduce((total, strategy) => total + (rules[strategy] ?? 0), 0);
    const scores = same.score(situation);
    for (const strategy of STRATEGIES) expect(scores[strategy]).toBeCloseTo((rules[strategy] ?? 0) / sum, 9);
  });

  it("[INI-5] expects success by its value, the more of what speaks for it", () => {
    const { model } = policyFile();
    if (model.type !== "linear") throw new Error("the plain file is linear");
    const valued = opened(
      policyFile({
        model: { ...model, value: { features: ["leaning", "bad mood"], bias: 0, weights: [2, -2] } },
      }),
    );
    expect(valued.expectedSuccess?.(features({}))).toBeCloseTo(0.5);
    expect(valued.expectedSuccess?.(features({ leaning: 1 }))).toBeCloseTo(1 / (1 + Math.exp(-2)));
    const nothing = {
      strategies: [...STRATEGIES],
      features: [],
      bias: STRATEGIES.map(() => 0),
      weights: STRATEGIES.map(() => []),
    };
    const heir = learnedPolicy(
      policyFile({ model: { type: "change", of: "valued", change: nothing } }),
      () => valued,
    );
    expect(heir?.expectedSuccess?.(features({ leaning: 1 }))).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });
});

describe("features", () => {
  it("are kept without those that are 0, and come back whole", () => {
    fc.assert(
      fc.property(anyFeatures, (situation) => {
        expect(wholeFeatures(tellingFeatures(situation))).toEqual(situation);
      }),
    );
    expect(wholeFeatures({ "of a former version": 1 })).toEqual(NO_FEATURES);
  });

  it("lie between 0 and 1 for a learned policy", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FEATURE_NAMES),
        fc.double({ min: -10, max: 1e6, noNaN: true }),
        (name, value) => {
          const encoded = encodeFeature(name, value);
          expect(encoded >= 0 && encoded <= 1).toBe(true);
        },
      ),
    );
  });
});
