/** Symmetric positive definite systems, small enough to be solved on the spot. Matrices lie row by row in one array. */

/** The lower triangle L of L·Lᵀ; null when the matrix is not positive definite. */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? Number.NaN;
      for (let k = 0; k < column; k++) sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      if (column < row) lower[row * size + column] = sum / (lower[column * size + column] ?? 1);
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  return lower;
}

/** Solves L·Lᵀ·x = vector. */
export function solve(lower: Float64Array, vector: ArrayLike<number>): Float64Array {
  const size = vector.length;
  const solution = Float64Array.from(vector);
  for (let row = 0; row < size; row++) {
    let sum = solution[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (lower[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (lower[row * size + row] ?? 1);
  }
  return solveTransposed(lower, solution);
}

/** Solves Lᵀ·x = vector. With L of a precision matrix and a standard normal vector, x has the covariance. */
export function solveTransposed(lower: Float64Array, vector: ArrayLike<number>): Float64Array {
  const size = vector.length;
  const solution = Float64Array.from(vector);
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (lower[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (lower[row * size + row] ?? 1);
  }
  return solution;
}
