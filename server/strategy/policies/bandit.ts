/** `bandit`: a shipped policy, and what a site's own outcomes have taught about it [POL-2, POL-7]. */
import { STRATEGIES, type Strategy } from "../../dialogue/strategies.ts";
import type { FeatureName } from "../features.ts";
import type { PolicyFile } from "../policy-file.ts";
import { POLICY_FORMAT } from "../policy-file.ts";

export const BANDIT = "bandit";

/** What may make an act worth more or less: few, so that a small shop's conversations can tell. */
const FEATURES: readonly FeatureName[] = ["turn", "wishes", "cards now", "leaning", "bad mood"];

/** Before anything is known: acts change success by a few points each, and situations change that by less. */
export const PRIOR = { act: 0.04, situation: 0.02 } as const;

/** Logits for a whole success, before anything is known, and the conversations after which there are half as many again. */
const SHARPNESS = { start: 60, grows: 300 } as const;
const SPREAD = 0.5;
/** Least chance of an act on offer, and the share of conversation steps that stays undecided for good. */
const EXPLORATION = { floor: 0.02, uniform: 0.05 } as const;

export type BanditFile = PolicyFile & { model: Extract<PolicyFile["model"], { type: "posterior" }> };

/**
 * The bandit of a site that nothing was learned at: the policy it builds on, tried out around the edges.
 * @param of the name of a shipped policy.
 */
export function initialBandit(of: string): BanditFile {
  const strategies: Strategy[] = [...STRATEGIES];
  const size = strategies.length * (FEATURES.length + 1);
  return {
    format: POLICY_FORMAT,
    name: BANDIT,
    version: "0",
    model: {
      type: "posterior",
      of,
      posterior: {
        strategies,
        features: [...FEATURES],
        mean: Array.from({ length: size }, () => 0),
        precision: priorTriangle(size),
        sharpness: sharpnessAfter(0),
        spread: SPREAD,
      },
      learned: { conversations: 0, weight: 0, success: 0, situation: FEATURES.map(() => 0) },
    },
    exploration: { ...EXPLORATION },
    training: {
      by: "online",
      at: "1970-01-01T00:00:00.000Z",
      data: "nothing yet",
      settings: {},
      figures: {},
    },
  };
}

/**
 * A policy that is sure of an act's worth must be able to leave the policy it builds on, however firm that was. So the more
 * is known, the more a point of success weighs against the base's own preferences.
 * @param weight of the conversations that were learned from.
 */
export function sharpnessAfter(weight: number): number {
  return SHARPNESS.start * Math.sqrt(1 + weight / SHARPNESS.grows);
}

/** @param place of a weight among all, `features` of which follow each act's own. */
export function priorPrecision(place: number, features: number): number {
  const { act, situation } = PRIOR;
  return 1 / (place % (features + 1) === 0 ? act : situation) ** 2;
}

function priorTriangle(size: number): number[] {
  const packed: number[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++)
      packed.push(row === column ? priorPrecision(row, FEATURES.length) : 0);
  return packed;
}
