import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { expect, it } from "vitest";
import { WordTable, WordTableBuilder } from "../../../server/packed/word-table.ts";

it("numbers distinct words in the order they came, and finds each again but no other, also after it was stored", () => {
  const anyWord = fc.string({ unit: "binary", maxLength: 6 });
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 200 }), fc.array(anyWord), (words, others) => {
      const builder = new WordTableBuilder();
      const numbers = words.map((word) => builder.add(word));
      const distinct = [...new Set(words)];
      expect(numbers).toEqual(words.map((word) => distinct.indexOf(word)));

      const table = new WordTable(deserialize(serialize(builder.finish())));
      expect(table.size).toBe(distinct.length);
      expect(distinct.map((word) => table.numberOf(word))).toEqual([...distinct.keys()]);
      expect(distinct.map((_, number) => table.wordAt(number))).toEqual(distinct);
      for (const other of others) expect(table.has(other)).toBe(distinct.includes(other));
    }),
  );
});

it("holds more words than are joined at once", () => {
  const builder = new WordTableBuilder();
  const words = Array.from({ length: 10_000 }, (_, number) => `word-${number}`);
  for (const word of words) builder.add(word);
  const table = new WordTable(builder.finish());
  expect(words.every((word, number) => table.numberOf(word) === number)).toBe(true);
  expect(table.has("word-10000")).toBe(false);
});
