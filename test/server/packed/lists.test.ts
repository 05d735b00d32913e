import fc from "fast-check";
import { expect, test } from "vitest";
import { invertLists, type Lists, listAt } from "../../../server/packed/lists.ts";

test("inverted lists say by item what the lists say by place, and inverting twice gives them back", () => {
  const sortedSets = fc.array(
    fc.uniqueArray(fc.integer({ min: 0, max: 20 })).map((items) => items.sort((a, b) => a - b)),
  );
  fc.assert(
    fc.property(sortedSets, (sets) => {
      const lists = listsOf(sets);
      const inverted = invertLists(lists, 21);
      for (let item = 0; item <= 20; item++) {
        const places = sets.flatMap((set, place) => (set.includes(item) ? [place] : []));
        expect([...listAt(inverted, item)]).toEqual(places);
      }
      expect(invertLists(inverted, sets.length)).toEqual(lists);
    }),
  );
});

function listsOf(sets: number[][]): Lists {
  const offsets = new Uint32Array(sets.length + 1);
  sets.forEach((set, place) => {
    offsets[place + 1] = (offsets[place] ?? 0) + set.length;
  });
  return { offsets, items: Uint32Array.from(sets.flat()) };
}
