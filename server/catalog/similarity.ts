import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS } from "./facet-table.ts";
import type { Product } from "./product.ts";
import { kindOf } from "./product-kind.ts";

const NARROWEST = CATEGORY_LEVELS.at(-1)?.attribute ?? "";
const NO_LEAF = -1;

/**
 * What comparing products takes, as long as the catalog and kept from search to search: making it anew would keep the
 * garbage collector busy, and most turns compare with what the turn before did.
 */
export class SimilarityRoom {
  readonly #index: CatalogIndex;
  #leafOf: Int32Array | null = null;
  readonly #scores: Float32Array;
  /** What `#scores` answers; a text's scores are those of the index's words, which never change. */
  #scored: string | null = null;

  constructor(index: CatalogIndex) {
    this.#index = index;
    this.#scores = new Float32Array(index.size);
  }

  /** By document: the id of its narrowest category as the index was built; `NO_LEAF` for none. */
  get leafOf(): Int32Array {
    this.#leafOf ??= leavesOf(this.#index);
    return this.#leafOf;
  }

  /** How well each document answers a text; to be read until the next call. */
  scores(text: string): Float32Array {
    if (this.#scored !== text) this.#index.text.scores(text, this.#scores);
    this.#scored = text;
    return this.#scores;
  }
}

function leavesOf({ size, facets }: CatalogIndex): Int32Array {
  const leafOf = new Int32Array(size).fill(NO_LEAF);
  const { from, to } = facets.rangeOf(NARROWEST);
  for (let leaf = from; leaf < to; leaf++)
    for (const document of facets.documentsOf(leaf)) leafOf[document] = leaf;
  return leafOf;
}

/**
 * How like one product another is, 0 to 1: the same kind first, then the same words, then about the same price. Asked
 * document by document, for few of a catalog are, and as exact as the scores of words; null for a product that there is not.
 */
export function similarityTo(
  liked: number,
  index: CatalogIndex,
  room: SimilarityRoom,
): ((document: number) => number) | null {
  const product = index.products.at(liked);
  if (product === undefined) return null;
  const { prices } = index.columns;
  const price = prices[liked] ?? 0;
  const sharesHead = index.relevance.sharingHeads(liked);
  const words = room.scores(wordsOf(product));
  const highest = Math.max(1e-9, words[liked] ?? 0);
  const { leafOf } = room;
  const leaf = index.facets.idOf(liked, NARROWEST) ?? NO_LEAF;
  return (document) => {
    const likeness = Math.fround(
      0.3 * Math.min(1, (words[document] ?? 0) / highest) +
        (sharesHead(document) ? 0.2 : 0) +
        0.2 * nearness(price, prices[document] ?? 0),
    );
    const isNeighbour = leaf === NO_LEAF ? document === liked : leafOf[document] === leaf;
    return isNeighbour ? Math.fround(likeness + 0.3) : likeness;
  };
}

/** Telling kind from relation takes longer than a search; the same object stands for a product while it is looked at. */
const wordsOfProduct = new WeakMap<Product, string>();

function wordsOf(product: Product): string {
  let words = wordsOfProduct.get(product);
  if (words === undefined) {
    words = `${kindOf(product).named} ${product.categories.at(-1) ?? ""}`;
    wordsOfProduct.set(product, words);
  }
  return words;
}

/**
 * How much a document repeats the one of `others` that it repeats most: 1 for a variation of it, less for what is of its
 * narrowest category and brand at about its price, 0 for anything else.
 */
export function repetitionOf(
  others: readonly number[],
  index: CatalogIndex,
  { leafOf }: SimilarityRoom,
): (document: number) => number {
  const { families, prices } = index.columns;
  const items = others.map((document) => ({
    document,
    leaf: index.facets.idOf(document, NARROWEST) ?? NO_LEAF,
    brand: index.facets.idOf(document, "brand"),
  }));
  return (document) => {
    const leaf = leafOf[document] ?? NO_LEAF;
    let highest = 0;
    for (const other of items) {
      const isNeighbour = other.leaf === NO_LEAF ? other.document === document : other.leaf === leaf;
      if (!isNeighbour || highest === 1) continue;
      if (families[document] === families[other.document]) {
        highest = 1;
        continue;
      }
      const isOfBrand = other.brand !== null && index.facets.has(document, other.brand);
      const like = 0.3 * nearness(prices[other.document] ?? 0, prices[document] ?? 0) + (isOfBrand ? 0.3 : 0);
      if (like > highest) highest = like;
    }
    return Math.fround(highest);
  };
}

/** 1 for the same price, a half for the double. */
function nearness(price: number, other: number): number {
  return price > 0 && other > 0 ? Math.min(price, other) / Math.max(price, other) : 0;
}
