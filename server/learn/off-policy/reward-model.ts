/**
 * How a conversation ends, foretold from a situation and an act in it: one linear model (ridge regression of the outcome on
 * features and act). It need not be right: a doubly robust estimate only varies less the better it is.
 */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import { encodeFeature, FEATURE_NAMES, type Features } from "../../strategy/features.ts";
import { cholesky, solve } from "../../strategy/policies/cholesky.ts";

/** Inputs: each feature, each strategy, and a constant. */
export const INPUTS = FEATURE_NAMES.length + STRATEGIES.length + 1;
const CONSTANT = INPUTS - 1;
/** As if so many steps had said that nothing matters. */
const RIDGE = 5;

/** Adds `scale` times the inputs of a situation, without the act, to `vector`. */
export function addSituation(vector: Float64Array, features: Features, scale: number): void {
  FEATURE_NAMES.forEach((name, place) => {
    const value = features[name];
    if (value !== 0) add(vector, place, scale * encodeFeature(name, value));
  });
  add(vector, CONSTANT, scale);
}

export function addAct(vector: Float64Array, strategy: Strategy, scale: number): void {
  add(vector, FEATURE_NAMES.length + STRATEGIES.indexOf(strategy), scale);
}

function add(vector: Float64Array, place: number, amount: number): void {
  vector[place] = (vector[place] ?? 0) + amount;
}

export interface RewardFit {
  /** @param inputs of one step. */
  learn(inputs: Float64Array, outcome: number): void;
  /** Weights, one for each input. */
  solve(): Float64Array;
}

export function fitRewards(): RewardFit {
  const squares = new Float64Array(INPUTS * INPUTS);
  const products = new Float64Array(INPUTS);
  for (let place = 0; place < CONSTANT; place++) squares[place * INPUTS + place] = RIDGE;
  squares[CONSTANT * INPUTS + CONSTANT] = 1e-6;
  return {
    learn(inputs, outcome) {
      const used: number[] = [];
      inputs.forEach((value, place) => {
        if (value !== 0) used.push(place);
      });
      for (const row of used) {
        const value = inputs[row] ?? 0;
        add(products, row, value * outcome);
        for (const column of used) add(squares, row * INPUTS + column, value * (inputs[column] ?? 0));
      }
    },
    solve() {
      const lower = cholesky(squares, INPUTS);
      if (lower === null) throw new Error("a ridge regression always has a solution");
      return solve(lower, products);
    },
  };
}
