/** Attributes that a question names by a word of the same family: "breathable" asks for "breathability". */
import type { CatalogVocabulary, VocabularyAttribute } from "../catalog/vocabulary-types.ts";

/** Words of an attribute's name that questions leave out, and that tell no attribute by themselves. */
const UNSAID = new Set(
  "time rating type level max min of the safe size life per number name count total other made with product item".split(
    " ",
  ),
);
/** Words with fewer letters in common are not of one family for sure. */
const SHARED_LETTERS = 4;

interface Entry {
  word: string;
  words: number;
  attribute: VocabularyAttribute;
}

type Index = ReadonlyMap<string, Entry[]>;

/** Made once per catalog, by the first letters of the words in attributes' names. */
const indexes = new WeakMap<CatalogVocabulary, Index>();

/**
 * The attribute whose name the words come closest to; undefined when none shares a word with them. `among` are the
 * attributes of the items in view, when there are any: "is it OK for airport security" asks a backpack for no lock's
 * "security level".
 */
export function kindredAttribute(
  vocabulary: CatalogVocabulary,
  words: readonly string[],
  among: ReadonlySet<string> | null = null,
): VocabularyAttribute | undefined {
  const found = new Map<VocabularyAttribute, number>();
  for (const word of words) {
    // "Comfortable" asks for no "comfort temperature": of a longer name, the word itself is wanted.
    for (const entry of indexOf(vocabulary).get(word.slice(0, SHARED_LETTERS)) ?? []) {
      if (among !== null && !among.has(entry.attribute.name)) continue;
      if (entry.words === 1 ? isKindred(entry.word, word) : isSame(entry.word, word))
        found.set(entry.attribute, (found.get(entry.attribute) ?? 0) + 1 / entry.words);
    }
  }
  const [best] = [...found].sort(([a, share], [b, other]) => other - share || b.coverage - a.coverage);
  return best?.[0];
}

/** The attribute all of whose words are said, wherever they stand: "how long does it keep tea hot" asks for "keeps hot". */
export function attributeSaid(
  words: readonly string[],
  among: ReadonlySet<string> | null,
): string | undefined {
  return [...(among ?? [])].find((name) => {
    const parts = name.split(/[^\p{L}\p{N}]+/u);
    return (
      parts.length > 1 &&
      parts.every((part) => words.some((word) => isSame(part, word) || isSame(part, LIKE.get(word) ?? "")))
    );
  });
}

/** What "stays warm" "keeps hot". */
const LIKE: ReadonlyMap<string, string> = new Map([
  ["stay", "keep"],
  ["stays", "keep"],
  ["remain", "keep"],
  ["remains", "keep"],
  ["warm", "hot"],
  ["cool", "cold"],
]);

function indexOf(vocabulary: CatalogVocabulary): Index {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const index = new Map<string, Entry[]>();
  for (const attribute of vocabulary.attributes) {
    const words = attribute.name.split(/[^\p{L}\p{N}]+/u).filter((word) => !UNSAID.has(word));
    for (const word of words) {
      if (word.length < SHARED_LETTERS) continue;
      const key = word.slice(0, SHARED_LETTERS);
      index.set(key, [...(index.get(key) ?? []), { word, words: words.length, attribute }]);
    }
  }
  indexes.set(vocabulary, index);
  return index;
}

function isSame(word: string, other: string): boolean {
  return word === other || `${word}s` === other || word === `${other}s`;
}

/** The same word but for its ending. "Water" is no short form of "waterproof". */
function isKindred(word: string, other: string): boolean {
  if (isSame(word, other)) return true;
  const shorter = Math.min(word.length, other.length);
  const endings = shorter <= 5 ? 3 : 6;
  if (shorter <= SHARED_LETTERS || Math.abs(word.length - other.length) > endings) return false;
  const shared = shorter <= 5 ? shorter : Math.max(5, shorter - 3);
  return word.slice(0, shared) === other.slice(0, shared);
}
