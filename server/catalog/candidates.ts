/** What a search for candidates is asked and answers. Types only: `turn` and `plan` take them. */
import type { Preference } from "../dialogue/state.ts";
import type { Money, Product, Sku } from "./product.ts";

export interface CandidateQuery {
  /** Held preferences only. `must` filters, `prefer` scores; negative polarity excludes or lowers. */
  preferences: Preference[];
  /** Free words besides the preferences; may be empty. */
  text: string;
  /**
   * The direction of what the shopper is after, by the site's embedding model; null or left out where none is known. What is
   * near counts among what the wishes allow, and is found although it has none of the words.
   */
  meaning?: Float32Array | null;
  /** Rejected items: never returned, and what is much like them stands back. */
  exclude: Sku[];
  /** Items the shopper has seen without taking one up: others of their families stand back a little. */
  shown?: Sku[];
  /** Neighbours of this item first: the product page, or "like the second one". */
  like: Sku | null;
  limit: number;
}

/** What a candidate's score is the sum of. */
export const SCORE_PARTS = [
  "words",
  "meaning",
  "wishes",
  "likeness",
  "popularity",
  "rejections",
  "repetition",
] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

export interface Candidate {
  product: Product;
  /** Higher is better; comparable within one search only. */
  score: number;
  /** What the score is the sum of; parts that say nothing are left out. */
  parts: Partial<Record<ScorePart, number>>;
  /** Ids of the preferences it meets, misses, and those the catalog has no word on. */
  meets: string[];
  misses: string[];
  unknown: string[];
}

/** How an attribute divides the candidates: what a question on it would be worth. */
export interface AttributeSplit {
  attribute: string;
  /**
   * Most frequent first; at most eight. Counts are of candidates, of many of them from a sample. Numbers of many sizes come
   * as ranges that people speak of, low to high: "under 1 kg".
   */
  values: { value: string; count: number }[];
  /** Share of candidates that have the attribute, 0 to 1. */
  coverage: number;
  /** Expected reduction of the candidates' entropy, in bits. */
  gain: number;
  /** How much people choose by it among things of this kind, 0 to 1. */
  weight: number;
}

/** Which product is the first in the order that was asked for: "the cheapest". */
export interface Extreme {
  /** The superlative that was wished for. */
  preference: Preference;
  sku: Sku;
  /** What the order is by: "price", "rating" or a catalog attribute. */
  attribute: string;
  /** Of the extreme one, as the catalog writes it; prices in major units. */
  value: string;
  /** How many that fit have such a value, and how many have none. */
  among: number;
  unstated: number;
  /** How many others have the very same. */
  ties: number;
}

/** Only what is in stock counts and is recommended, but for `soldOut`. */
export interface CandidateSearch {
  /** Best first, diverse (no near-duplicates side by side), at most `limit`. All `must`s are met. */
  candidates: Candidate[];
  /** How many products meet every `must`. */
  total: number;
  /** Set when a superlative is wished for and the catalog can tell; the candidates then stand in its order. */
  extreme?: Extreme | null;
  /**
   * Entropy of which of them is wanted, in bits: 0 when one stands out or is alone, log2(total) when nothing tells
   * them apart. Each is as likely as its score says (a softmax over scores).
   */
  uncertainty: number;
  price: { low: Money; high: Money } | null;
  /** Most informative first. Holds "category", "brand", "price" (as ranges) and catalog attributes; nothing already preferred. */
  splits: AttributeSplit[];
  /** Set when `total` is 0: the `must` that excludes most, and what there is without it [INI-4]. */
  relaxed: {
    preference: Preference;
    /** Further ones that had to give way, where no single one was enough; absent when it was. */
    also?: Preference[];
    /** Nothing in the catalog meets it, whatever the other wishes are. */
    isUnmet: boolean;
    total: number;
    candidates: Candidate[];
    /** The value nearest to what was asked: the lowest price over the budget, the closest size. */
    nearest: Money | string | null;
    /** Where a brand had to give way to the kind of thing: what there is of the brand in other kinds, if anything. */
    ofBrand?: { total: number; kinds: string[]; candidates: Candidate[] };
  } | null;
  /** Set when `total` is 0: the best of what is out of stock, meets every `must` and misses no wish, and has some of the words. */
  soldOut: Candidate | null;
}
