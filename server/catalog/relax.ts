import type { Preference } from "../dialogue/state.ts";
import { convert } from "../dialogue/units.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { UNSAID } from "./grades.ts";
import { gradePasses, type PreferenceMatch, passesMust, passingAll } from "./match-preference.ts";
import type { Money } from "./product.ts";

export interface Relaxation {
  /** The must that excludes most. */
  dropped: PreferenceMatch;
  /** Further ones that had to be given up, where no single one suffices. */
  also: readonly PreferenceMatch[];
  /** Nothing meets it by itself. */
  isUnmet: boolean;
  /** What there is without it. */
  documents: Uint32Array;
  nearest: Money | string | null;
  /** How far a product is from the number that was asked for; NaN when it was no number, or it has none. */
  gap: (document: number) => number;
}

interface Option {
  dropped: PreferenceMatch;
  /** How many of the offered documents meet all the others. */
  left: number;
  /** How many of the kind that is wanted meet it. */
  own: number;
  isUnmet: boolean;
}

/**
 * Finds the must to give up when all of them together leave nothing of what is offered [INI-4]: one that nothing meets by
 * itself before any other, then the one without which most is left. Where no single one suffices, several are given up,
 * what fewest meet first, and no more than it takes. What kind of thing is wanted goes last: a cheaper kind of something
 * else is no answer.
 */
export function relax(
  musts: readonly PreferenceMatch[],
  index: CatalogIndex,
  offered: Uint32Array,
): Relaxation | null {
  const options = optionsOf(musts, index, offered).sort(
    (one, other) => reluctance(one) - reluctance(other) || other.left - one.left || one.own - other.own,
  );
  const [best] = options;
  if (best === undefined) return null;
  const kept = options.slice(1).map((option) => option.dropped);
  const also: PreferenceMatch[] = [];
  const room = new Uint32Array(offered.length);
  const left = () => passingAll(kept, offered, room);
  let documents = left();
  while (documents.length === 0) {
    const next = kept.shift();
    if (next === undefined) break;
    also.push(next);
    documents = left();
  }
  // What was given up on the way may have been in nobody's way.
  for (const [place, spared] of [...also.entries()].reverse()) {
    kept.push(spared);
    if (left().length > 0) also.splice(place, 1);
    else kept.pop();
  }
  documents = left();
  const near = kinOf(best.dropped, documents, index);
  const gap = gapTo(best.dropped, index);
  return {
    dropped: best.dropped,
    also,
    isUnmet: best.isUnmet,
    documents: near,
    nearest: nearestValue(best.dropped, near, gap, index),
    gap,
  };
}

/** One pass over the products: what fails a single must is what there would be without it. */
function optionsOf(musts: readonly PreferenceMatch[], index: CatalogIndex, offered: Uint32Array): Option[] {
  const left = new Uint32Array(musts.length);
  const own = new Uint32Array(musts.length);
  const passes = new Uint8Array(musts.length);
  const areKinds = musts.map(isKind);
  const grades = musts.map((must) => must.grades);
  const passUnsaid = musts.map(({ preference }) => preference.polarity === "negative");
  for (let at = 0; at < offered.length; at++) {
    const document = offered[at] ?? 0;
    let failures = 0;
    let lastFailed = -1;
    let isWantedKind = true;
    for (let place = 0; place < musts.length; place++) {
      const isPassed = gradePasses(grades[place]?.[document] ?? UNSAID, passUnsaid[place] === true);
      passes[place] = isPassed ? 1 : 0;
      if (isPassed) continue;
      failures++;
      lastFailed = place;
      if (areKinds[place]) isWantedKind = false;
    }
    if (failures === 1) left[lastFailed] = (left[lastFailed] ?? 0) + 1;
    if (!isWantedKind) continue;
    for (let place = 0; place < musts.length; place++) own[place] = (own[place] ?? 0) + (passes[place] ?? 0);
  }
  return musts.map((dropped, place) => ({
    dropped,
    left: left[place] ?? 0,
    own: own[place] ?? 0,
    isUnmet: isUnmet(dropped, index),
  }));
}

function isKind({ preference }: PreferenceMatch): boolean {
  return preference.attribute === "category";
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
  if (isKind(dropped)) return 3;
  return left === 0 ? 2 : 1;
}

/** What comes closest to the number that was asked for, as the catalog writes it. */
function nearestValue(
  { preference }: PreferenceMatch,
  documents: Uint32Array,
  gap: (document: number) => number,
  index: CatalogIndex,
): Money | string | null {
  let nearest: number | null = null;
  for (const document of documents) {
    if (gap(document) < (nearest === null ? Number.POSITIVE_INFINITY : gap(nearest))) nearest = document;
  }
  if (nearest === null) return null;
  if (preference.attribute === "price") return index.products.at(nearest)?.price ?? null;
  const least = gap(nearest);
  const said = [...index.facets.idsOf(nearest)]
    .map((id) => index.facets.value(id))
    .filter(({ attribute }) => attribute === preference.attribute)
    .find(({ number, unit }) => {
      const converted = number === undefined ? null : convert(number, unit, preference.unit);
      return converted !== null && distanceTo(preference)?.(converted) === least;
    });
  return said?.value ?? null;
}

/** The smallest distance between what a product has and the number, or the range, that was asked for. */
function gapTo({ preference }: PreferenceMatch, index: CatalogIndex): (document: number) => number {
  const distance = distanceTo(preference);
  if (distance === null) return () => Number.NaN;
  const { attribute, unit } = preference;
  if (attribute === "price") return (document) => distance(index.columns.prices[document] ?? Number.NaN);
  const { from, to } = index.facets.rangeOf(attribute);
  const gaps = new Float64Array(to - from).fill(Number.NaN);
  for (let id = from; id < to; id++) {
    const { number, unit: own } = index.facets.value(id);
    const converted = number === undefined ? null : convert(number, own, unit);
    if (converted !== null) gaps[id - from] = distance(converted);
  }
  return (document) => {
    let least = Number.NaN;
    for (const id of index.facets.idsOf(document)) {
      const gap = id >= from && id < to ? (gaps[id - from] ?? Number.NaN) : Number.NaN;
      if (!(gap >= least)) least = Number.isNaN(gap) ? least : gap;
    }
    return least;
  };
}

/** To a number or into a range; null when neither was asked for. */
function distanceTo({ value }: Preference): ((number: number) => number) | null {
  const target = typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
  if (target === null) return null;
  const [low, high] = [Math.min(...target), Math.max(...target)];
  return (number) => Math.max(low - number, number - high, 0);
}
