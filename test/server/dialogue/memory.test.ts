import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import type { Remembered } from "../../../server/dialogue/memory.ts";
import { heldPreferences } from "../../../server/dialogue/preferences.ts";
import { rememberConversation, whatHasNotFaded } from "../../../server/dialogue/remember.ts";
import { item, logged, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";

const opened = (remembered: Remembered | null = null): ConversationEvent => ({
  type: "conversation-opened",
  mode: "sociable",
  locale: "en-US",
  page: { url: "/", title: null, sku: null },
  visit: remembered ? 2 : 1,
  remembered,
});
const click = (sku: string): ConversationEvent => ({
  type: "signal-received",
  id: `click-${sku}`,
  signal: "card-click",
  sku,
  turnId: null,
  value: null,
});
const backpacks = wish("category", "Backpacks");
const budget = wish("price", 150, { operator: "at-most", unit: "USD", said: "under $150" });
const settled = [
  opened(),
  says("m1", "a backpack under $150", { preferences: [backpacks, budget] }),
  turn("t1", { items: [item("A", 120), item("B", 90)] }),
  click("B"),
].flat();
const memoryOf = (...events: (ConversationEvent | ConversationEvent[])[]) =>
  rememberConversation(logged(events.flat()));
const memory = memoryOf(settled) as Remembered;

describe("[WGT-7] what a conversation leaves to be remembered", () => {
  test("the wishes that are held, and the items with how they were taken, the most telling first", () => {
    expect(memory).toMatchObject({ version: 1, at: "2026-01-01T00:00:00.000Z", wishes: [backpacks, budget] });
    expect(memory.items.map(({ sku, reaction }) => [sku, reaction])).toEqual([
      ["B", "liked"],
      ["A", "none"],
    ]);
  });

  test("nothing, where nothing was settled: a greeting and items that nobody spoke of are not", () => {
    expect(memoryOf(opened(), says("m1", "hello"), turn("t1", { items: [item("A", 120)] }))).toBeNull();
  });

  test("not what was withdrawn, and no comparison with an item that isn't there", () => {
    const forgets = wish("price", null, { operator: "any", said: "forget the budget" });
    const cheaper = { attribute: "price", direction: "less", sku: "A", said: "cheaper" } as const;
    const left = memoryOf(
      settled,
      says("m2", "forget the budget", { preferences: [forgets] }),
      says("m3", "cheaper", { critiques: [cheaper] }),
    );
    expect(left?.wishes).toEqual([backpacks]);
  });

  test("the questions that are still open", () => {
    const asked = { text: "does it fit a bike rack?", kind: "asked", about: "feature", skus: ["B"] } as const;
    const raised = says("m2", asked.text, { acts: ["ask-fact"], questions: [{ ...asked, skus: ["B"] }] });
    expect(memoryOf(settled, raised)?.questions).toMatchObject([{ text: asked.text, skus: ["B"] }]);
    const settles = turn("t2", { settled: [{ questionId: "q1", status: "answered" }] });
    expect(memoryOf(settled, raised, settles)?.questions).toEqual([]);
  });

  test("stays small however long the talk was", () => {
    const long = Array.from({ length: 60 }, (_, index) => [
      ...says(`m${index}`, "x".repeat(2_000), {
        preferences: [wish("feature", `${index}${"y".repeat(2_000)}`)],
        questions: [{ text: "z".repeat(2_000), kind: "asked", about: `a${index}`, skus: [] }],
      }),
      turn(`t${index}`, {
        items: [
          item(
            `S${index}`,
            10,
            Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`a${n}`, "v".repeat(500)])),
          ),
        ],
      }),
    ]).flat();
    expect(JSON.stringify(memoryOf(opened(), long)).length).toBeLessThan(16_000);
  });

  test("fades after as many days as the site keeps it, and is nothing to a version that doesn't know it", () => {
    const later = (days: number) => new Date(Date.parse(memory.at) + days * 86_400_000);
    expect(whatHasNotFaded(memory, 90, later(89))).toBe(memory);
    expect(whatHasNotFaded(memory, 90, later(91))).toBeNull();
    expect(whatHasNotFaded(memory, 0, later(0))).toBeNull();
    expect(whatHasNotFaded({ ...memory, version: 2 } as unknown as Remembered, 90, later(1))).toBeNull();
  });
});

describe("[WGT-7] what becomes of it in the next conversation", () => {
  const held = (...events: (ConversationEvent | ConversationEvent[])[]) =>
    heldPreferences(stateAfter(opened(memory), ...events).preferences).map(
      ({ attribute, firmness, origin }) => `${attribute} ${firmness} ${origin}`,
    );

  test("it filters nothing until the shopper goes on from there", () => {
    expect(held()).toEqual([]);
    expect(held(says("m1", "do you ship to Norway?", { acts: ["ask-fact"] }))).toEqual([]);
    expect(stateAfter(opened(memory)).shown).toEqual([]);
  });

  test("a yes takes it up as it was, with what was shown and left open", () => {
    const state = stateAfter(opened(memory), says("m1", "go on", { acts: ["accept"] }));
    expect(held(says("m1", "go on", { acts: ["accept"] }))).toEqual([
      "category must remembered",
      "price must remembered",
    ]);
    expect(state.shown.map(({ sku }) => sku)).toEqual(["B", "A"]);
    expect(state.chosen).toBeNull();
    expect(state.heard[0]?.added).toHaveLength(2);
  });

  test("a wish that fits it takes it up softly", () => {
    const black = says("m1", "in black", { preferences: [wish("colour", "Black")] });
    expect(held(black)).toEqual([
      "category prefer remembered",
      "price prefer remembered",
      "colour must said",
    ]);
  });

  test("a new budget replaces the remembered one", () => {
    const more = wish("price", 300, { operator: "at-most", unit: "USD" });
    expect(held(says("m1", "up to $300", { preferences: [more] }))).toEqual([
      "category prefer remembered",
      "price must said",
    ]);
  });

  test.each([
    ["something new", wish("remembered", null, { operator: "any" }), []],
    ["a tent", wish("category", "Tents"), ["category must said"]],
  ])("%s sets it aside", (text, preference, left) => {
    const anew = says("m1", text, { preferences: [preference] });
    expect(held(anew)).toEqual(left);
    const state = stateAfter(opened(memory), anew);
    expect(state.recall?.standing).toBe("dropped");
    expect(state.focus).toEqual([]);
    expect(
      memoryOf(
        opened(memory),
        says("m1", text, { preferences: [wish("remembered", null, { operator: "any" })] }),
      ),
    ).toBeNull();
  });

  test("whoever said nothing of it is offered it once more, as old as it is", () => {
    expect(memoryOf(opened(memory), turn("t1"))).toEqual(memory);
  });
});
