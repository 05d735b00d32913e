/** What can be quoted of a review, worked out once, when the catalog is built. */
import { rootOf, STOP_WORDS, wordsOf } from "../fold-text.ts";
import type { QuoteTone, Review } from "../product.ts";
import { isQuotable } from "./is-quotable.ts";
import { languageOf } from "./language-of.ts";
import { toneOf } from "./quote-tone.ts";
import { topicOfSaid } from "./quote-topics.ts";
import { type Span, sentencesOf } from "./sentences-of.ts";

export interface QuotableSentence extends Span {
  /** BCP 47 primary tag; "und" when nothing tells. */
  language: string;
  tone: QuoteTone;
  /** How well it reads by itself, from 0 to 100. */
  quality: number;
  /** What it speaks of, and in which tone: topics, and roots of its words. The praise in "light but noisy" is for the weight. */
  topics: ReadonlyMap<string, QuoteTone>;
  roots: ReadonlyMap<string, QuoteTone>;
}

/** Pure. `review` is as the store publishes it; the spans are in its text. */
export function quotesOf(review: Review): QuotableSentence[] {
  return sentencesOf(review.text).flatMap((span) => {
    const text = review.text.slice(span.start, span.end);
    if (!isQuotable(text)) return [];
    const topics = new Map<string, QuoteTone>();
    const roots = new Map<string, QuoteTone>();
    for (const clause of text.split(TURN)) {
      const tone = toneOf(clause, review.rating);
      let before = "";
      for (const word of wordsOf(clause)) {
        const topic = topicOfSaid(word, before);
        if (topic !== null) topics.set(topic, joined(topics.get(topic), tone));
        if (!STOP_WORDS.has(word) && word.length > 2) {
          const root = rootOf(word);
          roots.set(root, joined(roots.get(root), tone));
        }
        before = word;
      }
    }
    return [
      {
        ...span,
        language: languageOf(text) ?? review.language ?? "und",
        tone: toneOf(text, review.rating),
        quality: qualityOf(text, topics.size, review),
        topics,
        roots,
      },
    ];
  });
}

/** Where a sentence turns from praise to blame or back. */
const TURN = /,?\s+(?:but|although|though|however|yet|while|whereas|except|unfortunately)\b|[;—–]|\s-\s/i;

function joined(before: QuoteTone | undefined, tone: QuoteTone): QuoteTone {
  return before === undefined || before === tone || before === "neutral"
    ? tone
    : tone === "neutral"
      ? before
      : "mixed";
}

/** Twelve words are said in one breath; something concrete beats "I love it", and a buyer beats who may be none. */
function qualityOf(text: string, topics: number, { verified }: Review): number {
  const words = text.split(/\s+/).length;
  const length = 40 - Math.min(40, Math.abs(words - 12) * 3);
  const substance = Math.min(2, topics) * 12;
  const manners =
    (/^\p{Lu}/u.test(text) ? 6 : 0) +
    (/[.!]$/.test(text) ? 4 : 0) -
    (/!!|\p{Extended_Pictographic}/u.test(text) ? 8 : 0) -
    (/\b(?:I|we)\b.*\b(?:husband|wife|son|daughter|mom|mum|dad|boyfriend|girlfriend)\b/i.test(text) ? 4 : 0);
  return Math.max(0, Math.min(100, 20 + length + substance + manners + (verified === true ? 6 : 0)));
}
