/**
 * The human prior as data [POL-3]: models that were fitted elsewhere, evaluated here. Several members vote with equal weight;
 * a temperature, fitted on dialogues that the members had not seen, makes their confidence honest.
 */
import type { Talk } from "../../dialogue/talk.ts";
import { addTalkFeatures, partsOfTalkFeature } from "../talk-features.ts";

/** Weights stand feature by feature, one for each act, rounded: [feature][act]. */
export interface LogisticMember {
  kind: "logistic";
  weights: readonly (readonly number[])[];
}

/** Trees as `boosting.ts` grows them. Thresholds of nodes that split nothing are null, since JSON knows no Infinity. */
export interface TreesMember {
  kind: "boosted-trees";
  base: readonly number[];
  rounds: readonly (readonly MemberTree[])[];
}
export interface MemberTree {
  columns: readonly number[];
  thresholds: readonly (number | null)[];
  leaves: readonly number[];
}

/** One hidden layer of rectified units, and a direct path past it. */
export interface NetworkMember {
  kind: "network";
  /** [feature][unit] */
  inward: readonly (readonly number[])[];
  inwardBias: readonly number[];
  /** [unit][act] */
  outward: readonly (readonly number[])[];
  outwardBias: readonly number[];
  /** [feature][act] */
  direct: readonly (readonly number[])[];
}

export type PriorMember = LogisticMember | TreesMember | NetworkMember;

export interface PriorModel {
  features: readonly string[];
  acts: readonly string[];
  members: readonly PriorMember[];
  temperature: number;
  /** Whether the turn ends here: log-odds, a weight for each feature. */
  yield: readonly number[];
}

export interface PriorEvaluator {
  /**
   * Probabilities of the next act, in the order of `acts`, if the agent goes on, and that its turn ends here instead. The
   * same arrays with every call.
   */
  after(talk: Talk): { acts: Float64Array; ends: number };
  /** The features of the talk that speak for an act, strongest first, with how much (in nats) against an average act. */
  reasonsFor(talk: Talk, act: string): { feature: string; weight: number }[];
}

export function openPrior(model: PriorModel): PriorEvaluator {
  const { acts } = model;
  const columnOf = columnsByKind(model.features);
  const scorers = model.members.map((member) => scorerOf(member, acts.length));
  const dense = new Float64Array(model.features.length);
  const columns = new Int32Array(model.features.length);
  const scores = new Float64Array(acts.length);
  const mixed = new Float64Array(acts.length);
  const yields = Float64Array.from(model.yield);
  const linear = linearPart(model);
  let count = 0;

  let laidOut: Talk | null = null;
  // Features stay laid out until another talk is read; only those that were set are cleared.
  const read = (talk: Talk) => {
    if (talk === laidOut) return;
    laidOut = talk;
    for (let i = 0; i < count; i++) dense[columns[i] as number] = 0;
    count = 0;
    addTalkFeatures(talk, (kind, detail, value) => {
      const column = columnOf.get(kind)?.get(detail);
      if (column === undefined) return;
      dense[column] = value;
      columns[count++] = column;
    });
  };

  return {
    after(talk) {
      read(talk);
      mixed.fill(0);
      for (const score of scorers) {
        score(dense, columns, count, scores);
        addProbabilities(scores, mixed, 1 / scorers.length);
      }
      for (let k = 0; k < mixed.length; k++)
        scores[k] = Math.log(Math.max(mixed[k] as number, 1e-9)) / model.temperature;
      mixed.fill(0);
      addProbabilities(scores, mixed, 1);
      let odds = 0;
      for (let i = 0; i < count; i++) {
        const column = columns[i] as number;
        odds += (yields[column] as number) * (dense[column] as number);
      }
      return { acts: mixed, ends: 1 / (1 + Math.exp(-odds)) };
    },
    reasonsFor(talk, act) {
      const index = acts.indexOf(act);
      read(talk);
      const reasons = [];
      for (let i = 0; i < count; i++) {
        const column = columns[i] as number;
        const weight = (linear[column * acts.length + index] ?? 0) * (dense[column] as number);
        if (weight > 0) reasons.push({ feature: model.features[column] ?? "", weight });
      }
      return reasons.sort((a, b) => b.weight - a.weight);
    },
  };
}

