/** Amounts that stand in no row and follow from one: what is left of a budget, a price per litre, a gap between two. */
import type { ItemFacts } from "../item-facts.ts";
import type { Quantity } from "../read-quantities.ts";
import type { Clause } from "../read-sentence.ts";
import { majorOf, type Support } from "../support.ts";
import { HEDGE_BEFORE } from "../words/hedges.ts";
import { UNITS } from "../words/units.ts";

type Amount = Extract<Quantity, { kind: "money" }>;

export interface AmountInPlace {
  amount: Amount;
  /** The clause before and after the amount. */
  before: string;
  after: string;
  clause: Clause;
  about: readonly ItemFacts[];
  support: Support;
}

const AT_MOST_ABOUT = /\b(?:nearly|almost|close to|just under)\s+$/;
const LEFT_AFTER =
  /^\s*(?:left|to spare|spare|remaining|under|below|short of|within|inside|over|above|beyond|off the mark|of (?:your|the) (?:budget|limit)|less than (?:you|your)|more than (?:you|your))\b/;
const LEFT_BEFORE =
  /\b(?:leaves?(?: you)?(?: with)?|keeps?|spare(?:s)?(?: you)?|misses? (?:it|your \w+) by|over by|under by)\s+(?:\w+ ){0,2}$/;
const THAN_BEFORE =
  /^\s*(?:less|cheaper|lower|off)\b.{0,12}\b(?:before|than (?:it|they|the (?:old|former|original|usual)|usual|previously)|used to|compared (?:to|with) (?:before|its|the old))/;
const SAVING = /\bsavings?\b.{0,14}$|\bsav(?:e|es|ing)\b.{0,14}$/;
const COMPARES = /^\s*(?:more|less|cheaper|dearer|pricier|extra|difference|apart|costlier|between|on top)\b/;
const EXTRA_BEFORE = /\b(?:extra|additional|difference (?:of|is)|further|by)\s+(?:\w+ )?$/;
const PER_UNIT = /^\s*(?:per|an?|for (?:each|every)|each|\/)\s*(fluid ounce|[a-z]+)/;

/** A hedged amount may be off by this share of what is right: "about ten dollars left" of eleven. */
const HEDGED_SHARE = 0.1;

export function isDerived(place: AmountInPlace): boolean {
  return (
    place.about.some(
      (item) =>
        isLeft(item, place) ||
        isFormerGap(item, place) ||
        isPerUnit(item, place) ||
        isPerPiece(item, place) ||
        isBetweenVariants(item, place),
    ) || isBetweenItems(place)
  );
}

function isNear({ amount, before }: AmountInPlace, known: number, share = HEDGED_SHARE): boolean {
  if (known <= 0) return false;
  const slack = HEDGE_BEFORE.test(before)
    ? known * share
    : Math.max(...amount.values.map((value) => (Number.isInteger(value) && value >= 5 ? 0.0501 : 0.0051)));
  return amount.values.some(
    (value) => Math.abs(value - known) <= slack && (!AT_MOST_ABOUT.test(before) || value >= known - 0.0051),
  );
}

/** Against what the shopper set, or another amount of the same clause. */
function isLeft(item: ItemFacts, place: AmountInPlace): boolean {
  if (!LEFT_AFTER.test(place.after) && !LEFT_BEFORE.test(place.before)) return false;
  const limits = [...place.support.saidQuantities, ...place.clause.quantities].filter(
    (quantity) => quantity !== place.amount && (quantity.kind === "money" || quantity.kind === "count"),
  );
  // What is left may be left of all of them together.
  const total = place.support.items.reduce((sum, { product }) => sum + majorOf(product.price), 0);
  const prices = [
    ...item.prices.map((minor) => minor / (item.product.price.minor / majorOf(item.product.price))),
    total,
  ];
  return limits.some(({ values }) =>
    values.some((limit) => prices.some((price) => isNear(place, Math.abs(limit - price)))),
  );
}

function isFormerGap({ product }: ItemFacts, place: AmountInPlace): boolean {
  if (product.was === null) return false;
  const saving = majorOf(product.was) - majorOf(product.price);
  return (
    (THAN_BEFORE.test(place.after) ||
      SAVING.test(place.before) ||
      /^\s*(?:better off\b|less\b\s*(?:$|[.,;!?]|now|than))/.test(place.after)) &&
    isNear(place, saving, 0.03)
  );
}

function isPerUnit(item: ItemFacts, place: AmountInPlace): boolean {
  const name = PER_UNIT.exec(place.after)?.[1]?.replace("fluid ounce", "floz").replace(/ies$/, "y") ?? "";
  const unit = UNITS.get(name);
  if (unit === undefined) return false;
  const price = majorOf(item.product.price);
  return item.measures.some(
    (fact) =>
      fact.dimension === unit.dimension &&
      fact.value > 0 &&
      place.amount.values.some((value) => {
        const known = price / (fact.value / unit.factor);
        return Math.abs(value - known) <= Math.max(known * 0.01, 0.0051);
      }),
  );
}

/** "Two lights for $79, so roughly $40 each." */
function isPerPiece(item: ItemFacts, place: AmountInPlace): boolean {
  if (!/^\s*(?:each|apiece|per (?:piece|pair|item)|a (?:piece|pair))\b/.test(place.after)) return false;
  const price = majorOf(item.product.price);
  return [...item.counts.keys(), 2].some(
    (pieces) => pieces > 1 && pieces <= 24 && isNear(place, price / pieces, 0.03),
  );
}

function isBetweenVariants({ prices, product }: ItemFacts, place: AmountInPlace): boolean {
  const scale = product.price.minor / majorOf(product.price);
  return (
    COMPARES.test(place.after) && prices.some((a) => prices.some((b) => isNear(place, (a - b) / scale, 0.03)))
  );
}

function isBetweenItems(place: AmountInPlace): boolean {
  if (!COMPARES.test(place.after) && !EXTRA_BEFORE.test(place.before)) return false;
  const prices = place.support.items.map((item) => majorOf(item.product.price));
  return prices.some((a) => prices.some((b) => isNear(place, a - b, 0.03)));
}
