/** "The cheapest", "the lightest": candidates in the order of an attribute, and which of them is the extreme one. */
import { isSuperlative } from "../dialogue/preferences.ts";
import type { Preference } from "../dialogue/state.ts";
import { convert } from "../dialogue/units.ts";
import type { Extreme } from "./candidates.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { UNSAID, verdictOf } from "./grades.ts";
import { highest, type Scored } from "./highest.ts";
import type { PreferenceMatch } from "./match-preference.ts";

/** The same number of each document, in one unit; NaN where the catalog gives none. */
interface Column {
  attribute: string;
  numberOf: (document: number) => number;
  /** As the catalog writes it. */
  valueOf: (document: number) => string;
}

interface Order {
  preference: Preference;
  column: Column;
}

export interface Ranked {
  /** At most as many as were asked for, in the order that was; what the catalog gives no number of comes last. */
  documents: Scored[];
  /** Null where the catalog has no such number of any of them. */
  extreme: Extreme | null;
}

/**
 * Puts documents into the order that was asked for; null when none was. What misses a soft wish stands out of it as long as
 * anything misses none: the cheapest is that of what fits. Between equals the scores decide, which stand beside the
 * documents.
 */
export function rankedByOrder(
  index: CatalogIndex,
  matches: readonly PreferenceMatch[],
  documents: Uint32Array,
  scores: Float64Array,
  limit: number,
): Ranked | null {
  const wishes = matches.map(({ preference }) => preference).filter(isSuperlative);
  const [first] = wishes;
  if (first === undefined) return null;
  const places = fittingBest(matches, documents);
  const eligible = places.map((place) => documents[place] ?? 0);
  const orders = wishes.flatMap((preference): Order[] => {
    const column = columnFor(preference, eligible, index);
    return column === null ? [] : [{ preference, column }];
  });
  const keys = orders.map((order) => keysOf(order, eligible));
  const worth = Float64Array.from(places, (place) => scores[place] ?? 0);
  const best = bestPlaces([...keys, worth], eligible.length, limit);
  const leading = orders[0]?.preference === first ? orders[0] : undefined;
  return {
    documents: best.map((place) => ({ document: eligible[place] ?? 0, score: worth[place] ?? 0 })),
    extreme: leading && keys[0] ? extremeOf(leading, keys[0], eligible[best[0] ?? 0], index) : null,
  };
}

/** The places of the documents that miss no soft wish; all of them where at most one misses none. */
function fittingBest(matches: readonly PreferenceMatch[], documents: Uint32Array): Uint32Array {
  const soft = matches.filter(({ preference }) => preference.firmness === "prefer");
  const all = Uint32Array.from(documents, (_, place) => place);
  const fitting = all.filter((place) =>
    soft.every(({ grades }) => verdictOf(grades[documents[place] ?? 0] ?? UNSAID) !== "misses"),
  );
  // The cheapest of one is no answer to "the cheapest".
  return fitting.length > 1 ? fitting : all;
}

/** Higher is nearer to what is wanted; without a number nothing is. */
function keysOf({ preference, column }: Order, documents: Uint32Array): Float64Array {
  const sign = preference.operator === "least" ? -1 : 1;
  return Float64Array.from(documents, (document) => {
    const number = column.numberOf(document);
    return Number.isNaN(number) ? Number.NEGATIVE_INFINITY : sign * number;
  });
}

/** The places with the highest keys, the first key before the second and so on. Sorts no more than it has to. */
function bestPlaces(keys: readonly Float64Array[], size: number, limit: number): number[] {
  const all = Uint32Array.from({ length: size }, (_, place) => place);
  const [leading] = keys;
  const least = leading && highest(all, leading, limit).at(-1)?.score;
  const near = leading && least !== undefined ? all.filter((place) => (leading[place] ?? 0) >= least) : all;
  const compare = (one: number, other: number) => {
    for (const key of keys) {
      const [a, b] = [key[one] ?? 0, key[other] ?? 0];
      if (a !== b) return a > b ? -1 : 1;
    }
    return one - other;
  };
  return Array.from(near).sort(compare).slice(0, limit);
}

/** Of the attributes that the word may mean, the one that most of the documents have: "biggest" is litres of a bag. */
function columnFor(preference: Preference, documents: Uint32Array, index: CatalogIndex): Column | null {
  let best: Column | null = null;
  let most = 0;
  for (const attribute of [preference.attribute, ...(preference.alternatives ?? [])]) {
    const column = columnOf(attribute, preference, index);
    const having = documents.reduce(
      (count, document) => count + (Number.isNaN(column.numberOf(document)) ? 0 : 1),
      0,
    );
    if (having <= most) continue;
    best = column;
    most = having;
  }
  return best;
}

function columnOf(attribute: string, { operator }: Preference, { columns, facets }: CatalogIndex): Column {
  const ofColumn = (numbers: Float64Array | Float32Array): Column => ({
    attribute,
    numberOf: (document) => numbers[document] ?? Number.NaN,
    valueOf: (document) => String(numbers[document] ?? ""),
  });
  if (attribute === "price") return ofColumn(columns.prices);
  if (attribute === "rating") return ofColumn(columns.ratings);
  const { from, to } = facets.rangeOf(attribute);
  const numbers = new Map<number, number>();
  let unit: string | undefined;
  for (let id = from; id < to; id++) {
    const { number, unit: own } = facets.measureOf(id);
    if (Number.isNaN(number)) continue;
    unit ??= own;
    const converted = convert(number, own, unit);
    if (converted !== null) numbers.set(id, converted);
  }
  // What comes in several sizes counts with the one that was asked for.
  const idOf = (document: number): number | null => {
    let found: number | null = null;
    for (const id of facets.idsOf(document)) {
      const number = numbers.get(id);
      if (number === undefined) continue;
      const held = found === null ? undefined : numbers.get(found);
      if (held === undefined || (operator === "least" ? number < held : number > held)) found = id;
    }
    return found;
  };
  return {
    attribute,
    numberOf: (document) => numbers.get(idOf(document) ?? -1) ?? Number.NaN,
    valueOf: (document) => {
      const id = idOf(document);
      return id === null ? "" : facets.value(id).value;
    },
  };
}

function extremeOf(
  { preference, column }: Order,
  keys: Float64Array,
  first: number | undefined,
  index: CatalogIndex,
): Extreme | null {
  const product = first === undefined ? undefined : index.products.at(first);
  if (first === undefined || product === undefined || Number.isNaN(column.numberOf(first))) return null;
  const most = keys.reduce((highestYet, key) => Math.max(highestYet, key), Number.NEGATIVE_INFINITY);
  const stated = keys.filter((key) => key !== Number.NEGATIVE_INFINITY).length;
  return {
    preference,
    sku: product.sku,
    attribute: column.attribute,
    value: column.valueOf(first),
    among: stated,
    unstated: keys.length - stated,
    ties: keys.filter((key) => key === most).length - 1,
  };
}
