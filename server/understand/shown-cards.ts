/** References as they are found, and the cards that they can point at. */
import type { Sku } from "../catalog/product.ts";
import type { DialogueState, ShownItem } from "../dialogue/state.ts";
import type { Reference } from "../dialogue/understanding.ts";
import { quote, type Span } from "./tokens.ts";
import type { Context } from "./understanding-context.ts";

export interface FoundReference extends Span {
  reference: Reference;
}

/** The cards of the turn that showed some last, in their order. */
export function lastCards(state: DialogueState): ShownItem[] {
  const turnId = state.shown.at(-1)?.turnId;
  // A turn's cards stand together, behind those of the turns before.
  const before = state.shown.findLastIndex((item) => item.turnId !== turnId);
  return state.shown.slice(before + 1).sort((a, b) => a.place - b.place);
}

export function inFocus(state: DialogueState): Sku | null {
  return state.focus[0] ?? state.page?.sku ?? state.shown.at(-1)?.sku ?? null;
}

export function refer(context: Context, span: Span, kind: Reference["kind"], skus: Sku[]): FoundReference {
  return { from: span.from, to: span.to, reference: { text: quote(context.message, span), kind, skus } };
}

export function skusOf(item: ShownItem | undefined): Sku[] {
  return item ? [item.sku] : [];
}

export function mostSalientFirst(state: DialogueState): ShownItem[] {
  const inFocus = state.focus.map((): ShownItem[] => []);
  const others: ShownItem[] = [];
  for (const item of state.shown.toReversed()) (inFocus[state.focus.indexOf(item.sku)] ?? others).push(item);
  return [...inFocus.flat(), ...others];
}
