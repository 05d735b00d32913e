import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TextField, TextIndex, TextIndexBuilder } from "../../../server/catalog/text-index.ts";

const title = (text: string): TextField => ({ text, weight: 3, place: "title" });
const name = (text: string): TextField => ({ text, weight: 1, place: "name" });
const facts = (text: string): TextField => ({ text, weight: 1, place: "facts" });
const prose = (text: string): TextField => ({ text, weight: 0.5, place: "prose" });

function dataOf(documents: readonly (readonly TextField[])[]) {
  const builder = new TextIndexBuilder();
  for (const fields of documents) builder.add(fields);
  return builder.finish();
}
const indexOf = (...titles: string[]) => new TextIndex(dataOf(titles.map((text) => [title(text)])));

/** The titles that the text finds, best first. */
function found(text: string, ...titles: string[]): string[] {
  const scores = indexOf(...titles).scores(text);
  return titles
    .map((name, document) => ({ name, score: scores[document] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ name }) => name);
}

const LAPTOPS = ["Kestrel dv7-1211ea Notebook", "Kestrel dv7-3400sg Notebook", "Orin M60 Notebook"];

describe("words of the catalog however they are written", () => {
  test.each<[query: string, titles: string[], first: string]>([
    ["dv7-1211ea", LAPTOPS, "Kestrel dv7-1211ea Notebook"],
    ["dv7 1211ea", LAPTOPS, "Kestrel dv7-1211ea Notebook"],
    ["dv71211ea", LAPTOPS, "Kestrel dv7-1211ea Notebook"],
    ["006R9", ["Toner 006R90321", "Toner 113R00", "Paper"], "Toner 006R90321"],
    ["hdmi-cable", ["HDMI cable", "VGA cable"], "HDMI cable"],
    ["headset", ["Head set for calls", "Desk lamp"], "Head set for calls"],
    ["head set", ["Headset for calls", "Desk lamp"], "Headset for calls"],
    ["flatscreen", ["Flat screen mount", "Wall clock"], "Flat screen mount"],
    ["smart watch", ["Smartwatch Sund", "Wall clock"], "Smartwatch Sund"],
    ["smartwatch", ["Smart watch Sund", "Wall clock"], "Smart watch Sund"],
    ["phone7", ["Phone 7", "Phone 8"], "Phone 7"],
    ["256 gb", ["Drive 256GB", "Drive 512GB"], "Drive 256GB"],
    ["15.6 inch", ['Display 15.6"', 'Display 17"'], 'Display 15.6"'],
    ["2 m cable", ["Cable 2m", "Cable 3m"], "Cable 2m"],
    ["blutooth hedphones", ["Bluetooth Headphones", "Bluetooth Speaker"], "Bluetooth Headphones"],
    ["commuting", ["Commuter bag", "Garden hose"], "Commuter bag"],
    ["bikes", ["Bike", "Hose"], "Bike"],
    ["the sofa", ["Couch Fjord", "Garden hose"], "Couch Fjord"],
    ["телевизоры", ["Телевизор Ольха", "Чехол"], "Телевизор Ольха"],
    ["самсунг", ["Phone Samsung", "Phone Orin"], "Phone Samsung"],
    ["creme brulee", ["Crème Brûlée", "Cake"], "Crème Brûlée"],
  ])("%s", (query, titles, first) => {
    expect(found(query, ...titles)[0]).toBe(first);
  });

  test("an exact word beats what it is akin to, spelt like or another word for", () => {
    expect(found("printer", "Printer Orin", "Printing Orin")[0]).toBe("Printer Orin");
    expect(found("notebook", "Laptop Orin", "Notebook Orin")).toEqual(["Notebook Orin", "Laptop Orin"]);
  });

  test("a word that is like nothing in the catalog finds nothing", () => {
    expect(found("gorra", "Zorro mug", "Taza")).toEqual([]);
    expect(found("xylophone", "Zorro mug", "Taza")).toEqual([]);
  });

  test("a merchant's slip does not hide what is spelt right", () => {
    const titles = ["Samsng cover", ...Array.from({ length: 60 }, (_, place) => `Samsung phone ${place}`)];
    expect(found("samsng", ...titles)).toHaveLength(61);
  });
});

