/**
 * Probabilities from log-odds, row by row.
 * @param temperature above 1 evens the probabilities out, below 1 it sharpens them.
 */
export function softmaxRows(scores: Float64Array, classes: number, temperature = 1): Float64Array {
  const all = new Float64Array(scores.length);
  for (let offset = 0; offset < scores.length; offset += classes) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) highest = Math.max(highest, scores[offset + k] as number);
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const share = Math.exp(((scores[offset + k] as number) - highest) / temperature);
      all[offset + k] = share;
      sum += share;
    }
    for (let k = 0; k < classes; k++) all[offset + k] = (all[offset + k] as number) / sum;
  }
  return all;
}
