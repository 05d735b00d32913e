import type { Attribute, Money, Review } from "../product.ts";

/** One row understood: a product, or one variant of a product that has several rows. */
export interface Listing {
  row: number;
  /** Unique among the rows; a variant's own sku. */
  id: string;
  /** What rows of one product share; null for a product of one row. */
  group: string | null;
  /** Other names under which rows of the group may call it: WooCommerce's "id:123" beside its sku. */
  groupAliases: string[];
  /**
   * `alone`: a product by itself, or one of equals in a group. `parent`: speaks for the group and may also be a variant
   * (Shopify's first row). `variant`: belongs to a parent and is nothing without it.
   */
  role: "alone" | "parent" | "variant";
  /** Whether the row itself can be bought; false for a WooCommerce parent, which only holds its variations together. */
  isSellable: boolean;
  title: string;
  description: string;
  brand: string | null;
  categories: string[];
  tags: string[];
  url: string;
  imageUrl: string | null;
  price: Money | null;
  was: Money | null;
  /** Why there is no price, where a price was given that can't be used. */
  priceProblem: string | null;
  inStock: boolean;
  hidden: string | null;
  options: { name: string; value: string }[];
  attributes: Attribute[];
  rating: { value: number; count: number } | null;
  popularity: number | null;
  reviews: Review[];
  /** Variants that one row brings with it, as JSON does. */
  variants: {
    id: string;
    options: { name: string; value: string }[];
    price: Money | null;
    was: Money | null;
    inStock: boolean;
  }[];
}

export interface Rejected {
  row: number;
  id?: string;
  reason: string;
}

/** `null`: the row carries nothing of its own and is no fault, such as an image-only row. */
export type RowReading = { ok: true; listing: Listing } | { ok: false; rejected: Rejected } | null;

/** What the readers of rows know of the shop and of the file as a whole. */
export interface ReadingContext {
  currency: string;
  /** "https://shop.example", without a slash at its end; null when unknown. */
  origin: string | null;
  /** What separates decimals in this file's prices; null while nothing shows it. */
  decimalMark: "." | "," | null;
  now: Date;
}

export function rejection(row: number, id: string, reason: string): RowReading {
  return { ok: false, rejected: id === "" ? { row, reason } : { row, id, reason } };
}
