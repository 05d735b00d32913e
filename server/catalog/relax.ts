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
  documents: ArrayLike<number>;
  nearest: Money | string | null;
  /** How far a product is from the number that was asked for; null when it was no number, or it has none. */
  gap: (document: number) => number | null;
}

interface Option {
  dropped: PreferenceMatch;
  /** How many of the offered documents meet all the others. */
  left: number;
  isUnmet: boolean;
}

/**
 * Finds the must to give up when all of them together leave nothing of what is offered [INI-4]: one that nothing meets by
 * itself before any other, then the one without which most is left. What kind of thing is wanted goes last: a cheaper
 * kind of something else is no answer. Where no single one suffices, further ones are given up in the same order.
 */
export function relax(
  musts: readonly PreferenceMatch[],
  index: CatalogIndex,
  offered: Uint32Array,
): Relaxation | null {
  const options = optionsOf(musts, index, offered).sort(
    (one, other) => reluctance(one) - reluctance(other) || other.left - one.left,
  );
  const [best] = options;
  if (best === undefined) return null;
  const kept = options.slice(1).map((option) => option.dropped);
  const meeting = () => offered.filter((document) => kept.every((must) => passesMust(must, document)));
  let documents = meeting();
  while (documents.length === 0 && kept.length > 0) {
    kept.shift();
    documents = meeting();
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

/** One pass over the products: what fails a single must is what there would be without it. */
function optionsOf(musts: readonly PreferenceMatch[], index: CatalogIndex, offered: Uint32Array): Option[] {
  const left = new Uint32Array(musts.length);
  for (const document of offered) {
    let failed = -1;
    let failures = 0;
    for (let place = 0; place < musts.length && failures < 2; place++) {
      const must = musts[place];
      if (must === undefined || passesMust(must, document)) continue;
      failed = place;
      failures++;
    }
    if (failures === 1) left[failed] = (left[failed] ?? 0) + 1;
  }
  return musts.map((dropped, place) => ({
    dropped,
    left: left[place] ?? 0,
    isUnmet: isUnmet(dropped, index),
  }));
}

function isUnmet(must: PreferenceMatch, { size, columns }: CatalogIndex): boolean {
  for (let document = 0; document < size; document++) {
    if (columns.isGone[document] !== 1 && passesMust(must, document)) return false;
  }
  return true;
}

/** Without gravel bikes there are bikes, if the catalog has any: the last word of a kind says what it is a kind of. */
function kinOf({ preference }: PreferenceMatch, documents: Uint32Array, index: CatalogIndex): Uint32Array {
  const [, head] = /\s(\S+)\s*$/.exec(String(preference.value)) ?? [];
  if (preference.attribute !== "category" || preference.polarity === "negative" || head === undefined)
    return documents;
  const grades = index.kind.grades(head);
  const kin = documents.filter((document) => (grades[document] ?? 0) > 0);
  return kin.length > 0 ? kin : documents;
}

function reluctance({ dropped, left, isUnmet: nothingMeetsIt }: Option): number {
  if (nothingMeetsIt) return 0;
  if (left === 0) return 3;
  return dropped.preference.attribute === "category" ? 2 : 1;
}

/** What comes closest to the number that was asked for, as the catalog writes it. */
function nearestValue(
  dropped: PreferenceMatch,
  documents: Uint32Array,
  index: CatalogIndex,
): Money | string | null {
  let nearest: Gap | null = null;
  for (const document of documents) {
    const offered = gapOf(dropped, document, index);
    if (offered && (nearest === null || offered.gap < nearest.gap)) nearest = offered;
  }
  return nearest?.said() ?? null;
}

interface Gap {
  gap: number;
  /** The value as the catalog writes it. */
  said: () => Money | string | null;
}

/** The smallest distance between what a product has and the number, or the range, that was asked for. */
function gapOf({ preference }: PreferenceMatch, document: number, index: CatalogIndex): Gap | null {
  const { value, attribute, unit } = preference;
  const target = typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
  if (target === null) return null;
  const [low, high] = [Math.min(...target), Math.max(...target)];
  const distance = (number: number) => Math.max(low - number, number - high, 0);
  if (attribute === "price") {
    const price = index.columns.prices[document];
    if (price === undefined) return null;
    return { gap: distance(price), said: () => index.products.at(document)?.price ?? null };
  }
  const { from, to } = index.facets.rangeOf(attribute);
  let closest: Gap | null = null;
  for (const id of index.facets.idsOf(document)) {
    if (id < from || id >= to) continue;
    const facet = index.facets.value(id);
    const number = facet.number === undefined ? null : convert(facet.number, facet.unit, unit);
    if (number === null || distance(number) >= (closest?.gap ?? Number.POSITIVE_INFINITY)) continue;
    closest = { gap: distance(number), said: () => facet.value };
  }
  return closest;
}
