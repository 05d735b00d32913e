/**
 * An arm that sends more visitors where it pays more: Thompson sampling's chances that each arm is the best, by quadrature, so
 * that they need no draws and no seed. Russo, Van Roy, Kazerouni, Osband & Wen, "A Tutorial on Thompson Sampling", 2018.
 * Lifts measured under moving weights are biased; what is reported of a bandit is its weights and what it chose.
 */
import { betaCdf, betaLogDensity, betaQuantile, normalCdf, normalDensity } from "./distributions.ts";
import { type MetricSums, momentsOf } from "./moments.ts";

/** Of an arm's mean. */
export interface ArmPosterior {
  mean: number;
  variance: number;
}

/** @param prior of each arm's mean; null is flat. @returns null for an arm of which nothing is known. */
export function posteriorOf(sums: MetricSums, prior: ArmPosterior | null): ArmPosterior | null {
  const { units, mean, variance } = momentsOf(sums);
  const precision = units > 0 && variance > 0 ? units / variance : 0;
  const priorPrecision = prior && prior.variance > 0 ? 1 / prior.variance : 0;
  const total = precision + priorPrecision;
  const posterior = {
    mean: (precision * mean + priorPrecision * (prior?.mean ?? 0)) / total,
    variance: 1 / total,
  };
  return Number.isFinite(posterior.mean) && posterior.variance > 0 && Number.isFinite(posterior.variance)
    ? posterior
    : null;
}

/**
 * The chance of each arm to be the best.
 * @param arms null for an arm nothing is known of: all arms then have the same chance, for each may be the best.
 */
export function bestArmChances(
  arms: readonly (ArmPosterior | null)[],
  { lessIsBetter = false }: { lessIsBetter?: boolean } = {},
): number[] {
  const sign = lessIsBetter ? -1 : 1;
  const known = arms.flatMap((arm) =>
    arm ? [{ mean: sign * arm.mean, deviation: Math.sqrt(arm.variance) }] : [],
  );
  if (known.length < arms.length) return uniform(arms.length);
  return normalised(
    known.map((arm, index) =>
      integrate(
        -REACH,
        REACH,
        (z) => {
          const value = arm.mean + z * arm.deviation;
          return known.reduce(
            (chance, other, place) =>
              place === index ? chance : chance * normalCdf((value - other.mean) / other.deviation),
            normalDensity(z),
          );
        },
        known.map((other) => (other.mean - arm.mean) / arm.deviation),
        known.map((other) => other.deviation / arm.deviation),
      ),
    ),
  );
}

export interface BetaArm {
  successes: number;
  failures: number;
}

export interface BetaPrior {
  alpha: number;
  beta: number;
}

/** The same for shares, exactly: an arm's conversion rate is Beta distributed. */
export function bestShareChances(
  arms: readonly BetaArm[],
  prior: BetaPrior = { alpha: 1, beta: 1 },
): { chances: number[]; means: number[] } {
  const posteriors = arms.map(({ successes, failures }) => ({
    alpha: successes + prior.alpha,
    beta: failures + prior.beta,
  }));
  const sound = posteriors.every(({ alpha, beta }) => alpha > 0 && beta > 0 && Number.isFinite(alpha + beta));
  if (!sound) return { chances: uniform(arms.length), means: arms.map(() => 0) };
  const means = posteriors.map(({ alpha, beta }) => alpha / (alpha + beta));
  const spans = posteriors.map(({ alpha, beta }) => ({
    low: betaQuantile(TAIL, alpha, beta),
    high: betaQuantile(1 - TAIL, alpha, beta),
  }));
  const chances = posteriors.map(({ alpha, beta }, index) => {
    const { low, high } = spans[index] ?? { low: 0, high: 1 };
    return integrate(
      low,
      high,
      (share) =>
        posteriors.reduce(
          (chance, other, place) =>
            place === index ? chance : chance * betaCdf(share, other.alpha, other.beta),
          Math.exp(betaLogDensity(share, alpha, beta)),
        ),
      means,
      spans.map((span) => (span.high - span.low) / (2 * REACH)),
    );
  });
  return { chances: normalised(chances), means };
}

