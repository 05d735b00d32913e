/** Finds every number of a text and what it is a number of: money, a share, a measure, or things counted. */

import { matchesOf } from "./matches-of.ts";
import { stemOf } from "./tokens.ts";
import { CURRENCY_NAMES } from "./words/currencies.ts";
import { SCALES, SMALL_NUMBERS } from "./words/number-words.ts";
import { UNITS } from "./words/units.ts";

interface Place {
  /** [start, end) in the normalised text, with the sign or unit. */
  start: number;
  end: number;
  /** What the digits may mean: "1.299" is 1.299 or 1299. Never empty. */
  values: number[];
  /** "fifteen", not "15". */
  spelled: boolean;
}
export type Quantity = Place &
  (
    | { kind: "money"; currencies: readonly string[] | null }
    | { kind: "percent" }
    | {
        kind: "measure";
        dimension: string;
        factor: number /** One unit of the last digit written. */;
        grain: number;
      }
    /** `nouns`: stems of the next words, nearest first. */
    | { kind: "count"; nouns: string[] }
  );

const DIGITS = /(?<![\p{L}\d.,])(?:\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)/gu;
const NUMBER_WORD = new RegExp(
  `\\b(?:${[...Object.keys(SMALL_NUMBERS), ...Object.keys(SCALES)].join("|")})\\b`,
  "g",
);
const SIGN_BEFORE =
  /((?:us|ca|au|nz|c|a)?\$|[€£¥₹₽₩₺]|\b(?:usd|cad|aud|nzd|eur|gbp|jpy|inr|rub|chf|sek|nok|dkk|pln|mxn|brl|sgd|hkd))\s?$/;
const SIGN_AFTER =
  /^(?:\s?(?:us|ca|c|a)?\$|\s?[€£¥₹₽₩₺]|[\s-]?(?:zł|kr\b|(?:usd|cad|aud|nzd|eur|gbp|jpy|cny|inr|rub|krw|chf|sek|nok|dkk|pln|mxn|brl|sgd|hkd|try|czk|huf|zar)\b|(?:us |canadian |australian )?(?:dollar|buck|euro|quid|pound|yen|rupee|ruble|rouble|franc|peso|krona|krone|zloty|cent)s?\b))/;
