/**
 * Of twenty metrics without any effect, one is significant at 5 %. Holm's correction keeps the chance of any false alarm among
 * the goals under the level, Benjamini and Hochberg's the share of false ones among the alarms. Guardrails are left out: they
 * are one-sided tests of harm, and a missed harm is dearer than an alarm too many [EXP-8].
 */
import { normalQuantile } from "./distributions.ts";
import { type Interval, isInReach } from "./result.ts";

/** Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979. @returns adjusted p-values in the order given. */
export function holm(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let highest = 0;
  return adjust(pValues, ascending(pValues), (p, rank) => {
    highest = Math.max(highest, p * (count - rank));
    return highest;
  });
}

/** Benjamini & Hochberg, "Controlling the False Discovery Rate", 1995. @returns adjusted p-values in the order given. */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const count = pValues.length;
  let lowest = 1;
  return adjust(pValues, ascending(pValues).reverse(), (p, step) => {
    lowest = Math.min(lowest, (p * count) / (count - step));
    return lowest;
  });
}

function ascending(pValues: readonly number[]): number[] {
  return pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
}

function adjust(
  pValues: readonly number[],
  order: readonly number[],
  adjusted: (p: number, step: number) => number,
): number[] {
  const result = pValues.map(() => 1);
  order.forEach((index, step) => {
    const p = adjusted(pValues[index] ?? 1, step);
    result[index] = Number.isFinite(p) ? Math.min(1, Math.max(0, p)) : 1;
  });
  return result;
}

/**
 * The interval that goes with an adjusted p-value: that of a normal estimate which would have just this p-value, as in GrowthBook.
 * @returns null where the p-value is 0 or 1, or nothing was lifted: no spread follows from it.
 */
export function adjustedInterval(estimate: number, adjustedP: number, alpha: number): Interval | null {
  if (!(adjustedP > 0 && adjustedP < 1 && alpha > 0 && alpha < 1) || estimate === 0) return null;
  const standardError = Math.abs(estimate / normalQuantile(1 - adjustedP / 2));
  const halfWidth = normalQuantile(1 - alpha / 2) * standardError;
  if (!isInReach(estimate, halfWidth)) return null;
  return { low: estimate - halfWidth, high: estimate + halfWidth };
}
