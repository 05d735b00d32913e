/** From a policy's scores to the chances that strategies are drawn with; also for judging a policy by recorded decisions. */
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import type { Talk } from "../dialogue/talk.ts";
import type { Features } from "./features.ts";
import type { Masked } from "./mask.ts";
import type { Exploration, Policy } from "./policy.ts";

export type Distribution = Partial<Record<Strategy, number>>;

export function offered(masked: Masked): Strategy[] {
  return STRATEGIES.filter((strategy) => masked[strategy] === undefined);
}

/** What was on offer where these chances were recorded. */
export function onOffer(distribution: Distribution): Strategy[] {
  return STRATEGIES.filter((strategy) => distribution[strategy] !== undefined);
}

/**
 * Weighted and normalised, over what is on offer. A policy that scores everything on offer zero is read as indifferent.
 * @param unmasked in the order of `STRATEGIES`; at least one.
 * @param weights the merchant's; 1 where absent [STR-4].
 * @param talk absent where only the features were kept.
 */
export function distribute(
  policy: Policy,
  features: Features,
  unmasked: readonly Strategy[],
  weights: Readonly<Record<string, number>>,
  talk?: Talk,
): Distribution {
  // A weight of 0 takes a strategy out, unless there is nothing else.
  const wanted = unmasked.filter((strategy) => (weights[strategy] ?? 1) > 0);
  const eligible = wanted.length > 0 ? wanted : unmasked;
  const scores = policy.score(features, talk);
  const weighted = eligible.map((strategy) => scoreOf(scores[strategy]) * (weights[strategy] ?? 1));
  const sum = weighted.reduce((total, score) => total + score, 0);
  const uniform = 1 / eligible.length;
  const distribution: Distribution = {};
  for (const strategy of unmasked) distribution[strategy] = 0;
  eligible.forEach((strategy, index) => {
    const share = sum > 0 ? (weighted[index] ?? 0) / sum : uniform;
    distribution[strategy] = explored(share, uniform, policy.exploration);
  });
  return distribution;
}

/** The floor comes first, so that with the uniform share on top no strategy on offer falls below it [POL-7]. */
function explored(share: number, uniform: number, exploration: Exploration | undefined): number {
  if (!exploration) return share;
  const floor = Math.min(exploration.floor, uniform);
  const floored = floor + (1 - floor / uniform) * share;
  return (1 - exploration.uniform) * floored + exploration.uniform * uniform;
}

function scoreOf(score: number | undefined): number {
  return score !== undefined && Number.isFinite(score) && score > 0 ? score : 0;
}
