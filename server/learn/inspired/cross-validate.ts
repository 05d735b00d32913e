/**
 * Tries recipes for the prior on dialogues that they were not fitted on. Whole dialogues are held back, since utterances of
 * one foretell each other. Temperatures, and which recipe to take, are chosen for each fold by the others, so that the
 * figures hold for dialogues that nobody has seen.
 */
import { ACTS } from "../../dialogue/talk.ts";
import { openPrior, type PriorMember, type PriorModel } from "../../strategy/policies/prior-model.ts";
import { chanceFrom } from "../../turn/chance.ts";
import { type Prediction, scorePredictions } from "../prediction-scores.ts";
import type { Dialogue } from "./dialogues.ts";
import { examplesOf, pausesOf, withoutActs } from "./examples.ts";
import { assemblePrior, fitMember, fitYield, type MemberName } from "./fit-prior.ts";
import { LESSON_OPTIONS, type Lesson, prepareLesson } from "./lesson.ts";

/** From the simplest to the most costly to evaluate. */
export const RECIPES = {
  "logistic, annotated only": { members: ["logistic, penalty 12"], contexts: false },
  "logistic, penalty 12": { members: ["logistic, penalty 12"], contexts: true },
  "logistic, penalty 24": { members: ["logistic, penalty 24"], contexts: true },
  "logistic, penalty 48": { members: ["logistic, penalty 48"], contexts: true },
  "boosted trees": { members: ["boosted trees"], contexts: true },
  network: { members: ["network"], contexts: true },
  "logistic and network": { members: ["logistic, penalty 24", "network"], contexts: true },
  ensemble: { members: ["logistic, penalty 24", "boosted trees", "network"], contexts: true },
} as const satisfies Record<string, { members: readonly MemberName[]; contexts: boolean }>;
export type RecipeName = keyof typeof RECIPES;
export const RECIPE_NAMES = Object.keys(RECIPES) as RecipeName[];

export interface HeldOut extends Prediction {
  /** Repetition and fold: predictions of one fold were made by one model. */
  fold: string;
}

export interface CrossValidation {
  /** Uncalibrated predictions of each recipe. */
  predictions: Map<RecipeName, HeldOut[]>;
  /** The same, had nobody known which acts came before. */
  withoutActs: Map<RecipeName, HeldOut[]>;
  /** After each utterance: did the turn end (class 1)? */
  yields: HeldOut[];
}

export interface CrossValidateOptions {
  recipes: readonly RecipeName[];
  folds: number;
  repeats: number;
  seed: string;
  onProgress?: (done: number, of: number) => void;
}

export function crossValidate(
  dialogues: readonly Dialogue[],
  contexts: readonly Dialogue[],
  { recipes, folds, repeats, seed, onProgress }: CrossValidateOptions,
): CrossValidation {
  const result: CrossValidation = { predictions: new Map(), withoutActs: new Map(), yields: [] };
  for (const recipe of recipes) {
    result.predictions.set(recipe, []);
    result.withoutActs.set(recipe, []);
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    const foldOf = dealFolds(dialogues.length, folds, `${seed} ${repeat}`);
    for (let fold = 0; fold < folds; fold++) {
      const learned = dialogues.filter((_, index) => foldOf[index] !== fold);
      const models = fitRecipes(recipes, learned, contexts, `${seed} ${repeat} ${fold}`);
      dialogues.forEach((dialogue, index) => {
        if (foldOf[index] !== fold) return;
        const mark = { group: index, fold: `${repeat} ${fold}` };
        const last = models.get(recipes.at(-1) as RecipeName);
        if (last) for (const made of predictYields(last, dialogue)) result.yields.push({ ...made, ...mark });
        for (const [recipe, model] of models) {
          for (const made of predict(model, dialogue, dialogue))
            result.predictions.get(recipe)?.push({ ...made, ...mark });
          const [blind = dialogue] = withoutActs([dialogue]);
          for (const made of predict(model, blind, dialogue))
            result.withoutActs.get(recipe)?.push({ ...made, ...mark });
        }
      });
      onProgress?.(repeat * folds + fold + 1, repeats * folds);
    }
  }
  return result;
}

/** Members that several recipes share are fitted once. */
export function fitRecipes(
  recipes: readonly RecipeName[],
  labelled: readonly Dialogue[],
  contexts: readonly Dialogue[],
  seed: string,
): Map<RecipeName, PriorModel> {
  const lessons = new Map<boolean, { lesson: Lesson; yields: number[] }>();
  const members = new Map<string, PriorMember>();
  const models = new Map<RecipeName, PriorModel>();
  for (const recipe of recipes) {
    const { members: wanted, contexts: usesContexts } = RECIPES[recipe];
    const usesThem = usesContexts && contexts.length > 0;
    const { lesson, yields } = lessons.get(usesThem) ?? prepare(labelled, usesThem ? contexts : []);
    lessons.set(usesThem, { lesson, yields });
    const fitted = wanted.map((name) => {
      const key = `${name} ${usesThem}`;
      const member = members.get(key) ?? fitMember(name, lesson, seed);
      members.set(key, member);
      return member;
    });
    models.set(recipe, assemblePrior(lesson, fitted, yields));
  }
  return models;
}

