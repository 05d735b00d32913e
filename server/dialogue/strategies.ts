/**
 * The names of the agent's acts, as in INSPIRED (Hayati et al., EMNLP 2020). `housekeeping` is INSPIRED's
 * `no_strategy`; `yield` hands the floor to the shopper and ends the agent's turn.
 */
export const STRATEGIES = [
  "experience-inquiry",
  "opinion-inquiry",
  "personal-opinion",
  "personal-experience",
  "similarity",
  "encouragement",
  "credibility",
  "offer-help",
  "preference-confirmation",
  "self-modeling",
  "rephrase-preference",
  "acknowledgment",
  "transparency",
  "housekeeping",
  "yield",
] as const;
export type Strategy = (typeof STRATEGIES)[number];

export const MODES = ["sociable", "informational"] as const;
export type Mode = (typeof MODES)[number];
