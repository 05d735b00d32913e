/**
 * How likely each candidate is the one that is wanted: a softmax over scores, so that one wish more or less that is met
 * makes a product several times as likely as another, and nothing known makes all alike.
 */
export interface Beliefs {
  /** Shannon's entropy of all of them, in bits. */
  entropy: number;
  /** That of the candidate at a place; those of all sum to 1. */
  at(place: number): number;
}

/** In points of a score; a wish that is met instead of missed is worth three. */
const TEMPERATURE = 1;

/** `room` is at least as long as the scores; it is taken as long as the beliefs are asked. */
export function beliefsOf(
  scores: Float64Array,
  room: Float64Array = new Float64Array(scores.length),
): Beliefs {
  let best = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) best = Math.max(best, scores[at] ?? best);
  let sum = 0;
  let weighted = 0;
  for (let at = 0; at < scores.length; at++) {
    const behind = ((scores[at] ?? 0) - best) / TEMPERATURE;
    const weight = Math.exp(behind);
    room[at] = weight;
    sum += weight;
    weighted += weight * behind;
  }
  return {
    entropy: sum === 0 ? 0 : Math.max(0, Math.log2(sum) - weighted / sum / Math.LN2),
    at: (place) => (room[place] ?? 0) / sum,
  };
}
