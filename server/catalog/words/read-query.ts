import type { MinedSynonyms } from "../synonym-miner.ts";
import { synonymsOf } from "../synonyms.ts";
import type { Dictionary } from "./dictionary.ts";
import { isStopWord, type Language, termOf } from "./language.ts";
import { latinOf } from "./latin.ts";
import { numberOfMeasure, tokensOf } from "./tokens.ts";

/** One way in which documents may say a word of the question. */
export interface Alternative {
  /** A document has to have all of them. */
  terms: number[];
  /** What it counts for beside the word itself, 0 to 1. */
  closeness: number;
}

export interface QueryWord {
  /** The word's own term; null when the catalog does not have it. */
  own: number | null;
  /** The best one that a document has counts; empty when the catalog has nothing like the word. */
  alternatives: Alternative[];
  /** 1; less for words that the question is not about. */
  weight: number;
  isStopWord: boolean;
}

/** What a question is read by. */
export interface Vocabulary {
  terms: Dictionary;
  language: Language;
  /** In how many documents a term occurs. */
  documentCount(term: number): number;
  /** The terms of its family, itself among them where the catalog has it; -1 for none. */
  relatives(term: string): Iterable<number>;
  /** What the catalog itself calls by several names. */
  synonyms: MinedSynonyms;
}

const CLOSENESS = {
  synonym: 0.6,
  minedSynonym: 0.5,
  transliterated: 0.9,
  relative: 0.6,
  misspelt: 0.7,
  beginning: 0.6,
  joined: 0.75,
  apart: 0.9,
  bareNumber: 0.4,
};
const STOP_WORD_WEIGHT = 0.1;
const LONGEST_SYNONYM = 4;
const RARE = 2;
const SHORTEST_SLIP = 5;
const FAR_MORE_FREQUENT = 50;
const MOST_NEIGHBOURS = 5;
const MOST_BEGINNINGS = 20;
const SHORTEST_BEGINNING = 3;
/** Words of a question that may be misspelt. Each is compared with every word of the catalog, and a message may have hundreds. */
const MOST_COMPARED = 16;
const SHORTEST_HALF = 3;

/** The words of a question as the catalog may say them: itself, joined with its neighbour, taken apart, misspelt, begun. */
export function readQuery(text: string, vocabulary: Vocabulary): QueryWord[] {
  const { terms, language } = vocabulary;
  const words = [...new Set(tokensOf(text).words)];
  const read = words.map((word): QueryWord => {
    const isStop = isStopWord(word, language);
    const term = termOf(word, language);
    const own = terms.find(term);
    const alternatives = own === -1 ? [] : [{ terms: [own], closeness: 1 }];
    if (!isStop) alternatives.push(...relativesOf(term, own, vocabulary));
    return {
      own: own === -1 ? null : own,
      alternatives,
      weight: isStop ? STOP_WORD_WEIGHT : 1,
      isStopWord: isStop,
    };
  });
  if (read.every((word) => word.isStopWord)) for (const word of read) word.weight = 1;
  words.forEach((word, place) => {
    const next = words[place + 1];
    const joined = next === undefined ? -1 : terms.find(termOf(word + next, language));
    if (joined === -1) return;
    const alternative = { terms: [joined], closeness: CLOSENESS.joined };
    read[place]?.alternatives.push(alternative);
    read[place + 1]?.alternatives.push(alternative);
  });
  for (const { from, to, phrase, said } of spansOf(words, language)) {
    const listed = synonymsOf(phrase);
    const mined = vocabulary.synonyms.of(said).filter((other) => !listed.includes(other));
    const alternatives = [
      ...listed.flatMap((other) => phraseAlternative(other, phrase, CLOSENESS.synonym, vocabulary)),
      ...mined.flatMap((other) => phraseAlternative(other, phrase, CLOSENESS.minedSynonym, vocabulary)),
    ];
    for (let place = from; place < to; place++) read[place]?.alternatives.push(...alternatives);
  }
  let compared = 0;
  words.forEach((word, place) => {
    const query = read[place];
    if (query === undefined || query.isStopWord) return;
    const number = numberOfMeasure(word);
    const bare = number === null ? -1 : terms.find(number);
    if (bare !== -1) query.alternatives.push({ terms: [bare], closeness: CLOSENESS.bareNumber });
    query.alternatives.push(...halvesOf(word, terms, language));
    const isKnown = query.alternatives.length > 0;
    const isComparable = compared < MOST_COMPARED;
    query.alternatives.push(...transliterationsOf(word, !isKnown && isComparable, vocabulary));
    if (!isComparable) return;
    if (!isKnown || vocabulary.documentCount(query.own ?? -1) <= RARE) compared++;
    if (query.alternatives.length === 0) query.alternatives.push(...likenessesOf(word, vocabulary));
    else if (query.own !== null) query.alternatives.push(...slipsOf(word, query.own, vocabulary));
  });
  return read;
}

