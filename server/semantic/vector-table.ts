/**
 * The meanings of a catalog's products, and which of them are nearest to a query. Searched in two steps: the signs of all
 * vectors, one bit per dimension, by their Hamming distance; then the nearest of these by the vectors themselves.
 */
import { lengthOf, quantise } from "./quantise.ts";

/** So many of the first step's nearest are looked at closely. */
const LOOKED_AT = 500;
/** From so many products, spread over the catalog, it is told how near things commonly are. */
const SAMPLE = 500;
/** Nearest ones that count, however many are near. */
const NEAR_MAX = 40;
/** What is near stands out by that many deviations from how near things commonly are … */
const DEVIATIONS = 2;
/** … and comes at least so far from there to the nearest of all. */
const WAY = 0.5;

export interface NearDocument {
  document: number;
  /** From above 0 to 1, for the nearest of all. */
  share: number;
}

/** Documents are places in a catalog's index, from 0. Vectors of another length than the first are not taken. */
export class VectorTable {
  readonly dimensions: number;
  readonly #words: number;
  readonly #vectors: Int8Array;
  /** One divided by the vector's length; 0 where there is none. */
  readonly #scales: Float32Array;
  /** One where a dimension is above its mean: signs alone would be alike where all vectors lean the same way. */
  readonly #signs: Int32Array;
  readonly #distances: Uint16Array;
  #mean: Float32Array;
  #count = 0;
  /** How many the mean is of. */
  #settled = 0;

  constructor(size: number, dimensions: number) {
    this.dimensions = dimensions;
    this.#words = Math.ceil(dimensions / 32);
    this.#vectors = new Int8Array(size * dimensions);
    this.#scales = new Float32Array(size);
    this.#signs = new Int32Array(size * this.#words);
    this.#distances = new Uint16Array(size);
    this.#mean = new Float32Array(dimensions);
  }

  /** Documents that have a vector. */
  get count(): number {
    return this.#count;
  }

