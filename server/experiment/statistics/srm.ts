/**
 * Sample ratio mismatch [EXP-7]: did as many units come to each arm as its weight says? If not, something decided who was
 * counted, and no difference between the arms can be trusted. An arm without weight is no arm, and is not counted.
 */
import { chiSquareUpper, logGamma } from "./distributions.ts";
import { runningP } from "./msprt.ts";
import type { Reason } from "./result.ts";

/** Below it the verdict is blocked. */
export const SRM_BLOCKS = 0.001;

export interface RatioCheck {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  /** `too-few-units` without two arms of weight, or without anybody in them. */
  reason: Reason | null;
}

/**
 * Pearson's chi-square test of exposures against weights.
 * @param observed units exposed to each arm. @param weights of the same arms, of any sum.
 */
export function checkRatio(observed: readonly number[], weights: readonly number[]): RatioCheck {
  const arms = armsWithWeight(observed, weights);
  const units = total(arms.map(({ count }) => count));
  const weight = total(arms.map((arm) => arm.weight));
  if (!Number.isFinite(units) || !Number.isFinite(weight)) return neutralCheck("not-finite");
  if (arms.length < 2 || units <= 0) return neutralCheck("too-few-units");
  const chiSquare = total(
    arms.map((arm) => {
      const expected = (arm.weight / weight) * units;
      return (arm.count - expected) ** 2 / expected;
    }),
  );
  if (!Number.isFinite(chiSquare)) return neutralCheck("not-finite");
  const degreesOfFreedom = arms.length - 1;
  return { chiSquare, degreesOfFreedom, p: chiSquareUpper(chiSquare, degreesOfFreedom), reason: null };
}

function neutralCheck(reason: Reason): RatioCheck {
  return { chiSquare: 0, degreesOfFreedom: 0, p: 1, reason };
}

export interface RatioWatch {
  /** The logarithm of how much likelier the counts are under some other split than under the weights. */
  logBayesFactor: number;
  /** The smallest so far: it holds at every look at once. */
  p: number;
}

export interface RatioWatchOptions {
  weights: readonly number[];
  /** How sure the alternative is of a split near the weights: large finds small mismatches, small finds large ones early. */
  concentration?: number;
  /** The alternative's own parameters, one per arm, in place of `concentration · weight`. */
  alternative?: readonly number[];
}

/** As in optimizely/ssrm. */
const CONCENTRATION = 10_000;

/**
 * The sequential test, for alerts that look after every batch: a Dirichlet-multinomial against the multinomial of the weights.
 * Lindon & Malek, "Anytime-Valid Inference for Multinomial Count Data", arXiv 2011.03567. The batches' multinomial coefficients
 * cancel, so only the counts so far matter.
 * @param batches the units each arm gained since the last look. @returns one watch per batch.
 */
export function watchRatio(
  batches: readonly (readonly number[])[],
  { weights, concentration = CONCENTRATION, alternative }: RatioWatchOptions,
): RatioWatch[] {
  const kept = weights.flatMap((weight, arm) => (weight > 0 ? [arm] : []));
  const weight = total(kept.map((arm) => weights[arm] ?? 0));
  const shares = kept.map((arm) => (weights[arm] ?? 0) / weight);
  const prior = kept.map((arm, index) => alternative?.[arm] ?? concentration * (shares[index] ?? 0));
  const sound = [...prior, ...shares].every((value) => value > 0 && Number.isFinite(value));
  const counts = kept.map(() => 0);
  const watches: RatioWatch[] = [];
  for (const batch of batches) {
    kept.forEach((arm, index) => {
      counts[index] = (counts[index] ?? 0) + Math.max(0, batch[arm] ?? 0);
    });
    const factor = sound && kept.length > 1 ? logBayesFactor(counts, prior, shares) : 0;
    const logBayes = Number.isFinite(factor) ? factor : 0;
    const p = runningP(watches.at(-1)?.p ?? 1, Math.min(1, Math.exp(-logBayes)));
    watches.push({ logBayesFactor: logBayes, p });
  }
  return watches;
}

function logBayesFactor(
  counts: readonly number[],
  prior: readonly number[],
  shares: readonly number[],
): number {
  const [priorTotal, countTotal] = [total(prior), total(counts)];
  const arms = counts.map((count, arm) => {
    const alpha = prior[arm] ?? 0;
    return logGamma(alpha + count) - logGamma(alpha) - count * Math.log(shares[arm] ?? 0);
  });
  return total(arms) - logGamma(priorTotal + countTotal) + logGamma(priorTotal);
}

function armsWithWeight(observed: readonly number[], weights: readonly number[]) {
  return observed.flatMap((count, arm) => {
    const weight = weights[arm] ?? 0;
    return weight > 0 ? [{ count, weight }] : [];
  });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
