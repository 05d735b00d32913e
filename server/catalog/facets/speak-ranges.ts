import pluralize from "pluralize";
import { convert } from "../../dialogue/units.ts";

export interface SpokenRange {
  /** "under 1 kg", "13 to 14 inches", "around 500 ml", "2 hours and more". */
  label: string;
  /** The lowest number in it, in the unit of the numbers; minus infinity for the first range. */
  from: number;
  /** The lowest number above it; infinity for the last. */
  to: number;
}

/** Fewer different numbers than this are better named one by one. */
const FEWEST_NUMBERS = 7;
const FEWEST_PRODUCTS = 4;
const MOST_RANGES = 4;
const SAMPLE = 200_000;

/**
 * Ranges as people speak of them, from low to high and without gaps, over numbers given once per product. `unit` is
 * canonical, null where there is none. Bounds are round numbers, or sizes that are usual for the attribute (inches of
 * screens), near the quartiles, so that each range holds a fair share. Empty where single values say it better: few
 * different ones, memory, which comes in powers of two, or sizes of clothes and shoes, which have no unit. Labels keep to what the shopper's side understands when it is
 * said back: terse units ("in", "h", "m") are spelt out.
 */
export function rangesOf(numbers: Float64Array, unit: string | null, attribute: string): SpokenRange[] {
  const sorted = sampled(numbers).sort();
  if (sorted.length < FEWEST_PRODUCTS || isNamedSingly(unit, attribute)) return [];
  if (countDistinct(sorted, FEWEST_NUMBERS) < FEWEST_NUMBERS) return [];
  const clusters = clustersOf(sorted);
  if (clusters !== null) return aroundClusters(clusters, unit, attribute);
  const spoken = spokenUnit(sorted[Math.floor(sorted.length / 2)] ?? 0, unit, attribute);
  return betweenBounds(boundsOf(sorted, spoken, attribute), spoken, sorted.at(-1) ?? 0);
}
function isNamedSingly(unit: string | null, attribute: string): boolean {
  return unit === null ? WORN_SIZE.test(attribute) : POWERS_OF_TWO.has(unit);
}
const POWERS_OF_TWO = new Set(["mb", "gb", "tb"]);
const WORN_SIZE = /^(?:(?:shoe|clothing|ring|hat|glove|waist) )?size$/;

/** Every n-th of very many: quantiles of 200,000 are as good as those of a million. */
function sampled(numbers: Float64Array): Float64Array {
  const known = numbers.filter(Number.isFinite);
  if (known.length <= SAMPLE) return known;
  const step = known.length / SAMPLE;
  return Float64Array.from({ length: SAMPLE }, (_, place) => known[Math.floor(place * step)] ?? 0);
}

function countDistinct(sorted: Float64Array, enough: number): number {
  let distinct = 0;
  let last = Number.NaN;
  for (const number of sorted) {
    if (number === last) continue;
    last = number;
    distinct++;
    if (distinct === enough) break;
  }
  return distinct;
}

/** The unit in which numbers of about this size are said: 800 to 2,500 g are kilograms. */
interface SpokenUnit {
  word: (number: number) => string;
  /** How many of the numbers' own units one spoken unit is. */
  factor: number;
  unit: string | null;
}

function spokenUnit(middle: number, unit: string | null, attribute: string): SpokenUnit {
  const larger = LARGER.find(([small]) => small === unit);
  const factor = larger === undefined ? null : convert(1, larger[1], larger[0]);
  const said = larger !== undefined && factor !== null && middle >= factor * 0.75 ? larger[1] : unit;
  return { word: wordOf(said, attribute), factor: said === unit ? 1 : (factor ?? 1), unit: said };
}
const LARGER: readonly (readonly [string, string])[] = [
  ["g", "kg"],
  ["mg", "g"],
  ["ml", "l"],
  ["mm", "cm"],
  ["w", "kw"],
  ["min", "h"],
  ["months", "years"],
  ["mhz", "ghz"],
];

