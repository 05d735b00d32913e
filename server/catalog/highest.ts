export interface Scored {
  document: number;
  score: number;
}

/**
 * The best `size` documents, best first, the earlier one of equals first; `scores` stand beside `documents`. Sorting all
 * of a large catalog would cost more than scoring it.
 */
export function highest(documents: ArrayLike<number>, scores: Float64Array, size: number): Scored[] {
  const best: Scored[] = [];
  for (let at = 0; at < documents.length; at++) {
    const score = scores[at] ?? 0;
    if (best.length === size && score <= (best.at(-1)?.score ?? 0)) continue;
    best.splice(placeFor(best, score), 0, { document: documents[at] ?? 0, score });
    if (best.length > size) best.pop();
  }
  return best;
}

/** Behind everything that scores as much or more. */
function placeFor(best: readonly Scored[], score: number): number {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((best[middle]?.score ?? 0) >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
