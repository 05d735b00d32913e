import { growingUint8, growingUint32 } from "../packed/growing-array.ts";
import { type Lists, ListsBuilder, listAt } from "../packed/lists.ts";
import { STOP_WORDS } from "./fold-text.ts";
import { type MinedSynonyms, NO_SYNONYMS } from "./synonym-miner.ts";
import { Dictionary, type DictionaryData, packDictionary } from "./words/dictionary.ts";
import { familyOf, type Language, LanguageCounter, termOf } from "./words/language.ts";
import { type Alternative, type QueryWord, readQuery, type Vocabulary } from "./words/read-query.ts";
import { tokensOf } from "./words/tokens.ts";

/** Fields of a document, each with what a word in it counts for. */
export interface TextField {
  text: string;
  weight: number;
  /**
   * The part of the title that names the thing, the title, what else states facts of it, and prose, which only mentions
   * things ("free of parabens", "fits any laptop"). Of a shade ("sea green") a word is found, and states nothing.
   */
  place: keyof typeof PLACE;
}

export interface TextIndexData {
  size: number;
  language: Language;
  /** The terms that occur, as `termOf` makes them of words, by their number. */
  terms: DictionaryData;
  /** What terms have in common with their relatives, and which they are. */
  families: DictionaryData;
  ofFamily: Lists;
  /** By term: from where on its postings stand; one more than there are terms. */
  offsets: Uint32Array;
  /** By posting: the document, ascending within a term. */
  documents: Uint32Array;
  /** By posting: what the term counts for in that document, saturated, as a share of `HIGHEST_IMPACT`. */
  impacts: Uint16Array;
  /** By posting: where the term stands in that document, a sum of `PLACE`. */
  places: Uint8Array;
}

const PLACE = { title: 1, facts: 2, prose: 4, name: 8, shade: 16 } as const;
const TITLE = PLACE.name | PLACE.title;
/** Places to look for words in; what is in the name is in the title, what is in the title is stated. */
const WHERE = {
  name: PLACE.name,
  title: TITLE,
  stated: TITLE | PLACE.facts,
  anywhere: TITLE | PLACE.facts | PLACE.prose,
} as const;
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;
const HIGHEST_IMPACT = 65_535;
/** Weighted frequencies are added up in 1/256ths. */
const WEIGHT_STEP = 256;
const MOST_QUESTIONS = 1_000;
const MOST_FREQUENCIES = 20_000;
const MOST_FIELDS = 16;
const MOST_OCCURRENCES = 15;
const NO_TERM = 0xffff_ffff;

/**
 * Takes in documents one by one, in their order. What a word counts for is known only at the end, when the average length
 * of each field is: until then there are six bytes for each word of each field.
 */
export class TextIndexBuilder {
  readonly #words = new Map<string, number>();
  readonly #language = new LanguageCounter();
  readonly #fields: { weight: number; place: TextField["place"]; words: number }[] = [];
  /** By document: from where on its occurrences stand, and the length of each field. */
  readonly #starts = growingUint32();
  readonly #lengths = growingUint32();
  readonly #occurrences = growingUint32();
  /** The field in the upper half, how often in the lower. */
  readonly #counts = growingUint8();

  /**
   * Fields come in the same order for each document; a field's weight and place are those of the first document.
   */
  add(fields: readonly TextField[]): void {
    if (fields.length > MOST_FIELDS) throw new Error(`a document has ${MOST_FIELDS} fields at the most`);
    this.#starts.push(this.#occurrences.length);
    for (let field = 0; field < MOST_FIELDS; field++) {
      const added = fields[field];
      if (added === undefined) break;
      this.#fields[field] ??= { weight: added.weight, place: added.place, words: 0 };
      this.#lengths.push(this.#addField(added, field));
    }
    for (let field = fields.length; field < MOST_FIELDS; field++) this.#lengths.push(0);
  }

