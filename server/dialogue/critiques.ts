/** A critique of a shown item becomes a wish: "cheaper" is a price below what was shown [DST-2]. */
import { majorOf } from "./money.ts";
import type { NewPreference } from "./preferences.ts";
import type { DialogueState, ShownItem } from "./state.ts";
import type { Critique } from "./understanding.ts";

/**
 * "Anything lighter?" said of a jacket asks for a lighter jacket. Where no kind of product was named yet, a critique brings
 * that of the item it names, and any other wish that of the cards it was said to, if they are of one kind.
 */
export function kindAtHand(critiques: readonly Critique[], state: DialogueState): NewPreference | null {
  if (state.preferences.some((wish) => wish.held && wish.attribute === "category")) return null;
  const [critique] = critiques;
  const lastTurn = state.shown.at(-1)?.turnId;
  const shown = new Set(state.shown.filter((item) => item.turnId === lastTurn).map((item) => item.category));
  const pointedAt = critique?.sku ? criticised(critique, state)?.category : undefined;
  const category = pointedAt ?? (shown.size === 1 ? [...shown][0] : null);
  if (!category) return null;
  return {
    attribute: "category",
    operator: "is",
    value: category,
    polarity: "positive",
    firmness: "must",
    said: category,
    origin: "page",
  };
}

/** The wish a critique amounts to; null when nothing was shown that it could be measured against. */
export function wishOfCritique(critique: Critique, state: DialogueState): NewPreference | null {
  if (critique.value !== undefined) {
    return wish(critique, { operator: "is", value: critique.value, polarity: "positive", firmness: "must" });
  }
  if (critique.attribute === "style") {
    return wish(critique, {
      attribute: "feature",
      operator: "is",
      value: critique.said,
      polarity: "positive",
      firmness: "prefer",
    });
  }
  const item = criticised(critique, state);
  if (!item) return null;
  const than = { sku: item.sku, title: item.title };
  if (critique.direction === "other" || critique.direction === "same") {
    const value = critique.attribute === "brand" ? item.brand : item.attributes[critique.attribute];
    if (!value) return null;
    const polarity = critique.direction === "same" ? "positive" : "negative";
    return { ...wish(critique, { operator: "is", value, polarity, firmness: "must" }), than };
  }
  const measured = measure(item, critique.attribute);
  if (!measured) return null;
  // Strictly below or above: the smallest step that excludes the item itself, unless that may be.
  const step = critique.orEqual
    ? 0
    : critique.attribute === "price"
      ? 0.01
      : Math.abs(measured.number) * 1e-6;
  const [operator, value] =
    critique.direction === "less"
      ? (["at-most", measured.number - step] as const)
      : (["at-least", measured.number + step] as const);
  // "Cheaper" is a condition, and so is "too heavy" of what was shown: nobody who says so is to be shown what is worse.
  // "Not too expensive" and "something cheap" are directions.
  const isRefused = /^(?:(?:way|much|far|a bit|a little|just|still) )*too\b|\benough$/i.test(critique.said);
  const isMild = /^(?:a (?:bit|little|tad|touch|shade)|bit|slightly|somewhat|kind of|kinda|rather|quite)\b/i;
  const isCondition =
    isRefused ||
    isMild.test(critique.said) ||
    /er\b|\b(?:less|more|fewer|under|below|over|out of|beyond|afford|overpriced)\b/i.test(critique.said);
  const firmness = isCondition ? "must" : "prefer";
  const rounded = critique.attribute === "price" ? Math.round(value * 100) / 100 : value;
  return {
    ...wish(critique, {
      operator,
      value: rounded,
      unit: measured.unit,
      polarity: "positive",
      firmness,
    }),
    than,
  };
}

/**
 * The item meant. Without a word on which, the critique is of everything the last turn showed, so it is measured
 * against the best of those: "cheaper" after three cards means cheaper than the cheapest.
 */
function criticised(critique: Critique, state: DialogueState): ShownItem | null {
  if (critique.sku !== null) return state.shown.findLast((item) => item.sku === critique.sku) ?? null;
  const lastTurn = state.shown.at(-1)?.turnId;
  const items = state.shown.filter((item) => item.turnId === lastTurn);
  // "Not more expensive" is no more than any of them, so the dearest may be reached.
  const sign = (critique.direction === "more" ? -1 : 1) * (critique.orEqual ? -1 : 1);
  const ranked = items
    .map((item) => ({ item, measured: measure(item, critique.attribute) }))
    .sort(
      (a, b) =>
        sign *
        ((a.measured?.number ?? Number.POSITIVE_INFINITY) - (b.measured?.number ?? Number.POSITIVE_INFINITY)),
    );
  return ranked[0]?.item ?? null;
}

function measure(item: ShownItem, attribute: string): { number: number; unit: string } | null {
  if (attribute === "price") return { number: majorOf(item.price), unit: item.price.currency };
  const match = /^\s*(-?\d+(?:[.,]\d+)?)\s*(\S*)/.exec(item.attributes[attribute] ?? "");
  if (!match?.[1]) return null;
  return { number: Number(match[1].replace(",", ".")), unit: match[2] ?? "" };
}

function wish(
  critique: Critique,
  part: Pick<NewPreference, "operator" | "value" | "polarity" | "firmness"> &
    Partial<Pick<NewPreference, "attribute" | "unit">>,
): NewPreference {
  const { unit, ...rest } = part;
  return {
    attribute: critique.attribute,
    ...rest,
    ...(unit ? { unit } : {}),
    said: critique.said,
    origin: "critique",
  };
}
