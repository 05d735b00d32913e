import type { Rejected } from "./listing.ts";

/** A merchant who reads them looks at the first ones; a file in which all rows are wrong must not fill the memory. */
const KEPT = 10_000;
const ID_LENGTH = 200;
const REASON_LENGTH = 500;

/** The rows of one import that could not be used: all are counted, the first are kept. */
export class Rejections {
  #count = 0;
  readonly #kept: Rejected[] = [];

  add({ row, id, reason }: Rejected): void {
    this.#count++;
    if (this.#kept.length >= KEPT) return;
    this.#kept.push({
      row,
      ...(id !== undefined && { id: alone(id, ID_LENGTH) }),
      reason: alone(reason, REASON_LENGTH),
    });
  }

  /** By row: a product's rows may have been rejected long after they were read. */
  summary(): { rejected: Rejected[]; rejectedTotal?: number } {
    const rejected = this.#kept.toSorted((one, other) => one.row - other.row);
    return this.#count === rejected.length ? { rejected } : { rejected, rejectedTotal: this.#count };
  }
}

/** A string cut from another holds all of it in memory: the piece of the file it was read from. A copy stands alone. */
function alone(text: string, limit: number): string {
  return structuredClone(text.length > limit ? `${text.slice(0, limit)} …` : text);
}