function prepare(
  labelled: readonly Dialogue[],
  contexts: readonly Dialogue[],
): { lesson: Lesson; yields: number[] } {
  const lesson = prepareLesson(labelled, contexts, LESSON_OPTIONS);
  return { lesson, yields: fitYield(lesson) };
}

/** One prediction for each labelled utterance; `seen` is what the model sees of the dialogue. */
function predict(model: PriorModel, seen: Dialogue, actual: Dialogue): Omit<HeldOut, "group" | "fold">[] {
  const prior = openPrior(model);
  const labels = examplesOf([actual]);
  return examplesOf([seen]).flatMap(({ talk }, place) => {
    const act = labels[place]?.act ?? null;
    return act === null ? [] : [{ actual: ACTS.indexOf(act), distribution: prior.after(talk).acts.slice() }];
  });
}

function predictYields(model: PriorModel, dialogue: Dialogue): Omit<HeldOut, "group" | "fold">[] {
  const prior = openPrior(model);
  return pausesOf([dialogue]).map(({ talk, yields }) => {
    const { ends } = prior.after(talk);
    return { actual: yields ? 1 : 0, distribution: Float64Array.of(1 - ends, ends) };
  });
}

/** The temperature for each fold is the one that suits all other folds. */
export function calibrate(predictions: readonly HeldOut[]): HeldOut[] {
  return eachFold(predictions, (held, others) => {
    const temperature = fitTemperature(others);
    return held.map((prediction) => ({
      ...prediction,
      distribution: tempered(prediction.distribution, temperature),
    }));
  });
}

/** For each fold the predictions of the recipe that did best on all other folds. */
export function chooseByOthers(byRecipe: ReadonlyMap<RecipeName, readonly HeldOut[]>): HeldOut[] {
  const [first] = byRecipe.values();
  return eachFold(first ?? [], (held) => {
    const fold = held[0]?.fold;
    const best = bestRecipe(
      new Map(
        [...byRecipe].map(([recipe, made]) => [
          recipe,
          made.filter((prediction) => prediction.fold !== fold),
        ]),
      ),
    );
    return (byRecipe.get(best) ?? []).filter((prediction) => prediction.fold === fold);
  });
}

/**
 * The one with the least negative log-likelihood; among logistic regressions and models that cost several times as much, the
 * regression unless it is clearly worse: a policy decides in microseconds and says why, and a regression can do both best.
 */
export function bestRecipe(byRecipe: ReadonlyMap<RecipeName, readonly HeldOut[]>): RecipeName {
  const ranked = [...byRecipe]
    .map(([recipe, predictions]) => ({ recipe, nll: scorePredictions(predictions).nll }))
    .sort((a, b) => a.nll - b.nll);
  const [best] = ranked;
  if (!best) throw new Error("There is no recipe to choose from.");
  const light = ranked.find(({ recipe }) =>
    RECIPES[recipe].members.every((name) => name.startsWith("logistic")),
  );
  return light && light.nll <= best.nll + CLEARLY_WORSE ? light.recipe : best.recipe;
}

/** In nats per utterance: a third of what the unannotated dialogues gain. */
const CLEARLY_WORSE = 0.02;

const TEMPERATURES = Array.from({ length: 31 }, (_, step) => 0.7 + step * 0.02);

export function fitTemperature(predictions: readonly Prediction[]): number {
  const loss = (temperature: number) =>
    predictions.reduce(
      (sum, { distribution, actual }) => sum - Math.log(tempered(distribution, temperature)[actual] ?? 0),
      0,
    );
  const losses = TEMPERATURES.map((temperature) => ({ temperature, loss: loss(temperature) }));
  return Number((losses.sort((a, b) => a.loss - b.loss)[0]?.temperature ?? 1).toFixed(2));
}

function tempered(distribution: Float64Array, temperature: number): Float64Array {
  const powers = distribution.map((probability) => probability ** (1 / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function eachFold(
  predictions: readonly HeldOut[],
  change: (held: HeldOut[], others: HeldOut[]) => HeldOut[],
): HeldOut[] {
  const folds = [...new Set(predictions.map(({ fold }) => fold))];
  return folds.flatMap((fold) =>
    change(
      predictions.filter((prediction) => prediction.fold === fold),
      predictions.filter((prediction) => prediction.fold !== fold),
    ),
  );
}

/** Folds of nearly equal size, dealt at random. */
function dealFolds(count: number, folds: number, seed: string): number[] {
  const chance = chanceFrom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const foldOf = new Array<number>(count);
  order.forEach((index, place) => {
    foldOf[index] = place % folds;
  });
  return foldOf;
}
