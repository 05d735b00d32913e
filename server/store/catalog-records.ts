/** What the catalog's tables hold and its repository hands out. Types only. */
import type { Money, Product, Review, Sku } from "../catalog/product.ts";

export interface Catalog {
  version: number;
  /** What may be shown. */
  products: Product[];
  reviews: Review[];
}

/** As an import hands it over: the price may be missing, `hidden` says why it is never shown. */
export type CatalogRecord = Omit<Product, "price" | "version"> & {
  price: Money | null;
  hidden: string | null;
  reviews: Review[];
};

/** A product as it stands in the store, shown or hidden. */
export type ProductRecord = Omit<Product, "price"> & { price: Money | null; hidden: string | null };

/** A product as it was from one instant to another; `until` is null while it still is. Instants are ISO 8601, UTC. */
export interface ProductState {
  record: ProductRecord;
  from: string;
  until: string | null;
}

/** A site's products by what shoppers see of them. */
export interface ProductCounts {
  visible: number;
  hidden: number;
  /** The most frequent reasons first. */
  hiddenBecause: { reason: string; count: number }[];
}

export interface ProductSearch {
  /** Words that title, brand, sku or categories all hold; empty for every product. */
  query: string;
  hidden: boolean;
  /** Those after this sku. */
  after: Sku;
  limit: number;
}

export interface ProductPage {
  products: ProductRecord[];
  /** For `after`; null at the end. */
  next: Sku | null;
}

/** What changed since a version of the catalog. */
export interface CatalogChanges {
  version: number;
  /** Added or changed, and shown. */
  products: Product[];
  /** All reviews of these products. */
  reviews: Review[];
  /** Hidden or removed. */
  gone: Sku[];
}

/** `rejected`: the merchant discarded it, or a newer import took its place. */
export type ImportState = "applied" | "held" | "failed" | "rejected";

export interface ImportCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** Of the records put; each is also counted in one of the others. */
  hidden: number;
  /** Only of an import that replaces: products that it leaves out, hidden from now on. */
  removed?: number;
  /** There when nothing was applied because too much would have gone. */
  held?: HeldBack;
}

export interface HeldBack {
  /** Of the import, for `confirm` and `discard`. */
  id: string;
  /** How many of the visible products would go … */
  leaving: number;
  /** … of how many. */
  visible: number;
  examples: Sku[];
  /** The same in words. */
  message: string;
}

export interface ImportOptions {
  /** Whatever the import leaves out is hidden. */
  replace?: boolean;
  /** The part of the visible products that may go without anybody confirming it; 0.3 when left out, 1 allows all. */
  maxShrink?: number;
  /** In words: "products.csv", "feed". */
  source?: string;
}

export interface ImportRecord {
  id: string;
  state: ImportState;
  source: string;
  replaces: boolean;
  /** Null of one that failed. */
  counts: ImportCounts | null;
  /** Rows that could not be used. */
  rejected: number | null;
  code: string | null;
  message: string | null;
  /** ISO 8601, UTC. */
  startedAt: string;
  finishedAt: string;
}

/** Stock and prices that a shop pushed, each with the shop's version; by the sku that was named, the product's or a variant's. */
export type ShopPatches = Record<string, ShopPatch>;
export interface ShopPatch {
  stock?: { version: number; inStock: boolean };
  price?: { version: number; price: Money; was: Money | null };
}

/** How far the shop's pushes of one product have come. */
export interface ShopMark {
  /** Of the last whole product or deletion; null when there was none. */
  version: number | null;
  patches: ShopPatches;
}

/**
 * A product before a push: `record` is null when the store has none. Its `was` may be below its price, where a push
 * raised that.
 */
export interface HeldProduct {
  sku: Sku;
  record: ProductRecord | null;
  mark: ShopMark;
}

/** What a push makes of a product. */
export interface ProductChange {
  sku: Sku;
  mark: ShopMark;
  /** The product as it shall be; null leaves it as it is. Without `reviews`, those there are stay. */
  record: (Omit<CatalogRecord, "reviews"> & { reviews: Review[] | null }) | null;
}
