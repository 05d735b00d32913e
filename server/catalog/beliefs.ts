/**
 * How likely each candidate is the one that is wanted: a softmax over scores, so that one wish more or less that is met
 * makes a product several times as likely as another, and nothing known makes all alike.
 */
export interface Beliefs {
  /** Shannon's entropy of all of them, in bits. */
  entropy: number;
  /** Those of some candidates, by their places, as shares of the ones that are named. */
  among(places: ArrayLike<number>): Float64Array;
}

/** In points of a score; a wish that is met instead of missed is worth three. */
const TEMPERATURE = 1;

export function beliefsOf(scores: Float64Array): Beliefs {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) best = Math.max(best, scores[at] ?? best);
  let sum = 0;
  let weighted = 0;
  for (let at = 0; at < scores.length; at++) {
    const behind = ((scores[at] ?? 0) - best) / TEMPERATURE;
    const weight = Math.exp(behind);
    sum += weight;
    weighted += weight * behind;
  }
  return {
    entropy: sum === 0 ? 0 : Math.max(0, Math.log2(sum) - weighted / sum / Math.LN2),
    among(places) {
      const chosen = new Float64Array(places.length);
      let all = 0;
      for (let at = 0; at < places.length; at++) {
        chosen[at] = Math.exp(((scores[places[at] ?? 0] ?? 0) - best) / TEMPERATURE);
        all += chosen[at] ?? 0;
      }
      // A sample may hold none that is likely; then all of it are alike.
      for (let at = 0; at < chosen.length; at++)
        chosen[at] = all > 0 ? (chosen[at] ?? 0) / all : 1 / chosen.length;
      return chosen;
    },
  };
}
