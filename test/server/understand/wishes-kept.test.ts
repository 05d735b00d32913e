import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { roomsOfFile, startTalk, type Talk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

async function talkOf(...messages: string[]): Promise<Talk> {
  const talk = startTalk({ rooms, mode: "sociable", seed: messages.join("|") });
  await talk.open();
  for (const message of messages) await talk.say(message);
  return talk;
}
const heldAfter = async (...messages: string[]) =>
  (await talkOf(...messages).then((talk) => talk.state())).preferences.filter(({ held }) => held);

describe("[NLU-1] a number that names is no amount", () => {
  it.each(["size 44", "number 7", "shade 120", "model 12"])(
    "%s after a question on the budget",
    async (text) => {
      const talk = await talkOf("a backpack");
      const before = await talk.state();
      const asked = {
        id: "q9",
        raisedBy: "agent" as const,
        raisedIn: "t",
        kind: "asked" as const,
        about: "budget",
        text: "",
        skus: [],
        status: "open" as const,
      };
      const state = { ...before, openQuestions: [...before.openQuestions, asked] };
      const { preferences } = rooms.understand(text, state);
      expect(preferences.length).toBeGreaterThan(0);
      expect(preferences.some(({ attribute }) => attribute === "price")).toBe(false);
      expect(rooms.understand("44", state).preferences).toMatchObject([{ attribute: "price", value: 44 }]);
    },
  );

  it("what a thing is stays heard beside its size, and is not taken for one product's name", async () => {
    const { references, preferences } = rooms.understand(
      "hiking boots size 44",
      await talkOf().then((talk) => talk.state()),
    );
    expect(references).toEqual([]);
    expect(preferences.map(({ said }) => said).join(" ")).toMatch(/hiking.*boots.*44/i);
  });
});

describe("[DST-1] exclusions", () => {
  it("what is fine after all may come again, and need not", async () => {
    expect(await heldAfter("a jacket", "not green", "actually green is ok")).toMatchObject([
      { attribute: "category" },
    ]);
    expect(await heldAfter("a jacket", "not green", "I don't mind green")).toMatchObject([
      { attribute: "category" },
    ]);
  });

  it.each(["a backpack, not HP", "a backpack, no Zanzibari"])(
    "%s: also of what the shop does not know",
    async (text) => {
      const held = await heldAfter(text);
      expect(held.some(({ polarity, firmness }) => polarity === "negative" && firmness === "must")).toBe(
        true,
      );
    },
  );

  it("an allergy holds for whatever is looked for", async () => {
    const held = await heldAfter("maybe without wool, I'm allergic", "a jacket", "a tent");
    expect(held).toContainEqual(
      expect.objectContaining({ value: "wool", polarity: "negative", firmness: "must", lasting: true }),
    );
  });

  it("the latest wins within one message", async () => {
    const held = await heldAfter("a backpack and not a backpack");
    expect(held).toMatchObject([{ attribute: "category", polarity: "negative" }]);
  });
});

describe("[DST-1] two kinds in one message stand beside each other", () => {
  it("one of each is shown, and no number is told of the one for both", async () => {
    const talk = await talkOf();
    await talk.say("I need a backpack and a mug");
    const turn = await talk.say("show me some");
    const kinds = turn.items.map(({ category }) => category);
    expect(kinds).toContain("Travel mugs");
    expect(new Set(kinds).size).toBeGreaterThan(1);
    expect(turn.text).not.toMatch(/\b(?:\d+|ten|eleven|twelve) (?:travel )?mugs\b/);
    const counts = turn.claims.flatMap(({ statement }) => (statement.type === "count" ? [statement.of] : []));
    expect(counts.filter((of) => of !== "products")).toEqual([]);
  });
});

describe("[DST-1] of two kinds, the one that is named again comes first", () => {
  it("leaves the other", async () => {
    const held = await heldAfter("I need a backpack and a mug", "the mug first");
    expect(held).toMatchObject([{ attribute: "category", value: "Travel mugs" }]);
  });
});

describe("[NLU-1] an amount in another currency is not passed over", () => {
  it("is said not to be applied, and binds nothing afterwards", async () => {
    const talk = await talkOf();
    await talk.say("hello");
    const turn = await talk.say("a tent under 80 euros");
    expect(turn.text).toMatch(/US dollars/);
    expect(turn.stopped).toEqual([]);
    expect(
      (await talk.state()).preferences.filter(({ held, attribute }) => held && attribute === "price"),
    ).toEqual([]);
  });
});

describe("[NLU-1] the choice may be left to the agent", () => {
  it.each([
    "you choose",
    "surprise me",
    "no idea, something useful",
    "whatever you think",
    "just pick one for me",
  ])("%s is answered by a pick", async (text) => {
    const talk = await talkOf("a backpack");
    const turn = await talk.say(text);
    expect(turn.items.length).toBeGreaterThan(0);
    expect(turn.stance).not.toBeNull();
    const { understanding } = { understanding: rooms.understand(text, await talk.state()) };
    expect(understanding).toMatchObject({ delegates: true, unclear: [] });
  });

  it("which one the agent would choose is a question, and no delegation", async () => {
    const state = await talkOf("a backpack").then((talk) => talk.state());
    expect(rooms.understand("which one would you choose?", state).delegates).toBeUndefined();
  });
});
