import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { followUpDueAt, whyLeaveSilence } from "../../../server/initiative/follow-up.ts";
import { says, stateAfter, turn } from "../../support/conversation-events.ts";

const OPENED: ConversationEvent = {
  type: "conversation-opened",
  mode: "sociable",
  locale: "en",
  page: { url: "/", title: null, sku: null },
  visit: 1,
};
const TALK = [OPENED, turn("t1"), says("m1", "a tent"), turn("t2", answers("m1"))].flat();
const followUp = (turnId: string) => turn(turnId, { respondsTo: { type: "silence" } });
const dismissal: ConversationEvent = {
  type: "signal-received",
  id: "s1",
  signal: "opening-dismiss",
  sku: null,
  turnId: null,
  value: null,
};

function answers(...ids: string[]) {
  return { respondsTo: { type: "messages" as const, ids } };
}

const doubtInGeneral = {
  questions: [{ text: "let me think", kind: "doubt" as const, about: "other", skus: [] }],
};

describe("[INI-2] the agent follows up on silence", () => {
  const silences: {
    after: string;
    events: (ConversationEvent | ConversationEvent[])[];
    why: string | null;
  }[] = [
    { after: "its own turn", events: [TALK], why: null },
    { after: "one follow-up", events: [TALK, followUp("t3")], why: null },
    {
      after: "two follow-ups",
      events: [TALK, followUp("t3"), followUp("t4")],
      why: "it has followed up twice",
    },
    {
      after: "two follow-ups, a message and its answer",
      events: [TALK, followUp("t3"), followUp("t4"), says("m2", "blue"), turn("t5", answers("m2"))],
      why: null,
    },
    { after: "nothing that it said", events: [OPENED], why: "the agent has not spoken yet" },
    { after: "a message", events: [TALK, says("m2", "blue")], why: "a message waits for its answer" },
    { after: "goodbye", events: [TALK, turn("t3", { farewell: true })], why: "goodbye has been said" },
    { after: "a dismissal", events: [TALK, dismissal], why: "the shopper waved the agent off" },
    {
      after: "a person took over",
      events: [TALK, { type: "agent-joined", name: "Sam" }],
      why: "a person has taken over",
    },
    {
      after: "a person took over and left",
      events: [TALK, { type: "agent-joined", name: "Sam" }, { type: "agent-left", name: "Sam" }],
      why: null,
    },
    {
      after: "a person was asked for",
      events: [TALK, { type: "human-asked" }],
      why: "the shopper waits for a person",
    },
    {
      after: "the conversation was closed",
      events: [TALK, { type: "conversation-closed", reason: "erased" }],
      why: "the conversation is closed",
    },
    {
      after: '"let me think"',
      events: [TALK, says("m2", "let me think", doubtInGeneral), turn("t3", answers("m2"))],
      why: "the shopper asked for time",
    },
    {
      after: '"let me think" and another message',
      events: [
        TALK,
        says("m2", "let me think", doubtInGeneral),
        turn("t3", answers("m2")),
        says("m3", "a red one"),
        turn("t4", answers("m3")),
      ],
      why: null,
    },
  ];
  test.each(silences)("after $after: $why", ({ events, why }) => {
    expect(whyLeaveSilence(stateAfter(...events), { humanAvailable: true })).toBe(why);
  });

  test("nobody waits for a person where there is none", () => {
    const state = stateAfter(TALK, { type: "human-asked" });
    expect(whyLeaveSilence(state, { humanAvailable: false })).toBeNull();
  });

  test("the merchant says when, and whether at all", () => {
    const rules = { enabled: true, firstMs: 40_000, secondMs: 120_000 };
    expect(followUpDueAt(1_000, false, rules)).toBe(41_000);
    expect(followUpDueAt(1_000, true, rules)).toBe(121_000);
    expect(followUpDueAt(1_000, false, { ...rules, enabled: false })).toBeNull();
  });
});
