/** "Which is the cheapest?", and "something cheaper" when nothing is: what is first in an order, or last on the way there. */
import type { Product } from "../catalog/product.ts";
import { isSuperlative } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import type { CardChoice } from "./choose-cards.ts";
import type { ClaimBook } from "./claim-book.ts";
import { nameSearch } from "./name-search.ts";
import type { PlanContext } from "./plan-context.ts";
import type { Content } from "./turn-plan.ts";

/** The superlative of the messages at hand; null when none was said. */
export function orderAsked({ state }: PlanContext): Preference | null {
  const said = state.heard.flatMap(({ added }) => added).filter(isSuperlative);
  return said.find(({ id }) => state.preferences.some((wish) => wish.id === id && wish.held)) ?? null;
}

/**
 * Introduces cards that stand in the order that was asked for: which is first and by what, or that the listings give
 * nothing to tell it by. Null when the first card is not the first of that order, or that was said before.
 */
export function introduceExtreme(context: PlanContext, cards: CardChoice, book: ClaimBook): Content | null {
  const { extreme } = context.search;
  const [first] = cards.products;
  const asked = orderAsked(context);
  if (!first || cards.standing === "closest" || cards.standing === "spoken-of") return null;
  if (!extreme) {
    return asked ? { type: "cannot-rank", preference: asked } : null;
  }
  const isNews = asked !== null || context.state.heard.some(({ added }) => added.length > 0);
  // Of one alone there is nothing to say but that it is there.
  const isAlone = asked === null && extreme.among <= 1;
  if (!isNews || isAlone || extreme.sku !== first.sku) return null;
  const value = valueClaim(first, extreme.attribute, extreme.preference.operator, book);
  return {
    type: "tell-extreme",
    sku: first.sku,
    preference: extreme.preference,
    attribute: extreme.attribute,
    claims: [book.extreme(first, extreme, nameSearch(context)), ...(value === null ? [] : [value])],
    ties: extreme.ties,
    unstated: extreme.unstated,
  };
}

/** "Something cheaper" than the cheapest: what it was measured against is the answer, and anything dearer is none. */
export function unsurpassed(context: PlanContext): { product: Product; preference: Preference } | null {
  const { relaxed, total } = context.search;
  const preference = total === 0 ? relaxed?.preference : undefined;
  const isBound = preference?.operator === "at-most" || preference?.operator === "at-least";
  if (!isBound || preference.origin !== "critique" || !preference.than) return null;
  const product = context.product(preference.than.sku);
  const isRejected = context.state.shown.some(
    ({ sku, reaction }) => sku === product?.sku && reaction === "rejected",
  );
  return product?.inStock && !isRejected ? { product, preference } : null;
}

export function tellUnsurpassed(context: PlanContext, book: ClaimBook): Content | null {
  const found = unsurpassed(context);
  if (!found) return null;
  const { product, preference } = found;
  const { attribute, operator } = preference;
  const own = valueClaim(product, attribute, operator, book);
  // The search for anything beyond it has found nothing: of what fits, it stands first.
  const order = {
    preference: { ...preference, operator: operator === "at-most" ? ("least" as const) : ("most" as const) },
    attribute,
    value: rowValue(product, attribute),
    among: context.search.relaxed?.total ?? 1,
  };
  const claims = [book.extreme(product, order, nameSearch(context)), ...(own === null ? [] : [own])];
  return { type: "nothing-beyond", sku: product.sku, preference, claims };
}

function rowValue(product: Product, attribute: string): string {
  if (attribute === "price") return String(product.price.minor / 100);
  return product.attributes.find(({ name }) => name === attribute)?.value ?? "";
}

/** What the row itself says: of several values the one that the order is by. */
function valueClaim(
  product: Product,
  attribute: string,
  operator: Preference["operator"],
  book: ClaimBook,
): string | null {
  if (attribute === "price") return book.price(product);
  if (attribute === "rating" && product.rating) return book.rating(product);
  const sign = operator === "least" || operator === "at-most" ? 1 : -1;
  const [own] = product.attributes
    .filter(({ name, number }) => name === attribute && number !== undefined)
    .sort((one, other) => sign * ((one.number ?? 0) - (other.number ?? 0)));
  return own ? book.attribute(product, own) : null;
}
