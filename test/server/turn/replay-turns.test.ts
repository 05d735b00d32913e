/** A conversation that was held, under the policy it had and under others. */
import { beforeAll, describe, expect, test } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { createMemoryLog } from "../../../server/turn/memory-log.ts";
import { createStateRecall } from "../../../server/turn/recall-state.ts";
import { type ReplayedTurn, replayTurns } from "../../../server/turn/replay-turns.ts";
import { turnDependencies } from "../../../server/turn-rooms.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

const SETTINGS = {
  persona: { name: "Wren", shop: "Tarn & Tram", tone: "warm" as const, emoji: false },
  ...{ forbidden: [] as string[], weights: {}, policy: "planner", currency: "USD", humanAvailable: false },
};
let rooms: CatalogRooms;
let held: LoggedEvent[];

beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
  const talk = startTalk({ rooms, mode: "sociable", policy: "planner", seed: "held" });
  await talk.open();
  for (const text of [
    "I'm looking for a warm jacket under $200",
    "is the first one waterproof?",
    "hm, what would you take?",
    "I'll take it, thanks",
  ])
    await talk.say(text);
  held = await talk.log();
}, 60_000);

async function replay(name: string, settings = SETTINGS): Promise<ReplayedTurn[]> {
  const policy = findPolicy(name);
  if (!policy) throw new Error(name);
  const log = createMemoryLog();
  const dependencies = turnDependencies({ settings }, rooms, policy, { log, recall: createStateRecall(log) });
  const turns: ReplayedTurn[] = [];
  for await (const turn of replayTurns(dependencies, "held", held)) turns.push(turn);
  return turns;
}
const spoken = () =>
  held.flatMap(({ event, seq }) => (event.type === "turn-spoken" ? [{ seq, turn: event.turn }] : []));

describe("[POL-12] a replay", () => {
  test("under the policy it had, with the same catalog, is the conversation to the word", async () => {
    const turns = await replay("planner");
    expect(turns).toHaveLength(5);
    expect(turns.map(({ turnId, seq, turn }) => ({ turnId, seq, text: turn?.text }))).toEqual(
      spoken().map(({ seq, turn: { turnId, text } }) => ({ turnId, seq, text })),
    );
    expect(turns.map(({ turn }) => turn?.strategies)).toEqual(spoken().map(({ turn }) => turn.strategies));
  });

  test("under another it decides each turn anew where it stood, and stores nothing", async () => {
    const before = JSON.stringify(held);
    const turns = await replay("rules");
    expect(turns.map(({ seq }) => seq)).toEqual(spoken().map(({ seq }) => seq));
    const said = spoken().map(({ turn }) => turn.text);
    expect(turns.filter(({ turn }, place) => turn?.text !== said[place]).length).toBeGreaterThan(0);
    // What was asked at that point is owed a plain word there, whoever leads.
    expect(turns[2]?.turn?.strategies).toContain("transparency");
    for (const { turn } of turns) expect(turn?.reasons.length).toBe(turn?.strategies.length);
    expect(JSON.stringify(held)).toBe(before);
  });

  test("goes by the settings of now", async () => {
    const turns = await replay("planner", {
      ...SETTINGS,
      forbidden: ["personal-opinion", "experience-inquiry"],
    });
    for (const { turn } of turns) {
      expect(turn?.strategies).not.toContain("personal-opinion");
      expect(turn?.strategies).not.toContain("experience-inquiry");
    }
  });
});
