/**
 * The mixture sequential probability ratio test: the likelihood of the difference, were it drawn from N(0, τ), against that of
 * no difference. Its p-values and intervals hold at every look at once. Johari, Pekelis & Walsh, "Always Valid Inference:
 * Continuous Monitoring of A/B Tests", arXiv 1512.04922. τ has to be fixed beforehand.
 */
import { type Interval, intervalAround, isInReach, type Reason } from "./result.ts";

export interface MixtureTest {
  likelihoodRatio: number;
  /** Of this look alone; the valid one is the smallest so far, see `runningP`. */
  p: number;
  halfWidth: number;
  interval: Interval;
  reason: Reason | null;
}

export interface MixtureOptions {
  /** Of the estimate, its standard error squared. */
  variance: number;
  /** The variance of the effects that are looked for, in the estimate's unit squared. */
  tau: number;
  alpha: number;
}

/** The largest ratio that is told: nobody needs more, and no figure is infinite. */
const RATIO_MOST = Number.MAX_VALUE;

export function mixtureTest(estimate: number, { variance, tau, alpha }: MixtureOptions): MixtureTest {
  const neutral = (reason: Reason): MixtureTest => ({
    likelihoodRatio: 1,
    p: 1,
    halfWidth: 0,
    interval: { low: 0, high: 0 },
    reason,
  });
  if (!(alpha > 0 && alpha < 1 && tau > 0)) return neutral("bad-setting");
  if (!(variance > 0)) return neutral("no-variance");
  const logRatio =
    0.5 * Math.log(variance / (variance + tau)) + (tau * estimate ** 2) / (2 * variance * (variance + tau));
  const halfWidth = mixtureHalfWidth({ variance, tau, alpha });
  if (!Number.isFinite(logRatio) || !isInReach(estimate, halfWidth)) return neutral("not-finite");
  return {
    likelihoodRatio: Math.min(RATIO_MOST, Math.exp(logRatio)),
    p: Math.min(1, Math.exp(-logRatio)),
    halfWidth,
    interval: intervalAround(estimate, halfWidth, "two-sided"),
    reason: null,
  };
}

export function mixtureHalfWidth({ variance, tau, alpha }: MixtureOptions): number {
  const total = variance + tau;
  return Math.sqrt(((variance * total) / tau) * (Math.log(total / variance) - 2 * Math.log(alpha)));
}

/** Once significant, always: an always-valid p-value never rises. Never to be used on those of a fixed test. */
export function runningP(before: number, now: number): number {
  return Math.min(before, now);
}