  #addField({ text, place }: TextField, field: number): number {
    if (text === "") return 0;
    const { words, variants } = tokensOf(text);
    const counts = new Map<number, number>();
    let length = 0;
    for (const word of words) {
      this.#language.add(word);
      // In titles they are parts of names: "Xbox One".
      if (place !== "title" && place !== "name" && STOP_WORDS.has(word)) continue;
      length++;
      const number = this.#numberOf(word);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const variant of variants) {
      const number = this.#numberOf(variant);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    for (const [number, count] of counts) {
      this.#occurrences.push(number);
      this.#counts.push((field << 4) | Math.min(count, MOST_OCCURRENCES));
    }
    const known = this.#fields[field];
    if (known !== undefined) known.words += length;
    return length;
  }

  #numberOf(word: string): number {
    let number = this.#words.get(word);
    if (number === undefined) {
      number = this.#words.size;
      this.#words.set(word, number);
    }
    return number;
  }

  finish(): TextIndexData {
    const size = this.#starts.length;
    const language = this.#language.finish();
    const { terms, termOfWord } = numberTerms(this.#words, language);
    this.#starts.push(this.#occurrences.length);
    const starts = this.#starts.finish();
    const occurrences = this.#occurrences.finish();
    for (let at = 0; at < occurrences.length; at++)
      occurrences[at] = termOfWord[occurrences[at] ?? 0] ?? NO_TERM;

    const offsets = postingOffsets(starts, occurrences, terms.length);
    const postings = this.#postings(starts, occurrences, offsets, size);
    return {
      size,
      language,
      terms: packDictionary(terms),
      ...familiesOf(terms, language),
      offsets,
      ...postings,
    };
  }

  #postings(starts: Uint32Array, occurrences: Uint32Array, offsets: Uint32Array, size: number) {
    const total = offsets.at(-1) ?? 0;
    const documents = new Uint32Array(total);
    const impacts = new Uint16Array(total);
    const places = new Uint8Array(total);
    const next = offsets.slice();
    const lastDocument = new Int32Array(offsets.length).fill(-1);
    const counts = this.#counts.finish();
    const lengths = this.#lengths.finish();
    const norms = new Float64Array(MOST_FIELDS);
    const bits = Uint8Array.from(this.#fields, ({ place }) => PLACE[place]);
    for (let document = 0; document < size; document++) {
      this.#fields.forEach(({ weight, words }, field) => {
        const average = Math.max(1, words / size);
        const length = lengths[document * MOST_FIELDS + field] ?? 0;
        norms[field] = (WEIGHT_STEP * weight) / (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);
      });
      const end = starts[document + 1] ?? 0;
      for (let at = starts[document] ?? 0; at < end; at++) {
        const term = occurrences[at] ?? 0;
        const field = (counts[at] ?? 0) >>> 4;
        if (lastDocument[term] !== document) {
          lastDocument[term] = document;
          next[term] = (next[term] ?? 0) + 1;
        }
        const posting = (next[term] ?? 0) - 1;
        const weight = ((counts[at] ?? 0) & MOST_OCCURRENCES) * (norms[field] ?? 0);
        documents[posting] = document;
        impacts[posting] = Math.min(HIGHEST_IMPACT, (impacts[posting] ?? 0) + weight);
        places[posting] = (places[posting] ?? 0) | (bits[field] ?? 0);
      }
    }
    for (let posting = 0; posting < total; posting++) {
      const weight = (impacts[posting] ?? 0) / WEIGHT_STEP;
      impacts[posting] = Math.round((HIGHEST_IMPACT * weight) / (weight + SATURATION));
    }
    return { documents, impacts, places };
  }
}

/** Terms that share a family with others, or have another form than it; a family of one's own name needs no entry. */
function familiesOf(terms: readonly string[], language: Language) {
  const members = new Map<string, number[]>();
  terms.forEach((term, number) => {
    const family = familyOf(term, language);
    const known = members.get(family);
    if (known === undefined) members.set(family, [number]);
    else known.push(number);
  });
  const families = [...members]
    .filter(([family, [first = 0, ...others]]) => others.length > 0 || terms[first] !== family)
    .map(([family]) => family)
    .sort();
  const ofFamily = new ListsBuilder();
  for (const family of families) ofFamily.add(members.get(family) ?? []);
  return { families: packDictionary(families), ofFamily: ofFamily.finish() };
}

/** The distinct terms in the dictionary's order, and each word's place among them. */
function numberTerms(words: ReadonlyMap<string, number>, language: Language) {
  const byWord: string[] = [];
  for (const [word, number] of words) byWord[number] = termOf(word, language);
  const terms = [...new Set(byWord)].sort();
  const places = new Map(terms.map((term, place) => [term, place]));
  return { terms, termOfWord: Uint32Array.from(byWord, (term) => places.get(term) ?? NO_TERM) };
}

