/** The catalog's names arranged for look-up: categories, brands, attributes, their values and tags, whole or misspelt. */
import type { CatalogVocabulary, VocabularyAttribute } from "../catalog/vocabulary-types.ts";
import {
  COMMON_WORDS,
  CONVERSATION_WORDS,
  FEATURES,
  FUNCTION_WORDS,
  OFTEN_MISSPELT,
} from "./english-words.ts";
import { fold, stem } from "./normalise.ts";
import { SpellingIndex } from "./spelling-index.ts";
import type { Message, Span } from "./tokens.ts";
import { readMessage } from "./tokens.ts";
import { readCurrency, readUnit } from "./units.ts";

export type MentionKind = "category" | "brand" | "attribute" | "value" | "tag";

export interface Mention extends Span {
  kind: MentionKind;
  /** As the catalog writes it: the category, brand, attribute, value or tag. */
  name: string;
  /** The attributes a value belongs to, most frequent first; empty for other kinds. */
  attributes: string[];
}

interface Term {
  kind: MentionKind;
  name: string;
  attributes: string[];
  /** Products with it; of a value that several attributes have, with it under the first of them. */
  count: number;
}

export interface CatalogLexicon {
  /** What the message names, left to right, the longest name first, without overlaps. */
  mentions(message: Message): Mention[];
  /** The known word nearest to a misspelt one (folded), null when the word is known or resembles nothing. */
  correct(word: string): string | null;
  attribute(name: string): VocabularyAttribute | undefined;
  /** The first catalog attribute that any of the words names. */
  attributeNamed(words: readonly string[]): VocabularyAttribute | undefined;
}

const LONGEST_NAME = 6;
/** A name that could be two things is taken as the first of these. */
const PRECEDENCE: MentionKind[] = ["category", "brand", "value", "tag", "attribute"];
/** Too common in any sentence to be taken for a name, whatever the catalog calls so. */
const NEVER_A_NAME =
  /^(?:yes|no|true|false|new|other|others|all|more|one|any|none|sale|home|shop|default|title|default title|products?|items?|n a|\d+)$/;

export function createCatalogLexicon(vocabulary: CatalogVocabulary): CatalogLexicon {
  const terms = new Map<string, Term[]>();
  const spelling = new SpellingIndex();
  const attributes = new Map(vocabulary.attributes.map((attribute) => [attribute.name, attribute]));

  const add = (form: string, term: Term) => {
    const key = keyOf(form);
    if (key === "" || NEVER_A_NAME.test(key)) return;
    const single = !key.includes(" ");
    const grammar = term.kind === "category" ? FUNCTION_WORDS : CONVERSATION_WORDS;
    if (single && (grammar.has(key) || key.length === 1)) return;
    const known = terms.get(key);
    if (!known) terms.set(key, [term]);
    else {
      const twin = known.find(
        (other) => other.kind === term.kind && (term.kind === "value" || other.name === term.name),
      );
      if (!twin) known.push(term);
      else if (term.kind === "value") addAttribute(twin, term);
    }
    for (const word of key.split(" ")) spelling.add(word);
  };

  for (const entry of vocabulary.categories) addForms(add, "category", entry);
  for (const entry of vocabulary.brands) addForms(add, "brand", entry);
  for (const entry of vocabulary.tags) addForms(add, "tag", entry);
  for (const attribute of vocabulary.attributes) {
    const named = {
      kind: "attribute" as const,
      name: attribute.name,
      attributes: [],
      count: attribute.values.length,
    };
    for (const form of [attribute.name, ...attribute.forms]) add(fold(form), named);
    for (const value of attribute.values) {
      const term = {
        kind: "value" as const,
        name: value.value,
        attributes: [attribute.name],
        count: value.count,
      };
      for (const form of [value.value, ...value.forms])
        add(fold(form), { ...term, attributes: [attribute.name] });
    }
  }
  addHeadNouns(vocabulary, terms);
  for (const list of terms.values()) {
    list.sort((a, b) => PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || b.count - a.count);
  }
  for (const title of vocabulary.titles) for (const word of title.words) spelling.add(stem(word));

  for (const word of FEATURES.keys()) for (const part of word.split(" ")) spelling.add(part);
  for (const word of OFTEN_MISSPELT) spelling.add(word);

  return {
    mentions: (message) => findMentions(message, terms, vocabulary),
    correct: (word) => {
      if (COMMON_WORDS.has(word) || COMMON_WORDS.has(stem(word)) || vocabulary.hasWord(word)) return null;
      // "50 quid" is no "50 quad".
      if (readCurrency(word, vocabulary.currency) !== null || readUnit(word, true) !== null) return null;
      return spelling.correct(word);
    },
    attribute: (name) => attributes.get(name),
    attributeNamed: (words) => {
      for (const word of words) {
        const term = terms.get(keyOf(word))?.find((candidate) => candidate.kind === "attribute");
        const attribute = term && attributes.get(term.name);
        if (attribute) return attribute;
      }
      return undefined;
    },
  };
}

