import { beforeAll, describe, expect, test } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

const SEEDS = ["1", "2", "3", "4"];
const talkOf = async (seed: string, ...lines: string[]) => {
  const talk = startTalk({ rooms, mode: "sociable", policy: "random", seed: `kept-${seed}` });
  await talk.open();
  const turns = [];
  for (const line of lines) turns.push(await talk.say(line));
  return turns;
};
const BAG = "I need a bag for cycling to work, under $150";
const usesOf = (sku: string) =>
  rooms.catalog
    .product(sku)
    ?.attributes.filter(({ name }) => name === "use")
    .map(({ value }) => value)
    .join() ?? "";

describe("[MOV-3] a pick answers what was wished for", () => {
  test.each(SEEDS)("a bag for cycling to work is one for that, and is picked for it (%s)", async (seed) => {
    const [first, picked] = await talkOf(seed, BAG, "which one would you take?");
    for (const { sku } of first?.cards ?? []) expect(usesOf(sku)).toMatch(/cycling|commuting/);
    expect(usesOf(picked?.stance?.sku ?? "")).toMatch(/cycling|commuting/);
    expect(picked?.stance?.sku).not.toMatch(/DORMOUSE/);
  });

  test.each(SEEDS)("what is told of a pick is more than that it fits the budget (%s)", async (seed) => {
    const [first] = await talkOf(seed, BAG);
    for (const { why } of first?.cards ?? []) expect(why).toMatch(/^(?:Cycling|Commuting)/);
    const meets = (first?.claims ?? []).flatMap(({ statement }) =>
      statement.type === "meets" ? [statement.attribute] : [],
    );
    if (meets.includes("price")) expect(meets).toContain("usage");
  });

  test.each(SEEDS)(
    "a further wish leaves what answers all of them, before anything new (%s)",
    async (seed) => {
      const [first, second] = await talkOf(seed, BAG, "it should be waterproof");
      const seen = first?.cards.map(({ sku }) => sku);
      expect(second?.cards.length).toBeGreaterThan(0);
      for (const { sku } of second?.cards ?? []) expect(seen).toContain(sku);
    },
  );

  test.each(SEEDS)("“why?” is answered with the reasons of the pick (%s)", async (seed) => {
    const turns = await talkOf(seed, BAG, "which one would you take?", "why?");
    expect(turns[2]?.stance?.sku).toBe(turns[1]?.stance?.sku);
    expect(turns[2]?.text).not.toMatch(/don't have an answer|can't tell/);
  });
});

test.each(SEEDS)(
  "[INI-4] a preference that nothing shown answers is not dropped in silence (%s)",
  async (seed) => {
    const [, , cheaper] = await talkOf(seed, BAG, "it should be waterproof", "something cheaper?");
    expect(cheaper?.cards.length).toBeGreaterThan(0);
    expect(cheaper?.text).toMatch(/listed for cycling to work/);
  },
);

describe("[MOV-1] what none of the cards has is admitted once, and only where a listing could say it", () => {
  test.each(SEEDS)("no listing is for somebody's dad (%s)", async (seed) => {
    const turns = await talkOf(seed, "a gift for my dad who hikes, around $60", "show me something else");
    for (const { text } of turns) expect(text).not.toMatch(/none of these is listed for/);
  });
  test.each(SEEDS)("a miss of the first card is not told again of all of them (%s)", async (seed) => {
    const turns = await talkOf(
      seed,
      "a bike with about 12 gears",
      "show me something else",
      "anything lighter?",
    );
    for (const { text } of turns)
      expect(text).not.toMatch(
        /gears, which isn't what you asked for.*none of these is listed with about 12 gears/,
      );
  });
});
