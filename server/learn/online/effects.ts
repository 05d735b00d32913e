/** What was learned of each act, for a merchant to read: points of success against the mean of all acts. */
import type { Strategy } from "../../dialogue/strategies.ts";
import { solve } from "../../strategy/policies/cholesky.ts";
import type { Posterior } from "../../strategy/policies/posterior.ts";
import type { TrainingRecord } from "../../strategy/policy-file.ts";

type Effects = NonNullable<TrainingRecord["effects"]>["strategies"];

const Z = 1.959964;

/**
 * @param situation the features' means, where the acts are compared.
 * @param lower the Cholesky factor of the precision.
 */
export function effectsOf(
  { strategies, features }: Pick<Posterior, "strategies" | "features">,
  situation: readonly number[],
  mean: ArrayLike<number>,
  lower: Float64Array,
): Effects {
  const width = features.length + 1;
  const effects: Partial<Record<Strategy, { points: number; low: number; high: number }>> = {};
  strategies.forEach((strategy, s) => {
    if (strategy === "yield") return;
    const contrast = new Float64Array(strategies.length * width);
    strategies.forEach((_, other) => {
      const share = (other === s ? 1 : 0) - 1 / strategies.length;
      contrast[other * width] = share;
      situation.forEach((value, f) => {
        contrast[other * width + f + 1] = share * value;
      });
    });
    const covered = solve(lower, contrast);
    let points = 0;
    let variance = 0;
    contrast.forEach((weight, place) => {
      points += weight * (mean[place] ?? 0);
      variance += weight * (covered[place] ?? 0);
    });
    const half = Z * Math.sqrt(variance);
    // Without a zero below zero.
    const inPoints = (value: number) => Math.round(value * 1_000) / 10 + 0;
    effects[strategy] = {
      points: inPoints(points),
      low: inPoints(points - half),
      high: inPoints(points + half),
    };
  });
  return effects;
}
