/**
 * The `/shopper` socket over rooms under the test's control: what must hold at moments that real rooms pass too quickly to be
 * caught in. The same rules over the real rooms are in `conversation.test.ts`.
 */
import { createHmac, randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import {
  FakeDesk,
  FakeTurns,
  FakeVisitors,
  otherSite,
  SECRET_KEY,
  SHOP_ORIGIN,
  site,
} from "../server/gateway/fake-rooms.ts";
import { startUnderTest, type UnderTest } from "../server/gateway/gateway-under-test.ts";
import { createManualClock } from "../support/manual-clock.ts";
import { connectTab, type Tab, type TabOptions } from "./wire-client.ts";

const running: UnderTest[] = [];
const tabs: Tab[] = [];
afterEach(async () => {
  for (const tab of tabs.splice(0)) tab.close();
  await Promise.all(running.splice(0).map(({ gateway }) => gateway.close(100)));
});

async function start(options: Parameters<typeof startUnderTest>[0] = {}): Promise<UnderTest> {
  const underTest = await startUnderTest(options);
  running.push(underTest);
  return underTest;
}
async function connect({ url }: UnderTest, options: Partial<TabOptions> = {}): Promise<Tab> {
  const tab = await connectTab(url, { siteKey: site.siteKey, ...options });
  tabs.push(tab);
  return tab;
}
/** A door that turns wait at until the test opens it. */
function door() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describe("the handshake", () => {
  const refusals: { name: string; code: string; options: Partial<TabOptions> }[] = [
    { name: "an unknown site key", code: "site/unknown", options: { siteKey: "pk_nobody" } },
    {
      name: "another shop's origin",
      code: "site/origin-refused",
      options: { origin: "https://evil.example" },
    },
    { name: "the origin of a sandboxed frame", code: "site/origin-refused", options: { origin: "null" } },
    { name: "a made-up token", code: "visitor/token-invalid", options: { visitorToken: "v1.YWJj.YWJj" } },
    { name: "no auth at all", code: "payload/invalid", options: { auth: {} } },
    {
      name: "a page that is no page",
      code: "payload/invalid",
      options: { auth: { siteKey: site.siteKey, page: [1, 2] } },
    },
    {
      name: "an identity whose hash does not hold",
      code: "visitor/token-invalid",
      options: { identity: { userId: "u1", hash: "0".repeat(64) } },
    },
  ];
  test.each(refusals)("refuses $name with $code", async ({ code, options }) => {
    await expect(connect(await start(), options)).rejects.toThrow(code);
  });

  test.each(["websocket", "polling"] as const)("lets the shop's own pages in over %s", async (transport) => {
    const tab = await connect(await start(), { origin: SHOP_ORIGIN, transports: [transport] });
    const opened = await tab.open();
    expect(opened.agent).toEqual({ name: "Ada", isAi: true, disclosure: "Ada is an AI assistant." });
    await tab.answerTo("opening");
  });

  test("[WIRE-6] a token opens its own visitor's conversation and is worth nothing on another site", async () => {
    const underTest = await start();
    const first = await (await connect(underTest)).open();
    const { visitorToken } = first;
    const again = await (await connect(underTest, { visitorToken })).open();
    expect(again.conversationId).toBe(first.conversationId);
    const stranger = await (await connect(underTest)).open();
    expect(stranger.conversationId).not.toBe(first.conversationId);
    await expect(connect(underTest, { visitorToken, siteKey: otherSite.siteKey })).rejects.toThrow(
      "visitor/token-invalid",
    );
  });

  test("[WIRE-6] a store's identity carries a visitor to another device", async () => {
    const underTest = await start();
    const identity = { userId: "u1", hash: createHmac("sha256", SECRET_KEY).update("u1").digest("hex") };
    const phone = await (await connect(underTest, { identity })).open();
    const desktop = await (await connect(underTest, { identity })).open();
    expect(desktop.conversationId).toBe(phone.conversationId);
  });

  test("a visitor whose trace was erased begins anew instead of being locked out", async () => {
    const underTest = await start();
    const { visitorToken, conversationId } = await (await connect(underTest)).open();
    underTest.visitors.ids.clear();
    const opened = await (await connect(underTest, { visitorToken })).open();
    expect(opened.conversationId).not.toBe(conversationId);
  });
});

describe("opening", () => {
  test("[WIRE-7] a new conversation is spoken to first, a resumed one is not greeted again", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    const opened = await tab.open();
    expect(opened.events).toEqual([]);
    const opening = await tab.answerTo("opening");
    expect(tab.heard.map(({ event }) => event)).toEqual([
      "turn-start",
      "turn-text",
      "turn-text",
      "turn-text",
      "turn-end",
    ]);
    const sentences = tab.heard.flatMap((each) => (each.event === "turn-text" ? [each.payload.text] : []));
    expect(sentences.join("")).toBe(opening.text);

    const later = await connect(underTest, { visitorToken: opened.visitorToken });
    const resumed = await later.open({ resume: true });
    expect(resumed.events).toMatchObject([{ type: "turn-end", turnId: opening.turnId, seq: 1 }]);
    const id = randomUUID();
    await later.say("hello", id);
    await later.answerTo(id);
    expect(later.heard.filter(({ event }) => event === "turn-start")).toHaveLength(1);
  });

  test("[WIRE-7] `resume: false` starts a new conversation, which is greeted", async () => {
    const tab = await connect(await start());
    const first = await tab.open();
    const opening = await tab.answerTo("opening");
    const second = await tab.open({ resume: false });
    expect(second.conversationId).not.toBe(first.conversationId);
    await tab.until("turn-end", ({ turnId }) => turnId !== opening.turnId);
  });

  test("two tabs that open at the same time share one conversation and one greeting", async () => {
    const underTest = await start();
    const { visitorToken } = await (await connect(underTest)).open();
    const [left, right] = await Promise.all([
      connect(underTest, { visitorToken }),
      connect(underTest, { visitorToken }),
    ]);
    const [a, b] = await Promise.all([left.open(), right.open()]);
    expect(a.conversationId).toBe(b.conversationId);
    expect(underTest.desk.conversations).toHaveLength(1);
  });

  test("a double click on one tab makes one conversation", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    await Promise.all([tab.open(), tab.open()]);
    await tab.answerTo("opening");
    expect(underTest.desk.conversations).toHaveLength(1);
  });

  test("[WIRE-1] a tab that joins while a turn is spoken hears all of it once, and never its end twice", async () => {
    const underTest = await start();
    const { passed, open } = door();
    underTest.turns.beforeSentence = (index) => (index === 2 ? passed : Promise.resolve());
    const first = await connect(underTest);
    const { visitorToken } = await first.open();
    await first.until("turn-text", ({ index }) => index === 1);

    const late = await connect(underTest, { visitorToken });
    await late.open();
    await late.until("turn-text", ({ index }) => index === 1);
    open();
    await Promise.all([late.until("turn-end"), first.until("turn-end")]);
    expect(late.heard).toEqual(first.heard);
  });

  test("[WIRE-1] `afterSeq` resumes without gaps or repeats while messages keep coming", async () => {
    const underTest = await start();
    const writer = await connect(underTest);
    const { visitorToken } = await writer.open();
    await writer.answerTo("opening");
    const writing = Array.from({ length: 12 }, (_, index) => writer.say(`message ${index}`));
    const readers = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const reader = await connect(underTest, { visitorToken });
        return { reader, opened: await reader.open({ afterSeq: 1 }) };
      }),
    );
    const last = (await Promise.all(writing)).at(-1);
    const lastSeq = last?.ok ? last.seq : 0;
    for (const { reader, opened } of readers) {
      if (opened.seq < lastSeq) await reader.until("message-stored", ({ seq }) => seq === lastSeq);
      const live = reader.heard.flatMap(({ payload }) => ("seq" in payload ? [payload.seq] : []));
      const seqs = [...opened.events.map(({ seq }) => seq), ...live];
      expect(seqs).toEqual(seqs.map((_, index) => index + 2));
    }
  });

  test("a seq of another conversation does not hide the beginning of this one", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    const { visitorToken } = await tab.open();
    await tab.answerTo("opening");
    const resumed = await (await connect(underTest, { visitorToken })).open({ afterSeq: 99 });
    expect(resumed.events).toHaveLength(1);
  });
});

