import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STRATEGIES, type Strategy } from "../../../server/dialogue/strategies.ts";
import { ACTS, NO_TALK, type Talk, type Utterance, utter, wordsOf } from "../../../server/dialogue/talk.ts";
import { FEATURE_NAMES, NO_FEATURES } from "../../../server/strategy/features.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { openPrior, type PriorModel } from "../../../server/strategy/policies/prior-model.ts";
import type { Policy } from "../../../server/strategy/policy.ts";
import { addTalkFeatures, nameOfTalkFeature } from "../../../server/strategy/talk-features.ts";
import { openPolicyFile } from "../../../server/turn/policy-shelf.ts";
import { policyFile } from "../../support/policy-file.ts";

function shipped(): Policy {
  const policy = findPolicy("inspired");
  if (!policy) throw new Error("inspired does not ship");
  return policy;
}

const anyUtterance: fc.Arbitrary<Utterance> = fc.oneof(
  fc.record({
    by: fc.constant("agent" as const),
    words: fc.array(fc.constantFrom("you", "like", "<item>", "?", "it", "thanks"), { maxLength: 8 }),
    act: fc.option(fc.constantFrom(...ACTS)),
  }),
  fc.record({
    by: fc.constant("shopper" as const),
    words: fc.array(fc.constantFrom("i", "love", "<kind>", "?", "no", "bye"), { maxLength: 8 }),
    act: fc.constant(null),
  }),
);
const anyTalk: fc.Arbitrary<Talk> = fc
  .array(anyUtterance, { maxLength: 20 })
  .map((utterances) => utterances.reduce(utter, NO_TALK));
const anyFeatures = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: FEATURE_NAMES.length, maxLength: FEATURE_NAMES.length })
  .map((values) => ({
    ...NO_FEATURES,
    ...Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, values[i] ?? 0])),
  }));

const talkOf = (...turns: [Utterance["by"], string, Utterance["act"]][]): Talk =>
  turns.map(([by, text, act]) => ({ by, words: wordsOf(text), act })).reduce(utter, NO_TALK);

