import type { Strategy } from "../../../server/dialogue/strategies.ts";

/** What the agent does by each, for somebody who has never read of it; in the order a turn speaks them. */
export const STRATEGY_WORDS: Record<Exclude<Strategy, "yield">, string> = {
  housekeeping: "Greets, thanks, says goodbye",
  acknowledgment: "Takes up what the shopper said",
  "rephrase-preference": "Says the wishes back in other words",
  similarity: "Shows that it understands why",
  encouragement: "Backs what the shopper leans to",
  transparency: "Says that it is an AI, and what it does not know",
  credibility: "Tells facts of the listing",
  "personal-opinion": "Takes a stance and says why",
  "personal-experience": "Quotes what customers wrote",
  "self-modeling": "Argues from the wishes to an item",
  "opinion-inquiry": "Asks about taste or need",
  "experience-inquiry": "Asks what it is for",
  "preference-confirmation": "Checks that it got the wishes right",
  "offer-help": "Offers the next step",
};
export const STRATEGIES_IN_ORDER = Object.keys(STRATEGY_WORDS) as Exclude<Strategy, "yield">[];
