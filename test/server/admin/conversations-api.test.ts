/** Conversations found over HTTP [TRN-1], what came of them [TRN-2], and their erasure, on a real database. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAdminApi } from "../../../server/admin/admin-api.ts";
import { createConversationsApi } from "../../../server/admin/conversations-api.ts";
import type { ConversationEvent, SpokenTurn } from "../../../server/dialogue/events.ts";
import type { Mode, Strategy } from "../../../server/dialogue/strategies.ts";
import { connectionOfUrl, openDatabase } from "../../../server/store/database.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { says, turn, understanding } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { noModelReport } from "../../support/no-model.ts";

let database: TestDatabase;
let store: Store;
let api: ReturnType<typeof createAdminApi>;
let siteId: string;
let secretKey: string;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore(database);
  const noCatalog = async () => {
    throw new Error("no catalog is asked for");
  };
  const access = { siteOfSecret: (key: string) => store.sites.bySecret(key) };
  const further = [createConversationsApi(store)];
  api = createAdminApi(access, store.archive, store, noCatalog, noModelReport(store.modelUsage), further);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  ({ siteId, secretKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" }));
});

const page = { url: "https://velo.example/" };
type Step =
  | { says: string; understood?: boolean; acts?: "ask-human"[] }
  | ({ turn: string } & Partial<SpokenTurn>);

/** A conversation of these steps, in order. */
async function talk(steps: Step[], { mode = "sociable" as Mode, visitorId = "" } = {}) {
  const visitor = visitorId || (await store.visitors.create(siteId));
  const opened = await store.desk.open({ siteId, visitorId: visitor, fresh: true, mode, locale: "en", page });
  let turns = 0;
  for (const step of steps) {
    if ("says" in step) {
      const id = randomUUID();
      await store.desk.storeMessage(opened.conversationId, id, step.says);
      if (!step.acts) continue;
      const messages = [{ id, understanding: understanding({ acts: step.acts }) }];
      const events: ConversationEvent[] = [{ type: "messages-understood", messages }, turn(randomUUID())];
      await store.log.appendTurn(opened.conversationId, turns++, events);
    } else {
      const { turn: text, ...part } = step;
      await store.log.appendTurn(opened.conversationId, turns++, [turn(randomUUID(), { text, ...part })]);
    }
  }
  return { id: opened.conversationId, visitorId: visitor };
}
/** A turn of these strategies; `chosen` where the shopper had settled on an item before it. */
function act(strategies: Strategy[], chosen = false): Step {
  const features: Record<string, number> = chosen ? { chosen: 1 } : {};
  const steps = strategies.map((strategy) => {
    return { strategy, propensity: 1, distribution: { [strategy]: 1 }, masked: {}, features };
  });
  const decision = { policy: "rules", policyVersion: "2", steps, reasons: [] };
  return { turn: "Here you are.", strategies, decision };
}
async function request(path: string, { key = secretKey, method = "GET" } = {}) {
  return await api.request(path, { method, headers: { authorization: `Bearer ${key}` } });
}
async function list(query: Record<string, string> = {}, key = secretKey) {
  const answer = await request(`/conversations?${new URLSearchParams(query)}`, { key });
  expect(answer.status).toBe(200);
  const { conversations, next } = await answer.json();
  return { conversations, next, ids: conversations.map(({ id }: { id: string }) => id) };
}

