/** Ratings out of 5, 10 or 100, and in words and signs, to stars from 1 to 5. */

export type RatingScale = 5 | 10 | 100;

/** More of a column's values than this lie beyond a scale that is not its own; fewer are slips. */
const BEYOND_MAX = 0.2;

/** The least scale on which the values of a column have room. */
export function ratingScaleOf(values: readonly unknown[]): RatingScale {
  const numbers = values.map(plainNumber).filter((number) => number !== null);
  const hasRoom = (scale: number) =>
    numbers.filter((number) => number > scale).length <= numbers.length * BEYOND_MAX;
  return hasRoom(5) ? 5 : hasRoom(10) ? 10 : 100;
}

/**
 * Stars from 1 to 5, by halves where the file's scale is another one. Null for what is no rating, and for what lies
 * outside of the scale. "4/5", "8 out of 10" and "90 %" bring their own scale; "★★★★☆" and "FOUR" are four.
 */
export function ratingOf(value: unknown, scale: RatingScale): number | null {
  const text = String(value ?? "").trim();
  const stars = text.match(/[★⭐]/gu)?.length ?? 0;
  if (stars > 0) return stars <= 5 ? stars : null;
  const word = WORDS.indexOf(text.toLowerCase().replace(/[ _-]?stars?$/, ""));
  if (word >= 0) return word + 1;
  const [, of, out] = /^([\d.,]+)\s*(?:\/|out of|of|von|sur|de)\s*(5|10|100)\b/i.exec(text) ?? [];
  if (of !== undefined) return onFive(plainNumber(of), Number(out));
  if (/^[\d.,]+\s*%$/.test(text)) return onFive(plainNumber(text.replace("%", "")), 100);
  return onFive(plainNumber(text.replace(/\s*(?:stars?|sterne?|étoiles?|estrellas?|stelle)$/i, "")), scale);
}

const WORDS = ["one", "two", "three", "four", "five"];

function onFive(number: number | null, scale: number): number | null {
  if (number === null || number > scale) return null;
  if (scale === 5) return number >= 1 ? number : null;
  return number < 0 ? null : Math.max(1, Math.round((number / scale) * 10) / 2);
}

function plainNumber(value: unknown): number | null {
  const text = String(value ?? "").trim();
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : null;
}
