/** [POL-7] What a bandit learns from outcomes, in a shop where the truth is known. */
import { describe, expect, test } from "vitest";
import { startLearning } from "../../../../server/learn/online/learn-outcomes.ts";
import { NO_FEATURES } from "../../../../server/strategy/features.ts";
import { type BanditFile, initialBandit } from "../../../../server/strategy/policies/bandit.ts";
import { findPolicy } from "../../../../server/strategy/policies/find-policy.ts";
import { learnedPolicy } from "../../../../server/strategy/policies/learned.ts";
import type { Policy } from "../../../../server/strategy/policy.ts";
import { readPolicyFile } from "../../../../server/strategy/policy-file.ts";
import { chanceFrom } from "../../../../server/turn/chance.ts";
import { type SyntheticShop, syntheticShop } from "../../../support/synthetic-shop.ts";

/** What the rules do most here does harm, and what they seldom do helps. */
const contrary = syntheticShop({
  "experience-inquiry": [-0.06, -0.1],
  credibility: [0.1, 0.06],
  "offer-help": [0.08, 0.02],
  "personal-opinion": [-0.1, -0.06],
});
const rules = findPolicy("rules") as Policy;

function policyOf(file: BanditFile): Policy {
  const policy = learnedPolicy(file, findPolicy);
  if (policy === null) throw new Error("the bandit's base is missing");
  return policy;
}

