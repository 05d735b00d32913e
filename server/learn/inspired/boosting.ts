/** Gradient-boosted trees for several classes, on soft targets: a small tree for each class in every round. */
import type { SparseRows } from "../sparse-rows.ts";
import type { WeightedTargets } from "./logistic.ts";
import { softmaxRows } from "./softmax.ts";

/**
 * A full binary tree of one depth. Inner node `i` has the children `2 i + 1` and `2 i + 2`; to the right goes what exceeds the
 * threshold. A node that splits nothing has the threshold Infinity. The leaves add to the log-odds of the tree's class.
 */
export interface Tree {
  columns: number[];
  thresholds: number[];
  leaves: number[];
}

export interface BoostedTrees {
  /** Log-odds before any tree. */
  base: number[];
  /** Round by round, a tree for each class. */
  rounds: Tree[][];
}

export interface BoostingOptions {
  rounds: number;
  depth: number;
  /** Share of each tree's correction that is applied. */
  rate: number;
  /** Added to the curvature of each leaf, which draws its value to 0. */
  penalty: number;
  /** Least curvature on either side of a split: what fewer examples say is not believed. */
  curvatureMin: number;
  /** Shares of the rows and of the columns that a round sees. */
  rowShare: number;
  columnShare: number;
  /** Columns are not looked at in which fewer rows differ from the rest. */
  seenMin: number;
  chance: () => number;
}

const BINS_MAX = 16;

export function trainBoosting(
  rows: SparseRows,
  wanted: WeightedTargets,
  options: BoostingOptions,
): BoostedTrees {
  const { classes, targets, weights } = wanted;
  const columns = binColumns(rows);
  const telling = columns.flatMap(({ bins }, column) => (isTelling(bins, options.seenMin) ? [column] : []));
  const base = baseOf(wanted, rows.count);
  const scores = new Float64Array(rows.count * classes);
  for (let row = 0; row < rows.count; row++) scores.set(base, row * classes);
  const slopes = new Float64Array(rows.count);
  const curvatures = new Float64Array(rows.count);
  const rounds: Tree[][] = [];

  for (let round = 0; round < options.rounds; round++) {
    const probabilities = softmaxRows(scores, classes);
    const seen = Int32Array.from(sample(rows.count, options.rowShare, options.chance));
    const offered = sample(telling.length, options.columnShare, options.chance).map(
      (place) => telling[place] as number,
    );
    const trees: Tree[] = [];
    for (let k = 0; k < classes; k++) {
      for (let row = 0; row < rows.count; row++) {
        const probability = probabilities[row * classes + k] as number;
        const weight = weights[row] as number;
        slopes[row] = weight * (probability - (targets[row * classes + k] as number));
        curvatures[row] = weight * probability * (1 - probability);
      }
      const { tree, leafOf } = growTree(columns, offered, seen, slopes, curvatures, options);
      for (let row = 0; row < rows.count; row++) {
        const at = row * classes + k;
        scores[at] = (scores[at] as number) + (tree.leaves[leafOf[row] as number] as number);
      }
      trees.push(tree);
    }
    rounds.push(trees);
  }
  return { base: [...base], rounds };
}

interface BinnedColumn {
  /** Of each row. */
  bins: Uint8Array;
  /** Bin `b` holds what exceeds edge `b - 1` but not edge `b`. */
  edges: number[];
}

function binColumns(rows: SparseRows): BinnedColumn[] {
  const dense = Array.from({ length: rows.width }, () => new Float64Array(rows.count));
  for (let row = 0; row < rows.count; row++)
    for (let entry = rows.starts[row] as number; entry < (rows.starts[row + 1] as number); entry++)
      (dense[rows.columns[entry] as number] as Float64Array)[row] = rows.values[entry] as number;
  return dense.map((values) => {
    const edges = edgesOf(values);
    const bins = Uint8Array.from(values, (value) => {
      const bin = edges.findIndex((edge) => value <= edge);
      return bin < 0 ? edges.length : bin;
    });
    return { bins, edges };
  });
}

/** What is the same in nearly all rows can't part many. */
function isTelling(bins: Uint8Array, seenMin: number): boolean {
  const counts = new Float64Array(BINS_MAX + 1);
  for (const bin of bins) counts[bin] = (counts[bin] as number) + 1;
  return bins.length - Math.max(...counts) >= seenMin;
}

