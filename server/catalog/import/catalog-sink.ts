/** Where an import puts what it has read. The store fills this in; a test does it in memory. */
import type { Money, Product, Review } from "../product.ts";

/** A product as an import hands it over. `version` is the store's: it grows by one when the record differs from what is held. */
export type CatalogRecord = Omit<Product, "price" | "version"> & {
  /** Null when the row has none; the record is then hidden. */
  price: Money | null;
  /** Why shoppers don't see it, in words a merchant understands: "unpublished", "no price"; null when they do. */
  hidden: string | null;
  reviews: Review[];
};

export interface SinkCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** How many of the records put are hidden; each of them is also counted in one of the other three. */
  hidden: number;
}

/**
 * Takes one import. Nothing that was `put` is visible before `commit`; after `abort` nothing of it ever is.
 * A sku is put at most once between them. Exactly one of `commit` and `abort` is called, and it is the last call.
 */
export interface CatalogSink {
  put(records: CatalogRecord[]): Promise<void>;
  commit(): Promise<SinkCounts>;
  abort(): Promise<void>;
}
