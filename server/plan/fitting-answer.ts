/** Which of the merchant's answers a question calls for [GAP-2]. */
import type { Product } from "../catalog/product.ts";
import type { AnswerScope, MerchantAnswer } from "../dialogue/merchant-answer.ts";
import type { OpenQuestion } from "../dialogue/state.ts";
import { tellingWords } from "../dialogue/telling-words.ts";
import { isKindred } from "./kindred-words.ts";

/** What is asked, as far as answers mind. */
export type Asked = Pick<OpenQuestion, "about" | "text" | "value">;

/** What it is asked of: an item, or the kinds that are looked for. */
export interface AskedOf {
  product: Pick<Product, "sku" | "categories"> | null;
  kinds: readonly string[];
}

/** The one that was written for the least, then the one that shares most words with the question, then the newest. */
export function fittingAnswer(
  asked: Asked,
  of: AskedOf,
  answers: readonly MerchantAnswer[],
): MerchantAnswer | null {
  const words = tellingWords(asked.text);
  let best: { answer: MerchantAnswer; rank: number[] } | null = null;
  for (const answer of answers) {
    if (!coversItem(answer.about, of) || !isCalledFor(answer, asked)) continue;
    const own = tellingWords(answer.question);
    const shared = own.filter((word) => has(words, word)).length;
    const rank = [
      BREADTH[answer.about.type],
      answer.topic === asked.about ? 1 : 0,
      shared,
      shared - own.length,
    ];
    if (best === null || isAbove(rank, best.rank)) best = { answer, rank };
  }
  return best?.answer ?? null;
}

const BREADTH: Record<AnswerScope["type"], number> = { products: 2, category: 1, shop: 0 };

function isAbove(rank: readonly number[], other: readonly number[]): boolean {
  const place = rank.findIndex((value, index) => value !== other[index]);
  return place !== -1 && (rank[place] ?? 0) > (other[place] ?? 0);
}

function coversItem(about: AnswerScope, { product, kinds }: AskedOf): boolean {
  switch (about.type) {
    case "shop":
      return true;
    case "category": {
      const names = product ? product.categories : kinds;
      return names.some((name) => name.toLowerCase() === about.category.toLowerCase());
    }
    case "products":
      return product !== null && about.skus.includes(product.sku);
  }
}

/** Topics that say nothing by themselves: what is asked stands in the words. */
const BY_WORDS: ReadonlySet<string> = new Set(["feature", "other", "variants"]);

/**
 * By its topic, and by its phrases where it has any. Another topic's question calls for it by its phrases alone: what one catalog
 * has an attribute for is a plain word to another.
 */
function isCalledFor({ topic, phrases }: Pick<MerchantAnswer, "topic" | "phrases">, asked: Asked): boolean {
  if (phrases.length === 0) return topic === asked.about && !BY_WORDS.has(topic);
  const value = tellingWords(asked.value ?? "");
  const words = [...tellingWords(asked.text), ...value];
  return phrases.some((phrase) => {
    const wanted = tellingWords(phrase);
    if (wanted.length === 0 || !wanted.every((word) => has(words, word))) return false;
    // "Is the charger vegan?" asks for no charger.
    return asked.about !== "feature" || value.length === 0 || wanted.some((word) => has(value, word));
  });
}

function has(words: readonly string[], wanted: string): boolean {
  return words.some(
    (word) => isKindred(word, wanted) || isInflected(word, wanted) || isInflected(wanted, word),
  );
}

/** "Wrapping" of "wrap", "tips" of "tip": short words that only an ending sets apart. */
function isInflected(word: string, stem: string): boolean {
  return (
    stem.length >= 3 &&
    word.startsWith(stem) &&
    /^(?:e?s|e?d|ing|ers?|[bdglmnprt](?:ed|ing|ers?))$/.test(word.slice(stem.length))
  );
}
