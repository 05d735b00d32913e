/**
 * The human prior as a policy [POL-3]: how likely human recommenders are to take each act at this point of a talk, and to leave
 * the floor to the other.
 */
import type { Act, Talk } from "../../dialogue/talk.ts";
import type { Policy, Scores } from "../policy.ts";
import { WORD_FEATURE } from "../talk-features.ts";
import { talkOfFeatures } from "../talk-of-features.ts";
import { openPrior, type PriorModel } from "./prior-model.ts";

export function priorPolicy(
  name: string,
  version: string,
  model: PriorModel,
  training: NonNullable<Policy["training"]>,
): Policy {
  const prior = openPrior(model);
  return {
    name,
    version,
    training,
    score(features, talk = talkOfFeatures(features)) {
      const next = prior.after(talk);
      const ends = talk.agentRun > 0 ? next.ends : 0;
      const scores: Scores = { yield: ends };
      model.acts.forEach((act, k) => {
        scores[act as Act] = (1 - ends) * (next.acts[k] ?? 0);
      });
      return scores;
    },
    explain(features, strategy, talk = talkOfFeatures(features)) {
      if (strategy === "yield") return ["human recommenders often stop here"];
      const reasons = prior.reasonsFor(talk, strategy).slice(0, REASONS_READ);
      // What was done says more to a reader than a word that was used.
      const said = [false, true].flatMap((isWord) =>
        reasons
          .filter(({ feature }) => WORD_FEATURE.test(feature) === isWord)
          .flatMap(({ feature }) => inWords(feature, talk) ?? []),
      );
      return [...new Set(said)].map((words) => `human recommenders often do this when ${words}`);
    },
  };
}

/** What weighs less is no reason. */
const REASONS_READ = 12;

/** Words that say nothing by themselves are no reasons. */
const LETTERS_MIN = 4;

/** Null for what a merchant has nothing from, such as how many utterances there were. */
function inWords(feature: string, talk: Talk): string | null {
  const [kind = "", detail = ""] = feature.split(": ");
  switch (kind) {
    case "goes on after":
      return detail === "none" ? null : `they have just ${DONE[detail as Act] ?? "spoken"}`;
    case "answered after":
    case "last act":
      return detail === "none" || detail === "unknown" || talk.agentRun > 0
        ? null
        : `they had ${DONE[detail as Act] ?? "spoken"} just before`;
    case "shopper just said":
      return new RegExp(`^\\p{L}{${LETTERS_MIN},}$`, "u").test(detail)
        ? `the other has said “${detail}”`
        : null;
    default:
      return CUES[feature] ?? null;
  }
}

const CUES: Record<string, string> = {
  "opens the talk": "the talk begins",
  "late in the talk": "the talk has gone on for long",
  "shopper asks": "the other asked something",
  "shopper asks, not yet answered": "a question waits for its answer",
  "shopper ends on a question": "a question waits for its answer",
  "shopper names an item": "the other named an item",
  "shopper names a kind": "the other named a kind of thing",
  "agent asks": "they have asked a question",
  "agent names an item": "they have named an item",
  "agent has named items": "items have been named",
};

const DONE: Record<Act, string> = {
  "experience-inquiry": "asked about experience",
  "opinion-inquiry": "asked about taste or need",
  "personal-opinion": "taken a stance",
  "personal-experience": "told an experience",
  similarity: "shown understanding",
  encouragement: "encouraged",
  credibility: "given facts",
  "offer-help": "offered help",
  "preference-confirmation": "checked what is wanted",
  "self-modeling": "argued from an example",
  "rephrase-preference": "said a wish back",
  acknowledgment: "acknowledged what was said",
  transparency: "said what they do not know",
  housekeeping: "greeted or thanked",
};