/** Lets a bandit talk, drawing its weights once for each conversation, and learn in between. */
function lead(shop: SyntheticShop, talks: number, seed: string): { file: BanditFile; values: number[] } {
  const chance = chanceFrom(seed);
  let file = initialBandit("rules");
  const values: number[] = [];
  while (values.length < talks) {
    const policy = policyOf(file);
    const learner = startLearning(file);
    for (let index = 0; index < 50; index++) {
      const drawn = policy.draw?.(chanceFrom(`${seed} ${values.length}`)) ?? policy;
      learner.add(shop.talk(drawn, chance, `v${values.length}`), 0);
      values.push(shop.value(drawn));
    }
    file = learner.file(new Date(0));
  }
  return { file, values };
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("[POL-7] a bandit", () => {
  test("finds out what works here, and does no worse than where it began on the way", () => {
    const { file, values } = lead(contrary, 1_500, "contrary");
    const start = contrary.value(rules);
    expect(mean(values.slice(-300))).toBeGreaterThan(start + 0.12);
    for (let from = 0; from < values.length; from += 300)
      expect(mean(values.slice(from, from + 300))).toBeGreaterThan(start - 0.03);
    const effects = file.training.effects?.strategies;
    expect(effects?.credibility?.points).toBeGreaterThan(3);
    expect(effects?.["personal-opinion"]?.points).toBeLessThan(-1);
  });

  test("says what it learned in words, of this shop", () => {
    const chance = chanceFrom("words");
    const learner = startLearning(initialBandit("rules"));
    // Whoever led the conversations: what counts is that the chances are recorded.
    for (let index = 0; index < 2_000; index++)
      learner.add(contrary.talk(findPolicy("random") as Policy, chance, `v${index}`), 0);
    const file = learner.file(new Date(0));
    expect(file.training.effects?.strategies["personal-opinion"]?.high).toBeLessThan(0);
    const [reason] = policyOf(file).explain(situation(), "personal-opinion");
    expect(reason).toMatch(/shoppers here who are told which one we would pick accept \d+ points less often/);
  });

  test("learns nothing where acts change nothing", () => {
    const { file } = lead(syntheticShop({}), 1_000, "idle");
    const sure = Object.values(file.training.effects?.strategies ?? {}).filter(
      ({ low, high }) => low > 0 || high < 0,
    );
    expect(sure.length).toBeLessThanOrEqual(1);
  });

  test("draws the same weights from the same chance, and others from another", () => {
    const { file } = lead(contrary, 200, "draw");
    const policy = policyOf(file);
    const scores = (seed: string) => policy.draw?.(chanceFrom(seed)).score(situation());
    expect(scores("a")).toEqual(scores("a"));
    expect(scores("a")).not.toEqual(scores("b"));
    expect(policy.draw?.(chanceFrom("a")).exploration).toEqual({ floor: 0.02, uniform: 0.05 });
  });

  test("is sure of more, the more it has seen", () => {
    const spreadOf = (file: BanditFile) => {
      const draws = Array.from({ length: 60 }, (_, index) => {
        const drawn = policyOf(file)
          .draw?.(chanceFrom(`d${index}`))
          .score(situation());
        // A logit in the units of success, whatever the sharpness.
        return (
          Math.log((drawn?.credibility ?? 1) / (drawn?.similarity ?? 1)) / file.model.posterior.sharpness
        );
      });
      return Math.sqrt(mean(draws.map((value) => (value - mean(draws)) ** 2)));
    };
    expect(spreadOf(lead(contrary, 1_000, "sure").file)).toBeLessThan(0.8 * spreadOf(initialBandit("rules")));
  });
});

describe("[POL-7] the posterior", () => {
  const talks = (count: number) => {
    const chance = chanceFrom("talks");
    return Array.from({ length: count }, (_, index) => contrary.talk(rules, chance, `v${index}`));
  };

  test("is the same learned at once or in parts", () => {
    const all = talks(120);
    const once = startLearning(initialBandit("rules"));
    for (const talk of all) once.add(talk, 0);
    let parts = initialBandit("rules");
    for (const from of [0, 40, 80]) {
      const learner = startLearning(parts);
      for (const talk of all.slice(from, from + 40)) learner.add(talk, 0);
      parts = learner.file(new Date(0));
    }
    const whole = once.file(new Date(0));
    expect(parts.version).toBe(whole.version);
    parts.model.posterior.mean.forEach((value, place) => {
      expect(value).toBeCloseTo(whole.model.posterior.mean[place] ?? Number.NaN, 4);
    });
  });

  test("takes many conversations of one visitor for little more than one", () => {
    const moved = (earlier: (index: number) => number) => {
      const learner = startLearning(initialBandit("rules"));
      for (const [index, talk] of talks(100).entries()) learner.add(talk, earlier(index));
      return learner.file(new Date(0)).model.learned.weight;
    };
    expect(moved(() => 0)).toBeGreaterThan(95);
    expect(moved((index) => index)).toBeLessThan(1 / 0.3);
  });

  test("is a policy file that is read back, and refused where its numbers do not fit", () => {
    const learner = startLearning(initialBandit("rules"));
    for (const talk of talks(50)) learner.add(talk, 0);
    const file = learner.file(new Date(0));
    expect(readPolicyFile(JSON.parse(JSON.stringify(file)))).toEqual({ ok: true, file });
    const { posterior } = file.model;
    const broken = (part: Partial<typeof posterior>) =>
      readPolicyFile({ ...file, model: { ...file.model, posterior: { ...posterior, ...part } } });
    expect(broken({ mean: posterior.mean.slice(1) })).toMatchObject({ ok: false, code: "policy/damaged" });
    expect(broken({ precision: posterior.precision.map((value) => -value) })).toMatchObject({ ok: false });
  });

  test("moves by the surprise of an act, not by acts that had to be", () => {
    const learner = startLearning(initialBandit("rules"));
    const forced = {
      strategy: "credibility" as const,
      propensity: 1,
      distribution: { credibility: 1 },
      features: {},
    };
    for (let index = 0; index < 50; index++)
      learner.add(
        { conversationId: `${index}`, visitorId: `${index}`, turns: [[forced]], accepted: true },
        0,
      );
    expect(learner.file(new Date(0)).model.posterior.mean.every((value) => value === 0)).toBe(true);
  });
});

function situation() {
  return { ...NO_FEATURES, turn: 2, wishes: 1 };
}