/** Units that stand after their number in full, because people say them so and a bare "in" or "m" is another word. */
const UNIT_WORDS = new Map(
  Object.entries<[one: string, many: string]>({
    in: ["inch", "inches"],
    m: ["metre", "metres"],
    ft: ["foot", "feet"],
    l: ["litre", "litres"],
    h: ["hour", "hours"],
    min: ["minute", "minutes"],
    w: ["watt", "watts"],
    v: ["volt", "volts"],
    mp: ["megapixel", "megapixels"],
    lm: ["lumen", "lumens"],
    months: ["month", "months"],
    years: ["year", "years"],
    hz: ["Hz", "Hz"],
    khz: ["kHz", "kHz"],
    mhz: ["MHz", "MHz"],
    ghz: ["GHz", "GHz"],
    mah: ["mAh", "mAh"],
    wh: ["Wh", "Wh"],
    kw: ["kW", "kW"],
    db: ["dB", "dB"],
  }),
);

function wordOf(unit: string | null, attribute: string): (number: number) => string {
  if (unit === null) return () => countedNoun(attribute);
  if (unit === "%" || unit === "°c") return () => (unit === "%" ? "%" : " °C");
  const [one, many] = UNIT_WORDS.get(unit) ?? [unit, unit];
  return (number) => ` ${number === 1 ? one : many}`;
}

/** What a number without a unit counts: of "number of ports" ports, of a "grade" nothing. */
function countedNoun(attribute: string): string {
  const counted = attribute.replace(/^(?:number|quantity) of /, "").replace(/ quantity$/, "");
  return /^\p{L}+$/u.test(counted) && pluralize.isPlural(counted) ? ` ${counted}` : "";
}

/** Groups far apart and each of nearly one size, as bottles are: 245, 250 and 500, 510 are "around 250" and "around 500". */
function clustersOf(sorted: Float64Array): { low: number; high: number }[] | null {
  if ((sorted[0] ?? 0) <= 0) return null;
  const clusters: { low: number; high: number }[] = [];
  for (const number of sorted) {
    const last = clusters.at(-1);
    if (last !== undefined && number <= last.high * SAME_GROUP) last.high = number;
    else clusters.push({ low: number, high: number });
    if (clusters.length > MOST_RANGES + 1) return null;
  }
  const isTight = clusters.every(({ low, high }) => high <= low * TIGHT_GROUP);
  const isApart = clusters.every(({ low }, place) => low >= (clusters[place - 1]?.high ?? 0) * APART);
  return clusters.length >= 2 && isTight && isApart ? clusters : null;
}
const SAME_GROUP = 1.08;
const TIGHT_GROUP = 1.15;
const APART = 1.4;

function aroundClusters(
  clusters: readonly { low: number; high: number }[],
  unit: string | null,
  attribute: string,
): SpokenRange[] {
  const bounds = clusters.slice(1).map(({ low }, place) => middleBetween(clusters[place]?.high ?? 0, low));
  return clusters.map(({ low, high }, place) => {
    const { word, factor } = spokenUnit(high, unit, attribute);
    const number = roundest(low / factor, high / factor);
    return {
      label: `around ${written(number)}${word(number)}`,
      from: bounds[place - 1] ?? Number.NEGATIVE_INFINITY,
      to: bounds[place] ?? Number.POSITIVE_INFINITY,
    };
  });
}

function middleBetween(low: number, high: number): number {
  return Math.sqrt(low * high);
}

/** The number between two with the fewest digits, nearest to their middle: 490 to 510 is 500. */
function roundest(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 1; digits <= 6; digits++) {
    const rounded = Number(middle.toPrecision(digits));
    if (rounded >= low && rounded <= high) return rounded;
  }
  return middle;
}

/** Round numbers near the quartiles, rising; as few as one. In spoken units. */
function boundsOf(sorted: Float64Array, { factor, unit }: SpokenUnit, attribute: string): number[] {
  const low = (sorted[0] ?? 0) / factor;
  const high = (sorted.at(-1) ?? 0) / factor;
  const isUsual = unit === "in" && SCREENS.test(attribute);
  const ladder = (isUsual ? SCREEN_BOUNDS : ladderBetween(low, high)).filter(
    (bound) => bound > low && bound <= high,
  );
  const bounds: number[] = [];
  for (let part = 1; part < MOST_RANGES; part++) {
    const share = part / MOST_RANGES;
    const best = lowestBy(ladder, (bound) => {
      const below = shareBelow(sorted, bound * factor);
      // A bound that many products lie right on is a bad one: "under 14" and "14" are heard as much the same.
      const onIt = shareBelow(sorted, bound * factor * (1 + 1e-9)) - below;
      return Math.abs(below - share) + 0.25 * onIt + (isUsual ? 0 : effortOf(bound));
    });
    if (best === undefined) continue;
    const below = shareBelow(sorted, best * factor);
    const heldBelow = bounds.length === 0 ? 0 : shareBelow(sorted, (bounds.at(-1) ?? 0) * factor);
    if (
      best > (bounds.at(-1) ?? Number.NEGATIVE_INFINITY) &&
      below - heldBelow >= SMALLEST_SHARE &&
      below <= 1 - SMALLEST_SHARE
    )
      bounds.push(best);
  }
  return bounds;
}
const SMALLEST_SHARE = 0.05;
const SCREENS = /screen|display|diagonal|monitor|\btv\b/;
/** Between the sizes in which screens are sold, so that "under 14 inches" has the 13.3 and leaves out the 14.1. */
const SCREEN_BOUNDS = [
  1, 2, 3, 4, 5, 5.5, 6, 6.5, 7, 8, 10, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 25, 27, 30, 32, 35, 40, 45,
  50, 55, 60, 65, 70, 75, 80, 85, 100, 120,
];

