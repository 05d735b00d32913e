import type { Quantity } from "./quantities.ts";
import type { Context } from "./understanding-context.ts";

/** "She's 6", "he turned 65": a bare number said of a person. */
export function isAge(context: Context, quantity: Quantity): boolean {
  if (quantity.unit !== null || quantity.currency !== null || quantity.value > 110) return false;
  const before = context.message.plain.slice(0, context.message.plainStarts[quantity.from]);
  return /\b(?:(?:he|she|they|who|daughter|son|kid|dad|mum|mom|wife|husband|friend) (?:is|are|was|just turned|has turned|turned|turns|will be)|turned|turning|aged)(?: about| almost| nearly| now| only| just)? $/.test(
    before,
  );
}
