/** An arm's sums of a metric as the tests take them: winsorised, and with what is known from before the exposure. */
import { type Metric, type MetricKey, metricOf } from "../metrics.ts";
import type { MetricSums } from "../statistics/moments.ts";
import type { ExperimentFigures, LargeValue, StoredSums } from "./figures.ts";
import { NO_SUMS } from "./figures.ts";

/** How many of the largest values have to be read, of so many that are not zero: those above the percentile, and its neighbours. */
export function largestNeeded(nonZero: number, winsoriseAt: number): number {
  return nonZero === 0 ? 0 : nonZero - Math.floor(winsoriseAt * (nonZero - 1));
}

/** The percentile among all values that are not zero, linear between neighbours; null where there are none. */
export function capOfLargest(
  largest: readonly LargeValue[],
  nonZero: number,
  winsoriseAt: number,
): number | null {
  if (nonZero === 0) return null;
  const place = winsoriseAt * (nonZero - 1);
  const below = Math.floor(place);
  // The largest stands first: what has `below` values under it stands so far from the top.
  const low = largest[nonZero - 1 - below]?.value;
  const high = largest[nonZero - 2 - below]?.value ?? low;
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - below);
}

export interface MetricFigures {
  metric: Metric;
  /** In minor units; null where nothing is cut. */
  cap: number | null;
  /** By arm. */
  sums: Map<string, MetricSums>;
  nonZero: Map<string, number>;
}

export function metricFigures(
  key: MetricKey,
  { arms, largest }: Pick<ExperimentFigures, "arms" | "largest">,
): MetricFigures {
  const metric = metricOf(key);
  const stored = new Map(arms.map(({ arm, sums }) => [arm, sums[key] ?? NO_SUMS]));
  const nonZero = new Map([...stored].map(([arm, sums]) => [arm, sums.nonZero]));
  const top = largest[key] ?? [];
  const total = [...nonZero.values()].reduce((sum, count) => sum + count, 0);
  const cap = metric.winsoriseAt === null ? null : capOfLargest(top, total, metric.winsoriseAt);
  // Half an arm with a past and half without would be two kinds of figures.
  const hasPast =
    metric.kind !== "ratio" && [...stored.values()].some(({ beforeSquares }) => beforeSquares > 0);
  const sums = new Map<string, MetricSums>();
  for (const { arm, units } of arms) {
    const own = cut(
      stored.get(arm) ?? NO_SUMS,
      cap,
      top.filter((value) => value.arm === arm),
    );
    sums.set(arm, sumsOf(metric, units.counted ?? 0, own, hasPast));
  }
  return { metric, cap, sums, nonZero };
}

function cut(sums: StoredSums, cap: number | null, largest: readonly LargeValue[]): StoredSums {
  const result = { ...sums };
  for (const { value, before } of largest) {
    if (cap === null || value <= cap) continue;
    result.sum -= value - cap;
    result.sumSquares -= value ** 2 - cap ** 2;
    result.beforeCross -= (value - cap) * before;
  }
  return result;
}

function sumsOf({ kind }: Metric, units: number, sums: StoredSums, hasPast: boolean): MetricSums {
  if (kind === "ratio") {
    return {
      kind,
      units,
      numerator: { sum: sums.sum, sumSquares: sums.sumSquares },
      denominator: { sum: sums.overSum, sumSquares: sums.overSquares },
      products: sums.overCross,
    };
  }
  const before = {
    sum: sums.beforeSum,
    sumSquares: sums.beforeSquares,
    products: sums.beforeCross,
  };
  return { kind, units, sum: sums.sum, sumSquares: sums.sumSquares, ...(hasPast && { before }) };
}