describe("messages", () => {
  test("[WIRE-2] an id already stored is acknowledged as duplicate and changes nothing", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    const { conversationId } = await tab.open();
    const id = randomUUID();
    const first = await tab.say("a bike", id);
    await tab.answerTo(id);
    expect(first).toEqual({ ok: true, seq: 2 });
    expect(await tab.say("another text", id)).toEqual({ ok: true, seq: 2, duplicate: true });
    const stored = underTest.desk
      .find(conversationId)
      ?.log.filter(({ event }) => event.type === "message-stored");
    expect(stored).toHaveLength(1);

    const signal = { id: randomUUID(), type: "card-click", sku: "a" };
    expect(await tab.ask("signal", signal)).toEqual({ ok: true });
    expect(await tab.ask("signal", signal)).toEqual({ ok: true, duplicate: true });
  });

  test("an acknowledgement comes only after the message is durable", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    await tab.open();
    const { passed, open } = door();
    const order: string[] = [];
    underTest.desk.beforeStoring = async () => {
      await passed;
      order.push("stored");
    };
    const said = tab.say("hello").then(() => order.push("acknowledged"));
    await tab.until("turn-end");
    open();
    await said;
    expect(order).toEqual(["stored", "acknowledged"]);
  });

  test("[WIRE-3] messages that come during a turn cut it short and are answered together by the next one", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    await tab.open();
    await tab.answerTo("opening");
    const { passed, open } = door();
    underTest.turns.beforeSentence = (index) => (index === 1 ? passed : Promise.resolve());
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    await tab.say("first", first);
    await tab.until("turn-text", ({ text }) => text.includes("first"));
    await tab.say("second", second);
    await tab.say("third", third);
    open();
    expect((await tab.answerTo(first)).text).toBe("Sentence 1 to first. Sentence 2 to first.");
    expect((await tab.answerTo(third)).respondsTo).toEqual({ type: "messages", ids: [second, third] });
  });

  test("a message reaches the visitor's other tabs and not the one it came from", async () => {
    const underTest = await start();
    const here = await connect(underTest);
    const { visitorToken } = await here.open();
    await here.answerTo("opening");
    const there = await connect(underTest, { visitorToken });
    await there.open();
    const id = randomUUID();
    await here.say("hello", id);
    expect(await there.until("message-stored")).toMatchObject({ id, seq: 2, text: "hello" });
    expect(await there.answerTo(id)).toEqual(await here.answerTo(id));
    expect(here.heard.some(({ event }) => event === "message-stored")).toBe(false);
  });

  test("[WIRE-5] a server that dies mid-turn loses no message, and the turn is spoken again on reconnection", async () => {
    const dying = await start();
    const tab = await connect(dying);
    const { visitorToken } = await tab.open();
    await tab.answerTo("opening");
    dying.turns.beforeSentence = (index) => (index === 1 ? new Promise<never>(() => {}) : Promise.resolve());
    const id = randomUUID();
    expect(await tab.say("still there?", id)).toMatchObject({ ok: true });
    await tab.until("turn-text", ({ text }) => text.includes("still there?"));
    await dying.gateway.close(0);
    expect(await tab.until("turn-abort")).toMatchObject({ code: "server/unavailable" });

    const revived = await start({ desk: dying.desk, visitors: dying.visitors });
    const back = await connect(revived, { visitorToken });
    const resumed = await back.open({ resume: true, afterSeq: 1 });
    expect(resumed.events).toMatchObject([{ type: "message-stored", id, seq: 2 }]);
    expect((await back.answerTo(id)).text).toContain("Sentence 3 to still there?");
  });

  test("a turn that fails is aborted and spoken again", async () => {
    const underTest = await start();
    let failures = 0;
    underTest.turns.beforeSentence = async (index) => {
      if (index === 1 && failures++ === 0) throw new Error("the voice broke");
    };
    const tab = await connect(underTest);
    await tab.open();
    await tab.answerTo("opening");
    expect(tab.heard.map(({ event }) => event)).toEqual([
      "turn-start",
      "turn-text",
      "turn-abort",
      "turn-start",
      ...Array.from({ length: FakeTurns.SENTENCES }, () => "turn-text"),
      "turn-end",
    ]);
  });
});