/** Counts in how many documents each term stands, which says where its postings begin. */
function postingOffsets(starts: Uint32Array, occurrences: Uint32Array, terms: number): Uint32Array {
  const offsets = new Uint32Array(terms + 1);
  const lastDocument = new Int32Array(terms).fill(-1);
  for (let document = 0; document + 1 < starts.length; document++) {
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at++) {
      const term = occurrences[at] ?? 0;
      if (lastDocument[term] === document) continue;
      lastDocument[term] = document;
      offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
    }
  }
  for (let term = 0; term < terms; term++)
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  return offsets;
}

/**
 * A full-text index over the terms of words: BM25F (Robertson, Zaragoza & Taylor, CIKM 2004). Words that the catalog does
 * not know are read as what it knows closest to them, so that typing errors and other spellings find something.
 */
export class TextIndex {
  readonly size: number;
  readonly language: Language;
  readonly #data: TextIndexData;
  readonly #terms: Dictionary;
  readonly #vocabulary: Vocabulary;
  /** What was read before: a wish is looked for again with each turn. */
  readonly #questions = new Map<string, QueryWord[]>();
  readonly #frequencies = new Map<string, number>();
  /** The weight of all words that were scored last. */
  #whole = 0;
  /** Of one word of the question at a time; all 0 between uses. */
  readonly #wordScores: Float32Array;
  readonly #covered: Float32Array;

  constructor(data: TextIndexData, synonyms: MinedSynonyms = NO_SYNONYMS) {
    this.size = data.size;
    this.language = data.language;
    this.#data = data;
    this.#terms = new Dictionary(data.terms);
    const families = new Dictionary(data.families);
    this.#vocabulary = {
      terms: this.#terms,
      language: data.language,
      synonyms,
      documentCount: (term) => this.#documentCount(term),
      relatives: (term) => {
        const family = familyOf(term, data.language);
        const place = families.find(family);
        return place === -1 ? [this.#terms.find(family)] : listAt(data.ofFamily, place);
      },
    };
    this.#wordScores = new Float32Array(data.size);
    this.#covered = new Float32Array(data.size);
  }

