import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { heldPreferences } from "../../../server/dialogue/preferences.ts";
import { fold, initialState, reduce } from "../../../server/dialogue/reduce.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import { item, logged, says, stateAfter, turn, wish } from "../../support/conversation-events.ts";

const held = (state: DialogueState) =>
  heldPreferences(state.preferences).map(({ attribute, operator, value, polarity }) =>
    [polarity === "negative" ? "not" : "", attribute, operator === "is" ? "" : operator, String(value)]
      .filter(Boolean)
      .join(" "),
  );

describe("[INI-4] what the agent said can't be had", () => {
  it("is wished for from then on, not insisted on, and can be insisted on again", () => {
    const budget = wish("price", 100, { operator: "at-most" });
    const said = [
      says("m1", "a tent under 100", { preferences: [wish("category", "Tents"), budget] }),
      turn("t1", { gaveUp: ["p2"] }),
    ];
    expect(heldPreferences(stateAfter(...said).preferences)).toMatchObject([
      { attribute: "category", firmness: "must" },
      { attribute: "price", firmness: "prefer" },
    ]);
    const insisted = stateAfter(...said, says("m2", "it must be under 100", { preferences: [budget] }));
    expect(heldPreferences(insisted.preferences).at(-1)).toMatchObject({ value: 100, firmness: "must" });
  });
});

describe("[DST-1] preferences are negated, revised and withdrawn; the latest wins", () => {
  const rows: [string, ConversationEvent[][], string[]][] = [
    [
      "a colour replaces a colour",
      [
        says("m1", "red", { preferences: [wish("colour", "red")] }),
        says("m2", "make that blue", { preferences: [wish("colour", "blue")] }),
      ],
      ["colour blue"],
    ],
    [
      "a measure that no attribute carries replaces one in the same unit",
      [
        says("m1", "50 cm, waterproof", {
          preferences: [wish("feature", "50 cm"), wish("feature", "waterproof")],
        }),
        says("m2", "54 cm", { preferences: [wish("feature", "54 cm")] }),
      ],
      ["feature waterproof", "feature 54 cm"],
    ],
    [
      "two colours of one message are alternatives",
      [says("m1", "red or blue", { preferences: [wish("colour", "red"), wish("colour", "blue")] })],
      ["colour red", "colour blue"],
    ],
    [
      "a negation takes the wish back",
      [
        says("m1", "red", { preferences: [wish("colour", "red")] }),
        says("m2", "actually not red", { preferences: [wish("colour", "red", { polarity: "negative" })] }),
      ],
      ["not colour red"],
    ],
    [
      "a negation leaves other values alone",
      [
        says("m1", "blue", { preferences: [wish("colour", "blue")] }),
        says("m2", "not red", { preferences: [wish("colour", "red", { polarity: "negative" })] }),
      ],
      ["colour blue", "not colour red"],
    ],
    [
      "the budget is forgotten",
      [
        says("m1", "under 50", { preferences: [wish("price", 50, { operator: "at-most" })] }),
        says("m2", "forget the budget", { preferences: [wish("price", null, { operator: "any" })] }),
      ],
      [],
    ],
    [
      "a floor and a ceiling stand together",
      [
        says("m1", "over 20", { preferences: [wish("price", 20, { operator: "at-least" })] }),
        says("m2", "under 50", { preferences: [wish("price", 50, { operator: "at-most" })] }),
      ],
      ["price at-least 20", "price at-most 50"],
    ],
    [
      "a ceiling below the floor replaces it",
      [
        says("m1", "over 60", { preferences: [wish("price", 60, { operator: "at-least" })] }),
        says("m2", "under 50", { preferences: [wish("price", 50, { operator: "at-most" })] }),
      ],
      ["price at-most 50"],
    ],
    [
      "features gather",
      [
        says("m1", "waterproof", { preferences: [wish("feature", "waterproof")] }),
        says("m2", "and light", { preferences: [wish("feature", "lightweight")] }),
      ],
      ["feature waterproof", "feature lightweight"],
    ],
    [
      "another kind of product keeps the budget and drops the colour",
      [
        says("m1", "a red tent under 200", {
          preferences: [
            wish("category", "Tents"),
            wish("colour", "red"),
            wish("price", 200, { operator: "at-most" }),
          ],
        }),
        says("m2", "show me stoves instead", { preferences: [wish("category", "Stoves")] }),
      ],
      ["price at-most 200", "category Stoves"],
    ],
  ];
  it.each(rows)("%s", (_name, events, expected) => {
    expect(held(stateAfter(...events))).toEqual(expected);
  });

  it("keeps the revised wish with a pointer to its successor", () => {
    const state = stateAfter(
      says("m1", "red", { preferences: [wish("colour", "red")] }),
      says("m2", "blue", { preferences: [wish("colour", "blue")] }),
    );
    expect(state.preferences[0]).toMatchObject({ value: "red", held: false, revisedBy: "p2" });
  });
});

