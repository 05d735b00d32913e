import { describe, expect, it } from "vitest";
import type { Claim } from "../../../server/dialogue/claims.ts";
import type { ConversationEvent, SpokenTurn } from "../../../server/dialogue/events.ts";
import { initialState, reduce } from "../../../server/dialogue/reduce.ts";
import type { DialogueState } from "../../../server/dialogue/state.ts";
import type {
  HeardPreference,
  HeardQuestion,
  Understanding,
} from "../../../server/dialogue/understanding.ts";

const nothing: Understanding = {
  acts: ["inform"],
  preferences: [],
  critiques: [],
  references: [],
  questions: [],
  sentiment: "neutral",
  language: "en",
  unclear: [],
};

const silent: SpokenTurn = {
  turnId: "t",
  respondsTo: { type: "silence" },
  text: "Well.",
  cards: [],
  replies: [],
  invitation: null,
  sources: [],
  strategies: [],
  decision: { policy: "test", policyVersion: "1", steps: [], reasons: [] },
  claims: [],
  stance: null,
  anticipates: null,
  asks: null,
  settled: [],
  items: [],
  stopped: [],
  voice: "test",
  farewell: false,
};

const heard = (id: string, part: Partial<Understanding>): ConversationEvent => ({
  type: "messages-understood",
  messages: [{ id, understanding: { ...nothing, ...part } }],
});
const spoken = (turnId: string, part: Partial<SpokenTurn>): ConversationEvent => ({
  type: "turn-spoken",
  turn: { ...silent, turnId, ...part },
});
const foldAll = (...events: ConversationEvent[]): DialogueState =>
  events.reduce((state, event, index) => reduce(state, event, index + 1), initialState());
const ledgerOf = (...events: ConversationEvent[]): string[] =>
  foldAll(...events).openQuestions.map(({ raisedBy, kind, about, status }) =>
    [raisedBy, kind, about, status].join(" "),
  );

const wish = (attribute: string, value: HeardPreference["value"]): HeardPreference => ({
  attribute,
  operator: "is",
  value,
  polarity: "positive",
  firmness: "must",
  said: String(value),
});
const question = (about: string, part: Partial<HeardQuestion> = {}): HeardQuestion => ({
  text: `about ${about}?`,
  kind: "asked",
  about,
  skus: [],
  ...part,
});
const comparison = (part: object = {}): Claim => ({
  id: "c1",
  evidence: [],
  statement: {
    type: "comparison",
    sku: "moth",
    over: "tern",
    attribute: "weight",
    value: "1.2 kg",
    overValue: "2.1 kg",
    direction: "less",
    ...part,
  },
});

describe("the agent's own question [LED-1]", () => {
  const asks = spoken("t1", { asks: "colour", replies: ["Moss green", "Ink blue"] });

  it("is answered by a wish on its attribute, or by one of the answers it offered", () => {
    expect(ledgerOf(asks, heard("m1", { preferences: [wish("colour", "Black")] }))).toEqual([
      "agent asked colour answered",
    ]);
    expect(ledgerOf(asks, heard("m1", { preferences: [wish("feature", "green")] }))).toEqual([
      "agent asked colour answered",
    ]);
  });

  it("is declined by who has no preference, and moved on from by who speaks of something else", () => {
    const any: HeardPreference = { ...wish("colour", null), operator: "any" };
    expect(ledgerOf(asks, heard("m1", { preferences: [any] }))).toEqual(["agent asked colour declined"]);
    expect(ledgerOf(asks, heard("m1", { preferences: [wish("price", 50)] }))).toEqual([
      "agent asked colour moved-on",
    ]);
  });

  it("can still be answered after it was passed over, but not after it was declined", () => {
    const elsewhere = heard("m1", { preferences: [wish("price", 50)] });
    const late = heard("m2", { preferences: [wish("colour", "Black")] });
    expect(ledgerOf(asks, elsewhere, late)).toEqual(["agent asked colour answered"]);
    const any: HeardPreference = { ...wish("colour", null), operator: "any" };
    expect(ledgerOf(asks, heard("m1", { preferences: [any] }), late)).toEqual([
      "agent asked colour declined",
    ]);
  });
});

