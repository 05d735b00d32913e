/** Words that describe, where shops have kinds of products of nearly the same name: "good" and sporting goods, "light" and lights. */
import { ADJECTIVES } from "./dimensions.ts";
import { CONVERSATION_WORDS, FEATURES, FUNCTION_WORDS } from "./english-words.ts";
import type { Message } from "./tokens.ts";

/** What stands before an adjective. */
const DEGREES =
  /^(?:as|so|too|very|be|is|are|really|super|ultra|not|quite|that|how|feels?|looks?|seems?|sounds?|something|anything|nothing|enough)$/;

const BEFORE_NOUN = /^(?:a|an|the|some|any|my|your|our|this|that|another|new|one)$/;
/** "The good one", "a short thing". */
const STANDS_FOR_NOUN = /^(?:ones?|things?|enough)$/;

/**
 * "Looks good" names no sporting goods, and "as light as possible" no lights: a word that describes is a kind of product
 * only where it stands like a noun, or in the plural, which no adjective has.
 */
export function isAdjective({ tokens }: Message, index: number): boolean {
  const key = tokens[index]?.stem ?? "";
  const isTalk = CONVERSATION_WORDS.has(key);
  if (tokens[index]?.word !== key || !(isTalk || ADJECTIVES.has(key) || FEATURES.has(key))) return false;
  const [before, after] = [tokens[index - 1]?.word ?? "", tokens[index + 1]];
  if (DEGREES.test(before)) return true;
  if (!isTalk) return false;
  const ends = after === undefined || after.kind === "mark" || FUNCTION_WORDS.has(after.word);
  return !(BEFORE_NOUN.test(before) && ends && !STANDS_FOR_NOUN.test(after?.word ?? ""));
}
