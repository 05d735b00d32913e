/** How much longer a running experiment has to run [EXP-9], from the standard error it has reached. */
import type { LiftPrior } from "./bayesian.ts";
import { sequenceHalfWidth, sequenceRho } from "./confidence-sequence.ts";
import { normalQuantile, normalUpper } from "./distributions.ts";
import { posteriorPower } from "./power-bayesian.ts";
import { isShare, type Reason } from "./result.ts";

export interface RunningState {
  /** The squared standard error of the estimate now. */
  variance: number;
  /** Of the two arms compared. */
  units: number;
  /** The effect that should be seen, on the estimate's scale. */
  effect: number;
  power: number;
  alpha: number;
  /** How it is decided in the end; a prior is in the effect's unit. */
  decidedBy:
    | { test: "fixed" }
    | { test: "sequence"; plannedUnits: number }
    | { test: "posterior"; prior: LiftPrior | null };
  /** Tests the level is shared between (metrics × treatments), and metrics that are all to be seen. */
  tests?: number;
  metrics?: number;
}

export interface RemainingUnits {
  /** More units of the two arms together; 0 where the power is reached already. */
  units: number | null;
  /** The same as a multiple of those there are. */
  factor: number | null;
  /** `bad-setting` also where even 2²⁷ times as many would not do. */
  reason: Reason | null;
}

const DOUBLINGS_MOST = 27;
const BISECTIONS = 200;

export function remainingUnits(state: RunningState): RemainingUnits {
  const { variance, units, effect, power, alpha, tests = 1, metrics = 1 } = state;
  const none = (reason: Reason): RemainingUnits => ({ units: null, factor: null, reason });
  const sound = isShare(alpha) && isShare(power) && tests >= 1 && metrics >= 1 && effect !== 0;
  if (!sound || !Number.isFinite(effect)) return none("bad-setting");
  if (!(units > 0)) return none("too-few-units");
  if (!(variance > 0)) return none("no-variance");
  if (!Number.isFinite(variance) || !Number.isFinite(units)) return none("not-finite");
  const target = power ** (1 / metrics);
  const reached = (factor: number) => powerWith(state, factor, alpha / tests) > target;
  if (reached(0)) return { units: 0, factor: 0, reason: null };
  let high = 1;
  for (let doubling = 0; doubling < DOUBLINGS_MOST && !reached(high); doubling++) high *= 2;
  if (!reached(high)) return none("bad-setting");
  let low = 0;
  for (let step = 0; step < BISECTIONS && high - low > high * Number.EPSILON; step++) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  const more = units * high;
  return Number.isFinite(more) ? { units: more, factor: high, reason: null } : none("not-finite");
}

/** The power after `factor` times as many units more. */
function powerWith(state: RunningState, factor: number, alpha: number): number {
  const { decidedBy } = state;
  const effect = Math.abs(state.effect);
  const variance = state.variance / (1 + factor);
  if (decidedBy.test === "posterior")
    return posteriorPower(effect, variance, { alpha, prior: decidedBy.prior });
  const standardError = Math.sqrt(variance);
  const halfWidth =
    decidedBy.test === "fixed"
      ? normalQuantile(1 - alpha / 2) * standardError
      : sequenceHalfWidth({
          standardError,
          units: state.units * (1 + factor),
          rho: sequenceRho({ alpha, plannedUnits: decidedBy.plannedUnits, tail: "two-sided" }),
          alpha,
          tail: "two-sided",
        });
  return (
    normalUpper((halfWidth - effect) / standardError) + normalUpper((halfWidth + effect) / standardError)
  );
}
