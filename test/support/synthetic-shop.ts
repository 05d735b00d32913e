/**
 * A shop whose shoppers' answer to each act is known, so that what a policy is worth there can be worked out: every act adds
 * a fixed amount to the chance of acceptance, more or less as the situation is. Situations don't depend on what was
 * said before, so a conversation's value is the sum of its steps'.
 */
import type { Strategy } from "../../server/dialogue/strategies.ts";
import type { LoggedStep, LoggedTalk } from "../../server/learn/off-policy/logged-talk.ts";
import { distribute } from "../../server/strategy/distribute.ts";
import { type Features, NO_FEATURES, tellingFeatures } from "../../server/strategy/features.ts";
import type { Policy } from "../../server/strategy/policy.ts";

export interface SyntheticShop {
  /** One conversation led by the policy. */
  talk(policy: Policy, chance: () => number, visitorId: string): LoggedTalk;
  /** The true share of acceptance under the policy. */
  value(policy: Policy): number;
  /** The most that any policy can reach. */
  best(): number;
}

interface Situation {
  features: Features;
  offer: Strategy[];
}

const BASE = 0.35;
/** The masks of a conversation's steps: uptake, substance and invitation, as turns have them. */
const OFFERS: Strategy[][] = [
  ["opinion-inquiry", "experience-inquiry", "offer-help", "preference-confirmation"],
  ["acknowledgment", "similarity", "rephrase-preference", "encouragement"],
  ["credibility", "personal-opinion", "personal-experience", "self-modeling", "yield"],
  ["opinion-inquiry", "experience-inquiry", "offer-help", "yield"],
];

/** @param effects what an act adds to the chance of acceptance; in a bad mood, what the second number says. */
export function syntheticShop(effects: Partial<Record<Strategy, readonly [number, number]>>): SyntheticShop {
  const effect = (features: Features, strategy: Strategy) =>
    effects[strategy]?.[features["bad mood"] > 0 ? 1 : 0] ?? 0;
  const situations = OFFERS.map((offer, step) =>
    [0, 1].flatMap((mood) => [1, 2].map((wishes) => situationOf(offer, step, mood, wishes))),
  );
  const expected = (of: (situation: Situation) => number) =>
    BASE +
    situations.reduce(
      (sum, choices) => sum + choices.reduce((total, each) => total + of(each), 0) / choices.length,
      0,
    );

  return {
    talk(policy, chance, visitorId) {
      let success = BASE;
      const turns = situations.map((choices): LoggedStep[] => {
        const { features, offer } = choices[Math.floor(chance() * choices.length)] as Situation;
        const distribution = distribute(policy, features, offer, {});
        const strategy = drawn(distribution, chance());
        success += effect(features, strategy);
        const propensity = distribution[strategy] ?? 0;
        return [{ strategy, propensity, distribution, features: tellingFeatures(features) }];
      });
      const conversationId = `${visitorId} ${chance()}`;
      return { conversationId, visitorId, turns, accepted: chance() < success };
    },
    value: (policy) =>
      expected(({ features, offer }) =>
        Object.entries(distribute(policy, features, offer, {})).reduce(
          (sum, [strategy, share]) => sum + share * effect(features, strategy as Strategy),
          0,
        ),
      ),
    best: () =>
      expected(({ features, offer }) => Math.max(...offer.map((strategy) => effect(features, strategy)))),
  };
}

function situationOf(offer: Strategy[], step: number, mood: number, wishes: number): Situation {
  return { features: { ...NO_FEATURES, turn: step, wishes, "bad mood": mood }, offer };
}

function drawn(distribution: Partial<Record<Strategy, number>>, chance: number): Strategy {
  let left = chance;
  const entries = Object.entries(distribution) as [Strategy, number][];
  for (const [strategy, probability] of entries) {
    left -= probability;
    if (left < 0) return strategy;
  }
  return entries.at(-1)?.[0] ?? "yield";
}
