/** A person in the agent's place, over everything real: sockets, the merchant's API, the store; on one server and on two. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ask, type Nodes, startNodes } from "../support/nodes.ts";
import { hasRedis } from "../support/redis-server.ts";
import type { Tab } from "./wire-client.ts";

describe.each([
  { name: "one server", count: 1, isPossible: true },
  { name: "two servers with a broker", count: 2, isPossible: hasRedis },
])("a person in the agent's place, on $name", ({ count, isPossible }) => {
  describe.skipIf(!isPossible)("with real parts", () => {
    let nodes: Nodes;
    let anna: Ask;
    let ben: Ask;
    let viewer: Ask;
    /** Shoppers are on the last server, the merchant on the first. */
    const shoppers = count - 1;

    beforeAll(async () => {
      nodes = await startNodes(count);
      [anna, ben, viewer] = await Promise.all([
        nodes.member("editor", "anna@shop.example"),
        nodes.member("editor", "ben@shop.example"),
        nodes.member("viewer", "vera@shop.example"),
      ]);
    }, 60_000);
    afterAll(async () => await nodes.close());

    async function beginTalk(): Promise<{ tab: Tab; id: string; visitorToken: string }> {
      const tab = await nodes.tab(shoppers);
      const { conversationId: id, visitorToken } = await tab.open();
      await tab.answerTo("opening");
      return { tab, id, visitorToken };
    }
    const say = (ask: Ask, id: string, text: string, messageId = randomUUID()) =>
      ask("POST", `/conversations/${id}/messages`, { id: messageId, text });
    const eventsOf = async (id: string) =>
      (await nodes.first.store.log.read(id, 0)).map(({ event }) => event.type);

    test("[TRN-6] the agent is silent from then on, the person's words arrive as a turn with their name, and it answers what is open when it is back", async () => {
      const { tab, id, visitorToken } = await beginTalk();
      const other = await nodes.tab(0, { visitorToken });
      await other.open();
      expect(await anna("POST", `/conversations/${id}/person`, { name: "Anna" })).toMatchObject({
        status: 200,
      });
      for (const each of [tab, other]) expect((await each.until("agent-joined")).name).toBe("Anna");

      const question = randomUUID();
      await tab.say("is the green one waterproof?", question);
      await other.until("message-stored", (message) => message.id === question);
      expect(await say(anna, id, "It keeps you dry to 3,000 mm.")).toMatchObject({ status: 200 });
      for (const each of [tab, other]) {
        const turn = await each.answerTo(question);
        expect(turn).toMatchObject({
          text: "It keeps you dry to 3,000 mm.",
          person: { name: "Anna" },
          cards: [],
        });
      }
      expect(tab.heard.filter(({ event }) => event === "turn-start")).toHaveLength(1);
      const next = randomUUID();
      await tab.say("show me tents under 250 dollars", next);
      expect(await anna("DELETE", `/conversations/${id}/person`)).toMatchObject({ status: 200 });
      await tab.until("agent-left");
      const answer = await tab.answerTo(next);
      expect(answer.person).toBeUndefined();
      expect(answer.cards.length).toBeGreaterThan(0);
      expect(tab.heard.filter(({ event }) => event === "turn-end")).toHaveLength(3);
      // Each tab has heard each event once, in order and without a gap.
      const seqs = tab.heard.flatMap(({ payload }) => ("seq" in payload ? payload.seq : []));
      expect(seqs).toEqual([...new Set(seqs)]);
    });

    test("[TRN-6] nothing is said into the silence of a conversation that a person has, nor a new page's opening", async () => {
      const { tab, id } = await beginTalk();
      await anna("POST", `/conversations/${id}/person`, { name: "Anna" });
      await tab.until("agent-joined");
      await tab.open({ opening: { reason: "cart-idle" } });
      await tab.say("anybody there?");
      await say(anna, id, "Yes!");
      await tab.until("turn-end", ({ person }) => person?.name === "Anna");
      expect(await eventsOf(id)).not.toContain("messages-understood");
      expect((await eventsOf(id)).filter((type) => type === "turn-spoken")).toHaveLength(1);
    });

    test("[TRN-6] one person at a time: of two at once one has it, and the other is told who", async () => {
      const { id } = await beginTalk();
      const answers = await Promise.all([
        anna("POST", `/conversations/${id}/person`, { name: "Anna" }),
        ben("POST", `/conversations/${id}/person`, { name: "Ben" }, { node: shoppers }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const refused = answers.find(({ status }) => status === 409);
      expect(refused?.body.error).toMatchObject({ code: "person/elsewhere" });
      expect(refused?.body.error.message).toMatch(/^(Anna|Ben) has been answering here since/);
      const [winner, loser] = answers[0]?.status === 200 ? [anna, ben] : [ben, anna];
      expect(await say(loser, id, "me, too")).toMatchObject({
        status: 409,
        body: { error: { code: "person/absent" } },
      });
      expect(await loser("PUT", `/conversations/${id}/person`)).toMatchObject({ status: 409 });
      expect(await loser("DELETE", `/conversations/${id}/person`)).toMatchObject({ status: 409 });
      // Taking over twice is once.
      expect(await winner("POST", `/conversations/${id}/person`, { name: "Again" })).toMatchObject({
        ...{ status: 200, body: { duplicate: true } },
      });
      expect((await eventsOf(id)).filter((type) => type === "agent-joined")).toHaveLength(1);
    });

    test("[WIRE-2] [TRN-6] a person's message is stored once, whatever server it is sent to again", async () => {
      const { tab, id } = await beginTalk();
      await anna("POST", `/conversations/${id}/person`, { name: "Anna" });
      const messageId = randomUUID();
      const first = await say(anna, id, "Hello!", messageId);
      const again = await anna(
        ...(["POST", `/conversations/${id}/messages`, { id: messageId, text: "Hello!" }] as const),
        { node: shoppers },
      );
      expect([first.body.seq, again.body]).toEqual([expect.any(Number), { ok: true, duplicate: true }]);
      await tab.until("turn-end", ({ turnId }) => turnId === messageId);
      await say(anna, id, "And one more.");
      await tab.until("turn-end", ({ text }) => text === "And one more.");
      expect(
        tab.heard.filter(
          ({ event, payload }) => event === "turn-end" && "turnId" in payload && payload.turnId === messageId,
        ),
      ).toHaveLength(1);
    });

    test("[TRN-6] who comes back to the page sees what the person said, and that they are there", async () => {
      const { tab, id, visitorToken } = await beginTalk();
      await anna("POST", `/conversations/${id}/person`, { name: "Anna" });
      await say(anna, id, "I am here.");
      tab.close();
      const back = await nodes.tab(0, { visitorToken });
      const opened = await back.open();
      expect(opened.person).toEqual({ name: "Anna" });
      expect(opened.events.map(({ type }) => type)).toEqual(["turn-end", "agent-joined", "turn-end"]);
      expect(opened.events.at(-1)).toMatchObject({ person: { name: "Anna" }, text: "I am here." });
      await anna("DELETE", `/conversations/${id}/person`);
      await back.until("agent-left");
      expect((await back.open()).person).toBeUndefined();
    });

    test("[TRN-7] who gives no sign of life any more has left: the shopper is told, and the agent answers", async () => {
      const { tab, id } = await beginTalk();
      await anna("POST", `/conversations/${id}/person`, { name: "Anna" });
      const waiting = randomUUID();
      await tab.say("do you have a red one?", waiting);
      const { sql } = nodes;
      await sql`update conversation_persons set seen_at = now() - interval '9 minutes' where conversation_id = ${id}`;
      expect(await nodes.first.store.persons.leaveSilent(600_000)).toEqual([]);
      await sql`update conversation_persons set seen_at = now() - interval '11 minutes' where conversation_id = ${id}`;
      expect(await anna("PUT", `/conversations/${id}/person`)).toMatchObject({ status: 200 });
      expect(await nodes.first.store.persons.leaveSilent(600_000)).toEqual([]);
      await sql`update conversation_persons set seen_at = now() - interval '11 minutes' where conversation_id = ${id}`;
      nodes.clock.pass(20_000);
      await tab.until("agent-left");
      expect((await tab.answerTo(waiting)).person).toBeUndefined();
      expect(await say(anna, id, "back again")).toMatchObject({ status: 409 });
      expect((await eventsOf(id)).filter((type) => type === "agent-left")).toHaveLength(1);
    });

    test("[TRN-5] a conversation is followed as it goes on, from either server, within a second", async () => {
      const { tab, id } = await beginTalk();
      const start = await viewer("GET", `/conversations/${id}/live`);
      expect(start.body).toMatchObject({ isLive: true, isWaiting: false, person: null, record: { id } });
      const followed = viewer("GET", `/conversations/${id}/live?after=${start.body.position}&wait=10`);
      await tab.say("hello");
      const from = performance.now();
      expect((await followed).body.record.turns.at(-1)).toMatchObject({ speaker: "shopper", text: "hello" });
      expect(performance.now() - from).toBeLessThan(1_000);
    });

    test("[TRN-5] who asks for a person waits until one comes, and is counted so long", async () => {
      const { tab, id } = await beginTalk();
      const countBefore = (await viewer("GET", "/live")).body.waiting;
      await tab.ask("human-ask", {});
      expect((await viewer("GET", "/live")).body.waiting).toBe(countBefore + 1);
      const listed = async () =>
        (await viewer("GET", "/conversations?state=waiting")).body.conversations.map(
          (each: { id: string }) => each.id,
        );
      expect(await listed()).toContain(id);
      await anna("POST", `/conversations/${id}/person`, { name: "Anna" });
      expect(await listed()).not.toContain(id);
      const live = (await viewer("GET", "/conversations?state=live")).body.conversations;
      expect(live.find((each: { id: string }) => each.id === id)).toMatchObject({
        isLive: true,
        isWaiting: false,
        person: "Anna",
      });
      await anna("DELETE", `/conversations/${id}/person`);
      expect(await listed()).not.toContain(id);
      expect((await viewer("GET", "/live")).body.waiting).toBe(countBefore);
    });

    test("[ADM-1] [TRN-6] a viewer takes nothing over; what is malformed or another site's is refused with what to do", async () => {
      const { id } = await beginTalk();
      expect(await viewer("POST", `/conversations/${id}/person`, { name: "Vera" })).toMatchObject({
        status: 403,
      });
      expect(await anna("POST", `/conversations/${id}/person`, { name: "  " })).toMatchObject({
        ...{ status: 400, body: { error: { code: "payload/invalid" } } },
      });
      expect(await say(anna, id, "hello")).toMatchObject({
        status: 409,
        body: { error: { code: "person/absent" } },
      });
      expect(await anna("POST", `/conversations/${randomUUID()}/person`, { name: "Anna" })).toMatchObject({
        status: 404,
      });
      expect(await anna("GET", "/conversations/nonsense/live")).toMatchObject({ status: 404 });
      expect(await anna("GET", `/conversations/${id}/live?wait=900`)).toMatchObject({ status: 400 });
    });
  });
});
