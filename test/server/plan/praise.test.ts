import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

async function answerTo(text: string, seed: string, before = "I need a tent for 2") {
  const talk = startTalk({ rooms, mode: "sociable", seed });
  await talk.open();
  const shown = (await talk.say(before)).items.map(({ sku }) => sku);
  return { shown, turn: await talk.say(text), state: await talk.state() };
}

describe("[MOV-1] praise moves nothing on", () => {
  it.each(["looks good", "nice one", "they look great"])("%s brings no other cards", async (text) => {
    for (const seed of ["a", "b", "c"]) {
      const { shown, turn, state } = await answerTo(text, seed);
      expect(turn.items.filter(({ sku }) => !shown.includes(sku))).toEqual([]);
      expect(state.shown.map(({ sku }) => sku)).toEqual(expect.arrayContaining(shown));
    }
  });

  it.each(["#2 seems about right", "Ooh I quite like the second one Thanks"])(
    "%s keeps to that item",
    async (text) => {
      const { shown, turn, state } = await answerTo(text, "d");
      expect(turn.items.map(({ sku }) => sku)).toEqual([shown[1]]);
      expect(state.shown.find(({ sku }) => sku === shown[1])?.reaction).toBe("liked");
    },
  );

  it("who asks twice about an item is told again what little there is", async () => {
    const talk = startTalk({ rooms, mode: "sociable", seed: "e" });
    await talk.open();
    await talk.say("I need a tent for 2");
    for (const text of ["Tell me about the first one", "Tell me more about it", "Tell me more about it"]) {
      const turn = await talk.say(text);
      expect(turn.claims.length).toBeGreaterThan(0);
    }
  });
});
