/** [TRN-8] What a person says in the agent's place, as the fold over the log has it. */
import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { openShopperQuestions } from "../../../server/dialogue/ledger.ts";
import { says, stateAfter, turn, understanding, wish } from "../../support/conversation-events.ts";

const opened: ConversationEvent = {
  type: "conversation-opened",
  mode: "sociable",
  locale: "en",
  page: { url: "/", title: null, sku: null },
  visit: 1,
};
const joined: ConversationEvent = { type: "agent-joined", name: "Anna", person: "member:1" };
const left: ConversationEvent = { type: "agent-left", name: "Anna", reason: "handed-back" };
const wrote = (id: string, text: string): ConversationEvent => ({ type: "message-stored", id, text });
const spoke = (id: string, text: string, answers: string[]): ConversationEvent => ({
  ...{ type: "person-spoke", id, name: "Anna", text, answers },
});
const warranty = { text: "how long is the warranty?", kind: "asked" as const, about: "warranty", skus: [] };

describe("[TRN-8] a person in the agent's place", () => {
  test("is no turn: nothing is counted, committed or asked by what they say", () => {
    const before = stateAfter(opened, turn("t1"), joined, wrote("m1", "hello?"));
    const after = stateAfter(
      opened,
      turn("t1"),
      joined,
      wrote("m1", "hello?"),
      spoke("p1", "Hi, this is Anna.", ["m1"]),
    );
    for (const part of [
      "turns",
      "strategies",
      "commitments",
      "said",
      "asked",
      "shown",
      "talk",
      "lastTurnId",
    ] as const)
      expect([part, after[part]]).toEqual([part, before[part]]);
    expect(after.person).toBe(true);
    expect(after.recent.at(-1)).toEqual({ by: "person", text: "Hi, this is Anna." });
  });

  test("answers what waits; what came after their last words waits for the agent", () => {
    const state = stateAfter(
      ...[opened, joined, wrote("m1", "is it waterproof?"), spoke("p1", "It is.", ["m1"])],
      ...[wrote("m2", "and in red?"), left],
    );
    expect(state.unanswered.map(({ id }) => id)).toEqual(["m2"]);
    expect(state.overheard.map(({ id }) => id)).toEqual(["m1"]);
    expect(state.person).toBe(false);
  });

  test("a person who only looked in has answered nothing", () => {
    const state = stateAfter(opened, wrote("m1", "hello?"), joined, left);
    expect(state.unanswered.map(({ id }) => id)).toEqual(["m1"]);
  });

  test("what was open when they spoke is not come back to; what was asked later is", () => {
    const asked = says("m1", "how long is the warranty?", { questions: [warranty] });
    const open = stateAfter(opened, asked, turn("t1", { respondsTo: { type: "messages", ids: ["m1"] } }));
    expect(openShopperQuestions(open.openQuestions)).toHaveLength(1);
    const state = stateAfter(
      ...[opened, asked, turn("t1", { respondsTo: { type: "messages", ids: ["m1"] } })],
      ...[joined, spoke("p1", "Two years.", []), left],
    );
    expect(openShopperQuestions(state.openQuestions)).toEqual([]);
  });

  test("what the shopper told the person is understood when the agent is back, and asks for nothing again", () => {
    const talk = [
      ...[opened, joined, wrote("m1", "a red one; how long is the warranty? can I talk to a human?")],
      ...[spoke("p1", "You are. Two years.", ["m1"]), left, wrote("m2", "under 100")],
    ];
    const overheard = [
      {
        id: "m1",
        understanding: understanding({
          acts: ["inform", "ask-human"],
          preferences: [wish("colour", "red")],
          questions: [warranty],
        }),
      },
    ];
    const messages = [
      {
        id: "m2",
        understanding: understanding({ preferences: [wish("price", 100, { operator: "at-most" })] }),
      },
    ];
    const state = stateAfter(talk, { type: "messages-understood", messages, overheard });
    expect(state.preferences.map(({ attribute }) => attribute)).toEqual(["colour", "price"]);
    expect(state.heard.map(({ messageId }) => messageId)).toEqual(["m2"]);
    expect(openShopperQuestions(state.openQuestions)).toEqual([]);
    expect(state.openQuestions).toMatchObject([{ about: "warranty", status: "answered" }]);
    expect(state.humanAsked).toBe(false);
    expect(state.overheard).toEqual([]);
  });

  test("a turn that was under way when they spoke has understood what it answers", () => {
    const state = stateAfter(
      ...[opened, wrote("m1", "hi"), joined, spoke("p1", "Hello!", ["m1"])],
      { type: "messages-understood", messages: [{ id: "m1", understanding: understanding() }] },
      turn("t1", { respondsTo: { type: "messages", ids: ["m1"] } }),
    );
    expect(state.overheard).toEqual([]);
    expect(state.unanswered).toEqual([]);
  });
});
