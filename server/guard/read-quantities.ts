/** Finds every number of a text and what it is a number of: money, a share, a measure, or things counted. */

import { numberPlaces, type Place } from "./number-places.ts";
import { stemOf } from "./tokens.ts";
import { CURRENCY_NAMES } from "./words/currencies.ts";
import { UNITS } from "./words/units.ts";

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
  const { numbers, shares } = numberPlaces(lower);
  const quantities = [
    ...numbers.map((place) => classify(place, lower, siteCurrency)),
    ...shares.map((place): Quantity => ({ ...place, kind: "percent" })),
  ].sort((a, b) => a.start - b.start);
  return joinCompounds(spreadAlongRanges(quantities, lower), lower);
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
