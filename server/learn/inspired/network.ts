/**
 * A small neural network: one hidden layer of rectified units beside a direct linear path, trained on soft targets with Adam,
 * dropout and weight decay.
 */
import type { SparseRows } from "../sparse-rows.ts";
import type { WeightedTargets } from "./logistic.ts";

export interface Network {
  hidden: number;
  /** Feature by feature, a weight for each hidden unit. */
  inward: Float64Array;
  inwardBias: Float64Array;
  /** Unit by unit, a weight for each class. */
  outward: Float64Array;
  outwardBias: Float64Array;
  /** Feature by feature, a weight for each class. */
  direct: Float64Array;
}

export interface NetworkOptions {
  hidden: number;
  epochs: number;
  rate: number;
  decay: number;
  /** Shares of features and of hidden units that each training step does without. */
  dropFeatures: number;
  dropUnits: number;
  chance: () => number;
}

const BATCH = 32;

export function trainNetwork(rows: SparseRows, wanted: WeightedTargets, options: NetworkOptions): Network {
  const { classes, targets, weights } = wanted;
  const { hidden, chance, dropFeatures, dropUnits } = options;
  const network = startNetwork(rows.width, hidden, classes, chance);
  const parts = [
    { at: network.inward, decays: true },
    { at: network.inwardBias, decays: false },
    { at: network.outward, decays: true },
    { at: network.outwardBias, decays: false },
    { at: network.direct, decays: true },
  ].map(({ at, decays }) => ({
    at,
    decays,
    slope: zerosLike(at),
    mean: zerosLike(at),
    spread: zerosLike(at),
  }));
  const [inward, inwardBias, outward, outwardBias, direct] = parts.map(({ slope }) => slope) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const units = new Float64Array(hidden);
  const errors = new Float64Array(classes);
  const blame = new Float64Array(hidden);
  const order = Array.from({ length: rows.count }, (_, index) => index);
  let step = 0;

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, chance);
    const rate = options.rate * (1 - epoch / options.epochs);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      for (const { slope } of parts) slope.fill(0);
      for (const row of batch) {
        const kept: number[] = [];
        for (let entry = rows.starts[row] as number; entry < (rows.starts[row + 1] as number); entry++)
          if (chance() >= dropFeatures) kept.push(entry);
        const scale = 1 / (1 - dropFeatures);
        feedIn(network, rows, kept, scale, units, errors);
        for (let unit = 0; unit < hidden; unit++) {
          const fires = (units[unit] as number) > 0 && chance() >= dropUnits;
          units[unit] = fires ? (units[unit] as number) / (1 - dropUnits) : 0;
        }
        feedOut(network, units, errors);
        toErrors(errors, targets, row * classes, weights[row] as number);

        blame.fill(0);
        for (let k = 0; k < classes; k++) outwardBias[k] = (outwardBias[k] as number) + (errors[k] as number);
        for (let unit = 0; unit < hidden; unit++) {
          if (units[unit] === 0) continue;
          for (let k = 0; k < classes; k++) {
            const at = unit * classes + k;
            outward[at] = (outward[at] as number) + (units[unit] as number) * (errors[k] as number);
            blame[unit] = (blame[unit] as number) + (network.outward[at] as number) * (errors[k] as number);
          }
          blame[unit] = (blame[unit] as number) / (1 - dropUnits);
          inwardBias[unit] = (inwardBias[unit] as number) + (blame[unit] as number);
        }
        for (const entry of kept) {
          const column = rows.columns[entry] as number;
          const value = (rows.values[entry] as number) * scale;
          addScaled(inward, column * hidden, blame, value);
          addScaled(direct, column * classes, errors, value);
        }
      }
      step++;
      for (const part of parts) adamStep(part, step, rate, part.decays ? options.decay : 0, batch.length);
    }
  }
  return network;
}

function startNetwork(width: number, hidden: number, classes: number, chance: () => number): Network {
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return {
    hidden,
    inward: Float64Array.from({ length: width * hidden }, () => normal() / 10),
    inwardBias: new Float64Array(hidden),
    outward: Float64Array.from({ length: hidden * classes }, () => normal() / Math.sqrt(hidden)),
    outwardBias: new Float64Array(classes),
    direct: new Float64Array(width * classes),
  };
}

/** What features send to the hidden units, and past them. */
function feedIn(
  network: Network,
  rows: SparseRows,
  entries: readonly number[],
  scale: number,
  units: Float64Array,
  scores: Float64Array,
): void {
  units.set(network.inwardBias);
  scores.set(network.outwardBias);
  for (const entry of entries) {
    const column = rows.columns[entry] as number;
    const value = (rows.values[entry] as number) * scale;
    for (let unit = 0; unit < units.length; unit++)
      units[unit] =
        (units[unit] as number) + (network.inward[column * units.length + unit] as number) * value;
    for (let k = 0; k < scores.length; k++)
      scores[k] = (scores[k] as number) + (network.direct[column * scores.length + k] as number) * value;
  }
}

function feedOut(network: Network, units: Float64Array, scores: Float64Array): void {
  for (let unit = 0; unit < units.length; unit++) {
    if (units[unit] === 0) continue;
    for (let k = 0; k < scores.length; k++)
      scores[k] =
        (scores[k] as number) +
        (units[unit] as number) * (network.outward[unit * scores.length + k] as number);
  }
}

/** Turns log-odds into the slope of the loss. */
function toErrors(scores: Float64Array, targets: Float64Array, offset: number, weight: number): void {
  const highest = Math.max(...scores);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp((scores[k] as number) - highest);
  for (let k = 0; k < scores.length; k++)
    scores[k] = weight * ((scores[k] as number) / sum - (targets[offset + k] as number));
}

interface Part {
  at: Float64Array;
  slope: Float64Array;
  mean: Float64Array;
  spread: Float64Array;
}

function adamStep(
  { at, slope, mean, spread }: Part,
  step: number,
  rate: number,
  decay: number,
  rows: number,
): void {
  const meanScale = 1 / (1 - 0.9 ** step);
  const spreadScale = 1 / (1 - 0.999 ** step);
  for (let i = 0; i < at.length; i++) {
    const now = (slope[i] as number) / rows;
    mean[i] = 0.9 * (mean[i] as number) + 0.1 * now;
    spread[i] = 0.999 * (spread[i] as number) + 0.001 * now * now;
    const move = ((mean[i] as number) * meanScale) / (Math.sqrt((spread[i] as number) * spreadScale) + 1e-8);
    at[i] = (at[i] as number) - rate * (move + decay * (at[i] as number));
  }
}

function addScaled(into: Float64Array, offset: number, source: Float64Array, factor: number): void {
  for (let i = 0; i < source.length; i++)
    into[offset + i] = (into[offset + i] as number) + factor * (source[i] as number);
}

function shuffle(order: number[], chance: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

const zerosLike = (array: Float64Array): Float64Array => new Float64Array(array.length);
