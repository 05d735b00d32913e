/**
 * How large a lift an experiment can see, and how long it has to run [EXP-9], before it starts, from the site's own history.
 *
 * All is about the relative lift of one arm over the control, with arms of equal size; the control's variance stands for both.
 * Normal approximation, as in GrowthBook (packages/shared/src/power). For a test that is looked at all along, the width of its
 * confidence sequence at the planned end counts as a wider standard error: that asks for rather more units than needed.
 */
import { sequenceHalfWidth, sequenceRho } from "./confidence-sequence.ts";
import type { Scale } from "./difference.ts";
import { normalQuantile, normalUpper } from "./distributions.ts";
import { isShare } from "./result.ts";

export interface PowerSettings {
  /** Of the metric in the control: mean and variance per unit. */
  mean: number;
  variance: number;
  alpha: number;
  /** Arms, the control among them. */
  arms: number;
  /** N* of the confidence sequence; null for a test with one look at its end. */
  plannedUnits: number | null;
  /** What the decision is made on, here the absolute difference or its ratio to the control; relative if absent. */
  scale?: Scale;
}

/** A conversion rate's mean and variance. */
export function proportionMoments(rate: number): { mean: number; variance: number } {
  return { mean: rate, variance: rate * (1 - rate) };
}

/**
 * The chance to see a lift that is there.
 * @param lift relative: 0.05 for 5 %. @param units in all arms together. @returns 0 to 1; 0 where nothing can be said.
 */
export function powerOf(
  lift: number,
  units: number,
  settings: PowerSettings & { oneSided?: boolean },
): number {
  const { mean, variance, alpha, arms, plannedUnits, scale, oneSided = false } = settings;
  const perArm = units / arms;
  if (!isUsable(settings) || !(perArm > 0)) return 0;
  const wider = plannedUnits === null ? 1 : sequenceWidening(2 * perArm, alpha, plannedUnits);
  const standardError = wider * Math.sqrt(liftVariance(lift, { mean, variance, scale }, perArm));
  const effect = lift / standardError;
  const critical = normalQuantile(oneSided ? 1 - alpha : 1 - alpha / 2);
  const power = normalUpper(critical - effect) + (oneSided ? 0 : normalUpper(critical + effect));
  return Number.isFinite(power) ? power : 0;
}

/**
 * The smallest relative lift that is seen with this power.
 * @returns null where no lift is: too few units, or a power not above the level.
 */
export function detectableLift(power: number, units: number, settings: PowerSettings): number | null {
  const { mean, variance, alpha, arms, plannedUnits, scale } = settings;
  const perArm = units / arms;
  if (!isUsable(settings) || !(perArm > 0) || !isShare(power) || power <= alpha) return null;
  const wider = plannedUnits === null ? 1 : sequenceWidening(2 * perArm, alpha, plannedUnits);
  // The lift where lift² = noise · (1 + (1 + lift)²), a quadratic in the lift.
  const noise = (reach(alpha, power) * wider) ** 2 * (variance / perArm / mean ** 2);
  if (scale === "absolute") return Number.isFinite(noise) ? Math.sqrt(2 * noise) : null;
  if (!(noise < 1)) return null;
  const lift = (noise + Math.sqrt(noise ** 2 + 2 * noise * (1 - noise))) / (1 - noise);
  return Number.isFinite(lift) ? lift : null;
}

/** Of one unit there is no variance. */
const UNITS_LEAST = 2;

/**
 * How many units each arm needs to see a lift with this power.
 * @returns null where no number of them would do.
 */
export function unitsPerArm(lift: number, power: number, settings: PowerSettings): number | null {
  const { mean, variance, alpha, plannedUnits, scale } = settings;
  if (!isUsable(settings) || !isShare(power) || power <= alpha || lift === 0) return null;
  const needed = (reach(alpha, power) ** 2 * liftVariance(lift, { mean, variance, scale }, 1)) / lift ** 2;
  if (!(needed < Number.MAX_SAFE_INTEGER)) return null;
  const fixed = Math.max(UNITS_LEAST, Math.ceil(needed));
  if (plannedUnits === null) return fixed;
  // A sequence widens with the sample too, so the units are sought: each doubling halves the variance, and widens far less.
  const enough = (perArm: number) =>
    perArm >= needed * sequenceWidening(2 * perArm, alpha, plannedUnits) ** 2;
  let high = fixed;
  while (!enough(high) && high < Number.MAX_SAFE_INTEGER) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high < Number.MAX_SAFE_INTEGER ? high : null;
}

/**
 * N* for an experiment that starts: the units of two arms it will compare at its end. A sequence tuned for its own end is
 * narrowest there, so what it needs at that end is what it is tuned for.
 * @returns of both arms; null where no number would do.
 */
export function planUnits(
  lift: number,
  power: number,
  settings: Omit<PowerSettings, "plannedUnits">,
): number | null {
  const fixed = unitsPerArm(lift, power, { ...settings, plannedUnits: null });
  if (fixed === null) return null;
  // At its own N*, a sequence is wider than a fixed test by a factor that only the level decides.
  const needed = fixed * sequenceWidening(1, settings.alpha, 1) ** 2;
  return Number.isFinite(needed) ? 2 * Math.ceil(needed) : null;
}

/** @param unitsPerDay exposed to all arms together. @returns whole days; null where nobody comes. */
export function durationInDays(units: number, unitsPerDay: number): number | null {
  const days = Math.ceil(units / unitsPerDay);
  return unitsPerDay > 0 && Number.isFinite(days) && days >= 0 ? days : null;
}

/** Of the estimated lift: by the delta method, or with the control's mean taken for known. */
export function liftVariance(
  lift: number,
  { mean, variance, scale }: { mean: number; variance: number; scale?: Scale | undefined },
  perArm: number,
): number {
  const ofTreatmentAndControl = scale === "absolute" ? 2 : 1 + (1 + lift) ** 2;
  return ((variance / perArm) * ofTreatmentAndControl) / mean ** 2;
}

/** How many standard errors away an effect has to be: to be significant, and not to be missed. */
function reach(alpha: number, power: number): number {
  return normalQuantile(1 - alpha / 2) + normalQuantile(power);
}

/** How many times wider a confidence sequence of this N* is than a fixed test's interval. @param units of the two arms compared. */
function sequenceWidening(units: number, alpha: number, plannedUnits: number): number {
  const rho = sequenceRho({ alpha, plannedUnits, tail: "two-sided" });
  const halfWidth = sequenceHalfWidth({ standardError: 1, units, rho, alpha, tail: "two-sided" });
  return halfWidth / normalQuantile(1 - alpha / 2);
}

function isUsable({ mean, variance, alpha, arms, plannedUnits }: PowerSettings): boolean {
  const tuned = plannedUnits === null || (plannedUnits > 0 && Number.isFinite(plannedUnits));
  return (
    isShare(alpha) &&
    arms >= 2 &&
    mean !== 0 &&
    variance > 0 &&
    Number.isFinite(variance / mean ** 2) &&
    tuned
  );
}
