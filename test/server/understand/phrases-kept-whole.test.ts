import { beforeAll, describe, expect, test } from "vitest";
import type { HeardPreference } from "../../../server/dialogue/understanding.ts";
import { roomsOfFile, startTalk, type Talk } from "../../support/talk.ts";

const DEMO = new URL("../../../demo/catalog/catalog.json", import.meta.url).pathname;

describe("[NLU-2] what was said as one thing is heard as one", () => {
  let rooms: Awaited<ReturnType<typeof roomsOfFile>>;
  beforeAll(async () => {
    rooms = await roomsOfFile(DEMO);
  });
  const talkOf = (seed: string): Talk => startTalk({ rooms, mode: "sociable", seed });
  const heard = async (text: string): Promise<Partial<HeardPreference>[]> => {
    const talk = talkOf(text);
    await talk.open();
    await talk.say(text);
    const { preferences } = await talk.state();
    return preferences.filter(({ held }) => held);
  };

  test.for<[string, Partial<HeardPreference>]>([
    ["a tent that stands strong wind", { attribute: "feature", value: "strong wind" }],
    ["bags with a laptop sleeve", { attribute: "feature", value: "laptop sleeve", isPart: true }],
    ["a tent for a weekend by the sea", { attribute: "usage", value: "weekend by the sea" }],
    ["a two person tent", { attribute: "sleeps", operator: "at-least", value: 2, exact: true }],
    ["a tent for four", { attribute: "sleeps", operator: "at-least", value: 4, exact: true }],
  ])("%s", async ([text, wanted]) => {
    expect(await heard(text)).toContainEqual(expect.objectContaining(wanted));
  });

  test("a bound that is said is no exact number, and no price", async () => {
    const wishes = await heard("a tent for at least 4 people");
    const [sleeps] = wishes.filter(({ attribute }) => attribute === "sleeps");
    expect(sleeps).toMatchObject({ operator: "at-least", value: 4 });
    expect(sleeps).not.toHaveProperty("exact");
    expect(wishes.map(({ attribute }) => attribute)).not.toContain("price");
  });

  test("the tent for exactly two comes first, and is the pick", async () => {
    const talk = talkOf("two");
    await talk.open();
    const shown = await talk.say("a two person tent for a weekend by the sea");
    const [first] = shown.cards;
    expect(first?.sku).toBe("PIN-WARBLER-2");
    const asked = await talk.say("which would you pick?");
    expect(asked.stance?.sku).toBe("PIN-WARBLER-2");
    expect(asked.comparison?.rows.map(({ label }) => label)).not.toContain("Sea");
  });

  test("what is a sleeve itself is no bag with one", async () => {
    const talk = talkOf("sleeve");
    await talk.open();
    const { cards } = await talk.say("bags for the office with a laptop sleeve");
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.map(({ sku }) => sku)).not.toContain("OXB-FOLIO-SLEEVE");
  });
});
