import type { Candidate } from "../catalog/candidates.ts";
import type { Product } from "../catalog/product.ts";
import { minorOf } from "../dialogue/money.ts";
import type { Preference } from "../dialogue/state.ts";
import type { PlanContext } from "./plan-context.ts";
import { characteristics, mostTellingFirst, valueFor } from "./product-facts.ts";
import { isSayable } from "./uptake.ts";

const REASONS_MAX = 2;

/** One short phrase on a card: the wishes it answers, or else what sets it apart. Only words of the row and of the shopper. */
export function explainCard(
  product: Product,
  candidate: Candidate | undefined,
  context: PlanContext,
): string {
  const held = context.state.preferences.filter((wish) => wish.held);
  const met = held.filter((wish) => candidate?.meets.includes(wish.id));
  const reasons = mostTellingFirst(met).flatMap((wish) => reasonOf(product, wish, context) ?? []);
  const unique = [...new Set(reasons)].slice(0, REASONS_MAX);
  if (unique.length > 0) return unique.join(" · ");

  const [attribute] = characteristics(product);
  if (product.rating && product.rating.count >= 3)
    return `Rated ${product.rating.value} by ${product.rating.count} buyers`;
  return attribute
    ? attribute.value === "yes"
      ? sentenceCase(attribute.name)
      : `${sentenceCase(attribute.name)}: ${attribute.value}`
    : (product.categories.at(-1) ?? product.brand ?? "");
}

function reasonOf(product: Product, wish: Preference, context: PlanContext): string | null {
  if (wish.polarity === "negative" || wish.attribute === "category" || !isSayable(wish)) return null;
  if (wish.attribute === "price") return priceReason(product, wish, context);
  if (wish.attribute === "rating") return product.rating && `Rated ${product.rating.value}`;
  const value = valueFor(product, wish);
  if (value === "yes") return sentenceCase(wish.attribute);
  if (value !== null && /^[\d.,]+$/.test(value)) return sentenceCase(`${wish.attribute} ${value}`);
  return value === null || value.length > 40 ? null : sentenceCase(value);
}

function priceReason(product: Product, wish: Preference, context: PlanContext): string | null {
  if (wish.origin === "critique") return wish.operator === "at-most" ? "Cheaper" : null;
  const limit = Array.isArray(wish.value) ? wish.value[1] : wish.value;
  if (typeof limit !== "number" || wish.operator === "at-least") return null;
  const { currency } = product.price;
  if (wish.unit !== undefined && wish.unit !== currency) return null;
  const money = context.formatMoney({ minor: minorOf(limit, currency), currency });
  if (product.price.minor > minorOf(limit, currency)) return null;
  return wish.operator === "about" ? `Around ${money}` : `Within ${money}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
