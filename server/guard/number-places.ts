/** Where the numbers of a text stand, in digits or words, and what they may amount to. */
import { matchesOf } from "./matches-of.ts";
import { SCALES, SMALL_NUMBERS } from "./words/number-words.ts";

export interface Place {
  /** [start, end) in the normalised text, with the sign or unit. */
  start: number;
  end: number;
  /** What the digits may mean: "1.299" is 1.299 or 1299. Never empty. */
  values: number[];
  /** "fifteen", not "15". */
  spelled: boolean;
}

const DIGITS = /(?<![\p{L}\d.,])(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)/gu;
const NUMBER_WORD = new RegExp(
  `\\b(?:${[...Object.keys(SMALL_NUMBERS), ...Object.keys(SCALES)].join("|")})\\b`,
  "g",
);

/** In order of place; digits, words and articles that stand for one. Shares ("a third") are apart. */
export function numberPlaces(lower: string): { numbers: Place[]; shares: Place[] } {
  const numbers = [...digitPlaces(lower), ...spelledPlaces(lower)];
  const shares = fractionPlaces(lower);
  const isPartOf = (place: Place, whole: readonly Place[]) =>
    whole.some(({ start, end }) => place.start >= start && place.start < end);
  const single = articlePlaces(lower).filter((place) => !isPartOf(place, shares));
  return {
    shares,
    numbers: [...numbers.filter((place) => !isPartOf(place, [...shares, ...single])), ...single].sort(
      (a, b) => a.start - b.start,
    ),
  };
}

function digitPlaces(lower: string): Place[] {
  return matchesOf(DIGITS, lower).map((match) => {
    const end = match.index + match[0].length;
    const thousands = /^k(?![\p{L}\d])/u.test(lower.slice(end, end + 2));
    const values = meaningsOf(match[0]).map((value) => (thousands ? value * 1000 : value));
    return { start: match.index, end: thousands ? end + 1 : end, values, spelled: false };
  });
}

/** "1,299" and "1.299" are thousands in one locale and fractions in another. */
function meaningsOf(digits: string): number[] {
  const text = digits.replace(/ /g, "");
  const decimal = /^(.*)([.,])(\d+)$/.exec(text);
  if (decimal === null) return [Number(text)];
  const [, whole = "", mark = "", fraction = ""] = decimal;
  const grouped = Number(text.replace(/[.,]/g, ""));
  const plain = Number(`${whole.replace(/[.,]/g, "")}.${fraction}`);
  if (whole.includes(mark)) return [grouped];
  if (/[.,]/.test(whole)) return [plain];
  // Three digits after the only mark: a thousands group in either locale, or three decimals.
  return fraction.length === 3 && whole.length <= 3 && whole !== "0"
    ? mark === ","
      ? [grouped]
      : [plain, grouped]
    : [plain];
}

function spelledPlaces(lower: string): Place[] {
  const places: Place[] = [];
  let open: { start: number; end: number; total: number; current: number } | null = null;
  const close = () => {
    if (open !== null)
      places.push({ start: open.start, end: open.end, values: [open.total + open.current], spelled: true });
    open = null;
  };
  for (const match of matchesOf(NUMBER_WORD, lower)) {
    const word = match[0];
    const start = match.index;
    const scale = SCALES[word];
    const joined: boolean =
      open !== null && /^(?:[\s-]|\sand\s)$/.test(lower.slice((open as { end: number }).end, start));
    if (!joined) close();
    if (scale !== undefined) {
      const article = /\ban? $/.exec(lower.slice(0, start));
      if (open === null && article === null && word !== "thousand" && word !== "hundred") continue;
      const before: { start: number; end: number; total: number; current: number } = open ?? {
        start: article === null ? start : article.index,
        end: start,
        total: 0,
        current: 1,
      };
      const amount: number = (before.current || 1) * scale;
      open = {
        start: before.start,
        end: start + word.length,
        total: scale >= 1000 ? before.total + amount : before.total,
        current: scale >= 1000 ? 0 : amount,
      };
      continue;
    }
    const value = SMALL_NUMBERS[word] ?? 0;
    const fits: boolean = open !== null && fitsAfter((open as { current: number }).current, value);
    if (open !== null && !fits) close();
    const base: { start: number; end: number; total: number; current: number } = open ?? {
      start,
      end: start,
      total: 0,
      current: 0,
    };
    open = { start: base.start, end: start + word.length, total: base.total, current: base.current + value };
  }
  close();
  return places.map((place) => withHalf(place, lower));
}

/** "Two and a half litres". */
function withHalf(place: Place, lower: string): Place {
  const half = /^ and (?:a|one)[ -]half\b/.exec(lower.slice(place.end));
  return half === null
    ? place
    : { ...place, end: place.end + half[0].length, values: place.values.map((value) => value + 0.5) };
}

const FRACTION =
  /\b(an?|one|two|three|four|five|seven|nine)[ -](half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)(?=\s+(?:off|of|less|cheaper|lighter|heavier|more|as|the|[\p{L}-]+wool|cotton|nylon|silk|linen|polyester)\b)/gu;
const PARTS: Record<string, number> = { hal: 2, thi: 3, qua: 4, fif: 5, six: 6, eig: 8, ten: 10 };

/** "A third off", "four-fifths cotton", as percentages. */
function fractionPlaces(lower: string): Place[] {
  return matchesOf(FRACTION, lower).map((match) => {
    const parts = PARTS[(match[2] ?? "").slice(0, 3)] ?? 1;
    const share = ((SMALL_NUMBERS[match[1] ?? ""] ?? 1) / parts) * 100;
    return { start: match.index, end: match.index + match[0].length, values: [share], spelled: true };
  });
}

/** "A kilo", "half an hour", "a dollar", "a pound and a half": an article that stands for one. */
const ARTICLE =
  /(?<![\d.]\s|cents?\s|dollars?\s|euros?\s|bucks\s|per\s)\b(?:(half) an?|an?( half)?)(?=[ -](?:kilo(?:gram)?|gram|litre|liter|pound|ounce|metre|meter|inch|foot|yard|mile|terabyte|gigabyte|hour|(?:day|week|month|year)(?= and a half\b)|dollar|buck|euro|quid|cent|penny|tenner|fiver)\b( and a half\b)?)/g;

function articlePlaces(lower: string): Place[] {
  return matchesOf(ARTICLE, lower).map((match) => {
    const half = match[1] !== undefined || match[2] !== undefined;
    const value = half ? 0.5 : match[3] === undefined ? 1 : 1.5;
    return { start: match.index, end: match.index + match[0].length, values: [value], spelled: true };
  });
}

/** "twenty-five" and "hundred five" are one number, "two three" are two. */
function fitsAfter(current: number, value: number): boolean {
  return (
    current === 0 ||
    (current >= 20 && current % 10 === 0 && value < 10) ||
    (current >= 100 && current % 100 === 0 && value < 100)
  );
}
