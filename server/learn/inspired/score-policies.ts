/** How well policies foresee what human recommenders did [POL-3]. None is scored on dialogues that it was fitted on. */
import { ACTS, type Act, NO_TALK, utter } from "../../dialogue/talk.ts";
import type { Policy } from "../../strategy/policy.ts";
import {
  bootstrapIntervals,
  calibrationError,
  type Intervals,
  type Prediction,
  type Scores,
  scorePredictions,
} from "../prediction-scores.ts";
import { calibrate, crossValidate, RECIPE_NAMES, type RecipeName } from "./cross-validate.ts";
import type { Dialogue } from "./dialogues.ts";
import { featuresOfDialogue, isWish } from "./features-of-dialogue.ts";
import { dialogueMark } from "./train-inspired.ts";

export interface PolicyScores extends Scores, Intervals {
  name: string;
  version: string;
  /** Predictions. */
  n: number;
  calibrationError: number;
  /** How the figures came about, in words. */
  how: string;
}

export interface ScoreOptions {
  dialogues: readonly Dialogue[];
  /** The unannotated dialogues that were there in training; asked for only when a policy has to be fitted again. */
  contexts: () => readonly Dialogue[];
  folds: number;
  seed: string;
  onProgress?: (done: number, of: number) => void;
}

/** Dialogues that the policy was fitted on are predicted by others of its kind, fitted without them; the rest by itself. */
export function scorePolicy(policy: Policy, options: ScoreOptions): PolicyScores {
  const { dialogues } = options;
  const fittedOn = new Set(String(policy.training?.dialogues ?? "").split(" "));
  const [known, unknown] = [true, false].map((isKnown) =>
    dialogues.filter(({ id }) => fittedOn.has(dialogueMark(id)) === isKnown),
  ) as [Dialogue[], Dialogue[]];
  const recipe = RECIPE_NAMES.find((name) => name === policy.training?.recipe);
  const offset = known.length;
  const direct = predictWith(policy, unknown).map((made) => ({ ...made, group: made.group + offset }));
  if (known.length === 0) return toPolicyScores(policy, direct, "as it is, on dialogues new to it");
  if (recipe === undefined || known.length < 2)
    return toPolicyScores(
      policy,
      [...predictWith(policy, known), ...direct],
      "OPTIMISTIC: it was fitted on some of these",
    );

  const contexts = Number(policy.training?.contexts ?? 0) > 0 ? options.contexts() : [];
  const held = refitted(recipe, known, contexts, options);
  const parts = [
    `${known.length} dialogues it was fitted on by ${Math.min(options.folds, known.length)}-fold cross-validation`,
  ];
  if (Number(policy.training?.contexts ?? 0) > 0 && contexts.length === 0)
    parts.push("without the unannotated dialogues it had in training (--contexts)");
  if (unknown.length > 0) parts.push(`${unknown.length} others as it is`);
  return toPolicyScores(policy, [...held, ...direct], parts.join(", "));
}

function refitted(
  recipe: RecipeName,
  known: readonly Dialogue[],
  contexts: readonly Dialogue[],
  { folds, seed, onProgress }: ScoreOptions,
): Prediction[] {
  const { predictions } = crossValidate(known, contexts, {
    recipes: [recipe],
    folds: Math.min(folds, known.length),
    repeats: 1,
    seed,
    ...(onProgress && { onProgress }),
  });
  return calibrate(predictions.get(recipe) ?? []);
}

function toPolicyScores(policy: Policy, predictions: readonly Prediction[], how: string): PolicyScores {
  return {
    name: policy.name,
    version: policy.version,
    n: predictions.length,
    ...scorePredictions(predictions),
    ...bootstrapIntervals(predictions),
    calibrationError: calibrationError(predictions),
    how,
  };
}

/**
 * One prediction for each labelled utterance of a recommender: the policy's distribution over acts, given that the turn goes
 * on. `group` is the position of the dialogue in the list.
 */
export function predictWith(policy: Policy, dialogues: readonly Dialogue[]): Prediction[] {
  return dialogues.flatMap(({ utterances }, group) => {
    let talk = NO_TALK;
    let turn: Act[] = [];
    let before: Act[] = [];
    let wishes = 0;
    return utterances.flatMap((utterance) => {
      const asked = talk;
      talk = utter(talk, utterance);
      if (utterance.by === "shopper") {
        wishes += utterance.words.filter(isWish).length;
        return [];
      }
      if (asked.agentRun === 0) {
        before = turn;
        turn = [];
      }
      const { act } = utterance;
      if (act !== null) turn = [...turn, act];
      if (act === null) return [];
      const scores = policy.score(featuresOfDialogue(asked, before, wishes), asked);
      return [{ group, actual: ACTS.indexOf(act), distribution: overActs(scores) }];
    });
  });
}

/** What a policy scores nothing at all is taken as indifference. */
function overActs(scores: ReturnType<Policy["score"]>): Float64Array {
  const masses = Float64Array.from(ACTS, (act) => Math.max(0, scores[act] ?? 0));
  const sum = masses.reduce((total, mass) => total + mass, 0);
  return masses.map((mass) => (sum > 0 ? mass / sum : 1 / ACTS.length));
}
