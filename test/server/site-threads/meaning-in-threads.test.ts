/** A site's thread with an embedding model: a real thread, a real store, and a scripted endpoint. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  SCRIPTED_EMBEDDINGS,
  type ScriptedModel,
  startScriptedModel,
} from "../../../demo/scripted-model/scripted-model.ts";
import type { Site } from "../../../server/gateway/ports.ts";
import { createCircuitMemory } from "../../../server/model/circuit-breaker.ts";
import type { ModelSettings } from "../../../server/model/model-settings.ts";
import { openEmbeddingModel } from "../../../server/model/open-embedding-model.ts";
import { embedCatalog } from "../../../server/semantic/embed-catalog.ts";
import { type SiteThread, startSiteThread } from "../../../server/site-threads/start-site-thread.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { record } from "../store/catalog-records.ts";
import { hearOut } from "./fake-threads.ts";

const TITLES =
  "Mug,Lamp,Chair,Vase,Rug,Clock,Shelf,Basket,Candle,Frame,Tray,Stool,Waterproof commuter shell".split(",");
const MESSAGE = "something to keep the rain off while cycling";

let endpoint: ScriptedModel;
let database: TestDatabase;
let store: Store;
let shop: Site;
let settings: ModelSettings;

beforeAll(async () => {
  endpoint = await startScriptedModel({ apiKey: "right" });
  settings = {
    baseUrl: endpoint.url,
    apiKey: "right",
    model: "scripted",
    embeddingModel: SCRIPTED_EMBEDDINGS,
    embeddingMs: 5_000,
    bounds: { firstToken: 1_000, gap: 1_000, total: 1_000 },
    refineMs: 0,
    tokensPerDay: null,
  };
  database = await createTestDatabase();
  store = await openStore(database);
  const { siteId, siteKey } = await store.sites.create({ name: "Oak", origins: [], currency: "EUR" });
  const catalog = await store.catalogs.openImport(siteId);
  const bare = {
    categories: [],
    tags: [],
    variants: [],
    attributes: [],
    description: "",
    was: null,
    reviews: [],
  };
  await catalog.put(
    TITLES.map((title, place) => record(`P${place}`, { title, ...bare, popularity: 100 - place })),
  );
  await catalog.commit();
  const found = await store.sites.byKey(siteKey);
  if (!found) throw new Error("the shop is gone");
  shop = found;
});
afterAll(async () => {
  await endpoint.close();
  await store.close();
  await database.drop();
});

async function withThread(
  model: ModelSettings | null,
  work: (thread: SiteThread) => Promise<void>,
  troubles: string[] = [],
) {
  const { databaseUrl, dataDir } = database;
  const shared = model && { settings: model, circuit: createCircuitMemory(Date.now()) };
  const thread = await startSiteThread(
    shop,
    {
      ...{ databaseUrl, dataDir, heapMebibytes: 256, log: store.log, policies: store.policies },
      ...(shared && { model: { shared, ledger: store.modelUsage, onTrouble: () => {} } }),
      onTrouble: ({ message }) => troubles.push(message),
    },
    { fresh: false, signal: new AbortController().signal },
  );
  try {
    await work(thread);
  } finally {
    await thread.end(0);
  }
}

/** The first card that answers the message. */
async function firstShown(thread: SiteThread): Promise<string | undefined> {
  const visitorId = await store.visitors.create(shop.id);
  const page = { url: "https://oak.example/" };
  const opening = {
    siteId: shop.id,
    visitorId,
    fresh: true,
    mode: "informational",
    locale: "en-US",
    page,
  } as const;
  const { conversationId } = await store.desk.open(opening);
  const turn = { site: shop, conversationId, shouldStop: () => false };
  await hearOut(thread.takeTurn(turn));
  await store.desk.storeMessage(conversationId, crypto.randomUUID(), MESSAGE);
  const end = (await hearOut(thread.takeTurn(turn))).at(-1);
  if (end?.type !== "end" || end.logged.event.type !== "turn-spoken") throw new Error("no turn was stored");
  return end.logged.event.turn.cards[0]?.title;
}

async function embed(): Promise<void> {
  const model = openEmbeddingModel(settings);
  if (model === null) throw new Error("no model");
  const parts = { desk: store.vectors, model, signal: new AbortController().signal, now: () => new Date() };
  expect(await embedCatalog(shop.id, { ...parts, sleep: async () => {} })).toMatchObject({
    state: "complete",
  });
}

describe("a site's thread with an embedding model", () => {
  test("[SEM-4] takes up vectors while it serves, and has them from the start the next time", async () => {
    await withThread(settings, async (thread) => {
      expect(await firstShown(thread)).toBeUndefined();
      await embed();
      expect(await thread.takeUpChanges()).toBe(true);
      expect(await firstShown(thread)).toBe("Waterproof commuter shell");
    });
    await withThread(settings, async (thread) => {
      expect(await firstShown(thread)).toBe("Waterproof commuter shell");
    });
  });

  test("[SEM-3] [SEM-6] answers by words alone without one, and where its key is refused", async () => {
    await embed();
    await withThread(null, async (thread) => expect(await firstShown(thread)).toBeUndefined());
    const troubles: string[] = [];
    await withThread(
      { ...settings, apiKey: "wrong" },
      async (thread) => {
        for (let conversation = 0; conversation < 3; conversation++)
          expect(await firstShown(thread)).toBeUndefined();
      },
      troubles,
    );
    expect(troubles).toEqual([expect.stringContaining("OPENAI_API_KEY")]);
  });
});
