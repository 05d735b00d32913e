/** Who shops: personas, their words, and how they respond. What is trained with one is judged by another [POL-6]. */
import { HELD_OUT_PERSONAS, type Persona, TRAINING_PERSONAS } from "./personas.ts";
import { RESPONSE_MODELS, type ResponseModel } from "./response-model.ts";
import { HELD_OUT_WORDING } from "./wording/held-out.ts";
import { TRAINING_WORDING } from "./wording/training.ts";
import type { WordingSet } from "./wording/wording-set.ts";

export interface Population {
  personas: readonly Persona[];
  wording: WordingSet;
  responses: ResponseModel;
}

export const POPULATION_NAMES = ["training", "held-out", "contrarian"] as const;
export type PopulationName = (typeof POPULATION_NAMES)[number];

export const POPULATIONS: Readonly<Record<PopulationName, Population>> = {
  training: {
    personas: TRAINING_PERSONAS,
    wording: TRAINING_WORDING,
    responses: RESPONSE_MODELS.training,
  },
  "held-out": {
    personas: HELD_OUT_PERSONAS,
    wording: HELD_OUT_WORDING,
    responses: RESPONSE_MODELS["held-out"],
  },
  contrarian: {
    personas: TRAINING_PERSONAS,
    wording: HELD_OUT_WORDING,
    responses: RESPONSE_MODELS.contrarian,
  },
};
