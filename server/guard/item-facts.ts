/** One product's row in the form in which sentences are compared with it. */
import type { Product } from "../catalog/product.ts";
import { normalise } from "./normalise.ts";
import { readQuantities } from "./read-quantities.ts";
import { stemsOf, tokenise } from "./tokens.ts";
import { MULTIPLES } from "./words/number-words.ts";

export interface FactMeasure {
  value: number;
  dimension: string;
  factor: number;
  /** Stems of the attribute's name; null for a measure found in free text. */
  attribute: readonly string[] | null;
}

export interface ItemFacts {
  product: Product;
  /** Stems of the title, in order. */
  title: readonly string[];
  brand: readonly string[];
  /** Every stem of the row, and of neighbouring words written as one; true where the row affirms it. */
  affirmed: ReadonlySet<string>;
  denied: ReadonlySet<string>;
  /** All stems of the row, in order, each between spaces: for phrases. */
  phrases: string;
  /** The row's text, lower case: for addresses and verbatim strings. */
  text: string;
  measures: readonly FactMeasure[];
  percents: ReadonlySet<number>;
  /** A number and the words near it: "6 pockets", { name: "gears", value: "12" }. */
  counts: ReadonlyMap<number, ReadonlySet<string>>;
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
  const phrases: string[] = [];
  const lines: string[] = [];

  const addLine = (line: string, attribute: readonly string[] | null) => {
    const { cased, lower } = normalise(line);
    const tokens = tokenise(cased, lower);
    lines.push(lower);
    tokens.forEach((token, index) => {
      const side = token.denied ? denied : affirmed;
      side.add(token.stem);
      side.add(token.text);
      const next = tokens[index + 1];
      if (next !== undefined) side.add(token.text + next.stem);
      const multiple = MULTIPLES.get(token.text);
      if (multiple !== undefined && next !== undefined) addCount(counts, multiple, [next.stem]);
    });
    phrases.push(tokens.map((token) => token.stem).join(" "));
    for (const quantity of readQuantities(lower, product.price.currency)) {
      const value = quantity.values[0] ?? 0;
      if (quantity.kind === "measure") {
        for (const each of quantity.values) {
          measures.push({
            value: each * quantity.factor,
            dimension: quantity.dimension,
            factor: quantity.factor,
            attribute,
          });
        }
      } else if (quantity.kind === "percent") percents.add(value);
      if (quantity.kind !== "money") {
        const near = tokens.filter(
          (token) => token.start >= quantity.start - 25 && token.end <= quantity.end + 40,
        );
        addCount(counts, value, [...near.map((token) => token.stem), ...(attribute ?? [])]);
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
    // A number whose unit stands in a field of its own is not in the text.
    if (attribute.number !== undefined) addLine(`${attribute.number} ${attribute.unit ?? ""}`.trim(), name);
  }

  return {
    product,
    title: stemsOf(product.title),
    brand: stemsOf(product.brand ?? ""),
    affirmed,
    denied,
    phrases: ` ${phrases.join(" | ")} `,
    text: lines.join("\n"),
    measures,
    percents,
    counts,
    prices: [...new Set([product.price.minor, ...product.variants.map((variant) => variant.price.minor)])],
  };
}

function addCount(counts: Map<number, Set<string>>, value: number, stems: readonly string[]): void {
  const near = counts.get(value) ?? new Set<string>();
  for (const stem of stems) near.add(stem);
  counts.set(value, near);
}
