/** Whole numbers up to 4,294,967,295, appended one by one at four bytes each, where an array of numbers would need more. */
export class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = number;
  }

  /** A copy of just the numbers that were pushed. */
  finish(): Uint32Array {
    return this.#numbers.slice(0, this.#length);
  }
}
