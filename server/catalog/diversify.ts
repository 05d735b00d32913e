import type { Scored } from "./highest.ts";

/**
 * How much a second of the same family is worth beside the first, a third beside the second, … One who wishes for
 * something is to see what else there is; one who only names it may mean any of its variations.
 */
export const REPEAT = { wished: 0.6, named: 0.9 } as const;
/** How many of the best are enough to choose a varied shortlist from. */
export function poolSize(limit: number): number {
  return Math.max(120, limit * 3);
}

/**
 * The best `limit` of a ranking, such that variations of one product ("… - Black", "… - White") don't crowd the list:
 * each further one of a family counts for less, and never stands next to its kin while there is anything else.
 */
export function diversify(
  ranked: readonly Scored[],
  families: Uint32Array,
  limit: number,
  repeat: number,
): Scored[] {
  const pool = [...ranked];
  const lowest = pool.at(-1)?.score ?? 0;
  const chosen: Scored[] = [];
  const taken = new Map<number, number>();
  let last: number | null = null;
  while (chosen.length < limit && pool.length > 0) {
    const next = bestOf(pool, { families, taken, last, lowest, repeat });
    const [picked] = pool.splice(next, 1);
    if (picked === undefined) break;
    const family = families[picked.document] ?? 0;
    taken.set(family, (taken.get(family) ?? 0) + 1);
    last = family;
    chosen.push(picked);
  }
  return chosen;
}

const NOTHING: Scored = { document: 0, score: 0 };

interface Choice {
  families: Uint32Array;
  /** How many of each family were chosen. */
  taken: ReadonlyMap<number, number>;
  /** The family chosen last. */
  last: number | null;
  lowest: number;
  repeat: number;
}

function bestOf(pool: readonly Scored[], { families, taken, last, lowest, repeat }: Choice): number {
  let best = 0;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < pool.length; place++) {
    const { document, score } = pool[place] ?? NOTHING;
    // Scores may be negative: what a repeat loses is counted from the lowest of the pool.
    const most = score - lowest;
    // The pool is ranked: nothing further behind can be worth more.
    if (bestWorth >= most) break;
    const family = families[document] ?? 0;
    const worth = most * repeat ** (taken.get(family) ?? 0) - (family === last ? Number.MAX_SAFE_INTEGER : 0);
    if (worth > bestWorth) {
      best = place;
      bestWorth = worth;
    }
  }
  return best;
}
