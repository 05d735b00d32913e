/** How well distributions over classes foresee what happened, with intervals from resampling whole groups. */
import { chanceFrom } from "../turn/chance.ts";

/** One prediction. */
export interface Prediction {
  /** Predictions of a group (a dialogue) are resampled together: they are not independent of each other. */
  group: number;
  /** Index of the class that occurred. */
  actual: number;
  /** A probability for each class; sums to 1. */
  distribution: Float64Array;
}

export const SCORE_NAMES = ["top1", "top3", "macroF1", "weightedF1", "nll", "entropy"] as const;
export type ScoreName = (typeof SCORE_NAMES)[number];

/**
 * `top1`, `top3`: share of predictions whose class is the likeliest, or among the three likeliest. The F1 scores are of the
 * likeliest class, averaged over all classes. `nll` (mean negative log-likelihood) and `entropy` (of the acts that would be
 * drawn, over all predictions together) are in nats. Where classes tie, each counts its share.
 */
export type Scores = Record<ScoreName, number>;
export type Intervals = Record<`${ScoreName}Low` | `${ScoreName}High`, number>;

/** Sums over predictions, from which the scores follow: what a group contributes. */
interface Tally {
  count: number;
  first: number;
  amongThree: number;
  surprise: number;
  actual: Float64Array;
  predicted: Float64Array;
  hits: Float64Array;
  drawn: Float64Array;
}

/** Less likely than this nothing is taken to be, so that one impossible event does not outweigh all others. */
const PROBABILITY_MIN = 1e-6;

export function scorePredictions(predictions: readonly Prediction[]): Scores {
  return scoresOf(sumOf([...tallyGroups(predictions).values()]));
}

/** 95 % percentile intervals over resampled groups. The same seed gives the same intervals. */
export function bootstrapIntervals(
  predictions: readonly Prediction[],
  { samples = 2_000, seed = "bootstrap" }: { samples?: number; seed?: string } = {},
): Intervals {
  const groups = [...tallyGroups(predictions).values()];
  const chance = chanceFrom(seed);
  const drawn: Scores[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const resampled = groups.map(() => groups[Math.floor(chance() * groups.length)] as Tally);
    drawn.push(scoresOf(sumOf(resampled)));
  }
  const entries = SCORE_NAMES.flatMap((name) => {
    const sorted = drawn.map((scores) => scores[name]).sort((a, b) => a - b);
    return [
      [`${name}Low`, quantile(sorted, 0.025)],
      [`${name}High`, quantile(sorted, 0.975)],
    ];
  });
  return Object.fromEntries(entries) as Intervals;
}

/**
 * Expected calibration error: how far, on average, the probability of the likeliest class is from the share in which it
 * occurred, over ten bins of equal width.
 */
export function calibrationError(predictions: readonly Prediction[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, trust: 0, right: 0 }));
  for (const { distribution, actual } of predictions) {
    const best = Math.max(...distribution);
    const bin = bins[Math.min(9, Math.floor(best * 10))];
    if (!bin) continue;
    const ties = distribution.filter((probability) => probability === best).length;
    bin.count++;
    bin.trust += best;
    bin.right += distribution[actual] === best ? 1 / ties : 0;
  }
  const gap = bins.reduce((sum, bin) => sum + Math.abs(bin.trust - bin.right), 0);
  return predictions.length === 0 ? 0 : gap / predictions.length;
}

function tallyGroups(predictions: readonly Prediction[]): Map<number, Tally> {
  const groups = new Map<number, Tally>();
  for (const prediction of predictions) {
    const tally = groups.get(prediction.group) ?? emptyTally(prediction.distribution.length);
    groups.set(prediction.group, tally);
    count(tally, prediction);
  }
  return groups;
}

function emptyTally(classes: number): Tally {
  const zeros = () => new Float64Array(classes);
  return {
    count: 0,
    first: 0,
    amongThree: 0,
    surprise: 0,
    actual: zeros(),
    predicted: zeros(),
    hits: zeros(),
    drawn: zeros(),
  };
}

function count(tally: Tally, { actual, distribution }: Prediction): void {
  const own = distribution[actual] ?? 0;
  const best = Math.max(...distribution);
  let ahead = 0;
  let level = 0;
  let firsts = 0;
  for (const probability of distribution) {
    if (probability > own) ahead++;
    if (probability === own) level++;
    if (probability === best) firsts++;
  }
  tally.count++;
  tally.first += own === best ? 1 / firsts : 0;
  tally.amongThree += Math.min(1, Math.max(0, (3 - ahead) / level));
  tally.surprise -= Math.log(Math.max(own, PROBABILITY_MIN));
  add(tally.actual, actual, 1);
  if (own === best) add(tally.hits, actual, 1 / firsts);
  distribution.forEach((probability, k) => {
    add(tally.drawn, k, probability);
    if (probability === best) add(tally.predicted, k, 1 / firsts);
  });
}

function sumOf(tallies: readonly Tally[]): Tally {
  const total = emptyTally(tallies[0]?.actual.length ?? 0);
  for (const tally of tallies) {
    total.count += tally.count;
    total.first += tally.first;
    total.amongThree += tally.amongThree;
    total.surprise += tally.surprise;
    for (const part of ["actual", "predicted", "hits", "drawn"] as const)
      tally[part].forEach((value, k) => {
        add(total[part], k, value);
      });
  }
  return total;
}

function scoresOf(total: Tally): Scores {
  const { count, actual, predicted, hits, drawn } = total;
  const n = Math.max(1, count);
  const f1 = [...hits].map((hit, k) => {
    const both = (predicted[k] ?? 0) + (actual[k] ?? 0);
    return both === 0 ? 0 : (2 * hit) / both;
  });
  return {
    top1: total.first / n,
    top3: total.amongThree / n,
    macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length),
    weightedF1: f1.reduce((sum, value, k) => sum + value * (actual[k] ?? 0), 0) / n,
    nll: total.surprise / n,
    entropy: [...drawn].reduce((sum, mass) => (mass > 0 ? sum - (mass / n) * Math.log(mass / n) : sum), 0),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function add(array: Float64Array, index: number, value: number): void {
  array[index] = (array[index] ?? 0) + value;
}
