/** [TRN-6] What becomes of a turn that is under way when a person takes the agent's place. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { createPersonDesk, type PersonDesk } from "../../../server/gateway/person-desk.ts";
import type { PersonRegistry, PersonResult } from "../../../server/gateway/ports.ts";
import { connectTab, type Tab } from "../../contract/wire-client.ts";
import { createManualClock } from "../../support/manual-clock.ts";
import { FakeDesk, site } from "./fake-rooms.ts";
import { startUnderTest, type UnderTest } from "./gateway-under-test.ts";

/** Lets everybody do everything. */
class FakeRegistry implements PersonRegistry {
  private readonly desk: FakeDesk;
  constructor(desk: FakeDesk) {
    this.desk = desk;
  }
  join = (_: string, id: string, { name }: { name: string }) =>
    this.store(id, { type: "agent-joined", name });
  speak = (_: string, conversationId: string, __: string, { id, text }: { id: string; text: string }) =>
    this.store(conversationId, { type: "person-spoke", id, name: "Anna", text, answers: [] });
  leave = (_: string, id: string) => this.store(id, { type: "agent-left", name: "Anna" });
  attend = async () => true;
  leaveSilent = async () => [];
  private async store(conversationId: string, event: ConversationEvent): Promise<PersonResult> {
    const conversation = this.desk.find(conversationId);
    if (!conversation) return { ok: false, code: "conversation/unknown" };
    const logged = this.desk.append(conversation, event);
    return { ok: true, news: { conversationId, siteKey: site.siteKey, treatment: {}, logged } };
  }
}

describe("[TRN-6] a turn that is under way when a person comes", () => {
  let underTest: UnderTest;
  let people: PersonDesk;
  let tab: Tab;
  let conversationId: string;
  const clock = createManualClock();

  beforeEach(async () => {
    const desk = new FakeDesk();
    people = createPersonDesk(new FakeRegistry(desk));
    underTest = await startUnderTest({ desk, people, clock });
    tab = await connectTab(underTest.url, { siteKey: site.siteKey });
    ({ conversationId } = await tab.open());
    await tab.answerTo("opening");
  });
  afterEach(async () => {
    tab.close();
    await underTest.gateway.close(100);
  });

  /** Has a message answered, and a person come before the sentence of this index. */
  async function interruptBefore(sentence: number): Promise<string> {
    const id = randomUUID();
    underTest.turns.beforeSentence = async (index) => {
      if (index === sentence)
        await people.takeOver(site.id, conversationId, { id: "member:1", name: "Anna" });
    };
    await tab.say("hello", id);
    await tab.until("agent-joined");
    return id;
  }

  test("ends at its sentence", async () => {
    const id = await interruptBefore(1);
    const turn = await tab.answerTo(id);
    expect(turn.text).toBe("Sentence 1 to hello. Sentence 2 to hello.");
  });

  test("is not spoken at all when nothing of it was said yet", async () => {
    await interruptBefore(0);
    expect((await tab.until("turn-abort")).code).toBe("person/joined");
    await people.say(site.id, conversationId, "member:1", { id: randomUUID(), text: "I am here." });
    await tab.until("turn-end", ({ person }) => person?.name === "Anna");
    expect(tab.heard.filter(({ event }) => event === "turn-text")).toHaveLength(3);
    expect(tab.heard.filter(({ event }) => event === "turn-end")).toHaveLength(2);
  });

  test("[INI-2] and no silence is waited for while the person is there", async () => {
    clock.pass(10_000);
    await people.takeOver(site.id, conversationId, { id: "member:1", name: "Anna" });
    await tab.until("agent-joined");
    clock.pass(3_600_000);
    await people.say(site.id, conversationId, "member:1", { id: randomUUID(), text: "I am here." });
    await tab.until("turn-end", ({ person }) => person?.name === "Anna");
    expect(tab.heard.filter(({ event }) => event === "turn-start")).toHaveLength(1);
  });
});
