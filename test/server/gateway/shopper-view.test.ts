import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoggedEvent } from "../../../server/dialogue/events.ts";
import { STRATEGIES } from "../../../server/dialogue/strategies.ts";
import { shopperEvents, shopperView } from "../../../server/gateway/shopper-view.ts";
import { spokenTurn } from "./fake-rooms.ts";

const AT = "2026-01-02T03:04:05.000Z";
/** Every key that a shopper's event may have, at any depth. */
const ALLOWED_KEYS = new Set(
  `type id seq text at turnId respondsTo ids cards replies invitation kind sources says sku attribute reviewId url title
  imageUrl price was minor currency rating value count inStock why name reason comparison rows label values`.split(
    /\s+/,
  ),
);

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe("what a shopper may see", () => {
  test("no field but the protocol's crosses, whatever the turn holds beside them", () => {
    const secret = fc.dictionary(fc.string({ minLength: 1 }), fc.anything());
    fc.assert(
      fc.property(secret, secret, secret, (inTurn, inCard, inSource) => {
        const turn = {
          ...inTurn,
          ...spokenTurn({ turnId: "t1", respondsTo: { type: "opening" }, text: "Hello." }),
        };
        const price = { minor: 100, currency: "USD", text: "$1.00", margin: 40 };
        const card = {
          ...inCard,
          sku: "a",
          title: "A",
          url: "/a",
          price,
          was: price,
          inStock: true,
          why: "Cheap",
        };
        const rating = { value: 4, count: 2, raw: [1] };
        turn.cards = [{ ...card, rating }];
        const row = { label: "Weight", values: ["1 kg", null], claims: ["c1"] };
        turn.comparison = { rows: [row], ...inTurn };
        turn.sources = [{ ...inSource, says: "It is cheap.", sku: "a" }];
        const seen = shopperView({ position: 3, seq: 1, at: AT, event: { type: "turn-spoken", turn } });
        expect(keysOf(seen).filter((key) => !ALLOWED_KEYS.has(key))).toEqual([]);
      }),
    );
  });

  test("no strategy's name, mode, policy or page of another tab crosses in a whole log", () => {
    const page = { url: "https://shop.example/secret-page", title: null, sku: null };
    const turn = spokenTurn({ turnId: "t1", respondsTo: { type: "messages", ids: ["m1"] }, text: "Hello." });
    const events: LoggedEvent["event"][] = [
      { type: "conversation-opened", mode: "informational", locale: "en", page, visit: 1 },
      { type: "page-viewed", page },
      { type: "message-stored", id: "m1", text: "hi" },
      { type: "signal-received", id: "s1", signal: "card-click", sku: "a", turnId: null, value: null },
      { type: "messages-understood", messages: [] },
      { type: "turn-spoken", turn },
      { type: "human-asked" },
      { type: "agent-joined", name: "Mara" },
      { type: "agent-left", name: "Mara" },
      { type: "conversation-closed", reason: "idle" },
    ];
    const visible = new Set([
      "message-stored",
      "turn-spoken",
      "agent-joined",
      "agent-left",
      "conversation-closed",
    ]);
    let seq = 0;
    const log = events.map((event, index) => {
      if (visible.has(event.type)) seq += 1;
      return { position: index + 1, seq: visible.has(event.type) ? seq : null, at: AT, event };
    });
    const seen = shopperEvents(log);
    expect(seen.map(({ type, seq }) => [type, seq])).toEqual([
      ["message-stored", 1],
      ["turn-end", 2],
      ["agent-joined", 3],
      ["agent-left", 4],
      ["conversation-closed", 5],
    ]);
    const text = JSON.stringify(seen);
    for (const word of [...STRATEGIES, "informational", "policy", "propensity", "rules", "secret-page"]) {
      expect(text).not.toContain(word);
    }
  });

  test("an event with a seq that no shopper may see still does not cross", () => {
    expect(shopperView({ position: 1, seq: 1, at: AT, event: { type: "human-asked" } })).toBeNull();
  });
});
