import type { Strategy } from "../../../server/dialogue/strategies.ts";

/** Complete by its type: a strategy that is missing here does not compile. */
const NAMES: Record<Exclude<Strategy, "yield">, true> = {
  "experience-inquiry": true,
  "opinion-inquiry": true,
  "personal-opinion": true,
  "personal-experience": true,
  similarity: true,
  encouragement: true,
  credibility: true,
  "offer-help": true,
  "preference-confirmation": true,
  "self-modeling": true,
  "rephrase-preference": true,
  acknowledgment: true,
  transparency: true,
  housekeeping: true,
};

/** By name, without `yield`, which every turn ends with. */
export const STRATEGY_NAMES: readonly string[] = Object.keys(NAMES).sort();
