/** What is said of items in view, and of things the shop does not have, over the demo's catalog. */
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

const heardAfter = async (first: string | null, text: string) => {
  const talk = startTalk({ rooms, mode: "sociable", seed: "items" });
  await talk.open();
  if (first !== null) await talk.say(first);
  return rooms.understand(text, await talk.state());
};
const afterTents = (text: string) => heardAfter("I need a tent for 2", text);

describe("[LED-1] [MOV-4] a doubt about an item is one about the item", () => {
  it.each([
    ["isn't it too small for a laptop?", "asked"],
    ["won't it be too heavy?", "asked"],
    ["wouldn't the first one be rather heavy?", "asked"],
    ["I worry it's too heavy", "doubt"],
    ["I guess it's too heavy", "doubt"],
    ["it's probably not waterproof", "doubt"],
    ["the second seems heavy", "doubt"],
  ])("%s is %s, and no displeasure with the talk", async (text, kind) => {
    const heard = await afterTents(text);
    expect(heard).toMatchObject({ questions: [{ kind }], preferences: [], sentiment: "neutral" });
    expect(heard.acts).not.toContain("complain");
  });

  it.each([
    ["isn't that a bit flimsy?", "quality"],
    ["isn't this overpriced?", "price"],
    ["the second one seems expensive", "price"],
  ])("%s is held against the %s", async (text, about) => {
    expect(await afterTents(text)).toMatchObject({ objections: [{ about }], sentiment: "neutral" });
  });

  it("asked twice it brings the talk to no stall", async () => {
    const talk = startTalk({ rooms, mode: "sociable", seed: "stall" });
    await talk.open();
    await talk.say("I need a tent for 2");
    await talk.say("isn't that a bit flimsy?");
    await talk.say("won't it be too heavy?");
    expect((await talk.state()).stall).toBe(0);
  });

  it.each(["this is useless", "why are you so useless?"])("%s complains as before", async (text) => {
    const heard = await afterTents(text);
    expect(heard.acts).toContain("complain");
    expect(heard.sentiment).toBe("negative");
  });
});

describe("[DST-3] leanings in many words", () => {
  it.each([
    "the first one appeals to me",
    "I rather fancy the second",
    "I'm drawn to the first one",
    "it caught my eye, the second",
    "that one could work",
    "I like the look of the first",
    "the middle one ticks all the boxes",
    "the third has potential",
  ])("%s", async (text) => {
    const { acts, sentiment, references, preferences, unclear } = await afterTents(text);
    expect({ acts, sentiment, preferences, unclear }).toEqual({
      acts: ["inform"],
      sentiment: "positive",
      preferences: [],
      unclear: [],
    });
    expect(references[0]?.skus).toHaveLength(1);
  });

  it.each(["the second doesn't appeal to me", "not really drawn to these", "I'd pass on the first"])(
    "%s turns down",
    async (text) => expect(await afterTents(text)).toMatchObject({ acts: ["reject"], preferences: [] }),
  );

  it.each(["do you think the first looks good?", "does the second look good in black?"])(
    "%s asks, and leans to nothing",
    async (text) =>
      expect(await afterTents(text)).toMatchObject({ acts: ["ask-fact"], sentiment: "neutral" }),
  );
});

describe("[DST-3] the number of a card is its number only", () => {
  it.each(["tell me more about #2", "#2 seems about right", "#2: details?", "option 2 goes in my basket"])(
    "%s",
    async (text) => {
      const heard = await heardAfter("a bag", text);
      expect(heard.preferences).toEqual([]);
      expect(heard.references).toMatchObject([{ kind: "ordinal" }]);
    },
  );

  it("the top one is the first card, whatever is called a top", async () => {
    const { references } = await afterTents("any info on the colour of the top one?");
    expect(references).toMatchObject([{ kind: "ordinal", skus: ["PIN-WARBLER-2"] }]);
  });

  it.each(["#1: details?", "go on, what about the second", "what about #3?"])(
    "%s asks for an overview",
    async (text) =>
      expect(await afterTents(text)).toMatchObject({ questions: [{ kind: "asked", about: "overview" }] }),
  );
});

