/** Trains the policy `inspired`: tries every recipe by cross-validation, then fits the best one to all dialogues. */
import { createHash } from "node:crypto";
import type { PriorModel } from "../../strategy/policies/prior-model.ts";
import {
  bootstrapIntervals,
  calibrationError,
  type Intervals,
  type Scores,
  scorePredictions,
} from "../prediction-scores.ts";
import {
  bestRecipe,
  calibrate,
  chooseByOthers,
  crossValidate,
  fitRecipes,
  fitTemperature,
  type HeldOut,
  RECIPE_NAMES,
  type RecipeName,
} from "./cross-validate.ts";
import type { Dialogue } from "./dialogues.ts";
import { LESSON_OPTIONS } from "./lesson.ts";

export interface TrainingOptions {
  dialogues: readonly Dialogue[];
  /** Identifies the dialogues. */
  hash: string;
  /** Dialogues without acts; may be none. */
  contexts: readonly Dialogue[];
  seed: string;
  /** ISO 8601: when this is. */
  at: string;
  folds: number;
  repeats: number;
  recipes?: readonly RecipeName[];
  onProgress?: (done: number, of: number) => void;
}

export type RecipeFigures = Scores & Intervals & { calibrationError: number };

export interface Trained {
  /** A policy file, ready to be written as JSON. */
  file: InspiredFile;
  recipe: RecipeName;
  /** Cross-validated and calibrated. */
  figures: Map<RecipeName, RecipeFigures>;
  /** Where the recipe, too, was chosen without the dialogues that are scored. */
  chosenBlind: RecipeFigures;
  /** The chosen recipe where nobody had known the acts before an utterance. */
  withoutActs: RecipeFigures;
  /** Of the model that tells when a turn ends: two classes. */
  yields: { accuracy: number; nll: number; nllOfShare: number };
}

export interface InspiredFile {
  format: "overture-policy/1";
  name: "inspired";
  version: string;
  model: { type: "prior" } & PriorModel;
  training: {
    by: "inspired";
    at: string;
    seed: string;
    data: string;
    settings: Record<string, string | number | boolean>;
    figures: Record<string, number>;
  };
}

export function trainInspired(options: TrainingOptions): Trained {
  const { dialogues, contexts, seed, at, folds, repeats, recipes = RECIPE_NAMES } = options;
  const { predictions, withoutActs, yields } = crossValidate(dialogues, contexts, {
    recipes,
    folds,
    repeats,
    seed,
    ...(options.onProgress && { onProgress: options.onProgress }),
  });
  const calibrated = new Map([...predictions].map(([recipe, made]) => [recipe, calibrate(made)]));
  const recipe = bestRecipe(calibrated);
  const model = fitPolicy(recipe, dialogues, contexts, seed, fitTemperature(predictions.get(recipe) ?? []));
  const figures = new Map([...calibrated].map(([name, made]) => [name, figuresOf(made)]));
  const blind = figuresOf(calibrate(withoutActs.get(recipe) ?? []));
  const chosen = figures.get(recipe) ?? blind;

  const version = `1.${createHash("sha256").update(JSON.stringify(model)).digest("hex").slice(0, 8)}`;
  const usesContexts = contexts.length > 0 && recipe !== "logistic, annotated only";
  return {
    recipe,
    figures,
    chosenBlind: figuresOf(chooseByOthers(calibrated)),
    withoutActs: blind,
    yields: yieldFigures(yields),
    file: {
      format: "overture-policy/1",
      name: "inspired",
      version,
      model: { type: "prior", ...model },
      training: {
        by: "inspired",
        at,
        seed,
        data: `${dialogues.length} annotated dialogues of human recommenders${usesContexts ? `, and ${contexts.length} whose acts were inferred` : ""}`,
        settings: {
          recipe,
          hash: options.hash,
          dialogues: dialogues.map(({ id }) => dialogueMark(id)).join(" "),
          contexts: usesContexts ? contexts.length : 0,
          folds,
          repeats,
          ...LESSON_OPTIONS,
        },
        figures: roundedFigures(chosen, blind),
      },
    },
  };
}

/** The recipe fitted to all dialogues, with its model of when a turn ends. */
export function fitPolicy(
  recipe: RecipeName,
  dialogues: readonly Dialogue[],
  contexts: readonly Dialogue[],
  seed: string,
  temperature: number,
): PriorModel {
  const model = fitRecipes([recipe], dialogues, contexts, seed).get(recipe);
  if (!model) throw new Error("The recipe was not fitted.");
  return { ...model, temperature };
}

/** By which a policy file knows the dialogues it was fitted on, without holding their ids. */
export function dialogueMark(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 8);
}

function figuresOf(predictions: readonly HeldOut[]): RecipeFigures {
  return {
    ...scorePredictions(predictions),
    ...bootstrapIntervals(predictions),
    calibrationError: calibrationError(predictions),
  };
}

/** `nllOfShare` is what knowing no more than the share of turns that end would give. */
function yieldFigures(predictions: readonly HeldOut[]): Trained["yields"] {
  const { top1, nll } = scorePredictions(predictions);
  const share = predictions.reduce((sum, { actual }) => sum + actual, 0) / Math.max(1, predictions.length);
  return { accuracy: top1, nll, nllOfShare: -share * Math.log(share) - (1 - share) * Math.log(1 - share) };
}

function roundedFigures(chosen: RecipeFigures, blind: RecipeFigures): Record<string, number> {
  const named = [
    ...Object.entries(chosen),
    ...(["top1", "top3", "macroF1", "nll"] as const).map(
      (name) => [`${name} without acts`, blind[name]] as const,
    ),
  ];
  return Object.fromEntries(named.map(([name, value]) => [name, Number(value.toFixed(4))]));
}
