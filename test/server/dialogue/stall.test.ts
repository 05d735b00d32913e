import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { STALLED } from "../../../server/dialogue/stall.ts";
import type { Understanding } from "../../../server/dialogue/understanding.ts";
import { item, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";

const shown = turn("t1", { items: [item("tern", 240), item("moth", 190)] });
const color = { preferences: [wish("colour", "red")] };
const weight = { text: "how heavy?", kind: "asked" as const, about: "weight", skus: ["tern"] };

const talk = (...messages: [text: string, part: Partial<Understanding>][]): ConversationEvent[] => [
  shown,
  ...messages.flatMap(([text, part], index) => says(`m${index}`, text, part)),
];

describe("[INI-3] the talk stalls", () => {
  const stalled: { by: string; events: ConversationEvent[] }[] = [
    { by: "two turns without a new wish", events: talk(["hm", {}], ["dunno", {}]) },
    {
      by: "rejection upon rejection, each with a wish",
      events: talk(
        ["no, red", { acts: ["reject"], ...color }],
        ["no, blue", { acts: ["reject"], preferences: [wish("colour", "blue")] }],
        ["no, green", { acts: ["reject"], preferences: [wish("colour", "green")] }],
      ),
    },
    {
      by: "a question asked again, without news",
      events: talk(
        ["how heavy?", { acts: ["ask-fact"], questions: [weight] }],
        ["well?", {}],
        ["how heavy?", { acts: ["ask-fact"], questions: [weight] }],
      ),
    },
    {
      by: "a complaint",
      events: talk(["this is useless", { acts: ["complain"], sentiment: "negative" }]),
    },
    {
      by: "replies that get shorter and shorter",
      events: talk(
        ["how heavy is it?", { acts: ["ask-fact"] }],
        ["hm, heavy", { acts: ["greet"] }],
        ["no idea", {}],
      ),
    },
  ];
  test.each(stalled)("by $by", ({ events }) => {
    expect(stateAfter(events).stall).toBeGreaterThanOrEqual(STALLED);
  });

  const moving: { while: string; events: ConversationEvent[] }[] = [
    { while: "one turn brings nothing", events: talk(["hm", {}]) },
    { while: "a wish ends it", events: talk(["hm", {}], ["dunno", {}], ["red", color]) },
    { while: "one rejection comes with a wish", events: talk(["no, red", { acts: ["reject"], ...color }]) },
    {
      while: "facts are asked for",
      events: talk(
        ["how heavy?", { acts: ["ask-fact"], questions: [weight] }],
        ["and the other?", { acts: ["ask-fact"], questions: [{ ...weight, skus: ["moth"] }] }],
        ["how many fit in?", { acts: ["ask-fact"] }],
      ),
    },
    {
      while: "a choice is made",
      events: talk(["hm", {}], ["dunno", {}], ["that one", { acts: ["accept"] }]),
    },
    {
      while: "short replies bring wishes",
      events: talk(
        ["a red one please", color],
        ["in size M", { preferences: [wish("size", "M")] }],
        ["cotton", { preferences: [wish("material", "cotton")] }],
      ),
    },
  ];
  test.each(moving)("not while $while", ({ events }) => {
    expect(stateAfter(events).stall).toBeLessThan(STALLED);
  });
});