function addForms(
  add: (form: string, term: Term) => void,
  kind: MentionKind,
  entry: { name: string; forms: string[]; count: number },
): void {
  for (const form of [entry.name, ...entry.forms])
    add(fold(form), { kind, name: entry.name, attributes: [], count: entry.count });
}

/** One word, several attributes: the one under which most products have it comes first. */
function addAttribute(term: Term, other: Term): void {
  const fresh = other.attributes.filter((name) => !term.attributes.includes(name));
  if (other.count > term.count) {
    term.attributes.unshift(...fresh);
    term.name = other.name;
    term.count = other.count;
  } else term.attributes.push(...fresh);
}

/** "Phone" stands for "Cell Phones": the last word of a category, where no category has that name by itself. */
function addHeadNouns(vocabulary: CatalogVocabulary, terms: Map<string, Term[]>): void {
  const heads = new Map<string, Term>();
  for (const category of vocabulary.categories) {
    const words = keyOf(fold(category.name)).split(" ");
    const head = words.at(-1) ?? "";
    if (
      words.length < 2 ||
      head.length < 2 ||
      FEATURES.has(head) ||
      CONVERSATION_WORDS.has(head) ||
      NEVER_A_NAME.test(head)
    )
      continue;
    const known = heads.get(head);
    if (!known || category.count > known.count) {
      heads.set(head, { kind: "category", name: category.name, attributes: [], count: category.count });
    }
  }
  for (const [head, term] of heads) {
    const known = terms.get(head) ?? [];
    if (known.every((other) => other.kind === "tag" || other.kind === "attribute"))
      terms.set(head, [...known, term]);
  }
}

/** Stems of the words, without marks: how both names and messages are compared. */
function keyOf(form: string): string {
  return readMessage(form)
    .tokens.filter((token) => token.kind !== "mark")
    .map((token) => token.stem)
    .join(" ");
}

function findMentions(
  message: Message,
  terms: Map<string, Term[]>,
  vocabulary: CatalogVocabulary,
): Mention[] {
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
  terms: Map<string, Term[]>,
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
      .get(key)
      ?.find(
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
function isBeforeCategory(term: Term, message: Message, index: number, terms: Map<string, Term[]>): boolean {
  if (term.kind !== "brand" || FEATURES.has(message.tokens[index]?.word ?? "")) return false;
  return terms.get(message.tokens[index + 1]?.stem ?? "")?.[0]?.kind === "category";
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
  if (length > 1 || (term.kind !== "brand" && term.kind !== "tag")) return true;
  const everyday = COMMON_WORDS.has(key);
  if (term.kind === "tag") return !everyday || vocabulary.wordFrequency(key) <= term.count * 2;
  const token = message.tokens[index];
  const named = token?.capitalised === true && token.start > 0;
  return !everyday || named || BEFORE_BRANDS.has(message.tokens[index - 1]?.word ?? "");
}
