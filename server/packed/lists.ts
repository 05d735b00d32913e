import { growingUint32 } from "./growing-array.ts";

/** Lists of numbers, one per place, laid end to end: list `n` is `items` from `offsets[n]` up to `offsets[n + 1]`. */
export interface Lists {
  offsets: Uint32Array;
  items: Uint32Array;
}

/** Takes in one list after the other; a number stands in each only once. */
export class ListsBuilder {
  readonly #offsets = growingUint32();
  readonly #items = growingUint32();

  add(items: readonly number[]): void {
    this.#offsets.push(this.#items.length);
    for (const item of new Set(items)) this.#items.push(item);
  }

  /** `renumbered` says what each number is to be called instead. */
  finish(renumbered?: Uint32Array): Lists {
    this.#offsets.push(this.#items.length);
    const items = this.#items.finish();
    if (renumbered !== undefined)
      for (let at = 0; at < items.length; at++) items[at] = renumbered[items[at] ?? 0] ?? 0;
    return { offsets: this.#offsets.finish(), items };
  }
}

/** Empty for a place that there is not. */
export function listAt({ offsets, items }: Lists, place: number): Uint32Array {
  if (place < 0) return NOTHING;
  return items.subarray(offsets[place] ?? 0, offsets[place + 1] ?? 0);
}

/** From "which items has each place" to "which places has each item", ascending; `size` is the number of items. */
export function invertLists({ offsets, items }: Lists, size: number): Lists {
  const inverted = new Uint32Array(size + 1);
  for (let at = 0; at < items.length; at++) {
    const item = items[at] ?? 0;
    inverted[item + 1] = (inverted[item + 1] ?? 0) + 1;
  }
  for (let item = 0; item < size; item++)
    inverted[item + 1] = (inverted[item + 1] ?? 0) + (inverted[item] ?? 0);
  const next = inverted.slice();
  const places = new Uint32Array(items.length);
  for (let place = 0; place + 1 < offsets.length; place++) {
    const end = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < end; at++) {
      const item = items[at] ?? 0;
      const free = next[item] ?? 0;
      places[free] = place;
      next[item] = free + 1;
    }
  }
  return { offsets: inverted, items: places };
}

const NOTHING = new Uint32Array(0);
