/** Prices, amounts, discounts and savings. */
import { claimedBetween, comparedBy } from "../compared-items.ts";
import type { Check, Finding } from "../finding.ts";
import type { ItemFacts } from "../item-facts.ts";
import { matchesOf } from "../matches-of.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause, Reading } from "../read-sentence.ts";
import { isHeld, subjectsOf } from "../subjects-of.ts";
import { majorOf, type Support } from "../support.ts";
import { variantsNamed } from "../variants-named.ts";
import { exponentOf } from "../words/currencies.ts";
import { HEDGE_AFTER, HEDGE_BEFORE } from "../words/hedges.ts";
import { isDerived } from "./derived-amounts.ts";
import { isDerivedFigure } from "./derived-figures.ts";
import { isRatio } from "./proportions.ts";

type Amount = Extract<Quantity, { kind: "money" }>;
type Percent = Extract<Quantity, { kind: "percent" }>;

const AT_MOST =
  /\b(?:under|below|short of|inside|less than|up to|within|at most|no more than|not more than|cheaper than|inside|beneath|max(?:imum)?(?: of)?)\s+(?:your |the |a )?(?:budget of |limit of )?$/;
const AT_LEAST =
  /\b(?:over|above|more than|at least|north of|beyond|exceeds|upwards of|from)\s+(?:your |the )?(?:budget of |limit of )?$/;
const SAVING_BEFORE =
  /\b(?:sav(?:e|es|ed|ing|ings)(?: of)?|discount of|reduced by|down by|reduction of|knocked off|price (?:drop|cut) of)\s+(?:you\s+)?(?:about |a full )?$/;
const SAVING_AFTER = /^\s*(?:off|discount|saving|reduction|rebate|cashback)\b/;
const DIFFERENCE_AFTER =
  /^\s*(?:more|less|cheaper|dearer|pricier|extra|difference|apart|over the|costlier|gap|between)\b/;
const DIFFERENCE_BEFORE =
  /\b(?:(?:difference|gap)(?: (?:in|between|of|to|with) [^.;]{1,40}?)? (?:of|is|comes to|amounts to)|difference of|by|extra)\s+(?:about |just |only )?$/;
const FORMER =
  /\b(?:was|were|instead of|rather than|used to (?:be|cost)|originally|list price(?: of| is)?|(?:down|reduced|dropped|cut) to [^.]{2,12} from|(?:down|cut|dropped|lowered|reduced) [^.;]{1,14}, from|(?:cut|dropped|lowered|slashed|gone down|come down|went down|went|gone) from|down from|reduced from|marked down from|old price(?: of| was)?|previously|formerly|full price(?: of| was)?|rrp|msrp)\s+(?:priced at |at |only )?$/;
