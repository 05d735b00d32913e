import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSentenceSplitter } from "../../../../server/speak/model/split-sentences.ts";

/** In the given pieces. Each sentence comes with the number of the piece that released it; the end counts as one more. */
function split(pieces: string[], names: string[] = [], isWhole = true) {
  const splitter = createSentenceSplitter(names);
  const found = pieces.flatMap((piece, at) => splitter.push(piece).map((sentence) => ({ ...sentence, at })));
  return [...found, ...splitter.end(isWhole).map((sentence) => ({ ...sentence, at: pieces.length }))];
}
const texts = (pieces: string[], names: string[] = []) => split(pieces, names).map(({ text }) => text);

describe("[VOICE-1] sentences of a model's answer", () => {
  it("come with their move and claims", () => {
    expect(split(["[1] Rain or shine, then.\n[2 c1, c3] It is $89.00.\n[move 2: c4] It's light."])).toEqual([
      { text: "Rain or shine, then.", move: 1, claims: [], at: 0 },
      { text: "It is $89.00.", move: 2, claims: ["c1", "c3"], at: 0 },
      { text: "It's light.", move: 2, claims: ["c4"], at: 0 },
    ]);
  });
  it("are released with their last token where that is certain, and with the next where it is not", () => {
    const pieces = [
      "[1]",
      " It",
      " is",
      " waterproof",
      ".",
      "\n",
      "[2]",
      " It",
      " is",
      " $",
      "89",
      ".",
      "50",
      ".",
      " Right",
      "?",
    ];
    expect(split(pieces).map(({ text, at }) => [text, at])).toEqual([
      ["It is waterproof.", 4],
      ["It is $89.50.", 14],
      ["Right?", 15],
    ]);
  });
  it.each([
    ["a figure", ["It packs into 4", ".", "1 litres. Good."], ["It packs into 4.1 litres.", "Good."]],
    ["an abbreviation", ["It weighs approx", ".", " 3 kg. Good."], ["It weighs approx. 3 kg.", "Good."]],
    ["an initial", ["As J. Smith wrote. Good."], ["As J. Smith wrote.", "Good."]],
    [
      "a quotation",
      ["A customer wrote “Warm. Light", ".", "” Nice, no?"],
      ["A customer wrote “Warm. Light.”", "Nice, no?"],
    ],
    ["an open parenthesis", ["It fits (just about", ".", ") Good."], ["It fits (just about.)", "Good."]],
    [
      "nothing before a small letter",
      ["The brand a.k. fits you. Good."],
      ["The brand a.k. fits you.", "Good."],
    ],
  ])("%s is not torn", (_, pieces, expected) => {
    // A quotation that holds whole sentences may be told as several; it is never cut in the middle of one.
    expect(texts(pieces).join(" ")).toBe(expected.join(" "));
  });
  it("a name with a full stop stays whole, also while it comes", () => {
    expect(
      texts(["The St", ".", " Moritz Parka is warm. The Dr", ". Foster's is dry."], ["St. Moritz Parka"]),
    ).toEqual(["The St. Moritz Parka is warm.", "The Dr. Foster's is dry."]);
    expect(texts(["The Type coat.", "io Lamp is bright."], ["Type coat.io Lamp"])).toEqual([
      "The Type coat.io Lamp is bright.",
    ]);
  });
  it.each([
    ["markdown", "- **The Fen** is `light`.\n# Bye.", ["The Fen is light.", "Bye."]],
    ["thoughts", "<think>The user wants. A bike.</think>\n[1] Sure thing.", ["Sure thing."]],
    [
      "prose without tags or lines",
      "Sure thing. It's light! Is that it?",
      ["Sure thing.", "It's light!", "Is that it?"],
    ],
    ["no last full stop", "[1] Sure thing", ["Sure thing."]],
    ["blank lines and bullets", "\n\n[1] Sure.\n\n* [2] Light.\n", ["Sure.", "Light."]],
    ["nothing but signs", "...\n---\n[1]\n😊", []],
  ])("%s: what is no words of the turn is taken off", (_, answer, expected) => {
    expect(texts([answer])).toEqual(expected);
    expect(texts([...answer])).toEqual(expected);
  });
  it("one that was cut off is not said", () => {
    expect(split(["[1] Sure thing. And the price is"], [], false).map(({ text }) => text)).toEqual([
      "Sure thing.",
    ]);
  });
  it("one without an end does not grow for ever", () => {
    expect(texts([...Array(5_000)].map(() => "word "))).toEqual([]);
  });
  it("are the same however the answer is cut into pieces", () => {
    const answer =
      "[1] Commuting by bike, nice.\n[2 c1] The St. Moritz Parka is $89.50 and weighs 1.2 kg. It's waterproof!\n[3] What is it for, mainly?";
    const whole = texts([answer], ["St. Moritz Parka"]);
    expect(whole).toHaveLength(4);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: answer.length - 1 }), { maxLength: 40 }), (cuts) => {
        const places = [0, ...[...new Set(cuts)].sort((a, b) => a - b), answer.length];
        const pieces = places.slice(1).map((to, index) => answer.slice(places[index], to));
        expect(texts(pieces, ["St. Moritz Parka"])).toEqual(whole);
      }),
    );
  });
});
