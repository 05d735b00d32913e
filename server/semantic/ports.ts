/** What the embedder and its readers need of the store. Types only. */
import type { Sku } from "../catalog/product.ts";
import type { MeantProduct } from "./product-text.ts";

/** A product that may be shown and whose vector is not of its present content, or not there. */
export interface PendingProduct {
  sku: Sku;
  /** Of all that is said about the product: prices and stock, too. */
  contentHash: string;
  /** Of the text that its vector was made from; null when it has none. */
  textHash: string | null;
  product: MeantProduct;
}

export interface ProductVector {
  sku: Sku;
  /** Quantised; see `quantise`. */
  vector: Int8Array;
}

/** What a batch came to. */
export interface EmbeddedBatch {
  vectors: (ProductVector & { contentHash: string; textHash: string })[];
  /** Changed in what does not bear on their text. */
  same: { sku: Sku; contentHash: string }[];
}

/**
 * `running`: somebody embeds now. `complete`: all was embedded when it was last looked at. `waiting`: something went wrong that
 * may pass, and it is tried again. `stopped`: it does not pass by itself.
 */
export const EMBEDDING_STATES = ["running", "complete", "waiting", "stopped"] as const;
export type EmbeddingState = (typeof EMBEDDING_STATES)[number];

export interface EmbeddingTrouble {
  code: string;
  /** With the way out. */
  message: string;
}

export interface EmbeddingStatus {
  model: string;
  state: EmbeddingState;
  /** That may be shown, and how many of these have a vector of their present text or of an earlier one. */
  products: number;
  embedded: number;
  /** Whose content changed since they were embedded, those without a vector included. */
  pending: number;
  trouble: EmbeddingTrouble | null;
  /** Of the last run's beginning or end, ISO 8601, UTC; null before the first. */
  at: string | null;
}

/** The right to embed a site's catalog: one holds it at a time, in whichever process. */
export interface EmbeddingLease {
  siteId: string;
  model: string;
  id: string;
  /** Of the vectors there are; null when there are none. */
  dimensions: number | null;
}

export interface VectorDesk {
  /** Null when somebody else embeds this site. Vectors of another model are not the site's any more. */
  begin(siteId: string, model: string, now: Date, until: Date): Promise<EmbeddingLease | null>;
  /** By sku, after `after`; the empty string begins. */
  pending(lease: EmbeddingLease, after: Sku, limit: number): Promise<PendingProduct[]>;
  /**
   * Stores what was embedded, as one step, and holds the lease until `until`. Whoever serves the site is told when
   * `announces`. False when the lease was lost: nothing was stored.
   */
  keep(
    lease: EmbeddingLease,
    batch: EmbeddedBatch,
    options: { until: Date; announces: boolean },
  ): Promise<boolean>;
  /** Forgets all vectors of the site: the model's are of another length now. */
  forget(lease: EmbeddingLease): Promise<void>;
  /** Gives the lease back. When it is complete, vectors of products that are gone and of other models go, too. */
  finish(
    lease: EmbeddingLease,
    outcome: { state: Exclude<EmbeddingState, "running">; trouble: EmbeddingTrouble | null; now: Date },
  ): Promise<void>;
  status(siteId: string, model: string, now: Date): Promise<EmbeddingStatus>;
  /**
   * Hands over, in batches, the vectors that were stored since a `stamp`; 0 is before the first. Resolves to the stamp
   * to ask with the next time.
   */
  read(
    siteId: string,
    model: string,
    since: number,
    onVectors: (vectors: ProductVector[]) => void,
  ): Promise<number>;
}