  /** In how many documents a word or a relative of it occurs: "commute" where the catalog says "commuting". */
  frequency(word: string): number {
    let count = this.#frequencies.get(word);
    if (count === undefined) {
      const term = termOf(word, this.language);
      const family = new Set([this.#terms.find(term), ...this.#vocabulary.relatives(term)]);
      count = this.#documentsWithAny([...family].filter((relative) => relative !== -1));
      if (this.#frequencies.size >= MOST_FREQUENCIES) this.#frequencies.clear();
      this.#frequencies.set(word, count);
    }
    return count;
  }

  #documentsWithAny(terms: readonly number[]): number {
    const { offsets, documents } = this.#data;
    const [first, ...others] = terms;
    if (first === undefined) return 0;
    if (others.length === 0) return this.#documentCount(first);
    const having = new Uint8Array(this.size);
    let count = 0;
    for (const term of terms) {
      const end = offsets[term + 1] ?? 0;
      for (let at = offsets[term] ?? 0; at < end; at++) {
        const document = documents[at] ?? 0;
        count += 1 - (having[document] ?? 0);
        having[document] = 1;
      }
    }
    return count;
  }

  /** The largest share of the words of the last `scores` that any document marked in `among` has, from 0 to 1. */
  coverage(among: Uint8Array): number {
    if (this.#whole === 0) return 0;
    let most = 0;
    for (let document = 0; document < this.size; document++) {
      const covered = this.#covered[document] ?? 0;
      if (covered > most && among[document] === 1) most = covered;
    }
    return Math.min(1, most / this.#whole);
  }

  /**
   * How well each document answers the words; 0 where it has none of them. A document that has more of the words beats
   * one that has fewer of them more often. They are written to `room`, as long as the index, where one is given.
   */
  scores(text: string, room: Float32Array = new Float32Array(this.size)): Float32Array {
    const scores = room.fill(0);
    const covered = this.#covered.fill(0);
    const words = this.#read(text);
    let whole = 0;
    for (const { own, alternatives, weight } of words) {
      const touched: Uint32Array[] = [];
      // What a word may stand for is no rarer than the word: "lap top" says no more than "laptop".
      const rarest = own === null ? Number.POSITIVE_INFINITY : this.#rarity(own);
      for (const alternative of alternatives) touched.push(this.#scoreAlternative(alternative, rarest));
      whole += weight;
      for (const documents of touched) {
        for (let at = 0; at < documents.length; at++) {
          const document = documents[at] ?? 0;
          const score = this.#wordScores[document] ?? 0;
          if (score === 0) continue;
          scores[document] = (scores[document] ?? 0) + weight * score;
          covered[document] = (covered[document] ?? 0) + weight;
          this.#wordScores[document] = 0;
        }
      }
    }
    this.#whole = whole;
    if (words.length > 1) {
      for (let document = 0; document < this.size; document++) {
        const score = scores[document] ?? 0;
        if (score > 0) scores[document] = (score * (covered[document] ?? 0)) / whole;
      }
    }
    return scores;
  }

  /**
   * 1 for each document that has every word of the text in such a place; all 0 when a word is unknown, or when the text
   * has no content word.
   */
  withAll(text: string, where: keyof typeof WHERE): Uint8Array {
    const counts = new Uint8Array(this.size);
    const words = this.#read(text).filter(({ isStopWord }) => !isStopWord);
    const { places, documents, offsets } = this.#data;
    words.forEach(({ alternatives }, place) => {
      for (const { terms } of alternatives) {
        const [term] = terms;
        if (term === undefined) continue;
        const end = offsets[term + 1] ?? 0;
        for (let at = offsets[term] ?? 0; at < end; at++) {
          const document = documents[at] ?? 0;
          if (((places[at] ?? 0) & WHERE[where]) === 0 || counts[document] !== place) continue;
          if (terms.length === 1 || this.#hasAll(document, terms, WHERE[where])) counts[document] = place + 1;
        }
      }
    });
    for (let document = 0; document < this.size; document++) {
      counts[document] = Number(words.length > 0 && counts[document] === words.length);
    }
    return counts;
  }

  #read(text: string): QueryWord[] {
    let words = this.#questions.get(text);
    if (words === undefined) {
      words = readQuery(text, this.#vocabulary);
      if (this.#questions.size >= MOST_QUESTIONS) this.#questions.clear();
      this.#questions.set(text, words);
    }
    return words;
  }

  #documentCount(term: number): number {
    return (this.#data.offsets[term + 1] ?? 0) - (this.#data.offsets[term] ?? 0);
  }

  #rarity(term: number): number {
    const found = this.#documentCount(term);
    return Math.log(1 + (this.size - found + 0.5) / (found + 0.5));
  }

  /** Raises the word's score in each document that has the alternative; answers those documents. */
  #scoreAlternative({ terms, closeness }: Alternative, highestRarity: number): Uint32Array {
    const { offsets, documents, impacts } = this.#data;
    const scores = this.#wordScores;
    const rarest = terms.reduce((one, other) =>
      this.#documentCount(other) < this.#documentCount(one) ? other : one,
    );
    const factor =
      (closeness * Math.min(highestRarity, this.#rarity(rarest)) * (SATURATION + 1)) / HIGHEST_IMPACT;
    const start = offsets[rarest] ?? 0;
    const end = offsets[rarest + 1] ?? 0;
    for (let at = start; at < end; at++) {
      const document = documents[at] ?? 0;
      const score = factor * (impacts[at] ?? 0);
      if (score <= (scores[document] ?? 0)) continue;
      if (terms.length === 1 || this.#hasAll(document, terms, WHERE.anywhere)) scores[document] = score;
    }
    return documents.subarray(start, end);
  }

  #hasAll(document: number, terms: readonly number[], where: number): boolean {
    return terms.every((term) => {
      const at = this.#postingOf(term, document);
      return at !== -1 && ((this.#data.places[at] ?? 0) & where) !== 0;
    });
  }

  /** Binary search among the term's postings; -1 when the document lacks it. */
  #postingOf(term: number, document: number): number {
    const { offsets, documents } = this.#data;
    const end = offsets[term + 1] ?? 0;
    let low = offsets[term] ?? 0;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((documents[middle] ?? 0) < document) low = middle + 1;
      else high = middle;
    }
    return low < end && documents[low] === document ? low : -1;
  }
}
