/** The wire's rules over everything real: the server as `overture serve` starts it, its store, its rooms, bare clients. */
import { createHmac, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import { readConfig } from "../../server/config.ts";
import { type Overture, startOverture } from "../../server/main.ts";
import { openStore, type Store } from "../../server/store/open-store.ts";
import type { SiteKeys } from "../../server/store/site-repository.ts";
import type { RememberedView, ShopperEvent } from "../../shared/shopper-socket.ts";
import { serveOverture } from "../server/cli/run-overture.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { connectTab, type Tab, type TabOptions } from "./wire-client.ts";

const PRODUCTS = [
  product("T1", "Fen Two-Person Tent", 240, { weight: "2.1 kg", colour: "green" }),
  product("T2", "Moor Two-Person Tent", 320, { weight: "1.4 kg", colour: "red" }),
  product("T3", "Tarn Two-Person Tent", 180, { weight: "3.0 kg", colour: "blue" }),
];
function product(sku: string, title: string, price: number, attributes: Record<string, string>) {
  return {
    sku,
    title,
    price,
    currency: "USD",
    url: `https://shop.example/${sku}`,
    categories: ["Tents"],
    brand: "Larkfell",
    attributes,
  };
}

let database: TestDatabase;
let store: Store;
let keys: SiteKeys;
let server: Overture;
const tabs: Tab[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  keys = await store.sites.create({ name: "Test shop", origins: ["https://shop.example"], currency: "USD" });
  await stock(PRODUCTS);
  // A shopper who asks until the catalog has changed asks often.
  server = await startOverture(configOf({ OVERTURE_MESSAGES_PER_10S: "100000" }), {
    version: "test",
    widgetDirectory: async () => "/nonexistent",
  });
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
afterAll(async () => {
  await server.close();
  await store.close();
  await database.drop();
});

function configOf(environment: Record<string, string>) {
  const { databaseUrl, dataDir } = database;
  const reading = readConfig({
    DATABASE_URL: databaseUrl,
    OVERTURE_DATA_DIR: dataDir,
    OVERTURE_SECRET: SECRET,
    PORT: "0",
    ...environment,
  });
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return reading.config;
}
const SECRET = "a secret of the contract tests";

async function stock(products: object[]): Promise<void> {
  const sink = await store.catalogs.openImport(keys.siteId);
  const bytes = new TextEncoder().encode(JSON.stringify({ products }));
  const imported = await importCatalog({
    source: (async function* () {
      yield bytes;
    })(),
    format: "json",
    currency: "USD",
    sink,
  });
  if (!imported.ok) throw new Error(imported.error.message);
}
async function connect(options: Partial<TabOptions> = {}, url = server.url): Promise<Tab> {
  const tab = await connectTab(url, { siteKey: keys.siteKey, ...options });
  tabs.push(tab);
  return tab;
}
async function ask(tab: Tab, text: string) {
  const id = randomUUID();
  const said = await tab.say(text, id);
  if (!said.ok) throw new Error(said.error.code);
  return tab.answerTo(id);
}
const seqsOf = (events: ShopperEvent[]) => events.map(({ seq }) => seq);

describe("a conversation over the wire", () => {
  test("[WIRE-7] [GRD-5] the agent speaks first and says that it is an AI", async () => {
    const tab = await connect();
    const opened = await tab.open();
    expect(opened).toMatchObject({ events: [], seq: 0, agent: { isAi: true } });
    const opening = await tab.answerTo("opening");
    expect(opening.text).toMatch(/\bAI\b/);
    expect(opening.invitation).not.toBeNull();
    const spoken = tab.heard.flatMap((each) => (each.event === "turn-text" ? [each.payload] : []));
    expect(spoken.map(({ index }) => index)).toEqual(spoken.map((_, index) => index));
    expect(spoken.map(({ text }) => text).join("")).toBe(opening.text);
  });

  test("a need is answered with cards of the catalog, at its prices", async () => {
    const tab = await connect();
    await tab.open();
    const turn = await ask(tab, "I need a two-person tent under $250, not blue");
    expect(turn.cards.map(({ sku }) => sku)).toEqual(["T1"]);
    expect(turn.cards[0]).toMatchObject({
      title: "Fen Two-Person Tent",
      price: { minor: 24_000, currency: "USD", text: expect.stringMatching(/^\$240(\.00)?$/) },
    });
  });

  test("[WGT-7] [GRD-5] who comes back hears what was settled, sees and erases it, and hears nothing of it after", async () => {
    const first = await connect();
    const { visitorToken } = await first.open();
    await ask(first, "I need a two-person tent under $250, not blue");
    first.close();

    const second = await connect({ visitorToken });
    await second.open({ resume: false });
    const opening = await second.answerTo("opening");
    expect(opening.text).toMatch(/\bAI\b/);
    expect(opening.text).toMatch(/tents under \$250/);
    expect(opening.replies).toEqual(["Go on from there", "Something new"]);
    const { remembered } = await second.ask<{ remembered: RememberedView }>("memory-read", {});
    expect(remembered).toMatchObject({ days: 90, wishes: expect.arrayContaining(["Tents", "Under $250"]) });
    expect((await ask(second, "Go on from there")).cards.map(({ sku }) => sku)).toContain("T1");

    const over = await connect({ visitorToken });
    await over.open({ resume: false, remember: false });
    expect((await over.answerTo("opening")).text).not.toMatch(/last time|welcome back|left off/i);

    expect(await second.ask("conversation-erase", {})).toEqual({ ok: true });
    expect(await over.until("conversation-closed")).toMatchObject({ reason: "erased" });
    const third = await connect({ visitorToken });
    await third.open({ resume: false });
    expect((await third.answerTo("opening")).text).not.toMatch(/tents|last time|welcome back|left off/i);
    expect(await third.ask("memory-read", {})).toEqual({ ok: true, remembered: null });
  });

  test("[WGT-7] what is remembered follows a signed-in shopper to another device", async () => {
    const userId = "shopper-9";
    const hash = createHmac("sha256", keys.secretKey).update(userId).digest("hex");
    const phone = await connect({ identity: { userId, hash } });
    await phone.open();
    await ask(phone, "a green tent");
    const laptop = await connect({ identity: { userId, hash } });
    await laptop.open({ resume: false });
    expect((await laptop.answerTo("opening")).text).toMatch(/green/);
  });

  test("[WIRE-1] [WIRE-2] seq counts without gaps, duplicates change nothing, `afterSeq` continues where it left", async () => {
    const tab = await connect();
    const { visitorToken } = await tab.open();
    await tab.answerTo("opening");
    const id = randomUUID();
    const first = await tab.say("a tent please", id);
    const answer = await tab.answerTo(id);
    expect(first).toEqual({ ok: true, seq: 2 });
    expect(await tab.say("a tent please", id)).toEqual({ ok: true, seq: 2, duplicate: true });
    const signal = { id: randomUUID(), type: "turn-rate", turnId: answer.turnId, value: 1 };
    expect(await tab.ask("signal", signal)).toEqual({ ok: true });
    expect(await tab.ask("signal", signal)).toEqual({ ok: true, duplicate: true });
    expect(await tab.ask("page-view", { url: "https://shop.example/T1", sku: "T1", at: Date.now() })).toEqual(
      { ok: true },
    );

    const whole = await (await connect({ visitorToken })).open();
    expect(seqsOf(whole.events)).toEqual([1, 2, 3]);
    const rest = await (await connect({ visitorToken })).open({ resume: true, afterSeq: 2 });
    expect(rest.events).toMatchObject([
      { type: "turn-end", seq: 3, turnId: answer.turnId, text: answer.text },
    ]);
    expect(rest.seq).toBe(3);
  });

  test("[WIRE-3] a burst of messages is answered in order, and every message by exactly one turn", async () => {
    const tab = await connect();
    const { visitorToken } = await tab.open();
    const ids = Array.from({ length: 8 }, () => randomUUID());
    await Promise.all(ids.map((id, index) => tab.say(`wish number ${index}`, id)));
    await Promise.all(ids.map((id) => tab.answerTo(id)));
    const { events } = await (await connect({ visitorToken })).open();
    const stored = events.flatMap((event) => (event.type === "message-stored" ? [event.id] : []));
    const answered = events.flatMap((event) =>
      event.type === "turn-end" && event.respondsTo.type === "messages" ? event.respondsTo.ids : [],
    );
    expect(stored).toEqual(ids);
    expect(answered).toEqual(ids);
  });

  test("two tabs see the same conversation", async () => {
    const here = await connect();
    const { visitorToken, conversationId } = await here.open();
    const there = await connect({ visitorToken });
    expect((await there.open()).conversationId).toBe(conversationId);
    const id = randomUUID();
    await here.say("a light tent", id);
    expect(await there.until("message-stored")).toMatchObject({ id, text: "a light tent" });
    expect(await there.answerTo(id)).toEqual(await here.answerTo(id));
  });

  test("[WIRE-7] tabs that open at the same moment make one conversation with one greeting", async () => {
    const { visitorToken } = await (await connect()).open();
    const four = await Promise.all([1, 2, 3, 4].map(() => connect({ visitorToken })));
    await Promise.all(four.map((tab) => tab.open()));
    await ask(await connectOpen(visitorToken), "hello");
    const { events } = await (await connect({ visitorToken })).open();
    expect(
      events.filter((event) => event.type === "turn-end" && event.respondsTo.type === "opening"),
    ).toHaveLength(1);
  });
  async function connectOpen(visitorToken: string): Promise<Tab> {
    const tab = await connect({ visitorToken });
    await tab.open();
    return tab;
  }

  test("erasing removes what was said, and the shopper can begin anew", async () => {
    const tab = await connect();
    const { visitorToken, conversationId } = await tab.open();
    await ask(tab, "my secret wish");
    expect(await tab.ask("conversation-erase", {})).toEqual({ ok: true });
    const anew = await (await connect({ visitorToken })).open();
    expect(anew.conversationId).not.toBe(conversationId);
    expect(JSON.stringify(anew.events)).not.toContain("secret wish");
    expect(JSON.stringify(await store.archive.read(keys.siteId, conversationId))).not.toContain(
      "secret wish",
    );
  });

  test("hostile text is stored, answered and given back unharmed", async () => {
    const tab = await connect();
    const { visitorToken } = await tab.open();
    const texts = [
      "\0\ud800 '; drop table events; --",
      "<script>alert(1)</script>",
      "{{constructor}} %s \\u0000",
      "語".repeat(2_000),
    ];
    for (const text of texts) await ask(tab, text);
    const { events } = await (await connect({ visitorToken })).open();
    const kept = events.flatMap((event) => (event.type === "message-stored" ? [event.text] : []));
    expect(kept).toEqual(["\uFFFD\uFFFD '; drop table events; --", ...texts.slice(1)]);
  });

  test("a changed catalog is spoken of without a restart", async () => {
    const tab = await connect();
    await tab.open();
    await stock([...PRODUCTS, product("T4", "Alp Two-Person Tent", 99, { colour: "green" })]);
    const found = async (): Promise<boolean> => {
      const turn = await ask(tab, "show me tents under $100");
      return turn.cards.some(({ sku, price }) => sku === "T4" && price.minor === 9_900) || found();
    };
    expect(await found()).toBe(true);
  });
});

describe("what the merchant sees", () => {
  test("each turn with its decision, for the site's own secret key only", async () => {
    const tab = await connect();
    const { conversationId } = await tab.open();
    await tab.answerTo("opening");
    await ask(tab, "a green tent under $250");
    const get = (id: string, key: string) =>
      fetch(`${server.url}/api/admin/conversations/${id}`, { headers: { authorization: `Bearer ${key}` } });
    const record = await (await get(conversationId, keys.secretKey)).json();
    expect(record).toMatchObject({ id: conversationId, mode: "sociable" });
    expect(record.turns.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      "agent",
      "shopper",
      "agent",
    ]);
    const { decision, claims, guard } = record.turns[2];
    expect(decision).toMatchObject({
      policy: "planner",
      reasons: expect.any(Array),
      mask: expect.any(Object),
      expectedSuccess: expect.any(Number),
    });
    expect(decision.strategies.at(-1)).toBe("yield");
    expect(decision.propensities).toHaveLength(decision.strategies.length);
    expect([claims, guard]).toEqual([expect.any(Array), expect.any(Array)]);

    const other = await store.sites.create({
      name: "Other",
      origins: ["https://other.example"],
      currency: "USD",
    });
    expect((await get(conversationId, other.secretKey)).status).toBe(404);
    expect((await get(conversationId, keys.siteKey)).status).toBe(401);
    expect((await get("nonsense", keys.secretKey)).status).toBe(404);
  });
});

describe("a server that dies", () => {
  test("[WIRE-5] keeps every acknowledged message through kill -9, and answers each after the restart", async () => {
    const environment = {
      DATABASE_URL: database.databaseUrl,
      OVERTURE_DATA_DIR: database.dataDir,
      OVERTURE_SECRET: SECRET,
    };
    const dying = await serveOverture(environment);
    const tab = await connect({}, dying.url);
    const { visitorToken } = await tab.open();
    const ids = Array.from({ length: 6 }, () => randomUUID());
    const acknowledged: string[] = [];
    const said = ids.map(async (id, index) => {
      if ((await tab.say(`wish ${index}`, id)).ok) acknowledged.push(id);
      if (acknowledged.length === 2) await dying.stop("SIGKILL");
    });
    await Promise.allSettled(
      said.map((each) =>
        Promise.race([each, new Promise((resolve) => tab.socket.once("disconnect", resolve))]),
      ),
    );
    expect(acknowledged.length).toBeGreaterThanOrEqual(2);

    const revived = await serveOverture(environment);
    const back = await connect({ visitorToken }, revived.url);
    const { events } = await back.open({ resume: true });
    const stored = events.flatMap((event) => (event.type === "message-stored" ? [event.id] : []));
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    const answered = new Set(
      events.flatMap((event) =>
        event.type === "turn-end" && event.respondsTo.type === "messages" ? event.respondsTo.ids : [],
      ),
    );
    for (const id of stored) if (!answered.has(id)) await back.answerTo(id);
    expect(await revived.stop("SIGTERM")).toBe(0);
  });
});
