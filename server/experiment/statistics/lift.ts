/**
 * The relative lift that is shown beside a decision [EXP-5]. The decision is made on the absolute difference; an interval of the
 * lift by the delta method can contradict it, and is wrong early in a test. Fieller's interval ("Some Problems in Interval
 * Estimation", 1954) asks of each lift δ whether `treatment - control - δ · |control|` could be 0 at the same width. At δ = 0
 * that is the decision itself, so both always agree on which side of nothing the truth lies.
 */
import { adjustedVariance } from "./cuped.ts";
import type { Difference } from "./difference.ts";
import { type MetricSums, momentsOf } from "./moments.ts";
import type { Interval } from "./result.ts";

export interface Lift {
  /** As a share of the control's mean: 0.1 for 10 % more. */
  estimate: number;
  /** null where the control's own mean might be 0: then any lift is possible. */
  interval: Interval | null;
}

/**
 * @param difference absolute, of these sums. @param halfWidth of its two-sided interval, by whatever test decides.
 * @returns null where there is no difference to show.
 */
export function liftOf(
  control: MetricSums,
  difference: Pick<Difference, "estimate" | "standardError" | "controlMean" | "theta" | "reason">,
  halfWidth: number,
): Lift | null {
  const { estimate, standardError, controlMean, theta, reason } = difference;
  if (reason || controlMean === 0 || !(standardError > 0) || !(halfWidth >= 0)) return null;
  const arm = momentsOf(control);
  const size = Math.abs(controlMean);
  const critical = (halfWidth / standardError) ** 2;
  const varianceOfControl = arm.variance / arm.units;
  // The adjusted difference and the control's mean as measured vary together, through the control's units.
  const [plain, adjusted] = [arm.variance, adjustedVariance(arm, theta)];
  const ofBefore = theta ** 2 * (arm.before?.variance ?? 0);
  const together = (-Math.sign(controlMean) * (adjusted + plain - ofBefore)) / 2 / arm.units;

  // quadratic · δ² - 2 · linear · δ + constant ≤ 0
  const quadratic = size ** 2 - critical * varianceOfControl;
  const linear = estimate * size - critical * together;
  const constant = estimate ** 2 - critical * standardError ** 2;
  const root = Math.sqrt(linear ** 2 - quadratic * constant);
  const [low, high] = [(linear - root) / quadratic, (linear + root) / quadratic];
  const bounded = quadratic > 0 && Number.isFinite(low) && Number.isFinite(high);
  const lift = estimate / size;
  if (!Number.isFinite(lift)) return null;
  return { estimate: lift, interval: bounded ? { low, high } : null };
}
