/** One order of ten thousand decides no experiment [EXP-4]: values above a high percentile count as that percentile. */

export interface CapRule {
  /** Between 0 and 1: 0.999 leaves one value in a thousand above. */
  percentile: number;
  /** Most visitors buy nothing; with their zeros, a percentile would say what is many among buyers and non-buyers alike. */
  ignoresZeros: boolean;
}

export const REVENUE_CAP: CapRule = { percentile: 0.999, ignoresZeros: true };

/**
 * The percentile of the values of all arms together, linear between neighbours, as `percentile_cont` of SQL.
 * @returns null without a value to take it from.
 */
export function capOf(values: readonly number[], { percentile, ignoresZeros }: CapRule): number | null {
  const sorted = values
    .filter((value) => Number.isFinite(value) && !(ignoresZeros && value === 0))
    .sort((a, b) => a - b);
  if (sorted.length === 0 || !(percentile >= 0 && percentile <= 1)) return null;
  const place = percentile * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  const share = place - below;
  return low * (1 - share) + high * share;
}

/** A value under a cap; without one, as it is. */
export function capped(value: number, cap: number | null): number {
  return cap === null ? value : Math.min(value, cap);
}
