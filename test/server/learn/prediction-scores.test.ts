import { describe, expect, it } from "vitest";
import {
  bootstrapIntervals,
  calibrationError,
  type Prediction,
  scorePredictions,
} from "../../../server/learn/prediction-scores.ts";

const predicted = (actual: number, distribution: number[], group = 0): Prediction => ({
  group,
  actual,
  distribution: Float64Array.from(distribution),
});

describe("scores of predictions", () => {
  it("[POL-3] are those of the definitions", () => {
    const scores = scorePredictions([
      predicted(0, [0.5, 0.3, 0.11, 0.09]),
      predicted(1, [0.5, 0.3, 0.11, 0.09]),
      predicted(1, [0.1, 0.7, 0.11, 0.09]),
      predicted(3, [0.4, 0.3, 0.2, 0.1]),
    ]);
    expect(scores.top1).toBeCloseTo(2 / 4);
    expect(scores.top3).toBeCloseTo(3 / 4);
    // Class 0: right once of three predictions, one actual; class 1: right once of one prediction, two actual.
    expect(scores.macroF1).toBeCloseTo((2 / 4 + 2 / 3) / 4);
    expect(scores.weightedF1).toBeCloseTo((1 * (2 / 4) + 2 * (2 / 3)) / 4);
    expect(scores.nll).toBeCloseTo(-(Math.log(0.5) + Math.log(0.3) + Math.log(0.7) + Math.log(0.1)) / 4);
  });

  it("[POL-3] give ties their share: indifference is as good as chance", () => {
    const indifferent = new Array<number>(14).fill(1 / 14);
    const scores = scorePredictions(
      Array.from({ length: 14 }, (_, actual) => predicted(actual, indifferent)),
    );
    expect(scores.top1).toBeCloseTo(1 / 14);
    expect(scores.top3).toBeCloseTo(3 / 14);
    expect(scores.nll).toBeCloseTo(Math.log(14));
    expect(scores.entropy).toBeCloseTo(Math.log(14));
  });

  it("[POL-3] have intervals that hold the score, the same for the same seed, over whole dialogues", () => {
    const many = Array.from({ length: 400 }, (_, i) => predicted(i % 3 === 0 ? 0 : 1, [0.6, 0.4], i % 80));
    const scores = scorePredictions(many);
    const intervals = bootstrapIntervals(many);
    expect(intervals.top1Low).toBeLessThanOrEqual(scores.top1);
    expect(intervals.top1High).toBeGreaterThanOrEqual(scores.top1);
    expect(bootstrapIntervals(many)).toEqual(intervals);

    // Predictions of a dialogue that stand and fall together say less than as many that don't.
    const together = many.map((made, i) => ({ ...made, group: i % 8, actual: i % 2 }));
    const apart = together.map((made, i) => ({ ...made, group: i }));
    const width = (of: Prediction[]) => {
      const { top1Low, top1High } = bootstrapIntervals(of);
      return top1High - top1Low;
    };
    expect(width(together)).toBeGreaterThan(2 * width(apart));
  });

  it("[POL-3] tell how far confidence is from the truth", () => {
    const honest = Array.from({ length: 10 }, (_, i) => predicted(i < 7 ? 0 : 1, [0.7, 0.3]));
    const boastful = honest.map(({ actual }) => predicted(actual, [0.99, 0.01]));
    expect(calibrationError(honest)).toBeCloseTo(0);
    expect(calibrationError(boastful)).toBeCloseTo(0.29);
  });
});
