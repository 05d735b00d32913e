/** One product's row in the form in which sentences are compared with it. */
import type { Product } from "../catalog/product.ts";
import { matchesOf } from "./matches-of.ts";
import { normalise } from "./normalise.ts";
import { readQuantities } from "./read-quantities.ts";
import { rootOf, stemsOf, tokenise } from "./tokens.ts";
import { isMaterial } from "./words/feature-words.ts";
import { NEUTRAL_WORDS } from "./words/neutral-words.ts";
import { MULTIPLES } from "./words/number-words.ts";

export interface FactMeasure {
  value: number;
  dimension: string;
  factor: number;
  /** Stems of the attribute's name; null for a measure found in free text. */
  attribute: readonly string[] | null;
  /** "Up to 7 kg" is the most it may be, "from 8 lb" the least. */
  limit: "most" | "least" | null;
  /** Stems of the phrase it stands in: "a 5-megapixel front camera" of "… and an 8-megapixel rear camera". */
  near: ReadonlySet<string>;
}

export interface ItemFacts {
  product: Product;
  /** Stems of the title, in order. */
  title: readonly string[];
  brand: readonly string[];
  /** Every stem of the row, and of neighbouring words written as one; true where the row affirms it. */
  affirmed: ReadonlySet<string>;
  denied: ReadonlySet<string>;
  /** Their roots: the sentence may say "you can remove it" of what the row calls removable. */
  affirmedRoots: ReadonlySet<string>;
  deniedRoots: ReadonlySet<string>;
  /** Stems that the row says of what comes with the item only: "with a waterproof cover". */
  ofPartsOnly: ReadonlySet<string>;
  /** Stems of what does not come with the item: "the rain cover is sold separately". */
  apart: ReadonlySet<string>;
  /** Words that stand before another noun only: the leash of "leash points", which are no leash. */
  modifiers: ReadonlySet<string>;
  /** Stems of what attributes and options state, without what running text says of anything. */
  stated: ReadonlySet<string>;
  /** Which materials a part is said to be of: "carbon fork", fork: carbon. */
  partMaterials: ReadonlyMap<string, ReadonlySet<string>>;
  /** All stems of the row, in order, each between spaces: for phrases. */
  phrases: string;
  /** The row's text, lower case: for addresses and verbatim strings. */
  text: string;
  measures: readonly FactMeasure[];
  percents: ReadonlySet<number>;
  /** A number and the words near it: "6 pockets", { name: "gears", value: "12" }. */
  counts: ReadonlyMap<number, ReadonlySet<string>>;
  /** Every number with the words of its own phrase alone: "two hand pockets" of "two hand pockets and one inside pocket". */
  phraseCounts: readonly { value: number; near: ReadonlySet<string> }[];
  /** How many values there are to choose from, by the option's name: colours, sizes. */
  choices: ReadonlyMap<string, number>;
  /** Prices that hold for the item now, in minor units: its own and its variants'. */
  prices: readonly number[];
}

const YES = /^(?:yes|true|y|1|included|available)$/;
const NO = /^(?:no|false|n|0|none|not included|n\/a)$/;

/** A memo, not state: facts are a pure function of a product, and a product is replaced, never changed. */
const known = new WeakMap<Product, ItemFacts>();

export function factsOf(product: Product): ItemFacts {
  const before = known.get(product);
  if (before !== undefined) return before;
  const facts = readFacts(product);
  known.set(product, facts);
  return facts;
}

