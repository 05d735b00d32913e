/**
 * What an act was worth where it could be chosen: success with it against success without it, in points. Acts were drawn with
 * known probabilities, so weighting by them takes out that an act is chosen where things go well anyway (augmented inverse
 * propensity weighting: Robins, Rotnitzky & Zhao, 1994); talks are the clusters.
 */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import type { Experience } from "./experience.ts";
import { type LinearValue, logistic, predicted } from "./linear-value.ts";

export interface Effect {
  points: number;
  /** 95 % interval. */
  low: number;
  high: number;
}

/** Where an act is all but certain or all but impossible, there is nothing to compare it with. */
const OVERLAP = 0.03;
const TALKS_MIN = 50;
const Z95 = 1.959964;

/** @param success expects it from a situation before anything is chosen, on the scale of logits. */
export function effectsOf(
  experiences: readonly Experience[],
  success: LinearValue,
): Partial<Record<Strategy, Effect>> {
  const effects: Partial<Record<Strategy, Effect>> = {};
  STRATEGIES.forEach((strategy, place) => {
    const clusters = experiences.flatMap((experience) => comparisonsOf(experience, place, success));
    const effect = clusters.length < TALKS_MIN ? null : meanWithInterval(clusters);
    if (strategy !== "yield" && effect) effects[strategy] = effect;
  });
  return effects;
}

interface Cluster {
  sum: number;
  count: number;
}

function comparisonsOf({ turns, success }: Experience, strategy: number, value: LinearValue): Cluster[] {
  const cluster = { sum: 0, count: 0 };
  for (const { situation, choices } of turns) {
    const rest = (success ? 1 : 0) - logistic(predicted(value, situation));
    for (const { offered, probabilities, chosen } of choices) {
      const at = offered.indexOf(strategy);
      const p = probabilities[at] ?? 0;
      if (at < 0 || p < OVERLAP || p > 1 - OVERLAP) continue;
      cluster.sum += chosen === at ? rest / p : -rest / (1 - p);
      cluster.count += 1;
    }
  }
  return cluster.count > 0 ? [cluster] : [];
}

/** A ratio of sums over clusters, with the delta method's interval. */
function meanWithInterval(clusters: readonly Cluster[]): Effect {
  const count = clusters.reduce((sum, cluster) => sum + cluster.count, 0);
  const mean = clusters.reduce((sum, cluster) => sum + cluster.sum, 0) / count;
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.sum - mean * cluster.count) ** 2, 0);
  const half = (Z95 * Math.sqrt(squares)) / count;
  const points = (share: number) => Math.round(share * 1_000) / 10;
  return { points: points(mean), low: points(mean - half), high: points(mean + half) };
}
