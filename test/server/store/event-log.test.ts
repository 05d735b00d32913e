/** The log of a conversation: messages, turns and signals. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../../server/store/open-store.ts";
import { page, servers, storeOn, turn } from "./store-on-servers.ts";

describe.each(servers)("the store on $name", (server) => {
  const scene = storeOn(server);
  const { open, say, beside } = scene;
  let store: Store;
  let siteId: string;
  let visitorId: string;
  beforeEach(() => {
    ({ store, siteId, visitorId } = scene);
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
        person: null,
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
      scene.visitorId = await store.visitors.create(siteId);
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
});
