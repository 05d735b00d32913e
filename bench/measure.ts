/** Samples in milliseconds, and what is said of them. */

export interface Spread {
  count: number;
  p50: number;
  p99: number;
}

/** The sample that this share of all samples does not exceed (nearest rank); NaN when there are none. */
export function percentile(samples: readonly number[], share: number): number {
  const ascending = samples.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}

export function spreadOf(samples: readonly number[]): Spread {
  return { count: samples.length, p50: percentile(samples, 0.5), p99: percentile(samples, 0.99) };
}

/** How long the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The work's times, one after the other, without those of the first `warmUp` times. */
export async function timedRepeatedly(
  { warmUp, count }: { warmUp: number; count: number },
  work: () => Promise<unknown>,
): Promise<number[]> {
  const samples: number[] = [];
  for (let run = 0; run < warmUp + count; run++) samples.push(await timed(work));
  return samples.slice(warmUp);
}
