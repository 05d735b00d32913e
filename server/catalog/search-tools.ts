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

  /** When prices or stock have changed. */
  forget(): void {
    this.grades.clear();
    this.#inStock = null;
    this.#soldOut = null;
  }
}
