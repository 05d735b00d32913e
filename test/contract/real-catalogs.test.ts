/**
 * Conversations over a bare socket on real catalogs: a need with a budget, a negated wish, a question about a fact,
 * "cheaper", an acceptance. The catalogs stay where they are; without them the suite is skipped.
 */

import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import { readConfig } from "../../server/config.ts";
import { majorOf } from "../../server/dialogue/money.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { openStore, type Store } from "../../server/store/open-store.ts";
import type { TurnEnd } from "../../shared/shopper-socket.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { expectHonestTurn, type KnownProduct } from "../support/honest-turn.ts";
import { connectTab } from "./wire-client.ts";

const FOLDER = "../shared/data/catalogs";
const SHOPS = [
  {
    file: "electronics.json",
    refused: /samsung/i,
    says: [
      "hi, I need an unlocked phone under $200",
      "nothing from Samsung please",
      "how much memory does the first one have?",
      "cheaper",
      "great, I'll take the first one",
      "bye",
    ],
  },
  {
    file: "cosmetics.json",
    refused: /maybelline/i,
    says: [
      "I'm looking for a red lipstick under $20",
      "but nothing from Maybelline",
      "what brand is the first one?",
      "something cheaper",
      "perfect, I'll take it",
      "thanks, bye",
    ],
  },
  {
    file: "shopify-bicycles.csv",
    says: [
      "I want a bike for the city under $500",
      "not black",
      "what sizes does the first one come in?",
      "cheaper",
      "ok, I'll take the second one",
      "bye",
    ],
  },
];

const absent = SHOPS.filter(({ file }) => !existsSync(`${FOLDER}/${file}`));
if (absent.length > 0) console.log(`skipped: real catalogs are not at ${FOLDER}`);

describe.skipIf(absent.length > 0)("conversations on real catalogs", () => {
  let database: TestDatabase;
  let store: Store;
  let server: Overture;

  beforeAll(async () => {
    database = await createTestDatabase();
    store = await openStore(database);
    const reading = readConfig({
      DATABASE_URL: database.databaseUrl,
      OVERTURE_DATA_DIR: database.dataDir,
      OVERTURE_SECRET: "a secret of the catalog tests",
      PORT: "0",
    });
    if (!reading.ok) throw new Error(reading.problems.join("; "));
    server = await startOverture(reading.config, {
      version: "test",
      widgetDirectory: async () => "/nonexistent",
    });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    await database.drop();
  });

  async function openShop(file: string, mode: "sociable" | "informational") {
    const keys = await store.sites.create({
      name: "Shop",
      origins: ["https://shop.example"],
      currency: "USD",
    });
    await store.sites.update(keys.siteKey, { mode });
    const sink = await store.catalogs.openImport(keys.siteId);
    const imported = await importCatalog({
      source: `${FOLDER}/${file}`,
      format: "auto",
      currency: "USD",
      sink,
    });
    if (!imported.ok) throw new Error(imported.error.message);
    const { products } = await store.catalogs.load(keys.siteId);
    const known = products.map((product): [string, KnownProduct] => {
      const amounts = [product.price, ...(product.was ? [product.was] : [])].map(majorOf);
      return [product.sku, { sku: product.sku, title: product.title, amounts, row: JSON.stringify(product) }];
    });
    return { siteKey: keys.siteKey, products: new Map(known) };
  }

  for (const { file, says, refused } of SHOPS) {
    it.each(["sociable", "informational"] as const)(
      `[GRD-1] [MOV-2] [GRD-5] ${file}, %s`,
      { timeout: 60_000 },
      async (mode) => {
        const { siteKey, products } = await openShop(file, mode);
        const tab = await connectTab(server.url, { siteKey });
        try {
          await tab.open();
          const opening = await tab.answerTo("opening");
          expect(opening.text).toMatch(/\bAI\b/);
          expectHonestTurn(opening, { products, heard: [] });

          const heard: string[] = [];
          const turns: TurnEnd[] = [];
          for (const text of says) {
            heard.push(text);
            const id = randomUUID();
            expect(await tab.say(text, id)).toMatchObject({ ok: true });
            const turn = await tab.answerTo(id);
            expectHonestTurn(turn, { products, heard }, { farewell: text.endsWith("bye") });
            turns.push(turn);
          }
          expectRecommendation(turns, products, says);
          if (refused) expectWithout(refused, turns.slice(1));
        } finally {
          tab.close();
        }
      },
    );
  }
});

/** The talk went somewhere: cards within the budget, then without what was refused, then cheaper, then the choice. */
function expectRecommendation(turns: TurnEnd[], products: Map<string, KnownProduct>, says: string[]): void {
  const [needed, , , cheaper, accepted] = turns;
  const budget = Number(/\$(\d+)/.exec(says[0] ?? "")?.[1]);
  expect(needed?.cards.length, "[MOV-2] cards for a need with a budget").toBeGreaterThan(0);
  for (const card of needed?.cards ?? []) expect(card.price.minor).toBeLessThanOrEqual(budget * 100);

  const shown = turns.slice(0, 3).flatMap((turn) => turn.cards.map((card) => card.price.minor));
  const undercut = cheaper?.cards.every((card) => card.price.minor < Math.max(...shown));
  const owned = /nothing|don't|isn't|no /i.test(cheaper?.text ?? "");
  expect(undercut || owned, `[DST-2] cheaper, or said that there is none: ${cheaper?.text}`).toBe(true);

  const chosen = accepted?.cards[0];
  expect(chosen && products.has(chosen.sku), "the choice is shown again").toBe(true);
}

/** [DST-1] What was refused is not shown again. */
function expectWithout(refused: RegExp, turns: TurnEnd[]): void {
  for (const card of turns.flatMap((turn) => turn.cards)) expect(card.title).not.toMatch(refused);
}
