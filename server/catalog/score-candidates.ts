/**
 * What a product is worth to a shopper, as a sum of parts (an additive utility, Keeney & Raiffa 1976): each part can be
 * told, and what the sum of one is above another's tells how sure the order is.
 */

import type { Preference } from "../dialogue/state.ts";
import { type CandidateQuery, SCORE_PARTS, type ScorePart } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import type { FreeWords } from "./free-words.ts";
import { FULLY, MET, UNSAID } from "./grades.ts";
import type { PreferenceMatch } from "./match-preference.ts";
import { repetitionOf, type SimilarityRoom, similarityTo } from "./similarity.ts";

/**
 * How much each thing weighs in a score. Wishes outweigh words, words outweigh what is merely popular. Where all words became
 * wishes, their meaning counts as much as one of them.
 */
const WEIGHT = {
  words: 5,
  meaningOfWishes: 2,
  wish: 2,
  missedWish: 1,
  likeness: 3,
  popularity: 0.6,
  feature: 0.5,
  number: 5,
  rejection: 1.5,
  repetition: 0.5,
};
/** The items that speak of a shopper's taste now; earlier ones were for other wishes. */
const RECENT_MAX = 6;

/** Adds what documents are worth to their scores, which stand beside them. Runs over all candidates: plain loops only. */
type Worth = (documents: ArrayLike<number>, scores: Float64Array) => void;

export interface Utility {
  addTo: Worth;
  partsOf(document: number): Partial<Record<ScorePart, number>>;
}

/** `room` is taken until the next call. */
export function utilityOf(
  index: CatalogIndex,
  query: CandidateQuery,
  matches: readonly PreferenceMatch[],
  { relevance, nearness, shares }: FreeWords,
  room: SimilarityRoom,
): Utility {
  const worths: Record<ScorePart, Worth | null> = {
    words: relevance && weighed(relevance, WEIGHT.words * shares.words),
    meaning:
      nearness &&
      weighed(nearness, relevance === null ? WEIGHT.meaningOfWishes : WEIGHT.words * shares.meaning),
    wishes: matches.length === 0 ? null : wishesWorth(matches),
    likeness: likenessWorth(index, query.like, room),
    popularity: weighed(index.columns.priors, WEIGHT.popularity),
    rejections: repetitionWorth(index, query.exclude, WEIGHT.rejection, room),
    repetition: repetitionWorth(index, query.shown ?? [], WEIGHT.repetition, room),
  };
  const parts = SCORE_PARTS.flatMap((part) => {
    const add = worths[part];
    return add ? [{ part, add }] : [];
  });
  const one = [0];
  const score = new Float64Array(1);
  const single = (add: Worth, document: number): number => {
    one[0] = document;
    score[0] = 0;
    add(one, score);
    return score[0];
  };
  return {
    addTo(documents, scores) {
      for (const { add } of parts) add(documents, scores);
    },
    partsOf(document) {
      const worths: Partial<Record<ScorePart, number>> = {};
      for (const { part, add } of parts) {
        const worth = single(add, document);
        if (worth !== 0) worths[part] = worth;
      }
      return worths;
    },
  };
}

function weighed(column: Float32Array, weight: number): Worth {
  return (documents, scores) => {
    for (let at = 0; at < documents.length; at++)
      scores[at] = (scores[at] ?? 0) + weight * (column[documents[at] ?? 0] ?? 0);
  };
}

function wishesWorth(matches: readonly PreferenceMatch[]): Worth {
  return (documents, scores) => {
    for (const { preference, grades } of matches) {
      const isMust = preference.firmness === "must";
      const isOfNumber = namesNumber(preference);
      for (let at = 0; at < documents.length; at++) {
        const grade = grades[documents[at] ?? 0] ?? UNSAID;
        if (grade === UNSAID) continue;
        const share = grade / FULLY;
        const worth = isMust
          ? isOfNumber
            ? WEIGHT.number * (share >= EXACT ? 1 : NEAR * share)
            : WEIGHT.feature * share
          : grade >= MET
            ? WEIGHT.wish * share
            : -WEIGHT.missedWish * (1 - share);
        scores[at] = (scores[at] ?? 0) + worth;
      }
    }
  };
}

/** A hundredth beside it is the number that was said. */
const EXACT = 0.97;
/** What is only near the number falls behind what has it by more than a word of a listing can make up for. */
const NEAR = 0.4;

/** "For two", "20 litres", "16 inch": a number said of the thing itself. A price is a matter of more or less. */
function namesNumber({ attribute, operator, exact, polarity }: Preference): boolean {
  if (attribute === "price" || attribute === "rating" || polarity === "negative") return false;
  return operator === "about" || exact === true;
}

function likenessWorth(index: CatalogIndex, like: string | null, room: SimilarityRoom): Worth | null {
  const liked = like === null ? undefined : index.skus.get(like);
  const similarity = liked === undefined ? null : similarityTo(liked, index, room);
  return similarity && asked(similarity, WEIGHT.likeness);
}

function asked(worthOf: (document: number) => number, weight: number): Worth {
  return (documents, scores) => {
    for (let at = 0; at < documents.length; at++)
      scores[at] = (scores[at] ?? 0) + weight * worthOf(documents[at] ?? 0);
  };
}

/** What repeats an item that did not please loses by how much it repeats it; the closest of them counts. */
function repetitionWorth(
  index: CatalogIndex,
  skus: readonly string[],
  weight: number,
  room: SimilarityRoom,
): Worth | null {
  const others = skus.slice(-RECENT_MAX).flatMap((sku) => index.skus.get(sku) ?? []);
  return others.length === 0 ? null : asked(repetitionOf(others, index, room), -weight);
}
