import { FREQUENT_WORDS } from "./frequent-words.ts";

const words: ReadonlySet<string> = new Set(FREQUENT_WORDS);

/** Whether it is among the commonest of spoken English; in lower case, a contraction in its parts. */
export function isEnglishWord(word: string): boolean {
  return words.has(word);
}
