import { expect, test } from "vitest";
import { MinedSynonyms } from "../../../../server/catalog/synonym-miner.ts";
import { Dictionary, packDictionary } from "../../../../server/catalog/words/dictionary.ts";
import { readQuery } from "../../../../server/catalog/words/read-query.ts";

class CountingDictionary extends Dictionary {
  comparisons = 0;
  override closestTo(misspelt: string, except?: number): number[] {
    this.comparisons++;
    return super.closestTo(misspelt, except);
  }
}

function reading(text: string) {
  const terms = new CountingDictionary(packDictionary(["chair", "lamp", "table"]));
  const vocabulary = {
    terms,
    documentCount: () => 9,
    relatives: () => [],
    synonyms: new MinedSynonyms({ pairs: [] }),
  };
  const words = readQuery(text, { ...vocabulary, language: "english" });
  return { words, comparisons: terms.comparisons };
}

test("a message of hundreds of unknown words is not compared word by word with all of the catalog", () => {
  const unknown = Array.from({ length: 300 }, (_, place) => `nonsense${place}`).join(" ");
  expect(reading(unknown).comparisons).toBeLessThan(50);
});

test("a misspelt word is understood, and a known one behind many that are not", () => {
  expect(reading("chiar").words[0]?.alternatives).toMatchObject([{ terms: [0] }]);
  const unknown = Array.from({ length: 100 }, (_, place) => `nonsense${place}`).join(" ");
  expect(reading(`${unknown} table`).words.at(-1)?.own).toBe(2);
});
