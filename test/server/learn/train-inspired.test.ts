import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  bestRecipe,
  crossValidate,
  type HeldOut,
  RECIPE_NAMES,
} from "../../../server/learn/inspired/cross-validate.ts";
import { readDialogues } from "../../../server/learn/inspired/read-dialogues.ts";
import { predictWith, scorePolicy } from "../../../server/learn/inspired/score-policies.ts";
import { trainInspired } from "../../../server/learn/inspired/train-inspired.ts";
import { scorePredictions } from "../../../server/learn/prediction-scores.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import type { Policy } from "../../../server/strategy/policy.ts";
import { openPolicyFile } from "../../../server/turn/policy-shelf.ts";
import { madeUpDialogues, type RecordedRow, tableOf } from "../../support/recorded-dialogues.ts";

function dialoguesOf(rows: readonly RecordedRow[]) {
  const reading = readDialogues(tableOf(rows));
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.read;
}

function opened(json: unknown): Policy {
  const opening = openPolicyFile(JSON.parse(JSON.stringify(json)));
  if (!opening.ok) throw new Error(opening.why);
  return opening.policy;
}

const { dialogues, hash } = dialoguesOf(madeUpDialogues(40));
const unannotated = dialoguesOf(madeUpDialogues(30, { seed: "contexts" })).dialogues.map(
  ({ id, utterances }) => ({
    id,
    utterances: utterances.map((utterance) => ({ ...utterance, act: null })),
  }),
);
const options = {
  dialogues,
  hash,
  contexts: unannotated,
  seed: "1",
  at: "2026-01-01T00:00:00.000Z",
  folds: 3,
  repeats: 1,
  recipes: ["logistic, annotated only", "logistic, penalty 12", "network"] as const,
};
const trained = trainInspired(options);

describe("the human prior", () => {
  it("[POL-3] every kind of model foresees recommenders that follow rules", () => {
    const { predictions } = crossValidate(dialogues, unannotated, {
      recipes: RECIPE_NAMES,
      folds: 2,
      repeats: 1,
      seed: "1",
    });
    for (const [recipe, made] of predictions) {
      const { top1, nll } = scorePredictions(made);
      expect(top1, recipe).toBeGreaterThan(0.75);
      expect(nll, recipe).toBeLessThan(1.2);
    }
  });

  it("[POL-3] is never scored on what it was fitted on: where labels are chance, so are its hits", () => {
    const noise = dialoguesOf(madeUpDialogues(30, { noise: 1 })).dialogues;
    const policy = opened(trainInspired({ ...options, dialogues: noise, contexts: [] }).file);
    const { top1, how } = scorePolicy(policy, { dialogues: noise, contexts: () => [], folds: 3, seed: "2" });
    expect(how).toContain("cross-validation");
    expect(top1).toBeLessThan(0.3);
    // By its own weights it would look better than it is.
    expect(scorePredictions(predictWith(policy, noise)).top1).toBeGreaterThan(top1 + 0.1);
  });

  it("[POL-3] is scored by its own weights on dialogues new to it, and a mixed file in both ways", () => {
    const policy = opened(trained.file);
    const fresh = dialoguesOf(madeUpDialogues(20, { seed: "fresh" })).dialogues;
    const on = (some: typeof fresh) =>
      scorePolicy(policy, { dialogues: some, contexts: () => [], folds: 3, seed: "1" });
    const scores = on(fresh);
    expect(scores.how).toContain("as it is");
    expect(scores.top1).toBeGreaterThan(0.75);
    expect(scores).toMatchObject(scorePredictions(predictWith(policy, fresh)));

    const mixed = on([...dialogues, ...fresh]);
    expect(mixed.how).toMatch(/40 dialogues it was fitted on by 3-fold cross-validation.*20 others/);
    expect(mixed.n).toBe(scores.n + on(dialogues).n);
  });

  it("[POL-3] is the same file for the same dialogues and seed", () => {
    const train = (seed: string) =>
      trainInspired({ ...options, contexts: [], folds: 2, recipes: ["network"], seed }).file;
    expect(train("1")).toEqual(train("1"));
    expect(train("2").version).not.toBe(train("1").version);
  });

  it("[POL-3] takes the recipe with the least surprise, the lighter one where they are close", () => {
    const { recipe, figures, chosenBlind, file } = trained;
    const least = Math.min(...[...figures.values()].map(({ nll }) => nll));
    const chosen = figures.get(recipe)?.nll ?? Number.NaN;
    expect(chosen).toBeLessThan(least + 0.02);
    expect(chosenBlind.nll).toBeGreaterThanOrEqual(least);
    expect(file.training.figures.nll).toBeCloseTo(chosen, 3);
  });

  it("[POL-3] a recipe that costs more has to be clearly better", () => {
    const surprise = (probability: number): HeldOut[] => [
      { group: 0, fold: "0", actual: 0, distribution: Float64Array.of(probability, 1 - probability) },
    ];
    const choice = (light: number, heavy: number) =>
      bestRecipe(
        new Map([
          ["logistic, penalty 24", surprise(light)],
          ["ensemble", surprise(heavy)],
        ]),
      );
    expect(choice(0.5, 0.505)).toBe("logistic, penalty 24");
    expect(choice(0.5, 0.6)).toBe("ensemble");
  });

  it("[POL-3] foresees more from words alone than from nothing, where no act is known", () => {
    const random = findPolicy("random");
    if (!random) throw new Error("no random policy");
    const chance = scorePredictions(predictWith(random, dialogues));
    expect(trained.withoutActs.top1).toBeGreaterThan(2 * chance.top1);
    expect(chance.nll).toBeCloseTo(Math.log(14), 6);
  });

  it("[POL-3] tells when a turn ends better than the share of turns that end", () => {
    expect(trained.yields.nll).toBeLessThan(0.8 * trained.yields.nllOfShare);
  });
});

const DEV = "../shared/data/dialogues/inspired/dev.tsv";

describe.skipIf(!existsSync(DEV))(`the prior that ships (needs ${DEV})`, () => {
  it("[POL-3] was fitted on the development split, and kept the goals there by cross-validation", () => {
    const policy = findPolicy("inspired");
    const reading = readDialogues(readFileSync(DEV, "utf8"));
    if (!reading.ok || !policy) throw new Error("not to be had");
    expect(policy.training?.hash).toBe(reading.read.hash);
    expect(reading.read.remarks).toEqual([]);
    // It was fitted on these: here it only has to do what its record says it can do on others.
    expect(scorePredictions(predictWith(policy, reading.read.dialogues)).top1).toBeGreaterThan(0.35);
  });
});
