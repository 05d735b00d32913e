/** Arrays of numbers that grow by doubling, so that millions of entries cost no object each. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type NumbersOf<Kind extends Numbers> = new (length: number) => Kind;

const INITIAL = 64;

export class GrowingNumbers<Kind extends Numbers> {
  readonly #kind: NumbersOf<Kind>;
  #values: Kind;
  length = 0;

  constructor(kind: NumbersOf<Kind>) {
    this.#kind = kind;
    this.#values = new kind(INITIAL);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.#kind(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** A copy of what was pushed, and no more. */
  values(): Kind {
    const exact = new this.#kind(this.length);
    exact.set(this.#values.subarray(0, this.length));
    return exact;
  }
}

export class GrowingBytes {
  #bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1_024) {
    this.#bytes = new Uint8Array(capacity);
  }

  push(piece: Uint8Array): void {
    const needed = this.length + piece.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.length);
    this.length = needed;
  }

  slice(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end);
  }

  values(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}
