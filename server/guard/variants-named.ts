/** Which of an item's variants a text means: "the green one in size L". */
import type { Product, Variant } from "../catalog/product.ts";

/** Sizes that are written as letters and said as words. */
const SPOKEN: Record<string, string> = {
  xs: "extra small",
  s: "small",
  m: "medium",
  l: "large",
  xl: "extra large",
  xxl: "extra extra large",
};

export interface NamedValue {
  name: string;
  value: string;
}

/** The option values that stand in the text (lower case), in whatever order the variants have them. */
export function valuesNamed(text: string, { variants }: Pick<Product, "variants">): NamedValue[] {
  const values = new Map<string, NamedValue>();
  for (const { name, value } of variants.flatMap((variant) => variant.options))
    values.set(`${name}\n${value}`, { name, value });
  return [...values.values()].filter(({ name, value }) =>
    names(
      text,
      value,
      [...values.values()].flatMap((other) => (other.name === name ? [other.value] : [])),
    ),
  );
}

/** The variants that have one of the named values in every option that is named; all where none is. */
export function variantsNamed(text: string, product: Pick<Product, "variants">): readonly Variant[] {
  const named = valuesNamed(text, product);
  const options = [...new Set(named.map(({ name }) => name))];
  return product.variants.filter((variant) =>
    options.every((option) => named.some((one) => one.name === option && hasValue(variant, one))),
  );
}

export function hasValue(variant: Variant, { name, value }: NamedValue): boolean {
  return variant.options.some((option) => option.name === name && option.value === value);
}

/** "Green" names "Forest green" where no other value of the option is a green. */
function names(text: string, value: string, others: readonly string[]): boolean {
  // "L (5'10"-6'2")" is said as "L".
  const short = value.replace(/\s*\(.*$/, "");
  const spoken = SPOKEN[short.toLowerCase()];
  if (stands(text, value) || stands(text, short) || (spoken !== undefined && stands(text, spoken)))
    return true;
  return short
    .split(/\s+/)
    .some(
      (word) =>
        word.length >= 3 &&
        stands(text, word) &&
        others.every(
          (other) => other === value || !other.toLowerCase().split(/\s+/).includes(word.toLowerCase()),
        ),
    );
}

/** A memo, not state: a pattern is a pure function of its value. The values of one catalog's options are few. */
const patterns = new Map<string, RegExp | null>();
const REMEMBERED_MOST = 5_000;

function stands(text: string, value: string): boolean {
  let pattern = patterns.get(value);
  if (pattern === undefined) {
    pattern = patternOf(value);
    if (patterns.size >= REMEMBERED_MOST) patterns.clear();
    patterns.set(value, pattern);
  }
  return pattern?.test(text) ?? false;
}

function patternOf(value: string): RegExp | null {
  const written = value
    .trim()
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s?");
  return written === ""
    ? null
    : new RegExp(`(?<![\\w'/.$€£-])${written}(?![\\w'/]|-(?!handed|colou?red|sized)|[.,]\\d)`);
}
