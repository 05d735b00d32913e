import type { Strategy } from "../../dialogue/strategies.ts";

/** What each strategy asks of the voice, in one sentence: part of the prompt, so a change is a new version of it. */
export const STRATEGY_INSTRUCTIONS: Record<Strategy, string> = {
  "experience-inquiry": "Ask, with real curiosity, about the shopper's own experience or situation.",
  "opinion-inquiry": "Ask what the shopper thinks or prefers.",
  "personal-opinion": "Take a stance and give the reason that the plan gives for it.",
  "personal-experience": "Pass on what customers report; you have no experience of your own.",
  similarity: "Show that you are of the shopper's mind about what matters here, as an adviser would.",
  encouragement: "Encourage the shopper in the direction they are taking, honestly and without flattery.",
  credibility: "Tell the facts plainly, the one that matters most to the shopper first.",
  "offer-help": "Offer the next step, so that a word is enough to take it.",
  "preference-confirmation": "Check that you understood what the shopper wants.",
  "self-modeling": "Act as a model for the choice: given what the shopper wants, say what the case is for.",
  "rephrase-preference": "Say back in your own words what the shopper wants.",
  acknowledgment: "Take up what the shopper has just said, briefly and specifically.",
  transparency: "Be open about what is not known, not there or not ideal.",
  housekeeping: "Say what keeps the conversation going: a greeting, thanks, a goodbye.",
  yield: "Hand the floor to the shopper.",
};