describe("[DST-2] a critique of a shown item becomes a wish", () => {
  const shown = turn("t1", {
    items: [item("a", 300, { weight: "2 kg", colour: "red" }), item("b", 200, { weight: "3 kg" })],
  });
  const critique = (part: object) =>
    stateAfter(
      shown,
      says("m1", "…", {
        acts: ["critique"],
        critiques: [{ attribute: "price", direction: "less", sku: null, said: "cheaper", ...part }],
      }),
    );

  it("cheaper, of several, is cheaper than the cheapest", () => {
    expect(held(critique({}))).toEqual(["price at-most 199.99"]);
  });
  it("cheaper than a named item is below that item", () => {
    expect(held(critique({ sku: "a" }))).toEqual(["price at-most 299.99"]);
  });
  it("lighter excludes the item it was said of", () => {
    const [preference] = critique({ attribute: "weight", sku: "b" }).preferences;
    expect(preference).toMatchObject({
      attribute: "weight",
      operator: "at-most",
      unit: "kg",
      than: { sku: "b" },
    });
    expect(preference?.value).toBeLessThan(3);
  });
  it("not more expensive allows what the item costs, and of several what the dearest costs", () => {
    const kept = { orEqual: true, said: "not more expensive" };
    expect(held(critique({ ...kept, sku: "b" }))).toEqual(["price at-most 200"]);
    expect(held(critique(kept))).toEqual(["price at-most 300"]);
  });
  it("another colour refuses the colour of the item", () => {
    expect(held(critique({ attribute: "colour", direction: "other", sku: "a" }))).toEqual(["not colour red"]);
  });
  it("the same in black keeps the item as a model and asks for black", () => {
    const state = critique({ attribute: "colour", direction: "same", value: "black", sku: "a" });
    expect(held(state)).toEqual(["colour black"]);
    expect(state.likeSku).toBe("a");
  });
  it("too expensive sets a limit, not too expensive a direction", () => {
    const firmness = (said: string) => critique({ said }).preferences.map((wish) => wish.firmness);
    expect(firmness("too expensive")).toEqual(["must"]);
    expect(firmness("not too expensive")).toEqual(["prefer"]);
  });
  it("changes nothing when nothing was shown", () => {
    const state = stateAfter(
      says("m1", "cheaper", {
        critiques: [{ attribute: "price", direction: "less", sku: null, said: "cheaper" }],
      }),
    );
    expect(state.preferences).toEqual([]);
  });
});

describe("[LED-1] [LED-2] the ledger of open questions", () => {
  it("keeps two questions of one message as two entries", () => {
    const state = stateAfter(
      says("m1", "is it waterproof and what does it weigh?", {
        questions: [
          { text: "is it waterproof", kind: "asked", about: "feature", skus: [], value: "waterproof" },
          { text: "what does it weigh", kind: "asked", about: "weight", skus: [] },
        ],
      }),
    );
    expect(state.openQuestions.map(({ id, about, status }) => [id, about, status])).toEqual([
      ["q1", "feature", "open"],
      ["q2", "weight", "open"],
    ]);
  });
  it.each([
    ["answered", { preferences: [wish("colour", "red")] }],
    ["declined", { preferences: [wish("colour", null, { operator: "any" })] }],
    ["moved-on", { preferences: [wish("feature", "light")] }],
  ] as const)("the agent's question is %s by the next message", (status, part) => {
    const state = stateAfter(
      turn("t1", { asks: "colour" }),
      says("m1", "…", { preferences: [...part.preferences] }),
    );
    expect(state.openQuestions[0]?.status).toBe(status);
  });
});

