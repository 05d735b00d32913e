import { growingUint8, growingUint32 } from "../packed/growing-array.ts";
import { contentWords, singularOf } from "./fold-text.ts";
import { FULLY, type Grades } from "./grades.ts";
import { isColourWord } from "./import/colour-words.ts";
import type { KindIndex } from "./kind-index.ts";
import type { Product } from "./product.ts";
import type { ProductKind } from "./product-kind.ts";
import type { TextField, TextIndex } from "./text-index.ts";
import { Dictionary, type DictionaryData, packDictionary } from "./words/dictionary.ts";

/** What a product is searched by. Every product has the same fields in the same order, as `TextIndexBuilder` asks. */
export function textFieldsOf(product: Product, kind: ProductKind): TextField[] {
  const values = product.attributes.map(({ name, value }) =>
    value === "yes" ? name : name === "colour" ? coloursOf(value).join(" ") : value,
  );
  const shades = product.attributes.flatMap(({ name, value }) => (name === "colour" ? shadesOf(value) : []));
  const skus = [product.sku, ...product.variants.map((variant) => variant.sku)].slice(0, 20);
  const stated = (text: string, weight: number): TextField => ({ text, weight, place: "facts" });
  return [
    { text: product.title, weight: 2, place: "title" },
    { text: kind.named, weight: 1, place: "name" },
    stated([...kind.heads].join(" "), 1),
    stated(product.categories.join(" "), 1.5),
    stated(product.brand ?? "", 1.5),
    stated(skus.join(" "), 1),
    stated(product.tags.join(" "), 0.8),
    stated(values.join(" "), 0.4),
    { text: shades.join(" "), weight: 0.4, place: "shade" },
    { text: product.description, weight: 0.8, place: "prose" },
  ];
}

/** "Sea green" is a green, and says nothing of the sea: the last word of each colour and what names one by itself. */
function coloursOf(value: string): string[] {
  const words = colourWordsOf(value);
  return words.filter(({ word, isLast }) => isLast || isColourWord(word)).map(({ word }) => word);
}

/** The other words of a colour. */
function shadesOf(value: string): string[] {
  const words = colourWordsOf(value);
  return words.filter(({ word, isLast }) => !isLast && !isColourWord(word)).map(({ word }) => word);
}

function colourWordsOf(value: string): { word: string; isLast: boolean }[] {
  return value.split(/[/,;&+]| and /i).flatMap((colour) => {
    const words = colour.split(/[\s-]+/).filter((word) => word !== "");
    return words.map((word, place) => ({ word, isLast: place === words.length - 1 }));
  });
}

export interface RelevanceColumnsData {
  heads: DictionaryData;
  /** By document: from where on its heads stand in `headsOf`; one more than there are documents. */
  offsets: Uint32Array;
  headsOf: Uint32Array;
  isAccessory: Uint8Array;
}

/** Takes in kinds one by one, in the order of their documents. */
export class RelevanceColumnsBuilder {
  readonly #heads = new Map<string, number>();
  readonly #offsets = growingUint32();
  readonly #headsOf = growingUint32();
  readonly #isAccessory = growingUint8();

  add(kind: ProductKind): void {
    this.#isAccessory.push(Number(kind.isAccessory));
    this.#offsets.push(this.#headsOf.length);
    for (const head of kind.heads) {
      let number = this.#heads.get(head);
      if (number === undefined) {
        number = this.#heads.size;
        this.#heads.set(head, number);
      }
      this.#headsOf.push(number);
    }
  }

