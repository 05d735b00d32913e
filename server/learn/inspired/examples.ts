/** Dialogues as predictions to be made: for each utterance of the recommender, what was known before it. */
import { type Act, NO_TALK, type Talk, type Utterance, utter } from "../../dialogue/talk.ts";
import { addTalkFeatures, nameOfTalkFeature, WORD_FEATURE } from "../../strategy/talk-features.ts";
import type { FeatureMap } from "../sparse-rows.ts";
import type { Dialogue } from "./dialogues.ts";

export interface Example {
  /** Position of its dialogue in the list. */
  dialogue: number;
  /** The talk before the utterance. */
  talk: Talk;
  utterance: Utterance;
  /** What the agent knew of its own acts was taken away: see `withoutActs`. */
  act: Act | null;
}

/** A point within or after a turn of the recommender: goes on, or hands the floor over? */
export interface Pause {
  dialogue: number;
  talk: Talk;
  yields: boolean;
}

/** One for each utterance of the recommender, labelled or not, in order. */
export function examplesOf(dialogues: readonly Dialogue[]): Example[] {
  return dialogues.flatMap(({ utterances }, dialogue) => {
    let talk = NO_TALK;
    return utterances.flatMap((utterance) => {
      const before = talk;
      talk = utter(talk, utterance);
      return utterance.by === "agent" ? [{ dialogue, talk: before, utterance, act: utterance.act }] : [];
    });
  });
}

/** After each utterance of the recommender. Where a dialogue breaks off, nothing is known of who would have spoken. */
export function pausesOf(dialogues: readonly Dialogue[]): Pause[] {
  return dialogues.flatMap(({ utterances }, dialogue) => {
    let talk = NO_TALK;
    return utterances.flatMap((utterance, index) => {
      talk = utter(talk, utterance);
      const next = utterances[index + 1];
      if (utterance.by !== "agent" || next === undefined) return [];
      return [{ dialogue, talk, yields: next.by === "shopper" }];
    });
  });
}

/** The same dialogues as somebody sees them who reads every word but knows none of the recommender's acts. */
export function withoutActs(dialogues: readonly Dialogue[]): Dialogue[] {
  return dialogues.map(({ id, utterances }) => ({
    id,
    utterances: utterances.map((utterance) => ({ ...utterance, act: null })),
  }));
}

export function featuresOf(talk: Talk): FeatureMap {
  const features = new Map<string, number>();
  addTalkFeatures(talk, (kind, detail, value) => features.set(nameOfTalkFeature(kind, detail), value));
  return features;
}

/** All but the words: what is left when a talk is told in outline. */
export function outlineOf(features: FeatureMap): FeatureMap {
  return new Map([...features].filter(([name]) => !WORD_FEATURE.test(name)));
}
