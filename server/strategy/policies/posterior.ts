/**
 * What is known, and how surely, of how much an act adds to a conversation's success: a normal distribution over the weights
 * of a linear model. A policy is drawn from it for each conversation (Thompson sampling) [POL-7]; weights of 0 are
 * the policy it builds on.
 */
import type { Strategy } from "../../dialogue/strategies.ts";
import type { FeatureName } from "../features.ts";
import { cholesky, solveTransposed } from "./cholesky.ts";
import type { LinearWeights } from "./linear-model.ts";

/** As a policy file holds it. Of each strategy a constant comes first, then its features' weights. */
export interface Posterior {
  strategies: readonly Strategy[];
  features: readonly FeatureName[];
  /** Shares of success: 0.05 is five points more. */
  mean: readonly number[];
  /** The inverse of the covariance: its lower triangle, row by row. */
  precision: readonly number[];
  /** Logits for each unit of success: how much better acts are preferred. */
  sharpness: number;
  /** How far drawn weights stray from the mean, in standard deviations. */
  spread: number;
}

export function sizeOf({ strategies, features }: Pick<Posterior, "strategies" | "features">): number {
  return strategies.length * (features.length + 1);
}

/** The whole matrix from its lower triangle. */
export function unpackTriangle(packed: readonly number[], size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  let place = 0;
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      const value = packed[place++] ?? 0;
      matrix[row * size + column] = value;
      matrix[column * size + row] = value;
    }
  return matrix;
}

export function packTriangle(matrix: Float64Array, size: number, round: (value: number) => number): number[] {
  const packed: number[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) packed.push(round(matrix[row * size + column] ?? 0));
  return packed;
}

/** Weights of logits, as expected. */
export function meanWeights(posterior: Posterior): LinearWeights {
  return weightsOf(posterior, posterior.mean);
}

/** From a chance uniform on [0, 1), to weights; the same chance draws the same. */
export type PosteriorDraw = (chance: () => number) => LinearWeights;

/** Null when the precision is none. */
export function drawFrom(posterior: Posterior): PosteriorDraw | null {
  const size = sizeOf(posterior);
  const lower = cholesky(unpackTriangle(posterior.precision, size), size);
  if (lower === null) return null;
  return (chance) => {
    const away = solveTransposed(lower, normals(size, chance));
    return weightsOf(
      posterior,
      posterior.mean.map((value, place) => value + posterior.spread * (away[place] ?? 0)),
    );
  };
}

function weightsOf({ strategies, features, sharpness }: Posterior, values: readonly number[]): LinearWeights {
  const width = features.length + 1;
  const at = (s: number, place: number) => sharpness * (values[s * width + place] ?? 0);
  return {
    strategies,
    features,
    bias: strategies.map((_, s) => at(s, 0)),
    weights: strategies.map((_, s) => features.map((_, f) => at(s, f + 1))),
  };
}

/** Box and Muller's. */
function normals(count: number, chance: () => number): Float64Array {
  const drawn = new Float64Array(count);
  for (let place = 0; place < count; place += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - chance()));
    const angle = 2 * Math.PI * chance();
    drawn[place] = radius * Math.cos(angle);
    if (place + 1 < count) drawn[place + 1] = radius * Math.sin(angle);
  }
  return drawn;
}