describe("[NLU-2] what the shop does not have is heard by its name", () => {
  it.each([
    ["day cream", "day cream"],
    ["hand cream please", "hand cream"],
    ["lenovo laptop", "laptop"],
    ["an Apple phone", "phone"],
    ["I need a scaarf, that's all", "scarf"],
    ["I've been thinking about getting jeans for a while now", "jeans"],
    ["I need some jaens", "jeans"],
  ])("%s is a wish for %s", async (text, value) => {
    expect(await heardAfter(null, text)).toMatchObject({
      acts: ["inform"],
      preferences: [{ attribute: "category", value }],
      unclear: [],
    });
  });

  it("a maker of a kind that the shop has", async () => {
    expect((await heardAfter(null, "nike backpack")).preferences).toMatchObject([
      { attribute: "brand", value: "nike" },
      { attribute: "category", value: "Backpacks" },
    ]);
  });

  it.each([
    ["cream", "colour"],
    ["in cream", "colour"],
    ["something short", undefined],
  ])("%s names no kind", async (text, attribute) => {
    expect((await heardAfter(null, text)).preferences[0]?.attribute).toBe(attribute);
  });
});

describe("[NLU-1] that's all", () => {
  it.each(["a bag, that's all", "I need a tent for two, nothing else"])("%s goes on", async (text) =>
    expect((await heardAfter(null, text)).acts).toEqual(["inform"]),
  );
  it.each(["thanks, that's all", "that's all for today", "just a tent, that's all thanks, bye"])(
    "%s ends",
    async (text) => expect((await heardAfter(null, text)).acts).toContain("bye"),
  );
});

describe("[NLU-1] what an item lacks is wished for", () => {
  it.each([
    "I'd pass on the first since it's not reflective",
    "it isn't reflective",
    "the second one is not reflective",
  ])("%s", async (text) => {
    const { preferences } = await afterTents(text);
    expect(preferences).toMatchObject([{ value: "reflective", polarity: "positive" }]);
  });

  it.each(["not reflective", "I don't want it reflective", "it must not be reflective"])(
    "%s is still wished away",
    async (text) => {
      const { preferences } = await afterTents(text);
      expect(preferences).toMatchObject([{ value: "reflective", polarity: "negative" }]);
    },
  );

  it.each(["I can't decide", "she can't read yet"])("%s wishes nothing away", async (text) => {
    expect((await afterTents(text)).preferences).toEqual([]);
  });
});

describe("[NLU-1] said in passing, clipped or in slang", () => {
  it.each(["bag it", "ok add it", "yeah go on, bag it up", "two of those please"])(
    "%s accepts",
    async (text) => expect((await afterTents(text)).acts).toContain("accept"),
  );

  it("that something works in its favour accepts nothing", async () => {
    expect((await afterTents("I'm short so that works in its favour")).acts).not.toContain("accept");
  });

  it.each(["is 3 kg not a bit heavy", "do you not have anything by Makita?"])(
    "%s has no wish for an amount",
    async (text) => {
      const { preferences } = await afterTents(text);
      expect(preferences.filter(({ attribute }) => attribute !== "brand")).toEqual([]);
    },
  );

  it("who made or wrote a product is no question about the world", async () => {
    const { acts } = await heardAfter(null, "who wrote the Warbler 2 Trekking Tent");
    expect(acts).not.toContain("out-of-scope");
  });

  it("a tag without its comma rejects nothing", async () => {
    expect((await afterTents("that is too heavy for my bag isn't it")).acts).not.toContain("reject");
    expect((await afterTents("no, this is not it")).acts).toContain("reject");
  });

  it("a drill may die without a word of comfort", async () => {
    const talk = startTalk({ rooms, mode: "sociable", seed: "died" });
    await talk.open();
    expect((await talk.say("my drill died, need a tent")).text).not.toMatch(/sorry for your loss/i);
  });
});
