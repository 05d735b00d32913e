/** What a shopper hears who describes a need in words that the shop does not use. */
import { beforeAll, describe, expect, test } from "vitest";
import { embedText } from "../../../demo/scripted-model/embed-text.ts";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { createMeaning } from "../../../server/semantic/meaning.ts";
import { textOf } from "../../../server/semantic/product-text.ts";
import { quantise } from "../../../server/semantic/quantise.ts";
import type { Meaning } from "../../../server/turn/ports.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

const embed = (text: string) => Float32Array.from(embedText(text));
let rooms: CatalogRooms;
const asked: string[] = [];
const meaning = (): Meaning =>
  createMeaning({
    boundMs: 1_000,
    model: {
      endpoint: "scripted",
      model: "scripted",
      async embed(texts) {
        asked.push(...texts);
        return texts.map(embed);
      },
    },
  });

beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
  const products = [...rooms.catalog.products];
  rooms.catalog.takeUpMeanings(
    products.map((product) => ({ sku: product.sku, vector: quantise(embed(textOf(product))) })),
  );
});

const talkOf = (known: Meaning | null) =>
  startTalk({ rooms, mode: "informational", seed: "rain", ...(known && { meaning: known }) });
const NEED = "something to keep the rain off while cycling";

describe("a need in words that the shop does not use", () => {
  test("[SEM-7] is answered with what comes near to it, and without a model with a question", async () => {
    const plain = talkOf(null);
    await plain.open();
    expect((await plain.say(NEED)).cards).toEqual([]);
    const talk = talkOf(meaning());
    await talk.open();
    const titles = (await talk.say(NEED)).cards.map(({ title }) => title);
    expect(titles).toContain("Spokesman Cycling Rain Jacket");
    expect(titles).toContain("Big Top Cycling Poncho");
  });

  test("[SEM-1] still counts when a budget follows, which is never exceeded", async () => {
    const talk = talkOf(meaning());
    await talk.open();
    await talk.say(NEED);
    const { cards } = await talk.say("under $90 please");
    for (const { price } of cards) expect(price.minor).toBeLessThanOrEqual(9_000);
    expect(cards.length).toBeGreaterThan(0);
    expect((await talk.state()).sought).toEqual([NEED]);
  });

  test("[SEM-3] is asked for once, and nothing is asked for that says nothing of a need", async () => {
    asked.length = 0;
    const talk = talkOf(meaning());
    await talk.open();
    for (const text of ["hi", NEED, "under $90 please", "thanks"]) await talk.say(text);
    expect(asked).toEqual([NEED]);
  });

  test("[SEM-3] gives way to another kind of thing", async () => {
    const talk = talkOf(meaning());
    await talk.open();
    await talk.say("I'm looking for a rain jacket");
    await talk.say("no, rather a tent");
    expect((await talk.state()).sought).toEqual(["no, rather a tent"]);
  });

  test("[SEM-3] is answered as without a model when none of its meaning comes", async () => {
    const late: Meaning = async () => null;
    const [talk, plain] = [talkOf(late), talkOf(null)];
    for (const each of [talk, plain]) await each.open();
    expect((await talk.say(NEED)).text).toBe((await plain.say(NEED)).text);
  });
});
