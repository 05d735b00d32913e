/** An amount of money as a wish about the price. */
import type { HeardPreference } from "../dialogue/understanding.ts";
import type { Quantity } from "./quantities.ts";
import { plainOf, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export const PRICE_TALK =
  /\b(?:budget|spend|spending|pay|price|cost|afford|bucks|dollars|money|limit|ceiling)\b/;
/** "I have 200 dollars", "for $200": what there is to spend is an upper bound. */
const SPENDABLE = /\b(?:for|have|got|spend|pay|budget|afford|with)(?: (?:only|about|just|is|of|a|the))*$/;

export function priceWish(
  context: Context,
  quantity: Quantity,
  clause: Span,
): Pick<HeardPreference, "attribute" | "operator" | "value" | "polarity" | "unit"> {
  const base = {
    attribute: "price",
    unit: quantity.currency ?? context.vocabulary.currency,
    polarity: "positive",
  } as const;
  if (quantity.bound === "between" && quantity.high !== null) {
    return { ...base, operator: "between", value: [quantity.value, quantity.high] };
  }
  if (quantity.bound !== "exact" && quantity.bound !== "between")
    return { ...base, operator: quantity.bound, value: quantity.value };
  const { message } = context;
  const before = message.plain
    .slice(message.plainStarts[clause.from] ?? 0, message.plainStarts[quantity.from] ?? 0)
    .trimEnd();
  const alone = quantity.to - quantity.from >= clause.to - clause.from - 1;
  const spendable =
    SPENDABLE.test(before) ||
    PRICE_TALK.test(before) ||
    /^(?:budget|to spend|limit)\b/.test(plainOf(message, { from: quantity.to, to: clause.to }));
  return { ...base, operator: alone || spendable ? "at-most" : "about", value: quantity.value };
}
