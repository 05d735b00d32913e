/** What a search's free words find: by what they say, and by what they mean where that is known. */

export interface FreeWords {
  /** By document, from 0 to 1; null where there are no free words. */
  relevance: Float32Array | null;
  /** By document, from 0 to 1; null where no meaning is known, or nothing is near to it. */
  nearness: Float32Array | null;
  /** What each counts for: the highest sum among what can be had is 1. */
  shares: { words: number; meaning: number };
}

/**
 * What meaning counts for, from where one product has all of the words to where none has any of them; words have the rest. Added
 * up instead of merged by rank, so that a product far ahead in one of them stays ahead (Bruch, Gai and Ingber 2023, "An
 * analysis of fusion functions for hybrid retrieval").
 */
const MEANING = { least: 0.1, most: 0.8 };

/** `coverage`: the largest share of the words that anything that can be had has. */
export function freeWords(
  relevance: Float32Array | null,
  nearness: Float32Array | null,
  { among, coverage }: { among: Uint8Array; coverage: () => number },
): FreeWords {
  if (nearness === null) return { relevance, nearness, shares: { words: 1, meaning: 0 } };
  if (relevance === null) return { relevance, nearness, shares: { words: 0, meaning: 1 } };
  const meaning = MEANING.most - coverage() * (MEANING.most - MEANING.least);
  const words = 1 - meaning;
  let highest = 0;
  for (let document = 0; document < among.length; document++) {
    if (among[document] !== 1) continue;
    const sum = words * (relevance[document] ?? 0) + meaning * (nearness[document] ?? 0);
    if (sum > highest) highest = sum;
  }
  const scale = highest === 0 ? 1 : 1 / highest;
  return { relevance, nearness, shares: { words: words * scale, meaning: meaning * scale } };
}

/** Whether a document has any of the words, or comes near to what they mean; so does all where there are no words. */
export function isFound({ relevance, nearness }: FreeWords, document: number): boolean {
  return relevance === null || (relevance[document] ?? 0) > 0 || (nearness?.[document] ?? 0) > 0;
}
