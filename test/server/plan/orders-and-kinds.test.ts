/** What is asked for by its best, its last and its kind: held with the real rooms over the demo's catalog. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile(fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url)));
});

async function turnsOf(seed: string, ...lines: string[]) {
  const talk = startTalk({ rooms, mode: "sociable", policy: "random", seed });
  await talk.open();
  const turns = [];
  for (const line of lines) turns.push(await talk.say(line));
  return turns;
}
const ratingOf = (sku: string) => rooms.catalog.product(sku)?.rating?.value ?? 0;
const titleOf = (sku: string) => rooms.catalog.product(sku)?.title ?? "";

describe("[GRD-1] “the best rated” is an order, and what cannot be ordered is owned up to", () => {
  test.each([
    "which is the best rated?",
    "show me the highest rated headlamps",
    "what's the most popular one?",
  ])("%s", async (text) => {
    const [, turn] = await turnsOf(text, "I need a headlamp", text);
    const ratings = turn?.cards.map(({ sku }) => ratingOf(sku)) ?? [];
    expect(ratings.length).toBeGreaterThan(1);
    expect(ratings).toEqual([...ratings].sort((one, other) => other - one));
    expect(turn?.text).toMatch(/best rated|share first place/);
    expect(turn?.text).toMatch(/4\.7/);
  });

  test("the warmest is the one for the lowest temperature, where listings tell it", async () => {
    const [, turn] = await turnsOf("warm", "I need a sleeping bag", "which is the warmest?");
    expect(titleOf(turn?.cards[0]?.sku ?? "")).toMatch(/Dormouse -12/);
    expect(turn?.text).toMatch(/warmest/);
  });

  test("and of what no listing tells, that is said", async () => {
    const [, turn] = await turnsOf("durable", "I need a backpack", "which one is the most durable?");
    expect(turn?.text).toMatch(/most durable/);
    expect(turn?.text).toMatch(/listings (?:don't|keep)/);
  });
});

describe("[CAT-9] of a shelf that joins two kinds, the one that was asked for", () => {
  test("is shown and spoken of", async () => {
    const [turn] = await turnsOf("kind", "I need a sleeping bag for summer");
    for (const { sku } of turn?.cards ?? []) expect(titleOf(sku)).toMatch(/Sleeping Bag/);
    const [mats] = await turnsOf("mats", "show me mats for camping");
    expect(mats?.cards.map(({ sku }) => titleOf(sku)).every((title) => /Mat/.test(title))).toBe(true);
  });

  test("and “anything something warm” is not said of it", async () => {
    for (const seed of ["1", "2", "3", "4", "5"]) {
      const [turn] = await turnsOf(seed, "a warm sleeping bag for winter");
      expect(turn?.text).not.toMatch(/(?:anything|nothing) something|bags and mat\b/);
    }
  });
});

test("[MOV-3] “cheaper” is no budget that a pick could fit", async () => {
  for (const seed of ["1", "2", "3", "4"]) {
    const turns = await turnsOf(seed, "I need a backpack", "something cheaper", "which would you take?");
    for (const turn of turns) expect(turn.text).not.toMatch(/budget at/);
  }
});

test.each(["1", "2", "3"])("[MOV-3] “what would you get?” is answered with a pick (%s)", async (seed) => {
  const [, turn] = await turnsOf(seed, "a backpack for commuting under $150", "what would you get?");
  expect(turn?.stance).not.toBeNull();
});

describe("[INI-4] a brand that was looked for in vain", () => {
  const LINES = ["I need a tent", "from Oxbarrow", "it has to be from Oxbarrow"];

  test.each(["1", "2", "3"])(
    "is not told a second time in the same way: what there is of it is shown (%s)",
    async (seed) => {
      const [, first, second] = await turnsOf(seed, ...LINES);
      const brandOf = (sku: string) => rooms.catalog.product(sku)?.brand;
      expect(first?.cards.map(({ sku }) => brandOf(sku))).not.toContain("Oxbarrow");
      expect(second?.cards.map(({ sku }) => brandOf(sku))).toEqual(["Oxbarrow", "Oxbarrow", "Oxbarrow"]);
      expect(second?.text).toMatch(/Oxbarrow.*15 products.*backpacks/);
      expect(second?.text).toMatch(/brand/);
      expect(second?.stopped).toEqual([]);
    },
  );

  test("and can be let go", async () => {
    const [, , , third] = await turnsOf("any", ...LINES, "any brand");
    for (const { sku } of third?.cards ?? []) expect(titleOf(sku)).toMatch(/Tent|Tipi|Tarp|Hammock/);
    expect(third?.cards.length).toBeGreaterThan(0);
  });
});

describe("[INI-1] after a search in vain", () => {
  const openAfter = (query: string) =>
    startTalk({ rooms, mode: "sociable", policy: "random", seed: query }).open({
      notice: { reason: "no-results", query, other: null },
    });

  test("what comes nearest to the words is shown, whatever their spelling", async () => {
    const turn = await openAfter("waterprof backpak");
    expect(turn.text).toMatch(/waterprof backpak/);
    expect(turn.cards.length).toBeGreaterThan(0);
    for (const { sku } of turn.cards) expect(rooms.catalog.product(sku)?.categories).toContain("Backpacks");
    expect(turn.stopped).toEqual([]);
  });

  test("and what has nothing near it leads to the departments", async () => {
    const turn = await openAfter("xyzzyq");
    expect(turn.cards).toEqual([]);
    expect(turn.text).toMatch(/bags|camping/i);
  });
});
