import { expect, it } from "vitest";
import type { OpenQuestion } from "../../../server/dialogue/state.ts";
import type { Content, TurnPlan } from "../../../server/plan/turn-plan.ts";
import { gapsOf } from "../../../server/turn/content-gaps.ts";
import { wish } from "../../support/conversation-events.ts";
import { bySku } from "../../support/fixture-shop.ts";

const planOf = (...contents: Content[]): TurnPlan => ({
  respondsTo: { type: "opening" },
  moves: [{ strategy: "transparency", contents }],
  claims: [],
  products: [bySku("tern")],
  cards: [],
  replies: [],
  invitation: null,
  stance: null,
  anticipates: null,
  asks: null,
  settled: [],
  farewell: false,
});
const question = (part: Partial<OpenQuestion>): OpenQuestion => ({
  id: "q1",
  raisedBy: "shopper",
  raisedIn: "m1",
  kind: "asked",
  about: "warranty",
  text: "how long is the warranty?",
  skus: [],
  status: "open",
  ...part,
});
const gaps = (...contents: Content[]) => gapsOf(planOf(...contents), () => true, "Tents");

it("[LED-3] a question without an answer is a gap of its topic, product and kind", () => {
  expect(gaps({ type: "cannot-answer", question: question({}), sku: null })).toEqual([
    {
      ...{ type: "unanswerable", topic: "warranty", value: "", sku: null, kind: null },
      words: "how long is the warranty?",
    },
  ]);
  const asked = question({ about: "feature", value: "Footprint", text: "does it come with a footprint?" });
  expect(gaps({ type: "cannot-answer", question: asked, sku: "tern" })).toMatchObject([
    { topic: "feature", value: "footprint", sku: "tern", kind: "Tents" },
  ]);
});

it("[LED-3] the same question in slightly other words is the same gap", () => {
  const values = ["Can I test ride it?", "could I test ride this", "can we test ride the bike?"].map(
    (text) =>
      gaps({ type: "cannot-answer", question: question({ about: "other", text }), sku: null })[0]?.value,
  );
  expect(values).toEqual(["test ride", "test ride", "test ride bike"]);
});

it("[LED-3] a wish that nothing met is a gap of the kind that was looked for", () => {
  const preference = {
    ...wish("weight", 1, { operator: "at-most" as const, unit: "kg", said: "under 1 kg" }),
    ...{ id: "p1", sourceMessageId: "m1", held: true, origin: "said" as const },
  };
  expect(gaps({ type: "relax", preference, claims: [], nearest: null })).toEqual([
    {
      ...{ type: "dead-end", topic: "weight", value: "at most 1 kg", sku: null, kind: "Tents" },
      words: "under 1 kg",
    },
  ]);
  expect(gaps({ type: "no-such-kind", kind: "Sofas", instead: [] })).toMatchObject([
    { type: "dead-end", topic: "category", value: "sofas", kind: null },
  ]);
});

it("[LED-3] a message that nothing was made of is a gap of its own, told by its words", () => {
  expect(gaps({ type: "not-understood", fragment: "flobby wheels for the quux" })).toEqual([
    {
      ...{ type: "misunderstood", topic: "message", value: "flobby wheels quux" },
      ...{ sku: null, kind: null, words: "flobby wheels for the quux" },
    },
  ]);
});

it("[LED-3] nobody's address or number gets into a gap", () => {
  const text = "can you mail it to ann@example.com or call +49 170 1234567?";
  const [gap] = gaps({ type: "cannot-answer", question: question({ about: "other", text }), sku: null });
  expect(JSON.stringify(gap)).not.toMatch(/ann|example\.com|1234567/);
  expect(gap?.words).toContain("can you mail it to");
});

it("[LED-3] what was cut off before it was said is no gap", () => {
  const plan = planOf({ type: "cannot-answer", question: question({}), sku: null });
  expect(gapsOf(plan, () => false, null)).toEqual([]);
});
