import type { Sku } from "../../catalog/product.ts";
import type { Frames, Words } from "../frames.ts";
import type { Scene } from "../scene.ts";
import { inlineText } from "../words/finish-sentence.ts";
import { numeral } from "../words/nouns.ts";
import { wordsIn } from "./tell-facts.ts";

const QUOTE_MAX_WORDS = 30;

/** A customer's words, told as a customer's words. The agent has no experience of its own to report. */
const RELAYED: Frames = {
  warm: [
    "One reviewer, {author}, wrote about {them}: “{quote}”",
    "{author}, who reviewed {them}, wrote: “{quote}”",
  ],
  brisk: ["From a review by {author}: “{quote}”", "{author} wrote: “{quote}”"],
  playful: [
    "Don't take it from an AI; {author} wrote: “{quote}”",
    "Over to {author}, who reviewed {them}: “{quote}”",
  ],
  all: [
    "{author} gave {them} {stars} and wrote: “{quote}”",
    "One review, by {author}, says: “{quote}”",
    "In a review, {author} wrote: “{quote}”",
  ],
};
const RELAYED_NAMELESS: Frames = {
  all: [
    "One reviewer wrote: “{quote}”",
    "From one review: “{quote}”",
    "One customer gave {them} {stars} and wrote: “{quote}”",
  ],
};

export function phraseReview(sku: Sku, claimId: string, scene: Scene): Words | null {
  const found = scene.statements([claimId])[0];
  if (found?.statement.type !== "review") return null;
  const text = excerptOf(found.statement.quote);
  if (text === null) return null;
  const { author, rating } = found.statement;
  const slots = {
    ...scene.slotsOf(sku),
    author: inlineText(author),
    quote: { text, claims: [claimId] },
    stars: `${numeral(rating, scene.locale)} ${rating === 1 ? "star" : "stars"}`,
  };
  const relayed = scene.say(slots.author === "" ? RELAYED_NAMELESS : RELAYED, slots);
  scene.stayWith(sku);
  return relayed;
}

export function quotesIn(sku: Sku, claims: readonly string[], scene: Scene): (Words | null)[] {
  return scene
    .statements(claims)
    .filter(({ statement }) => statement.type === "review")
    .slice(0, 1)
    .map(({ id }) => phraseReview(sku, id, scene));
}

/**
 * Whole sentences of the review, word for word, as many as can be read in one go. Questions are left out: the only
 * question of a turn is the agent's own. A review without a short sentence is cut at a word, and shows it.
 */
function excerptOf(quote: string): string | null {
  const sentences = (
    inlineText(quote)
      .replace(/[“”"]/g, "'")
      .match(/[^.!?…]+[.!?…]*/gu) ?? []
  ).map((sentence) => sentence.trim());
  const start = sentences.findIndex((sentence) => !sentence.includes("?") && sentence !== "");
  const first = sentences[start];
  if (first === undefined) return null;
  if (wordsIn(first) > QUOTE_MAX_WORDS)
    return `${first
      .split(" ")
      .slice(0, QUOTE_MAX_WORDS)
      .join(" ")
      .replace(/\P{L}+$/u, "")}…`;
  let excerpt = first;
  for (const sentence of sentences.slice(start + 1)) {
    if (sentence.includes("?") || wordsIn(excerpt) + wordsIn(sentence) > QUOTE_MAX_WORDS) break;
    excerpt = `${excerpt} ${sentence}`;
  }
  return /[.!…]$/.test(excerpt) ? excerpt : `${excerpt}.`;
}