describe("[TRN-1] the list of conversations", () => {
  it("has the latest first, with how each began and what was done in it", async () => {
    const first = await talk([act(["credibility"]), { says: "a tent for two" }, { says: "and cheap" }]);
    const second = await talk([act(["acknowledgment", "offer-help", "yield"])], { mode: "informational" });
    const { conversations, next } = await list();
    expect(next).toBeNull();
    expect(conversations).toMatchObject([
      { ...second, mode: "informational", messages: 0, turns: 1, firstWords: null, found: null },
      { ...first, mode: "sociable", messages: 2, turns: 1, firstWords: "a tent for two" },
    ]);
    expect(conversations[0].strategies).toEqual(["acknowledgment", "offer-help"]);
  });

  it("leaves out where nothing was said, and what was erased", async () => {
    await talk([]);
    const erased = await talk([{ says: "my name is Kim" }]);
    await store.desk.erase(erased.id);
    expect((await list()).ids).toEqual([]);
    expect((await list({ query: "kim" })).ids).toEqual([]);
  });

  it("goes on where the page before ended, also for conversations of one instant and while new ones come", async () => {
    const talks: string[] = [];
    for (let count = 0; count < 5; count++) talks.unshift((await talk([{ says: "hello" }])).id);
    const { sql, close } = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
    await sql`update conversations set opened_at = '2026-01-01T00:00:00.123456Z' where site_id = ${siteId}`;
    await close();
    const first = await list({ limit: "2" });
    await talk([{ says: "new here" }]);
    const second = await list({ limit: "2", cursor: first.next });
    const third = await list({ limit: "2", cursor: second.next });
    expect([...first.ids, ...second.ids, ...third.ids]).toEqual(talks.toSorted().reverse());
    expect(third.next).toBeNull();
  });

  it("is of the strategy, the mode and the days asked for", async () => {
    const old = await talk([act(["credibility"])]);
    const asks = await talk([act(["credibility"]), act(["opinion-inquiry"])], { mode: "informational" });
    const { sql, close } = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
    await sql`update conversations set opened_at = '2026-03-04T12:00:00Z' where id = ${old.id}`;
    await close();
    expect((await list({ strategy: "opinion-inquiry" })).ids).toEqual([asks.id]);
    expect((await list({ strategy: "credibility" })).ids).toEqual([asks.id, old.id]);
    expect((await list({ strategy: "similarity" })).ids).toEqual([]);
    expect((await list({ mode: "sociable" })).ids).toEqual([old.id]);
    expect((await list({ from: "2026-03-04", before: "2026-03-05" })).ids).toEqual([old.id]);
    expect((await list({ before: "2026-03-04T13:00:00+01:00" })).ids).toEqual([]);
    expect((await list({ from: "2026-03-05" })).ids).toEqual([asks.id]);
  });

  it("finds words of either side, by their beginnings and whatever their case, and shows where", async () => {
    const tent = await talk([{ turn: "Hello!" }, { says: "I need a light TENT for Norway, it's windy" }]);
    const agent = await talk([{ turn: "As a rule these tents hold up." }]);
    await talk([{ says: "a bag" }]);
    expect((await list({ query: "tent" })).ids).toEqual([agent.id, tent.id]);
    expect((await list({ query: "hold tent" })).ids).toEqual([agent.id]);
    expect((await list({ query: "wind tent" })).ids).toEqual([tent.id]);
    expect((await list({ query: '"light tent"' })).ids).toEqual([tent.id]);
    expect((await list({ query: "tent -norway" })).ids).toEqual([agent.id]);
    expect((await list({ query: "it's" })).ids).toEqual([tent.id]);
    const { conversations } = await list({ query: "tent", mode: "sociable", limit: "1" });
    expect(conversations[0].found).toEqual({
      speaker: "agent",
      seq: 1,
      pieces: [
        { text: "As a rule these ", isFound: false },
        { text: "tents", isFound: true },
        { text: " hold up", isFound: false },
      ],
    });
  });

  it.each(["'", "& | !", "a:*b", "\\", "%", "<->", "'':* & ("])(
    "takes %s for words, not for commands",
    async (query) => {
      await talk([{ says: "plain words" }]);
      const answer = await request(`/conversations?${new URLSearchParams({ query })}`);
      expect(answer.status).toBe(200);
    },
  );

  it("leads from a content gap to all conversations it came up in", async () => {
    const gap = { type: "unanswerable" as const, topic: "warranty", value: "", sku: null, kind: null };
    const asked = await talk([{ turn: "I don't know.", gaps: [{ ...gap, words: "how long?" }] }]);
    await talk([{ turn: "I don't know.", gaps: [{ ...gap, topic: "payment", words: "by card?" }] }]);
    const { gaps } = await (await request("/insight/gaps")).json();
    const { id } = gaps.find(({ topic }: { topic: string }) => topic === "warranty");
    expect((await list({ gap: id })).ids).toEqual([asked.id]);
  });

  it("is refused with the reason for what it can't look for", async () => {
    for (const query of [
      "limit=0",
      "limit=x",
      "strategy=shouting",
      "outcome=joy",
      "from=soon",
      "cursor=abc",
      "gap=99999999999999999999",
    ]) {
      const answer = await request(`/conversations?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
      expect((await answer.json()).error).toMatchObject({
        code: "payload/invalid",
        message: expect.stringContaining(query.split("=")[0] ?? ""),
      });
    }
  });

  it("shows a site its own conversations only, and nobody without a key any", async () => {
    const own = await talk([{ says: "hello there" }]);
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    expect((await list({ query: "hello" }, other.secretKey)).ids).toEqual([]);
    expect((await list({}, other.secretKey)).ids).toEqual([]);
    expect((await request(`/conversations/${own.id}`, { key: other.secretKey })).status).toBe(404);
    expect((await request("/conversations", { key: "sk_nobody" })).status).toBe(401);
    expect((await list()).ids).toEqual([own.id]);
  });
});

describe("[TRN-2] what came of a conversation", () => {
  const signal = (type: "cart-add" | "card-view") => ({ id: randomUUID(), type, sku: "tern" });

  it("is the same in the list, in its filter and in the transcript", async () => {
    const settled = await talk([
      act(["credibility"]),
      { says: "I'll take it" },
      act(["encouragement"], true),
    ]);
    const carted = await talk([act(["credibility"])]);
    await store.desk.storeSignal(carted.id, signal("cart-add"));
    const bought = await talk([act(["credibility"])]);
    const order = {
      type: "purchase" as const,
      orderId: "1001",
      value: 4_999,
      currency: "EUR",
      items: [],
      signed: true,
    };
    await store.orders.tell(siteId, { ...order, visitorId: bought.visitorId });
    const asked = await talk([{ says: "a person please", acts: ["ask-human"] }]);
    const byMenu = await talk([act(["credibility"])]);
    await store.desk.storeEvent(byMenu.id, { type: "human-asked" });
    const left = await talk([act(["credibility"])]);
    await store.desk.storeSignal(left.id, signal("card-view"));
    await store.desk.storeEvent(left.id, { type: "conversation-closed", reason: "left" });
    const running = await talk([act(["credibility"])]);
    const expected = {
      [settled.id]: ["accepted"],
      [carted.id]: ["accepted"],
      [bought.id]: ["accepted", "bought"],
      [asked.id]: ["person-asked"],
      [byMenu.id]: ["person-asked"],
      [left.id]: ["abandoned"],
      [running.id]: [],
    };
    const { conversations } = await list();
    const told = conversations.map(({ id, outcomes }: { id: string; outcomes: string[] }) => [id, outcomes]);
    expect(Object.fromEntries(told)).toEqual(expected);
    for (const outcome of ["accepted", "bought", "person-asked", "abandoned"]) {
      const with_ = Object.keys(expected).filter((id) => expected[id]?.includes(outcome));
      expect((await list({ outcome })).ids.toSorted()).toEqual(with_.toSorted());
    }
    for (const [id, outcomes] of Object.entries(expected))
      expect(await (await request(`/conversations/${id}`)).json()).toMatchObject({ outcomes });
  });

  it("is abandonment once nothing was added for half an hour", async () => {
    const { id } = await talk([act(["credibility"])]);
    expect((await list({ outcome: "abandoned" })).ids).toEqual([]);
    const { sql, close } = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 1 });
    await sql`update conversations set last_event_at = now() - interval '31 minutes' where id = ${id}`;
    await close();
    expect((await list({ outcome: "abandoned" })).ids).toEqual([id]);
  });
});

describe("[TRN-3] a transcript", () => {
  it("carries the ledger, who asked for a person, and how a model spoke", async () => {
    const voicing = {
      ...{ endpoint: "api.example.com", model: "m", prompt: "3", promptTokens: 900, completionTokens: 60 },
      ...{ cachedTokens: 0, isEstimated: false, firstSentenceMs: 310, totalMs: 900, trouble: null },
    };
    const { id } = await talk([{ turn: "Hello!" }]);
    const [said, understood] = says(randomUUID(), "how long is the warranty?", {
      questions: [{ text: "how long is the warranty?", kind: "asked", about: "warranty", skus: [] }],
    });
    if (said?.type !== "message-stored" || !understood) throw new Error("no message");
    await store.desk.storeMessage(id, said.id, said.text);
    const settled = [{ questionId: "q1", status: "unanswerable" as const }];
    await store.log.appendTurn(id, 1, [understood, turn("t2", { voice: "model", voicing, settled })]);
    await store.desk.storeEvent(id, { type: "human-asked" });
    const record = await (await request(`/conversations/${id}`)).json();
    expect(record.ledger).toMatchObject([
      { id: "q1", about: "warranty", raisedBy: "shopper", status: "unanswerable" },
    ]);
    expect(record.personAsked).toHaveLength(1);
    expect(record.turns.at(-1)).toMatchObject({ turnId: "t2", voicing, settled });
    expect(record.arms).toEqual([]);
  });
});

describe("[TRN-4] erasure", () => {
  it("removes the person with all their conversations, for the site that has them", async () => {
    const { visitorId, id } = await talk([{ says: "my name is Kim" }]);
    const second = await talk([{ says: "Kim again" }], { visitorId });
    const stays = await talk([{ says: "somebody else" }]);
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    const erase = (key: string) => request(`/visitors/${visitorId}`, { method: "DELETE", key });
    expect((await erase(other.secretKey)).status).toBe(404);
    expect((await list()).ids).toEqual([stays.id, second.id, id]);
    expect(await (await erase(secretKey)).json()).toEqual({ erased: true });
    expect((await list()).ids).toEqual([stays.id]);
    expect((await request(`/conversations/${id}`)).status).toBe(404);
    expect((await erase(secretKey)).status).toBe(404);
    expect((await request("/visitors/nobody", { method: "DELETE" })).status).toBe(404);
  });
});
