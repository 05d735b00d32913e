/** What a question is about where the words alone could mislead, over the demo's catalog. */
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

type Rooms = Awaited<ReturnType<typeof roomsOfFile>>;
let rooms: Rooms;
let onBackpack: DialogueState;
let onBike: DialogueState;
let nowhere: DialogueState;

beforeAll(async () => {
  rooms = await roomsOfFile(fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url)));
  const stateOn = async (sku?: string): Promise<DialogueState> => {
    const talk = startTalk({ rooms, mode: "sociable", seed: sku ?? "home" });
    await talk.open(sku === undefined ? {} : { sku });
    return talk.state();
  };
  [onBackpack, onBike, nowhere] = await Promise.all([
    stateOn("OXB-TIDEWATER-22"),
    stateOn("RYE-TAILWIND-CITY"),
    stateOn(),
  ]);
});

const asked = (text: string, state: DialogueState): string[] =>
  rooms
    .understand(text, state)
    .questions.map(({ kind, about, value }) => `${kind} ${about}${value === undefined ? "" : `=${value}`}`);

test("[LED-1] an attribute that nothing in view has is not what a question is about", () => {
  expect(asked("what's the resale value like?", onBackpack)).toEqual(["asked other"]);
  expect(asked("is it OK for airport security?", onBackpack)).toEqual(["asked feature=airport security"]);
  expect(asked("how big is it?", onBackpack)).toEqual(["asked capacity"]);
});

test("[LED-1] what stands behind a word of asking or not knowing is asked, and no condition", () => {
  expect(asked("any idea if it is heavy", onBike)).toEqual(["asked weight"]);
  expect(asked("it would help to know how heavy it is", onBike)).toEqual(["asked weight"]);
  expect(asked("the page doesn't say how heavy it is", onBike)).toEqual(["asked weight"]);
  expect(asked("I wonder if you'd have bikes under 900", onBike)).toEqual([]);
});

test("[LED-1] a tag turns what is said of an item into a question, and praise into none", () => {
  expect(asked("it has a belt drive, doesn't it", onBike)).toEqual(["asked drive=belt"]);
  expect(asked("that's lovely, isn't it?", onBike)).toEqual([]);
});

test("[LED-1] what is foretold to fail is doubted, what failed before is not", () => {
  expect(asked("that'll rust in no time", onBike)).toHaveLength(1);
  expect(asked("my old one rusted terribly", onBike)).toEqual([]);
});

test("[LED-2] what goes before a question without asking anything is no second entry", () => {
  expect(asked("could be it and what's the weight?", onBike)).toEqual(["asked weight"]);
  expect(asked("you havent answered me: what is the weight?", onBike)).toEqual(["asked weight"]);
});

test("[LED-1] when and where in the order of a statement ask nothing", () => {
  expect(asked("when the sun comes out I always want a new bike", onBike)).toEqual([]);
});

test("[LED-2] of several parts in one breath each is asked for", () => {
  expect(asked("does it have a rack and pedals?", onBike)).toEqual([
    "asked feature=rack",
    "asked feature=pedals",
  ]);
});

test("[LED-1] what follows from a condition is no condition itself", () => {
  expect(asked("if it has a belt drive, yes", onBike)).toEqual(["condition drive=belt"]);
  expect(asked("if it's under 1 kg then I'll take it", onBackpack)).toEqual(["condition weight"]);
});

test("[LED-3] a service of the shop's is asked of the shop, whatever is in view", () => {
  expect(asked("do you offer gift wrapping?", onBackpack)).toEqual(["asked other"]);
  expect(asked("do you have a shop in Denver?", nowhere)).toEqual(["asked other"]);
});

test("[LED-1] a size is left open only of what is worn or ridden", () => {
  expect(asked("a flask for my dad", nowhere)).toEqual([]);
  expect(asked("a headlamp for my nephew", nowhere)).toEqual(["assumption age"]);
  expect(asked("a rain jacket for my wife", nowhere)).toEqual(["assumption size"]);
});

test("[LED-1] an expectation that something falls short is a doubt, about what its figure or predicate names", () => {
  expect(asked("45 km won't get me to work and back", onBike)).toEqual(["doubt range"]);
  expect(asked("I don't think 22 litres is enough for a week", onBackpack)).toEqual(["doubt capacity"]);
  expect(asked("can't imagine it being really waterproof", onBackpack)).toEqual(["doubt waterproofing"]);
  expect(asked("that's plenty, don't worry", onBackpack)).toEqual([]);
  expect(asked("I want something that won't leak", onBackpack)).toEqual([]);
});

test("[LED-1] tags, exclamations and wondering at oneself ask nothing", () => {
  for (const text of [
    "nice, isn't it",
    "how cool is that!",
    "guess what? I got the job",
    "why do I even bother",
    "oh really? good to know",
    "what matters to me is comfort",
    "no question about it, I'll take it",
  ])
    expect(asked(text, onBackpack), text).toEqual([]);
  expect(asked("it's waterproof, right?", onBackpack)).toEqual(["asked waterproofing=waterproof"]);
});

test("[LED-1] a request in the form of a question shows, and asks nothing", () => {
  expect(asked("could you pull up the cheapest lanterns?", nowhere)).toEqual([]);
  expect(asked("would you mind showing me tents for two?", nowhere)).toEqual([]);
});

test("[LED-3] whether it goes with something of the shopper's own is no matter of a size", () => {
  expect(asked("will it fit my Corolla?", onBike)).toEqual(["asked compatibility"]);
  expect(asked("can I take the battery on a plane?", onBike)).toEqual(["asked feature=allowed"]);
});

test("[LED-1] who names a body's height asks for the riders it fits", () => {
  expect(asked("I'm 1.93 m, can I ride it?", onBike)).toEqual(["asked rider height"]);
});

test("[LED-1] the best of two items at once is a conflict", () => {
  expect(asked("I'd like the comfort of the first but the weight of the second", onBackpack)).toEqual([
    "conflict weight",
  ]);
});

test("[GAP-5] what describes a thing of its own is asked for together with it", () => {
  expect(asked("will it stand strong wind?", onBackpack)).toEqual(["asked feature=strong wind"]);
  expect(asked("not sure it survives strong gusts", onBackpack)).toEqual(["doubt feature=strong gusts"]);
  expect(asked("does it work in bright sunlight?", onBike)).toEqual(["asked feature=bright sunlight"]);
  expect(asked("does it come with a portable charger?", onBike)).toEqual(["asked feature=portable charger"]);
  expect(asked("can it cope with salty spray?", onBackpack)).toEqual(["asked feature=salty spray"]);
  expect(asked("is it strong?", onBackpack)).toEqual(["asked feature=strong"]);
  expect(asked("is it strong enough for two?", onBackpack)).toEqual(["asked feature=strong"]);
});

test("[GAP-5] a part whose name begins like an attribute's is asked for by its whole name", () => {
  expect(asked("is there a gear loft?", onBackpack)).toEqual(["asked feature=gear loft"]);
  expect(asked("does it have a battery indicator?", onBike)).toEqual(["asked feature=battery indicator"]);
  expect(asked("does it have a battery life of 5 hours?", onBike)).toEqual(["asked battery"]);
});

test("[GAP-5] a service of the shop's is asked for, whatever it is to be done to", () => {
  expect(asked("do you offer gift wrapping for backpacks?", nowhere)).toEqual(["asked other"]);
  expect(asked("is there engraving on flasks?", nowhere)).toEqual(["asked other"]);
});
