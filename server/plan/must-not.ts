/**
 * What must not be in an item ("no nuts", "without latex"), where its listing is silent: silence is no promise, and who
 * asks may be allergic.
 */
import type { Product } from "../catalog/product.ts";
import type { Preference } from "../dialogue/state.ts";
import { judgeWish } from "./judge-wish.ts";
import type { PlanContext } from "./plan-context.ts";

/** Who turns down a brand, a kind, a use or a look has no allergy to it. */
const OF_TASTE =
  /^(?:price|rating|brand|category|usage|recipient|size)$|colou?r|style|finish|pattern|design|shape/;

/** The first of the wishes of that kind on which some of the products say nothing, with those products; null when none is. */
export function silentOnMustNot(
  products: readonly Product[],
  { state }: PlanContext,
): { value: string; skus: string[] } | null {
  for (const wish of state.preferences) {
    const value = mustNot(wish);
    if (value === null) continue;
    const silent = products.filter(
      (product) => judgeWish(product, wish) === "unknown" && !saysFreeOf(product, value),
    );
    if (silent.length > 0) return { value, skus: silent.map(({ sku }) => sku) };
  }
  return null;
}

function mustNot({ held, polarity, operator, attribute, value }: Preference): string | null {
  const isMeant = held && polarity === "negative" && operator === "is" && !OF_TASTE.test(attribute);
  return isMeant && typeof value === "string" && /^\p{L}[\p{L} -]{1,30}$/u.test(value) ? value : null;
}

/** "Nut-free", "free from nuts", "no nuts": said outright. */
function saysFreeOf(product: Product, value: string): boolean {
  const stem = value
    .toLowerCase()
    .replace(/(?:es|s)$/, "")
    .replace(/[^\p{L} -]/gu, "");
  const denied = new RegExp(
    `\\b${stem}(?:es|s)?[ -]free\\b|\\b(?:no|without|free (?:of|from)|zero|non)[ -](?:any )?${stem}`,
    "iu",
  );
  return [
    product.title,
    product.description,
    ...product.tags,
    ...product.attributes.map(({ name, value: said }) => `${name} ${said}`),
  ].some((text) => denied.test(text));
}
