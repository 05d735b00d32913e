import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Statement } from "../../../server/dialogue/claims.ts";
import { phraseOfStatement } from "../../../server/speak/meaning/phrase-statement.ts";
import { withArticle } from "../../../server/speak/words/articles.ts";
import { clauseOf, coordinate, predicate } from "../../../server/speak/words/clauses.ts";
import { finishSentence } from "../../../server/speak/words/finish-sentence.ts";
import { calmTitle, lowerOrdinaryWords, restoreAcronyms } from "../../../server/speak/words/letter-case.ts";
import {
  countOf,
  isPluralNoun,
  pluralOf,
  possessiveOf,
  singularOf,
} from "../../../server/speak/words/nouns.ts";
import { phraseValue } from "../../../server/speak/words/phrase-value.ts";
import {
  familiarTitle,
  isPluralTitle,
  shortTitle,
  shortTitles,
} from "../../../server/speak/words/short-title.ts";
import { bySku } from "../../support/fixture-shop.ts";
import * as sample from "./plans.ts";

test.each([
  ["8GB card", "an 8GB card"],
  ["11-inch screen", "an 11-inch screen"],
  ["18 V drill", "an 18 V drill"],
  ["80 W charger", "an 80 W charger"],
  ["110 cm belt", "a 110 cm belt"],
  ["1,800 W heater", "a 1,800 W heater"],
  ["11,000 mAh battery", "an 11,000 mAh battery"],
  ["USB cable", "a USB cable"],
  ["USB-C hub", "a USB-C hub"],
  ["LED light", "an LED light"],
  ["SSD", "an SSD"],
  ["SIM tray", "a SIM tray"],
  ["RAM module", "a RAM module"],
  ["hour", "an hour"],
  ["honey jar", "a honey jar"],
  ["unisex tee", "a unisex tee"],
  ["umbrella", "an umbrella"],
  ["e-bike", "an e-bike"],
  ["one-piece", "a one-piece"],
  ["euro plug", "a euro plug"],
  ["X-frame", "an X-frame"],
  ["aluminium frame", "an aluminium frame"],
])("the article of %s goes by sound", (phrase, expected) => {
  expect(withArticle(phrase)).toBe(expected);
});

test.each([
  ["gravel bike", "gravel bikes"],
  ["USB", "USBs"],
  ["jeans", "jeans"],
  ["luggage", "luggage"],
  ["Galaxy S26", "Galaxy S26"],
  ["body brush", "body brushes"],
])("%s in the plural is %s", (one, many) => {
  expect(pluralOf(one)).toBe(many);
});

test.each([
  ["gravel bikes", "gravel bike"],
  ["glasses", "glasses"],
  ["press", "press"],
  ["accessories", "accessory"],
])("%s in the singular is %s", (many, one) => {
  expect(singularOf(many)).toBe(one);
});

test("counts are words while they are small", () => {
  expect(countOf(1, "gravel bikes", "en-US")).toBe("one gravel bike");
  expect(countOf(3, "gravel bikes", "en-US")).toBe("three gravel bikes");
  expect(countOf(12_840, "gravel bikes", "en-US")).toBe("12,840 gravel bikes");
});

