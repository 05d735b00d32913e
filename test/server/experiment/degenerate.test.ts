import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestArmChances,
  bestShareChances,
  posteriorOf,
  weightsOverContexts,
  withFloor,
} from "../../../server/experiment/statistics/bandit.ts";
import { bayesianResult, riskOf } from "../../../server/experiment/statistics/bayesian.ts";
import { sequenceTest } from "../../../server/experiment/statistics/confidence-sequence.ts";
import { pooledTheta } from "../../../server/experiment/statistics/cuped.ts";
import { differenceOf } from "../../../server/experiment/statistics/difference.ts";
import { exposureHealth } from "../../../server/experiment/statistics/exposures.ts";
import { liftOf } from "../../../server/experiment/statistics/lift.ts";
import type { MetricSums } from "../../../server/experiment/statistics/moments.ts";
import { mixtureTest } from "../../../server/experiment/statistics/msprt.ts";
import {
  adjustedInterval,
  benjaminiHochberg,
  holm,
} from "../../../server/experiment/statistics/multiplicity.ts";
import { estimateOffPolicy } from "../../../server/experiment/statistics/off-policy.ts";
import {
  detectableLift,
  durationInDays,
  planUnits,
  powerOf,
  unitsPerArm,
} from "../../../server/experiment/statistics/power.ts";
import { bayesianPower } from "../../../server/experiment/statistics/power-bayesian.ts";
import { remainingUnits } from "../../../server/experiment/statistics/remaining-units.ts";
import type { Tail } from "../../../server/experiment/statistics/result.ts";
import { checkRatio, watchRatio } from "../../../server/experiment/statistics/srm.ts";
import { statsigInterval } from "../../../server/experiment/statistics/statsig.ts";
import { welchTest } from "../../../server/experiment/statistics/welch.ts";
import { capOf, capped } from "../../../server/experiment/statistics/winsorise.ts";

/** Everyday figures, and what a broken table or an overflow would hand over. */
const figure = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.double(),
  fc.constantFrom(0, 1, -1, 1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const level = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0.01, 0.05, 0.2, 0.5, 0.8) }, figure);
const part = fc.record({ sum: figure, sumSquares: figure });
const meanSums = fc.record(
  {
    kind: fc.constantFrom("proportion" as const, "mean" as const),
    units: figure,
    sum: figure,
    sumSquares: figure,
    before: fc.record({ sum: figure, sumSquares: figure, products: figure }),
  },
  { requiredKeys: ["kind", "units", "sum", "sumSquares"] },
);
const ratioSums = fc.record(
  {
    kind: fc.constant("ratio" as const),
    units: figure,
    numerator: part,
    denominator: part,
    products: figure,
    before: fc.record({
      numerator: part,
      denominator: part,
      products: figure,
      crossed: fc.record({
        numerators: figure,
        denominators: figure,
        numeratorNow: figure,
        denominatorNow: figure,
      }),
    }),
  },
  { requiredKeys: ["kind", "units", "numerator", "denominator", "products"] },
);
const sums: fc.Arbitrary<MetricSums> = fc.oneof(meanSums, ratioSums);
/** Of the same metric, so that the tests get further than its first question. */
const arms = fc.oneof(fc.tuple(meanSums, meanSums), fc.tuple(ratioSums, ratioSums), fc.tuple(sums, sums));
const tail = fc.constantFrom<Tail>("two-sided", "greater", "less");
const scale = fc.constantFrom("absolute" as const, "relative" as const);
const prior = fc.option(fc.record({ mean: figure, variance: figure }));
const figures = fc.array(figure, { maxLength: 6 });

/** The paths of all numbers in it that are none. */
function holes(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => holes(part, `${path}.${key}`));
}

function alwaysFinite<T extends unknown[]>(inputs: fc.Arbitrary<T>, compute: (...input: T) => unknown): void {
  fc.assert(
    fc.property(inputs, (input) => {
      expect(holes(compute(...input))).toEqual([]);
    }),
    { numRuns: 300 },
  );
}

