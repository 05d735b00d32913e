/**
 * A linear model over the features: a logit for each strategy, and none of its own for those it does not name. Learned
 * policies are made of these [POL-1].
 */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import { encodeFeature, type FeatureName, type Features } from "../features.ts";

/** As a policy file holds it. `weights[s][f]` belongs to `strategies[s]` and `features[f]`. */
export interface LinearWeights {
  strategies: readonly Strategy[];
  features: readonly FeatureName[];
  bias: readonly number[];
  weights: readonly (readonly number[])[];
}

/** A feature's part in a strategy's logit, against its mean part in all strategies' logits. */
export interface Contribution {
  feature: FeatureName;
  value: number;
  logit: number;
}

export interface LinearModel {
  /** Adds `scale` times the logits to `logits`, which has a place for each of `STRATEGIES`. */
  addLogits(features: Features, logits: Float64Array, scale?: number): void;
  /** Largest first; only what speaks for the strategy. */
  contributions(features: Features, strategy: Strategy): Contribution[];
}

export function linearModel({ strategies, features: names, bias, weights }: LinearWeights): LinearModel {
  const rows = strategies.map((strategy) => STRATEGIES.indexOf(strategy));
  const width = names.length;
  const flat = Float64Array.from(weights.flat());
  const means = names.map((_, f) => mean(strategies.map((_, s) => flat[s * width + f] ?? 0)));
  return {
    addLogits(features, logits, scale = 1) {
      for (let s = 0; s < rows.length; s++) add(logits, rows[s] ?? 0, scale * (bias[s] ?? 0));
      for (let f = 0; f < width; f++) {
        const name = names[f] as FeatureName;
        // Most features are 0 most of the time.
        const value = features[name];
        if (value === 0) continue;
        const part = scale * encodeFeature(name, value);
        for (let s = 0; s < rows.length; s++) add(logits, rows[s] ?? 0, part * (flat[s * width + f] ?? 0));
      }
    },
    contributions(features, strategy) {
      const s = strategies.indexOf(strategy);
      if (s < 0) return [];
      const found: Contribution[] = [];
      for (let f = 0; f < width; f++) {
        const feature = names[f] as FeatureName;
        const value = features[feature];
        if (value === 0) continue;
        const logit = encodeFeature(feature, value) * ((flat[s * width + f] ?? 0) - (means[f] ?? 0));
        if (logit > 0) found.push({ feature, value, logit });
      }
      return found.sort((a, b) => b.logit - a.logit);
    },
  };
}

function add(logits: Float64Array, place: number, amount: number): void {
  logits[place] = (logits[place] ?? 0) + amount;
}

/** Probabilities of logits, by strategy. */
export function softmax(logits: Float64Array): Partial<Record<Strategy, number>> {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > top) top = logit;
  let sum = 0;
  const exponentials = STRATEGIES.map((_, place) => {
    const value = Math.exp((logits[place] ?? 0) - top);
    sum += value;
    return value;
  });
  const scores: Partial<Record<Strategy, number>> = {};
  STRATEGIES.forEach((strategy, place) => {
    scores[strategy] = (exponentials[place] ?? 0) / sum;
  });
  return scores;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}
