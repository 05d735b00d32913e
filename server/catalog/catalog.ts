import { majorOf } from "../dialogue/money.ts";
import type { CandidateQuery, CandidateSearch } from "./candidates.ts";
import {
  type CatalogIndex,
  CatalogIndexBuilder,
  type CatalogIndexData,
  esteemShare,
  openCatalogIndex,
  ratingOf,
} from "./catalog-index.ts";
import { Departments } from "./departments.ts";
import { optionsOf } from "./facet-table.ts";
import { findCandidates } from "./find-candidates.ts";
import type { Product, QuoteSearch, QuotesFound, Review, Sku } from "./product.ts";
import { kindOf } from "./product-kind.ts";
import {
  indexReviews,
  ReviewIndex,
  ReviewIndexBuilder,
  type ReviewIndexData,
} from "./reviews/review-index.ts";
import { SearchTools } from "./search-tools.ts";
import { collectVocabulary, openVocabulary, VocabularyCounter, type VocabularyData } from "./vocabulary.ts";
import type { CatalogVocabulary } from "./vocabulary-types.ts";

/** One site's catalog in memory, as `turn` needs it (its `CatalogPort`). */
export interface Catalog {
  /** Grows with each change, so that evidence names what it saw. */
  readonly version: number;
  /** Products that may be shown. */
  readonly size: number;
  /** The broadest categories that tell products apart, the largest first. */
  readonly departments: readonly string[];
  readonly currency: string;
  /** Its words, for understanding what shoppers say. */
  readonly vocabulary: CatalogVocabulary;
  readonly products: Iterable<Product>;
  /** By the product's sku, or by that of one of its variants. */
  product(sku: Sku): Product | undefined;
  /** Of one product; empty when it has none. */
  reviews(sku: Sku): Review[];
  /** What customers wrote of it on something, in sentences that can be quoted. */
  quotes(sku: Sku, search: QuoteSearch): QuotesFound;
  find(query: CandidateQuery): CandidateSearch;
  /**
   * Takes up what products mean, new or in place of what was known: quantised vectors of one model. Queries' `meaning` is of
   * the same model.
   */
  takeUpMeanings(vectors: Iterable<{ sku: Sku; vector: Int8Array }>): void;
  /** Takes up what changed since, see `CatalogChanges`. */
  change(changes: CatalogChanges): { isWhole: boolean };
}

export interface CatalogChanges {
  version: number;
  products: readonly Product[];
  /** All of those products. */
  reviews: readonly Review[];
  /** Hidden or removed. */
  gone: readonly Sku[];
}

/** Everything of a catalog, as plain values that a snapshot can hold. */
export interface CatalogData {
  version: number;
  currency: string;
  departments: string[];
  index: CatalogIndexData;
  vocabulary: VocabularyData;
  reviews: ReviewIndexData;
}

export class CatalogBuilder {
  readonly #currency: string;
  readonly #index: CatalogIndexBuilder;
  readonly #departments = new Departments();
  readonly #vocabulary = new VocabularyCounter();
  readonly #reviews = new ReviewIndexBuilder();

  /** `currency`: ISO 4217, that of the site, and of all its products. */
  constructor(currency: string) {
    this.#currency = currency;
    this.#index = new CatalogIndexBuilder(currency);
  }

  /** Only what may be shown: hidden products stay in the store. */
  addProduct(product: Product): void {
    this.#index.add(product, kindOf(product));
    this.#departments.add(product);
    this.#vocabulary.add(product);
  }

  /** In any order. */
  addReview(review: Review): void {
    this.#reviews.add(review);
  }

  finish(version: number): CatalogData {
    const index = this.#index.finish();
    return {
      version,
      currency: this.#currency,
      departments: this.#departments.names(),
      index,
      vocabulary: collectVocabulary(this.#vocabulary.finish(), openCatalogIndex(index)),
      reviews: this.#reviews.finish(),
    };
  }
}

export interface CatalogContent {
  version: number;
  products: Iterable<Product>;
  reviews: readonly Review[];
  currency: string;
}

/** Builds and opens at once what fits in memory twice: tests, benches, the catalog of a command. */
export function buildCatalog({ version, products, reviews, currency }: CatalogContent): Catalog {
  const builder = new CatalogBuilder(currency);
  for (const product of products) builder.addProduct(product);
  for (const review of reviews) builder.addReview(review);
  return openCatalog(builder.finish(version));
}

/** Costs next to nothing, whatever the size: nothing is gone through product by product. */
export function openCatalog(data: CatalogData): Catalog {
  const index = openCatalogIndex(data.index);
  const tools = new SearchTools(index);
  const reviews = new ReviewIndex(data.reviews);
  /** Of products that changed since. */
  const changedReviews = new Map<Sku, ReviewIndex>();
  let { version } = data;
  const product = (sku: Sku): Product | undefined => {
    const document = index.skus.get(sku);
    return document === undefined || index.columns.isGone[document] === 1
      ? undefined
      : index.products.at(document);
  };
  const reviewsOf = (sku: Sku) => changedReviews.get(product(sku)?.sku ?? sku) ?? reviews;
  return {
    get version() {
      return version;
    },
    size: index.size,
    departments: data.departments,
    currency: data.currency,
    vocabulary: openVocabulary(data.vocabulary, index),
    products: index.products,
    product,
    reviews: (sku) => reviewsOf(sku).of(product(sku)?.sku ?? sku),
    quotes: (sku, search) => reviewsOf(sku).quotable(product(sku)?.sku ?? sku, search),
    find: (query) => findCandidates(index, tools, query),
    takeUpMeanings: (vectors) => tools.takeUpMeanings(vectors),
    change(changes) {
      version = changes.version;
      tools.forget();
      for (const sku of changes.gone) takeOut(index, sku);
      for (const { sku } of changes.products)
        changedReviews.set(sku, indexReviews(changes.reviews.filter((review) => review.sku === sku)));
      // A product that is new or reads differently can be shown as it is now, but is found by its words only in a new index.
      const isKnown = changes.products.map((changed) => takeUp(index, changed));
      return { isWhole: isKnown.every(Boolean) };
    },
  };
}

function takeOut(index: CatalogIndex, sku: Sku): void {
  const document = index.skus.get(sku);
  if (document === undefined || index.products.at(document)?.sku !== sku) return;
  index.columns.isGone[document] = 1;
  index.columns.inStock[document] = 0;
}

/** Whether everything that is searched by is as it was: price, stock, also of variants, rating and picture may differ. */
function takeUp(index: CatalogIndex, product: Product): boolean {
  const document = index.skus.get(product.sku);
  const before = document === undefined ? undefined : index.products.at(document);
  if (document === undefined || before?.sku !== product.sku) return false;
  const { columns } = index;
  columns.isGone[document] = 0;
  columns.inStock[document] = Number(product.inStock);
  columns.prices[document] = majorOf(product.price);
  columns.ratings[document] = ratingOf(product);
  columns.priors[document] = (columns.priors[document] ?? 0) + esteemShare(product) - esteemShare(before);
  index.products.change(document, product);
  const isOffered = index.options.change(document, optionsOf(product));
  return isOffered && wording(before) === wording(product);
}

function wording({ title, description, brand, categories, tags, attributes, variants }: Product): string {
  const offered = variants.map(({ sku, options }) => [sku, options]);
  return JSON.stringify([title, description, brand, categories, tags, attributes, offered]);
}
