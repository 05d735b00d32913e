/** Which tokens of a message some spans cover, so that a message full of spans is not compared pair by pair. */
import type { Span } from "./tokens.ts";

export class SpanCover {
  readonly #covered = new Set<number>();

  constructor(spans: Iterable<Span> = []) {
    for (const span of spans) this.add(span);
  }

  add({ from, to }: Span): void {
    for (let index = from; index < to; index++) this.#covered.add(index);
  }

  /** Whether any of the spans has a token in common with this one. */
  overlaps({ from, to }: Span): boolean {
    for (let index = from; index < to; index++) if (this.#covered.has(index)) return true;
    return false;
  }
}
