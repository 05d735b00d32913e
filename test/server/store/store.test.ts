/** The store's contract, the same on the embedded PostgreSQL and on a server of the oldest version supported. */
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Product, Review } from "../../../server/catalog/product.ts";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import type { Notice } from "../../../server/dialogue/state.ts";
import type { OpeningHistory } from "../../../server/initiative/openings.ts";
import type { ImportOptions } from "../../../server/store/catalog-records.ts";
import type { CatalogRecord } from "../../../server/store/catalog-repository.ts";
import { connectionOfUrl } from "../../../server/store/database.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { says, turn as spoken, wish } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { installedPostgres, startInstalledPostgres } from "../../support/installed-postgres.ts";

const installed = installedPostgres();
const servers = [
  { name: "the embedded PostgreSQL", start: async () => ({ url: undefined, stop: async () => {} }) },
  ...(installed === null
    ? []
    : [{ name: `PostgreSQL ${installed.version}`, start: () => startInstalledPostgres(installed.folder) }]),
];

describe.each(servers)("the store on $name", ({ start }) => {
  let server: { stop(): Promise<void> };
  let database: TestDatabase;
  let store: Store;
  let siteId: string;
  let visitorId: string;

  beforeAll(async () => {
    const started = await start();
    server = started;
    database = await createTestDatabase(started.url);
    store = await openStore(database);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    await server.stop();
  });
  beforeEach(async () => {
    ({ siteId } = await store.sites.create({
      name: "Velo",
      origins: ["https://velo.example"],
      currency: "EUR",
    }));
    visitorId = await store.visitors.create(siteId);
  });

  const page = { url: "https://velo.example/", title: "Velo" };
  const open = (fresh = false) =>
    store.desk.open({ siteId, visitorId, fresh, mode: "sociable", locale: "en", page });
  const say = (conversationId: string, text: string) =>
    store.desk.storeMessage(conversationId, randomUUID(), text);
  const turn = (text: string): ConversationEvent => spoken(`t-${text}`, { text });

  /** Runs SQL beside the store. */
  async function beside<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres({ ...connectionOfUrl(database.databaseUrl), onnotice: () => {}, max: 1 });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  }

  describe("sites", () => {
    it("finds a site by the key its pages carry, with defaults for what was not set", async () => {
      const {
        siteKey,
        secretKey,
        siteId: id,
      } = await store.sites.create({
        name: "Ørsted Cykler",
        origins: ["https://a.example", "https://*.b.example"],
        currency: "DKK",
        locale: "da",
      });
      expect(siteKey).toMatch(/^pk_[\w-]{32}$/);
      expect(secretKey).toMatch(/^sk_[\w-]{32}$/);
      const site = await store.sites.byKey(siteKey);
      expect(site).toMatchObject({
        id,
        name: "Ørsted Cykler",
        origins: ["https://a.example", "https://*.b.example"],
        currency: "DKK",
        mode: "sociable",
        settings: { policy: "rules", currency: "DKK", persona: { shop: "Ørsted Cykler", tone: "warm" } },
        config: { locale: "da", theme: { scheme: "auto" }, opening: { enabled: true } },
      });
      expect(site?.config.agent.disclosure).toContain("Ørsted Cykler");
      expect(await store.sites.byKey("pk_nobody")).toBeNull();
      expect(await store.sites.secretOf(id)).toBe(secretKey);
    });

    it("knows no site by a key that no database can hold", async () => {
      expect(await store.sites.byKey("pk_\0\ud800")).toBeNull();
    });

    it("changes only what it is told to, and refuses a setting that does not exist", async () => {
      const { siteKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
      await store.sites.update(siteKey, { agent: { name: "Mira" }, weights: { similarity: 2 } });
      const changed = await store.sites.update(siteKey, { mode: "informational", agent: { tone: "brisk" } });
      expect(changed).toMatchObject({
        name: "Velo",
        mode: "informational",
        settings: { persona: { name: "Mira", tone: "brisk" }, weights: { similarity: 2 } },
      });
      const misspelt: object = { agent: { nmae: "Mira" } };
      await expect(store.sites.update(siteKey, misspelt)).rejects.toThrow("nmae");
      expect(await store.sites.byKey(siteKey)).toEqual(changed);
      expect(await store.sites.update("pk_nobody", { mode: "sociable" })).toBeNull();
    });

    it("rotates the secret key and keeps the key that pages carry", async () => {
      const before = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
      const after = await store.sites.rotateKey(before.siteKey);
      expect(after?.siteKey).toBe(before.siteKey);
      expect(after?.secretKey).not.toBe(before.secretKey);
      expect(await store.sites.secretOf(before.siteId)).toBe(after?.secretKey);
      expect(await store.sites.bySecret(before.secretKey)).toBeNull();
      expect(await store.sites.bySecret(after?.secretKey ?? "")).toMatchObject({ id: before.siteId });
      expect(await store.sites.rotateKey("pk_nobody")).toBeNull();
    });
  });

  describe("members", () => {
    it("lets a member in with the one-time password, and with nothing else", async () => {
      const { member, password } = await store.members.add(siteId, " Ada@Velo.example ");
      expect(member).toMatchObject({ email: "ada@velo.example", passwordIsOneTime: true });
      expect(await store.members.verify(siteId, "ada@velo.example", password)).toEqual(member);
      expect(await store.members.verify(siteId, "ada@velo.example", `${password}x`)).toBeNull();
      expect(await store.members.verify(siteId, "bob@velo.example", password)).toBeNull();
      await store.members.setPassword(member.id, "a better one");
      expect(await store.members.verify(siteId, "ada@velo.example", password)).toBeNull();
      expect(await store.members.verify(siteId, "ada@velo.example", "a better one")).toMatchObject({
        passwordIsOneTime: false,
      });
      const [row] = await beside((sql) => sql`select password_hash from members where id = ${member.id}`);
      expect(row?.password_hash).not.toContain("a better one");
    });
  });

  describe("visitors", () => {
    it("knows its own site's visitors only", async () => {
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.visitors.exists(siteId, visitorId)).toBe(true);
      expect(await store.visitors.exists(other.siteId, visitorId)).toBe(false);
      expect(await store.visitors.exists(siteId, randomUUID())).toBe(false);
      expect(await store.visitors.exists(siteId, "no id at all")).toBe(false);
    });

    it("[WIRE-6] gives a user of the shop one visitor, however many devices ask at once", async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => store.visitors.byUser(siteId, "user-7")));
      expect(new Set(ids).size).toBe(1);
      expect(await store.visitors.byUser(siteId, "user-8")).not.toBe(ids[0]);
    });

    it("exports everything of a visitor, and erases it", async () => {
      const { conversationId } = await open();
      await say(conversationId, "a gravel bike");
      await store.log.appendTurn(conversationId, 0, [turn("Here you are.")]);
      const signal = {
        id: randomUUID(),
        type: "purchase",
        value: 129_900,
        currency: "EUR",
        orderId: "o-1",
      } as const;
      await store.desk.storeOutcome(siteId, visitorId, signal);
      const exported = await store.visitors.export(siteId, visitorId);
      expect(exported?.conversations.flatMap(({ events }) => events.map(({ event }) => event.type))).toEqual([
        "conversation-opened",
        "message-stored",
        "turn-spoken",
      ]);
      expect(exported?.outcomes).toMatchObject([{ type: "purchase", value: 129_900, orderId: "o-1" }]);
      expect(await store.visitors.erase(siteId, visitorId)).toBe(true);
      expect(await store.visitors.erase(siteId, visitorId)).toBe(false);
      expect(await store.visitors.export(siteId, visitorId)).toBeNull();
      const [left] = await beside(
        (sql) => sql`select (select count(*) from events where visitor_id = ${visitorId})
          + (select count(*) from outcomes where visitor_id = ${visitorId})
          + (select count(*) from decisions where conversation_id = ${conversationId}) as rows`,
      );
      expect(Number(left?.rows)).toBe(0);
    });
  });

  describe("opening a conversation", () => {
    it("resumes the open one, and makes a new one when asked to", async () => {
      const first = await open();
      expect(first.created).toBe(true);
      expect(await open()).toEqual({ conversationId: first.conversationId, created: false });
      const second = await open(true);
      expect(second.created).toBe(true);
      expect(second.conversationId).not.toBe(first.conversationId);
      expect(await open()).toEqual({ conversationId: second.conversationId, created: false });
      const [opened] = await store.log.read(second.conversationId, 0);
      expect(opened).toMatchObject({
        position: 1,
        seq: null,
        event: { type: "conversation-opened", visit: 2, page: { url: page.url, title: "Velo", sku: null } },
      });
    });

    it("gives all tabs that open at once the same conversation", async () => {
      const opened = await Promise.all(Array.from({ length: 8 }, () => open()));
      expect(new Set(opened.map(({ conversationId }) => conversationId)).size).toBe(1);
      expect(opened.filter(({ created }) => created)).toHaveLength(1);
    });

    const dwell: Notice = { reason: "product-dwell", other: null, query: null };
    const openUnasked = (isWelcome: (history: OpeningHistory) => boolean) =>
      store.desk.openUnasked({
        ...{ siteId, visitorId, fresh: false, mode: "sociable", locale: "en", page },
        notice: dwell,
        isWelcome,
      });
    const isFirst = ({ openings }: OpeningHistory) => openings.length === 0;

    it.each([
      ["a new visitor's", false],
      ["a known visitor's", true],
    ])("[INI-2] lets the agent speak first in one of %s five tabs that ask at once", async (_who, talked) => {
      if (talked) await open();
      const opened = await Promise.all(Array.from({ length: 5 }, () => openUnasked(isFirst)));
      const [only, ...others] = opened.filter((each) => each !== null);
      expect(others).toEqual([]);
      expect(only?.created).toBe(!talked);
      const log = await store.log.read(only?.conversationId ?? "", 0);
      expect(log.map(({ event }) => event)).toEqual([
        expect.objectContaining({ type: "conversation-opened" }),
        { type: "attention-noticed", notice: dwell },
      ]);
    });

    it("[INI-2] leaves no trace of an opening that is unwelcome", async () => {
      expect(await openUnasked(() => false)).toBeNull();
      expect(await open()).toMatchObject({ created: true });
    });

    it("[INI-2] [WGT-7] remembers a wish for quiet after everything else was erased, and nothing else of it", async () => {
      const first = await open();
      const dismissal = { id: randomUUID(), type: "opening-dismiss", sku: "s-1", turnId: "t-1" } as const;
      await store.desk.storeSignal(first.conversationId, dismissal);
      await store.desk.storeSignal(first.conversationId, { id: randomUUID(), type: "card-view", sku: "s-1" });
      await store.desk.erase(first.conversationId);
      const histories: OpeningHistory[] = [];
      await openUnasked((history) => histories.push(history) === 0);
      expect(histories).toEqual([{ openings: [], dismissals: [expect.any(Number)] }]);
      expect((await store.visitors.export(siteId, visitorId))?.outcomes).toEqual([
        {
          ...{ signalId: dismissal.id, type: "opening-dismiss", at: expect.any(String) },
          ...{ sku: null, turnId: null, value: null, currency: null, orderId: null },
        },
      ]);
    });

    it("does not resume what was closed", async () => {
      const { conversationId } = await open();
      await store.desk.storeEvent(conversationId, { type: "conversation-closed", reason: "farewell" });
      expect(await open()).toMatchObject({ created: true });
      expect(await say(conversationId, "hello?")).toEqual({ ok: false, code: "conversation/closed" });
    });
  });

  describe("the event log", () => {
    it("[WIRE-1] numbers what the shopper sees without gaps, under concurrent writers", async () => {
      const { conversationId } = await open();
      await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          index % 3 === 0
            ? store.desk.storePageView(conversationId, page, new Date())
            : say(conversationId, `message ${index}`),
        ),
      );
      const log = await store.log.read(conversationId, 0);
      expect(log.map(({ position }) => position)).toEqual(
        Array.from({ length: 61 }, (_, index) => index + 1),
      );
      const seqs = log.flatMap(({ seq }) => (seq === null ? [] : [seq]));
      expect(seqs).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    });

    it("[WIRE-1] resumes after any seq without a gap or a repetition", async () => {
      const { conversationId } = await open();
      for (const text of ["one", "two", "three"]) await say(conversationId, text);
      await store.desk.storePageView(conversationId, page, new Date());
      const rest = await store.desk.read(conversationId, visitorId, 1);
      expect(rest).toMatchObject({
        seq: 3,
        closed: false,
        events: [
          { seq: 2, event: { text: "two" } },
          { seq: 3, event: { text: "three" } },
        ],
      });
      expect(await store.desk.read(conversationId, visitorId, 3)).toEqual({
        events: [],
        seq: 3,
        closed: false,
      });
    });

    it("[WIRE-1] takes any seq that a client can send", async () => {
      const { conversationId } = await open();
      await say(conversationId, "hello");
      const { seq, events } =
        (await store.desk.read(conversationId, visitorId, Number.MAX_SAFE_INTEGER)) ?? {};
      expect({ seq, events }).toEqual({ seq: 1, events: [] });
    });

    it("[WIRE-6] is read by its own visitor only", async () => {
      const { conversationId } = await open();
      expect(await store.desk.read(conversationId, await store.visitors.create(siteId), 0)).toBeNull();
      expect(await store.desk.read(randomUUID(), visitorId, 0)).toBeNull();
    });

    it("[WIRE-2] stores a message id once, however often and concurrently it is sent", async () => {
      const { conversationId } = await open();
      const id = randomUUID();
      const results = await Promise.all(
        Array.from({ length: 8 }, () => store.desk.storeMessage(conversationId, id, "only once")),
      );
      expect(results.filter((result) => result.ok && !result.duplicate)).toHaveLength(1);
      expect(results.map((result) => result.ok && result.seq)).toEqual(Array.from({ length: 8 }, () => 1));
      expect(await store.log.read(conversationId, 1)).toHaveLength(1);
    });

    it("[WIRE-2] knows a message id again in the visitor's next conversation, and in one that was closed", async () => {
      const { conversationId } = await open();
      const id = randomUUID();
      await store.desk.storeMessage(conversationId, id, "only once");
      const next = await open(true);
      expect(await store.desk.storeMessage(next.conversationId, id, "only once")).toMatchObject({
        duplicate: true,
      });
      expect(await store.log.read(next.conversationId, 1)).toEqual([]);
      await store.desk.storeEvent(conversationId, { type: "conversation-closed", reason: "farewell" });
      expect(await store.desk.storeMessage(conversationId, id, "only once")).toMatchObject({
        ok: true,
        duplicate: true,
      });
    });

    it("[WIRE-2] lets two visitors use the same id", async () => {
      const id = randomUUID();
      const first = await open();
      await store.desk.storeMessage(first.conversationId, id, "mine");
      visitorId = await store.visitors.create(siteId);
      const second = await open();
      expect(await store.desk.storeMessage(second.conversationId, id, "mine too")).toMatchObject({
        duplicate: false,
      });
    });

    it.each([
      ["a NUL", "a\u0000b", "a\ufffdb"],
      ["half a surrogate pair", "a\ud83d", "a\ufffd"],
      ["an escaped backslash before u0000", "a\\u0000", "a\\u0000"],
      ["an emoji and a quote", `😀 "so"`, `😀 "so"`],
      ["a JSON text", '{"a": 1}', '{"a": 1}'],
    ])("keeps a message that holds %s", async (_, sent, kept) => {
      const { conversationId } = await open();
      expect(await say(conversationId, sent)).toMatchObject({ ok: true, logged: { event: { text: kept } } });
      expect(await store.log.read(conversationId, 1)).toMatchObject([{ event: { text: kept } }]);
    });

    it("stores bodies as JSON objects, not as JSON in a JSON string", async () => {
      const { conversationId } = await open();
      await store.log.appendTurn(conversationId, 0, [turn("Hello.")]);
      const rows = await beside(
        (sql) => sql`select jsonb_typeof(body) as body from events where conversation_id = ${conversationId}
          union all select jsonb_typeof(record) from decisions where conversation_id = ${conversationId}
          union all select jsonb_typeof(settings) from sites where id = ${siteId}`,
      );
      expect(rows.map(({ body }) => body)).toEqual(["object", "object", "object", "object"]);
    });

    it("is append-only: no row is changed or removed outside an erasure", async () => {
      const { conversationId } = await open();
      await beside(async (sql) => {
        await expect(
          sql`update events set type = 'x' where conversation_id = ${conversationId}`,
        ).rejects.toThrow("append-only");
        await expect(sql`delete from events where conversation_id = ${conversationId}`).rejects.toThrow(
          "append-only",
        );
        await expect(sql`delete from conversations where id = ${conversationId}`).rejects.toThrow(
          "append-only",
        );
        await expect(sql`truncate events`).rejects.toThrow("append-only");
      });
      expect(await store.log.read(conversationId, 0)).toHaveLength(1);
    });

    it("says so when there is no such conversation", async () => {
      expect(await say(randomUUID(), "hello?")).toEqual({ ok: false, code: "conversation/unknown" });
      expect(await store.log.appendTurn(randomUUID(), 0, [turn("Hello?")])).toEqual({
        ok: false,
        code: "conversation/unknown",
      });
    });
  });

  describe("a turn", () => {
    it("is stored whole, with its decision where it can be counted", async () => {
      const { conversationId } = await open();
      const id = randomUUID();
      await store.desk.storeMessage(conversationId, id, "hello");
      const appended = await store.log.appendTurn(conversationId, 0, [
        { type: "messages-understood", messages: [] },
        turn("Hello. What do you ride?"),
      ]);
      expect(appended).toMatchObject({
        ok: true,
        events: [
          { position: 3, seq: null, event: { type: "messages-understood" } },
          { position: 4, seq: 2, event: { type: "turn-spoken", turn: { text: "Hello. What do you ride?" } } },
        ],
      });
      const [decision] = await beside(
        (sql) => sql`select * from decisions where conversation_id = ${conversationId}`,
      );
      expect(decision).toMatchObject({
        position: 4,
        site_id: siteId,
        turn_id: "t-Hello. What do you ride?",
        policy: "rules",
      });
    });

    it("is refused when another turn was stored since the log was read, and not for a message", async () => {
      const { conversationId } = await open();
      await say(conversationId, "meanwhile");
      expect(await store.log.appendTurn(conversationId, 0, [turn("One.")])).toMatchObject({ ok: true });
      await say(conversationId, "meanwhile again");
      expect(await store.log.appendTurn(conversationId, 0, [turn("Other.")])).toEqual({
        ok: false,
        code: "turn/stale",
      });
      expect(await store.log.appendTurn(conversationId, 1, [turn("Two.")])).toMatchObject({ ok: true });
    });

    it("wins against all that were decided on the same log", async () => {
      const { conversationId } = await open();
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.log.appendTurn(conversationId, 0, [turn(`Turn ${index}.`)]),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.log.read(conversationId, 1)).toHaveLength(1);
    });

    it("is refused once the conversation is closed", async () => {
      const { conversationId } = await open();
      await store.log.appendTurn(conversationId, 0, [
        turn("Bye."),
        { type: "conversation-closed", reason: "farewell" },
      ]);
      expect(await store.log.appendTurn(conversationId, 1, [turn("Still here?")])).toEqual({
        ok: false,
        code: "conversation/closed",
      });
      expect(await store.desk.read(conversationId, visitorId, 0)).toMatchObject({ seq: 2, closed: true });
    });
  });

  describe("signals", () => {
    it("[WIRE-2] are stored once per id, as an event and as an outcome, also when a beacon brings them too", async () => {
      const { conversationId } = await open();
      const signal = { id: randomUUID(), type: "card-click", sku: "GR-1", turnId: "t1" } as const;
      const results = await Promise.all([
        ...Array.from({ length: 6 }, () => store.desk.storeSignal(conversationId, signal)),
        store.desk.storeOutcome(siteId, visitorId, signal),
      ]);
      expect(results.filter((result) => "duplicate" in result && !result.duplicate)).toHaveLength(1);
      const exported = await store.visitors.export(siteId, visitorId);
      expect(exported?.outcomes).toHaveLength(1);
      expect((await store.log.read(conversationId, 1)).length).toBeLessThanOrEqual(1);
      expect(await store.desk.storeSignal(conversationId, signal)).toMatchObject({
        ok: true,
        duplicate: true,
      });
    });

    it("come with what they say", async () => {
      const { conversationId } = await open();
      const signal = { id: randomUUID(), type: "turn-rate", turnId: "t1", value: -1 } as const;
      expect(await store.desk.storeSignal(conversationId, signal)).toMatchObject({
        ok: true,
        duplicate: false,
        logged: { seq: null, event: { signal: "turn-rate", turnId: "t1", value: -1, sku: null } },
      });
      expect(await store.desk.storeSignal(randomUUID(), signal)).toEqual({
        ok: false,
        code: "conversation/unknown",
      });
    });

    it("are kept when they come after the conversation was closed", async () => {
      const { conversationId } = await open();
      await store.desk.storeEvent(conversationId, { type: "conversation-closed", reason: "farewell" });
      const signal = { id: randomUUID(), type: "satisfaction", value: 5 } as const;
      expect(await store.desk.storeSignal(conversationId, signal)).toEqual({
        ok: true,
        seq: 1,
        duplicate: false,
        logged: null,
      });
      expect((await store.visitors.export(siteId, visitorId))?.outcomes).toMatchObject([{ value: 5 }]);
    });
  });

  it("shows a merchant the conversations of their own site, and no others", async () => {
    const { conversationId } = await open();
    await say(conversationId, "hello");
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    const archived = await store.archive.read(siteId, conversationId);
    expect(archived).toMatchObject({
      visitorId,
      events: [{ position: 1 }, { position: 2, event: { text: "hello" } }],
    });
    expect(await store.archive.read(other.siteId, conversationId)).toBeNull();
    expect(await store.archive.read(siteId, "no id at all")).toBeNull();
  });

  it("erases a conversation: what is left is that it was", async () => {
    const { conversationId } = await open();
    await say(conversationId, "my secret wish");
    await store.log.appendTurn(conversationId, 0, [turn("I see.")]);
    await store.desk.erase(conversationId);
    expect(await store.log.read(conversationId, 0)).toEqual([]);
    expect(await store.desk.read(conversationId, visitorId, 0)).toEqual({ events: [], seq: 2, closed: true });
    expect(await say(conversationId, "hello?")).toEqual({ ok: false, code: "conversation/closed" });
    const [row] = await beside(
      (sql) => sql`select erased_at from conversations where id = ${conversationId}`,
    );
    expect(row?.erased_at).toBeInstanceOf(Date);
    expect(await open()).toMatchObject({ created: true });
  });

  describe("[WGT-7] what is remembered", () => {
    const memory = { days: 90, pauseHours: 12 };
    const comeBack = (more: { fresh?: boolean; forgetful?: boolean; memory?: typeof memory } = {}) =>
      store.desk.open({
        siteId,
        visitorId,
        fresh: true,
        memory,
        mode: "sociable",
        locale: "en",
        page,
        ...more,
      });
    const wantsRed = (id: string): ConversationEvent[] => [
      ...says(id, "a red bike", { preferences: [wish("colour", "Red")] }).slice(1),
      turn("Red it is."),
    ];
    async function settle(): Promise<string> {
      const { conversationId } = await comeBack();
      await say(conversationId, "a red bike");
      await store.log.appendTurn(conversationId, 0, wantsRed(randomUUID()));
      return conversationId;
    }
    const rememberedIn = async (conversationId: string) => {
      const [first] = await store.log.read(conversationId, 0);
      return first?.event.type === "conversation-opened" ? (first.event.remembered ?? null) : null;
    };

    it("stands in the next conversation's first event, and not in that of one who starts over", async () => {
      await settle();
      const { conversationId } = await comeBack();
      expect(await rememberedIn(conversationId)).toMatchObject({
        wishes: [{ attribute: "colour", value: "Red" }],
      });
      expect(await store.desk.remembered(conversationId, memory)).toEqual(await rememberedIn(conversationId));
      const anew = await comeBack({ forgetful: true });
      expect(await rememberedIn(anew.conversationId)).toBeNull();
    });

    it("is nothing to other visitors, and has faded when its days are over", async () => {
      const conversationId = await settle();
      expect(await store.desk.remembered(conversationId, { ...memory, days: 0 })).toBeNull();
      expect(
        await rememberedIn((await comeBack({ memory: { ...memory, days: 0 } })).conversationId),
      ).toBeNull();
      visitorId = await store.visitors.create(siteId);
      expect(await rememberedIn((await comeBack()).conversationId)).toBeNull();
    });

    it("is brought up in a new conversation after a long silence, while a short one just goes on", async () => {
      const conversationId = await settle();
      expect(await comeBack({ fresh: false })).toEqual({ conversationId, created: false });
      await beside(
        (sql) => sql`
        update conversations set last_event_at = now() - interval '13 hours' where id = ${conversationId}`,
      );
      const next = await comeBack({ fresh: false });
      expect(next.created).toBe(true);
      expect(await rememberedIn(next.conversationId)).not.toBeNull();
      expect(await comeBack({ fresh: false })).toEqual({
        conversationId: next.conversationId,
        created: false,
      });
    });

    it("follows a signed-in shopper from device to device, and is part of what is exported", async () => {
      visitorId = await store.visitors.byUser(siteId, "shopper-7");
      await settle();
      visitorId = await store.visitors.byUser(siteId, "shopper-7");
      expect(await rememberedIn((await comeBack()).conversationId)).not.toBeNull();
      expect(await store.visitors.export(siteId, visitorId)).toMatchObject({
        remembered: { wishes: [{ attribute: "colour" }] },
      });
    });

    it("is erased with all that it was drawn from: nobody is welcomed back to it", async () => {
      const first = await settle();
      const { conversationId } = await comeBack();
      const erased = await store.desk.erase(conversationId);
      expect(erased.map((each) => each.conversationId).sort()).toEqual([first, conversationId].sort());
      for (const id of [first, conversationId]) expect(await store.log.read(id, 0)).toEqual([]);
      const anew = await comeBack({ fresh: false });
      expect(anew.created).toBe(true);
      expect((await store.log.read(anew.conversationId, 0))[0]?.event).toMatchObject({
        visit: 1,
        remembered: null,
      });
    });

    it("is not left over by an erasure that meets an opening", async () => {
      const conversationId = await settle();
      const [opened] = await Promise.all([comeBack(), store.desk.erase(conversationId)]);
      const left = await rememberedIn(opened.conversationId);
      const [row] = await beside(
        (sql) => sql`select erased_at from conversations where id = ${opened.conversationId}`,
      );
      // Either it was opened first and is erased, too, or it was opened afterwards and remembers nothing.
      expect(left).toBeNull();
      if (row?.erased_at) expect(await store.log.read(opened.conversationId, 0)).toEqual([]);
    });
  });

  describe("feeds", () => {
    const settings = {
      url: "https://velo.example/feed.csv",
      format: "auto",
      replaces: true,
      everySeconds: 3_600,
    } as const;
    const at = (minutes: number) => new Date(Date.UTC(2026, 2, 1, 12, minutes));
    /** The feeds that other tests left. */
    const mine = (feed: { siteId: string } | null) => (feed?.siteId === siteId ? feed : null);

    it("are leased to one puller at a time, and again when the lease has run out", async () => {
      await store.feeds.set(siteId, settings, at(0));
      expect(mine(await store.feeds.leaseDue(new Date(at(0).getTime() - 1), at(30)))).toBeNull();
      const leased = await Promise.all([1, 2, 3].map(() => store.feeds.leaseSite(siteId, at(0), at(30))));
      expect(leased.filter((feed) => feed !== null)).toHaveLength(1);
      expect(mine(await store.feeds.leaseDue(at(29), at(60)))).toBeNull();
      expect(mine(await store.feeds.leaseDue(at(30), at(60)))).toMatchObject({ siteId });
    });

    it("are due again when a pull said so, whoever asks", async () => {
      await store.feeds.set(siteId, settings, at(0));
      const feed = await store.feeds.leaseSite(siteId, at(0), at(30));
      const copy = { etag: '"1"', lastModified: null, digest: "d" };
      const outcome = {
        at: at(1),
        nextAt: at(61),
        failures: 0,
        code: "import/applied",
        message: "1 added",
        copy,
      };
      if (feed !== null) await store.feeds.finish(feed, outcome);
      expect(await store.feeds.get(siteId)).toMatchObject({
        nextAt: at(61).toISOString(),
        lastAt: at(1).toISOString(),
        lastCode: "import/applied",
        etag: '"1"',
      });
      expect(mine(await store.feeds.leaseDue(at(60), at(90)))).toBeNull();
      expect(mine(await store.feeds.leaseDue(at(61), at(90)))).toMatchObject({ digest: "d" });
    });

    it("that were set anew meanwhile are not finished by the pull of before", async () => {
      await store.feeds.set(siteId, settings, at(0));
      const feed = await store.feeds.leaseSite(siteId, at(0), at(30));
      await store.feeds.set(siteId, { ...settings, url: "https://velo.example/other.csv" }, at(1));
      if (feed !== null)
        await store.feeds.finish(feed, { at: at(2), nextAt: at(62), failures: 0, code: "x", message: null });
      expect(await store.feeds.get(siteId)).toMatchObject({ lastCode: null, nextAt: at(1).toISOString() });
      expect(await store.feeds.remove(siteId)).toBe(true);
      expect(await store.feeds.remove(siteId)).toBe(false);
      expect(await store.feeds.get(siteId)).toBeNull();
    });
  });

  describe("catalogs", () => {
    const record = (sku: string, change: Partial<CatalogRecord> = {}): CatalogRecord => ({
      sku,
      title: `Bike ${sku}`,
      description: 'Light, "quick" \\ and\u0000 well made.',
      brand: null,
      categories: ["Bikes", "Gravel bikes"],
      tags: ["tubeless"],
      url: `https://velo.example/${sku}`,
      imageUrl: null,
      price: { minor: 129_900, currency: "EUR" },
      was: { minor: 149_900, currency: "EUR" },
      inStock: true,
      attributes: [{ name: "weight", value: "9.1 kg", number: 9.1, unit: "kg" }],
      variants: [
        {
          sku: `${sku}-M`,
          options: [{ name: "size", value: "M" }],
          price: { minor: 129_900, currency: "EUR" },
          inStock: true,
        },
        {
          sku: `${sku}-L`,
          options: [{ name: "size", value: "L" }],
          price: { minor: 134_900, currency: "EUR" },
          inStock: false,
        },
      ],
      rating: { value: 4.5, count: 12 },
      popularity: 3,
      hidden: null,
      reviews: [
        { id: `${sku}-r1`, sku, author: "Mara K.", rating: 5, text: "Rolls like a dream.", at: "2025-03-01" },
      ],
      ...change,
    });
    const importAll = async (...records: CatalogRecord[]) => {
      const catalog = await store.catalogs.openImport(siteId);
      await catalog.put(records);
      return await catalog.commit();
    };

    it("come back as they were put, hidden products left out", async () => {
      const counts = await importAll(
        record("a"),
        record("b", { was: null, rating: null, popularity: null, variants: [], reviews: [], brand: "Rondo" }),
        record("c", { price: null, hidden: "no price" }),
      );
      expect(counts).toEqual({ added: 3, updated: 0, unchanged: 0, hidden: 1 });
      const { version, products, reviews } = await store.catalogs.load(siteId);
      const { hidden, reviews: put, ...product } = record("a");
      expect(version).toBe(1);
      expect(products.map(({ sku }) => sku)).toEqual(["a", "b"]);
      expect(products[0]).toEqual({
        ...product,
        description: 'Light, "quick" \\ and\ufffd well made.',
        version: 1,
      });
      expect(products[1]).toMatchObject({
        was: null,
        rating: null,
        popularity: null,
        variants: [],
        brand: "Rondo",
      });
      expect(reviews).toEqual(put);
      expect(hidden).toBeNull();
    });

    it("are not changed by a second import of the same", async () => {
      await importAll(record("a"), record("b"));
      const before = await store.catalogs.load(siteId);
      expect(await importAll(record("b"), record("a"))).toEqual({
        added: 0,
        updated: 0,
        unchanged: 2,
        hidden: 0,
      });
      expect(await store.catalogs.load(siteId)).toEqual(before);
    });

    it("keep what an import leaves out, and raise the version of what it changes", async () => {
      await importAll(record("a"), record("b"));
      const cheaper = { minor: 99_900, currency: "EUR" };
      const counts = await importAll(record("b", { price: cheaper, reviews: [], variants: [] }), record("c"));
      expect(counts).toEqual({ added: 1, updated: 1, unchanged: 0, hidden: 0 });
      const { version, products, reviews } = await store.catalogs.load(siteId);
      expect(version).toBe(2);
      expect(products.map(({ sku, version: of, price }) => [sku, of, price.minor])).toEqual([
        ["a", 1, 129_900],
        ["b", 2, 99_900],
        ["c", 1, 129_900],
      ]);
      expect(reviews.map(({ id }) => id)).toEqual(["a-r1", "c-r1"]);
    });

    it("are as before after an import that was aborted or failed", async () => {
      await importAll(record("a"));
      const before = await store.catalogs.load(siteId);
      const aborted = await store.catalogs.openImport(siteId);
      await aborted.put([record("b")]);
      await aborted.abort();
      expect(await store.catalogs.load(siteId)).toEqual(before);
      const failed = await store.catalogs.openImport(siteId);
      await failed.put([record("b")]);
      await expect(failed.put([record("b")])).rejects.toThrow("duplicate");
      await expect(failed.commit()).rejects.toThrow();
      expect(await store.catalogs.load(siteId)).toEqual(before);
      expect(await importAll(record("b"))).toMatchObject({ added: 1 });
    });

    it("tell every process that listens when one changed, and only then", async () => {
      const told: (string | null)[] = [];
      let heard = () => {};
      const change = new Promise<void>((resolve) => {
        heard = resolve;
      });
      const listener = await openStore(database);
      const unwatch = await listener.catalogs.watch((changed) => {
        told.push(changed);
        if (changed === siteId) heard();
      });
      const elsewhere = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      const unchanged = await store.catalogs.openImport(elsewhere.siteId);
      await unchanged.commit();
      await importAll(record("a"));
      await change;
      expect(told).toEqual([siteId]);
      await unwatch();
      await listener.close();
    });

    it("are not changed by a rehearsal, which counts what a commit would", async () => {
      await importAll(record("a"));
      const before = await store.catalogs.load(siteId);
      const rehearsed = await store.catalogs.openImport(siteId);
      await rehearsed.put([record("a", { title: "Renamed" }), record("b")]);
      expect(await rehearsed.rehearse()).toEqual({ added: 1, updated: 1, unchanged: 0, hidden: 0 });
      expect(await store.catalogs.load(siteId)).toEqual(before);
    });

    const replaceAll = async (options: ImportOptions, ...records: CatalogRecord[]) => {
      const catalog = await store.catalogs.openImport(siteId, { replace: true, ...options });
      await catalog.put(records);
      return await catalog.commit();
    };
    const four = ["a", "b", "c", "d"].map((sku) => record(sku));
    const visible = async () => (await store.catalogs.load(siteId)).products.map(({ sku }) => sku);

    it("are read in batches that hold what loading gives, from one snapshot", async () => {
      await importAll(...four, record("e", { variants: [], hidden: "unpublished" }));
      const products: Product[] = [];
      const reviews: Review[] = [];
      const { version } = await store.catalogs.read(
        siteId,
        async (batch) => {
          // A change in the middle of reading is for the next reading.
          if (products.length === 0) await importAll(record("a", { title: "Renamed", reviews: [] }));
          products.push(...batch);
        },
        (batch) => {
          reviews.push(...batch);
        },
      );
      expect(version).toBe(1);
      expect(products.map(({ sku, title }) => [sku, title])).toEqual(
        four.map(({ sku, title }) => [sku, title]),
      );
      expect(products[0]?.variants).toEqual(four[0]?.variants);
      expect(reviews.map(({ id }) => id)).toEqual(["a-r1", "b-r1", "c-r1", "d-r1"]);
    });

    it("say what changed since a version, and what is gone", async () => {
      await importAll(...four);
      await importAll(record("b", { title: "Renamed" }), record("e"), record("c", { hidden: "unpublished" }));
      expect(await store.catalogs.changesSince(siteId, 2)).toEqual({
        version: 2,
        products: [],
        reviews: [],
        gone: [],
      });
      const changes = await store.catalogs.changesSince(siteId, 1);
      expect(changes?.version).toBe(2);
      expect(changes?.products.map(({ sku, title }) => [sku, title]).sort()).toEqual([
        ["b", "Renamed"],
        ["e", "Bike e"],
      ]);
      expect(changes?.reviews.map(({ id }) => id).sort()).toEqual(["b-r1", "e-r1"]);
      expect(changes?.gone).toEqual(["c"]);
      expect(await store.catalogs.changesSince(siteId, 3)).toBeNull();
    });

    it("are better read anew than changed in thousands of places", async () => {
      await importAll(
        ...Array.from({ length: 2_001 }, (_, place) => record(`sku-${place}`, { variants: [] })),
      );
      expect(await store.catalogs.changesSince(siteId, 0)).toBeNull();
    });

    it("[CAT-3] keep what a product was in each version, stock and prices included", async () => {
      await importAll(...four);
      await importAll(record("a", { price: { minor: 99_900, currency: "EUR" } }));
      await importAll(record("a", { price: { minor: 99_900, currency: "EUR" }, hidden: "unpublished" }));
      const at = (version: number | null) => store.catalogs.productAt(siteId, "a", version);
      const [first, second, third] = [await at(1), await at(2), await at(3)];
      expect(first?.record).toMatchObject({ ...(await recordWithoutReviews("a")), version: 1, hidden: null });
      expect(second?.record).toMatchObject({ version: 2, price: { minor: 99_900, currency: "EUR" } });
      expect(third?.record).toMatchObject({ version: 3, hidden: "unpublished" });
      expect(first?.until).not.toBeNull();
      expect(Date.parse(first?.until ?? "")).toBeGreaterThanOrEqual(Date.parse(first?.from ?? ""));
      expect(third?.until).toBeNull();
      expect(await at(null)).toEqual(third);
      expect(await at(4)).toBeNull();
      expect(await store.catalogs.productAt(siteId, "nobody\0", 1)).toBeNull();
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.catalogs.productAt(other.siteId, "a", 1)).toBeNull();
    });
    const recordWithoutReviews = async (sku: string) => {
      const { reviews: _, description: __, ...content } = record(sku);
      return content;
    };

    it("hide what a replacing import leaves out, and show what comes back", async () => {
      await importAll(...four);
      expect(await replaceAll({}, ...four.slice(1))).toEqual({
        added: 0,
        updated: 0,
        unchanged: 3,
        hidden: 0,
        removed: 1,
      });
      expect(await visible()).toEqual(["b", "c", "d"]);
      expect((await store.catalogs.productAt(siteId, "a", null))?.record.hidden).toBe(
        "no longer in the feed",
      );
      expect(await replaceAll({}, ...four)).toMatchObject({ updated: 1, unchanged: 3, removed: 0 });
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
    });

    it("[CAT-2] hold back an import that would take away more than 30 %, until it is confirmed", async () => {
      await importAll(...four);
      const before = await store.catalogs.load(siteId);
      const counts = await replaceAll({ source: "feed" }, record("a"), record("b", { title: "Renamed" }));
      expect(counts).toMatchObject({
        updated: 1,
        removed: 2,
        held: { leaving: 2, visible: 4, examples: ["c", "d"] },
      });
      expect(counts.held?.message).toContain("2 of 4 products, 50 %, are missing from it (for example c, d)");
      expect(await store.catalogs.load(siteId)).toEqual(before);
      const id = counts.held?.id ?? "";
      expect(await store.catalogs.imports(siteId, 1)).toMatchObject([
        { id, state: "held", source: "feed", code: "import/held", message: counts.held?.message },
      ]);
      const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
      expect(await store.catalogs.confirmImport(other.siteId, id)).toBeNull();

      expect(await store.catalogs.confirmImport(siteId, id)).toMatchObject({ updated: 1, removed: 2 });
      expect(await visible()).toEqual(["a", "b"]);
      expect(await store.catalogs.imports(siteId, 1)).toMatchObject([
        { id, state: "applied", message: null },
      ]);
      expect(await store.catalogs.confirmImport(siteId, id)).toBeNull();
      expect(await beside((sql) => sql`select from held_records where import_id = ${id}`)).toHaveLength(0);
    });

    it("[CAT-2] count what would be hidden as well, and let through what the call allows", async () => {
      await importAll(...four);
      const broken = four.map((each) => ({ ...each, price: null, hidden: "no price" }));
      const hold = await store.catalogs.openImport(siteId);
      await hold.put(broken);
      expect((await hold.commit()).held?.message).toContain("4 of 4 products, 100 %, would be hidden by it");
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
      expect((await replaceAll({ maxShrink: 1 }, record("a"))).held).toBeUndefined();
      expect(await visible()).toEqual(["a"]);
    });

    it("[CAT-2] forget a held import that is discarded, or that a newer one replaces", async () => {
      await importAll(...four);
      const first = await replaceAll({}, record("a"));
      expect(await store.catalogs.discardImport(siteId, first.held?.id ?? "")).toBe(true);
      expect(await store.catalogs.discardImport(siteId, first.held?.id ?? "")).toBe(false);
      const second = await replaceAll({}, record("a"));
      await replaceAll({}, ...four);
      expect(await store.catalogs.confirmImport(siteId, second.held?.id ?? "")).toBeNull();
      const states = (await store.catalogs.imports(siteId, 10)).map(({ id, state }) => [id, state]);
      expect(states).toContainEqual([first.held?.id, "rejected"]);
      expect(states).toContainEqual([second.held?.id, "rejected"]);
      expect(await visible()).toEqual(["a", "b", "c", "d"]);
    });

    it("[CAT-2] keep what changed after a held import was read", async () => {
      await importAll(...four);
      const { held } = await replaceAll({}, record("a", { title: "Old" }));
      await store.catalogs.change(siteId, ["a", "b"], (products) => ({
        changes: products.map(({ sku, record: before, mark }) => ({
          sku,
          mark,
          record: before && { ...before, title: `New ${sku}`, reviews: null },
        })),
        result: null,
      }));
      await store.catalogs.confirmImport(siteId, held?.id ?? "");
      const { products } = await store.catalogs.load(siteId);
      expect(products.map(({ sku, title }) => [sku, title])).toEqual([
        ["a", "New a"],
        ["b", "New b"],
      ]);
    });

    it("remember an import that came to nothing, and its rejected rows", async () => {
      const opened = await store.catalogs.openImport(siteId, { source: "products.csv" });
      await opened.commit();
      await store.catalogs.recordRejected(opened.id, 7);
      await store.catalogs.recordFailure(siteId, {
        id: randomUUID(),
        source: "broken.csv",
        replaces: true,
        code: "file/malformed",
        message: "no valid JSON",
      });
      expect(await store.catalogs.imports(siteId, 10)).toMatchObject([
        { state: "failed", source: "broken.csv", counts: null, code: "file/malformed" },
        { state: "applied", source: "products.csv", rejected: 7 },
      ]);
    });

    it("are changed by a push without its reviews, in one step that is told", async () => {
      await importAll(...four);
      const seen = await store.catalogs.change(siteId, ["b-M", "nobody"], (held) => ({
        changes: held.map(({ sku, record: before, mark }) => ({
          sku,
          mark: { ...mark, version: 7 },
          record: before && { ...before, title: "Pushed", variants: [], reviews: null },
        })),
        result: held.map(({ sku, mark }) => [sku, mark]),
      }));
      expect(seen).toEqual([["b", { version: null, patches: {} }]]);
      const { version, products, reviews } = await store.catalogs.load(siteId);
      expect(version).toBe(2);
      expect(products[1]).toMatchObject({ sku: "b", title: "Pushed", variants: [], version: 2 });
      expect(reviews.map(({ id }) => id)).toContain("b-r1");
      const mark = await store.catalogs.change(siteId, ["b"], (held) => ({
        changes: [],
        result: held[0]?.mark,
      }));
      expect(mark?.version).toBe(7);
      expect(await store.catalogs.version(siteId)).toBe(2);
    });

    it("take pushes while an import is read, and keep them over it", async () => {
      await importAll(record("a"));
      const slow = await store.catalogs.openImport(siteId);
      await slow.put([record("a", { title: "From the file" })]);
      await store.catalogs.change(siteId, ["a"], ([held]) => ({
        changes: held?.record
          ? [{ sku: "a", mark: held.mark, record: { ...held.record, inStock: false, reviews: null } }]
          : [],
        result: null,
      }));
      expect(await slow.commit()).toMatchObject({ updated: 0, unchanged: 1 });
      const [product] = (await store.catalogs.load(siteId)).products;
      expect(product).toMatchObject({ title: "Bike a", inStock: false });
    });

    it("take two imports of one site one after the other", async () => {
      const first = await store.catalogs.openImport(siteId);
      await first.put([record("a")]);
      const second = importAll(record("a", { title: "Renamed" }));
      expect(await first.commit()).toMatchObject({ added: 1 });
      expect(await second).toMatchObject({ added: 0, updated: 1 });
      expect((await store.catalogs.load(siteId)).products[0]?.title).toBe("Renamed");
    });
  });
});
