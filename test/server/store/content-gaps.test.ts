/** Content gaps in the store [LED-3]: kept with the turn, counted over conversations, gone with the conversation. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import type { ContentGap } from "../../../server/dialogue/events.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { turn } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { noModelReport } from "../../support/no-model.ts";

let database: TestDatabase;
let store: Store;
let siteId: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, secretKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

const warranty: ContentGap = {
  type: "unanswerable",
  topic: "warranty",
  value: "",
  sku: null,
  kind: null,
  words: "how long is the warranty?",
};
const straps = (sku: string): ContentGap => ({
  type: "unanswerable",
  topic: "feature",
  value: "chest strap",
  sku,
  kind: "Backpacks",
  words: `does ${sku} have a chest strap?`,
});
const light: ContentGap = {
  type: "dead-end",
  topic: "weight",
  value: "at most 1 kg",
  sku: null,
  kind: "Tents",
  words: "under 1 kg",
};

async function conversationWith(...turns: ContentGap[][]): Promise<string> {
  const visitorId = await store.visitors.create(siteId);
  const { conversationId } = await store.desk.open({
    ...{ siteId, visitorId, fresh: true, mode: "sociable" as const, locale: "en" },
    page: { url: "https://velo.example/" },
  });
  for (const [index, gaps] of turns.entries())
    await store.log.appendTurn(conversationId, index, [turn(randomUUID(), { gaps })]);
  return conversationId;
}
const gapsOf = (range: { since?: Date; limit?: number } = {}) =>
  store.gaps.mostFrequent(siteId, { since: range.since ?? null, limit: range.limit ?? 50 });

describe("[LED-3] content gaps", () => {
  it("are counted over conversations, most frequent first, with an example and the products", async () => {
    const first = await conversationWith([warranty, straps("tern")], [straps("moth")]);
    const second = await conversationWith([straps("tern")], [light]);
    expect(await gapsOf()).toMatchObject([
      {
        type: "unanswerable",
        topic: "feature",
        value: "chest strap",
        kind: "Backpacks",
        times: 3,
        conversations: 2,
        example: "does tern have a chest strap?",
        conversationIds: [first, second].sort(),
        products: [
          { sku: "tern", times: 2 },
          { sku: "moth", times: 1 },
        ],
      },
      { type: "dead-end", topic: "weight", value: "at most 1 kg", kind: "Tents", conversations: 1 },
      { type: "unanswerable", topic: "warranty", kind: null, conversations: 1, products: [] },
    ]);
  });

  it("are those of the site, of the time asked for, and as many as asked for", async () => {
    await conversationWith([warranty], [light]);
    const { siteId: other } = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    expect(await store.gaps.mostFrequent(other, { since: null, limit: 50 })).toEqual([]);
    expect(await gapsOf({ since: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await gapsOf({ since: new Date(Date.now() - 60_000) })).toHaveLength(2);
    expect(await gapsOf({ limit: 1 })).toHaveLength(1);
  });

  it("go when their conversation is erased, and when their visitor is", async () => {
    const conversationId = await conversationWith([warranty]);
    await store.desk.erase(conversationId);
    expect(await gapsOf()).toEqual([]);
    const visitorId = await store.visitors.create(siteId);
    const opened = await store.desk.open({
      ...{ siteId, visitorId, fresh: true, mode: "sociable" as const, locale: "en" },
      page: { url: "https://velo.example/" },
    });
    await store.log.appendTurn(opened.conversationId, 0, [turn("t1", { gaps: [warranty] })]);
    expect(await gapsOf()).toHaveLength(1);
    await store.visitors.erase(siteId, visitorId);
    expect(await gapsOf()).toEqual([]);
  });

  it("are not kept for a turn that came too late", async () => {
    const conversationId = await conversationWith([warranty]);
    const late = await store.log.appendTurn(conversationId, 0, [turn("late", { gaps: [light] })]);
    expect(late).toEqual({ ok: false, code: "turn/stale" });
    expect(await gapsOf()).toHaveLength(1);
  });

  it("are read by the merchant over HTTP, with the site's own key", async () => {
    await conversationWith([warranty]);
    const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
    const api = createAdminApi(
      access,
      store.archive,
      store,
      async () => {
        throw new Error("no catalog is asked for");
      },
      noModelReport(store.modelUsage),
    );
    const get = (path: string, key = secretKey) =>
      api.request(path, { headers: { authorization: `Bearer ${key}` } });
    const answer = await get("/insight/gaps?days=30");
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ gaps: [{ topic: "warranty", conversations: 1 }] });
    expect((await get("/insight/gaps?days=soon")).status).toBe(400);
    expect((await get("/insight/gaps?limit=0")).status).toBe(400);
    expect((await get("/insight/gaps", "sk_other")).status).toBe(401);
  });
});