test("plurals are told from names that end in s", () => {
  expect(["pedals", "jeans", "gravel bikes"].map(isPluralNoun)).toEqual([true, true, true]);
  expect(["glass", "wireless", "canvas bus", "lipstick"].map(isPluralNoun)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([possessiveOf("Fieldnote"), possessiveOf("Holloway Cycles")]).toEqual([
    "Fieldnote's",
    "Holloway Cycles'",
  ]);
});

test.each([
  ["Brushed Aluminium", "brushed aluminium"],
  ["LED", "LED"],
  ["Bluetooth 5.2", "Bluetooth 5.2"],
  ["15.6 in", "15.6 inches"],
  ["1 h", "1 hour"],
  ["8GB", "8 GB"],
  ["500 ml", "500 ml"],
  ["Black/Red", "black and red"],
  ["Gore-Tex", "Gore-Tex"],
  ["MacBook Pro", "MacBook pro"],
  ["Italian Leather", "Italian leather"],
])("the value %s stands mid-sentence as %s", (value, expected) => {
  expect(phraseValue(value)).toBe(expected);
});

test("brands of the plan keep their capitals", () => {
  expect(lowerOrdinaryWords("Norden Steel", new Set(["norden"]))).toBe("Norden steel");
  expect(restoreAcronyms("usb-c ports")).toBe("USB-C ports");
});

test.each([
  ["TITANIUM TRAVEL MUG 500ML WITH LED LID", "Titanium Travel Mug 500ML with LED Lid"],
  ["ENERGI 3K+ Portable Charger", "ENERGI 3K+ Portable Charger"],
  ["HP 81", "HP 81"],
])("the title %s calms down to %s", (title, expected) => {
  expect(calmTitle(title)).toBe(expected);
});

describe("short titles", () => {
  test.each([
    [sample.endless, "Norrvik Aurora 5 Slim Laptop"],
    [sample.shouting, "Titanium Travel Mug"],
    [sample.nameless, "Beanie"],
    [sample.foreign, "Taller Lumbre Taza Ilustrada Planta Feliz"],
    [sample.otherBike, "Holloway Moor Gravel Bike"],
  ])("keep brand, model and head noun", (product, expected) => {
    expect(shortTitle(product)).toBe(expected);
  });

  test("grow until they tell the products of a turn apart", () => {
    const cases = ["Black", "Blue"].map((colour) =>
      sample.product({
        sku: colour,
        title: `Norden - Case for Most Phones - ${colour}`,
        brand: "Norden",
        categories: ["Cases"],
      }),
    );
    expect([...shortTitles(cases).values()]).toEqual([
      "Norden Case for Most Phones Black",
      "Norden Case for Most Phones Blue",
    ]);
  });

  test("are subsequences of the listing's words, whatever the listing says", () => {
    const word = fc.oneof(
      fc.constantFrom(
        "Norden",
        "-",
        "for",
        "with",
        "8GB",
        "17",
        "cm",
        "(Renewed)",
        "LED",
        "Case,",
        "|",
        "&",
        '15.6"',
        "®",
        "Über",
        "Чехол",
        "1",
      ),
      fc.string({ minLength: 1, maxLength: 8 }),
    );
    const plain = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s]/gu, "")
        .split(/\s+/)
        .filter(Boolean);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        const title = words.join(" ");
        const rest = plain(title.replace(/[\p{Cc}\p{Cf}]/gu, " "));
        return plain(shortTitle(sample.product({ sku: "x", title, brand: "Norden" }))).every((part) => {
          const at = rest.indexOf(part);
          if (at !== -1) rest.splice(0, at + 1);
          return at !== -1;
        });
      }),
    );
  });

  test("drop the brand once they are familiar, unless too little is left", () => {
    expect(familiarTitle(sample.bike, "Kettle Ridge Fen Gravel Bike")).toBe("Fen Gravel Bike");
    expect(familiarTitle(sample.pair, "Kettle Ridge Pedals")).toBeNull();
  });

  test("are plural where the listing uses the word as a common noun", () => {
    expect(isPluralTitle(sample.pair, "Kettle Ridge Platform Pedals")).toBe(true);
    expect(isPluralTitle(sample.product({ sku: "x", title: "Holloway Hollows" }), "Holloway Hollows")).toBe(
      false,
    );
  });
});

test("predicates share subject and verb, and commas keep the groups apart", () => {
  const item = { name: "the Fen", plural: false, pronoun: false };
  const has = [
    predicate("have", "an 8-inch screen"),
    predicate("be", "waterproof"),
    predicate("have", "3 USB ports"),
  ];
  expect(coordinate(item, has, "en-US")).toBe(
    "the Fen has an 8-inch screen and 3 USB ports, and is waterproof",
  );
  expect(
    coordinate(
      { ...item, plural: true, pronoun: true },
      [predicate("be", "in stock"), predicate("come", "in red")],
      "en-US",
    ),
  ).toBe("they're in stock and come in red");
  expect(coordinate(item, [predicate("be", "steel", "frame"), predicate("weigh", "9 kg")], "en-US")).toBe(
    "the Fen weighs 9 kg and its frame is steel",
  );
});

test.each([
  ["it's  ready , now", "It's ready, now."],
  ["iPhone cases it is", "iPhone cases it is."],
  ["from e.l.f..", "From e.l.f."],
  ["she wrote: “Great.”", "She wrote: “Great.”"],
])("finishing %s", (draft, expected) => {
  expect(finishSentence(draft)).toBe(expected);
});

describe("[GRD-1] a statement's words say what it means", () => {
  const item = bySku("tern");
  const context = {
    locale: "en-US",
    money: ({ minor }: { minor: number }) => `$${minor / 100}`,
    product: () => item,
    names: new Set<string>(),
    said: [],
  };
  const phrased = (statement: Statement) => {
    const said = phraseOfStatement(statement, context);
    return said && clauseOf({ name: "the Trek", pronoun: true, plural: false }, said);
  };
  const missed = {
    type: "misses",
    sku: item.sku,
    preferenceId: "p1",
    attribute: "price",
    value: "27",
  } as const;

  test("a price under the one wished for is not over the budget", () => {
    expect(phrased(missed)).toMatch(/which is over your budget$/);
    expect(phrased({ ...missed, isBelow: true })).toMatch(/which is less than you had in mind$/);
  });

  test.each([
    ["hood", "fits over a helmet", "its hood fits over a helmet"],
    ["collar", "folds away", "its collar folds away"],
  ])("what a part does is said as a deed: %s %s", (attribute, value, expected) => {
    expect(phrased({ type: "attribute", sku: item.sku, attribute, value })).toBe(expected);
  });
});
