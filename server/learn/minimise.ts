/** L-BFGS with backtracking: minimises a smooth function of many variables. */

/** Returns the value at `point` and writes the gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  stepsMax: number;
  /** Ends once a step gains less than this share of the value. */
  tolerance: number;
}

const PAIRS_KEPT = 8;
const HALVINGS_MAX = 20;
const SUFFICIENT_DECREASE = 1e-4;

/** @returns a new array; `start` is left as it is. */
export function minimise(objective: Objective, start: Float64Array, options: MinimiseOptions): Float64Array {
  const size = start.length;
  let point = start.slice();
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const pairs: { moved: Float64Array; turned: Float64Array; inverse: number }[] = [];

  for (let step = 0; step < options.stepsMax; step++) {
    const direction = descentDirection(gradient, pairs);
    const slope = -dot(gradient, direction);
    if (!(slope < 0)) break;

    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = Number.POSITIVE_INFINITY;
    let length = 1;
    for (let halving = 0; halving < HALVINGS_MAX; halving++, length /= 2) {
      for (let i = 0; i < size; i++) next[i] = at(point, i) - length * at(direction, i);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break;
    }
    if (!(nextValue < value)) break;

    const moved = next.map((coordinate, i) => coordinate - at(point, i));
    const turned = nextGradient.map((coordinate, i) => coordinate - at(gradient, i));
    const curvature = dot(moved, turned);
    if (curvature > 1e-10) {
      pairs.push({ moved, turned, inverse: 1 / curvature });
      if (pairs.length > PAIRS_KEPT) pairs.shift();
    }
    const gain = (value - nextValue) / Math.max(1, Math.abs(value));
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (gain < options.tolerance) break;
  }
  return point;
}

/** The gradient times an estimate of the inverse Hessian, from the latest steps. */
function descentDirection(
  gradient: Float64Array,
  pairs: readonly { moved: Float64Array; turned: Float64Array; inverse: number }[],
): Float64Array {
  const direction = gradient.slice();
  const shares: number[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    const pair = pairs[i];
    if (!pair) continue;
    const share = pair.inverse * dot(pair.moved, direction);
    shares[i] = share;
    addTimes(direction, pair.turned, -share);
  }
  const latest = pairs.at(-1);
  const scale = latest
    ? 1 / (latest.inverse * dot(latest.turned, latest.turned))
    : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)));
  for (let i = 0; i < direction.length; i++) direction[i] = at(direction, i) * scale;
  pairs.forEach((pair, i) => {
    const correction = (shares[i] ?? 0) - pair.inverse * dot(pair.turned, direction);
    addTimes(direction, pair.moved, correction);
  });
  return direction;
}

function addTimes(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = at(target, i) + factor * at(source, i);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
  return sum;
}

const at = (array: Float64Array, index: number): number => array[index] as number;
