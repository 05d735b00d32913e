/**
 * The catalog's names as they are compared with messages: categories, brands, attributes, their values and tags by the
 * stems of their words. They are collected once per catalog and kept in packed arrays, of which a look-up reads only
 * what it finds.
 */
import type { CatalogVocabulary } from "../catalog/vocabulary-types.ts";
import { growingUint32 } from "../packed/growing-array.ts";
import { StringList, type StringListData } from "../packed/string-list.ts";
import { WordTable, WordTableBuilder, type WordTableData } from "../packed/word-table.ts";
import { COMMON_WORDS, CONVERSATION_WORDS, FEATURES, FUNCTION_WORDS } from "./english-words.ts";
import { fold } from "./normalise.ts";
import { StemReader } from "./tokens.ts";

export type MentionKind = "category" | "brand" | "attribute" | "value" | "tag";

export interface Term {
  kind: MentionKind;
  /** As the catalog writes it: the category, brand, attribute, value or tag. */
  name: string;
  /** The attributes a value belongs to, most frequent first; empty for other kinds. */
  attributes: string[];
  /** Products with it; of a value that several attributes have, with it under the first of them. */
  count: number;
}

/** The terms of the first key come first, then those of the second, and so on. */
export interface TermsData {
  /** Stems of a name's words, joined by spaces. */
  keys: WordTableData;
  /** Where the terms of each key begin, and where the last key's end. */
  termStarts: Uint32Array;
  /** Of each term, its place in `PRECEDENCE`. */
  kinds: Uint8Array;
  counts: Uint32Array;
  /** Of each term, the number of its name among the strings. */
  names: Uint32Array;
  /** Where the attributes of each term begin, and where the last term's end. */
  attributeStarts: Uint32Array;
  attributes: Uint32Array;
  strings: StringListData;
}

/** A name that could be two things is taken as the first of these. */
const PRECEDENCE: readonly MentionKind[] = ["category", "brand", "value", "tag", "attribute"];
/** Too common in any sentence to be taken for a name, whatever the catalog calls so. */
const NEVER_A_NAME =
  /^(?:yes|no|true|false|new|other|others|all|more|one|any|none|sale|home|shop|default|title|default title|products?|items?|n a|\d+)$/;

export function collectTerms(vocabulary: CatalogVocabulary): Map<string, Term[]> {
  const terms = new Map<string, Term[]>();
  const reader = new StemReader();

  const add = (form: string, term: Term) => {
    const key = keyOf(form, reader);
    if (key === "" || NEVER_A_NAME.test(key)) return;
    const single = !key.includes(" ");
    const grammar = term.kind === "category" ? FUNCTION_WORDS : CONVERSATION_WORDS;
    const isLetter = key.length === 1;
    // A letter is a name only of a value: size "M". Whether it is meant is for the message to show.
    if (single && (isLetter ? term.kind !== "value" || !/[a-z]/.test(key) : grammar.has(key))) return;
    const known = terms.get(key);
    if (!known) {
      terms.set(key, [term]);
      return;
    }
    const twin = known.find(
      (other) => other.kind === term.kind && (term.kind === "value" || other.name === term.name),
    );
    if (!twin) known.push(term);
    else if (term.kind === "value") addAttribute(twin, term);
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
    for (const form of [attribute.name, ...attribute.forms]) add(form, named);
    for (const value of attribute.values) {
      const term = {
        kind: "value" as const,
        name: value.value,
        attributes: [attribute.name],
        count: value.count,
      };
      for (const form of [value.value, ...value.forms]) add(form, { ...term, attributes: [attribute.name] });
    }
  }
  addHeadNouns(vocabulary, terms, reader);
  addHeadValues(vocabulary, terms, reader);
  for (const [key, list] of terms) {
    // "Lantern" is the category of that name before it is a synonym of another.
    const own = (term: Term) => Number(keyOf(term.name, reader) === key);
    list.sort(
      (a, b) =>
        PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) || own(b) - own(a) || b.count - a.count,
    );
  }
  return terms;
}

