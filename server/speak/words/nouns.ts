/** Number of nouns, for words no list can foresee: product names, categories, attribute names. */
import pluralize from "pluralize";
import { formatNumber } from "./number-format.ts";

const MASS_NOUNS = new Set(
  (
    "clothing equipment footwear furniture luggage jewellery jewelry makeup skincare haircare software hardware stuff " +
    "coffee tea bedding lingerie outerwear knitwear swimwear sportswear underwear activewear homeware kitchenware glassware " +
    "stationery food water leather wool cotton paper tape foundation mascara lighting storage gear apparel accessories-care electronics " +
    "music broadband information advice"
  ).split(" "),
);

/** Nouns that a shopper meets in the plural only. */
const PAIRS = new Set(
  (
    "jeans trousers pants shorts leggings tights sunglasses glasses eyeglasses goggles binoculars scissors pliers headphones " +
    "earphones earbuds gloves mittens socks shoes sneakers trainers boots sandals slippers overalls pyjamas pajamas tweezers"
  ).split(" "),
);

const ENDS_SINGULAR = /(?:ss|us|is|ous|[^aeiou]ics)$/i;

/** The last word in the plural; brands, acronyms, model codes and mass nouns stay what they are. */
export function pluralOf(noun: string): string {
  return changeLastWord(noun, (word) => {
    if (MASS_NOUNS.has(word.toLowerCase()) || PAIRS.has(word.toLowerCase()) || /\d|ing$/.test(word))
      return word;
    if (/^[A-Z]{2,}$/.test(word)) return `${word}s`;
    return pluralize.isPlural(word) ? word : pluralize.plural(word);
  });
}

export function singularOf(noun: string): string {
  return changeLastWord(noun, (word) => {
    const lower = word.toLowerCase();
    if (MASS_NOUNS.has(lower) || PAIRS.has(lower) || !lower.endsWith("s") || ENDS_SINGULAR.test(lower))
      return word;
    return pluralize.singular(word);
  });
}

export function isPluralNoun(phrase: string): boolean {
  const word = lastWord(phrase);
  const lower = word.toLowerCase();
  if (PAIRS.has(lower)) return true;
  if (MASS_NOUNS.has(lower) || !/^\p{L}+$/u.test(word) || !lower.endsWith("s") || ENDS_SINGULAR.test(lower))
    return false;
  return pluralize.isPlural(lower) && pluralize.singular(lower) !== lower;
}

/** "one bike", "2 bikes", "284 bikes". Small counts in words, as people write them. */
export function countOf(count: number, plural: string, locale: string): string {
  return `${numeral(count, locale)} ${count === 1 ? singularOf(plural) : plural}`;
}

const SMALL_NUMERALS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

export function numeral(count: number, locale: string): string {
  return SMALL_NUMERALS[count] ?? formatNumber(count, locale, 3);
}

export function possessiveOf(name: string): string {
  return /s$/i.test(name) ? `${name}'` : `${name}'s`;
}

export function lastWord(phrase: string): string {
  return phrase.trim().split(/\s+/u).at(-1) ?? "";
}

function changeLastWord(phrase: string, change: (word: string) => string): string {
  const words = phrase.trim().split(/\s+/u);
  return words.with(-1, change(words.at(-1) ?? "")).join(" ");
}