/** Where a feature stands, by the two parts of its name; a detail that is a number is found as one, too. */
function columnsByKind(features: readonly string[]): Map<string, Map<string | number, number>> {
  const columns = new Map<string, Map<string | number, number>>();
  for (const [column, name] of features.entries()) {
    const [kind, detail] = partsOfTalkFeature(name);
    const details = columns.get(kind) ?? new Map<string | number, number>();
    details.set(detail, column);
    if (/^\d+$/.test(detail)) details.set(Number(detail), column);
    columns.set(kind, details);
  }
  return columns;
}

/** Writes the log-odds of each act into `scores`. */
type Scorer = (dense: Float64Array, columns: Int32Array, count: number, scores: Float64Array) => void;

function scorerOf(member: PriorMember, classes: number): Scorer {
  if (member.kind === "logistic") {
    const weights = flat(member.weights);
    return (dense, columns, count, scores) => {
      scores.fill(0);
      addProducts(weights, dense, columns, count, scores);
    };
  }
  if (member.kind === "boosted-trees") return treesScorer(member, classes);
  const inward = flat(member.inward);
  const direct = flat(member.direct);
  const outward = flat(member.outward);
  const units = new Float64Array(member.inwardBias.length);
  return (dense, columns, count, scores) => {
    units.set(member.inwardBias);
    scores.set(member.outwardBias);
    addProducts(inward, dense, columns, count, units);
    addProducts(direct, dense, columns, count, scores);
    for (let unit = 0; unit < units.length; unit++) {
      const value = units[unit] as number;
      if (value <= 0) continue;
      for (let k = 0; k < classes; k++)
        scores[k] = (scores[k] as number) + value * (outward[unit * classes + k] as number);
    }
  };
}

function addProducts(
  weights: Float64Array,
  dense: Float64Array,
  columns: Int32Array,
  count: number,
  into: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const column = columns[i] as number;
    const value = dense[column] as number;
    const offset = column * into.length;
    for (let k = 0; k < into.length; k++)
      into[k] = (into[k] as number) + (weights[offset + k] as number) * value;
  }
}

/** All trees in a few arrays: a thousand small objects would not stay in the processor's cache. */
function treesScorer({ base, rounds }: TreesMember, classes: number): Scorer {
  const trees = rounds.flat();
  const nodes = trees.map(({ columns }) => columns.length);
  const starts = new Int32Array(trees.length + 1);
  for (let t = 0; t < trees.length; t++) starts[t + 1] = (starts[t] as number) + (nodes[t] as number);
  const columns = Int32Array.from(trees.flatMap((tree) => [...tree.columns]));
  const thresholds = Float64Array.from(
    trees.flatMap((tree) => tree.thresholds.map((threshold) => threshold ?? Number.POSITIVE_INFINITY)),
  );
  // A full tree has one leaf more than it has inner nodes.
  const leaves = Float64Array.from(trees.flatMap((tree) => [...tree.leaves]));

  return (dense, _columns, _count, scores) => {
    scores.set(base);
    for (let t = 0, k = 0; t < trees.length; t++, k = k + 1 === classes ? 0 : k + 1) {
      const start = starts[t] as number;
      const size = (starts[t + 1] as number) - start;
      let node = 0;
      while (node < size) {
        const exceeds =
          (dense[columns[start + node] as number] as number) > (thresholds[start + node] as number);
        node = 2 * node + (exceeds ? 2 : 1);
      }
      scores[k] = (scores[k] as number) + (leaves[start + t + node - size] as number);
    }
  };
}

function addProbabilities(scores: Float64Array, into: Float64Array, share: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) highest = Math.max(highest, scores[k] as number);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += Math.exp((scores[k] as number) - highest);
  for (let k = 0; k < scores.length; k++)
    into[k] = (into[k] as number) + (share * Math.exp((scores[k] as number) - highest)) / sum;
}

/**
 * What a member says of each feature in a word, against the mean of all acts; trees and hidden units have no say in it.
 * Feature by feature, one for each act.
 */
function linearPart({ members, features, acts }: PriorModel): Float64Array {
  const [tables = []] = members.flatMap((member) =>
    member.kind === "logistic" ? [member.weights] : member.kind === "network" ? [member.direct] : [],
  );
  const part = new Float64Array(features.length * acts.length);
  tables.forEach((weights, column) => {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / acts.length;
    weights.forEach((weight, k) => {
      part[column * acts.length + k] = weight - mean;
    });
  });
  return part;
}

const flat = (rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat());
