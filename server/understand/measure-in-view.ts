/** What a figure measures of the items under discussion. */
import { quantityWish } from "./measure-wishes.ts";
import type { Quantity } from "./quantities.ts";
import { attributesInView, type Context } from "./understanding-context.ts";

/** The attribute that the items in view measure in the unit, first the one that has just this value. */
export function measureInView(context: Context, quantity: Quantity): string | undefined {
  const inView = attributesInView(context.state);
  const attribute = quantityWish(context, quantity, context.clauses)?.preference.attribute;
  if (inView === null) return attribute;
  const told = quantity.unit === null ? undefined : toldSo(context, quantity, inView);
  if (told !== undefined) return told;
  if (attribute !== undefined && inView.has(attribute)) return attribute;
  const sameUnit = inUnit(context, quantity, inView);
  return sameUnit.length === 1 ? sameUnit[0] : undefined;
}

/** "6 GB isn't a lot" of what has 6 GB of memory is no word on its storage. */
function toldSo(context: Context, quantity: Quantity, inView: ReadonlySet<string>): string | undefined {
  const figure = new RegExp(`(?<![\\d.,])${quantity.value}(?![\\d.,])`);
  return inUnit(context, quantity, inView).find((name) =>
    context.state.shown.some(({ attributes }) => figure.test(String(attributes[name] ?? ""))),
  );
}

function inUnit(context: Context, { unit }: Quantity, inView: ReadonlySet<string>): string[] {
  if (unit === null) return [];
  return [...inView].filter((name) => context.lexicon.attribute(name)?.numeric?.unit === unit);
}
