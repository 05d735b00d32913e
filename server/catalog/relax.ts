import type { CatalogIndex } from "./catalog-index.ts";
import { type PreferenceMatch, passesMust } from "./match-preference.ts";
import type { Money } from "./product.ts";
import { convert } from "./units.ts";

export interface Relaxation {
  /** The must that excludes most. */
  dropped: PreferenceMatch;
  /** Nothing meets it by itself. */
  isUnmet: boolean;
  /** What there is without it. */
  documents: number[];
  nearest: Money | string | null;
  /** How far a product is from the number that was asked for; null when it was no number, or it has none. */
  gap: (document: number) => number | null;
}

/**
 * Finds the must to give up when all of them together leave nothing [INI-4]: one that nothing meets by itself before any
 * other, then the one without which most is left. What kind of thing is wanted goes last: a cheaper kind of something
 * else is no answer. Where no single one suffices, further ones are given up in the same order.
 */
export function relax(
  musts: readonly PreferenceMatch[],
  index: CatalogIndex,
  meeting: (kept: readonly PreferenceMatch[]) => number[],
): Relaxation | null {
  const options = musts
    .map((dropped) => {
      const documents = meeting(musts.filter((must) => must !== dropped));
      return {
        dropped,
        documents,
        isUnmet: !index.products.some((_, document) => passesMust(dropped, document)),
      };
    })
    .sort(
      (one, other) => reluctance(one) - reluctance(other) || other.documents.length - one.documents.length,
    );
  const [best] = options;
  if (best === undefined) return null;
  const kept = options.slice(1).map((option) => option.dropped);
  let { documents } = best;
  while (documents.length === 0 && kept.length > 0) {
    kept.shift();
    documents = meeting(kept);
  }
  const near = kinOf(best.dropped, documents, index);
  return {
    dropped: best.dropped,
    isUnmet: best.isUnmet,
    documents: near,
    nearest: nearestValue(best.dropped, near, index),
    gap: (document) => gapOf(best.dropped, document, index)?.gap ?? null,
  };
}

/** Without gravel bikes there are bikes, if the catalog has any: the last word of a kind says what it is a kind of. */
function kinOf({ preference }: PreferenceMatch, documents: number[], index: CatalogIndex): number[] {
  const [, head] = /\s(\S+)\s*$/.exec(String(preference.value)) ?? [];
  if (preference.attribute !== "category" || preference.polarity === "negative" || head === undefined)
    return documents;
  const grades = index.kind.grades(head);
  const kin = documents.filter((document) => (grades[document] ?? 0) > 0);
  return kin.length > 0 ? kin : documents;
}

function reluctance({
  dropped,
  documents,
  isUnmet,
}: {
  dropped: PreferenceMatch;
  documents: number[];
  isUnmet: boolean;
}): number {
  if (isUnmet) return 0;
  if (documents.length === 0) return 3;
  return dropped.preference.attribute === "category" ? 2 : 1;
}

/** What comes closest to the number that was asked for, as the catalog writes it. */
function nearestValue(
  dropped: PreferenceMatch,
  documents: readonly number[],
  index: CatalogIndex,
): Money | string | null {
  let nearest: Gap | null = null;
  for (const document of documents) {
    const offered = gapOf(dropped, document, index);
    if (offered && (nearest === null || offered.gap < nearest.gap)) nearest = offered;
  }
  return nearest?.said ?? null;
}

interface Gap {
  gap: number;
  /** The value as the catalog writes it. */
  said: Money | string;
}

/** The smallest distance between what a product has and the number, or the range, that was asked for. */
function gapOf({ preference }: PreferenceMatch, document: number, index: CatalogIndex): Gap | null {
  const { value, attribute, unit } = preference;
  const target = typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
  const product = index.products[document];
  if (target === null || product === undefined) return null;
  const [low, high] = [Math.min(...target), Math.max(...target)];
  const distance = (number: number) => Math.max(low - number, number - high, 0);
  const price = index.prices[document];
  if (attribute === "price")
    return price === undefined ? null : { gap: distance(price), said: product.price };
  const gaps = product.attributes.flatMap((held) => {
    const number =
      held.name === attribute && held.number !== undefined ? convert(held.number, held.unit, unit) : null;
    return number === null ? [] : [{ gap: distance(number), said: held.value }];
  });
  return gaps.sort((one, other) => one.gap - other.gap)[0] ?? null;
}
