import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTitleIndex, TitleIndexBuilder } from "../../../server/understand/title-index.ts";
import { openUnderstanding, prepareUnderstanding } from "../../../server/understand/understand.ts";
import { fixtureProducts, fixtureVocabulary } from "./fixture-vocabulary.ts";
import { MESSAGES } from "./messages.ts";
import { situations } from "./situations.ts";

function dataOf(products: readonly { sku: string; title: string }[]) {
  const builder = new TitleIndexBuilder();
  for (const { sku, title } of products) builder.add(sku, title);
  return builder.finish();
}

/** What the index answers, by looking at every title: words are distinct, lower case and none of them everyday. */
function findByScanning(titles: readonly string[], stems: readonly string[]) {
  const words = titles.map((title) => [...new Set(title.split(" "))]);
  const frequency = (stem: string) => words.filter((own) => own.includes(stem)).length;
  const weightOf = (stem: string) => Math.log(1 + titles.length / (1 + frequency(stem)));
  const weigh = (list: readonly string[]) => list.reduce((sum, stem) => sum + weightOf(stem), 0);
  const known = stems.filter((stem) => frequency(stem) > 0);
  const rare = known.filter((stem) => frequency(stem) <= 40);
  const least = Math.min(...known.map(frequency));
  const sought = rare.length > 0 ? rare : known.filter((stem) => frequency(stem) === least).slice(0, 1);
  return words
    .map((own, number) => {
      const shared = stems.filter((stem) => own.includes(stem));
      const weight = weigh(shared);
      return { sku: `s${number}`, weight, shared, coverage: weight / weigh(own), own };
    })
    .filter(({ own }) => sought.some((stem) => own.includes(stem)))
    .sort((a, b) => b.weight - a.weight || a.own.length - b.own.length || (a.sku < b.sku ? -1 : 1))
    .slice(0, 5)
    .map(({ own: _, ...result }) => result);
}

const word = fc.constantFrom(
  "zephyr",
  "quokka",
  "brisk",
  "onyx",
  "velo",
  "tarn",
  "x1",
  "42",
  "merlin",
  "kestrel",
);
const words = fc.array(word, { minLength: 1, maxLength: 6 });

describe("finding titles by their words", () => {
  it("answers as looking at every title would, also after it was stored", () => {
    const anyTitles = fc.array(
      words.map((list) => list.join(" ")),
      { minLength: 1, maxLength: 90 },
    );
    fc.assert(
      fc.property(anyTitles, words, (titles, asked) => {
        const data = dataOf(titles.map((title, number) => ({ sku: `s${number}`, title })));
        // "x1" is read as a word; a title and a message are taken apart alike.
        const stems = [...new Set(asked)];
        expect(openTitleIndex(deserialize(serialize(data))).find(stems)).toEqual(
          findByScanning(titles, stems),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("looks no further when even the rarest word is in hundreds of titles", () => {
    const products = Array.from({ length: 401 }, (_, number) => ({
      sku: `s${number}`,
      title: "Zephyr Merlin",
    }));
    expect(openTitleIndex(dataOf(products)).find(["zephyr", "merlin"])).toEqual([]);
    expect(openTitleIndex(dataOf(products.slice(1))).find(["zephyr", "merlin"])).toHaveLength(5);
  });

  it("counts titles, and titles with a word, and knows no stop words", () => {
    const index = openTitleIndex(
      dataOf([
        { sku: "a", title: "The Lamps of Tarn" },
        { sku: "b", title: "A lamp" },
      ]),
    );
    expect([index.count, index.frequency("lamp"), index.frequency("tarn")]).toEqual([2, 2, 1]);
    expect([index.frequency("the"), index.frequency("of"), index.frequency("boat")]).toEqual([0, 0, 0]);
  });

  it("answers nothing for no titles", () => {
    const index = openTitleIndex(dataOf([]));
    expect([index.count, index.frequency("lamp"), index.find(["lamp"])]).toEqual([0, 0, []]);
  });
});

it("what was prepared understands the same after it was stored", () => {
  const prepared = prepareUnderstanding(fixtureVocabulary, dataOf(fixtureProducts));
  const fresh = openUnderstanding(fixtureVocabulary, prepared);
  const restored = openUnderstanding(fixtureVocabulary, deserialize(serialize(prepared)));
  for (const { situation, rows } of Object.values(MESSAGES))
    for (const { text } of rows)
      expect(restored(text, situations[situation])).toEqual(fresh(text, situations[situation]));
});
