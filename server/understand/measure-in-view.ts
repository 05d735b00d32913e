/** What a figure measures of the items under discussion. */
import { quantityWish } from "./measure-wishes.ts";
import type { Quantity } from "./quantities.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

/** The attribute that the items in view measure in the unit, first the one that has just this value. */
export function measureInView(context: Context, quantity: Quantity): string | undefined {
  const inView = attributesInView(context.state);
  const attribute = quantityWish(context, quantity, context.clauses)?.preference.attribute;
  if (attribute !== undefined && (inView === null || inView.has(attribute))) return attribute;
  if (inView === null || quantity.unit === null) return undefined;
  const sameUnit = [...inView].filter(
    (name) => context.lexicon.attribute(name)?.numeric?.unit === quantity.unit,
  );
  const figure = new RegExp(`(?<![\\d.,])${quantity.value}(?![\\d.,])`);
  const told = sameUnit.find((name) =>
    context.state.shown.some(({ attributes }) => figure.test(String(attributes[name] ?? ""))),
  );
  return told ?? (sameUnit.length === 1 ? sameUnit[0] : undefined);
}