describe("[WIRE-4] hostile input is refused with a code and the connection survives", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const rows: { name: string; event: string; values: unknown[]; code: string }[] = [
    { name: "an unknown event", event: "conversation-steal", values: [{}], code: "payload/invalid" },
    { name: "an event named like an emitter's own", event: "error", values: [{}], code: "payload/invalid" },
    { name: "an event named like a prototype", event: "__proto__", values: [{}], code: "payload/invalid" },
    { name: "an event named like a method", event: "toString", values: [{}], code: "payload/invalid" },
    { name: "no payload", event: "message-send", values: [], code: "payload/invalid" },
    { name: "null", event: "message-send", values: [null], code: "payload/invalid" },
    { name: "a text for a payload", event: "message-send", values: ["hello"], code: "payload/invalid" },
    { name: "a list for a payload", event: "message-send", values: [[id, "hello"]], code: "payload/invalid" },
    { name: "two payloads", event: "message-send", values: [{ id, text: "a" }, {}], code: "payload/invalid" },
    {
      name: "a number for a text",
      event: "message-send",
      values: [{ id, text: 7 }],
      code: "payload/invalid",
    },
    {
      name: "an object for a text",
      event: "message-send",
      values: [{ id, text: { length: 3 } }],
      code: "payload/invalid",
    },
    {
      name: "bytes for a text",
      event: "message-send",
      values: [{ id, text: Buffer.from("hi") }],
      code: "payload/invalid",
    },
    {
      name: "an id that is no UUID",
      event: "message-send",
      values: [{ id: "1", text: "hi" }],
      code: "payload/invalid",
    },
    {
      name: "a prototype in the payload",
      event: "message-send",
      values: [JSON.parse('{"__proto__":{"id":"x","text":"y"}}')],
      code: "payload/invalid",
    },
    { name: "an empty message", event: "message-send", values: [{ id, text: "" }], code: "message/empty" },
    {
      name: "a blank message",
      event: "message-send",
      values: [{ id, text: " \n\t\u00a0" }],
      code: "message/empty",
    },
    {
      name: "2,001 characters",
      event: "message-send",
      values: [{ id, text: "x".repeat(2_001) }],
      code: "message/too-long",
    },
    {
      name: "100,000 characters",
      event: "message-send",
      values: [{ id, text: "x".repeat(100_000) }],
      code: "message/too-long",
    },
    {
      name: "a time that is no time",
      event: "page-view",
      values: [{ url: "/", at: 1e300 }],
      code: "payload/invalid",
    },
    { name: "an unknown signal", event: "signal", values: [{ id, type: "steal" }], code: "payload/invalid" },
    {
      name: "a rating of two",
      event: "signal",
      values: [{ id, type: "turn-rate", value: 2 }],
      code: "payload/invalid",
    },
    {
      name: "a negative seq",
      event: "conversation-open",
      values: [{ afterSeq: -1 }],
      code: "payload/invalid",
    },
  ];
  test.each(rows)("$name: $code", async ({ event, values, code }) => {
    const underTest = await start();
    const tab = await connect(underTest);
    await tab.open();
    expect(await tab.ask(event, ...values)).toMatchObject({ ok: false, error: { code } });
    expect(await tab.say("still here")).toMatchObject({ ok: true });
    expect(underTest.failures).toEqual([]);
  });

  test("an event without an acknowledgement function harms nobody", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    tab.socket.emit("message-send", { id, text: "hi" });
    tab.socket.emit("nonsense");
    await tab.open();
    expect(await tab.say("still here")).toMatchObject({ ok: true });
    expect(underTest.failures).toEqual([]);
  });

  test.each([
    ["message-send", { id, text: "hi" }],
    ["page-view", { url: "/", at: 1 }],
    ["signal", { id, type: "panel-open" }],
    ["human-ask", {}],
    ["conversation-erase", {}],
  ])("%s before a conversation is open: conversation/unknown", async (event, payload) => {
    const tab = await connect(await start());
    expect(await tab.ask(event, payload)).toMatchObject({
      ok: false,
      error: { code: "conversation/unknown" },
    });
    expect((await tab.open()).ok).toBe(true);
  });

  test.each([-1e15, -8.64e15, 8.64e15])("a page view at %d is in no year that can be stored", async (at) => {
    const tab = await connect(await start());
    await tab.open();
    const refused = { ok: false, error: { code: "payload/invalid" } };
    expect(await tab.ask("page-view", { url: "/", at })).toMatchObject(refused);
    expect(await tab.ask("page-view", { url: "/", at: Date.now() })).toEqual({ ok: true });
  });

  test("prices are written in digits that the guard can read, whatever a browser's locale prefers", async () => {
    const underTest = await start();
    const tab = await connect(underTest, {
      auth: { siteKey: site.siteKey, page: { url: SHOP_ORIGIN }, locale: "ar-EG" },
    });
    const { conversationId } = await tab.open();
    expect(underTest.desk.find(conversationId)?.log[0]?.event).toMatchObject({ locale: "ar-EG-u-nu-latn" });
  });

  test("2,000 characters of any script are stored, what a database can't hold is replaced", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    const { conversationId } = await tab.open();
    expect(await tab.say("語".repeat(2_000))).toMatchObject({ ok: true });
    expect(await tab.say("a\0b\ud800c 😀")).toMatchObject({ ok: true });
    const log = underTest.desk.find(conversationId)?.log ?? [];
    expect(log.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ text: "a\uFFFDb\uFFFDc 😀" }),
    );
  });

  test("too many messages at once are refused, the first ones are kept in order", async () => {
    const underTest = await start({ limits: { messagesPerTenSeconds: 5 } });
    const tab = await connect(underTest);
    const { conversationId } = await tab.open();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => tab.say(`message ${index}`)));
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused).toHaveLength(195);
    expect(refused[0]).toMatchObject({ error: { code: "rate/too-fast" } });
    const texts = underTest.desk
      .find(conversationId)
      ?.log.flatMap(({ event }) => ("text" in event ? [event.text] : []));
    expect(texts).toEqual([0, 1, 2, 3, 4].map((index) => `message ${index}`));
    expect(await tab.ask("page-view", { url: "/", at: Date.now() })).toEqual({ ok: true });
  });

  test("a store that fails is server/unavailable, and the next message is tried again", async () => {
    const underTest = await start();
    const tab = await connect(underTest);
    await tab.open();
    underTest.desk.beforeStoring = () => Promise.reject(new Error("connection lost"));
    expect(await tab.say("hello")).toMatchObject({ ok: false, error: { code: "server/unavailable" } });
    underTest.desk.beforeStoring = async () => {};
    expect(await tab.say("hello again")).toMatchObject({ ok: true });
  });
});

