/** Numbers appended one by one at their own size: what an index is made of while it is being built. */
export class GrowingArray<T extends Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array> {
  #numbers: T;
  #length = 0;
  readonly #make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#numbers = make(1_024);
  }

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = this.#make(this.#length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length++] = number;
  }

  /** A copy of its own length. */
  finish(): T {
    const whole = this.#make(this.#length);
    whole.set(this.#numbers.subarray(0, this.#length));
    return whole;
  }
}

export function growingUint32(): GrowingArray<Uint32Array> {
  return new GrowingArray((length) => new Uint32Array(length));
}

export function growingUint8(): GrowingArray<Uint8Array> {
  return new GrowingArray((length) => new Uint8Array(length));
}
