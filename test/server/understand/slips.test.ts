import { beforeAll, describe, expect, it } from "vitest";
import { buildCatalog } from "../../../server/catalog/catalog.ts";
import type { Product } from "../../../server/catalog/product.ts";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { initialState } from "../../../server/dialogue/reduce.ts";
import { createUnderstanding } from "../../../server/understand/understand.ts";
import { roomsOfFile, startTalk } from "../../support/talk.ts";

let rooms: CatalogRooms;
beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

const afterCards = async (text: string) => {
  const talk = startTalk({ rooms, mode: "sociable", seed: "slips" });
  await talk.open();
  await talk.say("I need a tent for 2");
  return rooms.understand(text, await talk.state());
};

describe("[NLU-2] a slip in a small word costs no turn", () => {
  it.each([
    "Ok, Ill take the first",
    "i'm going with thta one",
    "ill take tat one",
    "thta one it is please",
    "i wil take teh second",
    "Id like to buy the first one",
  ])("%s is an acceptance", async (text) => {
    const { acts, unclear, references } = await afterCards(text);
    expect(acts).toContain("accept");
    expect(unclear).toEqual([]);
    expect(references[0]?.skus.length).toBeGreaterThan(0);
  });

  it.each(["ok, the first one loosk good", "teh first one lokos great"])("%s is praise", async (text) => {
    expect(await afterCards(text)).toMatchObject({ sentiment: "positive", unclear: [] });
  });

  it.each([
    ["something lead free", "lead free"],
    ["something pfas-free", "pfas free"],
    ["nothing with nikel in it", "nikel"],
  ])("%s keeps its own word", async (text, value) => {
    const { preferences } = await afterCards(text);
    expect(preferences).toMatchObject([{ attribute: "feature", value }]);
  });

  it("what stands beside a number is its unit", async () => {
    expect(await afterCards("50ish")).toMatchObject({
      preferences: [{ attribute: "price", operator: "about" }],
    });
  });

  it("the catalog's words come before the language's", async () => {
    expect((await afterCards("a waterproof bakpack")).preferences).toMatchObject([
      { attribute: "waterproofing" },
      { attribute: "category", value: "Backpacks" },
    ]);
  });
});

describe("[NLU-1] a word of praise names no kind of product", () => {
  const products: Product[] = ["Sporting goods", "Lights", "Basics"].flatMap((category) =>
    [1, 2, 3].map(
      (n): Product => ({
        sku: `${category}-${n}`,
        title: `Item ${n} of ${category}`,
        description: "",
        brand: null,
        categories: [category],
        tags: [],
        url: `https://shop.example/${n}`,
        imageUrl: null,
        price: { minor: 1000 * n, currency: "USD" },
        was: null,
        inStock: true,
        attributes: [],
        variants: [],
        rating: null,
        popularity: null,
        version: 1,
      }),
    ),
  );
  const understand = () => {
    const { vocabulary } = buildCatalog({ version: 1, products, reviews: [], currency: "USD" });
    return createUnderstanding(vocabulary, products);
  };
  const kinds = (text: string) =>
    understand()(text, initialState()).preferences.filter(({ attribute }) => attribute === "category");

  it.each([
    "looks good",
    "the first looks good",
    "good",
    "a good one",
    "something light",
    "that seems light",
  ])("%s", (text) => expect(kinds(text)).toEqual([]));
  it.each([
    ["sporting goods", "Sporting goods"],
    ["I need a light", "Lights"],
    ["a good light", "Lights"],
    ["show me some lights", "Lights"],
  ])("%s is still %s", (text, value) => expect(kinds(text)).toMatchObject([{ value }]));
});

describe("[NLU-2] what is said beside the point leaves no wish", () => {
  it.each([
    "Not bothered either way",
    "makes no difference",
    "to be fair I've no strong feelings on that one",
    "doesn't matter to me",
    "either's fine",
    "I won't compromise on those",
    "They're lovely but none of them is really what I imagined",
    "I don't tihnk any of those are for me",
    "looks good",
    "nice one",
  ])("%s", async (text) => {
    const { preferences, ...rest } = await afterCards(text);
    // Said in answer to a question of the agent's, it lifts what was asked for.
    expect(preferences.filter(({ operator }) => operator !== "any")).toEqual([]);
    expect(rest).toMatchObject({ critiques: [], unclear: [] });
  });

  it.each(["none of them is really what I imagined", "I don't think any of those are for me"])(
    "%s turns them down",
    async (text) => expect((await afterCards(text)).acts).toContain("reject"),
  );
});

describe("[DST-3] leaning to an item, and taking it", () => {
  it.each([
    "#2 seems about right",
    "the second could be it",
    "Ooh I quite like that one Thanks",
    "I'm leaning towards the second",
  ])("%s leans", async (text) => {
    const { sentiment, critiques, references } = await afterCards(text);
    expect({ sentiment, critiques }).toEqual({ sentiment: "positive", critiques: [] });
    expect(references).toHaveLength(1);
  });

  it.each(["Alright, #1 goes in my basket", "Let's go ahead with the top one"])(
    "%s accepts",
    async (text) => {
      expect((await afterCards(text)).acts).toContain("accept");
    },
  );

  it("praise before a question is no question", async () => {
    const { questions } = await afterCards(
      "The Warbler 2 could be it and how much does the Warbler 2 weigh?",
    );
    expect(questions).toMatchObject([{ about: "weight" }]);
  });
});

describe("[NLU-1] asking in other words", () => {
  it.each(["What do people who bought the first one think of it?", "Have others been happy with #1?"])(
    "%s asks for reviews",
    async (text) => {
      const { acts, questions } = await afterCards(text);
      expect(questions).toMatchObject([{ about: "reviews" }]);
      expect(acts).not.toContain("reject");
    },
  );
  it.each(["If it was your money, which?", "Help me pick one"])("%s leaves the choice", async (text) =>
    expect(await afterCards(text)).toMatchObject({ delegates: true }),
  );
  it.each(["Would you have a few others I could look at?", "what else do you have?"])(
    "%s asks for more",
    async (text) =>
      expect(await afterCards(text)).toMatchObject({ acts: ["ask-recommendation"], questions: [] }),
  );
  it.each(["I have a nut allergy", "nut allergy", "I'm allergic to nuts", "an intolerance to gluten"])(
    "%s is a lasting must-not",
    async (text) =>
      expect((await afterCards(text)).preferences).toMatchObject([
        { polarity: "negative", firmness: "must", lasting: true },
      ]),
  );
});