const SALE =
  /\b(?:on (?:special )?(?:sale|offer|promotion|clearance|discount)|discounted|marked down|reduced|price (?:drop|cut|slash)(?:ped)?|bargain|clearance (?:sale|price[sd]?|deal|offer|item|stock|model)s?|half[- ]price|half the price|half off|half (?:its|the) (?:old|former|original|usual) price|for free|free gift|buy one[, ]+get one|bogo|coupon|promo(?:tion)?(?: code)?|voucher|special offer|today'?s deal|limited[- ]time|discount(?:s)?|free of charge|steal|lowest price|price match\w*|cashback|rebate|instal?lments?|financing|interest[- ]free|monthly payments?|no extra cost|loyalty points|(?:with|use|enter|apply|using|redeem) (?:the |this |our |my )?(?:discount |promo )?code)\b/g;
/** Without a verb before it, an amount that was heard repeats the wish: "bikes under $800, noted". */
const VERB = /\b(?:is|are|costs?|sells?|goes|comes|runs|at|for|priced)\b|'s\b|'re\b/;
/** "It's tents under $300": what is looked for, in the plural, with the limit the shopper set. */
const RESTATES =
  /\b(?:it's|it is|that's)\s+(?:[\w-]+\s+){0,4}[a-z-]+s\s+(?:\w+\s+){0,3}(?:under|below|up to|over|between|around|about|from|at most|at least)\s+$/;
const DISCOUNTS = /\b(?:off|discount\w*|sav\w+|sale|deal|knock\w*|free)\b/;
const BUDGET_WORD = /\b(?:budget|limit|ceiling|cap|spend|spending)\b/;

export const checkMoney: Check = (reading, support) => [
  ...reading.clauses.flatMap((clause) => [
    ...clause.quantities.flatMap((quantity) => {
      if (quantity.kind === "money") return checkAmount(quantity, clause, reading, support);
      return quantity.kind === "percent" ? checkPercent(quantity, clause, reading, support) : [];
    }),
    ...checkSale(clause, reading, support),
  ]),
];

function checkAmount(amount: Amount, clause: Clause, reading: Reading, support: Support): Finding[] {
  const refuse = (why: string): Finding[] => [
    { type: "unsupported", start: amount.start, end: amount.end, why },
  ];
  const { currency } = support.evidence;
  const ofItems = support.items.map((item) => item.product.price.currency);
  if (amount.currencies !== null && ![currency, ...ofItems].some((own) => amount.currencies?.includes(own))) {
    return refuse("not in the currency of the shop");
  }
  const before = clause.text.slice(0, amount.start - clause.start);
  const after = clause.text.slice(amount.end - clause.start);
  const about = subjectsOf(amount, clause, reading);

  if (
    wasHeard(amount, support) &&
    ((clause.kind !== "assertion" && clause.kind !== "talk") ||
      (clause.kind === "talk" && AT_MOST.test(before)) ||
      (BUDGET_WORD.test(clause.text) && !BUDGET_AT.test(before)) ||
      !VERB.test(before) ||
      RESTATES.test(before))
  )
    return [];
  const gaps = gapsOfNamed(amount, clause, reading, support);
  if (gaps.length > 0 && !gaps.some((gap) => isAmount(amount, gap)))
    return refuse("not the difference between the two that are named");
  const alone = clause.quantities.filter(({ kind }) => kind === "money").length === 1;
  const isPriced = (item: ItemFacts) => isSupportedBy(item, amount, before, after, clause);
  const isOfItem = alone ? isHeld(amount, clause, reading, isPriced) : about.some(isPriced);
  if (!isOfItem && isPriceOfItem(before, after, clause, reading))
    return refuse("not a price of what it is said of");
  if (support.amounts.some((known) => isAmount(amount, known))) return [];
  // "I can look for something under $35": a search has no price yet.
  if (
    (clause.kind === "offer" || clause.kind === "question") &&
    AT_MOST.test(before) &&
    !DISCOUNTS.test(clause.text)
  )
    return [];
  if (isOfItem) return [];
  if (isEndOfRange(before, after)) return refuse("not an end of that range of prices");
  if (isDerived({ amount, before, after, clause, about, support })) return [];
  if (isDifference(before, after) && differences(support.items).some((gap) => isAmount(amount, gap)))
    return [];
  if (isBounded(amount, before, clause, about) || isTotal(amount, before, clause, reading, support.items))
    return [];
  if (!FORMER.test(before) && isDerivedFigure({ figure: amount, clause, reading, about, support })) return [];
  return refuse(
    about.length === 1 ? `not a price of ${about[0]?.product.title}` : "an amount that nothing supports",
  );
}

/**
 * "The A costs $30", "it fits your budget at $8", "down from $8": what is put as an item's own price, now or before, is
 * none that follows from others, no difference and nothing that was heard.
 */
function isPriceOfItem(before: string, after: string, clause: Clause, reading: Reading): boolean {
  if (clause.kind !== "assertion" || clause.quantifier !== null) return false;
  const isOfOne = clause.named.length > 0 || /\b(?:it|it's|this|that|they)\b/.test(before);
  if (!isOfOne || !ENDS_PRICE.test(after) || TOTAL.test(reading.normal.lower.slice(0, clause.end)))
    return false;
  if (/\b(?:both|pair|two|three|four|five|six|\d+) of\b|\bpair\b|\beach\b/.test(before)) return false;
  return PRICE_BEFORE.test(before) || BUDGET_AT.test(before) || DOWN_FROM.test(before);
}

const PRICE_BEFORE =
  /\b(?:costs?|priced at|sells? (?:for|at)|goes for|go for|comes? in at|sets? you back)\s+(?:only |just )?$/;
const BUDGET_AT = /\b(?:budget|limit),? (?:at|for|with) (?:only |just )?$/;
const DOWN_FROM = /\b(?:down|reduced|dropped|cut|lowered|slashed) from $/;
const ENDS_PRICE = /^\s*(?:$|[.,;:!?–—-]|(?:and|but|plus|while|which|so|to)\b)/;

/** "From $4 to $90": both ends are prices. */
function isEndOfRange(before: string, after: string): boolean {
  return (
    (/\bfrom $/.test(before) && /^ (?:to|up to) [^\d\s]{0,3}\d/.test(after)) ||
    /\bfrom [^\d\s]{0,3}[\d.,]+ (?:to|up to) $/.test(before)
  );
}

/** What stands around an amount says what it must equal: a saving, a former price, or a price. */
function isSupportedBy(
  item: ItemFacts,
  amount: Amount,
  before: string,
  after: string,
  clause: Clause,
): boolean {
  if (SAVING_BEFORE.test(before) || SAVING_AFTER.test(after)) return isAmount(amount, savingOf(item));
  if (FORMER.test(before)) return isAmount(amount, formerOf(item));
  if (AT_MOST.test(before) || (AT_LEAST.test(before) && !/\bfrom $/.test(before))) return false;
  if (isDifference(before, after)) return false;
  // "$27 per bottle" of a pack of three.
  if (PER_PIECE.test(after) && isPack(item)) return false;
  // "White is $10 more", "the XL costs $92": a variant that is named alone has its own price.
  const named = new Set(
    variantsNamed(clause.text.slice(0, amount.start - clause.start), item.product).map(({ price }) =>
      majorOf(price),
    ),
  );
  // "Both sizes cost $22": then each of them does.
  if (EVERY_CHOICE.test(clause.text) && item.prices.length > 1) return false;
  const prices = named.size === 1 && item.prices.length > 1 ? [...named] : pricesOf(item);
  return prices.some((price) =>
    isAmount(amount, price, HEDGE_BEFORE.test(before) || HEDGE_AFTER.test(after) ? 0.03 : 0),
  );
}

export const EVERY_CHOICE =
  /\b(?:both|all|every|each|either|any)(?: of)?(?: the| its| our)?(?: (?:two|three|four|five|six|\d))?(?: \w+)? (?:sizes?|colou?rs?|versions?|shades?|tints?|finish(?:es)?|options?|variants?|kits?)\b/;

function isDifference(before: string, after: string): boolean {
  return DIFFERENCE_AFTER.test(after) || DIFFERENCE_BEFORE.test(before);
}

function isBounded(amount: Amount, before: string, clause: Clause, about: readonly ItemFacts[]): boolean {
  const isNot = clause.quantifier === "none" || /\b(?:not|n't|never)\b|n't\b/.test(before);
  const least = AT_LEAST.test(before) && !/\bnot? more than\s/.test(before);
  // "From $3 to $12" has two ends, and each of them is there.
  if (
    /\bfrom $/.test(before) &&
    /^ (?:to|up to|-) [^\d\s]{0,3}\d/.test(clause.text.slice(amount.end - clause.start))
  )
    return false;
  const upper = AT_MOST.test(before) || (least && isNot);
  if (!upper && !least) return false;
  if (
    /\bsav(?:e|es|ed|ing|ings)\b[^.]*$/.test(before) ||
    SAVING_AFTER.test(clause.text.slice(amount.end - clause.start))
  ) {
    const savings = about.map(savingOf);
    return savings.some(
      (saving) =>
        saving !== null &&
        amount.values.some((value) =>
          upper ? saving <= value && saving > value * 0.7 : saving >= value && saving < value * 1.4,
        ),
    );
  }
  if (TOTAL.test(clause.text))
    return amount.values.some((value) => (upper ? totalOf(about) <= value : totalOf(about) >= value));
  if (clause.kind !== "assertion" && clause.kind !== "talk") return false;
  return (
    about.length > 0 &&
    about.every(
      (item) =>
        amount.values.some((value) => (upper ? lowestPrice(item) <= value : lowestPrice(item) >= value)) &&
        isWithinSight(item, amount),
    )
  );
}

/** "Under $5,000" is true of a $20 lamp and still misleads. */
function isWithinSight(item: ItemFacts, amount: Amount): boolean {
  return amount.values.some((value) => value <= lowestPrice(item) * 2.5 && value >= lowestPrice(item) * 0.3);
}

function isTotal(
  amount: Amount,
  before: string,
  clause: Clause,
  reading: Reading,
  items: readonly ItemFacts[],
): boolean {
  const slack = HEDGE_BEFORE.test(before) ? 0.03 : 0;
  // "Two of them would be $98."
  const pieces = clause.quantities.flatMap((other) =>
    other.kind === "count" && other.start < amount.start ? other.values : [],
  );
  if (/\b(?:both|pair)\b/.test(before)) pieces.push(2);
  const multiples = items.flatMap((item) =>
    pricesOf(item).flatMap((price) => pieces.map((count) => (count > 1 && count <= 24 ? price * count : 0))),
  );
  if (multiples.some((known) => known > 0 && isAmount(amount, known, slack))) return true;
  if (!TOTAL.test(reading.normal.lower.slice(0, clause.end))) return false;
  const totals = items.reduce<number[]>(
    (sums, item) => sums.flatMap((sum) => pricesOf(item).map((price) => sum + price)).slice(0, 200),
    [0],
  );
  return totals.some((known) => isAmount(amount, known, slack));
}

const TOTAL =
  /\b(?:plus|sum|adds? up|added up|together|total|for both|in all|altogether|combined|the pair of them|as a pair)\b/;

function totalOf(items: readonly ItemFacts[]): number {
  return items.reduce((sum, item) => sum + majorOf(item.product.price), 0);
}

function wasHeard(amount: Quantity, support: Support): boolean {
  return support.saidQuantities.some(
    (heard) =>
      (heard.kind === "money" || heard.kind === "count") &&
      heard.values.some((value) => amount.values.includes(value)),
  );
}

/** Equal to the cent, or to the unit where no cents were written and the amount is hedged or whole. */
function isAmount(amount: Amount, known: number | null, slack = 0): boolean {
  if (known === null) return false;
  return amount.values.some((value) => Math.abs(value - known) <= Math.max(roundingOf(value), known * slack));
}

const PER_PIECE =
  /^\s*(?:each|apiece|per (?!set|pack|box|pair|month|kit)[a-z]+|an? (?:piece|bottle|item|pop))\b/;

function isPack(item: ItemFacts): boolean {
  return item.phraseCounts.some(
    ({ value, near }) => value > 1 && ["pack", "set", "pair", "piec", "bundl"].some((stem) => near.has(stem)),
  );
}

/** "$80" may be said of $79.99, "$79.98" may not. */
export function roundingOf(value: number): number {
  return Number.isInteger(value) && value >= 10 ? 0.0501 : 0.0051;
}

function pricesOf(item: ItemFacts): number[] {
  return item.prices.map((minor) => minor / 10 ** exponentOf(item.product.price.currency));
}
function lowestPrice(item: ItemFacts): number {
  return Math.min(...pricesOf(item));
}
function formerOf(item: ItemFacts): number | null {
  return item.product.was === null ? null : majorOf(item.product.was);
}
function savingOf(item: ItemFacts): number | null {
  return item.product.was === null ? null : majorOf(item.product.was) - majorOf(item.product.price);
}
/** "A is $2 cheaper than B": a difference of those two, not of any others; none where it is not put like that. */
function gapsOfNamed(amount: Amount, clause: Clause, reading: Reading, support: Support): number[] {
  const compared = comparedBy(amount, clause, reading);
  if (compared === null) return [];
  const claimed = claimedBetween(compared, support, (attribute) => attribute === "price").flatMap(
    ({ differenceMoney }) => (differenceMoney ? [majorOf(differenceMoney)] : []),
  );
  if (claimed.length > 0) return claimed;
  return compared.first.flatMap((a) => compared.second.flatMap((b) => (a === b ? [] : pricesApart(a, b))));
}

/** Each has a price of its own, and perhaps others for its variants. */
function pricesApart(a: ItemFacts, b: ItemFacts): number[] {
  return pricesOf(a).flatMap((one) => pricesOf(b).map((other) => Math.abs(one - other)));
}
function differences(items: readonly ItemFacts[]): number[] {
  return items
    .flatMap((a) => items.map((b) => Math.abs(majorOf(a.product.price) - majorOf(b.product.price))))
    .filter((gap) => gap > 0);
}

/** A share is a reduction where it says so, a ratio where two items are compared; else the row must hold it ("100 % cotton"). */
function checkPercent(percent: Percent, clause: Clause, reading: Reading, support: Support): Finding[] {
  const before = clause.text.slice(
    Math.max(0, percent.start - clause.start - 30),
    percent.start - clause.start,
  );
  const after = clause.text.slice(percent.end - clause.start).slice(0, 30);
  const slack = percent.spelled || HEDGE_BEFORE.test(before) ? 2.5 : 0.5;
  const isReduced = (item: ItemFacts) => percent.values.some((value) => isReduction(item, value, slack));
  const speaksOfReduction =
    /\b(?:off|sav\w+|discount\w*|reduc\w+|marked down|less|cheaper|sale|old price|before)\b/.test(
      before + after,
    );
  const holds = speaksOfReduction
    ? isHeld(percent, clause, reading, isReduced)
    : isHeld(percent, clause, reading, (item) => percent.values.some((value) => item.percents.has(value)));
  if (
    holds ||
    percent.values.some((value) =>
      isRatio(value / 100, slack / 100, after, clause, reading, support, RATIO_BOUND.exec(before)?.[1]),
    ) ||
    isDerivedFigure({
      figure: percent,
      clause,
      reading,
      about: subjectsOf(percent, clause, reading),
      support,
    })
  )
    return [];
  return [
    { type: "unsupported", start: percent.start, end: percent.end, why: "a share that nothing supports" },
  ];
}

const RATIO_BOUND = /\b(more than|over|just over|less than|under|just under|nearly|almost)\s$/;

function isReduction(item: ItemFacts, percent: number, slack = 0.5): boolean {
  const { price, was } = item.product;
  return was !== null && Math.abs((1 - price.minor / was.minor) * 100 - percent) <= slack;
}

/** Talk of a sale needs a price before the reduction. */
function checkSale(clause: Clause, reading: Reading, support: Support): Finding[] {
  if (clause.kind === "absence") return [];
  const reduced = (item: ItemFacts) => item.product.was !== null;
  return matchesOf(SALE, clause.text).flatMap((match): Finding[] => {
    const place = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    const about = subjectsOf(place, clause, reading);
    const isDenied =
      clause.quantifier === "none" ||
      /\b(?:not|no|never)\b|n't\b/.test(clause.text.slice(0, match.index).slice(-24));
    const isOnSale = isHeld(place, clause, reading, reduced);
    const plain =
      /^(?:on (?:special )?(?:sale|offer|discount)|discounted|marked down|reduced|price drop(?:ped)?|discounts?)$/.test(
        match[0],
      );
    if (plain && (isDenied ? !about.some(reduced) : isOnSale)) return [];
    if (match[0].startsWith("half") && about.some((item) => isReduction(item, 50))) return [];
    if (/^half the price/.test(match[0]) && clause.kind === "assertion" && isHalfOfAnother(clause, support))
      return [];
    const start = clause.start + match.index;
    return [
      {
        type: "unsupported",
        start,
        end: start + match[0].length,
        why: "speaks of a reduction or an offer that the catalog does not hold",
      },
    ];
  });
}

function isHalfOfAnother(clause: Clause, support: Support): boolean {
  const prices = (clause.named.length > 1 ? clause.named : support.items).map(lowestPrice);
  return prices.some((a) => prices.some((b) => Math.abs(a / b - 0.5) <= 0.03));
}
