/** Amounts of money and measures with their bounds [NLU-1]: "under a hundred bucks", "300-400€", "about 40 litres", "15\"". */
import { readNumber } from "./number-words.ts";
import { findAll, type Message, type Span, type Token } from "./tokens.ts";
import { isPounds, readCurrency, readUnit } from "./units.ts";

export type Bound = "exact" | "about" | "at-most" | "at-least" | "between";

export interface Quantity extends Span {
  bound: Bound;
  value: number;
  /** The upper end of a range. */
  high: number | null;
  /** ISO 4217 when a currency was named. */
  currency: string | null;
  /** Canonical unit of a measure. */
  unit: string | null;
  /** Where the number itself stands, without "under" and the like. */
  core: Span;
}

interface Amount extends Span {
  value: number;
  currency: string | null;
  unit: string | null;
  digits: boolean;
  scaled: boolean;
  /** "8+ hours". */
  plus: boolean;
}

const AT_MOST =
  "stay (?:under|below|within|beneath)|keep (?:it |this )?(?:under|below|within)|sub -|sub|south of|short of|stretch to|stretch up to|go to|go up to|go as high as|limit to|limit is|limit of|budget to|ceiling is|cap is|cap of|capped at|not a (?:penny|cent|dollar|euro) (?:over|more than|above)|<=|≤|do|jusque|ponizej|altinda|en fazla|under|below|beneath|less than|lower than|cheaper than|lighter than|smaller than|shorter than|fewer than|at most|up to|upto|maximum of|max of|maximum|max|within|<|<=|until|capped at|as much as|no higher than|menos de|hasta|por debajo de|maximo|moins de|jusqu a|jusqua|maximum de|unter|bis zu|bis|hochstens|maximal|weniger als|meno di|fino a|massimo|ate|minder dan|onder|tot|до|менее|не дороже|باقل من|اقل من|بأقل من|أقل من|تحت";
const AT_LEAST =
  "≥|over|above|more than|at least|greater than|bigger than|larger than|heavier than|higher than|longer than|minimum of|min of|minimum|min|starting at|starting from|upwards of|north of|exceeding|exceeds|exceed|>|>=|mas de|desde|plus de|uber|mindestens|mehr als|ab|piu di|almeno|meer dan|от|более";
const ABOUT =
  "closer to|nearer|like maybe|in the neighbou?rhood of|about|around|roughly|approximately|approx|circa|near|close to|somewhere around|in the region of|something like|like|more or less|~|unos|environ|etwa|ungefahr|около";
const BEFORE = new RegExp(
  `(?:^| )(?:(${AT_MOST})|(${AT_LEAST})|(${ABOUT}))(?: (?:about|around|like|the|say|is|of|only|a))? $`,
);
/** Words a leading comparator can end on: before any other word there is none to look for. */
const LAST_WORDS = new Set(
  [AT_MOST, AT_LEAST, ABOUT, "about|around|like|the|say|is|of|only|a|than"].flatMap((list) =>
    list.split("|").map((phrase) => phrase.split(" ").at(-1) ?? ""),
  ),
);
const AFTER_AT_MOST =
  /^ ?(?:or (?:less|under|below|lower|cheaper|fewer|lighter|smaller|shorter|thinner|slower)\b|max(?:imum)?\b|at (?:the )?(?:very |absolute )?most|tops|is (?:my|the|our) (?:absolute |upper |hard |top )?(?:max(?:imum)?|limit|ceiling|cap|budget)|(?:is )?(?:the )?(?:ceiling|limit|cap)\b|altinda\b|alti\b|and (?:under|below|less)\b|以下|以内|이하|まで)/;
const AFTER_AT_LEAST =
  /^ ?(?:\+|or (?:more|over|above|higher|up|bigger|larger|better|brighter|longer|taller|heavier|stronger|wider|thicker|faster|greater|newer)\b|up$|以上|이상|and (?:up|above|more|over|higher|beyond)|plus\b|(?:[a-z]+ )?(?:minimum|min)\b(?! ?[$€£\d])|at least|upwards)/;
const AFTER_ABOUT = /^ ?(?:[-,] )?(?:or so|ish\b|give or take|or thereabouts|roughly|approx|more or less)/;
/**
 * Before a comparator these turn it round: "nothing over 200", "not want to spend over 200". The nearest one counts. Any other
 * word between them is what is negated: "not black, under 120" is under 120.
 */
const REVERSED =
  /.*\b((?:not|nothing|never|none|no (?:thing|things|item|items|one|ones|products?|price|prices))(?: (?:want|wanting|to|be|being|is|are|go|going|spend|spending|pay|paying|cost|costs|costing|priced|weigh|weighs|weighing|it|i|can|could|would|will|should|like|really|willing|looking|prepared|able|anything|any|much|for|that|which|the|budget|by|far|at|all|me|ones?|item|items|thing|things)){0,6})$/;