/** 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 of each power of ten, and the whole numbers where the span is small. */
function ladderBetween(low: number, high: number): number[] {
  const numbers = new Set<number>();
  const largest = Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  const smallest = Math.max(low > 0 ? low : largest / 1_000, largest / 1e6);
  for (let power = Math.floor(Math.log10(smallest)); power <= Math.ceil(Math.log10(largest)); power++)
    for (const step of [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]) {
      const number = Number((step * 10 ** power).toPrecision(3));
      numbers.add(number);
      if (low < 0) numbers.add(-number);
    }
  if (low <= 0) numbers.add(0);
  const span = high - low;
  const step = 10 ** Math.floor(Math.log10(Math.max(span, Number.MIN_VALUE) / 4));
  for (let place = Math.ceil(low / step); place <= high / step && numbers.size < 400; place++)
    numbers.add(Number((place * step).toPrecision(6)));
  return [...numbers].sort((one, other) => one - other);
}

function lowestBy<T>(items: readonly T[], costOf: (item: T) => number): T | undefined {
  let best: T | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const cost = costOf(item);
    if (cost >= lowest) continue;
    lowest = cost;
    best = item;
  }
  return best;
}

/** By bisection: the share of the numbers below a bound. */
function shareBelow(sorted: Float64Array, bound: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < bound) from = middle + 1;
    else to = middle;
  }
  return from / sorted.length;
}

/** What it costs to say a number: nothing for 1, 2 and 5 of any power of ten, little for 1.5 and 3, much for 1.3. */
function effortOf(number: number): number {
  if (number === 0) return 0;
  const [digits = ""] = Math.abs(number)
    .toExponential(4)
    .replace(/\.?0*e/, "e")
    .split("e");
  return EFFORT.get(digits) ?? (/^\d\.5$/.test(digits) ? 0.05 : digits.length <= 3 ? 0.1 : 0.2);
}
const EFFORT = new Map([
  ["1", 0],
  ["2", 0],
  ["5", 0],
  ["3", 0.02],
  ["4", 0.02],
  ["1.5", 0.02],
  ["2.5", 0.03],
  ["6", 0.03],
  ["8", 0.03],
  ["7", 0.05],
  ["9", 0.05],
]);

function betweenBounds(
  bounds: readonly number[],
  { word, factor }: SpokenUnit,
  highest: number,
): SpokenRange[] {
  if (bounds.length === 0) return [];
  return [...bounds, Number.POSITIVE_INFINITY].map((to, place) => {
    const from = bounds[place - 1] ?? Number.NEGATIVE_INFINITY;
    // "5 and more" of ratings that end at 5 is 5.
    const isTop = to === Number.POSITIVE_INFINITY && from * factor >= highest;
    const label = isTop ? `${written(from)}${word(from)}` : rangeName(from, to, word);
    return { label, from: from * factor, to: to * factor };
  });
}

function rangeName(from: number, to: number, word: (number: number) => string): string {
  if (from === Number.NEGATIVE_INFINITY) return `under ${written(to)}${word(to)}`;
  if (to === Number.POSITIVE_INFINITY) return `${written(from)}${word(from)} and more`;
  return `${written(from)} to ${written(to)}${word(to)}`;
}

/** "1,500" and "0.5": at most six digits, thousands apart. */
function written(number: number): string {
  return FORMAT.format(number);
}
const FORMAT = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });
