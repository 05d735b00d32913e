import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { roomsOfFile, startTalk, type Talk } from "../../support/talk.ts";

let rooms: CatalogRooms;
let state: DialogueState;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
  state = await talkOf("I need a backpack for hiking").then((talk) => talk.state());
});

async function talkOf(...messages: string[]): Promise<Talk> {
  const talk = startTalk({ rooms, mode: "sociable", seed: messages.join("|") });
  await talk.open();
  for (const message of messages) await talk.say(message);
  return talk;
}

const ordersOf = (text: string) =>
  rooms
    .understand(text, state)
    .preferences.filter(({ operator }) => operator === "least" || operator === "most");

describe("[DST-2] [NLU-1] a superlative is an order, and no bound", () => {
  it.each([
    ["cheapest?", "price", "least"],
    ["the cheapest one", "price", "least"],
    ["which is the cheapest?", "price", "least"],
    ["what's the least expensive one you have", "price", "least"],
    ["the lowest price please", "price", "least"],
    ["the most expensive", "price", "most"],
    ["show me the lightest", "weight", "least"],
    ["what about the lightest backpack?", "weight", "least"],
    ["the one with the largest capacity", "capacity", "most"],
    ["the smallest", "size", "least"],
  ])("%s", (text, attribute, operator) => {
    const { critiques, questions } = rooms.understand(text, state);
    expect(ordersOf(text)).toMatchObject([{ attribute, operator, value: null }]);
    expect([critiques, questions]).toEqual([[], []]);
  });

  it.each([
    "I like the cheapest one",
    "I'll take the cheapest one",
    "how much is the cheapest one?",
    "does the lightest one have a rain cover?",
    "which of these is the lightest?",
    "not the cheapest",
    "my biggest worry is the rain",
    "at most 100",
  ])("%s orders nothing", (text) => {
    expect(ordersOf(text)).toEqual([]);
  });
});

describe("[DST-2] the first card is the extreme, and said to be", () => {
  it.each([
    ["cheapest?", 39],
    ["the cheapest one", 39],
    ["which is the cheapest?", 39],
    ["the most expensive", 239],
  ])("%s", async (text, price) => {
    const talk = await talkOf("I need a backpack for hiking");
    const turn = await talk.say(text);
    expect((turn.items[0]?.price.minor ?? 0) / 100).toBe(price);
    expect(turn.claims.some(({ statement }) => statement.type === "extreme")).toBe(true);
    expect(turn.text).toMatch(/cheapest|most expensive/i);
    expect(turn.stopped).toEqual([]);
  });

  it("where nothing is cheaper than the cheapest, that is said, and nothing dearer is shown", async () => {
    const talk = await talkOf("I need a backpack for hiking", "the cheapest one");
    const turn = await talk.say("something cheaper");
    expect(turn.items.map(({ price }) => price.minor)).toEqual([3_900]);
    expect(turn.text).toMatch(/nothing cheaper than/);
    // That is over with the turn: what is asked next is not held against it.
    const next = await talk.say("the biggest");
    expect(next.text).not.toMatch(/nothing cheaper/);
    expect(next.items.length).toBeGreaterThan(1);
  });

  it("what is too heavy is not answered by what is heavier", async () => {
    const talk = await talkOf("tents", "the biggest");
    const shown = (await talk.state()).shown.filter(({ turnId }, _, all) => turnId === all.at(-1)?.turnId);
    const weightOf = (item: { attributes: Record<string, string> }) =>
      Number.parseFloat(item.attributes.weight ?? "");
    const turn = await talk.say("these are too heavy");
    expect(turn.items.length).toBeGreaterThan(0);
    const lightest = Math.min(...shown.map(weightOf));
    for (const item of turn.items) expect(weightOf(item)).toBeLessThan(lightest);
  });

  it("asks for a kind anew when another is named, and for the same order again when it is asked again", async () => {
    const talk = await talkOf("the cheapest backpack", "a tent");
    const held = (await talk.state()).preferences.filter(({ held }) => held);
    expect(held.map(({ operator }) => operator)).toEqual(["is"]);
  });
});