/** How much of a distribution is left out at each end. */
const TAIL = 1e-15;
/** The same in standard deviations. */
const REACH = 8.5;
const PANELS = 64;

/**
 * Gauss–Legendre over panels: even ones, and around each `centre` such as `width` asks for, so that no steep step is missed.
 */
function integrate(
  low: number,
  high: number,
  value: (x: number) => number,
  centres: readonly number[],
  widths: readonly number[],
): number {
  const edges = new Set<number>([low, high]);
  const within = (edge: number) => {
    if (edge > low && edge < high) edges.add(edge);
  };
  for (let panel = 1; panel < PANELS; panel++) within(low + ((high - low) * panel) / PANELS);
  centres.forEach((centre, index) => {
    for (let step = -REACH; step <= REACH; step += 0.5) within(centre + step * (widths[index] ?? 0));
  });
  const sorted = [...edges].sort((a, b) => a - b);
  let total = 0;
  for (let i = 1; i < sorted.length; i++) {
    const [from, to] = [sorted[i - 1] ?? low, sorted[i] ?? high];
    const [middle, half] = [(from + to) / 2, (to - from) / 2];
    for (const [node, weight] of LEGENDRE)
      total += weight * half * (value(middle - half * node) + value(middle + half * node));
  }
  return total;
}

/** Ten points: nodes and weights on [-1, 1], of which each stands for its mirror image, too. */
const LEGENDRE: readonly (readonly [number, number])[] = [
  [0.1488743389816312, 0.2955242247147529],
  [0.4333953941292472, 0.2692667193099963],
  [0.6794095682990244, 0.2190863625159821],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.0666713443086881],
];

/**
 * No arm starves: `f + (1 - K·f) · w`, so what an arm has above the floor stays in proportion. A floor no K arms can have
 * makes them equal.
 */
export function withFloor(weights: readonly number[], floor: number): number[] {
  const least = Math.max(0, floor);
  const left = 1 - weights.length * least;
  if (!(left > 0)) return uniform(weights.length);
  return normalised(weights).map((weight) => least + left * weight);
}

/** The smallest share of any arm. */
export const BANDIT_FLOOR = 0.01;
/** Before every arm has so many units, the weights stay as they are. */
export const BANDIT_UNITS_LEAST = 100;

export function mayReweigh(arms: readonly MetricSums[]): boolean {
  return arms.length > 1 && arms.every(({ units }) => units >= BANDIT_UNITS_LEAST);
}

/**
 * One weight per arm over several contexts, each as much as it has units; all the same where none has any.
 * @returns null for an arm no context has a weight for.
 */
export function weightsOverContexts(
  contexts: readonly { units: readonly number[]; weights: readonly number[] }[],
): (number | null)[] {
  const sizes = contexts.map(({ units }) => units.reduce((sum, count) => sum + Math.max(0, count), 0));
  const shares = normalised(sizes);
  const arms = Math.max(0, ...contexts.map(({ weights }) => weights.length));
  return Array.from({ length: arms }, (_, arm) => {
    const having = contexts.flatMap(({ weights }, place) => {
      const weight = weights[arm];
      return weight === undefined || !Number.isFinite(weight) ? [] : [weight * (shares[place] ?? 0)];
    });
    return having.length === 0 ? null : having.reduce((sum, part) => sum + part, 0);
  });
}

/** Shares that sum to 1; all the same where there is nothing to share by. */
function normalised(weights: readonly number[]): number[] {
  const usable = weights.map((weight) => (weight > 0 ? weight : 0));
  const total = usable.reduce((sum, weight) => sum + weight, 0);
  return total > 0 && Number.isFinite(total)
    ? usable.map((weight) => weight / total)
    : uniform(weights.length);
}

function uniform(count: number): number[] {
  return Array.from({ length: count }, () => 1 / count);
}
