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
    const { offsets, items } = this.#facets.ofDocument;
    for (let at = 0; at < documents.length; at++) {
      const [document, count] = [documents[at] ?? 0, counts[at] ?? 0];
      const [belief, logBelief] = [beliefs[at] ?? 0, logBeliefs[at] ?? 0];
      const end = offsets[document + 1] ?? 0;
      let last = -1;
      for (let place = offsets[document] ?? 0; place < end; place++) {
        const id = items[place] ?? 0;
        this.#values.add(id, count, belief, logBelief);
        const attribute = attributeOf[id] ?? 0;
        if (attribute !== last) this.#attributes.add(attribute, count, belief, logBelief);
        last = attribute;
      }
    }
    const byAttribute = new Map<number, TalliedAttribute>();
    for (const { id: attribute, ...having } of this.#attributes.take((_, count) => count >= leastHaving))
      byAttribute.set(attribute, { attribute, having, values: [] });
    const isWanted = (id: number) => byAttribute.has(attributeOf[id] ?? 0);
    for (const value of this.#values.take(isWanted))
      byAttribute.get(attributeOf[value.id] ?? 0)?.values.push(value);
    return [...byAttribute.values()];
  }
}

/** Counts and sums by id; taking them leaves all at zero. */
class Sums {
  readonly #counts: Uint32Array;
  readonly #beliefs: Float64Array;
  readonly #logBeliefs: Float64Array;
  /** The ids that were added to, in the order they were met. */
  readonly #met: Uint32Array;
  #metCount = 0;

  constructor(size: number) {
    this.#counts = new Uint32Array(size);
    this.#beliefs = new Float64Array(size);
    this.#logBeliefs = new Float64Array(size);
    this.#met = new Uint32Array(size);
  }

  add(id: number, count: number, belief: number, logBelief: number): void {
    if (this.#counts[id] === 0 && this.#beliefs[id] === 0 && count + belief > 0)
      this.#met[this.#metCount++] = id;
    // Of a sample, a document adds only to the one or to the others.
    if (count > 0) this.#counts[id] = (this.#counts[id] ?? 0) + count;
    if (belief === 0) return;
    this.#beliefs[id] = (this.#beliefs[id] ?? 0) + belief;
    this.#logBeliefs[id] = (this.#logBeliefs[id] ?? 0) + logBelief;
  }

  /** Most ids of a large catalog are of no use, and an object for each would cost more than counting them. */
  take(isWanted: (id: number, count: number) => boolean): TalliedValue[] {
    const taken: TalliedValue[] = [];
    for (let at = 0; at < this.#metCount; at++) {
      const id = this.#met[at] ?? 0;
      const count = this.#counts[id] ?? 0;
      if (isWanted(id, count))
        taken.push({ id, count, belief: this.#beliefs[id] ?? 0, logBelief: this.#logBeliefs[id] ?? 0 });
      this.#counts[id] = 0;
      this.#beliefs[id] = 0;
      this.#logBeliefs[id] = 0;
    }
    this.#metCount = 0;
    return taken;
  }
}
