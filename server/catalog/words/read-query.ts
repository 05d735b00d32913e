import type { Dictionary } from "./dictionary.ts";
import { isStopWord, type Language, stemOf } from "./language.ts";
import { numberOfMeasure, tokensOf } from "./tokens.ts";

/** One way in which documents may say a word of the question. */
export interface Alternative {
  /** A document has to have all of them. */
  stems: number[];
  /** What it counts for beside the word itself, 0 to 1. */
  closeness: number;
}

export interface QueryWord {
  /** The best one that a document has counts; empty when the catalog has nothing like the word. */
  alternatives: Alternative[];
  /** 1; less for words that the question is not about. */
  weight: number;
  isStopWord: boolean;
}

const CLOSENESS = { misspelt: 0.7, beginning: 0.6, joined: 0.75, apart: 0.9, bareNumber: 0.4 };
const STOP_WORD_WEIGHT = 0.1;
const MOST_NEIGHBOURS = 5;
const MOST_BEGINNINGS = 20;
const SHORTEST_BEGINNING = 3;
const SHORTEST_HALF = 3;

/** The words of a question as the catalog may say them: itself, joined with its neighbour, taken apart, misspelt, begun. */
export function readQuery(
  text: string,
  stems: Dictionary,
  language: Language,
  documentCount: (stem: number) => number,
): QueryWord[] {
  const words = [...new Set(tokensOf(text).words)];
  const read = words.map((word): QueryWord => {
    const isStop = isStopWord(word, language);
    const own = stems.find(stemOf(word, language));
    const alternatives = own === -1 ? [] : [{ stems: [own], closeness: 1 }];
    return { alternatives, weight: isStop ? STOP_WORD_WEIGHT : 1, isStopWord: isStop };
  });
  if (read.every((word) => word.isStopWord)) for (const word of read) word.weight = 1;
  words.forEach((word, place) => {
    const next = words[place + 1];
    const joined = next === undefined ? -1 : stems.find(stemOf(word + next, language));
    if (joined === -1) return;
    const alternative = { stems: [joined], closeness: CLOSENESS.joined };
    read[place]?.alternatives.push(alternative);
    read[place + 1]?.alternatives.push(alternative);
  });
  words.forEach((word, place) => {
    const query = read[place];
    if (query === undefined || query.isStopWord) return;
    const number = numberOfMeasure(word);
    const bare = number === null ? -1 : stems.find(number);
    if (bare !== -1) query.alternatives.push({ stems: [bare], closeness: CLOSENESS.bareNumber });
    query.alternatives.push(...halvesOf(word, stems, language));
    if (query.alternatives.length === 0)
      query.alternatives.push(...likenessesOf(word, stems, language, documentCount));
  });
  return read;
}

/** "headset" as "head set", "iphone8" as "iphone 8": both halves are words of the catalog. */
function halvesOf(word: string, stems: Dictionary, language: Language): Alternative[] {
  const halves: Alternative[] = [];
  for (let at = 1; at < word.length; at++) {
    const isBoundary = /\p{L}$/u.test(word.slice(0, at)) && /^\d/.test(word.slice(at));
    if (!isBoundary && (at < SHORTEST_HALF || word.length - at < SHORTEST_HALF || /\d/.test(word))) continue;
    const first = stems.find(word.slice(0, at));
    const second = first === -1 ? -1 : stems.find(stemOf(word.slice(at), language));
    if (second !== -1) halves.push({ stems: [first, second], closeness: CLOSENESS.apart });
  }
  return halves;
}

/** What the catalog knows that is spelt nearly so; else what begins so, the most frequent first. */
function likenessesOf(
  word: string,
  stems: Dictionary,
  language: Language,
  documentCount: (stem: number) => number,
): Alternative[] {
  const stem = stemOf(word, language);
  const byCount = (one: number, other: number) => documentCount(other) - documentCount(one);
  const isName = /\d/.test(word);
  const beginnings = () =>
    word.length < SHORTEST_BEGINNING
      ? []
      : stems
          .beginningWith(word, MOST_BEGINNINGS)
          .sort(byCount)
          .map((found) => ({ stems: [found], closeness: CLOSENESS.beginning }));
  const neighbours = () =>
    stems
      .closestTo(stem)
      .sort(byCount)
      .slice(0, MOST_NEIGHBOURS)
      .map((found) => ({ stems: [found], closeness: CLOSENESS.misspelt }));
  const first = isName ? beginnings() : neighbours();
  return first.length > 0 ? first : isName ? neighbours() : beginnings();
}
