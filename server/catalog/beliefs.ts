/**
 * How likely each candidate is the one that is wanted: a softmax over scores, so that one wish more or less that is met
 * makes a product several times as likely as another, and nothing known makes all alike.
 */
export function beliefsOf(scores: Float64Array): Float64Array {
  const best = scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY);
  const beliefs = scores.map((score) => Math.exp((score - best) / TEMPERATURE));
  const sum = beliefs.reduce((total, belief) => total + belief, 0);
  return beliefs.map((belief) => belief / sum);
}

/** In points of a score; a wish that is met instead of missed is worth three. */
const TEMPERATURE = 1;

/** Shannon's, in bits, of beliefs that sum to one. */
export function entropyOf(beliefs: Float64Array): number {
  return Math.max(
    0,
    beliefs.reduce((bits, belief) => (belief > 0 ? bits - belief * Math.log2(belief) : bits), 0),
  );
}
