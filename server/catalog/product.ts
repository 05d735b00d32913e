/**
 * The catalog's vocabulary: what the rest of the server knows of a product. Types only; every room may take them,
 * no room may take anything else of `catalog/` but through a port.
 */
export type Sku = string;

export interface Money {
  /** In the currency's minor unit (ISO 4217 exponent): cents for USD, whole yen for JPY. */
  minor: number;
  /** ISO 4217, upper case. */
  currency: string;
}

export interface Attribute {
  /** Lower case, as people say it: "frame material", "screen size", "colour". */
  name: string;
  /** As the merchant wrote it, cleaned of markup: "Aluminium", "15.6 in". Text evidence cites this. */
  value: string;
  /** The value as a number, where it is one, in `unit`. */
  number?: number;
  /** Canonical unit: "in", "cm", "mm", "kg", "g", "l", "ml", "gb", "tb", "w", "h", "mah", … */
  unit?: string;
  /** Which of the product's texts it was read from; absent where the shop gave it a place of its own. */
  from?: "title" | "description" | "tag";
}

export interface Variant {
  sku: Sku;
  options: { name: string; value: string }[];
  price: Money;
  inStock: boolean;
}

/** A product that may be shown: it has a title and a price and is not hidden. Rows that lack these stay in the store, hidden. */
export interface Product {
  sku: Sku;
  title: string;
  /** Plain text, no markup; may be empty. */
  description: string;
  brand: string | null;
  /** From broad to narrow: ["Bikes", "Gravel bikes"]. May be empty. */
  categories: string[];
  /** Words of the merchant's own that fit no attribute: "cruelty free", "vegan". */
  tags: string[];
  url: string;
  imageUrl: string | null;
  price: Money;
  /** The price before a reduction; always above `price`. */
  was: Money | null;
  inStock: boolean;
  attributes: Attribute[];
  variants: Variant[];
  rating: { value: number; count: number } | null;
  /** Any positive measure by which the merchant orders products; null when unknown. */
  popularity: number | null;
  /** Grows by one with each change, so that a claim's evidence can name what it saw. */
  version: number;
}

export interface Review {
  id: string;
  sku: Sku;
  /** As the store publishes it: "Mara K." */
  author: string;
  /** 1 to 5. */
  rating: number;
  text: string;
  /** ISO 8601 date; empty when the merchant gave none. */
  at: string;
  title?: string;
  /** Whether the store knows that the author bought it. */
  verified?: boolean;
  /** BCP 47 primary tag, where the store says. */
  language?: string;
  /** How many called the review helpful. */
  helpful?: number;
}

/** `mixed`: praise and blame in one sentence; `neutral`: neither. */
export type QuoteTone = "pleased" | "critical" | "mixed" | "neutral";

/** A sentence of a review that can stand by itself, word for word. */
export interface Quote {
  reviewId: string;
  sku: Sku;
  author: string;
  rating: number;
  text: string;
  /** Towards what was asked about; of the sentence as a whole where nothing was. */
  tone: QuoteTone;
  /** How much of what was asked about it speaks of: 1 for each word, 2 for a topic ("comfort"); 0 where nothing was asked. */
  relevance: number;
}

export interface QuoteSearch {
  /** Words of a wish or a question: "comfortable", "battery". Empty asks for the reviews in general. */
  about: readonly string[];
  /** BCP 47 primary tag of the conversation: others' words are not quoted. */
  language: string;
  /** At the most, of each tone. */
  limit: number;
}

export interface QuotesFound {
  /** The most telling first. */
  quotes: Quote[];
  /** Reviews that could be quoted on it, by what they think of it. */
  pleased: number;
  critical: number;
  /** What was asked about is something that reviewers commonly speak of: that none did is then an answer. */
  isKnownTopic: boolean;
}
