/** Means with 95 % intervals that count visitors, not conversations: those of one visitor are alike. */

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * @param residuals what each conversation adds to the estimate's error; they sum to about 0.
 * @param clusters the cluster of each, from 0 on.
 * @param independent how many visitors the estimate really rests on: the fewer, the wider.
 */
export function clusteredEstimate(
  value: number,
  residuals: ArrayLike<number>,
  clusters: ArrayLike<number>,
  independent: number,
): Estimate {
  const sums: number[] = [];
  for (let i = 0; i < residuals.length; i++) {
    const cluster = clusters[i] ?? 0;
    sums[cluster] = (sums[cluster] ?? 0) + (residuals[i] ?? 0);
  }
  const count = sums.length;
  const squares = sums.reduce((total, sum) => total + sum ** 2, 0);
  const deviation = Math.sqrt((squares * count) / Math.max(count - 1, 1));
  const half = studentQuantile(Math.max(independent - 1, 1)) * deviation;
  return { value, low: value - half, high: value + half };
}

const Z = 1.959964;

/** The 97.5 % point of Student's distribution, by its expansion around the normal one; good from 5 degrees on. */
export function studentQuantile(degrees: number): number {
  const z = Z;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}
