/**
 * A turn decided anew, from what its record holds: the same situation and the same chance, under other settings. What the turn
 * would have had to say of it is not known: which cards, words and ways out of a stall were at hand is as it was.
 */
import type { DecisionRecord } from "../dialogue/events.ts";
import type { Strategy } from "../dialogue/strategies.ts";
import type { Talk } from "../dialogue/talk.ts";
import { wholeFeatures } from "./features.ts";
import { isForbidden, type Masked, SWITCHED_OFF } from "./mask.ts";
import { type Choice, chooseStrategies } from "./schedule.ts";

/** What the merchant may set of the choice [STR-4]. */
export interface Weighting {
  /** 1 where absent. */
  weights: Readonly<Record<string, number>>;
  forbidden: readonly string[];
}

export type Situation = Pick<Choice, "features" | "talk" | "masked" | "obligations">;

/**
 * What the turn was decided in, without the merchant's bans; null for a record that does not hold all of it.
 * @param talk what was said before the turn.
 */
export function situationOf({ steps: [first], obligations }: DecisionRecord, talk: Talk): Situation | null {
  if (first === undefined || obligations === undefined) return null;
  const ofTheStep = new Set(obligations.map(({ because }) => because));
  const masked: Masked = {};
  for (const [strategy, why] of Object.entries(first.masked) as [Strategy, string][])
    if (strategy !== "yield" && why !== SWITCHED_OFF && !ofTheStep.has(why)) masked[strategy] = why;
  return { features: wholeFeatures(first.features), talk, masked, obligations };
}

/** The strategies in the order they would have been spoken, without the closing `yield`. */
export function redecide(
  situation: Situation,
  { policy, chance }: Pick<Choice, "policy" | "chance">,
  { weights, forbidden }: Weighting,
): Strategy[] {
  const masked = { ...situation.masked };
  for (const strategy of forbidden as readonly Strategy[])
    if (isForbidden(strategy, forbidden)) masked[strategy] ??= SWITCHED_OFF;
  return chooseStrategies({ ...situation, masked, policy, chance, weights })
    .map(({ strategy }) => strategy)
    .filter((strategy) => strategy !== "yield");
}