describe("[EXP-10] whatever the figures, every figure that follows is a number", () => {
  it("of a difference and its lift", () => {
    alwaysFinite(fc.tuple(arms, scale, fc.option(figure), figure), ([a, b], scale, theta, halfWidth) => {
      const difference = differenceOf(a, b, { scale, ...(theta !== null && { theta }) });
      return [difference, liftOf(a, difference, halfWidth), pooledTheta(a, b)];
    });
  });

  it("of Welch's test", () => {
    alwaysFinite(fc.tuple(arms, scale, level, tail, figure), ([a, b], scale, alpha, tail, against) =>
      welchTest(a, b, { scale, alpha, tail, against }),
    );
  });

  it("of confidence sequences and mixture tests", () => {
    alwaysFinite(
      fc.tuple(arms, scale, level, tail, figure, figure),
      ([a, b], scale, alpha, tail, plannedUnits, against) =>
        sequenceTest(a, b, { scale, alpha, tail, plannedUnits, against }),
    );
    alwaysFinite(fc.tuple(figure, figure, figure, level), (estimate, variance, tau, alpha) =>
      mixtureTest(estimate, { variance, tau, alpha }),
    );
    alwaysFinite(
      fc.tuple(figure, figure, figure, figure, figure, level),
      (estimate, units, variance, others, spread, alpha) =>
        statsigInterval(estimate, { units, variance }, { units: others, variance: spread }, alpha),
    );
  });

  it("of Bayesian figures", () => {
    alwaysFinite(
      fc.tuple(arms, scale, level, prior, fc.boolean()),
      ([a, b], scale, alpha, prior, lessIsBetter) =>
        bayesianResult(a, b, { scale, alpha, prior, lessIsBetter }),
    );
    alwaysFinite(fc.tuple(figure, figure), riskOf);
  });

  it("of sample ratios and exposures", () => {
    alwaysFinite(fc.tuple(figures, figures), checkRatio);
    alwaysFinite(
      fc.tuple(fc.array(figures, { maxLength: 4 }), figures, figure, fc.option(figures)),
      (batches, weights, concentration, alternative) =>
        watchRatio(batches, { weights, concentration, ...(alternative && { alternative }) }),
    );
    fc.assert(
      fc.property(figure, figure, (crossed, units) => {
        expect(["healthy", "unhealthy", "not-enough-traffic"]).toContain(exposureHealth(crossed, units));
      }),
    );
  });

  it("of corrections for many tests", () => {
    alwaysFinite(fc.tuple(figures), (p) => [holm(p), benjaminiHochberg(p)]);
    alwaysFinite(fc.tuple(figure, level, level), adjustedInterval);
  });

  it("of power, sizes and durations", () => {
    const settings = fc.record({
      mean: figure,
      variance: figure,
      alpha: level,
      arms: fc.oneof(fc.constant(2), figure),
      plannedUnits: fc.option(figure),
      scale,
    });
    alwaysFinite(fc.tuple(figure, figure, level, settings), (lift, units, power, settings) => [
      powerOf(lift, units, settings),
      detectableLift(power, units, settings),
      unitsPerArm(lift, power, settings),
      planUnits(lift, power, settings),
      durationInDays(units, lift),
    ]);
    alwaysFinite(
      fc.tuple(figure, figure, figure, figure, level, prior, scale),
      (lift, mean, variance, unitsPerArm, alpha, prior, scale) =>
        bayesianPower(lift, { mean, variance, unitsPerArm, alpha, prior, scale }),
    );
    const decidedBy = fc.oneof(
      fc.constant({ test: "fixed" as const }),
      fc.record({ test: fc.constant("sequence" as const), plannedUnits: figure }),
      fc.record({ test: fc.constant("posterior" as const), prior }),
    );
    alwaysFinite(
      fc.tuple(
        fc.record({ variance: figure, units: figure, effect: figure, power: level, alpha: level, decidedBy }),
      ),
      remainingUnits,
    );
  });

  it("of bandits", () => {
    const posterior = fc.option(
      fc.record({ mean: fc.double({ noNaN: true }), variance: fc.double({ min: 0, noNaN: true }) }),
    );
    alwaysFinite(fc.tuple(fc.array(posterior, { maxLength: 4 }), fc.boolean()), (arms, lessIsBetter) =>
      bestArmChances(arms, { lessIsBetter }),
    );
    alwaysFinite(fc.tuple(fc.array(sums, { maxLength: 3 }), prior), (arms, prior) => {
      const posteriors = arms.map((arm) => posteriorOf(arm, prior));
      return [posteriors, bestArmChances(posteriors)];
    });
    alwaysFinite(
      fc.tuple(fc.array(fc.record({ successes: figure, failures: figure }), { maxLength: 3 })),
      (arms) => bestShareChances(arms),
    );
    alwaysFinite(fc.tuple(figures, figure), withFloor);
    alwaysFinite(
      fc.tuple(fc.array(fc.record({ units: figures, weights: figures }), { maxLength: 3 })),
      (contexts) => weightsOverContexts(contexts),
    );
  });

  it("of another policy's worth, and of caps", () => {
    const row = fc.record(
      {
        action: fc.nat(2),
        reward: figure,
        propensity: fc.oneof(fc.constant(0.5), figure),
        target: figures,
        expected: figures,
      },
      { requiredKeys: ["action", "reward", "propensity", "target"] },
    );
    alwaysFinite(fc.tuple(fc.array(row, { maxLength: 4 }), fc.option(figure)), (log, clip) =>
      estimateOffPolicy(log, clip === null ? {} : { clip, switchAt: clip }),
    );
    alwaysFinite(fc.tuple(figures, level, fc.boolean()), (values, percentile, ignoresZeros) => {
      const cap = capOf(values, { percentile, ignoresZeros });
      return [cap, capped(1, cap)];
    });
  });
});