interface Span {
  from: number;
  to: number;
  /** In the singular as synonyms are listed, and as it was said. */
  phrase: string;
  said: string;
}

/** Every one to four neighbouring words. */
function spansOf(words: readonly string[], language: Language): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_SYNONYM); to++) {
      const said = words.slice(from, to);
      const phrase = said.map((word) => termOf(word, language)).join(" ");
      spans.push({ from, to, phrase, said: said.join(" ") });
    }
  }
  return spans;
}

/** Nothing where the catalog lacks a word of it, or where it only says the phrase with more words. */
function phraseAlternative(
  other: string,
  phrase: string,
  closeness: number,
  { terms, language }: Vocabulary,
): Alternative[] {
  const said = phrase.split(" ");
  const words = other.split(" ");
  if (said.every((word) => words.includes(word))) return [];
  const numbers = words.map((word) => terms.find(termOf(word, language)));
  return numbers.includes(-1) ? [] : [{ terms: numbers, closeness }];
}

/** "commuter" and "commuting" of "commute". */
function relativesOf(term: string, own: number, { relatives, documentCount }: Vocabulary): Alternative[] {
  return [...relatives(term)]
    .filter((relative) => relative !== own && relative !== -1)
    .sort((one, other) => documentCount(other) - documentCount(one))
    .slice(0, MOST_NEIGHBOURS)
    .map((relative) => ({ terms: [relative], closeness: CLOSENESS.relative }));
}

/** "headset" as "head set", "iphone8" as "iphone 8": both halves are words of the catalog. */
function halvesOf(word: string, terms: Dictionary, language: Language): Alternative[] {
  const halves: Alternative[] = [];
  for (let at = 1; at < word.length; at++) {
    const isBoundary = /\p{L}$/u.test(word.slice(0, at)) && /^\d/.test(word.slice(at));
    if (!isBoundary && (at < SHORTEST_HALF || word.length - at < SHORTEST_HALF || /\d/.test(word))) continue;
    const first = terms.find(word.slice(0, at));
    const second = first === -1 ? -1 : terms.find(termOf(word.slice(at), language));
    if (second !== -1) halves.push({ terms: [first, second], closeness: CLOSENESS.apart });
  }
  return halves;
}

/** Brands are said in one's own script: "самсунг". A word that is not known at all may be spelt otherwise: "ксиаоми". */
function transliterationsOf(
  word: string,
  isUnknown: boolean,
  { terms, language }: Vocabulary,
): Alternative[] {
  const latin = latinOf(word);
  if (latin === word) return [];
  const known = terms.find(termOf(latin, language));
  const found = known !== -1 ? [known] : isUnknown ? terms.closestTo(latin) : [];
  return found.map((term) => ({ terms: [term], closeness: CLOSENESS.transliterated }));
}

/** A merchant may have mistyped a word as the shopper did: beside something far more frequent, a rare word is a slip. */
function slipsOf(word: string, own: number, { terms, documentCount }: Vocabulary): Alternative[] {
  const count = documentCount(own);
  if (count > RARE || word.length < SHORTEST_SLIP || /\d/.test(word)) return [];
  return terms
    .closestTo(terms.at(own), own)
    .filter((term) => documentCount(term) >= count * FAR_MORE_FREQUENT)
    .map((term) => ({ terms: [term], closeness: CLOSENESS.misspelt }));
}

/** What the catalog knows that is spelt nearly so; else what begins so, the most frequent first. */
function likenessesOf(word: string, { terms, language, documentCount }: Vocabulary): Alternative[] {
  const term = termOf(word, language);
  const byCount = (one: number, other: number) => documentCount(other) - documentCount(one);
  const isName = /\d/.test(word);
  const beginnings = () =>
    word.length < SHORTEST_BEGINNING
      ? []
      : terms
          .beginningWith(word, MOST_BEGINNINGS)
          .sort(byCount)
          .map((found) => ({ terms: [found], closeness: CLOSENESS.beginning }));
  const neighbours = () =>
    terms
      .closestTo(term)
      .sort(byCount)
      .slice(0, MOST_NEIGHBOURS)
      .map((found) => ({ terms: [found], closeness: CLOSENESS.misspelt }));
  const first = isName ? beginnings() : neighbours();
  return first.length > 0 ? first : isName ? neighbours() : beginnings();
}
