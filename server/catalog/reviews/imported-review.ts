/** A review of a file, and where an import puts it. Types only. */
import type { Rejected } from "../import/listing.ts";
import type { Sku } from "../product.ts";

/** How a file names the product of a review; what it does not say is absent. Kept, so that a review finds its product later. */
export interface ProductReference {
  /** A product's or a variant's. */
  sku?: string;
  /** The shop system's own number; some catalogs know products by it. */
  productId?: string;
  /** The last part of the product's address: "tern-tent". */
  handle?: string;
  url?: string;
  title?: string;
}

export interface ImportedReview {
  row: number;
  /** Unique in the site: the file's own behind the source's name, "loox:812", or made of what the review says. */
  id: string;
  /** The app it was exported from, or "file". */
  source: string;
  reference: ProductReference;
  /** As the store publishes it: "Mara K."; empty where nobody is named. */
  author: string;
  /** What an e-mail address or a full name is found by when its owner asks to be erased; readable by nobody. */
  authorKeys: string[];
  /** 1 to 5. */
  rating: number;
  title: string;
  /** Plain text without anything private. */
  text: string;
  /** ISO 8601 date; empty when the file gave none. */
  at: string;
  verified: boolean | null;
  /** BCP 47 primary tag; null when the file gave none. */
  language: string | null;
  helpful: number;
}

/** What the matcher looks at of each product. */
export interface MatchableProduct {
  sku: Sku;
  title: string;
  brand: string | null;
  url: string;
  variantSkus: readonly Sku[];
}

export const MATCHED_BY = ["sku", "variant", "id", "handle", "url", "title", "similar title"] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

/** Shown every product of a catalog once, it knows which of them each reference names. */
export interface ReferenceMatcher {
  see(product: MatchableProduct): void;
  /** By the reference's place in the list given; null where none, or more than one, is named. */
  matches(): ({ sku: Sku; by: MatchedBy } | null)[];
}
export type MatchReferences = (references: readonly ProductReference[]) => ReferenceMatcher;

export interface ReviewCounts {
  added: number;
  updated: number;
  unchanged: number;
  /** Reviews of the import whose product is not in the catalog; they are kept. */
  unmatched: { row: number; reference: string }[];
}

/** Takes one import; nothing of it is seen before `commit`. Exactly one of `commit` and `abort` is called, and last. */
export interface ReviewSink {
  put(reviews: ImportedReview[]): Promise<void>;
  commit(): Promise<ReviewCounts>;
  abort(): Promise<void>;
}

export interface ReviewImportSummary extends ReviewCounts {
  /** Reviews that the store does not publish (unpublished, pending, spam, replies) or that say nothing, by reason. */
  skipped: Record<string, number>;
  rejected: Rejected[];
}
