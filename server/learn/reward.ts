/** What a conversation was worth [POL-5]: the goal reached, less what it cost the shopper. Clicks do not count. */

export interface RewardWeights {
  success: number;
  /** For each turn of the agent. */
  turn: number;
  rejection: number;
  /** For each unit of annoyance: 1 is as much as most people bear. */
  annoyance: number;
  /** For each question of the shopper's that was answered, up to `answersCounted`. */
  answered: number;
  answersCounted: number;
}

export const REWARD_WEIGHTS: RewardWeights = {
  success: 1,
  turn: -0.02,
  rejection: -0.04,
  annoyance: -0.15,
  answered: 0.04,
  answersCounted: 3,
};

export interface RewardedTalk {
  success: boolean;
  turns: number;
  rejections: number;
  annoyance: number;
  /** Questions of the shopper's that stand answered in the ledger at the end. */
  answered: number;
}

/** The sum in its parts, so that it can be seen what paid. */
export interface Reward {
  success: number;
  turns: number;
  rejections: number;
  annoyance: number;
  answered: number;
  total: number;
}

export function rewardOf(talk: RewardedTalk, weights: RewardWeights = REWARD_WEIGHTS): Reward {
  const parts = {
    success: talk.success ? weights.success : 0,
    turns: weights.turn * talk.turns,
    rejections: weights.rejection * talk.rejections,
    annoyance: weights.annoyance * talk.annoyance,
    answered: weights.answered * Math.min(talk.answered, weights.answersCounted),
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