describe("reactions, choice and stall", () => {
  const shown = turn("t1", { items: [item("a", 300), item("b", 200)] });
  it("a rejection without a name is of everything just shown", () => {
    const state = stateAfter(shown, says("m1", "none of these", { acts: ["reject"] }));
    expect(state.shown.map((entry) => entry.reaction)).toEqual(["rejected", "rejected"]);
    expect(state.focus).toEqual([]);
  });
  it("an acceptance takes the item that was referred to", () => {
    const state = stateAfter(
      shown,
      says("m1", "I'll take the second", {
        acts: ["accept"],
        references: [{ text: "the second", kind: "ordinal", skus: ["b"] }],
      }),
    );
    expect(state).toMatchObject({ chosen: "b", phase: "closing" });
  });
  it("yes to a question of the agent's chooses nothing", () => {
    const asking = turn("t2", { asks: "colour", invitation: { kind: "question", text: "Which colour?" } });
    expect(stateAfter(shown, asking, says("m1", "yes", { acts: ["accept"] })).chosen).toBeNull();
  });
  it("[INI-3] turns that bring nothing new move towards a stall, and a new wish ends it", () => {
    const nothing = (id: string) => says(id, "hm", { acts: ["smalltalk"] });
    expect(stateAfter(nothing("m1"), nothing("m2")).stall).toBe(2);
    expect(
      stateAfter(nothing("m1"), nothing("m2"), says("m3", "red", { preferences: [wish("colour", "red")] }))
        .stall,
    ).toBe(0);
  });
});

describe("the fold", () => {
  const events: ConversationEvent[] = [
    {
      type: "conversation-opened",
      mode: "sociable",
      locale: "en",
      page: { url: "/", title: null, sku: "a" },
      visit: 1,
    },
    turn("t0", { respondsTo: { type: "opening" } }),
    ...says("m1", "a red one", { preferences: [wish("colour", "red")] }),
    turn("t1", {
      respondsTo: { type: "messages", ids: ["m1"] },
      items: [item("a", 300), item("b", 200)],
      asks: "size",
    }),
    ...says("m2", "not red", { preferences: [wish("colour", "red", { polarity: "negative" })] }),
    { type: "signal-received", id: "s1", signal: "card-click", sku: "b", turnId: "t1", value: null },
    { type: "human-asked" },
  ];
  it("gives the same state however the log is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: events.length }), (cut) => {
        const log = logged(events);
        expect(fold(log.slice(cut), fold(log.slice(0, cut)))).toEqual(fold(log));
      }),
    );
  });
  it("never changes the state it is given", () => {
    let state = initialState();
    for (const { event, position } of logged(events)) {
      const before = structuredClone(state);
      const next = reduce(state, event, position);
      expect(state).toEqual(before);
      state = next;
    }
  });
  it("clears what a turn answered", () => {
    const state = stateAfter(
      says("m1", "hello"),
      turn("t1", { respondsTo: { type: "messages", ids: ["m1"] } }),
    );
    expect(state).toMatchObject({ unanswered: [], heard: [], turns: 1 });
  });
});

it.each(["stop writing to me", "please leave me alone", "give me a minute, I'm thinking"])(
  "[INI-2] whoever says %j is left in peace",
  (text) => {
    expect(stateAfter(turn("t0"), says("m1", text)).wantsTime).toBe(true);
  },
);

it("[DST-2] cheaper than an item does not lift the budget", () => {
  const state = stateAfter(
    turn("t0"),
    says("m1", "under 150", { preferences: [wish("price", 150, { operator: "at-most", unit: "USD" })] }),
    turn("t1", { items: [item("a", 120)] }),
    says("m2", "cheaper", {
      acts: ["critique"],
      critiques: [{ attribute: "price", direction: "less", said: "cheaper", sku: "a" }],
    }),
  );
  const held = state.preferences.filter((preference) => preference.held && preference.attribute === "price");
  expect(held.map(({ origin }) => origin)).toEqual(["said", "critique"]);
});
