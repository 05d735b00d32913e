/** What the shop says on a question, as its own words: the agent vouches for nothing in them [GAP-2]. */
import type { Frames, Words } from "../frames.ts";
import type { ContentOf, Phrasers, Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";

const SHOP_SAYS: Frames = {
  warm: [
    "Good that you ask; {shop} says: “{answer}”",
    "Here's what {shop} says about that: “{answer}”",
    "I can tell you what {shop} says on this: “{answer}”",
  ],
  brisk: ["{shop} says: “{answer}”", "Per {shop}: “{answer}”"],
  playful: ["Straight from {shop}: “{answer}”", "Word from {shop} itself: “{answer}”"],
  all: ["{shop} says on this: “{answer}”", "In {shop's} own words: “{answer}”"],
};
const SHOP_SAYS_OF: Frames = {
  warm: ["On {item}, {shop} says: “{answer}”", "About {item}, here's what {shop} says: “{answer}”"],
  brisk: ["On {item}, {shop} says: “{answer}”"],
  playful: ["Straight from {shop}, on {item}: “{answer}”"],
  all: [
    "{shop} says of {item}: “{answer}”",
    "The listing leaves that open, but {shop} says of {item}: “{answer}”",
  ],
};

/** Quotation marks within would end the quotation. */
export function quotedAnswer(text: string): string {
  const bare = inlineText(text).replace(/[“”„"«»]/g, "'");
  return /[.!…]['’)]?$/.test(bare) ? bare : `${bare}.`;
}

export const relayedAnswers: Phrasers<"relay-answer"> = {
  "relay-answer": ({ sku, claims }, scene) =>
    scene.statements(claims).flatMap((found) => relay(found, sku, scene)),
};

function relay(
  { id, statement }: ReturnType<Scene["statements"]>[number],
  sku: ContentOf<"relay-answer">["sku"],
  scene: Scene,
): (Words | null)[] {
  if (statement.type !== "merchant-answer") return [];
  const answer = { text: quotedAnswer(statement.text), claims: [id] };
  if (sku === null) return [scene.say(SHOP_SAYS, { answer })];
  const said = scene.say(SHOP_SAYS_OF, { ...scene.slotsOf(sku), answer });
  scene.stayWith(sku);
  return [said];
}
