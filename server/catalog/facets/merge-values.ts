import { convert, inBaseUnit } from "../../dialogue/units.ts";
import { foldText, singularOf } from "../fold-text.ts";

export interface RawFacet {
  attribute: string;
  /** As the catalog writes it. */
  value: string;
  number?: number;
  unit?: string;
  /** Products that have it. */
  count: number;
}

export interface MergedFacets {
  /** One of each value; values of an attribute stand together, in the order in which the attributes came. */
  facets: RawFacet[];
  /** By place in what was given: the place of its value in `facets`. */
  of: Uint32Array;
}

/**
 * Makes near-duplicates one: "Grey", "gray" and "GRAY "; "Stainless Steel" and "stainless-steel"; "16 GB" and "16384 MB";
 * "Blue/White" and "White / Blue". The spelling that most products have stands for all, and their counts add up. Values
 * merge only when they say the same: "navy blue" is not "blue", nor "xl" "xxl", nor 15.6 "15".
 */
export function mergeFacets(raw: readonly RawFacet[]): MergedFacets {
  const places = placesByAttribute(raw);
  const facets: RawFacet[] = [];
  const of = new Uint32Array(raw.length);
  for (const [attribute, own] of places) {
    const keyOf = keyReader(
      attribute,
      own.flatMap((place) => raw[place] ?? []),
    );
    const placeOfKey = new Map<string, number>();
    const highest = new Map<number, number>();
    for (const place of own) {
      const facet = raw[place];
      if (facet === undefined) continue;
      const key = keyOf(facet);
      const held = placeOfKey.get(key);
      const merged = held === undefined ? undefined : facets[held];
      if (held === undefined || merged === undefined) {
        placeOfKey.set(key, facets.length);
        highest.set(facets.length, facet.count);
        of[place] = facets.length;
        facets.push({ ...facet });
        continue;
      }
      of[place] = held;
      const count = merged.count + facet.count;
      if (facet.count > (highest.get(held) ?? 0)) {
        highest.set(held, facet.count);
        facets[held] = { ...facet, count };
      } else merged.count = count;
    }
  }
  return { facets, of };
}

function placesByAttribute(raw: readonly RawFacet[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  raw.forEach(({ attribute }, place) => {
    const own = places.get(attribute);
    if (own === undefined) places.set(attribute, [place]);
    else own.push(place);
  });
  return places;
}

/** What values have in common that say the same, for the values of one attribute. */
function keyReader(attribute: string, facets: readonly RawFacet[]): (facet: RawFacet) => string {
  const usual = usualUnit(facets);
  const held = new Set(
    facets.flatMap(({ number, unit }) => (number !== undefined && unit === usual ? [number] : [])),
  );
  const hasSizes = /\bsize$/.test(attribute);
  const isOrderFree = ORDER_FREE.test(attribute);
  return ({ value, number, unit }) => {
    if (number !== undefined && unit !== undefined)
      return measureKey(asUsuallyWritten(number, unit, usual, held), value);
    if (number !== undefined && PLAIN_NUMBER.test(value)) return `# ${number}`;
    return wordsKey(value, hasSizes, isOrderFree);
  };
}
/** "Blue/White" is "White/Blue" of colours; "USB A/USB B" has two ends. */
const ORDER_FREE = /\b(?:colou?rs?|materials?|fabrics?|finish|patterns?|flavou?rs?|scents?)\b/;
const PLAIN_NUMBER = /^[\d.,]+$/;

function usualUnit(facets: readonly RawFacet[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { number, unit, count } of facets)
    if (number !== undefined && unit !== undefined) counts.set(unit, (counts.get(unit) ?? 0) + count);
  let usual: string | undefined;
  for (const [unit, count] of counts)
    if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = unit;
  return usual;
}

/**
 * 39.6 cm is the 15.6 in of the other products: a measure in another unit is taken for one in the usual unit when it is
 * nothing but that one converted and rounded.
 */
function asUsuallyWritten(
  number: number,
  unit: string,
  usual: string | undefined,
  held: ReadonlySet<number>,
): { number: number; unit: string } {
  if (unit === usual || usual === undefined) return { number, unit };
  const converted = convert(number, unit, usual);
  if (converted === null) return { number, unit };
  for (const decimals of [2, 1]) {
    const rounded = Number(converted.toFixed(decimals));
    const isFromHeld =
      held.has(rounded) && Math.abs(converted - rounded) <= ROUNDING_SHARE * Math.abs(converted);
    if (isFromHeld) return { number: rounded, unit: usual };
  }
  return { number, unit };
}
const ROUNDING_SHARE = 0.003;

/** Ends such as "up to" or "per side" are kept, so that "up to 10 h" is not "10 h". */
function measureKey({ number, unit }: { number: number; unit: string }, value: string): string {
  const base = inBaseUnit(number, unit);
  const words = value.match(QUALIFIER)?.join(" ").toLowerCase() ?? "";
  return `# ${Number(base.number.toPrecision(6))} ${base.unit} ${words}`;
}
const QUALIFIER = /\b(?:up to|at least|min|max|from|about|over|under)\b/gi;

function wordsKey(value: string, hasSizes: boolean, isOrderFree: boolean): string {
  const parts =
    isOrderFree && /[/&+]|\band\b/i.test(value) ? value.split(/\s*(?:[/&+]|\band\b)\s*/i) : [value];
  const keys = parts.map((part) => phraseKey(part, hasSizes)).filter((key) => key !== "");
  if (keys.length === 0) return value.trim().toLowerCase();
  return keys.length > 1 ? keys.sort().join(" / ") : (keys[0] ?? "");
}

function phraseKey(phrase: string, hasSizes: boolean): string {
  const marked = phrase
    .toLowerCase()
    .replace(/\+/g, " plus ")
    .replace(/&/g, " and ")
    .replace(/(?<![\p{L}\d])[-–−](?=\d)/gu, " minus ");
  const folded = foldText(marked).replace(/(?<=\d)(?=[a-z]{2,}\b)/g, " ");
  const size = hasSizes ? SIZES.get(folded) : undefined;
  if (size !== undefined) return size;
  return folded
    .split(" ")
    .map((word, place, words) => {
      const spelt = SPELLINGS.get(word) ?? word;
      return place === words.length - 1 ? singularOf(spelt) : spelt;
    })
    .join(" ");
}

/** American to British, and the two ways to write one thing. */
const SPELLINGS = new Map(
  Object.entries({
    gray: "grey",
    aluminum: "aluminium",
    color: "colour",
    colors: "colours",
    multicolor: "multicolour",
    multicolored: "multicoloured",
    fiber: "fibre",
    fibers: "fibres",
    flavor: "flavour",
    jewelry: "jewellery",
    matt: "matte",
    true: "yes",
    false: "no",
    centre: "center",
    organiser: "organizer",
  }),
);

const SIZES = new Map(
  Object.entries({
    "extra small": "xs",
    "x small": "xs",
    small: "s",
    medium: "m",
    large: "l",
    "x large": "xl",
    "extra large": "xl",
    xxs: "2xs",
    xxl: "2xl",
    "2 xl": "2xl",
    "xx large": "2xl",
    xxxl: "3xl",
    "3 xl": "3xl",
    "xxx large": "3xl",
    xxxxl: "4xl",
    "4 xl": "4xl",
    "one size fits all": "one size",
    onesize: "one size",
  }),
);