/** "No more than 100", "no bikes over 1,000"; "no leather below 100" has nothing against what is below. */
const REVERSED_KIND = /.*\b(no(?: [a-z]+(?: (?:that|which) (?:is|are|costs?|weighs?))?)?)$/;
/** As much of the text before a number as a comparator can take up. */
export const LONGEST_LEAD = 120;
/** "Over" and the like inside these are no bound: "more than happy". */
const RANGE_JOINERS = new Set(["-", "–", "—", "to", "and", "~", "y", "a", "et", "und", "bis"]);

/** "Size 44", "shade 120", "number 7": the number is a name of what stands before it, and no amount. */
const NAMED_BY =
  /^(?:sizes?|shades?|tones?|numbers?|no|nr|nos|models?|versions?|types?|marks?|mk|gen|generation|series|spf|fps|colou?rs?|grades?|levels?|gauge|eu|eur|uk|us|cup|band|waist|inseam|sku|ref|article|item|option|part)$/;

/** The word by which a bare number is a name; null for an amount. */
export function namedBy({ tokens }: Message, { core, unit, currency, bound }: Quantity): string | null {
  if (unit !== null || currency !== null || (bound !== "exact" && bound !== "between")) return null;
  // "Nr. 7", "size: 44", "# 7".
  const mark = /^[.:#]$/.test(tokens[core.from - 1]?.word ?? "") ? 1 : 0;
  const word = tokens[core.from - 1 - mark]?.word ?? "";
  return NAMED_BY.test(word) ? word : null;
}

export function findQuantities(message: Message, shopCurrency: string, weightTalk: boolean): Quantity[] {
  const amounts = joinRanges(message, readAmounts(message, shopCurrency, weightTalk));
  return amounts.map((amount) => withBound(message, amount));
}

function readAmounts(message: Message, shopCurrency: string, weightTalk: boolean): Amount[] {
  const { tokens } = message;
  const amounts: Amount[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const amount = readAmount(tokens, index, shopCurrency, weightTalk);
    if (!amount) continue;
    amounts.push(amount);
    index = amount.to - 1;
  }
  return amounts;
}

function readAmount(
  tokens: Token[],
  start: number,
  shopCurrency: string,
  weightTalk: boolean,
): Amount | null {
  const sign = readCurrency(tokens[start]?.word ?? "", shopCurrency);
  const numberAt = sign !== null && tokens[start]?.word !== "a" ? start + 1 : start;
  // No price has three decimals: "1.200" is one thousand two hundred unless a unit says that it is a measure.
  const following = tokens[numberAt + 1];
  const pointGroups = following === undefined || readUnit(following.word, following.glued) === null;
  const number = readNumber(tokens, numberAt, pointGroups);
  if (!number) return null;
  const digits = number.digits;
  const scaled = number.to - numberAt > 1;
  let to = number.to;
  let currency = sign;
  let unit: string | null = null;
  // "15-inch" and "40 - litre": a hyphen may stand between number and unit.
  // "8+ hours": the bound stands between number and unit.
  const plus = tokens[to]?.word === "+" && readUnit(tokens[to + 1]?.word ?? "", false) !== null ? 1 : 0;
  to += plus;
  const hyphen = tokens[to]?.word === "-" && tokens[to + 1]?.kind === "word" && tokens[to + 1]?.glued ? 1 : 0;
  const next = tokens[to + hyphen];
  if (next && currency === null) {
    const money = readCurrency(next.word, shopCurrency);
    const pounds = isPounds(next.word);
    if (pounds && shopCurrency !== "GBP" && weightTalk) unit = "lb";
    else if (money !== null) currency = money;
    else unit = readUnit(next.word, next.glued || hyphen === 1);
    if (money !== null || unit !== null) to += hyphen + 1;
  }
  const bareWord = !digits && currency === null && unit === null;
  // "That one" and "a hundred reasons" are no amounts; "two hundred" may be one, and "four to six hundred" are two.
  if (bareWord && number.value < 20 && !beginsScaledRange(tokens, start, to)) return null;
  // A letter glued to a number belongs to a name ("S7" is one token, "700c" and "4k" are two).
  const name = tokens[to];
  if (
    unit === null &&
    currency === null &&
    name?.glued &&
    name.kind === "word" &&
    !/^(?:ish|or|and)$/.test(name.word)
  )
    return null;
  return { from: start, to, value: number.value, currency, unit, digits, scaled, plus: plus === 1 };
}

function beginsScaledRange(tokens: Token[], start: number, joinerAt: number): boolean {
  const joiner = tokens[joinerAt]?.word ?? "";
  const isJoined = joiner === "and" ? tokens[start - 1]?.word === "between" : /^(?:to|-|–|—)$/.test(joiner);
  if (!isJoined) return false;
  const high = readNumber(tokens, joinerAt + 1, true);
  return high !== null && high.to - joinerAt > 2 && high.value >= 100;
}

interface Ranged extends Amount {
  high: number | null;
}

function joinRanges(message: Message, amounts: Amount[]): Ranged[] {
  const joined: Ranged[] = [];
  for (let index = 0; index < amounts.length; index++) {
    const low = amounts[index];
    const high = amounts[index + 1];
    if (!low) continue;
    const bothEnds = high && isRange(message, low, high);
    if (high && bothEnds) {
      // "1-2k" means thousands on both sides, "four to six hundred" hundreds.
      const scale = high.value < 1000 ? 100 : 1000;
      const isShared = high.scaled && !low.scaled && low.value * scale < high.value;
      const factor = isShared ? scale : 1;
      joined.push({
        ...low,
        from: low.from,
        to: high.to,
        value: low.value * factor,
        high: high.value,
        currency: low.currency ?? high.currency,
        unit: low.unit ?? high.unit,
      });
      index++;
    } else joined.push({ ...low, high: null });
  }
  return joined;
}

function isRange(message: Message, low: Amount, high: Amount): boolean {
  const joiner = message.tokens[low.to];
  // "From $20 up to $40".
  const isUpTo =
    joiner?.word === "up" && message.tokens[low.to + 1]?.word === "to" && high.from === low.to + 2;
  if (isUpTo) return low.value < high.value;
  if (high.from !== low.to + 1 || !joiner || !RANGE_JOINERS.has(joiner.word)) return false;
  // "Between 40 and 50", "somewhere between 1 and 2 hundred".
  if (joiner.word !== "and" && joiner.word !== "y" && joiner.word !== "et" && joiner.word !== "und")
    return low.value < high.value;
  return /\b(?:between|entre|zwischen|tussen|tra|fra)$/.test(
    message.plain.slice(0, message.plainStarts[low.from]).trimEnd(),
  );
}

function withBound(message: Message, amount: Ranged): Quantity {
  const core = { from: amount.from, to: amount.to };
  const base = { value: amount.value, high: amount.high, currency: amount.currency, unit: amount.unit, core };
  const start = message.plainStarts[amount.from] ?? 0;
  const before = message.plain.slice(Math.max(0, start - LONGEST_LEAD), start);
  if (amount.high !== null) {
    const opener = /(?:^| )(?:between|from|entre|zwischen|de) $/.exec(before);
    return { ...base, ...core, from: opener ? amount.from - 1 : amount.from, bound: "between" };
  }
  const after = message.plain.slice(message.plainStarts[amount.to] ?? message.plain.length);
  const trailing = trailingBound(after);
  if (amount.plus) return { ...base, ...core, bound: "at-least" };
  if (trailing) return { ...base, from: amount.from, to: amount.to + trailing.words, bound: trailing.bound };

  const mayLead = LAST_WORDS.has(message.tokens[amount.from - 1]?.word ?? "");
  const leading = mayLead ? BEFORE.exec(before) : null;
  if (!leading) return { ...base, ...core, bound: "exact" };
  const comparatorAt = (leading.index ?? 0) + (leading[0].startsWith(" ") ? 1 : 0);
  let from = amount.from - leading[0].trim().split(" ").length;
  const bound: Bound = leading[1] ? "at-most" : leading[2] ? "at-least" : "about";
  if (bound === "about") return { ...base, from, to: amount.to, bound };
  const preceding = lastClause(before.slice(0, comparatorAt).trimEnd());
  const negation = REVERSED.exec(preceding) ?? (bound === "at-least" ? REVERSED_KIND.exec(preceding) : null);
  if (!negation) return { ...base, from, to: amount.to, bound };
  from -= (negation[1] ?? "").split(" ").length;
  return {
    ...base,
    from: Math.max(0, from),
    to: amount.to,
    bound: bound === "at-most" ? "at-least" : "at-most",
  };
}

/** The bound that follows an amount: "or more", "at most", "or so". */
export function trailingBound(after: string): { bound: Bound; words: number } | null {
  for (const [pattern, bound] of [
    [AFTER_AT_MOST, "at-most"],
    [AFTER_AT_LEAST, "at-least"],
    [AFTER_ABOUT, "about"],
  ] as const) {
    const match = pattern.exec(after);
    // A clause ends at the comma of "$1,500, give or take", and the amount with it.
    if (!match) continue;
    const words = match[0].trim().split(" ").length;
    // A noun between the amount and its bound is not the bound's: "20 hours battery minimum".
    const isApart =
      match[0].startsWith(",") || /^ ?[a-z]+ min(?:imum)?$/.test(match[0].replace(/^ ?(?:and|or) /, ""));
    return { bound, words: isApart ? 0 : words };
  }
  return null;
}

function lastClause(text: string): string {
  return text.slice(
    Math.max(text.lastIndexOf(","), text.lastIndexOf("."), text.lastIndexOf("!"), text.lastIndexOf("?")) + 1,
  );
}

/** "Well reviewed", "top rated": at least four stars, as shops draw the line. */
export const WELL_REVIEWED = 4;
const WELL_REVIEWED_WORDS =
  /\b(?:(?:well|highly|top|best|better) - ?(?:rated|reviewed)|(?:well|highly|top|best) (?:rated|reviewed)|(?:good|great|positive|excellent|decent|solid|high|best) (?:customer )?(?:reviews?|ratings?))\b/g;

export function findWellReviewed(message: Message): Span[] {
  return findAll(message, WELL_REVIEWED_WORDS);
}
