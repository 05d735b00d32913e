/**
 * The words of one site's catalog, as `understand` needs them. Types only.
 * Every `form` is lower case with single spaces, without accents ("creme" for "Crème"): fold what a shopper wrote likewise before looking it up.
 */

export interface VocabularyEntry {
  /** As the catalog writes it. */
  name: string;
  /** How people may write it, the most usual first: plural and singular, last path part, without punctuation. */
  forms: string[];
  /** Products that have it. */
  count: number;
}

export interface AttributeValue {
  /** As the catalog writes it most often. */
  value: string;
  forms: string[];
  count: number;
}

export interface VocabularyAttribute {
  /** As in `Attribute.name`. */
  name: string;
  /** Names people use for it: "color" and "colour", "screen" for "screen size". */
  forms: string[];
  /** Most frequent first; at most 200. */
  values: AttributeValue[];
  /** Set when its values are mostly numbers in one unit. */
  numeric: { min: number; max: number; unit: string | null } | null;
  /** Share of products that have it, 0 to 1. */
  coverage: number;
}

export interface CatalogVocabulary {
  /** ISO 4217, upper case. */
  currency: string;
  /** Lowest and highest price in major units; null for an empty catalog. */
  price: { low: number; high: number } | null;
  /** Most frequent first, also the parts of paths: "Bikes" and "Gravel bikes". */
  categories: VocabularyEntry[];
  brands: VocabularyEntry[];
  /** Best covered first. Holds no "category", "brand" or "price". */
  attributes: VocabularyAttribute[];
  /** The merchant's tags. */
  tags: VocabularyEntry[];
  /** Whether some products are of this kind, by the noun their titles or categories end on, or a synonym of it. */
  isKind(noun: string): boolean;
  /** Whether any title, category, brand, attribute value, tag or description holds the word (folded; plural or singular alike). */
  hasWord(word: string): boolean;
  /** In how many products. */
  wordFrequency(word: string): number;
}
