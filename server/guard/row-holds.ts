/** Whether a row says what a word says of its item. */
import type { ItemFacts } from "./item-facts.ts";
import { rootOf, type Token } from "./tokens.ts";
import { isColour, isMaterial, isPort } from "./words/feature-words.ts";
import { PHRASE_SAYS, SAYS_TOO, SPEAKS_AGAINST } from "./words/meanings.ts";

export interface WordInPlace {
  token: Token;
  before: Token | undefined;
  after: Token | undefined;
  /** "It is waterproof", "they're waterproof and light": the word is said of the item itself, not of one of its parts. */
  isPredicate: boolean;
}

/** The row affirms what is affirmed and denies what is denied, in one word or two: "waterproof", "water-proof". */
export function rowHolds(item: ItemFacts, word: WordInPlace): boolean {
  const { token } = word;
  if (token.denied) return isDenied(item, word);
  // "Weighted" of a row that says "unweighted".
  if (item.affirmed.has(`un${token.text}`) && !item.affirmed.has(token.text)) return false;
  if (word.isPredicate && item.ofPartsOnly.has(token.stem)) return false;
  return (
    isIn(item.affirmed, word) ||
    (!isComparative(word) && isIn(item.affirmedRoots, word, rootOf)) ||
    isSaidToo(item.affirmed, token) ||
    isSaidInPhrase(item, token)
  );
}

/** "Greener" is no form of "green". */
function isComparative({ token, after }: WordInPlace): boolean {
  return (
    /er$/.test(token.text) &&
    (after === undefined || /^(?:one|of|than|choice|option|pick|and|but)$/.test(after.text))
  );
}

function isSaidInPhrase(item: ItemFacts, token: Token): boolean {
  return (PHRASE_SAYS.get(token.stem) ?? []).some((phrase) => item.phrases.includes(` ${phrase} `));
}

function isDenied(item: ItemFacts, word: WordInPlace): boolean {
  const { token } = word;
  if (item.affirmed.has(`un${token.text}`) && !item.affirmed.has(token.text)) return true;
  if (
    item.apart.has(token.stem) ||
    isIn(item.denied, word) ||
    isIn(item.deniedRoots, word, rootOf) ||
    isSaidToo(item.denied, token)
  )
    return true;
  if ([...(SPEAKS_AGAINST.get(token.stem) ?? [])].some((stem) => item.affirmed.has(stem))) return true;
  // "Cruelty free" stands for an absence itself: what it allows to be said is a denial.
  if ([...(SAYS_TOO.get(token.stem) ?? [])].some((stem) => item.denied.has(stem) || isAbsence(stem, item)))
    return true;
  return isModest(token) || isOutsideItsClass(item, token);
}

/** "It's not cheap" concedes; "it's not heavy" would flatter and needs the row. */
function isModest({ stem, text }: Token): boolean {
  return FLATTERING.has(stem) || FLATTERING.has(text);
}

const FLATTERING = new Set(
  "cheap affordable inexpensive light lightweight small compact slim thin powerful bright fast quick quiet silent spacious roomy big large perfect ideal great best fancy luxurious premium".split(
    " ",
  ),
);

const ABSENCES = new Set(["vegan", "wireles", "cordles", "decaf", "decaffeinat"]);

function isAbsence(stem: string, item: ItemFacts): boolean {
  return ABSENCES.has(stem) && item.affirmed.has(stem);
}

/** A row that says which materials, colours or ports there are denies the others. */
function isOutsideItsClass(item: ItemFacts, { stem }: Token): boolean {
  const isOfClass = isMaterial(stem) ? isMaterial : isColour(stem) ? isColour : isPort(stem) ? isPort : null;
  return (
    isOfClass !== null &&
    !item.affirmed.has(stem) &&
    [...(isOfClass === isMaterial ? item.affirmed : item.stated)].some(isOfClass)
  );
}

function isIn(
  side: ReadonlySet<string>,
  { token, before, after }: WordInPlace,
  form: (stem: string) => string = (stem) => stem,
): boolean {
  return (
    side.has(form(token.stem)) ||
    side.has(token.text) ||
    (after !== undefined && side.has(token.text + after.stem)) ||
    (before !== undefined && side.has(before.text + token.stem))
  );
}

function isSaidToo(side: ReadonlySet<string>, token: Token): boolean {
  return [...(SAYS_TOO.get(token.stem) ?? [])].some((stem) => side.has(stem));
}
