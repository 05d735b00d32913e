/** The catalog's names found in messages: categories, brands, attributes, their values and tags, whole or misspelt. */
import pluralize from "pluralize";
import type { CatalogVocabulary, VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import { StringList } from "../packed/string-list.ts";
import {
  collectTerms,
  type MentionKind,
  packTerms,
  type Term,
  type TermsData,
  TermTable,
} from "./catalog-terms.ts";
import { isAdjective } from "./describing-words.ts";
import { isEnglish, meantWord } from "./english-spelling.ts";
import { COMMON_WORDS, FEATURES, OFTEN_MISSPELT } from "./english-words.ts";
import { GOODS, isGood, WELL_KNOWN_BRANDS } from "./goods.ts";
import { stem } from "./normalise.ts";
import { buildSpelling, type SpellingData, SpellingIndex } from "./spelling-index.ts";
import type { TitleIndexData } from "./title-index.ts";
import type { Message, Span } from "./tokens.ts";
import { stemsIn } from "./tokens.ts";
import { dimensionOf, readCurrency, readUnit } from "./units.ts";

export interface Mention extends Span {
  kind: MentionKind;
  /** As the catalog writes it: the category, brand, attribute, value or tag. */
  name: string;
  /** The attributes a value belongs to, most frequent first; empty for other kinds. */
  attributes: string[];
}

export interface CatalogLexicon {
  /** What the message names, left to right, the longest name first, without overlaps. */
  mentions(message: Message): Mention[];
  /** The word of the catalog or of everyday English nearest to a misspelt one (folded), null when the word is known or resembles nothing. */
  correct(word: string): string | null;
  attribute(name: string): VocabularyAttribute | undefined;
  /** The attributes whose values are numbers of a dimension ("length"), best covered first. */
  measuredIn(dimension: string | null): readonly VocabularyAttribute[];
  /** The first catalog attribute that any of the words names. */
  attributeNamed(words: readonly string[]): VocabularyAttribute | undefined;
}

export interface LexiconData {
  terms: TermsData;
  /** Every word that a misspelt one may have been meant to be. */
  spelling: SpellingData;
}

const NAMES_REMEMBERED = 1_000;
/** Longest name looked for, in words. */
const LONGEST_NAME = 6;

/** Collects what messages are searched for; the only work that grows with the catalog. */
export function prepareLexicon(vocabulary: CatalogVocabulary, titles: TitleIndexData): LexiconData {
  const terms = collectTerms(vocabulary);
  return { terms: packTerms(terms), spelling: buildSpelling(correctWords(terms.keys(), titles)) };
}

function* correctWords(names: Iterable<string>, titles: TitleIndexData): Generator<string> {
  for (const name of names) yield* name.split(" ");
  const titleWords = new StringList(titles.words.words);
  for (let number = 0; number < titleWords.length; number++) yield titleWords.at(number);
  for (const feature of FEATURES.keys()) yield* feature.split(" ");
  yield* OFTEN_MISSPELT;
  for (const good of GOODS) yield* [good, pluralize.plural(good)];
}

/** `vocabulary` and `data` are of the same catalog. */
export function openCatalogLexicon(vocabulary: CatalogVocabulary, data: LexiconData): CatalogLexicon {
  const terms = new TermTable(data.terms);
  const spelling = new SpellingIndex(data.spelling);
  const attributes = new Map(vocabulary.attributes.map((attribute) => [attribute.name, attribute]));

  const measured = new Map<string | null, VocabularyAttribute[]>();
  for (const attribute of vocabulary.attributes) {
    if (attribute.numeric === null) continue;
    const dimension = dimensionOf(attribute.numeric.unit ?? "");
    measured.set(dimension, [...(measured.get(dimension) ?? []), attribute]);
  }

  const named = new Map<string, VocabularyAttribute | undefined>();
  const attributeNamed = (words: readonly string[]): VocabularyAttribute | undefined => {
    for (const word of words) {
      const term = terms.termsOf(stemsIn(word).join(" ")).find((candidate) => candidate.kind === "attribute");
      const attribute = term && attributes.get(term.name);
      if (attribute) return attribute;
    }
    return undefined;
  };

  return {
    mentions: (message) => findMentions(message, terms, vocabulary),
    correct: (word) => {
      if (COMMON_WORDS.has(word) || COMMON_WORDS.has(stem(word)) || vocabulary.hasWord(word)) return null;
      if (isGood(word) || WELL_KNOWN_BRANDS.has(word)) return null;
      // "50 quid" is no "50 quad".
      if (readCurrency(word, vocabulary.currency) !== null || readUnit(word, true) !== null) return null;
      return isEnglish(word) ? null : meantWord(word, spelling.correct(word));
    },
    attribute: (name) => attributes.get(name),
    measuredIn: (dimension) => measured.get(dimension) ?? [],
    attributeNamed: (words) => {
      const key = words.join("|");
      if (!named.has(key)) {
        // Rules ask for the same few names again and again; topics of shoppers are of any kind.
        if (named.size >= NAMES_REMEMBERED) named.clear();
        named.set(key, attributeNamed(words));
      }
      return named.get(key);
    },
  };
}

function findMentions(message: Message, terms: TermTable, vocabulary: CatalogVocabulary): Mention[] {
  const mentions: Mention[] = [];
  for (let from = 0; from < message.tokens.length; from++) {
    const mention = longestFrom(from, message, terms, vocabulary);
    if (!mention) continue;
    mentions.push(mention);
    from = mention.to - 1;
  }
  return mentions;
}

function longestFrom(
  from: number,
  message: Message,
  terms: TermTable,
  vocabulary: CatalogVocabulary,
): Mention | null {
  let key = "";
  let counted = 0;
  let longest: Mention | null = null;
  for (let index = from; index < message.tokens.length && counted < LONGEST_NAME; index++) {
    const token = message.tokens[index];
    if (!token) break;
    // A hyphen or apostrophe inside a name is no part of it; any other mark ends it.
    if (token.kind === "mark") {
      if (index === from || !/^[-&.'’/]$/.test(token.word)) break;
      continue;
    }
    key = key === "" ? token.stem : `${key} ${token.stem}`;
    counted++;
    const term = terms
      .termsOf(key)
      .find(
        (candidate) =>
          isMeant(candidate, message, index, counted, vocabulary, key) ||
          isBeforeCategory(candidate, message, index, terms),
      );
    if (term)
      longest = { kind: term.kind, name: term.name, attributes: term.attributes, from, to: index + 1 };
  }
  return longest;
}

/** "Benefit mascara": an everyday word right before a kind of product is the brand. */
function isBeforeCategory(term: Term, message: Message, index: number, terms: TermTable): boolean {
  if (term.kind !== "brand" || FEATURES.has(message.tokens[index]?.word ?? "")) return false;
  return terms.termsOf(message.tokens[index + 1]?.stem ?? "")[0]?.kind === "category";
}

/** "M", "in L", "M or L", "size m": a letter by itself is a size where it stands like one. */
function isSizeLetter({ tokens }: Message, index: number): boolean {
  const token = tokens[index];
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token === undefined || token.glued || token.word === "i" || token.word === "a") return false;
  // "M&M", "L'Oréal", "T-shirt": part of a name.
  if (after?.glued && after.kind === "mark" && /[&'’/-]/.test(after.word)) return false;
  if (/^sizes?$/.test(before?.word ?? "")) return true;
  if (!token.capitalised) return false;
  const isAlone = tokens.length <= 3;
  const isLast = after === undefined || after.kind === "mark";
  return (
    isAlone ||
    isLast ||
    /^(?:in|a|an|or|and|between|my)$/.test(before?.word ?? "") ||
    /^(?:or|and)$/.test(after?.word ?? "")
  );
}

/** After these an everyday word is more likely a brand: "anything but benefit", "from boost". */
const BEFORE_BRANDS = new Set(["but", "by", "from", "except", "brand", "not"]);

/** "Benefit" and "pure" are brands in some shops: an everyday word is one only where it is written like a name. */
function isMeant(
  term: Term,
  message: Message,
  index: number,
  length: number,
  vocabulary: CatalogVocabulary,
  key: string,
): boolean {
  if (key.length === 1) return isSizeLetter(message, index);
  if (length === 1 && term.kind === "category" && isAdjective(message, index)) return false;
  if (length > 1 || (term.kind !== "brand" && term.kind !== "tag")) return true;
  const everyday = COMMON_WORDS.has(key);
  if (term.kind === "tag") return !everyday || vocabulary.wordFrequency(key) <= term.count * 2;
  const token = message.tokens[index];
  const named = token?.capitalised === true && token.start > 0;
  return !everyday || named || BEFORE_BRANDS.has(message.tokens[index - 1]?.word ?? "");
}
