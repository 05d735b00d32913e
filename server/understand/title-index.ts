/**
 * Product titles by their rare words, so that a part of a title or a misspelt one finds its product. A look-up costs
 * what the few products with a rare word cost, however large the catalog is.
 */
import type { Sku } from "../catalog/product.ts";
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import { COMMON_WORDS } from "./english-words.ts";
import { readMessage } from "./tokens.ts";

export interface TitleIndex {
  /**
   * Titles that hold the words, best first, with the weight of the words they share, rare words weighing
   * more, and the share of the title's whole weight that is.
   */
  find(stems: readonly string[]): { sku: Sku; weight: number; shared: string[]; coverage: number }[];
  /** In how many titles the stem occurs. */
  frequency(stem: string): number;
}

/** A word in more titles than this names a kind of product, not a product. */
const RARE = 40;
/** Titles of nothing but frequent words are looked for among those of the rarest, as long as these are not too many. */
const MOST_CANDIDATES = 400;
const MOST_RESULTS = 5;

export function createTitleIndex(vocabulary: CatalogVocabulary): TitleIndex {
  const postings = new Map<string, number[]>();
  const stemsOf: Set<string>[] = [];
  for (const [index, title] of vocabulary.titles.entries()) {
    const stems = new Set(stemsIn(title.words.join(" ")));
    stemsOf.push(stems);
    for (const word of stems) {
      const posting = postings.get(word);
      if (posting) posting.push(index);
      else postings.set(word, [index]);
    }
  }
  const frequency = (word: string) => postings.get(word)?.length ?? 0;
  const weightOf = (word: string) => Math.log(1 + vocabulary.titles.length / (1 + frequency(word)));

  const candidatesOf = (stems: readonly string[]): Set<number> => {
    const known = stems.flatMap((word) => {
      const posting = postings.get(word);
      return posting && !COMMON_WORDS.has(word) ? [posting] : [];
    });
    const rare = known.filter((posting) => posting.length <= RARE);
    if (rare.length > 0) return new Set(rare.flat());
    const rarest = known.reduce<number[]>(
      (best, posting) => (best.length === 0 || posting.length < best.length ? posting : best),
      [],
    );
    return new Set(rarest.length <= MOST_CANDIDATES ? rarest : []);
  };

  return {
    frequency,
    find: (stems) => {
      const candidates = candidatesOf(stems);
      const found = [...candidates].map((index) => {
        const own = stemsOf[index] ?? new Set<string>();
        const shared = stems.filter((word) => own.has(word));
        const weight = shared.reduce((sum, word) => sum + weightOf(word), 0);
        // Of two titles with the same words the shorter one is meant: it has less that was not said.
        const whole = [...own].reduce((sum, word) => sum + weightOf(word), 0);
        const coverage = whole === 0 ? 0 : weight / whole;
        return {
          sku: vocabulary.titles[index]?.sku ?? "",
          weight,
          shared,
          coverage,
          length: own.size,
        };
      });
      found.sort((a, b) => b.weight - a.weight || a.length - b.length || (a.sku < b.sku ? -1 : 1));
      return found.slice(0, MOST_RESULTS);
    },
  };
}

/** A title is taken apart like a message, so that "32GB" is the same two words in both. */
function stemsIn(text: string): string[] {
  return readMessage(text).tokens.flatMap((token) => (token.kind === "mark" ? [] : [token.stem]));
}