  finish(): RelevanceColumnsData {
    this.#offsets.push(this.#headsOf.length);
    const heads = [...this.#heads.keys()].sort();
    const places = new Uint32Array(heads.length);
    heads.forEach((head, place) => {
      places[this.#heads.get(head) ?? 0] = place;
    });
    return {
      heads: packDictionary(heads),
      offsets: this.#offsets.finish(),
      headsOf: this.#headsOf.finish().map((head) => places[head] ?? 0),
      isAccessory: this.#isAccessory.finish(),
    };
  }
}

/** What relevance knows of products beside their words and kinds. */
export class RelevanceColumns {
  readonly #data: RelevanceColumnsData;
  readonly #heads: Dictionary;

  constructor(data: RelevanceColumnsData) {
    this.#data = data;
    this.#heads = new Dictionary(data.heads);
  }

  /** Tells what is called by a noun by which this document is called. */
  sharingHeads(document: number): (other: number) => boolean {
    const { offsets, headsOf } = this.#data;
    const wanted = [...headsOf.subarray(offsets[document] ?? 0, offsets[document + 1] ?? 0)];
    return (other) => {
      const end = offsets[other + 1] ?? 0;
      for (let at = offsets[other] ?? 0; at < end; at++) if (wanted.includes(headsOf[at] ?? -1)) return true;
      return false;
    };
  }

  /** Tells what is called by this noun, in the singular: it is one. */
  calledBy(noun: string): (document: number) => boolean {
    const { offsets, headsOf } = this.#data;
    const wanted = this.#heads.find(noun);
    if (wanted === -1) return () => false;
    return (document) =>
      headsOf.subarray(offsets[document] ?? 0, offsets[document + 1] ?? 0).includes(wanted);
  }

  /** Whether some product is called by this noun, in the singular. */
  isHead(noun: string): boolean {
    return this.#heads.find(noun) !== -1;
  }

  /** The highest score of what is no accessory. */
  highestOfThings(scores: Float32Array, among: Uint8Array | null): number {
    const { isAccessory } = this.#data;
    let highest = 0;
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document] ?? 0;
      if (score > highest && isAccessory[document] === 0 && among?.[document] !== 0) highest = score;
    }
    return highest;
  }

  /** Tells the accessories that none of the words names: a sleeve, when a laptop was asked for. */
  unaskedAccessories(words: readonly string[]): (document: number) => boolean {
    const { isAccessory, offsets, headsOf } = this.#data;
    const asked = words.map((word) => this.#heads.find(singularOf(word)));
    return (document) => {
      if (isAccessory[document] === 0) return false;
      const end = offsets[document + 1] ?? 0;
      for (let at = offsets[document] ?? 0; at < end; at++)
        if (asked.includes(headsOf[at] ?? 0)) return false;
      return true;
    };
  }
}

export interface RelevanceParts {
  text: TextIndex;
  kind: KindIndex;
  columns: RelevanceColumns;
}

/** How much each thing weighs; the sum of the positive ones is 1. */
const WEIGHT = { text: 0.9, kind: 0.1, accessory: 0.08 };
/** A thing that comes so near to the best text is what was asked for: "desk" where there are only desk mounts is not. */
const NEAR_BEST = 0.75;

/**
 * How well each document answers free words: what they say, what kind of thing they name, and that a thing was asked for
 * rather than what goes with it. 0 for documents without any of the words, else up to 1, comparable within one query. The
 * scale's end is the best of those marked in `among`, so that what is sold out does not make all that is left look poor.
 */
export function relevanceTo(
  query: string,
  { text, kind, columns }: RelevanceParts,
  { among = null, room }: { among?: Uint8Array | null; room?: Float32Array } = {},
): Float32Array {
  const relevance = text.scores(query, room);
  const words = contentWords(query);
  const scale = among !== null && highestOf(relevance, among) > 0 ? among : null;
  const highest = highestOf(relevance, scale);
  if (highest === 0) return relevance;
  const kinds = kindGrades(kind, words);
  const isUnasked = columns.unaskedAccessories(words);
  const penalty = columns.highestOfThings(relevance, scale) >= NEAR_BEST * highest ? WEIGHT.accessory : 0;
  for (let document = 0; document < relevance.length; document++) {
    const score = relevance[document] ?? 0;
    if (score === 0) continue;
    const sum =
      WEIGHT.text * Math.min(1, score / highest) +
      (WEIGHT.kind / FULLY) * (kinds[document] ?? 0) -
      (penalty > 0 && isUnasked(document) ? penalty : 0);
    relevance[document] = Math.max(LEAST, sum);
  }
  return relevance;
}

/** What has any of the words is still found. */
const LEAST = 1e-6;

/** "Gravel bike" is graded as a bike where the catalog knows no gravel bikes. */
function kindGrades(kind: KindIndex, words: readonly string[]): Grades {
  const grades = kind.grades(words.join(" "));
  return isAnyOf(grades) ? grades : kind.grades(words.at(-1) ?? "");
}

function isAnyOf(grades: Grades): boolean {
  for (let document = 0; document < grades.length; document++) if (grades[document] !== 0) return true;
  return false;
}

function highestOf(numbers: Float32Array, among: Uint8Array | null): number {
  let highest = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (number > highest && among?.[at] !== 0) highest = number;
  }
  return highest;
}
