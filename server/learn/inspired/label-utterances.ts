/**
 * Tells the act of an utterance that was already made, from its words and its place in the talk: much easier than foreseeing
 * it. Fitted on annotated dialogues it annotates the others, so that the prior can learn from several times as many.
 */
import { ACTS, NO_TALK, type Utterance, utter } from "../../dialogue/talk.ts";
import { chooseFeatures, type FeatureMap, toSparseRows } from "../sparse-rows.ts";
import type { Dialogue } from "./dialogues.ts";
import { type Example, featuresOf, outlineOf } from "./examples.ts";
import { trainLogistic } from "./logistic.ts";
import { softmaxRows } from "./softmax.ts";

/** A dialogue whose acts were inferred, with what each was taken for: one distribution for each utterance of the recommender. */
export interface LabelledDialogue extends Dialogue {
  beliefs: Float64Array[];
}

const PENALTY = 2;
const SEEN_MIN = 2;

/** @returns annotates a dialogue, utterance by utterance: each is judged in the light of those before it. */
export function trainLabeller(examples: readonly Example[]): (dialogue: Dialogue) => LabelledDialogue {
  const known = examples.filter(({ act }) => act !== null);
  const rows = known.map(({ talk, utterance }) => evidenceOf(featuresOf(talk), utterance));
  const weights = new Float64Array(rows.length).fill(1);
  const names = chooseFeatures(rows, weights, () => SEEN_MIN);
  const targets = new Float64Array(rows.length * ACTS.length);
  known.forEach(({ act }, row) => {
    if (act !== null) targets[row * ACTS.length + ACTS.indexOf(act)] = 1;
  });
  const model = trainLogistic(toSparseRows(rows, names), { targets, weights, classes: ACTS.length }, PENALTY);
  const columns = new Map(names.map((name, column) => [name, column]));

  return ({ id, utterances }) => {
    let talk = NO_TALK;
    const beliefs: Float64Array[] = [];
    const labelled = utterances.map((utterance): Utterance => {
      let spoken = utterance;
      if (utterance.by === "agent") {
        const belief = judge(evidenceOf(featuresOf(talk), utterance), columns, model);
        beliefs.push(belief);
        spoken = { ...utterance, act: ACTS[belief.indexOf(Math.max(...belief))] ?? null };
      }
      talk = utter(talk, spoken);
      return spoken;
    });
    return { id, utterances: labelled, beliefs };
  };
}

function judge(
  evidence: FeatureMap,
  columns: ReadonlyMap<string, number>,
  model: Float64Array,
): Float64Array {
  const scores = new Float64Array(ACTS.length);
  for (const [name, value] of evidence) {
    const column = columns.get(name);
    if (column === undefined) continue;
    for (let k = 0; k < ACTS.length; k++)
      scores[k] = (scores[k] ?? 0) + value * (model[column * ACTS.length + k] ?? 0);
  }
  return softmaxRows(scores, ACTS.length);
}

/** The place in the talk, and the utterance's own words, pairs of words, beginning, end and length. */
function evidenceOf(before: FeatureMap, { words }: Utterance): FeatureMap {
  const evidence = new Map(outlineOf(before));
  words.forEach((word, index) => {
    evidence.set(`word: ${word}`, 1);
    const next = words[index + 1];
    if (next !== undefined) evidence.set(`words: ${word} ${next}`, 1);
  });
  evidence.set(`first word: ${words[0] ?? ""}`, 1);
  evidence.set(`first words: ${words[0] ?? ""} ${words[1] ?? ""}`, 1);
  evidence.set(`last word: ${words.at(-1) ?? ""}`, 0.7);
  evidence.set("length", Math.log1p(words.length) / 3);
  evidence.set(`length: ${Math.min(8, words.length)}`, 0.5);
  return evidence;
}
