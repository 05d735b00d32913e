/** A second conversation of the same shopper, over the demo's catalog with all rooms but the store. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import type { Remembered } from "../../../server/dialogue/memory.ts";
import { rememberConversation } from "../../../server/dialogue/remember.ts";
import type { Mode } from "../../../server/dialogue/strategies.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

const CATALOG = fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url));
let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile(CATALOG);
}, 60_000);

async function settle(...messages: string[]): Promise<Remembered | null> {
  const talk = startTalk({ rooms, mode: "sociable", seed: "first" });
  await talk.open();
  for (const message of messages) await talk.say(message);
  return rememberConversation(await talk.log());
}
const comeBack = (mode: Mode = "sociable", seed = "second") => startTalk({ rooms, mode, seed });
const backpack = () =>
  settle("I need a backpack for commuting under $150", "I like the first one, does it take a laptop?");

describe("[WGT-7] a return visit", () => {
  test.each(["sociable", "informational"] as const)(
    "[GRD-5] in %s mode the opening says that it is an AI, where things were left, and asks whether to go on",
    async (mode) => {
      const opening = await comeBack(mode).open({}, await backpack());
      expect(opening.text).toMatch(/\bAI\b/);
      expect(opening.text).toMatch(/backpacks under \$150/);
      expect(opening.text).toContain("Tidewater 22");
      expect(opening.replies).toEqual(["Go on from there", "Something new"]);
      expect(opening.stopped).toEqual([]);
      expect(opening.text.match(/\?/g)).toHaveLength(1);
    },
  );

  test("going on brings the wishes and the items back", async () => {
    const talk = comeBack();
    await talk.open({}, await backpack());
    const turn = await talk.say("Go on from there");
    expect(turn.cards[0]?.title).toContain("Tidewater 22");
    expect(
      (await talk.state()).preferences.filter(({ held }) => held).map(({ attribute }) => attribute),
    ).toContain("price");
  });

  test("something new asks afresh, and the old wishes are gone", async () => {
    const talk = comeBack();
    await talk.open({}, await backpack());
    const turn = await talk.say("Something new");
    expect(turn.cards).toEqual([]);
    expect(turn.text).not.toContain("Tidewater");
    const next = await talk.say("a tent");
    expect(next.cards.length).toBeGreaterThan(0);
    expect(
      (await talk.state()).preferences.filter(({ held, origin }) => held && origin === "remembered"),
    ).toEqual([]);
  });

  test.each([
    ["fell", 2_000],
    ["rose", -2_000],
  ])("[GRD-1] says that the price %s, with evidence of then and now", async (_, more) => {
    const memory = await backpack();
    const [first] = memory?.items ?? [];
    if (!memory || !first) throw new Error("nothing was remembered");
    const before = { ...first.price, minor: first.price.minor + more };
    const opening = await comeBack().open({}, { ...memory, items: [{ ...first, price: before }] });
    expect(opening.text).toContain(`$${before.minor / 100}`);
    expect(opening.text).toContain(`$${first.price.minor / 100}`);
    expect(opening.claims.find(({ statement }) => statement.type === "price-change")?.evidence).toMatchObject(
      [
        { type: "catalog", sku: first.sku, attribute: "price" },
        { type: "earlier", sku: first.sku, price: before },
      ],
    );
    expect(opening.stopped).toEqual([]);
  });

  test("says that what was in mind is gone, and shows it no more", async () => {
    const memory = await backpack();
    const [first] = memory?.items ?? [];
    if (!memory || !first) throw new Error("nothing was remembered");
    const talk = comeBack();
    const opening = await talk.open({}, { ...memory, items: [{ ...first, sku: "GONE" }] });
    expect(opening.text).toMatch(/can't find the Tidewater|left the shop/);
    expect(opening.stopped).toEqual([]);
    expect((await talk.say("Go on from there")).cards.map(({ sku }) => sku)).not.toContain("GONE");
  });

  test("pretends nothing where nothing was settled", async () => {
    const memory = await settle("hello");
    expect(memory).toBeNull();
    const opening = await comeBack().open({}, memory);
    expect(opening.text).not.toMatch(/back|last time|again/i);
  });

  test("[GRD-2] the guard bears every opening of every tone", async () => {
    const memory = await backpack();
    for (let index = 0; index < 24; index += 1) {
      const tone = (["warm", "brisk", "playful"] as const)[index % 3] ?? "warm";
      const talk = startTalk({ rooms, mode: "sociable", seed: `back-${index}`, persona: { tone } });
      const opening = await talk.open({}, memory);
      expect(opening.stopped, opening.text).toEqual([]);
      expect(opening.text).toContain("Tidewater 22");
      expect((await talk.say("Something new")).stopped).toEqual([]);
    }
  });
});