describe("the other events", () => {
  test("human-ask says truthfully whether somebody can come", async () => {
    const tab = await connect(await start());
    await tab.open();
    expect(await tab.ask("human-ask", {})).toEqual({ ok: true, available: false });
  });

  test("conversation-erase removes everything, closes every tab's conversation, and a new one can be opened", async () => {
    const underTest = await start();
    const here = await connect(underTest);
    const { visitorToken, conversationId } = await here.open();
    await here.answerTo("opening");
    const there = await connect(underTest, { visitorToken });
    await there.open();
    await here.say("my secret");
    expect(await here.ask("conversation-erase", {})).toEqual({ ok: true });
    expect(await there.until("conversation-closed")).toMatchObject({ reason: "erased" });
    expect(JSON.stringify(underTest.desk.find(conversationId))).not.toContain("my secret");
    expect(await here.say("anybody?")).toMatchObject({ ok: false, error: { code: "conversation/unknown" } });
    expect(await there.say("anybody?")).toMatchObject({ ok: false, error: { code: "conversation/closed" } });
    expect((await here.open()).conversationId).not.toBe(conversationId);
  });

  test("closing the server lets the current turn end at a sentence and stores it", async () => {
    const underTest = await start();
    const { passed, open } = door();
    underTest.turns.beforeSentence = (index) => (index === 0 ? passed : Promise.resolve());
    const tab = await connect(underTest);
    const { conversationId } = await tab.open();
    await tab.until("turn-start");
    const closing = underTest.gateway.close(5_000);
    open();
    await closing;
    expect((await tab.answerTo("opening")).text).toBe("Sentence 1 to nobody.");
    expect(underTest.desk.find(conversationId)?.log.at(-1)?.event.type).toBe("turn-spoken");
  });
});

