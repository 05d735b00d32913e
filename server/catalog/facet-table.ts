import type { Attribute, Product } from "./product.ts";

export interface FacetValue {
  /** An attribute's name, or "brand". */
  attribute: string;
  /** As the catalog writes it first. */
  value: string;
  number?: number;
  unit?: string;
}

/**
 * Which product has which attribute values, as numbers: counting and grading values of thousands of products then costs
 * array look-ups. Ids of one attribute's values are consecutive. Brands are kept like attributes.
 */
export class FacetTable {
  readonly values: readonly FacetValue[];
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
    this.#offsets = new Uint32Array(products.length + 1);
    const ids: number[] = [];
    products.forEach((product, document) => {
      const own = facetsOf(product).map(
        ({ attribute, value }) => idOf.get(`${attribute}\n${value.toLowerCase()}`) ?? 0,
      );
      ids.push(...new Set(own));
      this.#offsets[document + 1] = ids.length;
    });
    this.#ids = Uint32Array.from(ids);
  }

  /** Ids of a product's values. */
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
  return [...brand, ...product.attributes.map(facetOf)];
}

function facetOf({ name, ...rest }: Attribute): FacetValue {
  return { attribute: name, ...rest };
}
