/**
 * Shares of what comes in clusters. Acts of one conversation are alike, so conversations and not acts are what the intervals count
 * (linearised ratio estimates: Cochran, Sampling Techniques, 1977, 6.4).
 */

/** A share from 0 to 1 with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

export const Z = 1.959964;

export interface Sums {
  part: number;
  partSquared: number;
  /** Sum of part times whole, over conversations. */
  cross: number;
  whole: number;
  wholeSquared: number;
}

/**
 * Wilson's interval with the number of independent acts that would give the ratio's variance. At 0 and at 1, where no variance
 * shows, acts of one conversation are taken to be all alike.
 */
export function ratio(sums: Sums, clusters: number): Share | null {
  const { part, whole, wholeSquared } = sums;
  if (whole === 0) return null;
  const value = part / whole;
  const variance = residualSquares(sums, value) / whole ** 2;
  const independent =
    variance > 0 && clusters > 1
      ? (value * (1 - value) * (clusters - 1)) / (variance * clusters)
      : whole ** 2 / wholeSquared;
  const spread = Z ** 2 / independent;
  const middle = (value + spread / 2) / (1 + spread);
  const half = Math.sqrt(spread * value * (1 - value) + spread ** 2 / 4) / (1 + spread);
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function residualSquares({ partSquared, cross, wholeSquared }: Sums, value: number): number {
  return Math.max(0, partSquared - 2 * value * cross + value ** 2 * wholeSquared);
}
