import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Dictionary, packDictionary } from "../../../../server/catalog/words/dictionary.ts";

const dictionaryOf = (...words: string[]) => new Dictionary(packDictionary([...new Set(words)].sort()));
const closest = (misspelt: string, ...words: string[]) => {
  const dictionary = dictionaryOf(...words);
  return dictionary.closestTo(misspelt).map((word) => dictionary.at(word));
};

describe("a dictionary", () => {
  test("finds every word that is in it and none that is not", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (words, other) => {
        const dictionary = dictionaryOf(...words);
        for (const word of words) expect(dictionary.at(dictionary.find(word))).toBe(word);
        expect(dictionary.find(other) !== -1).toBe(words.includes(other));
      }),
    );
  });

  test("finds what begins so, as far as it is asked to", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string({ maxLength: 2 }), (words, beginning) => {
        const dictionary = dictionaryOf(...words);
        const found = dictionary.beginningWith(beginning, 100).map((word) => dictionary.at(word));
        expect(found).toEqual([...new Set(words)].sort().filter((word) => word.startsWith(beginning)));
      }),
    );
    expect(dictionaryOf("aa", "ab", "ac").beginningWith("a", 2)).toHaveLength(2);
  });

  test.each([
    ["a letter too few", "samsng", ["samsung", "sanding"], ["samsung"]],
    ["letters in the wrong order", "galxay", ["galaxy", "galley"], ["galaxy"]],
    ["two slips in a long word", "blutoth headphnes".slice(8), ["headphones", "headsets"], ["headphones"]],
    ["a short word of another first letter", "gorra", ["zorra"], []],
    ["another number", "galaxys7", ["galaxys8"], []],
    ["a number is no misspelling", "1234", ["1235"], []],
    ["too short to tell", "tv", ["tw"], []],
    ["only the fewest slips", "mouse", ["mousse", "mouses", "mours"], ["mouses", "mousse"]],
  ])("%s", (_, misspelt, words, found) => {
    expect(closest(misspelt, ...words)).toEqual(found);
  });
});