function readFacts(product: Product): ItemFacts {
  const affirmed = new Set<string>();
  const denied = new Set<string>();
  const measures: FactMeasure[] = [];
  const percents = new Set<number>();
  const counts = new Map<number, Set<string>>();
  const phraseCounts: { value: number; near: ReadonlySet<string> }[] = [];
  const phrases: string[] = [];
  const lines: string[] = [];
  const ofParts = new Set<string>();
  const ofItem = new Set<string>();
  const stated = new Set<string>();
  const heads = new Set<string>();
  const modifiers = new Set<string>();
  const apart = new Set<string>();
  /** "A carbon fork": the word after a material. */
  const besideMaterials: [string, string][] = [];

  const addLine = (line: string, attribute: readonly string[] | null) => {
    const { cased, lower } = normalise(line);
    const tokens = tokenise(cased, lower);
    lines.push(lower);
    const partsApart = apartIn(lower);
    if (partsApart.length > 0) for (const stem of attribute ?? []) apart.add(stem);
    const partsBegin = partsOf(lower);
    tokens.forEach((token, index) => {
      const isOfPart = partsBegin.some(([from, to]) => token.start >= from && token.end < to);
      (isOfPart ? ofParts : ofItem).add(token.stem);
      if (partsApart.some(([from, to]) => token.start >= from && token.end <= to)) apart.add(token.stem);
      if (attribute !== null && !token.denied) stated.add(token.stem);
      const side = token.denied ? denied : affirmed;
      side.add(token.stem);
      side.add(token.text);
      const next = tokens[index + 1];
      // "The hose of your vacuum": a thing of the shopper's.
      const isModifier =
        tokens[index - 1]?.text === "your" ||
        (next !== undefined &&
          !NEUTRAL_WORDS.has(next.stem) &&
          !NEUTRAL_WORDS.has(next.text) &&
          /^\p{L}/u.test(next.text) &&
          /^[ -]$/.test(lower.slice(token.end, next.start)));
      (isModifier ? modifiers : heads).add(token.text);
      if (next !== undefined) side.add(token.text + next.stem);
      if (next !== undefined && isMaterial(token.stem) && !isMaterial(next.stem))
        besideMaterials.push([next.stem, token.stem]);
      const multiple = MULTIPLES.get(token.text);
      if (multiple !== undefined && next !== undefined) addCount(counts, multiple, [next.stem]);
    });
    phrases.push(tokens.map((token) => token.stem).join(" "));
    for (const quantity of readQuantities(lower, product.price.currency)) {
      const value = quantity.values[0] ?? 0;
      const stemsWithin = ([from, to]: [number, number]) =>
        tokens.filter(({ start, end }) => start >= from && end <= to).map(({ stem }) => stem);
      const near = new Set(stemsWithin(stretchAround(quantity, lower, PHRASE_END)));
      if (quantity.kind === "measure") {
        for (const each of quantity.values) {
          measures.push({
            value: each * quantity.factor,
            dimension: quantity.dimension,
            factor: quantity.factor,
            attribute,
            limit: limitOf(lower.slice(0, quantity.start), attribute),
            near,
          });
        }
      } else if (quantity.kind === "percent") percents.add(value);
      if (quantity.kind !== "money") {
        const [from, to] = stretchAround(quantity, lower, SENTENCE_END);
        const window = stemsWithin([Math.max(from, quantity.start - 25), Math.min(to, quantity.end + 40)]);
        addCount(counts, value, [...window, ...(attribute ?? [])]);
        if (quantity.kind === "count") phraseCounts.push({ value, near });
      }
    }
  };

  for (const line of [
    product.title,
    product.brand ?? "",
    ...product.categories,
    ...product.tags,
    product.description,
  ])
    addLine(line, null);
  for (const variant of product.variants) {
    for (const option of variant.options) {
      addLine(option.name, null);
      addLine(option.value, stemsOf(option.name));
    }
  }
  for (const attribute of product.attributes) {
    const name = stemsOf(attribute.name);
    const value = attribute.value.trim().toLowerCase();
    if (NO.test(value)) for (const stem of [...name, name.join("")]) denied.add(stem);
    else addLine(attribute.name, null);
    if (!NO.test(value) && !YES.test(value)) addLine(attribute.value, name);
    const pixels = /^(\d{3,5})\s?[x×]\s?(\d{3,5})\b/i.exec(attribute.value);
    if (pixels !== null)
      measures.push({
        value: Number(pixels[1]) * Number(pixels[2]),
        dimension: "pixels",
        factor: 1,
        attribute: name,
        limit: null,
        near: new Set(name),
      });
    // A number whose unit stands in a field of its own is not in the text.
    if (attribute.number !== undefined) addLine(`${attribute.number} ${attribute.unit ?? ""}`.trim(), name);
  }

  let affirmedRoots: ReadonlySet<string> | undefined;
  let deniedRoots: ReadonlySet<string> | undefined;
  return {
    product,
    title: stemsOf(product.title),
    brand: stemsOf(product.brand ?? ""),
    affirmed,
    denied,
    // Few sentences ask for roots.
    get affirmedRoots() {
      affirmedRoots ??= new Set([...affirmed].map(rootOf));
      return affirmedRoots;
    },
    get deniedRoots() {
      deniedRoots ??= new Set([...denied].map(rootOf));
      return deniedRoots;
    },
    ofPartsOnly: new Set([...ofParts].filter((stem) => !ofItem.has(stem))),
    apart: new Set([...apart].filter((stem) => !NEUTRAL_WORDS.has(stem) || THING_STEMS.has(stem))),
    modifiers: new Set([...modifiers].filter((word) => !heads.has(word))),
    stated,
    partMaterials: partMaterialsOf(product, besideMaterials),
    phrases: ` ${phrases.join(" | ")} `,
    text: lines.join("\n"),
    measures,
    percents,
    counts,
    phraseCounts,
    choices: choicesOf(product),
    prices: [...new Set([product.price.minor, ...product.variants.map((variant) => variant.price.minor)])],
  };
}

