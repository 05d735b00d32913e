/** Values of situations: linear in the features, fitted by gradient steps of a size of their own per feature (AdaGrad). */
import { type Situation, WIDTH } from "./experience.ts";

/** The last place is the bias. */
export interface LinearValue {
  weights: Float64Array;
  squares: Float64Array;
}

export function newValue(): LinearValue {
  return { weights: new Float64Array(WIDTH + 1), squares: new Float64Array(WIDTH + 1).fill(1e-3) };
}

export function predicted({ weights }: LinearValue, { places, values }: Situation): number {
  let sum = weights[WIDTH] ?? 0;
  for (let k = 0; k < places.length; k++) sum += (weights[places[k] ?? 0] ?? 0) * (values[k] ?? 0);
  return sum;
}

const RATE = 0.15;
const DECAY = 1e-4;

/** One step towards a target; `error` is target minus prediction, on whatever scale the caller predicts. */
export function correct(value: LinearValue, { places, values }: Situation, error: number): void {
  nudge(value, WIDTH, error);
  for (let k = 0; k < places.length; k++) nudge(value, places[k] ?? 0, error * (values[k] ?? 0));
}

function nudge({ weights, squares }: LinearValue, place: number, slope: number): void {
  const weight = weights[place] ?? 0;
  const gradient = slope - DECAY * weight;
  const square = (squares[place] ?? 0) + gradient * gradient;
  squares[place] = square;
  weights[place] = weight + (RATE * gradient) / Math.sqrt(square);
}

export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
