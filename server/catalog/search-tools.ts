import { VectorTable } from "../semantic/vector-table.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { FacetTally } from "./facet-tally.ts";
import { GradeCache } from "./grade-cache.ts";
import { SimilarityRoom } from "./similarity.ts";

/** What a search needs beside the index; it belongs to one catalog, and a search leaves it as it was. */
export class SearchTools {
  readonly grades: GradeCache;
  readonly tally: FacetTally;
  /** As long as the catalog: making them anew would cost more than what is done in them. */
  readonly room: {
    documents: Uint32Array;
    scores: Float64Array;
    /** Weights of beliefs, see `beliefsOf`. */
    beliefs: Float64Array;
    relevance: Float32Array;
    similarity: SimilarityRoom;
  };
  readonly #index: CatalogIndex;
  /** Null until there are any. */
  #meanings: VectorTable | null = null;
  #near: { meaning: Float32Array; nearness: Float32Array | null } | null = null;
  #inStock: Uint32Array | null = null;
  #soldOut: Uint32Array | null = null;

  constructor(index: CatalogIndex) {
    this.#index = index;
    this.grades = new GradeCache(index);
    this.tally = new FacetTally(index.facets);
    this.room = {
      documents: new Uint32Array(index.size),
      scores: new Float64Array(index.size),
      beliefs: new Float64Array(index.size),
      relevance: new Float32Array(index.size),
      similarity: new SimilarityRoom(index),
    };
  }

  /** Everything that can be bought. */
  inStock(): Uint32Array {
    const { inStock } = this.#index.columns;
    this.#inStock ??= Uint32Array.from(inStock.keys()).filter((document) => inStock[document] === 1);
    return this.#inStock;
  }

  /** Everything that is listed and can't be bought. */
  soldOut(): Uint32Array {
    const { inStock, isGone } = this.#index.columns;
    this.#soldOut ??= Uint32Array.from(inStock.keys()).filter(
      (document) => inStock[document] !== 1 && isGone[document] !== 1,
    );
    return this.#soldOut;
  }

  /** Takes up the meanings of products, where they are among those that the index was built of. */
  takeUpMeanings(vectors: Iterable<{ sku: string; vector: Int8Array }>): void {
    for (const { sku, vector } of vectors) {
      const document = this.#index.skus.get(sku);
      if (document === undefined) continue;
      this.#meanings ??= new VectorTable(this.#index.size, vector.length);
      this.#meanings.put(document, vector);
    }
    this.#meanings?.settle();
    this.#near = null;
  }

  /** By document, how near what is in stock is to what was meant: 1 the nearest, 0 what is not near; null when nothing is. */
  nearnessTo(meaning: Float32Array | null): Float32Array | null {
    if (meaning === null || this.#meanings === null) return null;
    // A turn searches more than once.
    if (this.#near?.meaning === meaning) return this.#near.nearness;
    const near = this.#meanings.nearest(meaning, this.#index.columns.inStock);
    const nearness = near.length === 0 ? null : new Float32Array(this.#index.size);
    for (const { document, share } of near) if (nearness) nearness[document] = share;
    this.#near = { meaning, nearness };
    return nearness;
  }

  /** When prices or stock have changed. */
  forget(): void {
    this.#near = null;
    this.grades.clear();
    this.#inStock = null;
    this.#soldOut = null;
  }
}
