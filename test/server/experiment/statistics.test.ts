/** What the vectors do not say: that parts agree with one another, and how they behave where a shop is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestArmChances,
  bestShareChances,
  mayReweigh,
} from "../../../server/experiment/statistics/bandit.ts";
import { bayesianResult, DEFAULT_PRIOR } from "../../../server/experiment/statistics/bayesian.ts";
import { sequenceTest } from "../../../server/experiment/statistics/confidence-sequence.ts";
import { differenceOf } from "../../../server/experiment/statistics/difference.ts";
import { liftOf } from "../../../server/experiment/statistics/lift.ts";
import {
  emptyMeanSums,
  type MeanSums,
  mergeMeans,
  mergeRatios,
  type RatioSums,
  smoothed,
  withUnit,
} from "../../../server/experiment/statistics/moments.ts";
import { runningP } from "../../../server/experiment/statistics/msprt.ts";
import { adjustedInterval, holm } from "../../../server/experiment/statistics/multiplicity.ts";
import {
  detectableLift,
  durationInDays,
  planUnits,
  powerOf,
  proportionMoments,
  unitsPerArm,
} from "../../../server/experiment/statistics/power.ts";
import { remainingUnits } from "../../../server/experiment/statistics/remaining-units.ts";
import { checkRatio, SRM_BLOCKS, watchRatio } from "../../../server/experiment/statistics/srm.ts";
import { welchTest } from "../../../server/experiment/statistics/welch.ts";
import { capOf, REVENUE_CAP } from "../../../server/experiment/statistics/winsorise.ts";

function conversions(units: number, sum: number): MeanSums {
  return { kind: "proportion", units, sum, sumSquares: sum };
}

function sumsOf(values: readonly number[], before?: readonly number[]): MeanSums {
  return values.reduce<MeanSums>(
    (sums, value, unit) => withUnit(sums, value, before?.[unit]),
    emptyMeanSums("mean", before !== undefined),
  );
}

const absolute = { scale: "absolute", alpha: 0.05, tail: "two-sided" } as const;

describe("sums", () => {
  it("[EXP-5] of two days, merged, are those of all units", () => {
    const values = fc.array(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(values, values, (first, second) => {
        const sums = (rows: [number, number][]) =>
          sumsOf(
            rows.map(([value]) => value),
            rows.map(([, before]) => before),
          );
        expect(mergeMeans(sums(first), sums(second))).toEqual(sums([...first, ...second]));
      }),
    );
  });

  it("[EXP-5] of a ratio, too, with what was before", () => {
    const day: RatioSums = {
      kind: "ratio",
      units: 3,
      numerator: { sum: 1, sumSquares: 2 },
      denominator: { sum: 3, sumSquares: 4 },
      products: 5,
      before: {
        numerator: { sum: 6, sumSquares: 7 },
        denominator: { sum: 8, sumSquares: 9 },
        products: 10,
        crossed: { numerators: 11, denominators: 12, numeratorNow: 13, denominatorNow: 14 },
      },
    };
    const doubled = JSON.parse(JSON.stringify(day), (_, value) =>
      typeof value === "number" ? 2 * value : value,
    );
    expect(mergeRatios(day, day)).toEqual(doubled);
    const { before: _, ...without } = day;
    expect(mergeRatios(day, without)).not.toHaveProperty("before");
  });
});

describe("the lift that is shown", () => {
  const counts = fc.tuple(
    fc.integer({ min: 50, max: 5000 }),
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  );

  it("[EXP-5] lies on the same side of nothing as the decision", () => {
    fc.assert(
      fc.property(counts, counts, ([unitsA, shareA], [unitsB, shareB]) => {
        const control = conversions(unitsA, Math.ceil(unitsA * shareA));
        const treatment = conversions(unitsB, Math.ceil(unitsB * shareB));
        const test = sequenceTest(control, treatment, { ...absolute, plannedUnits: 5000 });
        const lift = liftOf(control, test.difference, test.halfWidth);
        if (!lift?.interval) return;
        const { low, high } = test.interval;
        expect(Math.sign(lift.interval.low ?? 0)).toBe(Math.sign(low ?? 0));
        expect(Math.sign(lift.interval.high ?? 0)).toBe(Math.sign(high ?? 0));
      }),
    );
  });

  it("[EXP-5] has no interval while the control might be nothing, and is near that of the delta method later", () => {
    const early = welchTest(conversions(40, 2), conversions(40, 4), absolute);
    const lift = liftOf(conversions(40, 2), early.difference, 0.2);
    expect(lift).toEqual({ estimate: expect.closeTo(1, 12), interval: null });

    const [control, treatment] = [conversions(100_000, 5000), conversions(100_000, 5500)];
    const { difference, interval } = welchTest(control, treatment, absolute);
    const shown = liftOf(control, difference, (interval.high ?? 0) - difference.estimate);
    const { interval: delta } = welchTest(control, treatment, { ...absolute, scale: "relative" });
    expect(shown?.interval?.low).toBeCloseTo(delta.low ?? 0, 2);
    expect(shown?.interval?.high).toBeCloseTo(delta.high ?? 0, 2);
  });

  it("[EXP-5] is a gain where a loss of a negative control shrinks", () => {
    const control = sumsOf([-10, -12, -8, -11, -9, -10, -10, -10]);
    const treatment = sumsOf([-5, -6, -4, -5, -5, -6, -4, -5]);
    const { difference, interval } = welchTest(control, treatment, absolute);
    const lift = liftOf(control, difference, (interval.high ?? 0) - difference.estimate);
    expect(lift?.estimate).toBeCloseTo(0.5, 12);
    expect(lift?.interval?.low).toBeGreaterThan(0);
  });
});

describe("the verdict", () => {
  const control = conversions(10_000, 500);

  it("[EXP-6] leaves out 0 just when its p-value is below the level, on each side", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 800 }),
        fc.constantFrom("two-sided", "greater", "less"),
        (sum, tail) => {
          const test = sequenceTest(control, conversions(10_000, sum), {
            ...absolute,
            tail,
            plannedUnits: 20_000,
          });
          const { low, high } = test.interval;
          expect((low ?? -1) > 0 || (high ?? 1) < 0).toBe(test.p < 0.05);
        },
      ),
    );
  });

  it("[EXP-6] asks for more than a fixed test, and for least at its planned size", () => {
    const treatment = conversions(10_000, 570);
    const halfWidth = (plannedUnits: number) =>
      sequenceTest(control, treatment, { ...absolute, plannedUnits }).halfWidth;
    const fixed = welchTest(control, treatment, absolute);
    expect(fixed.p).toBeLessThan(0.05);
    expect(sequenceTest(control, treatment, { ...absolute, plannedUnits: 20_000 }).p).toBeGreaterThan(0.05);
    expect(halfWidth(20_000)).toBeLessThan(halfWidth(2_000));
    expect(halfWidth(20_000)).toBeLessThan(halfWidth(200_000));
  });

  it("[EXP-6] stays significant once it was", () => {
    expect([0.3, 0.04, 0.2].reduce(runningP, 1)).toBe(0.04);
  });

  it("[EXP-8] of a guardrail finds harm beyond what is put up with, and no harm short of it", () => {
    const guard = { ...absolute, tail: "greater", plannedUnits: 20_000 } as const;
    const worse = conversions(10_000, 700);
    expect(sequenceTest(control, worse, guard).p).toBeLessThan(0.001);
    expect(sequenceTest(control, worse, { ...guard, against: 0.02 }).p).toBe(1);
    expect(sequenceTest(control, worse, { ...guard, tail: "less" }).p).toBe(1);
    expect(welchTest(control, worse, { ...absolute, against: 0.02 }).p).toBeCloseTo(1, 10);
  });

  it("[EXP-8] of a guardrail finds harm where nobody in the control was harmed", () => {
    const guard = { ...absolute, tail: "greater", plannedUnits: 20_000 } as const;
    const [none, some] = [conversions(10_000, 0), conversions(10_000, 60)];
    expect(sequenceTest(none, some, guard).reason).toBe("no-variance");
    expect(sequenceTest(smoothed(none), smoothed(some), guard).p).toBeLessThan(0.001);
    expect(sequenceTest(smoothed(none), smoothed(none), guard).p).toBe(1);
  });

  it("[EXP-8] is sharper by what visitors did before, and the same in the middle", () => {
    const before = Array.from({ length: 400 }, (_, unit) => (unit * 37) % 101);
    const now = before.map((value, unit) => value + ((unit * 53) % 17));
    const [a, b] = [
      sumsOf(now, before),
      sumsOf(
        now.map((value) => value + 3),
        before,
      ),
    ];
    const plain = welchTest(sumsOf(now), sumsOf(now.map((value) => value + 3)), absolute);
    const adjusted = welchTest(a, b, absolute);
    expect(adjusted.estimate).toBeCloseTo(plain.estimate, 9);
    expect(adjusted.standardError).toBeLessThan(plain.standardError / 3);
    expect(differenceOf(a, sumsOf(now), { scale: "absolute" }).theta).toBe(0);
  });

  it("[EXP-8] holds against many metrics at once, and its interval with it", () => {
    expect(holm([0.04, 0.01, 0.03])).toEqual([0.06, 0.03, 0.06]);
    const interval = adjustedInterval(-2, 0.05, 0.05);
    expect(interval?.low).toBeCloseTo(-4, 9);
    expect(interval?.high).toBeCloseTo(0, 9);
    expect(adjustedInterval(1, 1, 0.05)).toBeNull();
  });

  it("[EXP-6] of Bayes turns round where less is better, and shrinks with a prior", () => {
    const treatment = conversions(10_000, 560);
    const options = { scale: "relative", alpha: 0.05, prior: null } as const;
    const more = bayesianResult(control, treatment, options);
    const less = bayesianResult(control, treatment, { ...options, lessIsBetter: true });
    expect(more.chanceToWin).toBeGreaterThan(0.95);
    expect(less.chanceToWin).toBeCloseTo(1 - more.chanceToWin, 12);
    expect(less.risk).toEqual({ control: more.risk.treatment, treatment: more.risk.control });
    const shrunk = bayesianResult(control, treatment, { ...options, prior: DEFAULT_PRIOR });
    expect(shrunk.mean).toBeLessThan(more.mean);
    const [points, money] = [
      shrunk,
      bayesianResult(control, treatment, { ...options, scale: "absolute", prior: DEFAULT_PRIOR }),
    ];
    expect(money.mean / 0.05).toBeCloseTo(points.mean, 2);
  });
});

describe("the split", () => {
  it("[EXP-7] is doubted where visitors are lost, whatever the arms without weight", () => {
    expect(checkRatio([5000, 4600], [0.5, 0.5]).p).toBeLessThan(SRM_BLOCKS);
    expect(checkRatio([5000, 4600, 9000], [0.5, 0.5, 0])).toEqual(checkRatio([5000, 4600], [1, 1]));
    expect(checkRatio([5050, 4950], [0.5, 0.5]).p).toBeGreaterThan(0.3);
    expect(checkRatio([], []).reason).toBe("too-few-units");
  });

  it("[EXP-7] alarms early, and does not take an alarm back", () => {
    const lossy = Array.from({ length: 60 }, () => [100, 60]);
    const even = Array.from({ length: 60 }, () => [100, 100]);
    const watches = watchRatio([...lossy, ...even], { weights: [1, 1], concentration: 100 });
    const alarm = watches.findIndex(({ p }) => p < SRM_BLOCKS);
    expect(alarm).toBeGreaterThan(0);
    expect(alarm).toBeLessThan(30);
    expect(watches.at(-1)?.p).toBeLessThan(SRM_BLOCKS);
    expect(watchRatio(even, { weights: [1, 1] }).at(-1)?.p).toBe(1);
  });
});

describe("planning", () => {
  const settings = { ...proportionMoments(0.05), alpha: 0.05, arms: 2, plannedUnits: null };

  it.each(["relative", "absolute"] as const)(
    "[EXP-9] agrees with itself: size, lift and power (%s)",
    (scale) => {
      const perArm = unitsPerArm(0.1, 0.8, { ...settings, scale }) ?? 0;
      expect(powerOf(0.1, 2 * perArm, { ...settings, scale })).toBeCloseTo(0.8, 3);
      expect(detectableLift(0.8, 2 * perArm, { ...settings, scale })).toBeCloseTo(0.1, 4);
    },
  );

  it("[EXP-9] plans more for a test that is looked at all along, and no lift is nothing", () => {
    const planned = planUnits(0.1, 0.8, settings) ?? 0;
    const perArm = unitsPerArm(0.1, 0.8, { ...settings, plannedUnits: planned });
    expect(perArm).toBeCloseTo(planned / 2, -1);
    expect(planned).toBeGreaterThan(2 * (unitsPerArm(0.1, 0.8, settings) ?? 0));
    expect(powerOf(0.1, planned, { ...settings, plannedUnits: planned })).toBeCloseTo(0.8, 3);
    expect(unitsPerArm(0, 0.8, settings)).toBeNull();
    expect(unitsPerArm(0.1, 0.01, settings)).toBeNull();
  });

  it("[EXP-9] says how many days it takes", () => {
    expect(durationInDays(10_001, 1000)).toBe(11);
    expect(durationInDays(10_000, 0)).toBeNull();
  });

  it("[EXP-9] says how much longer while running, and nothing more once there is enough", () => {
    const state = { variance: 0.02 ** 2, units: 1000, effect: 0.05, power: 0.8, alpha: 0.05 };
    const fixed = remainingUnits({ ...state, decidedBy: { test: "fixed" } });
    // (1.96 + 0.8416)² · 0.0004 / 0.0025 times as many as there are.
    expect(fixed.factor).toBeCloseTo(7.8489 * 0.16 - 1, 3);
    const sequence = remainingUnits({ ...state, decidedBy: { test: "sequence", plannedUnits: 2000 } });
    expect(sequence.units).toBeGreaterThan(fixed.units ?? 0);
    const enough = remainingUnits({ ...state, effect: 0.1, decidedBy: { test: "fixed" } });
    expect(enough).toEqual({ units: 0, factor: 0, reason: null });
    expect(remainingUnits({ ...state, effect: 0, decidedBy: { test: "fixed" } }).reason).toBe("bad-setting");
  });
});

describe("a bandit", () => {
  it("[EXP-3] is as sure as two normal arms allow, near and far apart", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.double({ min: -4, max: 4, noNaN: true }),
        (mean, logA, logB) => {
          const arms = [
            { mean: 0, variance: 10 ** logA },
            { mean, variance: 10 ** logB },
          ];
          const [a = 0, b = 0] = bestArmChances(arms);
          const z = mean / Math.sqrt(10 ** logA + 10 ** logB);
          const [same = 0] = bestArmChances([
            { mean: 0, variance: 1 },
            { mean: z * Math.SQRT2, variance: 1 },
          ]);
          expect(a + b).toBeCloseTo(1, 12);
          expect(a).toBeCloseTo(same, 7);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("[EXP-3] gives unknown arms the same chance, and waits for a hundred units in each", () => {
    expect(bestArmChances([null, { mean: 1, variance: 1 }])).toEqual([0.5, 0.5]);
    expect(mayReweigh([conversions(100, 1), conversions(99, 1)])).toBe(false);
    expect(mayReweigh([conversions(100, 1), conversions(100, 1)])).toBe(true);
  });

  it("[EXP-3] counts conversions exactly, few or millions", () => {
    const fresh = { successes: 0, failures: 0 };
    const [one = 0] = bestShareChances([fresh, fresh, fresh]).chances;
    expect(one).toBeCloseTo(1 / 3, 9);
    const { chances } = bestShareChances([
      { successes: 500_000, failures: 9_500_000 },
      { successes: 500_400, failures: 9_499_600 },
    ]);
    // As good as normal: Φ(-400 / √(2 · 10⁷ · .05 · .95)).
    expect(chances[0]).toBeCloseTo(0.3408, 3);
  });
});

describe("outliers", () => {
  it("[EXP-4] are cut by buyers' values, not by all visitors' zeros", () => {
    const values = [
      ...Array.from({ length: 9000 }, () => 0),
      ...Array.from({ length: 1000 }, (_, i) => i + 1),
    ];
    expect(capOf(values, REVENUE_CAP)).toBeCloseTo(999.001, 9);
    expect(capOf(values, { ...REVENUE_CAP, ignoresZeros: false })).toBeCloseTo(990.001, 9);
    expect(capOf([], REVENUE_CAP)).toBeNull();
  });
});
