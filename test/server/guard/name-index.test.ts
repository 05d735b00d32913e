import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildNameIndex, NameIndexBuilder, openNameIndex } from "../../../server/guard/name-index.ts";

const word = fc.constantFrom("zephyr", "quokka", "onyx", "velo", "tarn", "x1", "42");
const name = fc.array(word, { minLength: 1, maxLength: 4 });
const product = fc.record({ title: name, brand: fc.option(fc.array(word, { minLength: 1, maxLength: 5 })) });

it("finds every brand and whole title in a sentence, also after it was stored", () => {
  fc.assert(
    fc.property(
      fc.array(product, { maxLength: 40 }),
      fc.array(fc.oneof(word, fc.constant("unheard")), { maxLength: 25 }),
      (products, stems) => {
        const builder = new NameIndexBuilder();
        for (const [number, { title, brand }] of products.entries())
          builder.add({ sku: `s${number}`, title: title.join(" "), brand: brand?.join(" ") ?? null });
        const found = openNameIndex(deserialize(serialize(builder.finish()))).find(stems);

        const titles = new Set(products.flatMap(({ title }) => (title.length > 1 ? [title.join(" ")] : [])));
        const brands = new Set(
          products.flatMap(({ brand }) => (brand && brand.length <= 4 ? [brand.join(" ")] : [])),
        );
        const expected = stems.flatMap((_, from) =>
          stems.slice(from).flatMap((_, offset) => {
            const to = from + offset + 1;
            const said = stems.slice(from, to).join(" ");
            return [
              ...(brands.has(said) ? [{ kind: "brand", from, to }] : []),
              ...(titles.has(said) ? [{ kind: "title", from, to }] : []),
            ];
          }),
        );
        const inOrder = (a: { from: number; to: number; kind: string }, b: typeof a) =>
          a.from - b.from || a.to - b.to || a.kind.localeCompare(b.kind);
        expect(found.toSorted(inOrder)).toEqual(expected.toSorted(inOrder));
      },
    ),
    { numRuns: 300 },
  );
});

it("takes no title of one word, or of everyday words only, for a name", () => {
  const index = buildNameIndex([
    { sku: "a", title: "Zephyr", brand: null },
    { sku: "b", title: "Very good", brand: null },
  ]);
  expect(index.find(["zephyr", "very", "good"])).toEqual([]);
});

it("finds nothing in a shop without products", () => {
  expect(buildNameIndex([]).find(["zephyr", "quokka"])).toEqual([]);
});