/** Between the values where they are few, else at quantiles. */
function edgesOf(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS_MAX)
    return distinct.slice(1).map((value, index) => (value + (distinct[index] as number)) / 2);
  const quantiles = Array.from(
    { length: BINS_MAX - 1 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / BINS_MAX)] as number,
  );
  return [...new Set(quantiles)];
}

function growTree(
  columns: readonly BinnedColumn[],
  offered: readonly number[],
  seen: Int32Array,
  slopes: Float64Array,
  curvatures: Float64Array,
  { depth, rate, penalty, curvatureMin }: BoostingOptions,
): { tree: Tree; leafOf: Uint8Array } {
  const place = new Uint8Array(slopes.length);
  const tree: Tree = { columns: [], thresholds: [], leaves: [] };

  for (let level = 0; level < depth; level++) {
    const nodes = 1 << level;
    const best = Array.from({ length: nodes }, () => ({ gain: 0, column: 0, bin: -1 }));
    const totals = sumByPlace(seen, place, slopes, curvatures, nodes);
    for (const column of offered) {
      const { bins, edges } = columns[column] as BinnedColumn;
      const width = edges.length + 1;
      const slopeOf = new Float64Array(nodes * width);
      const curvatureOf = new Float64Array(nodes * width);
      for (let i = 0; i < seen.length; i++) {
        const row = seen[i] as number;
        const at = (place[row] as number) * width + (bins[row] as number);
        slopeOf[at] = (slopeOf[at] as number) + (slopes[row] as number);
        curvatureOf[at] = (curvatureOf[at] as number) + (curvatures[row] as number);
      }
      for (let node = 0; node < nodes; node++) {
        const slope = totals.slopes[node] as number;
        const curvature = totals.curvatures[node] as number;
        const whole = slope ** 2 / (curvature + penalty);
        let left = 0;
        let leftCurvature = 0;
        for (let bin = 0; bin < edges.length; bin++) {
          left += slopeOf[node * width + bin] as number;
          leftCurvature += curvatureOf[node * width + bin] as number;
          if (leftCurvature < curvatureMin || curvature - leftCurvature < curvatureMin) continue;
          const gain =
            left ** 2 / (leftCurvature + penalty) +
            (slope - left) ** 2 / (curvature - leftCurvature + penalty) -
            whole;
          const so = best[node];
          if (so && gain > so.gain) Object.assign(so, { gain, column, bin });
        }
      }
    }
    for (const { column, bin } of best) {
      tree.columns.push(column);
      tree.thresholds.push(
        bin < 0 ? Number.POSITIVE_INFINITY : ((columns[column] as BinnedColumn).edges[bin] as number),
      );
    }
    for (let row = 0; row < place.length; row++) {
      const split = best[place[row] as number];
      const right =
        split && split.bin >= 0 && ((columns[split.column] as BinnedColumn).bins[row] as number) > split.bin;
      place[row] = 2 * (place[row] as number) + (right ? 1 : 0);
    }
  }
  const sums = sumByPlace(seen, place, slopes, curvatures, 1 << depth);
  tree.leaves = [...sums.slopes].map(
    (slope, leaf) => (-rate * slope) / ((sums.curvatures[leaf] as number) + penalty),
  );
  return { tree, leafOf: place };
}

function sumByPlace(
  seen: Int32Array,
  place: Uint8Array,
  slopes: Float64Array,
  curvatures: Float64Array,
  places: number,
): { slopes: Float64Array; curvatures: Float64Array } {
  const sums = { slopes: new Float64Array(places), curvatures: new Float64Array(places) };
  for (const row of seen) {
    const at = place[row] as number;
    sums.slopes[at] = (sums.slopes[at] as number) + (slopes[row] as number);
    sums.curvatures[at] = (sums.curvatures[at] as number) + (curvatures[row] as number);
  }
  return sums;
}

function baseOf({ classes, targets, weights }: WeightedTargets, count: number): Float64Array {
  const mass = new Float64Array(classes);
  for (let row = 0; row < count; row++)
    for (let k = 0; k < classes; k++)
      mass[k] = (mass[k] as number) + (weights[row] as number) * (targets[row * classes + k] as number);
  const total = mass.reduce((sum, value) => sum + value, 0);
  return mass.map((value) => Math.log((value + 1) / (total + classes)));
}

function sample(count: number, share: number, chance: () => number): number[] {
  return Array.from({ length: count }, (_, index) => index).filter(() => chance() < share);
}
