import { unitOf } from "../import/parse-measure.ts";

/** A text as the index takes it in, and a query as it is looked up. */
export interface Tokens {
  /** In the order of the text: words, model numbers, and measures as one word each ("256gb", "15.6in"). */
  words: string[];
  /** Other ways to write parts of it: "dv71211ea" for "dv7-1211ea", "256" for "256 GB". They add nothing to its length. */
  variants: string[];
}

/**
 * Takes a text apart: lower case, without accents, compounds both in parts and joined, a number and its unit together
 * however they are written (`15.6"`, "15,6 inch" and "15.6-inch" are all "15.6in").
 */
export function tokensOf(text: string): Tokens {
  const words: string[] = [];
  const variants: string[] = [];
  let number: string | null = null;
  for (const compound of plainOf(text).match(COMPOUND) ?? []) {
    const parts = compound.match(PART) ?? [];
    for (const part of parts) {
      const unit: string | undefined = number === null ? undefined : unitOf(part);
      if (number !== null && unit !== undefined) {
        words[words.length - 1] = number + unit;
        variants.push(number);
        number = null;
        continue;
      }
      const measure = MEASURE.exec(part);
      number = measure?.[1] === undefined ? null : plainNumber(measure[1]);
      if (number === null || measure?.[2] === undefined) {
        words.push(number ?? part);
        continue;
      }
      const glued = unitOf(measure[2]);
      words.push(glued === undefined ? part : number + glued);
      if (glued !== undefined) variants.push(number);
      number = null;
    }
    if (parts.length > 1) {
      const joined = parts.join("");
      if (joined.length <= LONGEST_JOINED) variants.push(joined);
    }
  }
  return { words, variants };
}

/** Whether a word is a measure as `tokensOf` writes them, and then its bare number. */
export function numberOfMeasure(word: string): string | null {
  return /^(\d+(?:\.\d+)?)\D+$/.exec(word)?.[1] ?? null;
}

/** "2.0" is "2"; a number that begins with zeros is a code and stays. */
function plainNumber(digits: string): string {
  return digits.includes(".") ? String(Number(digits)) : digits;
}

const LONGEST_JOINED = 32;
/** Parts held together by hyphens, slashes and the like: "wi-fi", "dv7-1211ea", "startech.com". */
const COMPOUND = /[\p{L}\p{N}]+(?:[-_./+·][\p{L}\p{N}]+)*/gu;
/** A point within digits holds a word together: "15.6", "802.11ac". */
const PART = /[\p{L}\p{N}]+(?:\.\p{N}[\p{L}\p{N}]*)*/gu;
const MEASURE = /^(\d{1,12}(?:\.\d+)?)(\p{L}+)?$/u;

function plainOf(text: string): string {
  const lower = text.toLowerCase();
  const plain = IS_PLAIN.test(lower)
    ? lower
    : lower
        .replace(/[″”“]/g, '"')
        .normalize("NFKD")
        // The breve makes й a letter of its own, which endings are told by; other marks are left out in typing.
        .replace(/\u0438\u0306/g, "й")
        .replace(/[\p{M}™®©]/gu, "")
        .replace(/ß/g, "ss")
        .replace(/[’‘′]/g, "'");
  return plain
    .replace(/(\d) ?(?:"|'')(?!\p{L})/gu, "$1in ")
    .replace(/['`]/g, "")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(/(\d),(?=\d)/g, "$1.");
}
const IS_PLAIN = /^[\x20-\x7e\n]*$/;