const COIN_AFTER = /^ (penny|pence|tenner|fiver)s?\b/;
const COINS: Record<string, number> = { penny: 0.01, pence: 0.01, tenner: 10, fiver: 5 };
const PERCENT_AFTER = /^\s?(?:%|percent\b|per cent\b|pct\b)/;
const UNIT_AFTER =
  /^(?:[\s-]{0,2})(fl\.? ?oz|fluid ounces?|sq\.? ?ft|m2(?![a-z\d])|square (?:met(?:er|re)s?|f(?:ee|oo)t)|km\/h|m\/s|mb\/s|gb\/s|°\s?[cf]|[a-zµ]+(?:-hours?)?|["°]|'(?![a-z]))/;
const RANGE_TAIL = /^\s?(?:-|to|or|and|x|×|by)\s?$/;
const PRICE_BEFORE =
  /\b(?:costs?(?: you)?|priced? (?:at|is|of)|price:?|sells? for|sold for|goes for|going for|retails? (?:at|for)|for (?:just|only)|yours for|asking|budget (?:of|is)|spend(?:ing)?|pay(?:ing)?)(?: (?:just|only|about|around|roughly|under|over|up to|less than|more than|is|was))* $/;
/** "3 in stock", "two in one": not inches. */
const NOT_INCHES =
  /^\s+(?:the|a|an|stock|your|my|our|this|that|these|those|total|all|one|two|three|every|each|both|\d)/;
const SINGLE_LETTERS_NEED_JOIN = new Set(["a", "s", "m", "v", "h", "d"]);

/** `lower` is normalised lower-case text. In order of place. */
export function readQuantities(lower: string, siteCurrency: string): Quantity[] {
  const numbers = [...digitPlaces(lower), ...spelledPlaces(lower)];
  const shares = fractionPlaces(lower);
  const isPartOf = (place: Place, whole: readonly Place[]) =>
    whole.some(({ start, end }) => place.start >= start && place.start < end);
  const single = articlePlaces(lower).filter((place) => !isPartOf(place, shares));
  const places = [...numbers.filter((place) => !isPartOf(place, [...shares, ...single])), ...single].sort(
    (a, b) => a.start - b.start,
  );
  const quantities = [
    ...places.map((place) => classify(place, lower, siteCurrency)),
    ...shares.map((place): Quantity => ({ ...place, kind: "percent" })),
  ].sort((a, b) => a.start - b.start);
  return joinCompounds(spreadAlongRanges(quantities, lower), lower);
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

function classify(place: Place, lower: string, siteCurrency: string): Quantity {
  const before = lower.slice(Math.max(0, place.start - 40), place.start);
  const after = lower.slice(place.end, place.end + 40);
  const signBefore = SIGN_BEFORE.exec(before);
  if (signBefore !== null) {
    return {
      ...place,
      start: place.start - signBefore[0].length,
      kind: "money",
      currencies: currenciesOf(signBefore[1] ?? ""),
    };
  }
  const coin = COIN_AFTER.exec(after);
  if (coin !== null)
    return {
      ...place,
      values: place.values.map((value) => value * (COINS[coin[1] ?? ""] ?? 1)),
      end: place.end + coin[0].length,
      kind: "money",
      currencies: null,
    };
  const signAfter = SIGN_AFTER.exec(after);
  if (signAfter !== null && !isWeight(signAfter[0], siteCurrency, before)) {
    const cents = /cents?$/.test(signAfter[0]);
    const values = cents ? place.values.map((value) => value / 100) : place.values;
    return {
      ...place,
      values,
      end: place.end + signAfter[0].length,
      kind: "money",
      currencies: currenciesOf(signAfter[0]),
    };
  }
  const percent = PERCENT_AFTER.exec(after);
  if (percent !== null) return { ...place, end: place.end + percent[0].length, kind: "percent" };
  const measure = measureOf(place, after, lower);
  if (measure !== null) return measure;
  const slang = /\bgrand$/.test(lower.slice(place.start, place.end));
  if (slang || (PRICE_BEFORE.test(before) && !/^(?: and a half)? times\b/.test(after)))
    return { ...place, kind: "money", currencies: null };
  return {
    ...place,
    kind: "count",
    nouns: (after.match(/\p{L}+(?:'\p{L}+)?/gu) ?? []).slice(0, 3).map(stemOf),
  };
}

/** Pounds weigh where they are not the shop's money, and where the words before speak of weight. */
function isWeight(sign: string, siteCurrency: string, before: string): boolean {
  return (
    /pounds?$/.test(sign) &&
    (siteCurrency !== "GBP" || /\b(?:weigh\w*|heavy|weight|\d ?kg|kilos?)\b/.test(before))
  );
}

function currenciesOf(sign: string): readonly string[] {
  const name = sign
    .trim()
    .replace(/^-/, "")
    .replace(/^(us|canadian|australian) /, "");
  return CURRENCY_NAMES.get(name) ?? CURRENCY_NAMES.get(name.replace(/s$/, "")) ?? [];
}

function measureOf(place: Place, after: string, lower: string): Quantity | null {
  // "15 more litres", "two full kilos".
  const between = /^ (?:more|extra|additional|full|whole|fewer|less)(?= [a-z])/.exec(after)?.[0] ?? "";
  const match = UNIT_AFTER.exec(after.slice(between.length));
  if (match === null) return null;
  const name = (match[1] ?? "")
    .replace(/[.\s]/g, "")
    .replace(/^fluidounces?$/, "floz")
    .replace(/^squaremet(?:er|re)s?$/, "m2")
    .replace(/^squaref(?:ee|oo)t$/, "sqft");
  const unit = UNITS.get(name);
  if (unit === undefined) return null;
  const spaced = match[0].startsWith(" ");
  const rest = after.slice(between.length + match[0].length);
  if (name === "in" && spaced && NOT_INCHES.test(rest)) return null;
  if (SINGLE_LETTERS_NEED_JOIN.has(name) && spaced && (place.spelled || name === "a" || name === "s"))
    return null;
  if (place.spelled && name.length <= 2) return null;
  if (name === '"' && spaced) return null;
  const decimals = /[.,](\d{1,2})$/.exec(lower.slice(place.start, place.end))?.[1]?.length ?? 0;
  return {
    ...place,
    end: place.end + between.length + match[0].length,
    kind: "measure",
    dimension: unit.dimension,
    factor: unit.factor,
    grain: unit.factor * 10 ** -decimals,
  };
}

/** "4 ft 3 in", "an hour and 35 minutes", "5'1\"": one measure in two units. */
function joinCompounds(quantities: readonly Quantity[], lower: string): Quantity[] {
  const joined: Quantity[] = [];
  for (const next of quantities) {
    const last = joined.at(-1);
    if (
      last?.kind === "measure" &&
      next.kind === "measure" &&
      last.dimension === next.dimension &&
      next.factor < last.factor &&
      (next.values[0] ?? 0) * next.factor < last.factor &&
      (isImperial(last) ? /^(?: | and |, )?$/ : /^ ?$/).test(lower.slice(last.end, next.start))
    )
      joined[joined.length - 1] = {
        ...last,
        end: next.end,
        values: last.values.map((value) => value + ((next.values[0] ?? 0) * next.factor) / last.factor),
        grain: next.factor,
      };
    else if (last?.kind === "measure" && isFeetAnd(last, next, lower))
      // "Five foot one".
      joined[joined.length - 1] = {
        ...last,
        end: next.end,
        values: last.values.map((value) => value + (next.values[0] ?? 0) / 12),
        grain: 0.0254,
      };
    else joined.push(next);
  }
  return joined;
}

function isFeetAnd(feet: Extract<Quantity, { kind: "measure" }>, next: Quantity, lower: string): boolean {
  return (
    feet.factor === 0.3048 &&
    next.kind === "count" &&
    (next.values[0] ?? 12) < 12 &&
    next.nouns[0] !== "by" &&
    lower.slice(feet.end, next.start) === " "
  );
}

/** Feet and pounds are told with their parts, as hours are; "1.4 kg and 780 g" are two weights. */
function isImperial({ factor, dimension }: Extract<Quantity, { kind: "measure" }>): boolean {
  return dimension === "time" || factor === 0.3048 || factor === 453.59237;
}

/** "$300-400", "300 to 400 dollars", "10-12 kg": what the second number is, the first one is too. */
function spreadAlongRanges(quantities: Quantity[], lower: string): Quantity[] {
  const result = [...quantities];
  for (let index = result.length - 2; index >= 0; index--) {
    const first = result[index];
    const second = result[index + 1];
    if (first === undefined || second === undefined || !RANGE_TAIL.test(lower.slice(first.end, second.start)))
      continue;
    if (first.kind === "count" && second.kind !== "count") {
      result[index] = {
        ...second,
        start: first.start,
        end: first.end,
        values: first.values,
        spelled: first.spelled,
      };
    } else if (first.kind === "money" && second.kind === "count") {
      result[index + 1] = {
        ...first,
        start: second.start,
        end: second.end,
        values: second.values,
        spelled: second.spelled,
      };
    }
  }
  return result;
}
