/** What a good shop assistant would not say: held with the real rooms over the demo's catalog. */
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { roomsOfFile, startTalk, type Talk } from "../../support/talk.ts";

type Rooms = Awaited<ReturnType<typeof roomsOfFile>>;
let rooms: Rooms;

beforeAll(async () => {
  rooms = await roomsOfFile(fileURLToPath(new URL("../../../demo/catalog/catalog.json", import.meta.url)));
});

async function talkOf(seed: string, ...before: string[]): Promise<Talk> {
  const talk = startTalk({ rooms, mode: "sociable", seed, persona: { tone: "playful" } });
  await talk.open();
  for (const text of before) await talk.say(text);
  return talk;
}

test.each(["1", "2", "3"])("[GRD-1] silence on what must not be in it is owned up to (%s)", async (seed) => {
  const talk = await talkOf(seed);
  const turn = await talk.say("a rain jacket without PFAS");
  expect(turn.cards.length).toBeGreaterThan(0);
  expect(turn.text).toMatch(/free of pfas/i);
  expect(turn.text).toMatch(/listings? (?:doesn't|don't) say/i);
});

test("[GRD-1] a listing that names its material needs no such warning", async () => {
  const talk = await talkOf("m");
  const turn = await talk.say("a backpack without leather, under $200");
  expect(turn.cards.length).toBeGreaterThan(0);
  expect(turn.text).not.toMatch(/free of/);
});

test.each(["are you sure?", "why that one?"])(
  "[MOV-3] “%s” is answered from the stance's own reasons",
  async (text) => {
    const talk = await talkOf(text, "I need a backpack for commuting", "which one would you take?");
    const [stance] = (await talk.state()).commitments.slice(-1);
    const turn = await talk.say(text);
    expect(turn.strategies).toContain("personal-opinion");
    expect(turn.stance?.sku).toBe(stance?.sku);
    expect(stance?.because).toEqual(expect.arrayContaining(turn.stance?.because.slice(0, 1) ?? []));
    expect(turn.claims.length).toBeGreaterThan(0);
  },
);

test("[MOV-3] “why did you change your mind?” is answered with what the earlier pick misses", async () => {
  const talk = await talkOf(
    "changed",
    "I need a backpack for commuting",
    "which one would you take?",
    "it has to hold 30 litres",
  );
  const turn = await talk.say("why did you change your mind?");
  expect(turn.stance?.sku).toBe("OXB-TIDEWATER-30");
  expect(turn.text).toMatch(/Tidewater 22[^.]*22 L/);
});

test.each(["you choose", "whatever you think", "I'll leave it to you"])(
  "[MOV-2] “%s” is answered with a pick, not with another question",
  async (text) => {
    const talk = await talkOf(text, "a tent for two");
    const turn = await talk.say(text);
    expect(turn.stance).not.toBeNull();
    expect(turn.cards.length).toBeGreaterThan(0);
    expect(turn.asks).toBeNull();
  },
);

test.each([
  "my dad died and I need a gift for the family, something warm",
  "a warm jacket, my mother passed away and it's cold at the funeral",
])("[STR-1] grief is taken up quietly: %s", async (text) => {
  const turn = await (await talkOf(text)).say(text);
  expect(turn.text).toMatch(/^I'm (?:very |so )?sorry/);
  expect(turn.text).not.toMatch(/!|[Ll]ovely|Ooh|How nice/);
  expect(turn.strategies).not.toContain("similarity");
});

test("[STR-1] a battery that died is nobody's loss", async () => {
  const turn = await (await talkOf("b")).say("my old headlamp's battery died, I need a headlamp");
  expect(turn.text).not.toMatch(/loss|condolences/);
});
