/** Units that were seen in two arms are left out of the analysis and counted; too many of them, and assignment is broken [EXP-2]. */

export type ExposureHealth = "healthy" | "unhealthy" | "not-enough-traffic";

export interface ExposureLimits {
  /** Below so many units nothing is said. */
  unitsLeast: number;
  /** From this share on it is unhealthy, between 0 and 1. */
  shareMost: number;
}

export const EXPOSURE_LIMITS: ExposureLimits = { unitsLeast: 10, shareMost: 0.01 };

/** @param crossed units seen in more than one arm. @param units exposed to any. */
export function exposureHealth(
  crossed: number,
  units: number,
  { unitsLeast, shareMost }: ExposureLimits = EXPOSURE_LIMITS,
): ExposureHealth {
  if (!(units >= unitsLeast) || !(units > 0)) return "not-enough-traffic";
  return crossed / units >= shareMost ? "unhealthy" : "healthy";
}
