/** What all critiques are made of: an attribute that moves, or a property that is wanted or not. */
import type { Sku } from "../catalog/product.ts";
import type { Critique } from "../dialogue/understanding.ts";
import type { Dimension } from "./dimensions.ts";
import { inFocus, lastCards } from "./shown-cards.ts";
import { plainOf, quote, type Span } from "./tokens.ts";
import { type Context, hasItemInView } from "./understanding-context.ts";

export interface FoundCritique extends Span {
  critique: Critique;
  /** "I want something cheap" measures against nothing and is a wish, not an act of criticism. */
  act: "critique" | "inform";
  /** For wishes no attribute carries: the property wanted or not wanted. */
  property: { value: string; polarity: "positive" | "negative" } | null;
}

function resolve(context: Context, dimension: Dimension, sku: Sku | null): string {
  if (dimension.attributes[0] === "price") return "price";
  const focus = sku ?? inFocus(context.state);
  const item = context.state.shown.findLast((card) => card.sku === focus) ?? lastCards(context.state)[0];
  const carried = item && dimension.attributes.find((name) => item.attributes[name] !== undefined);
  return (
    carried ??
    context.lexicon.attributeNamed(dimension.attributes)?.name ??
    dimension.attributes[0] ??
    "style"
  );
}

export function measured(
  context: Context,
  span: Span,
  dimension: Dimension,
  sku: Sku | null,
  opposite = false,
  act: FoundCritique["act"] = "critique",
): FoundCritique {
  const direction = opposite === (dimension.direction === "less") ? "more" : "less";
  const critique = {
    attribute: resolve(context, dimension, sku),
    direction,
    sku,
    said: quote(context.message, span),
  } as const;
  return { from: span.from, to: span.to, critique, act, property: null };
}

export function styled(
  context: Context,
  span: Span,
  value: string,
  polarity: "positive" | "negative",
  sku: Sku | null,
): FoundCritique {
  const direction = polarity === "positive" ? "more" : "less";
  const critique = { attribute: "style", direction, sku, said: quote(context.message, span) } as const;
  return { from: span.from, to: span.to, critique, act: "critique", property: { value, polarity } };
}

export function otherValue(context: Context, span: Span, attribute: string, sku: Sku | null): FoundCritique {
  const critique = { attribute, direction: "other", sku, said: quote(context.message, span) } as const;
  return { ...span, critique, act: "critique", property: null };
}

export function describesItem(context: Context, clause: Span): boolean {
  return (
    hasItemInView(context.state) &&
    /\b(?:it|this|that|these|those|they|one) (?:is|are|looks?|seems?|feels?)\b/.test(
      plainOf(context.message, clause),
    )
  );
}
