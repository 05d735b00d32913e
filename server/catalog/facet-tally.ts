import type { FacetTable } from "./facet-table.ts";

export interface TalliedValue {
  id: number;
  /** Documents that have it. */
  count: number;
  /** Sum of their beliefs, and of belief times its binary logarithm. */
  belief: number;
  logBelief: number;
}

export interface TalliedAttribute {
  /** Place in the table's `attributes`. */
  attribute: number;
  /** Of the documents that have any of its values. */
  having: Omit<TalliedValue, "id">;
  values: TalliedValue[];
}

/** Documents with what each adds, place by place. */
export interface Sample {
  documents: Uint32Array;
  counts: Uint8Array;
  beliefs: Float64Array;
  logBeliefs: Float64Array;
}

/**
 * Counts values over many documents. Its arrays are as long as the table's and are kept from one search to the next,
 * because making them anew would cost more than the counting.
 */
export class FacetTally {
  readonly #facets: FacetTable;
  readonly #values: Sums;
  readonly #attributes: Sums;

  constructor(facets: FacetTable) {
    this.#facets = facets;
    this.#values = new Sums(facets.size);
    this.#attributes = new Sums(facets.attributes.length);
  }

  /** Attributes that fewer than `leastHaving` documents have are left out. */
  of({ documents, counts, beliefs, logBeliefs }: Sample, leastHaving: number): TalliedAttribute[] {
    const { attributeOf } = this.#facets;
    for (let at = 0; at < documents.length; at++) {
      const [count, belief, logBelief] = [counts[at] ?? 0, beliefs[at] ?? 0, logBeliefs[at] ?? 0];
      let last = -1;
      for (const id of this.#facets.idsOf(documents[at] ?? 0)) {
        this.#values.add(id, count, belief, logBelief);
        const attribute = attributeOf[id] ?? 0;
        if (attribute !== last) this.#attributes.add(attribute, count, belief, logBelief);
        last = attribute;
      }
    }
    const attributes = this.#attributes.take();
    const byAttribute = new Map<number, TalliedAttribute>();
    for (const { id: attribute, ...having } of attributes) {
      if (having.count >= leastHaving) byAttribute.set(attribute, { attribute, having, values: [] });
    }
    for (const value of this.#values.take()) byAttribute.get(attributeOf[value.id] ?? 0)?.values.push(value);
    return [...byAttribute.values()];
  }
}

/** Counts and sums by id; taking them leaves all at zero. */
class Sums {
  readonly #counts: Uint32Array;
  readonly #beliefs: Float64Array;
  readonly #logBeliefs: Float64Array;
  #met: number[] = [];

  constructor(size: number) {
    this.#counts = new Uint32Array(size);
    this.#beliefs = new Float64Array(size);
    this.#logBeliefs = new Float64Array(size);
  }

  add(id: number, count: number, belief: number, logBelief: number): void {
    if (this.#counts[id] === 0 && this.#beliefs[id] === 0) this.#met.push(id);
    this.#counts[id] = (this.#counts[id] ?? 0) + count;
    this.#beliefs[id] = (this.#beliefs[id] ?? 0) + belief;
    this.#logBeliefs[id] = (this.#logBeliefs[id] ?? 0) + logBelief;
  }

  take(): TalliedValue[] {
    const taken = this.#met.map((id) => {
      const value = {
        id,
        count: this.#counts[id] ?? 0,
        belief: this.#beliefs[id] ?? 0,
        logBelief: this.#logBeliefs[id] ?? 0,
      };
      this.#counts[id] = 0;
      this.#beliefs[id] = 0;
      this.#logBeliefs[id] = 0;
      return value;
    });
    this.#met = [];
    return taken;
  }
}
