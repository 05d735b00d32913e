/** How conversations begin, what the next one remembers of them, and what is left when they are erased. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import type { Notice } from "../../../server/dialogue/state.ts";
import type { OpeningHistory } from "../../../server/initiative/openings.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { says, wish } from "../../support/conversation-events.ts";
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

  describe("opening a conversation", () => {
    it("resumes the open one, and makes a new one when asked to", async () => {
      const first = await open();
      expect(first.created).toBe(true);
      expect(await open()).toEqual({ conversationId: first.conversationId, created: false, treatment: {} });
      const second = await open(true);
      expect(second.created).toBe(true);
      expect(second.conversationId).not.toBe(first.conversationId);
      expect(await open()).toEqual({ conversationId: second.conversationId, created: false, treatment: {} });
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

  it("erases a conversation: what is left is that it was", async () => {
    const { conversationId } = await open();
    await say(conversationId, "my secret wish");
    await store.log.appendTurn(conversationId, 0, [turn("I see.")]);
    await store.desk.erase(conversationId);
    expect(await store.log.read(conversationId, 0)).toEqual([]);
    expect(await store.desk.read(conversationId, visitorId, 0)).toEqual({
      events: [],
      seq: 2,
      closed: true,
      person: null,
    });
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
      expect(await comeBack({ fresh: false })).toEqual({ conversationId, created: false, treatment: {} });
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
        treatment: {},
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
});
