import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../server/catalog-rooms.ts";
import type { SpokenTurn } from "../../server/dialogue/events.ts";
import { majorOf } from "../../server/dialogue/money.ts";
import { SOCIABLE } from "../../server/strategy/mask.ts";
import { expectHonestTurn, type KnownProduct } from "../support/honest-turn.ts";
import { roomsOfFile, startTalk } from "../support/talk.ts";
import { writeExchange } from "../support/write-transcript.ts";
import { SCENARIOS, type Scenario } from "./scenarios.ts";

let rooms: CatalogRooms;
let products: Map<string, KnownProduct>;

beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
  products = new Map(
    [...rooms.catalog.products].map((product) => {
      const amounts = [product.price, ...(product.was ? [product.was] : [])].map(majorOf);
      return [product.sku, { sku: product.sku, title: product.title, amounts, row: JSON.stringify(product) }];
    }),
  );
});

async function hold(
  scenario: Scenario,
  seed = scenario.name,
): Promise<{ turns: SpokenTurn[]; transcript: string }> {
  const talk = startTalk({ rooms, mode: scenario.mode, seed, persona: scenario.persona ?? {} });
  const opening = await talk.open(scenario.sku ? { sku: scenario.sku } : {});
  const turns = [opening];
  let transcript = writeExchange(null, opening, await talk.state());
  for (const text of scenario.says) {
    const turn = await talk.say(text);
    turns.push(turn);
    transcript += `\n${writeExchange(text, turn, await talk.state())}`;
  }
  return { turns, transcript };
}

describe.each(SCENARIOS)("$name", (scenario) => {
  it("reads as the golden transcript", async () => {
    const { transcript } = await hold(scenario);
    await expect(transcript).toMatchFileSnapshot(`golden/${scenario.name}.txt`);
  });

  it("[MOV-2] [GRD-1] [GRD-3] is honest and inviting, whatever chance decides", async () => {
    for (let seed = 0; seed < 25; seed++) {
      const { turns } = await hold(scenario, `${scenario.name}-${seed}`);
      for (const [index, turn] of turns.entries()) {
        const farewell = /(?:\bbye|\bcya|sleep on it)$/.test(scenario.says[index - 1] ?? "");
        expectHonestTurn(turn, { products, heard: scenario.says.slice(0, index) }, { farewell });
        expect(turn.stopped, "the built-in voice says nothing that the guard has to stop").toEqual([]);
        expect(turn.strategies.length).toBeGreaterThanOrEqual(1);
        expect(turn.strategies.length).toBeLessThanOrEqual(3);
        if (scenario.mode === "informational")
          expect(
            turn.strategies.filter((strategy) => SOCIABLE.includes(strategy)),
            "[STR-3]",
          ).toEqual([]);
      }
      const asking = turns.filter((turn) => turn.text.includes("?")).length;
      expect(asking / turns.length, "[MOV-2] the share of turns that ask").toBeLessThanOrEqual(0.65);
      expect(turns[0]?.text, "[GRD-5] the first message says that it comes from an AI").toMatch(/\bAI\b/);
    }
  });
});
