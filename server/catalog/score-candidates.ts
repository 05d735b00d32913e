/**
 * What a product is worth to a shopper, as a sum of parts (an additive utility, Keeney & Raiffa 1976): each part can be
 * told, and what the sum of one is above another's tells how sure the order is.
 */
import { type CandidateQuery, SCORE_PARTS, type ScorePart } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { PreferenceMatch } from "./match-preference.ts";
import { MET } from "./match-preference.ts";
import { raiseByLikeness, similarityTo } from "./similarity.ts";

/** How much each thing weighs in a score. Wishes outweigh words, words outweigh what is merely popular. */
const WEIGHT = {
  words: 5,
  wish: 2,
  missedWish: 1,
  likeness: 3,
  popularity: 0.6,
  feature: 0.5,
  rejection: 1.5,
  repetition: 0.5,
};
/** The items that speak of a shopper's taste now; earlier ones were for other wishes. */
const RECENT_MAX = 6;

type Worth = (document: number) => number;

export interface Utility {
  of: Worth;
  partsOf(document: number): Partial<Record<ScorePart, number>>;
}

/** `relevance` is that of the free words, by document; null where there are none. */
export function utilityOf(
  index: CatalogIndex,
  query: CandidateQuery,
  matches: readonly PreferenceMatch[],
  relevance: Float32Array | null,
): Utility {
  const { priors } = index.columns;
  const worths: Record<ScorePart, Worth | null> = {
    words: relevance && ((document) => WEIGHT.words * (relevance[document] ?? 0)),
    wishes: matches.length === 0 ? null : wishesWorth(matches),
    likeness: likenessWorth(index, query.like),
    popularity: (document) => WEIGHT.popularity * (priors[document] ?? 0),
    rejections: repetitionWorth(index, query.exclude, WEIGHT.rejection),
    repetition: repetitionWorth(index, query.shown ?? [], WEIGHT.repetition),
  };
  const parts = SCORE_PARTS.flatMap((part) => {
    const worth = worths[part];
    return worth ? [{ part, worth }] : [];
  });
  return {
    of: (document) => {
      let sum = 0;
      for (const { worth } of parts) sum += worth(document);
      return sum;
    },
    partsOf: (document) =>
      Object.fromEntries(
        parts.map(({ part, worth }) => [part, worth(document)]).filter(([, worth]) => worth !== 0),
      ),
  };
}

function wishesWorth(matches: readonly PreferenceMatch[]): Worth {
  return (document) => {
    let worth = 0;
    for (const { preference, grades } of matches) {
      const grade = grades[document] ?? Number.NaN;
      if (Number.isNaN(grade)) continue;
      if (preference.firmness === "must") worth += WEIGHT.feature * grade;
      else worth += grade >= MET ? WEIGHT.wish * grade : -WEIGHT.missedWish * (1 - grade);
    }
    return worth;
  };
}

function likenessWorth(index: CatalogIndex, like: string | null): Worth | null {
  const liked = like === null ? undefined : index.skus.get(like);
  if (liked === undefined) return null;
  const similarity = similarityTo(liked, index);
  return (document) => WEIGHT.likeness * similarity(document);
}

/** What repeats an item that did not please loses by how much it repeats it; the closest of them counts. */
function repetitionWorth(index: CatalogIndex, skus: readonly string[], weight: number): Worth | null {
  const others = skus.slice(-RECENT_MAX).flatMap((sku) => index.skus.get(sku) ?? []);
  if (others.length === 0) return null;
  const likeness = new Float32Array(index.size);
  for (const other of others) raiseByLikeness(likeness, other, index);
  return (document) => -weight * (likeness[document] ?? 0);
}
