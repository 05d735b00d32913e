/**
 * What a policy would do next if the shopper takes this turn up [INI-5]: the policy itself is asked about the turn that it
 * would then stand before. No promise: the shopper may do anything, and chance has its say.
 */
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import { FEATURE_NAMES, type FeatureName, type Features, NO_FEATURES } from "./features.ts";
import type { Policy } from "./policy.ts";
import { ASKING, STAGES, type Stage, stageOf } from "./stages.ts";

interface Hypothesis {
  /** "after an answer" */
  when: string;
  features: Features;
}

/** Two or three steps, soonest first; none when the talk is over, or where the policy is indifferent. */
export function foresee(
  policy: Policy,
  features: Features,
  chosen: readonly Strategy[],
  mayUse: (strategy: Strategy) => boolean,
): string[] {
  if (features["heard bye"] > 0) return [];
  return hypothesesAfter(features, chosen).flatMap((hypothesis) => {
    const strategy = likeliest(policy, hypothesis.features, mayUse);
    return strategy === null ? [] : [`${hypothesis.when}: ${inWords(strategy, hypothesis.features)}`];
  });
}

/** A question is answered with a wish, cards are taken up by leaning towards one, a choice ends in goodbye. */
function hypothesesAfter(now: Features, chosen: readonly Strategy[]): Hypothesis[] {
  if (now.chosen > 0) return [];
  const asks = chosen.some((strategy) => ASKING.includes(strategy));
  const answered: Hypothesis = {
    when: asks ? "after the answer" : "after a first wish",
    features: {
      ...before(now, chosen),
      "heard inform": 1,
      "new wishes": 1,
      wishes: now.wishes + 1,
      "cards now": Math.max(now["cards now"], CARDS_EXPECTED),
      "question worth": now["question worth"] / 2,
    },
  };
  const leaning: Hypothesis = {
    when: asks || now["cards now"] === 0 ? "then, if an item appeals" : "if an item appeals",
    features: {
      ...before(answered.features, []),
      "items shown": CARDS_EXPECTED,
      leaning: 1,
      "question worth": 0,
    },
  };
  const decided: Hypothesis = {
    when: "once it is chosen",
    features: { ...before(leaning.features, []), "heard accept": 1, "cards now": 1, chosen: 1 },
  };
  return asks || now["cards now"] === 0 ? [answered, leaning, decided] : [leaning, decided];
}

const CARDS_EXPECTED = 3;

/** The turn after the one that said `said`: nothing heard yet, nothing said yet. */
function before(features: Features, said: readonly Strategy[]): Features {
  const next: Record<FeatureName, number> = { ...NO_FEATURES };
  for (const name of OF_THE_TALK) next[name] = features[name];
  for (const strategy of said) if (strategy !== "yield") next[`before ${strategy}`] = 1;
  next["acknowledged last turn"] = next["before acknowledgment"];
  next.turn = features.turn + 1;
  return next;
}

/** What a turn leaves as it was. */
const OF_THE_TALK: readonly FeatureName[] = FEATURE_NAMES.filter(
  (name) =>
    !/^(?:heard|redirect|now|before) /.test(name) &&
    ![
      "step",
      "opening",
      "silence",
      "follow-ups",
      "question pending",
      "new wishes",
      "cards now",
      "dead end",
      "stall",
      "has uptake",
      "has substance",
    ].includes(name),
);

/** What a turn is about: its substance, or else how it hands the floor over. What it takes up goes without saying. */
function likeliest(
  policy: Policy,
  features: Features,
  mayUse: (strategy: Strategy) => boolean,
): Strategy | null {
  const scores = policy.score(features);
  const best = (stage: Stage): Strategy | null => {
    let first: Strategy | null = null;
    let highest = IDLE;
    for (const strategy of STRATEGIES) {
      const score = scores[strategy] ?? 0;
      if (score < highest || stageOf(strategy) !== stage || !mayUse(strategy)) continue;
      // Where a policy is indifferent there is nothing to expect.
      first = score > highest ? strategy : null;
      highest = score;
    }
    return first;
  };
  const stages = features.chosen > 0 ? (["uptake", "invitation"] as const) : STAGES_OF_SUBSTANCE;
  return stages.map(best).find((found) => found !== null) ?? null;
}

const STAGES_OF_SUBSTANCE = STAGES.filter((stage) => stage === "substance" || stage === "invitation");
/** Below this a score only keeps a strategy possible. */
const IDLE = 0.1;

const MEANING: Record<Strategy, string> = {
  housekeeping: "thank and say goodbye",
  similarity: "show understanding",
  "rephrase-preference": "say the wishes back",
  yield: "leave the floor to the shopper",
  acknowledgment: "confirm it",
  encouragement: "back the choice",
  credibility: "tell what the listing says of it",
  transparency: "say what is not known",
  "personal-opinion": "take a stance",
  "personal-experience": "quote a customer",
  "self-modeling": "argue from the wishes to an item",
  "opinion-inquiry": "ask what narrows the choice most",
  "experience-inquiry": "ask what it is for",
  "preference-confirmation": "check the wishes",
  "offer-help": "offer the next step",
};

function inWords(strategy: Strategy, features: Features): string {
  const meaning = MEANING[strategy];
  return features["cards now"] > 1 ? `show cards and ${meaning}` : meaning;
}
