/**
 * The sequential interval of Statsig, for comparison with reports made there; no verdict of ours rests on it. Its τ shrinks with
 * the sample, so its width is a constant number of standard errors: very wide, and yet not valid at all looks at once.
 * Statsig docs, experiments/advanced-setup/sequential-testing.
 */
import { normalQuantile } from "./distributions.ts";
import { mixtureHalfWidth } from "./msprt.ts";
import { type Interval, intervalAround, isInReach, isShare, type Reason } from "./result.ts";

export interface StatsigArm {
  units: number;
  /** Per unit. */
  variance: number;
}

export interface StatsigInterval {
  /** Half the interval, in standard errors. */
  critical: number;
  tau: number;
  interval: Interval;
  reason: Reason | null;
}

export function statsigInterval(
  estimate: number,
  control: StatsigArm,
  treatment: StatsigArm,
  alpha: number,
): StatsigInterval {
  const neutral = (reason: Reason): StatsigInterval => ({
    critical: 0,
    tau: 0,
    interval: { low: 0, high: 0 },
    reason,
  });
  if (!isShare(alpha)) return neutral("bad-setting");
  if (!(control.units > 0 && treatment.units > 0)) return neutral("too-few-units");
  const variance = control.variance / control.units + treatment.variance / treatment.units;
  const tau =
    (normalQuantile(alpha / 2) ** 2 * (control.variance + treatment.variance)) /
    (control.units + treatment.units);
  if (!(variance > 0 && tau > 0)) return neutral("no-variance");
  const halfWidth = mixtureHalfWidth({ variance, tau, alpha: alpha / 2 });
  const critical = halfWidth / Math.sqrt(variance);
  if (!Number.isFinite(critical) || !isInReach(estimate, halfWidth)) return neutral("not-finite");
  return { critical, tau, interval: intervalAround(estimate, halfWidth, "two-sided"), reason: null };
}