function addForms(
  add: (form: string, term: Term) => void,
  kind: MentionKind,
  entry: { name: string; forms: string[]; count: number },
): void {
  for (const form of [entry.name, ...entry.forms])
    add(form, { kind, name: entry.name, attributes: [], count: entry.count });
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
function addHeadNouns(vocabulary: CatalogVocabulary, terms: Map<string, Term[]>, reader: StemReader): void {
  const heads = new Map<string, Term>();
  for (const category of vocabulary.categories) {
    const words = keyOf(category.name, reader).split(" ");
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

/** Values of more words than this describe, they don't name. */
const LONGEST_HEADED_VALUE = 2;

/**
 * "Green" stands for "Forest green" and "Moss green", "polyester" for "recycled polyester": the last word of values, where
 * the catalog has no such name by itself. It is searched for as that word.
 */
function addHeadValues(vocabulary: CatalogVocabulary, terms: Map<string, Term[]>, reader: StemReader): void {
  for (const attribute of vocabulary.attributes) {
    if (attribute.numeric !== null) continue;
    const heads = new Map<string, number>();
    const sharers = new Map<string, number>();
    const isColour = /\b(?:colou?r|shade)\b/.test(attribute.name);
    for (const { value, count } of attribute.values) {
      const words = fold(value).split(" ");
      const head = words.at(-1) ?? "";
      const isNegative = /^(?:no|not|non|without|left|right|one|two)$/.test(words[0] ?? "");
      if (words.length !== LONGEST_HEADED_VALUE || isNegative || !/^[a-z]{3,}$/.test(head)) continue;
      heads.set(head, (heads.get(head) ?? 0) + count);
      sharers.set(head, (sharers.get(head) ?? 0) + 1);
      // People say "teal" of "Teal blue", but not "brick" of "Brick red": the first word, where it is no everyday one.
      const first = words[0] ?? "";
      if (isColour && first.length > 3 && !COMMON_WORDS.has(first))
        heads.set(first, (heads.get(first) ?? 0) + count);
    }
    for (const [head, count] of heads) {
      const key = keyOf(head, reader);
      if (terms.has(key) || CONVERSATION_WORDS.has(head) || FEATURES.has(head) || NEVER_A_NAME.test(head))
        continue;
      const describes = /(?:ed|ing|able)$/.test(head) || (sharers.get(head) ?? 0) < 2;
      if (describes && !isColour) continue;
      terms.set(key, [{ kind: "value", name: head, attributes: [attribute.name], count }]);
    }
  }
}

/** Names and messages are compared by the stems of their words, without marks. */
function keyOf(form: string, reader: StemReader): string {
  return reader.stemsOf(fold(form)).join(" ");
}

export function packTerms(terms: ReadonlyMap<string, readonly Term[]>): TermsData {
  const keys = new WordTableBuilder();
  const strings = new WordTableBuilder();
  const termStarts = growingUint32();
  const attributeStarts = growingUint32();
  const attributes = growingUint32();
  const all = [...terms.values()].flat();
  for (const [key, list] of terms) {
    keys.add(key);
    termStarts.push(attributeStarts.length);
    for (const term of list) {
      attributeStarts.push(attributes.length);
      for (const name of term.attributes) attributes.push(strings.add(name));
    }
  }
  termStarts.push(all.length);
  attributeStarts.push(attributes.length);
  return {
    keys: keys.finish(),
    termStarts: termStarts.finish(),
    kinds: Uint8Array.from(all, ({ kind }) => PRECEDENCE.indexOf(kind)),
    counts: Uint32Array.from(all, ({ count }) => count),
    names: Uint32Array.from(all, ({ name }) => strings.add(name)),
    attributeStarts: attributeStarts.finish(),
    attributes: attributes.finish(),
    strings: strings.finish().words,
  };
}

export class TermTable {
  readonly #data: TermsData;
  readonly #keys: WordTable;
  readonly #strings: StringList;

  constructor(data: TermsData) {
    this.#data = data;
    this.#keys = new WordTable(data.keys);
    this.#strings = new StringList(data.strings);
  }

  /** What the words name, the likeliest first. */
  termsOf(key: string): Term[] {
    const number = this.#keys.numberOf(key);
    if (number < 0) return [];
    const { termStarts } = this.#data;
    const first = termStarts[number] ?? 0;
    return Array.from({ length: (termStarts[number + 1] ?? first) - first }, (_, place) =>
      this.#termAt(first + place),
    );
  }

  #termAt(term: number): Term {
    const { kinds, counts, names, attributeStarts, attributes } = this.#data;
    const own = attributes.subarray(attributeStarts[term], attributeStarts[term + 1]);
    return {
      kind: PRECEDENCE[kinds[term] ?? 0] ?? "category",
      name: this.#strings.at(names[term] ?? 0),
      attributes: Array.from(own, (name) => this.#strings.at(name)),
      count: counts[term] ?? 0,
    };
  }
}