function limitOf(before: string, attribute: readonly string[] | null): FactMeasure["limit"] {
  if (/\b(?:up to|at most|no more than|under|below|max(?:imum)?(?: of)?) $/.test(before)) return "most";
  if (/\b(?:at least|from|over|above|min(?:imum)?(?: of)?) $/.test(before)) return "least";
  return attribute?.some((stem) => stem.startsWith("max")) ? "most" : null;
}

const SENTENCE_END = /[.;:!?](?=\s)/g;
const PHRASE_END = /[.;:!?,](?=\s)|\b(?:and|or)\b(?! ?\d)|\b(?:plus|but|while)\b/g;

/** From the last end of a phrase before the place to the first after it. */
function stretchAround(
  place: { start: number; end: number },
  line: string,
  boundary: RegExp,
): [number, number] {
  const ends = matchesOf(boundary, line).map(({ index }) => index);
  return [
    ends.findLast((end) => end < place.start) ?? 0,
    ends.find((end) => end >= place.end) ?? line.length,
  ];
}

/** "Comes with a waterproof cover": from the word after "with" up to the noun, which is the part itself. */
const WITH_PART =
  /\b(?:with|includes?|including|comes? with|plus|use|needs?|sold with|requires?)\s+(?:an?|the|two|its|your|\d+)\s+((?:[\p{L}\d-]+ ){1,3}[\p{L}\d-]+)/gu;

function partsOf(line: string): [number, number][] {
  return matchesOf(WITH_PART, line).map((match) => {
    const end = match.index + match[0].length;
    return [end - (match[1] ?? "").length, end];
  });
}

const SOLD_APART =
  /\b(?:(?:is|are) )?(?:sold|available|bought) (?:separately|apart)\b|\b(?:(?:is|are) )?not (?:included|supplied)\b|\b(?:is|are) (?:optional|extra|not)\b(?=[.;,]|$)|\bneither is (?:included|supplied)\b/g;
const THING_STEMS = new Set(["stand", "case", "cover", "filter", "board", "set"]);

/** The stretches of a line that name what does not come along: from the last full stop, comma or "and" up to the remark. */
function apartIn(line: string): [number, number][] {
  return matchesOf(SOLD_APART, line).map((match) => {
    const isOfSentenceBefore = match[0].startsWith("neither");
    const before = line.slice(0, isOfSentenceBefore ? Math.max(0, match.index - 2) : match.index);
    const boundary = isOfSentenceBefore ? /[.;!?]\s|\bon\b/g : /[.;:!?,]\s|\b(?:and|but)\b/g;
    const from = matchesOf(boundary, before).at(-1);
    return [from === undefined ? 0 : from.index + 1, before.length];
  });
}

function choicesOf({ variants }: Product): Map<string, number> {
  const values = new Map<string, Set<string>>();
  for (const { name, value } of variants.flatMap((variant) => variant.options)) {
    const stem = stemsOf(name).join(" ");
    values.set(stem, (values.get(stem) ?? new Set()).add(value));
  }
  return new Map([...values].map(([name, distinct]) => [name, distinct.size]));
}

/** Materials bound to a part, by attributes named after it and by the noun that follows the material. */
function partMaterialsOf(
  product: Product,
  beside: readonly (readonly [part: string, material: string])[],
): Map<string, Set<string>> {
  const bound = new Map<string, Set<string>>();
  const bind = (part: string, material: string) =>
    bound.set(part, (bound.get(part) ?? new Set()).add(material));
  for (const { name, value } of product.attributes) {
    const materials = stemsOf(value).filter(isMaterial);
    for (const part of stemsOf(name)) {
      if (part !== "material" && !isMaterial(part)) for (const material of materials) bind(part, material);
    }
  }
  for (const [part, material] of beside) bind(part, material);
  return bound;
}

function addCount(counts: Map<number, Set<string>>, value: number, stems: readonly string[]): void {
  const near = counts.get(value) ?? new Set<string>();
  for (const stem of stems) near.add(stem);
  counts.set(value, near);
}