describe("what a shopper raises [LED-1, LED-2]", () => {
  it("is an entry for each question, with who raised it, where and when", () => {
    const { openQuestions } = foldAll(
      spoken("t1", {}),
      heard("m1", { questions: [question("weight"), question("warranty", { kind: "doubt" })] }),
    );
    expect(openQuestions).toMatchObject([
      { id: "q1", raisedBy: "shopper", raisedIn: "m1", raisedAfter: 1, about: "weight", status: "open" },
      { id: "q2", raisedBy: "shopper", raisedIn: "m1", raisedAfter: 1, about: "warranty", status: "open" },
    ]);
  });

  it("keeps what the turn made of it, and for which item", () => {
    const { openQuestions } = foldAll(
      heard("m1", { questions: [question("weight"), question("straps")] }),
      spoken("t1", {
        settled: [
          { questionId: "q1", status: "answered", sku: "tern" },
          { questionId: "q2", status: "unanswerable", sku: "tern" },
        ],
      }),
    );
    expect(openQuestions).toMatchObject([
      { status: "answered", settledFor: "tern" },
      { status: "unanswerable", settledFor: "tern" },
    ]);
  });

  it("leaves an assumption open until it is said", () => {
    const gift = heard("m1", {
      questions: [question("age", { kind: "assumption" }), question("size", { kind: "assumption" })],
    });
    expect(ledgerOf(gift, heard("m2", { preferences: [wish("recipient", "6-year-old")] }))).toEqual([
      "shopper assumption age answered",
      "shopper assumption size open",
    ]);
    expect(ledgerOf(gift, heard("m2", { preferences: [wish("size", "M")] }))).toEqual([
      "shopper assumption age open",
      "shopper assumption size answered",
    ]);
  });

  it("ends a conflict when one of the wishes gives way", () => {
    const torn = heard("m1", {
      preferences: [{ ...wish("price", 100), operator: "at-most" }],
      questions: [question("price", { kind: "conflict" })],
    });
    const any: HeardPreference = { ...wish("price", null), operator: "any" };
    expect(ledgerOf(torn, heard("m2", { preferences: [any] }))).toEqual(["shopper conflict price answered"]);
  });

  it("is moved on from when the talk turns to another kind of thing, unless it is asked of the shop", () => {
    const bags = heard("m1", {
      preferences: [wish("category", "Bags")],
      questions: [question("weight", { kind: "doubt" }), question("shipping")],
    });
    expect(ledgerOf(bags, heard("m2", { preferences: [wish("category", "Tents")] }))).toEqual([
      "shopper doubt weight moved-on",
      "shopper asked shipping open",
    ]);
  });
});

describe("comparisons that the agent's claims open [LED-1]", () => {
  it("are by how much, where that was not said, and at what price", () => {
    expect(ledgerOf(spoken("t1", { claims: [comparison()] }))).toEqual([
      "agent comparison weight open",
      "agent comparison price open",
    ]);
    const measured = comparison({ difference: { number: 0.9, unit: "kg" } });
    expect(ledgerOf(spoken("t1", { claims: [measured] }))).toEqual(["agent comparison price open"]);
  });

  it("are opened once, and answered by the figures", () => {
    const claim = spoken("t1", { claims: [comparison()] });
    const price = comparison({
      attribute: "price",
      differenceMoney: { minor: 5_000, currency: "USD" },
    });
    expect(ledgerOf(claim, claim, spoken("t2", { claims: [price] }))).toEqual([
      "agent comparison weight open",
      "agent comparison price answered",
    ]);
  });

  it("are moved on from when an item of them is rejected", () => {
    const item = { title: "", brand: null, category: null, attributes: {} };
    const price = { minor: 1, currency: "USD" };
    const shown = spoken("t1", {
      claims: [comparison()],
      items: [
        { ...item, sku: "moth", price },
        { ...item, sku: "tern", price },
      ],
    });
    expect(ledgerOf(shown, heard("m1", { acts: ["reject"] }))).toEqual([
      "agent comparison weight moved-on",
      "agent comparison price moved-on",
    ]);
  });
});

it("[LED-4] an entry knows how often the agent came back to it", () => {
  const asked = heard("m1", { questions: [question("weight", { kind: "doubt" })] });
  const { openQuestions } = foldAll(asked, spoken("t1", { returnsTo: ["q1"] }));
  expect(openQuestions[0]).toMatchObject({ status: "open", returns: 1 });
});
