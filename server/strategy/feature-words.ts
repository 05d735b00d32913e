/** Features as a merchant would say them: what learned policies give as their reasons [POL-1]. */
import type { Strategy } from "../dialogue/strategies.ts";
import type { FeatureName, Features } from "./features.ts";
import type { Contribution } from "./policies/linear-model.ts";

type Words = string | ((value: number) => string);

const count = (one: string, many: string) => (value: number) =>
  value === 1 ? `one ${one}` : `${Math.round(value)} ${many}`;

/** Of strategies before and in this turn there is a pattern; those of no use to a merchant are left out. */
const WORDS: Partial<Record<FeatureName, Words>> = {
  turn: (value) => `the talk is ${Math.round(value)} turns old`,
  "follow-ups": "the shopper was already nudged once",
  "new wishes": (value) => `the shopper just told us ${count("wish", "wishes")(value)}`,
  wishes: (value) => `${count("wish is", "wishes are")(value)} known`,
  "questions open": (value) =>
    `${count("question of the shopper's is", "questions of the shopper's are")(value)} open`,
  "items shown": (value) => `${count("item has", "items have")(value)} been shown`,
  "cards now": (value) => `${count("fitting item is", "fitting items are")(value)} at hand`,
  "question worth": "one answer would narrow the choice",
  stall: "the talk is not moving",
  "question share": "many questions were asked",
  "experience asked": "use or experience was asked about before",
  "opinion asked": "preferences were asked about before",
  opening: "the talk is only beginning",
  silence: "the shopper has fallen silent",
  "question pending": "our last question still stands",
  "on product page": "the shopper is looking at a product",
  "budget known": "the budget is known",
  "use known": "the use is known",
  "few candidates": "few items are left",
  "dead end": "nothing meets every wish",
  "good mood": "the shopper is in a good mood",
  "bad mood": "the shopper sounds unhappy",
  "short replies": "the replies are getting short",
  leaning: "the shopper leans towards an item",
  chosen: "the shopper has made a choice",
  "has substance": "the substance has been said",
  "has uptake": "what was said has been taken up",
  "heard inform": "the shopper told something about what is wanted",
  "heard ask-fact": "the shopper asked for a fact",
  "heard ask-recommendation": "the shopper asked for a recommendation",
  "heard compare": "the shopper asked which one",
  "heard accept": "the shopper agreed",
  "heard reject": "the shopper turned something down",
  "heard critique": "the shopper wants something of the kind, but different",
  "heard doubt": "the shopper has a doubt",
  "heard greet": "the shopper said hello",
  "heard thank": "the shopper said thanks",
  "heard bye": "the shopper says goodbye",
  "heard smalltalk": "the shopper is chatting",
  "heard complain": "the shopper complains",
  "heard ask-human": "the shopper wants a person",
  "heard out-of-scope": "the shopper asked for something else than goods",
};

/** The weightiest reasons, strongest first; empty where nothing that can be said spoke for the strategy. */
export function reasonsInWords(contributions: readonly Contribution[]): string[] {
  return contributions.flatMap(({ feature, value }) => {
    const words = WORDS[feature];
    return words === undefined ? [] : [typeof words === "string" ? words : words(value)];
  });
}

/** What is not known is no feature that speaks, but it is the reason for a question. Null for other acts. */
export function whatIsMissing(features: Features, strategy: Strategy): string | null {
  const known =
    features.wishes === 0 ? "we know no wish yet" : `we know ${count("wish", "wishes")(features.wishes)}`;
  if (strategy === "experience-inquiry" && features["use known"] === 0)
    return features.wishes === 0
      ? `${known}, and nothing about use or experience`
      : `${known} but nothing about use`;
  if (strategy === "opinion-inquiry" && features["question worth"] > 0.4)
    return `${known}, and one answer would narrow the choice`;
  return null;
}

/** How often more shoppers accepted where an act was taken, in words: "shoppers who are asked accept 8 points more often". */
export function effectInWords(
  strategy: Strategy,
  { points, of }: { points: number; of: "simulated" | "this shop's" },
): string {
  const who = of === "simulated" ? "simulated shoppers" : "shoppers here";
  const amount = `${Math.abs(Math.round(points))} ${Math.abs(Math.round(points)) === 1 ? "point" : "points"}`;
  return `${who} ${MET[strategy] ?? "who meet it"} accept ${amount} ${points >= 0 ? "more" : "less"} often`;
}

const MET: Partial<Record<Strategy, string>> = {
  "experience-inquiry": "who are asked for their experience",
  "opinion-inquiry": "who are asked for a preference",
  "personal-opinion": "who are told which one we would pick",
  "personal-experience": "who hear a customer's words",
  similarity: "who meet with empathy",
  encouragement: "who are backed in their choice",
  credibility: "who are given facts",
  "offer-help": "who are offered the next step",
  "preference-confirmation": "whose wishes are checked",
  "self-modeling": "who hear the case for an item",
  "rephrase-preference": "whose wishes are said back",
  acknowledgment: "who are acknowledged",
  transparency: "who are told what is not known",
};
