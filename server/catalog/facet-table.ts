import type { Attribute, Product } from "./product.ts";

export interface FacetValue {
  /** An attribute's name, "brand", or a level of the category path (`CATEGORY_LEVELS`). */
  attribute: string;
  /** As the catalog writes it first. */
  value: string;
  number?: number;
  unit?: string;
}

/** The path from its broad end, and its narrow end, as attributes of their own. */
export const CATEGORY_LEVELS = [0, 1, 2, 3, -1].map((level) => ({
  level,
  attribute: `category at ${level}`,
}));

/**
 * Which product has which attribute values, as numbers: counting and grading values of thousands of products then costs
 * array look-ups. Ids of one attribute's values are consecutive. Brands and categories are kept like attributes.
 */
export class FacetTable {
  readonly values: readonly FacetValue[];
  /** The attributes in the order of their values' ids. */
  readonly attributes: readonly string[];
  /** By value id: which of `attributes` it is of. */
  readonly attributeOf: Uint32Array;
  readonly #ranges = new Map<string, { from: number; to: number }>();
  readonly #offsets: Uint32Array;
  readonly #ids: Uint32Array;

  constructor(products: readonly Product[]) {
    const byAttribute = new Map<string, Map<string, FacetValue>>();
    for (const facet of products.flatMap(facetsOf)) {
      const held = byAttribute.get(facet.attribute) ?? new Map<string, FacetValue>();
      byAttribute.set(facet.attribute, held);
      const key = facet.value.toLowerCase();
      if (!held.has(key)) held.set(key, facet);
    }
    const values: FacetValue[] = [];
    const idOf = new Map<string, number>();
    for (const [attribute, held] of byAttribute) {
      this.#ranges.set(attribute, { from: values.length, to: values.length + held.size });
      for (const [key, value] of held) {
        idOf.set(`${attribute}\n${key}`, values.length);
        values.push(value);
      }
    }
    this.values = values;
    this.attributes = [...byAttribute.keys()];
    const placeOf = new Map(this.attributes.map((attribute, place) => [attribute, place]));
    this.attributeOf = Uint32Array.from(values, ({ attribute }) => placeOf.get(attribute) ?? 0);
    this.#offsets = new Uint32Array(products.length + 1);
    const ids: number[] = [];
    products.forEach((product, document) => {
      const own = facetsOf(product).map(
        ({ attribute, value }) => idOf.get(`${attribute}\n${value.toLowerCase()}`) ?? 0,
      );
      ids.push(...[...new Set(own)].sort((one, other) => one - other));
      this.#offsets[document + 1] = ids.length;
    });
    this.#ids = Uint32Array.from(ids);
  }

  /** Ids of a product's values, ascending, so that those of one attribute stand together. */
  idsOf(document: number): Uint32Array {
    return this.#ids.subarray(this.#offsets[document] ?? 0, this.#offsets[document + 1] ?? 0);
  }

  /** The ids of an attribute's values: from `from` up to, but without, `to`. */
  rangeOf(attribute: string): { from: number; to: number } {
    return this.#ranges.get(attribute) ?? { from: 0, to: 0 };
  }

  /** Grades each value of an attribute once, then products by the best of theirs; null for a product without any. */
  grader(attribute: string, gradeOf: (value: FacetValue) => number): (document: number) => number | null {
    const { from, to } = this.rangeOf(attribute);
    const grades = Float64Array.from(this.values.slice(from, to), gradeOf);
    return (document) => {
      let best: number | null = null;
      for (const id of this.idsOf(document)) {
        if (id < from || id >= to) continue;
        best = Math.max(best ?? 0, grades[id - from] ?? 0);
      }
      return best;
    };
  }
}

function facetsOf(product: Product): FacetValue[] {
  const brand = product.brand === null ? [] : [{ attribute: "brand", value: product.brand }];
  const levels = CATEGORY_LEVELS.flatMap(({ level, attribute }) => {
    const value = product.categories.at(level);
    return value === undefined ? [] : [{ attribute, value }];
  });
  return [...brand, ...levels, ...product.attributes.map(facetOf)];
}

function facetOf({ name, ...rest }: Attribute): FacetValue {
  return { attribute: name, ...rest };
}
