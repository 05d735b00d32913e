/** [POL-7] Judging a policy from what others did, where the truth is known. */
import { describe, expect, test } from "vitest";
import { STRATEGIES, type Strategy } from "../../../../server/dialogue/strategies.ts";
import { startEvaluation } from "../../../../server/learn/off-policy/evaluate-policy.ts";
import type { Policy } from "../../../../server/strategy/policy.ts";
import { chanceFrom } from "../../../../server/turn/chance.ts";
import { syntheticShop } from "../../../support/synthetic-shop.ts";

const shop = syntheticShop({
  "experience-inquiry": [0.12, 0],
  credibility: [0.1, 0.04],
  "offer-help": [-0.04, 0.05],
  similarity: [0.02, 0.1],
});

/** Scores as given, 1 where nothing is. */
function policyOf(scores: Partial<Record<Strategy, number>>, part: Partial<Policy> = {}): Policy {
  return {
    name: "some",
    version: "1",
    score: () => Object.fromEntries(STRATEGIES.map((strategy) => [strategy, scores[strategy] ?? 1])),
    explain: () => [],
    ...part,
  };
}

const anything = policyOf({});
const asking = policyOf({ "experience-inquiry": 3, credibility: 2, similarity: 2 });

function evaluate(
  judged: Policy,
  logging: Policy,
  talks: number,
  options: { clip?: number; seed?: string } = {},
) {
  const chance = chanceFrom(options.seed ?? "log");
  const evaluation = startEvaluation(judged, { weights: {}, ...options });
  for (let index = 0; index < talks; index++)
    evaluation.add(shop.talk(logging, chance, `v${Math.floor(index / 2)}`));
  return evaluation.result();
}
function estimated(...parameters: Parameters<typeof evaluate>) {
  const found = evaluate(...parameters);
  if (!found.ok) throw new Error(found.why);
  return found;
}

describe("[POL-7] off-policy evaluation", () => {
  test("finds what a policy is worth from conversations that another led", () => {
    const truth = shop.value(asking);
    // It would be no test if both were worth the same.
    expect(truth - shop.value(anything)).toBeGreaterThan(0.02);
    const found = estimated(asking, anything, 8_000);
    for (const { value, low, high } of [found.ips, found.snips, found.doublyRobust]) {
      expect(Math.abs(value - truth)).toBeLessThan(0.03);
      expect(low).toBeLessThan(truth);
      expect(high).toBeGreaterThan(truth);
    }
    expect(found.gain.low).toBeGreaterThan(0);
    expect(found.meanWeight).toBeCloseTo(1, 1);
  });

  test("is the mean outcome where the judged policy is the one that led", () => {
    const found = estimated(anything, anything, 400);
    expect(found.effectiveSize).toBeCloseTo(400);
    expect(found.snips.value).toBeCloseTo(found.logged?.value ?? -1);
    expect(found.ips.value).toBeCloseTo(found.logged?.value ?? -1);
    expect(found.clipped).toBe(0);
  });

  test("varies less with the model and the weights' sum than without", () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    const found = estimated(asking, anything, 4_000);
    expect(width(found.snips)).toBeLessThan(width(found.ips));
    expect(width(found.doublyRobust)).toBeLessThan(width(found.ips));
  });

  test("counts visitors, not conversations: the same log twice says no more", () => {
    const widthOf = (times: number) => {
      const chance = chanceFrom("log");
      const evaluation = startEvaluation(asking, { weights: {} });
      for (let index = 0; index < 1_000; index++) {
        const talk = shop.talk(anything, chance, `v${index}`);
        for (let time = 0; time < times; time++) evaluation.add(talk);
      }
      const found = evaluation.result();
      if (!found.ok) throw new Error(found.why);
      return found.snips.high - found.snips.low;
    };
    expect(widthOf(4) / widthOf(1)).toBeCloseTo(1, 1);
  });

  test("says how often weights were cut, and keeps to the cut", () => {
    const free = estimated(asking, anything, 4_000, { clip: 1_000 });
    const cut = estimated(asking, anything, 4_000, { clip: 6 });
    expect(free.clipped).toBe(0);
    expect(cut.clipped).toBeGreaterThan(0);
    expect(cut.effectiveSize).toBeGreaterThan(free.effectiveSize);
  });
});

describe("[POL-7] off-policy evaluation refuses", () => {
  test("without conversations, and with too few visitors", () => {
    expect(evaluate(asking, anything, 0)).toMatchObject({
      ok: false,
      refusal: "nothing-logged",
      logged: null,
    });
    expect(evaluate(asking, anything, 60)).toMatchObject({
      ok: false,
      refusal: "too-few-visitors",
      visitors: 30,
    });
  });

  test("a policy that would do what was never tried", () => {
    const never = policyOf({ "experience-inquiry": 0 });
    const refused = evaluate(asking, never, 2_000);
    expect(refused).toMatchObject({ ok: false, refusal: "no-support" });
    expect(refused.unsupported).toBeGreaterThan(0.05);
    // The other way round there is nothing that was not tried.
    expect(evaluate(never, asking, 2_000).unsupported).toBe(0);
  });

  test("a policy whose conversations the log hardly holds", () => {
    const seldom = policyOf({ "experience-inquiry": 0.02, credibility: 0.02, similarity: 0.02 });
    const always = policyOf({ "experience-inquiry": 50, credibility: 50, similarity: 50 });
    const refused = evaluate(always, seldom, 2_000);
    expect(refused).toMatchObject({ ok: false, refusal: "too-different" });
    expect(refused.effectiveVisitors).toBeLessThan(1_000);
  });
});