describe("ranking", () => {
  test("more of the words beat fewer, a title beats prose", () => {
    expect(found("red wool scarf", "Red wool scarf", "Red scarf", "Wool hat")).toEqual([
      "Red wool scarf",
      "Red scarf",
      "Wool hat",
    ]);
    const scores = new TextIndex(
      dataOf([
        [title("Hat"), prose("goes with any scarf")],
        [title("Scarf"), prose("goes with any hat")],
      ]),
    ).scores("scarf");
    expect(scores[1]).toBeGreaterThan(scores[0] ?? 0);
  });

  test("words that a question is not about count little, and do count in names", () => {
    expect(found("what is the best scarf for me", "The best of me", "Wool scarf")[0]).toBe("Wool scarf");
    expect(found("xbox one", "Xbox Series", "Xbox One")[0]).toBe("Xbox One");
  });
});

describe("documents with all words", () => {
  const index = new TextIndex(
    dataOf([
      [title("Day cream for Lund"), name("Day cream"), facts("vegan"), prose("no parabens at all")],
      [title("Night cream"), name("Night cream"), facts("parabens"), prose("not vegan")],
    ]),
  );

  test.each([
    ["vegan", "stated", [1, 0]],
    ["vegan", "anywhere", [1, 1]],
    ["parabens", "stated", [0, 1]],
    ["cream", "title", [1, 1]],
    ["cream", "name", [1, 1]],
    ["lund", "title", [1, 0]],
    ["lund", "name", [0, 0]],
    ["day lund", "title", [1, 0]],
    ["night cream", "title", [0, 1]],
    ["night cream", "stated", [0, 1]],
    ["vegan night", "stated", [0, 0]],
    ["cream unheardof", "anywhere", [0, 0]],
    ["the", "anywhere", [0, 0]],
    ["", "anywhere", [0, 0]],
  ] as const)("%s, %s", (text, where, having) => {
    expect([...index.withAll(text, where)]).toEqual(having);
  });
});

test("a word is counted in any of its forms, by documents that have it or a relative", () => {
  const index = indexOf("Commuter bag for commuting", "Bag for commuting", "Garden hoses");
  expect(index.frequency("bags")).toBe(2);
  expect(index.frequency("commuter")).toBe(2);
  expect(index.frequency("commute")).toBe(2);
  expect(index.frequency("hose")).toBe(1);
  expect(index.frequency("hat")).toBe(0);
});

test("the language is told by the words between", () => {
  expect(indexOf("Bag for the office").language).toBe("english");
  expect(indexOf("Tasche für das Büro und die Reise").language).toBe("german");
  expect(indexOf("Funda para el portátil de la casa").language).toBe("spanish");
  expect(indexOf("Чехол для телефона с подставкой").language).toBe("russian");
  expect(indexOf("Sac à dos pour le bureau et les voyages").language).toBe("french");
  expect(found("zapato rojo", "Zapatos rojos para la playa", "Taza")).toEqual([
    "Zapatos rojos para la playa",
  ]);
  expect(found("lampe", "Lampen für das Bad", "Tisch für das Bad")).toEqual(["Lampen für das Bad"]);
});

test("what is packed, kept and opened again answers alike; every document that has a word is found", () => {
  const word = fc.constantFrom("bike", "bikes", "red", "256", "gb", "dv7-12", "saddle", "for", "saddel");
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text)), text, (documents, query) => {
      const data = dataOf(documents.map(([one, two, three]) => [title(one), facts(two), prose(three)]));
      const index = new TextIndex(data);
      const opened = new TextIndex(deserialize(serialize(data)));
      expect(opened.scores(query)).toEqual(index.scores(query));
      expect(opened.withAll(query, "stated")).toEqual(index.withAll(query, "stated"));
      const scores = index.scores(query);
      documents.forEach((fields, document) => {
        const hasAny = /\b(red|bike|saddle|256)\b/.exec(query);
        if (hasAny !== null && fields.some((field) => field.split(" ").includes(hasAny[0])))
          expect(scores[document]).toBeGreaterThan(0);
      });
    }),
  );
});

test("an empty catalog answers too", () => {
  const index = new TextIndex(dataOf([]));
  expect(index.scores("anything")).toHaveLength(0);
  expect(index.withAll("anything", "title")).toHaveLength(0);
});
