/** Multinomial logistic regression with an L2 penalty, on soft targets. */
import { minimise } from "../minimise.ts";
import type { SparseRows } from "../sparse-rows.ts";

export interface WeightedTargets {
  /** Row by row the probability of each class; rows sum to 1. */
  targets: Float64Array;
  /** One for each row. */
  weights: Float64Array;
  classes: number;
}

/**
 * @param penalty of each weight's square, halved; the larger, the closer the weights stay to 0.
 * @returns weights, feature by feature: that of class `k` for feature `j` is at `j * classes + k`.
 */
export function trainLogistic(rows: SparseRows, wanted: WeightedTargets, penalty: number): Float64Array {
  const { classes, targets, weights } = wanted;
  const scores = new Float64Array(classes);

  return minimise(
    (model, gradient) => {
      let loss = 0;
      for (let i = 0; i < model.length; i++) {
        const weight = model[i] as number;
        loss += (penalty / 2) * weight * weight;
        gradient[i] = penalty * weight;
      }
      for (let row = 0; row < rows.count; row++) {
        const weight = weights[row] as number;
        scoreRow(rows, row, model, classes, scores);
        const total = logOfSum(scores);
        for (let k = 0; k < classes; k++) {
          const target = targets[row * classes + k] as number;
          const logProbability = (scores[k] as number) - total;
          if (target > 0) loss -= weight * target * logProbability;
          scores[k] = weight * (Math.exp(logProbability) - target);
        }
        for (let entry = rows.starts[row] as number; entry < (rows.starts[row + 1] as number); entry++) {
          const offset = (rows.columns[entry] as number) * classes;
          const value = rows.values[entry] as number;
          for (let k = 0; k < classes; k++)
            gradient[offset + k] = (gradient[offset + k] as number) + (scores[k] as number) * value;
        }
      }
      return loss;
    },
    new Float64Array(rows.width * classes),
    { stepsMax: 60, tolerance: 3e-5 },
  );
}

function scoreRow(
  rows: SparseRows,
  row: number,
  model: Float64Array,
  classes: number,
  into: Float64Array,
): void {
  into.fill(0);
  for (let entry = rows.starts[row] as number; entry < (rows.starts[row + 1] as number); entry++) {
    const offset = (rows.columns[entry] as number) * classes;
    const value = rows.values[entry] as number;
    for (let k = 0; k < classes; k++) into[k] = (into[k] as number) + (model[offset + k] as number) * value;
  }
}

function logOfSum(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  return highest + Math.log(sum);
}