describe("the inspired policy", () => {
  it("[POL-3] gives every act a probability at any point of any talk, and yields only once something was said", () => {
    const policy = shipped();
    fc.assert(
      fc.property(anyFeatures, fc.option(anyTalk, { nil: undefined }), (features, talk) => {
        const scores = policy.score(features, talk);
        const sum = STRATEGIES.reduce((total, strategy) => total + (scores[strategy] ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(1, 6);
        for (const act of ACTS) expect(scores[act]).toBeGreaterThan(0);
        if (talk) expect((scores.yield ?? 0) > 0).toBe(talk.agentRun > 0);
      }),
    );
  });

  it("[POL-3] does as human recommenders do where there is little doubt", () => {
    const policy = shipped();
    const likeliest = (talk: Talk) => {
      const scores = policy.score(NO_FEATURES, talk);
      return ACTS.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 3);
    };
    expect(likeliest(NO_TALK)[0]).toBe("housekeeping");
    expect(
      likeliest(
        talkOf(["agent", "Hello", "housekeeping"], ["shopper", "hi, can you recommend a <kind>?", null]),
      ),
    ).toContain("opinion-inquiry");
    expect(
      likeliest(
        talkOf(
          ["agent", "Have you seen <item>?", "experience-inquiry"],
          ["shopper", "No, what is it about?", null],
        ),
      )[0],
    ).toBe("credibility");
  });

  it("[POL-3] says why in words, without what only counts utterances", () => {
    const talk = talkOf(
      ["agent", "Have you seen it?", "experience-inquiry"],
      ["shopper", "No, what is it about?", null],
    );
    const [reason = ""] = shipped().explain(NO_FEATURES, "credibility", talk);
    expect(reason).toMatch(/^human recommenders often do this when /);
    for (const act of ACTS)
      for (const why of shipped().explain(NO_FEATURES, act, talk))
        expect(why).not.toMatch(/undefined|: |utterances/);
  });

  it("[POL-1] a damaged prior is refused with a reason", () => {
    const model = { ...small, type: "prior" };
    const refusal = (change: object) => {
      const opening = openPolicyFile({ ...policyFile(), model: { ...model, ...change } });
      return opening.ok ? null : opening.why;
    };
    expect(refusal({})).toBeNull();
    expect(refusal({ yield: [0] })).toMatch(/weights that do not fit/);
    expect(refusal({ members: [{ kind: "logistic", weights: [[1, 2]] }] })).toMatch(
      /weights that do not fit/,
    );
    expect(refusal({ members: [] })).toMatch(/members/);
    expect(refusal({ temperature: 0 })).toMatch(/temperature/);
    expect(refusal({ acts: ["telepathy", "credibility"] })).toMatch(/acts/);
  });
});

const small: PriorModel = {
  features: ["always", "shopper asks", "goes on"],
  acts: ["credibility", "opinion-inquiry"],
  temperature: 1,
  yield: [-1, 0, 2],
  members: [
    {
      kind: "logistic",
      weights: [
        [0, 1],
        [3, 0],
        [0, 0],
      ],
    },
  ],
};
const asked = talkOf(["shopper", "is it light?", null]);

describe("models of the prior", () => {
  const chanceOf = (model: PriorModel, talk: Talk) => [...openPrior(model).after(talk).acts];
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

  it("[POL-3] logistic: the softmax of weighted sums", () => {
    expect(chanceOf(small, NO_TALK)[0]).toBeCloseTo(sigmoid(-1));
    expect(chanceOf(small, asked)[0]).toBeCloseTo(sigmoid(2));
    expect(chanceOf({ ...small, temperature: 2 }, asked)[0]).toBeCloseTo(sigmoid(1));
    expect(openPrior(small).after(asked).ends).toBeCloseTo(sigmoid(-1));
    expect(openPrior(small).after(talkOf(["agent", "ok", null])).ends).toBeCloseTo(sigmoid(1));
  });

  it("[POL-3] trees: left up to the threshold, right beyond, always left where nothing is split", () => {
    const tree = { columns: [1, 0, 2], thresholds: [0.5, null, 0.5], leaves: [-2, 9, 2, 7] };
    const none = { columns: [0], thresholds: [null], leaves: [0, 5] };
    const model: PriorModel = {
      ...small,
      members: [{ kind: "boosted-trees", base: [0, 0], rounds: [[tree, none]] }],
    };
    expect(chanceOf(model, NO_TALK)[0]).toBeCloseTo(sigmoid(-2));
    expect(chanceOf(model, asked)[0]).toBeCloseTo(sigmoid(2));
  });

  it("[POL-3] network: rectified units beside a direct path; members vote with equal weight", () => {
    const network = {
      kind: "network" as const,
      inward: [[-1], [2], [0]],
      inwardBias: [0],
      outward: [[1, 0]],
      outwardBias: [0, 0],
      direct: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    };
    expect(chanceOf({ ...small, members: [network] }, NO_TALK)[0]).toBeCloseTo(0.5);
    expect(chanceOf({ ...small, members: [network] }, asked)[0]).toBeCloseTo(sigmoid(1));
    const both = chanceOf({ ...small, members: [...small.members, network] }, asked)[0];
    expect(both).toBeCloseTo((sigmoid(2) + sigmoid(1)) / 2);
  });

  it("[POL-3] forget one talk when asked about another", () => {
    const prior = openPrior(small);
    prior.after(asked);
    expect([...prior.after(NO_TALK).acts]).toEqual(chanceOf(small, NO_TALK));
  });

  it("[POL-3] give the strongest part first as a reason", () => {
    expect(openPrior(small).reasonsFor(asked, "credibility")[0]).toEqual({
      feature: "shopper asks",
      weight: 1.5,
    });
  });
});

describe("features of a talk", () => {
  const featuresOf = (talk: Talk) => {
    const features = new Map<string, number>();
    addTalkFeatures(talk, (kind, detail, value) => features.set(nameOfTalkFeature(kind, detail), value));
    return features;
  };

  it("[POL-3] are finite, not 0, and each named once", () => {
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const names: string[] = [];
        addTalkFeatures(talk, (kind, detail, value) => {
          const name = nameOfTalkFeature(kind, detail);
          names.push(name);
          expect(Number.isFinite(value) && value !== 0, `${name} ${value}`).toBe(true);
        });
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it("[POL-3] tell what the other just did from what was answered already", () => {
    const before = featuresOf(asked);
    const going = featuresOf(
      utter(asked, { by: "agent", words: ["yes"], act: "credibility" satisfies Strategy }),
    );
    expect(before.get("shopper asks, not yet answered")).toBe(1);
    expect(going.has("shopper asks, not yet answered")).toBe(false);
    expect(before.has("shopper just said: light")).toBe(true);
    expect(going.has("shopper said: light")).toBe(true);
    expect(going.get("goes on after: credibility")).toBe(1);
  });
});
