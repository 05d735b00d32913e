/**
 * Embeddings as bytes: one signed byte per dimension, the largest of a vector being 127. Only directions are compared, so
 * lengths are not kept. A quarter of the memory of 32-bit floats, at an error of nearness far below what tells products apart.
 */

/** Throws a `RangeError` for a vector that has no direction: empty, of zeros, or with what is no finite number. */
export function quantise(vector: ArrayLike<number>): Int8Array {
  let highest = 0;
  for (let at = 0; at < vector.length; at++) {
    const size = Math.abs(vector[at] ?? 0);
    if (!Number.isFinite(size)) throw new RangeError("an embedding holds what is no finite number");
    if (size > highest) highest = size;
  }
  if (highest === 0) throw new RangeError("an embedding has no direction");
  const bytes = new Int8Array(vector.length);
  for (let at = 0; at < vector.length; at++) bytes[at] = Math.round(((vector[at] ?? 0) / highest) * 127);
  return bytes;
}

/** Scaled to length 1, and added up by weight; null when there are none or they cancel out. All have the same length. */
export function blend(vectors: readonly { vector: Float32Array; weight: number }[]): Float32Array | null {
  const [first] = vectors;
  if (first === undefined) return null;
  const sum = new Float32Array(first.vector.length);
  for (const { vector, weight } of vectors) {
    const length = lengthOf(vector);
    if (length === 0 || vector.length !== sum.length) continue;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (weight * (vector[at] ?? 0)) / length;
  }
  const length = lengthOf(sum);
  return length === 0 || !Number.isFinite(length) ? null : sum.map((value) => value / length);
}

export function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}
