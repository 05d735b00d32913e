/** Persons in the agent's place, as the store keeps them: found by their words, exported, and gone with who is erased. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { conversationRecord } from "../../../server/insight/conversation-record.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { servers, storeOn, turn } from "./store-on-servers.ts";

const ANNA = { id: "member:anna", name: "Anna" };

describe.each(servers)("persons in the store on $name", (server) => {
  const scene = storeOn(server);
  let store: Store;
  let siteId: string;
  let id: string;
  beforeEach(async () => {
    ({ store, siteId } = scene);
    id = (await scene.open()).conversationId;
    await store.log.appendTurn(id, 0, [turn("hello")]);
  });
  const speak = (text: string) => store.persons.speak(siteId, id, ANNA.id, { id: randomUUID(), text });

  it("[TRN-1] [TRN-3] are found by what they said, and stand in the transcript with when they came and went", async () => {
    await store.persons.join(siteId, id, ANNA);
    await scene.say(id, "is it any good?");
    await speak("The zeppelin is splendid.");
    await store.persons.leave(siteId, id, ANNA.id);
    const { conversations } = await store.conversationList.list(siteId, { words: "zeppelin", limit: 5 });
    expect(conversations).toMatchObject([{ id, found: { speaker: "person" }, person: null }]);
    const log = await store.archive.read(siteId, id);
    const record = log && conversationRecord(id, log);
    expect(record?.turns.map(({ speaker }) => speaker)).toEqual(["agent", "shopper", "person"]);
    expect(record?.turns.at(-1)).toMatchObject({ name: "Anna", text: "The zeppelin is splendid." });
    expect(record?.personChanges).toMatchObject([
      { type: "joined", name: "Anna", reason: null },
      { type: "left", name: "Anna", reason: "handed-back" },
    ]);
  });

  it("[TRN-6] let two who come at once in one after the other, and none twice", async () => {
    const people = Array.from({ length: 6 }, (_, index) => ({ id: `member:${index}`, name: `P${index}` }));
    const results = await Promise.all(people.map((person) => store.persons.join(siteId, id, person)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const events = await store.log.read(id, 0);
    expect(events.filter(({ event }) => event.type === "agent-joined")).toHaveLength(1);
  });

  it("[TRN-6] are of their site, and of a conversation that is open", async () => {
    const other = await store.sites.create({ name: "Other", origins: [], currency: "EUR" });
    expect(await store.persons.join(other.siteId, id, ANNA)).toMatchObject({ code: "conversation/unknown" });
    expect(await store.live.standing(other.siteId, id)).toBeNull();
    await store.desk.storeEvent(id, { type: "conversation-closed", reason: "test" });
    expect(await store.persons.join(siteId, id, ANNA)).toMatchObject({ code: "conversation/closed" });
  });

  it("[TRN-5] know when the shopper has begun another conversation", async () => {
    expect(await store.live.standing(siteId, id)).toMatchObject({ newer: null });
    const { conversationId: newer } = await scene.open(true);
    expect(await store.live.standing(siteId, id)).toMatchObject({ newer });
    expect(await store.live.standing(siteId, newer)).toMatchObject({ newer: null });
  });

  it("[TRN-7] of several servers that look for who has gone, one gives the place back", async () => {
    await store.persons.join(siteId, id, ANNA);
    await scene.beside(
      (sql) =>
        sql`update conversation_persons set seen_at = now() - interval '1 hour' where conversation_id = ${id}`,
    );
    const found = await Promise.all([1, 2, 3].map(() => store.persons.leaveSilent(600_000)));
    expect(found.flat()).toHaveLength(1);
    expect(found.flat()[0]?.logged.event).toMatchObject({ type: "agent-left", reason: "timed-out" });
  });

  it("[TRN-4] leave nothing behind with a shopper who is erased, and can still hand back", async () => {
    await store.persons.join(siteId, id, ANNA);
    await speak("Hello!");
    await store.desk.erase(id);
    expect(await store.log.read(id, 0)).toEqual([]);
    expect(await store.live.standing(siteId, id)).toBeNull();
    expect(await speak("Still there?")).toMatchObject({ ok: false });
    const rows = await scene.beside(
      (sql) => sql`select 1 from conversation_persons where conversation_id = ${id}`,
    );
    expect(rows).toHaveLength(0);
  });
});