describe("[INI-2] silence", () => {
  test("is followed up after the agent's turn, and not while the shopper writes", async () => {
    const clock = createManualClock();
    const underTest = await start({ clock });
    const tab = await connect(underTest);
    await tab.open();
    await tab.answerTo("opening");
    await tab.ask("presence", { typing: true });
    clock.pass(site.silence.firstMs * 2);
    await tab.ask("presence", { typing: false });
    expect(tab.heard.filter(({ event }) => event === "turn-start")).toHaveLength(1);
    clock.pass(site.silence.firstMs * 2);
    const followUp = await tab.until("turn-end", ({ respondsTo }) => respondsTo.type === "silence");
    expect(followUp.seq).toBe(2);
  });

  test("of a shopper whose panel is closed is none", async () => {
    const clock = createManualClock();
    const tab = await connect(await start({ clock }));
    await tab.open({ panel: "closed" });
    await tab.answerTo("opening");
    clock.pass(site.silence.firstMs * 2);
    await tab.ask("signal", { id: randomUUID(), type: "panel-open" });
    clock.pass(site.silence.firstMs - 1_000);
    const message = randomUUID();
    await tab.say("hello", message);
    await tab.answerTo(message);
    expect(tab.heard.filter(({ event }) => event === "turn-start")).toHaveLength(2);
  });

  test("on two nodes is followed up by one of them", async () => {
    const desk = new FakeDesk();
    const visitors = new FakeVisitors();
    const clocks = [createManualClock(), createManualClock()] as const;
    const nodes = [
      await start({ desk, visitors, clock: clocks[0] }),
      await start({ desk, visitors, clock: clocks[1] }),
    ] as const;
    const first = await connect(nodes[0]);
    const { visitorToken } = await first.open();
    await first.answerTo("opening");
    // The other node learns of the silence from the log, as after a restart.
    const second = await connect(nodes[1], { visitorToken });
    const { seq } = await second.open();
    expect(seq).toBe(1);
    clocks[0].pass(site.silence.firstMs * 2);
    await first.until("turn-end", ({ respondsTo }) => respondsTo.type === "silence");
    clocks[1].pass(site.silence.firstMs * 2);
    // Its turn is taken in order, so what it had to say about the silence would have come before this answer.
    const message = randomUUID();
    await second.say("hello", message);
    await second.answerTo(message);
    const spoken = desk.conversations.flatMap(({ log }) => log.map(({ event }) => event));
    const kinds = spoken.flatMap((event) =>
      event.type === "turn-spoken" ? [event.turn.respondsTo.type] : [],
    );
    expect(kinds).toEqual(["opening", "silence", "messages"]);
  });

  test("presence is checked like everything else", async () => {
    const tab = await connect(await start());
    expect(await tab.ask("presence", { panel: "open" })).toMatchObject({
      ok: false,
      error: { code: "conversation/unknown" },
    });
    await tab.open();
    expect(await tab.ask("presence", { panel: "ajar" })).toMatchObject({
      ok: false,
      error: { code: "payload/invalid" },
    });
    expect(await tab.ask("presence", {})).toEqual({ ok: true });
  });
});

describe("[INI-1] an opening from what the page shows", () => {
  test("is kept with its reason, and the agent speaks first", async () => {
    const { desk, ...underTest } = await start();
    const tab = await connect({ desk, ...underTest });
    await tab.open({ panel: "closed", opening: { reason: "no-results", query: "gravel helmt" } });
    await tab.answerTo("opening");
    const events = desk.conversations.flatMap(({ log }) => log.map(({ event }) => event));
    expect(events).toContainEqual({
      type: "attention-noticed",
      notice: { reason: "no-results", other: null, query: "gravel helmt" },
    });
  });

  test("[INI-2] is refused to a visitor who waved two off, whatever the tab remembers, and leaves no trace", async () => {
    const underTest = await start();
    underTest.desk.history = { openings: [], dismissals: [Date.now() - 120_000, Date.now() - 60_000] };
    const tab = await connect(underTest);
    const answer = await tab.ask("conversation-open", { opening: { reason: "product-dwell" } });
    expect(answer).toMatchObject({ ok: false, error: { code: "opening/unwelcome" } });
    expect(underTest.desk.conversations).toEqual([]);
    // Who comes of their own accord is welcome.
    await tab.open();
    await tab.answerTo("opening");
  });
});
