/**
 * Slips in the small words that a sentence hangs on: "thta one it is", "the first loosk good". The catalog's words are no
 * help there, and a message with such a slip in it would not be understood at all.
 */
import { FREQUENT_WORDS } from "./frequent-words.ts";
import { buildSpelling, SpellingIndex } from "./spelling-index.ts";

const KNOWN: ReadonlySet<string> = new Set(FREQUENT_WORDS);

/** Whether it is a word of everyday English, which nobody wrote by mistake for one of the catalog's. */
export function isEnglish(word: string): boolean {
  return KNOWN.has(word);
}

/** So many of the commonest words are what a slip is taken for; among rarer ones each word has a neighbour. */
const TARGETS = 1200;
/** These are in every sentence: a slip that makes one of them is likelier than one that makes a catalog's word. */
const IN_EVERY_SENTENCE = 250;
/** Two letters are as often an abbreviation. */
const SHORTEST = 3;
/** A word of fewer letters with one of them replaced may be any word, or a name. */
const SHORTEST_REPLACED = 5;

type Slip = "swap" | "gap" | "double";
interface Meant {
  word: string;
  slip: Slip;
  rank: number;
}

/** What each slip makes of the commonest words; of two words that it makes alike, the commoner one. */
const MEANT: ReadonlyMap<string, Meant> = (() => {
  const meant = new Map<string, Meant>();
  const file = (typed: string, word: string, slip: Slip, rank: number) => {
    if (typed.length >= SHORTEST && !meant.has(typed)) meant.set(typed, { word, slip, rank });
  };
  const targets = FREQUENT_WORDS.slice(0, TARGETS).filter(({ length }) => length >= SHORTEST);
  targets.forEach((word, rank) => {
    for (let at = 0; at < word.length; at++) {
      const [before, letter, next, after] = [
        word.slice(0, at),
        word[at] ?? "",
        word[at + 1] ?? "",
        word.slice(at + 2),
      ];
      if (next !== "") file(`${before}${next}${letter}${after}`, word, "swap", rank);
      if (word.length > SHORTEST) file(`${before}${next}${after}`, word, "gap", rank);
      file(`${before}${letter}${letter}${next}${after}`, word, "double", rank);
    }
  });
  return meant;
})();

const LONGER = new SpellingIndex(
  buildSpelling(FREQUENT_WORDS.slice(0, TARGETS).filter(({ length }) => length >= SHORTEST_REPLACED)),
);

/**
 * The word that was meant by one that is neither the catalog's nor English; null when it resembles neither.
 * `ofCatalog` is the catalog's nearest word, if any.
 */
export function meantWord(word: string, ofCatalog: string | null): string | null {
  const slip = MEANT.get(word);
  if (slip === undefined)
    return ofCatalog ?? (word.length >= SHORTEST_REPLACED ? LONGER.correct(word) : null);
  if (ofCatalog === null || ofCatalog === slip.word) return slip.word;
  const isLikelier =
    slip.slip === "swap"
      ? !isSwap(word, ofCatalog)
      : ofCatalog.length === word.length && !isSwap(word, ofCatalog);
  return isLikelier && slip.rank < IN_EVERY_SENTENCE ? slip.word : ofCatalog;
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = Array.from(one).findIndex((letter, index) => letter !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
