/** Whether a product answers a wish, judged by its row: for items that the search at hand did not rank. */
import type { Product } from "../catalog/product.ts";
import { majorOf } from "../dialogue/money.ts";
import { isSuperlative } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import { convert } from "../dialogue/units.ts";
import { valueFor } from "./product-facts.ts";

export type Judgement = "meets" | "misses" | "unknown";

/** "About 40 litres" is met within a fifth. */
const ABOUT = 0.2;

export function judgeWish(product: Product, wish: Preference): Judgement {
  const verdict = judgePositive(product, wish);
  if (wish.polarity === "positive" || verdict === "unknown") return verdict;
  return verdict === "meets" ? "misses" : "meets";
}

function judgePositive(product: Product, wish: Preference): Judgement {
  // An order is nothing that could be missed.
  if (isSuperlative(wish)) return "unknown";
  if (wish.operator !== "is") {
    const verdicts = numbersOf(product, wish).map((number) => inBounds(number, wish));
    if (verdicts.length === 0) return "unknown";
    return verdicts.includes(true) ? "meets" : "misses";
  }
  const words = wordsOf(product, wish.attribute);
  if (words === null) return mentions(product, wish) ? "meets" : "unknown";
  if (words.length === 0) return "unknown";
  const wanted = plain(String(wish.value));
  return words.some((word) => plain(word).includes(wanted)) ? "meets" : "misses";
}

/** The product's numbers on the wish's attribute, in the wish's unit. */
export function numbersOf(product: Product, { attribute, unit }: Preference): number[] {
  if (attribute === "price") return [majorOf(product.price)];
  if (attribute === "rating") return product.rating === null ? [] : [product.rating.value];
  return product.attributes.flatMap((own) => {
    const number =
      own.name === attribute && own.number !== undefined ? convert(own.number, own.unit, unit) : null;
    return number === null ? [] : [number];
  });
}

/** Whether it has less than the least that was wished for: $27 where "around $50" was said. */
export function isBelow(product: Product, wish: Preference): boolean {
  const { operator, value } = wish;
  if (operator === "is" || operator === "at-most") return false;
  const wished = Array.isArray(value) ? value : typeof value === "number" ? [value] : [];
  const least = Math.min(...wished);
  return wished.length > 0 && numbersOf(product, wish).some((number) => number < least);
}

function inBounds(number: number, { operator, value }: Preference): boolean {
  if (Array.isArray(value)) return number >= Math.min(...value) && number <= Math.max(...value);
  if (typeof value !== "number") return true;
  if (operator === "at-most") return number <= value;
  if (operator === "at-least") return number >= value;
  return Math.abs(number - value) <= ABOUT * Math.abs(value);
}

/** Null for what has no column: a feature, a use, a recipient. */
function wordsOf(product: Product, attribute: string): string[] | null {
  switch (attribute) {
    case "brand":
      return product.brand === null ? [] : [product.brand];
    case "category":
      return product.categories;
    case "feature":
    case "usage":
    case "recipient":
      return null;
    default:
      return product.attributes.filter(({ name }) => name === attribute).map(({ value }) => value);
  }
}

function mentions(product: Product, wish: Preference): boolean {
  return valueFor(product, wish) !== null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/s$/, "");
}