describe("[EXP-10] says why there is nothing to say", () => {
  const options = { scale: "absolute", alpha: 0.05, tail: "two-sided" } as const;
  const sums = (units: number, sum: number, sumSquares: number): MetricSums => ({
    kind: "mean",
    units,
    sum,
    sumSquares,
  });
  const usual = sums(500, 1200, 9000);

  it.each([
    ["one unit", sums(1, 5, 25), usual, "too-few-units"],
    ["no unit", usual, sums(0, 0, 0), "too-few-units"],
    ["units all alike", sums(500, 0, 0), usual, "no-variance"],
    // 500 times 19.99, added up with the errors of floating point.
    ["units all alike but for rounding", sums(500, 9995, 199800.05000000173), usual, "no-variance"],
    ["sums that contradict one another", sums(2, 1000, 10), usual, "no-variance"],
    ["a control of nothing", sums(500, 0, 9000), usual, "zero-control"],
    ["sums that overflow", sums(500, 1e200, 1e308), usual, "not-finite"],
  ] as const)("%s", (_, control, treatment, reason) => {
    const neutral = { estimate: 0, standardError: 0, interval: { low: 0, high: 0 }, p: 1, reason };
    expect(welchTest(control, treatment, options)).toMatchObject(neutral);
    expect(sequenceTest(control, treatment, { ...options, plannedUnits: 1000 })).toMatchObject(neutral);
    const { chanceToWin, ...bayesian } = bayesianResult(control, treatment, { ...options, prior: null });
    expect(bayesian.reason).toBe(reason);
    expect(chanceToWin).toBe(0.5);
  });

  it("a level that is none", () => {
    expect(welchTest(usual, usual, { ...options, alpha: 0 }).reason).toBe("bad-setting");
    expect(sequenceTest(usual, usual, { ...options, plannedUnits: 0 }).reason).toBe("bad-setting");
  });
});
