/** What the shopper would rather have, and none of the cards has: a wish is not dropped in silence. */
import type { Product } from "../catalog/product.ts";
import { heldPreferences, isSuperlative } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import type { CardChoice } from "./choose-cards.ts";
import { judgeWish } from "./judge-wish.ts";
import type { PlanContext } from "./plan-context.ts";
import type { Content } from "./turn-plan.ts";
import { isSayable } from "./uptake.ts";

/** One at most, the latest. Said when it is new that nothing answers it: the wish is, or what was shown before did. */
export function unmetWish(context: PlanContext, cards: CardChoice): Content[] {
  const { products, candidates, standing } = cards;
  if (products.length === 0 || (standing !== "fresh" && standing !== "left")) return [];
  const isMet = (product: Product, wish: Preference) =>
    candidates.get(product.sku)?.meets.includes(wish.id) ?? judgeWish(product, wish) === "meets";
  const before = shownBefore(context);
  const added = new Set(context.state.heard.flatMap((message) => message.added.map(({ id }) => id)));
  const preference = heldPreferences(context.state.preferences)
    .filter(isPreferred)
    .findLast(
      (wish) =>
        !products.some((product) => isMet(product, wish)) &&
        (added.has(wish.id) || before.some((product) => judgeWish(product, wish) === "meets")),
    );
  return preference ? [{ type: "admit-unmet", skus: products.map(({ sku }) => sku), preference }] : [];
}

/** A must filters, and what gives way of musts is told as a dead end. */
function isPreferred(wish: Preference): boolean {
  return (
    wish.firmness === "prefer" &&
    wish.polarity === "positive" &&
    wish.origin === "said" &&
    wish.operator !== "any" &&
    wish.attribute !== "category" &&
    // No listing says that it is for somebody's dad.
    wish.attribute !== "recipient" &&
    !isSuperlative(wish) &&
    isSayable(wish)
  );
}

/** The cards of the last turn that showed any. */
function shownBefore({ state, product }: PlanContext): Product[] {
  const turnId = state.shown.at(-1)?.turnId;
  return state.shown.filter((item) => item.turnId === turnId).flatMap(({ sku }) => product(sku) ?? []);
}
