/**
 * One spelling for what looks the same. A false price must not pass because its digits are full width, or a brand
 * because one of its letters is Cyrillic. Evidence and sentences go through the same door.
 */

/** Normalised text; `offsets[i]` is where character `i` comes from in the source, with one more for the end. */
export interface NormalText {
  /** Case kept. */
  cased: string;
  /** Lower case, same length as `cased`. */
  lower: string;
  offsets: number[];
}

/** Letters of other scripts that are drawn like Latin ones. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [
    ..."аa еe оo рp сc уy хx іi јj ѕs ԁd ոn ӏl һh".split(" "),
    ..."АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS".split(" "),
    ..."αa οo νv ιi κk ρp υu ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX".split(" "),
  ].map((pair) => [pair.charAt(0), pair.charAt(pair.length - 1)]),
);

const PUNCTUATION: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‛": "'",
  "′": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "″": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "−": "-",
  "—": "—",
};

const INVISIBLE = /^(?:\p{Cf}|\p{Mn})$/u;
/** Marks of ownership are no part of a name. */
const OWNERSHIP = /[™®©℠]/u;
const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** Any text to its normal form. Never throws: lone surrogates pass through. */
export function normalise(source: string): NormalText {
  if (ASCII_ONLY.test(source)) {
    return {
      cased: source,
      lower: source.toLowerCase(),
      offsets: Array.from({ length: source.length + 1 }, (_, index) => index),
    };
  }
  let cased = "";
  let lower = "";
  const offsets: number[] = [];
  let at = 0;
  for (const character of source) {
    for (const unit of lookalikeOf(character)) {
      const small = unit.toLowerCase();
      cased += unit;
      lower += small.length === unit.length ? small : unit;
      for (let part = 0; part < unit.length; part++) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(source.length);
  return { cased, lower, offsets };
}

/** The `lower` of the normal form alone, for names by the hundred thousand, which need no way back to their source. */
export function normaliseLower(source: string): string {
  return ASCII_ONLY.test(source) ? source.toLowerCase() : normalise(source).lower;
}

function lookalikeOf(character: string): string {
  if (OWNERSHIP.test(character)) return " ";
  // Marks above a letter fold away, so that "crème" and "creme" are one word.
  const plain = (PUNCTUATION[character] ?? character).normalize("NFKD");
  let result = "";
  for (const unit of plain) {
    if (INVISIBLE.test(unit)) continue;
    if (/\s/.test(unit)) result += " ";
    else result += PUNCTUATION[unit] ?? LOOKALIKES[unit] ?? unit;
  }
  return result;
}
