import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
let state: DialogueState;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
  const talk = startTalk({ rooms, mode: "sociable", seed: "objections" });
  await talk.open();
  await talk.say("I'm looking for a tent for two people");
  await talk.say("show me some");
  state = await talk.state();
});

describe("[MOV-4] what is held against an item is heard as that", () => {
  it.each([
    ["hmm, that's too expensive", "price"],
    ["that's a lot of money", "price"],
    ["I can't afford that", "price"],
    ["too heavy for me", "weight"],
    ["looks cheap", "quality"],
    ["it seems a bit flimsy", "quality"],
    ["not sure about the quality", "quality"],
    ["I read bad reviews about that one", "reviews"],
    ["I've heard bad things about it", "reviews"],
    ["the reviews are not great", "reviews"],
    ["hmm, that brand?", "brand"],
    ["never heard of that brand", "brand"],
  ])("%s", (text, about) => {
    expect(rooms.understand(text, state).objections).toMatchObject([{ about }]);
  });

  it.each([
    "something cheaper",
    "does it look cheap?",
    "what do people say about it?",
    "show me lighter ones",
  ])("%s asks, and objects to nothing", (text) => {
    expect(rooms.understand(text, state).objections ?? []).toEqual([]);
  });

  it("a remark on how it looks is no wish for something cheap", () => {
    const { critiques, preferences } = rooms.understand("looks cheap", state);
    expect([...critiques, ...preferences]).toEqual([]);
  });
});
