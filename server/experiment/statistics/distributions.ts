/**
 * The distribution functions the statistics rest on, under the names they have in our files; no other file knows the library.
 *
 * An upper tail is never `1 - cdf`, which has no digits left where p-values matter: the normal's and Student's come by symmetry,
 * chi-square's through the regularised upper incomplete gamma function.
 */
import gammaIncomplete from "@stdlib/math-base-special-gammainc";
import gammaLogarithm from "@stdlib/math-base-special-gammaln";
import betaDistribution from "@stdlib/stats-base-dists-beta-cdf";
import betaLogPdf from "@stdlib/stats-base-dists-beta-logpdf";
import betaInverse from "@stdlib/stats-base-dists-beta-quantile";
import normalDistribution from "@stdlib/stats-base-dists-normal-cdf";
import normalInverse from "@stdlib/stats-base-dists-normal-quantile";
import studentDistribution from "@stdlib/stats-base-dists-t-cdf";
import studentInverse from "@stdlib/stats-base-dists-t-quantile";

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  return normalDistribution(z, 0, 1);
}

/** P(Z > z) of the standard normal. */
export function normalUpper(z: number): number {
  return normalDistribution(-z, 0, 1);
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return p > 0 && p < LOWER_TAIL ? lowerNormalQuantile(p) : normalInverse(p, 0, 1);
}

/** Below it, the library computes `2p - 1` and loses the digits of p. */
const LOWER_TAIL = 0.01;
const STEPS_MOST = 20;

/** Newton's method on ln P(Z ≤ z), which is nearly a parabola there; from below it always converges. */
function lowerNormalQuantile(p: number): number {
  let z = -Math.sqrt(-2 * Math.log(p));
  for (let step = 0; step < STEPS_MOST; step++) {
    const below = normalCdf(z);
    if (below === 0) return z;
    const change = ((Math.log(below) - Math.log(p)) * below) / normalDensity(z);
    z -= change;
    if (Math.abs(change) <= Number.EPSILON * Math.abs(z)) break;
  }
  return z;
}

export function normalDensity(z: number): number {
  return Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

/** P(T ≤ t) of Student's distribution; degrees need not be whole. */
export function studentCdf(t: number, degrees: number): number {
  return studentDistribution(t, degrees);
}

export function studentUpper(t: number, degrees: number): number {
  return studentDistribution(-t, degrees);
}

export function studentQuantile(p: number, degrees: number): number {
  return studentInverse(p, degrees);
}

/** P(X > x) of chi-square. */
export function chiSquareUpper(x: number, degrees: number): number {
  return x <= 0 ? 1 : gammaIncomplete(x / 2, degrees / 2, true, true);
}

export function betaCdf(x: number, alpha: number, beta: number): number {
  return betaDistribution(x, alpha, beta);
}

export function betaQuantile(p: number, alpha: number, beta: number): number {
  return betaInverse(p, alpha, beta);
}

export function betaLogDensity(x: number, alpha: number, beta: number): number {
  return betaLogPdf(x, alpha, beta);
}

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  return gammaLogarithm(x);
}
