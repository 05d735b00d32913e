/**
 * What is kept of an arm and a metric: sums over its units, from which every test follows. Sums add up, so a report on ten
 * million exposures takes a handful of numbers per arm, and those of two days, or two databases, are merged.
 *
 * A unit is what was randomised: a visitor, counted once however often they came [EXP-1].
 */

export interface Sums {
  sum: number;
  sumSquares: number;
}

/** The same metric in the time before the first exposure, for CUPED; see `cuped.ts`. */
export interface SumsBefore extends Sums {
  /** Σ value · value before. */
  products: number;
}

/** A metric with one value per unit. */
export interface MeanSums extends Sums {
  /** The values of a `proportion` are 0 or 1: its `sumSquares` is its `sum`. */
  kind: "proportion" | "mean";
  units: number;
  before?: SumsBefore;
}

/** A quotient of two sums whose parts both vary between units: revenue per order, clicks per card shown. */
export interface RatioSums {
  kind: "ratio";
  units: number;
  numerator: Sums;
  denominator: Sums;
  /** Σ numerator · denominator. */
  products: number;
  before?: RatioSumsBefore;
}

export interface RatioSumsBefore {
  numerator: Sums;
  denominator: Sums;
  /** Σ numerator before · denominator before. */
  products: number;
  /** Σ of a part now times a part before. */
  crossed: {
    numerators: number;
    denominators: number;
    numeratorNow: number;
    denominatorNow: number;
  };
}

export type MetricSums = MeanSums | RatioSums;

export function emptyMeanSums(kind: MeanSums["kind"], withBefore = false): MeanSums {
  const empty = { kind, units: 0, sum: 0, sumSquares: 0 };
  return withBefore ? { ...empty, before: { sum: 0, sumSquares: 0, products: 0 } } : empty;
}

/** The sums with one more unit. @param before the unit's value before its first exposure; kept only where the sums have it. */
export function withUnit(sums: MeanSums, value: number, before = 0): MeanSums {
  return mergeMeans(sums, {
    kind: sums.kind,
    units: 1,
    sum: value,
    sumSquares: value ** 2,
    before: { sum: before, sumSquares: before ** 2, products: value * before },
  });
}

/**
 * A proportion with one success and one failure more, for guardrails: where nobody in the control complains, its variance is 0,
 * no test has an answer, and the worst treatment would go on. Agresti & Caffo, "Simple and Effective Confidence Intervals for
 * Proportions and Differences of Proportions", 2000. Other sums are as they were.
 */
export function smoothed(sums: MetricSums): MetricSums {
  if (sums.kind !== "proportion") return sums;
  return { kind: "proportion", units: sums.units + 2, sum: sums.sum + 1, sumSquares: sums.sumSquares + 1 };
}

/** The sums of two sets of units that have none in common. */
export function mergeMeans(a: MeanSums, b: MeanSums): MeanSums {
  const merged = { kind: a.kind, units: a.units + b.units, ...add(a, b) };
  if (!a.before || !b.before) return merged;
  return {
    ...merged,
    before: { ...add(a.before, b.before), products: a.before.products + b.before.products },
  };
}

/** The same for a ratio. */
export function mergeRatios(a: RatioSums, b: RatioSums): RatioSums {
  const merged: RatioSums = {
    kind: "ratio",
    units: a.units + b.units,
    numerator: add(a.numerator, b.numerator),
    denominator: add(a.denominator, b.denominator),
    products: a.products + b.products,
  };
  if (!a.before || !b.before) return merged;
  return {
    ...merged,
    before: {
      numerator: add(a.before.numerator, b.before.numerator),
      denominator: add(a.before.denominator, b.before.denominator),
      products: a.before.products + b.before.products,
      crossed: {
        numerators: a.before.crossed.numerators + b.before.crossed.numerators,
        denominators: a.before.crossed.denominators + b.before.crossed.denominators,
        numeratorNow: a.before.crossed.numeratorNow + b.before.crossed.numeratorNow,
        denominatorNow: a.before.crossed.denominatorNow + b.before.crossed.denominatorNow,
      },
    },
  };
}

function add(a: Sums, b: Sums): Sums {
  return { sum: a.sum + b.sum, sumSquares: a.sumSquares + b.sumSquares };
}

/**
 * An arm as the tests see it: its mean, and how much its units vary around it, now and before. Of a ratio, the units' values
 * are linearised, `(numerator - ratio · denominator) / mean denominator`, which is the delta method.
 */
export interface ArmMoments {
  units: number;
  mean: number;
  /** Per unit. Proportions use p(1-p), all else n-1. */
  variance: number;
  /** Where the metric is known from before. */
  before: { mean: number; variance: number; covariance: number } | null;
}

export function momentsOf(sums: MetricSums): ArmMoments {
  return sums.kind === "ratio" ? momentsOfRatio(sums) : momentsOfMean(sums);
}

function momentsOfMean({ kind, units, sum, sumSquares, before }: MeanSums): ArmMoments {
  const divisor = kind === "proportion" ? units : units - 1;
  const squares = kind === "proportion" ? sum : sumSquares;
  const spread = (products: number, one: number, other: number) =>
    covariance(products, one, other, units, divisor);
  return {
    units,
    mean: quotient(sum, units),
    variance: spread(squares, sum, sum),
    before: before
      ? {
          mean: quotient(before.sum, units),
          variance: spread(kind === "proportion" ? before.sum : before.sumSquares, before.sum, before.sum),
          covariance: spread(before.products, sum, before.sum),
        }
      : null,
  };
}

function momentsOfRatio({ units, numerator, denominator, products, before }: RatioSums): ArmMoments {
  const spread = (product: number, one: Sums, other: Sums) =>
    covariance(product, one.sum, other.sum, units, units - 1);
  const variance = (top: Sums, bottom: Sums, product: number) => {
    const ratio = quotient(top.sum, bottom.sum);
    const sum =
      spread(top.sumSquares, top, top) -
      2 * ratio * spread(product, top, bottom) +
      ratio ** 2 * spread(bottom.sumSquares, bottom, bottom);
    return quotient(sum, quotient(bottom.sum, units) ** 2);
  };
  const ratio = quotient(numerator.sum, denominator.sum);
  const moments: ArmMoments = {
    units,
    mean: ratio,
    variance: variance(numerator, denominator, products),
    before: null,
  };
  if (!before) return moments;
  const ratioBefore = quotient(before.numerator.sum, before.denominator.sum);
  const { crossed } = before;
  const crossedSpread =
    spread(crossed.numerators, numerator, before.numerator) -
    ratioBefore * spread(crossed.numeratorNow, numerator, before.denominator) -
    ratio * spread(crossed.denominatorNow, denominator, before.numerator) +
    ratio * ratioBefore * spread(crossed.denominators, denominator, before.denominator);
  return {
    ...moments,
    before: {
      mean: ratioBefore,
      variance: variance(before.numerator, before.denominator, before.products),
      covariance: quotient(crossedSpread, (denominator.sum / units) * (before.denominator.sum / units)),
    },
  };
}

function covariance(products: number, one: number, other: number, units: number, divisor: number): number {
  return divisor <= 0 ? 0 : (products - (one * other) / units) / divisor;
}

/** 0 where nothing is divided by nothing. */
function quotient(a: number, b: number): number {
  return b === 0 ? 0 : a / b;
}
