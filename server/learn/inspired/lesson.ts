/** What the prior is fitted on: annotated dialogues, and others whose acts were inferred, as rows of features and targets. */
import { ACTS, type Talk } from "../../dialogue/talk.ts";
import { WORD_FEATURE } from "../../strategy/talk-features.ts";
import { chooseFeatures, type FeatureMap, type SparseRows, toSparseRows } from "../sparse-rows.ts";
import type { Dialogue } from "./dialogues.ts";
import { type Example, examplesOf, featuresOf, pausesOf } from "./examples.ts";
import { type LabelledDialogue, trainLabeller } from "./label-utterances.ts";
import type { WeightedTargets } from "./logistic.ts";

export interface Lesson {
  /** Names of the features, by column. */
  names: string[];
  /** The next act. */
  acts: { rows: SparseRows; wanted: WeightedTargets };
  /** Whether a turn ends: class 1 says that it does. */
  pauses: { rows: SparseRows; wanted: WeightedTargets };
}

export interface LessonOptions {
  /** What an utterance with an inferred act counts, when an annotated one counts 1. */
  contextWeight: number;
  /** What a copy counts that lacks the words of the turn so far: a scheduler decides before anything is phrased. */
  unphrasedWeight: number;
  /** What a copy counts in which no act is known: not every file says what was done before. */
  unknownWeight: number;
}

export const LESSON_OPTIONS: LessonOptions = {
  contextWeight: 1,
  unphrasedWeight: 0.25,
  unknownWeight: 0.1,
};

/** A word is worth learning from this many utterances on; anything else that is seen now and then. */
const WORD_SEEN_MIN = 8;
const SEEN_MIN = 4;

/** @param contexts dialogues without acts; may be none. */
export function prepareLesson(
  labelled: readonly Dialogue[],
  contexts: readonly Dialogue[],
  options: LessonOptions = LESSON_OPTIONS,
): Lesson {
  const examples = examplesOf(labelled).filter(({ act }) => act !== null);
  const inferred = contexts.length > 0 ? contexts.map(trainLabeller(examples)) : [];
  const material = new Material(ACTS.length, options);
  for (const example of examples) material.add(example.talk, certainty(ACTS.indexOf(actOf(example))), 1);
  addInferred(material, inferred, options);

  const pauses = new Material(2, options);
  for (const { talk, yields } of pausesOf(labelled)) pauses.add(talk, certainty(yields ? 1 : 0, 2), 1);
  for (const { talk, yields } of pausesOf(inferred))
    pauses.addOne(talk, certainty(yields ? 1 : 0, 2), options.contextWeight);

  const names = chooseFeatures(material.rows, material.weights, (name) =>
    WORD_FEATURE.test(name) ? WORD_SEEN_MIN : SEEN_MIN,
  );
  return { names, acts: material.finish(names), pauses: pauses.finish(names) };
}

function addInferred(
  material: Material,
  inferred: readonly LabelledDialogue[],
  { contextWeight }: LessonOptions,
): void {
  for (const dialogue of inferred)
    examplesOf([dialogue]).forEach(({ talk }, index) => {
      const belief = dialogue.beliefs[index];
      if (belief) material.addOne(talk, belief, contextWeight);
    });
}

/** Rows with their copies, as they come in. */
class Material {
  readonly rows: FeatureMap[] = [];
  readonly weights: number[] = [];
  readonly #targets: Float64Array[] = [];
  readonly #classes: number;
  readonly #options: LessonOptions;
  #plenty = 0;

  constructor(classes: number, options: LessonOptions) {
    this.#classes = classes;
    this.#options = options;
  }

  add(talk: Talk, target: Float64Array, weight: number): void {
    const { unphrasedWeight, unknownWeight } = this.#options;
    this.#put(talk, target, weight);
    if (unphrasedWeight > 0 && talk.agentRun > 0)
      this.#put({ ...talk, agentWords: [] }, target, weight * unphrasedWeight);
    if (unknownWeight > 0 && talk.agentUtterances > 0)
      this.#put(forgetActs(talk), target, weight * unknownWeight);
  }

  /** Of plenty no copies are needed: every so often an example stands in for what its copy would have been. */
  addOne(talk: Talk, target: Float64Array, weight: number): void {
    const { unphrasedWeight, unknownWeight } = this.#options;
    this.#plenty++;
    const isDue = (share: number) => share > 0 && this.#plenty % Math.round(1 + 1 / share) === 0;
    if (talk.agentUtterances > 0 && isDue(unknownWeight)) this.#put(forgetActs(talk), target, weight);
    else if (talk.agentRun > 0 && isDue(unphrasedWeight))
      this.#put({ ...talk, agentWords: [] }, target, weight);
    else this.#put(talk, target, weight);
  }

  finish(names: readonly string[]): { rows: SparseRows; wanted: WeightedTargets } {
    const targets = new Float64Array(this.rows.length * this.#classes);
    this.#targets.forEach((target, row) => {
      targets.set(target, row * this.#classes);
    });
    return {
      rows: toSparseRows(this.rows, names),
      wanted: { targets, weights: Float64Array.from(this.weights), classes: this.#classes },
    };
  }

  #put(talk: Talk, target: Float64Array, weight: number): void {
    this.rows.push(featuresOf(talk));
    this.#targets.push(target);
    this.weights.push(weight);
  }
}

function forgetActs(talk: Talk): Talk {
  return { ...talk, acts: {}, lastActs: talk.lastActs.map(() => null) };
}

function actOf({ act }: Example): NonNullable<Example["act"]> {
  if (act === null) throw new Error("An example to learn from has a known act.");
  return act;
}

function certainty(index: number, classes = ACTS.length): Float64Array {
  const target = new Float64Array(classes);
  target[index] = 1;
  return target;
}
