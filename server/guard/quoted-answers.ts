/** Which of a sentence's quotations are the merchant's answers, word for word [GAP-2]. */
import type { Reading } from "./read-sentence.ts";
import { comparable, type Support } from "./support.ts";

/** The shop's words are put into no customer's mouth, and said of no item that they were not written for. */
export function answerQuoted(
  quote: Reading["quotes"][number],
  reading: Reading,
  support: Support,
): string | null {
  if (saysPerson(reading.normal.lower.slice(0, quote.start))) return null;
  const words = comparable(quote.text).trim();
  const named = reading.mentions.flatMap(({ items }) => items.map(({ product }) => product.sku));
  const answer = support.evidence.answers.find(
    ({ text, of }) => isWhole(words, text) && (of === null || named.length === 0 || named.includes(of)),
  );
  return answer?.text ?? null;
}

/** "Not in the rain" is not to be quoted as "in the rain": one sentence, or several as they follow each other. */
function isWhole(words: string, text: string): boolean {
  const sentences = text.split(/(?<=[.!?…])\s+/).map((sentence) => comparable(sentence).trim());
  return sentences.some((_, from) =>
    sentences.some(
      (_, to) =>
        sentences
          .slice(from, to + 1)
          .join(" ")
          .trim() === words,
    ),
  );
}

export function saysPerson(before: string): boolean {
  return /\b(?:customer|buyer|reviewer|shopper|user|owner|review|someone|people)s?\b/.test(before);
}
