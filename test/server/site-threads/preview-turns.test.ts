/** What a merchant is shown of the agent's words is what shoppers would get. */
import { beforeAll, describe, expect, it } from "vitest";
import type { CatalogRooms } from "../../../server/catalog-rooms.ts";
import { checkOwnWords } from "../../../server/site-threads/check-own-words.ts";
import { previewTurns } from "../../../server/site-threads/preview-turns.ts";
import { type StoredSettings, siteOf } from "../../../server/store/site-settings.ts";
import { findPolicy } from "../../../server/strategy/policies/find-policy.ts";
import { roomsOfFile } from "../../support/talk.ts";

let rooms: CatalogRooms;
const policy = findPolicy("planner");
if (!policy) throw new Error("the planner is shipped");

beforeAll(async () => {
  rooms = await roomsOfFile("demo/catalog/catalog.json");
});

const siteWith = (settings: StoredSettings = {}) =>
  siteOf(
    {
      ...{ id: "s", siteKey: "pk_s", name: "Velo", origins: [], currency: "USD", locale: "en-US" },
      ...{ mode: "sociable", settings, experiments: [], answersVersion: 0 },
    },
    0,
  );
const preview = async (settings: StoredSettings = {}, asked = {}) => {
  const turns = await previewTurns(rooms, siteWith(settings), policy, {
    ...{ sku: null, query: null, wording: 0 },
    ...asked,
  });
  return Object.fromEntries(turns.map(({ scene, ...shown }) => [scene, shown]));
};

describe("a preview of the agent's words", () => {
  it("[AGT-2] has words for every reason to speak first and both silences, on this catalog", async () => {
    const shown = await preview();
    expect(Object.keys(shown).sort()).toEqual(
      [
        ...["panel-open", "product-dwell", "product-compare", "cart-idle", "no-results", "return-visit"],
        ...["silence-first", "silence-second"],
      ].sort(),
    );
    for (const [scene, { turn }] of Object.entries(shown)) {
      expect(turn?.text, scene).toBeTruthy();
      expect(turn?.stopped, scene).toEqual([]);
      if (!scene.startsWith("silence")) expect(turn?.text, scene).toMatch(/\bAda\b.*\bAI\b/);
    }
    const [title = ""] = shown["product-dwell"]?.about ?? [];
    expect(shown["product-dwell"]?.turn?.text).toContain(title);
    for (const weighed of shown["product-compare"]?.about ?? [""])
      expect(shown["product-compare"]?.turn?.text).toContain(weighed);
    expect(shown["silence-second"]?.turn?.text).not.toBe(shown["silence-first"]?.turn?.text);
  });

  it("[AGT-2] speaks as the settings say, and the same each time", async () => {
    const [warm, again] = [await preview(), await preview()];
    expect(again).toEqual(warm);
    const playful = await preview({ agent: { tone: "playful", name: "Iris" } });
    expect(playful["panel-open"]?.turn?.text).toContain("Iris");
    expect(playful["cart-idle"]?.turn?.text).not.toBe(warm["cart-idle"]?.turn?.text);
    const another = await preview({}, { wording: 1 });
    expect(another).not.toEqual(warm);
  });

  it("[AGT-2] is of the product and the words that are asked about", async () => {
    const { product } = rooms.catalog.find({
      ...{ preferences: [], text: "", exclude: [], like: null, limit: 40 },
    }).candidates[20] ?? { product: null };
    const shown = await preview({}, { sku: product?.sku, query: "rain cover" });
    expect(shown["product-dwell"]?.about).toEqual([product?.title]);
    expect(shown["no-results"]?.turn?.text).toContain("rain cover");
  });

  it("[AGT-2] remembers nobody where nothing is to be remembered", async () => {
    expect((await preview())["return-visit"]?.turn?.text).toMatch(/back/i);
    expect((await preview({ memory: { days: 0 } }))["return-visit"]?.turn?.text).not.toMatch(
      /last time|were here/i,
    );
  });
});

describe("a greeting of the merchant's own", () => {
  const greeting = "Welcome to {shop}, the workshop by the canal. Good to see you";

  it("[AGT-3] comes first, word for word, and what it leaves unsaid of being an AI comes after it", async () => {
    const shown = await preview({ agent: { greeting } });
    for (const scene of ["panel-open", "product-dwell", "cart-idle", "no-results"])
      expect(shown[scene]?.turn?.text, scene).toMatch(
        /^Welcome to Velo, the workshop by the canal\. Good to see you\. .*?\bAI assistant\b/,
      );
    expect(shown["return-visit"]?.turn?.text).not.toContain("canal");
  });

  it("[AGT-3] discloses by itself where it tells of an AI", async () => {
    const { "panel-open": shown } = await preview({
      agent: { greeting: "Hi, I'm {name}, the AI of {shop}." },
    });
    expect(shown?.turn?.text).toMatch(/^Hi, I'm Ada, the AI of Velo\. /);
    expect(shown?.turn?.text.match(/\bAI\b/g)).toHaveLength(1);
  });

  it("[GRD-5] leaves the disclosure standing when the guard stops it", async () => {
    const { "panel-open": shown } = await preview({
      agent: { greeting: "I'm the AI of {shop}, since 1978." },
    });
    expect(shown?.turn?.text).not.toContain("1978");
    expect(shown?.turn?.text).toMatch(/\bAI assistant\b/);
  });

  it.each([
    "Welcome to Velo!",
    "Lovely to see you. Tell me what you're after and I'll find it.",
    "Grüezi und willkommen bei Velo.",
    "Ask me anything about our bikes.",
  ])("[AGT-3] may be “%s”", (text) => {
    expect(checkOwnWords(rooms.check, siteWith(), text)).toBeNull();
  });

  it.each([
    ["I'm a real person.", "I'm a real person."],
    ["Welcome! You're talking to a human.", "You're talking to a human."],
    ["Welcome. We've tried every bike ourselves.", "We've tried every bike ourselves."],
    ["Hello. Free delivery on everything.", "Free delivery on everything."],
    ["Only today: 50% off!", "Only today: 50% off!"],
    ["Hello. Call us at 555-123-4567.", "Call us at 555-123-4567."],
  ])("[AGT-3] may not be “%s”", (text, sentence) => {
    expect(checkOwnWords(rooms.check, siteWith(), text)).toMatchObject({ sentence, why: expect.any(String) });
  });
});
