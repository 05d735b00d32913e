/** Rows of named numbers as a matrix in compressed form: most features of most examples are 0. */

export type FeatureMap = ReadonlyMap<string, number>;

export interface SparseRows {
  count: number;
  width: number;
  /** Row `i` holds the entries from `starts[i]` up to `starts[i + 1]`. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** Features whose examples weigh less than `least` together are left out: they could only be learned by heart. */
export function chooseFeatures(
  rows: readonly FeatureMap[],
  weights: ArrayLike<number>,
  least: (name: string) => number,
): string[] {
  const totals = new Map<string, number>();
  rows.forEach((row, index) => {
    for (const name of row.keys()) totals.set(name, (totals.get(name) ?? 0) + (weights[index] ?? 0));
  });
  return [...totals].flatMap(([name, total]) => (total >= least(name) ? name : [])).sort();
}

/** Features that are not among `names` are passed over. */
export function toSparseRows(rows: readonly FeatureMap[], names: readonly string[]): SparseRows {
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const starts = new Int32Array(rows.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  rows.forEach((row, index) => {
    for (const [name, value] of row) {
      const column = columnOf.get(name);
      if (column === undefined) continue;
      columns.push(column);
      values.push(value);
    }
    starts[index + 1] = columns.length;
  });
  return {
    count: rows.length,
    width: names.length,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}
