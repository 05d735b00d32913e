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
  brisk: ["From a review of {them} by {author}: “{quote}”", "{author} wrote of {them}: “{quote}”"],
  playful: [
    "Don't take it from an AI; {author} wrote of {them}: “{quote}”",
    "Over to {author}, who reviewed {them}: “{quote}”",
  ],
  all: [
    "{author} gave {them} {stars} and wrote: “{quote}”",
    "One review of {them}, by {author}, says: “{quote}”",
    "In a review of {them}, {author} wrote: “{quote}”",
  ],
};
const RELAYED_NAMELESS: Frames = {
  all: [
    "One reviewer wrote of {them}: “{quote}”",
    "From one review of {them}: “{quote}”",
    "One customer gave {them} {stars} and wrote: “{quote}”",
  ],
};

/** A complaint is told as one, and not as if it spoke for the item. */
const RELAYED_CRITICAL: Frames = {
  warm: ["I'd rather you knew: of {them}, {author} wrote “{quote}”"],
  brisk: ["A critical review of {them}, by {author}: “{quote}”"],
  playful: ["No sugar-coating; {author} wrote of {them}: “{quote}”"],
  all: [
    "{author} was less happy with {them} and wrote: “{quote}”",
    "One critical review of {them}, by {author}, says: “{quote}”",
    "To be fair, {author} wrote of {them}: “{quote}”",
  ],
};
/** Where reviews disagree: that they do, and one side … */
const ONE_SIDE: Frames = {
  warm: ["Opinions on {them} differ, and I'd rather you heard both; {author} wrote: “{quote}”"],
  brisk: ["Mixed reviews of {them}; {author} wrote: “{quote}”"],
  playful: ["Opinions on {them} go both ways; {author} wrote: “{quote}”"],
  all: [
    "Opinions on {them} differ; {author} wrote: “{quote}”",
    "Reviewers don't agree on {them}; {author} wrote: “{quote}”",
  ],
};
/** … and the other. */
const OTHER_SIDE: Frames = {
  all: [
    "{author}, on the other hand, wrote: “{quote}”",
    "On the other side, {author} wrote: “{quote}”",
    "{author} saw it differently and wrote: “{quote}”",
  ],
};

/** What reviews among the claims say: one customer's words, or those of two who disagree. */
export function quotesIn(sku: Sku, claims: readonly string[], scene: Scene): (Words | null)[] {
  const said = scene.statements(claims).flatMap(({ id, statement }) => {
    const text = statement.type === "review" ? excerptOf(statement.quote) : null;
    return statement.type === "review" && text !== null ? [{ id, statement, text }] : [];
  });
  const [first, second] = said;
  if (!first) return [];
  const relay = ({ id, statement, text }: typeof first, frames: Frames | null) => {
    const author = inlineText(statement.author);
    const slots = {
      ...scene.slotsOf(sku),
      author: author === "" && frames ? NOBODY_NAMED : author,
      quote: { text, claims: [id] },
      stars: `${numeral(statement.rating, scene.locale)} ${statement.rating === 1 ? "star" : "stars"}`,
    };
    const relayed = scene.say(frames ?? (author === "" ? RELAYED_NAMELESS : RELAYED), slots);
    scene.stayWith(sku);
    return relayed;
  };
  if (second && second.statement.tone !== first.statement.tone)
    return [relay(first, ONE_SIDE), relay(second, OTHER_SIDE)];
  return [relay(first, first.statement.tone === "critical" ? RELAYED_CRITICAL : null)];
}
const NOBODY_NAMED = "a customer";

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