  put(document: number, vector: Int8Array): void {
    const length = lengthOf(vector);
    if (vector.length !== this.dimensions || length === 0) return;
    if (this.#scales[document] === 0) this.#count += 1;
    this.#vectors.set(vector, document * this.dimensions);
    this.#scales[document] = 1 / length;
    this.#sign(document);
  }

  /** To be called when many were put: where the mean is of less than half of them, it is taken anew. */
  settle(): void {
    if (this.#count < 2 * this.#settled) return;
    this.#settled = Math.max(1, this.#count);
    const sum = new Float64Array(this.dimensions);
    const sampled = this.#sampled(4 * SAMPLE);
    for (const document of sampled) {
      const scale = this.#scales[document] ?? 0;
      const start = document * this.dimensions;
      for (let at = 0; at < this.dimensions; at++)
        sum[at] = (sum[at] ?? 0) + scale * (this.#vectors[start + at] ?? 0);
    }
    this.#mean = Float32Array.from(sum, (value) => value / Math.max(1, sampled.length));
    for (let document = 0; document < this.#scales.length; document++)
      if (this.#scales[document] !== 0) this.#sign(document);
  }

  /**
   * What is near the query and marked in `among`, the nearest first. Empty when nothing stands out from how near everything
   * is: the nearest of what has nothing to do with the query is no answer.
   */
  nearest(query: Float32Array, among: Uint8Array): NearDocument[] {
    if (query.length !== this.dimensions || this.#count === 0 || lengthOf(query) === 0) return [];
    const bytes = quantise(query);
    const scale = 1 / lengthOf(bytes);
    const { middle, deviation } = this.#common(bytes, scale);
    const found = this.#lookAt(query, among)
      .map((document) => ({ document, nearness: this.#nearness(bytes, scale, document) }))
      .sort((one, other) => other.nearness - one.nearness || one.document - other.document);
    const best = found[0]?.nearness ?? 0;
    // The nearest of so many comes about as near by mere chance (the extreme of normally distributed values).
    const byChance = middle + deviation * Math.sqrt(2 * Math.log(Math.max(2, this.#count)));
    if (best <= byChance) return [];
    const floor = middle + Math.max(DEVIATIONS * deviation, WAY * (best - middle));
    if (best <= floor) return [];
    return found
      .slice(0, NEAR_MAX)
      .filter(({ nearness }) => nearness > floor)
      .map(({ document, nearness }) => ({ document, share: (nearness - floor) / (best - floor) }));
  }

  #nearness(query: Int8Array, scale: number, document: number): number {
    const vectors = this.#vectors;
    const start = document * this.dimensions;
    let sum = 0;
    for (let at = 0; at < query.length; at++) sum += Math.imul(query[at] ?? 0, vectors[start + at] ?? 0);
    return sum * scale * (this.#scales[document] ?? 0);
  }

  /** The lower half alone tells how nearness spreads: in the upper one there may be many that are meant. */
  #common(query: Int8Array, scale: number): { middle: number; deviation: number } {
    const sampled = Float64Array.from(this.#sampled(SAMPLE), (document) =>
      this.#nearness(query, scale, document),
    ).sort();
    const half = Math.max(1, sampled.length >>> 1);
    const middle = sampled[half - 1] ?? 0;
    let sum = 0;
    for (let at = 0; at < half; at++) sum += ((sampled[at] ?? 0) - middle) ** 2;
    return { middle, deviation: Math.sqrt(sum / half) };
  }

  /** Evenly spread over those that have a vector; all of them where they are few. */
  #sampled(size: number): number[] {
    const step = Math.max(1, this.#count / size);
    const documents: number[] = [];
    let place = 0;
    let next = 0;
    for (let document = 0; document < this.#scales.length; document++) {
      if (this.#scales[document] === 0) continue;
      if (place++ < next) continue;
      documents.push(document);
      next += step;
    }
    return documents;
  }

  /** The documents among which the nearest are, by their signs. */
  #lookAt(query: Float32Array, among: Uint8Array): number[] {
    const words = this.#words;
    const signs = this.#signsOf(query, 1 / lengthOf(query));
    const all = this.#signs;
    const scales = this.#scales;
    const distances = this.#distances;
    const counts = new Uint32Array(32 * words + 1);
    for (let document = 0; document < scales.length; document++) {
      if (scales[document] === 0 || among[document] !== 1) continue;
      const start = document * words;
      let distance = 0;
      for (let at = 0; at < words; at++) distance += bitsOf((signs[at] ?? 0) ^ (all[start + at] ?? 0));
      distances[document] = distance;
      counts[distance] = (counts[distance] ?? 0) + 1;
    }
    let farthest = 0;
    for (let sum = counts[0] ?? 0; sum < LOOKED_AT && farthest < counts.length - 1; )
      sum += counts[++farthest] ?? 0;
    const documents: number[] = [];
    for (let document = 0; document < scales.length; document++) {
      const isMeant = scales[document] !== 0 && among[document] === 1;
      if (isMeant && (distances[document] ?? 0) <= farthest) documents.push(document);
    }
    return documents;
  }

  #sign(document: number): void {
    const { dimensions } = this;
    const vector = this.#vectors.subarray(document * dimensions, (document + 1) * dimensions);
    this.#signs.set(this.#signsOf(vector, this.#scales[document] ?? 0), document * this.#words);
  }

  #signsOf(vector: Int8Array | Float32Array, scale: number): Int32Array {
    const signs = new Int32Array(this.#words);
    const mean = this.#mean;
    for (let at = 0; at < vector.length; at++) {
      const isAbove = (vector[at] ?? 0) * scale > (mean[at] ?? 0);
      signs[at >>> 5] = (signs[at >>> 5] ?? 0) | (Number(isAbove) << (at & 31));
    }
    return signs;
  }
}

/** How many bits of a 32-bit number are one (Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
