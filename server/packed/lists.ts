/** Lists of numbers, one per place, laid end to end: list `n` is `items` from `offsets[n]` up to `offsets[n + 1]`. */
export interface Lists {
  offsets: Uint32Array;
  items: Uint32Array;
}

export function listAt({ offsets, items }: Lists, place: number): Uint32Array {
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
