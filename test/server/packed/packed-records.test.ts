import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PackedRecords, PackedRecordsBuilder } from "../../../server/packed/packed-records.ts";

function packed<T>(records: readonly T[]): PackedRecords<T> {
  const builder = new PackedRecordsBuilder<T>();
  for (const record of records) builder.add(record);
  return new PackedRecords<T>(structuredClone(builder.finish()));
}

describe("packed records", () => {
  test("come back as they went in, in any script, each by its place and all in their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.string({ unit: "binary" }), n: fc.integer() })),
        (records) => {
          const held = packed(records);
          expect(held.size).toBe(records.length);
          expect([...held]).toEqual(JSON.parse(JSON.stringify(records)));
          expect(records.map((_, place) => held.at(place))).toEqual([...held]);
        },
      ),
    );
  });

  test("fill several chunks", () => {
    const long = Array.from({ length: 40 }, (_, place) => ({ place, text: "ä".repeat(400_000) }));
    const held = packed(long);
    expect(held.at(39)).toEqual(long[39]);
    expect(held.at(17)?.text.length).toBe(400_000);
  });

  test("are nothing beyond the last", () => {
    const held = packed([{ a: 1 }]);
    expect([held.at(-1), held.at(1), held.at(Number.NaN)]).toEqual([undefined, undefined, undefined]);
  });

  test("can be put in the place of others", () => {
    const held = packed([{ a: 1 }, { a: 2 }]);
    held.at(1);
    held.change(1, { a: 3 });
    expect([held.at(1), [...held]]).toEqual([{ a: 3 }, [{ a: 1 }, { a: 3 }]]);
  });

  test("stay within reach however many are looked at", () => {
    const held = packed(Array.from({ length: 3_000 }, (_, place) => ({ place })));
    for (let place = 0; place < 3_000; place++) held.at(place);
    expect([held.at(0), held.at(2_999)]).toEqual([{ place: 0 }, { place: 2_999 }]);
  });
});
