/**
 * Which part of the line from 0 to 1 belongs to which arm. Each arm starts where all arms before it would end at full coverage,
 * so a ramp only ever widens ranges: whoever was in an arm stays in it [EXP-1].
 */

/** From `start` up to but without `end`. */
export interface BucketRange {
  start: number;
  end: number;
}

export function isInRange(share: number, { start, end }: BucketRange): boolean {
  return share >= start && share < end;
}

export function equalWeights(arms: number): number[] {
  return Array.from({ length: Math.max(0, arms) }, () => 1 / arms);
}

/** Weights are rounded by hand; further from 1 than this they are a mistake. */
const SUM_OFF_MOST = 0.01;

/**
 * @param coverage the share of units that is in, cut to 0 to 1.
 * @param weights one per arm, summing to 1; if absent, too few, too many or of another sum, all arms are the same.
 */
export function bucketRanges(
  arms: number,
  coverage = 1,
  weights: readonly number[] = equalWeights(arms),
): BucketRange[] {
  const covered = Math.min(1, Math.max(0, coverage));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const usable = weights.length === arms && sum >= 1 - SUM_OFF_MOST && sum <= 1 + SUM_OFF_MOST;
  let start = 0;
  return (usable ? weights : equalWeights(arms)).map((weight) => {
    const range = { start, end: start + covered * weight };
    start += weight;
    return range;
  });
}
