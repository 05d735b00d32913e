import { majorOf } from "../dialogue/money.ts";
import { GrowingArray, growingUint32 } from "../packed/growing-array.ts";
import { PackedRecords, PackedRecordsBuilder, type PackedRecordsData } from "../packed/packed-records.ts";
import { FacetTable, FacetTableBuilder, type FacetTableData, facetsOf, optionsOf } from "./facet-table.ts";
import { CategoryFacets, CategoryFacetsBuilder, type CategoryFacetsData } from "./facets/category-facets.ts";
import { foldText } from "./fold-text.ts";
import { KindIndex, KindIndexBuilder, type KindIndexData } from "./kind-index.ts";
import type { Product } from "./product.ts";
import type { ProductKind } from "./product-kind.ts";
import {
  RelevanceColumns,
  RelevanceColumnsBuilder,
  type RelevanceColumnsData,
  textFieldsOf,
} from "./relevance.ts";
import { SkuTable, SkuTableBuilder, type SkuTableData } from "./sku-table.ts";
import { MinedSynonyms, type MinedSynonymsData, SynonymMiner } from "./synonym-miner.ts";
import { TextIndex, TextIndexBuilder, type TextIndexData } from "./text-index.ts";

/** What ranking reads of every product, by document: a product's place in the index. */
export interface ProductColumns {
  /** In major units. */
  prices: Float64Array;
  /** 1 for what can be bought now. */
  inStock: Uint8Array;
  /** 1 for what has left the catalog since the index was built. */
  isGone: Uint8Array;
  /** NaN for what nobody rated. */
  ratings: Float32Array;
  /** What speaks for a product before anything is known of the shopper: popularity and rating, 0 to 1. */
  priors: Float32Array;
  /** Alike for products that differ in colour, size or a measure only. */
  families: Uint32Array;
}

export interface CatalogIndexData {
  currency: string;
  products: PackedRecordsData;
  skus: SkuTableData;
  columns: ProductColumns;
  synonyms: MinedSynonymsData;
  text: TextIndexData;
  kind: KindIndexData;
  relevance: RelevanceColumnsData;
  facets: FacetTableData;
  options: FacetTableData;
  categoryFacets: CategoryFacetsData;
}

/** Everything a search looks at. */
export interface CatalogIndex {
  currency: string;
  size: number;
  products: PackedRecords<Product>;
  skus: SkuTable;
  columns: ProductColumns;
  text: TextIndex;
  kind: KindIndex;
  relevance: RelevanceColumns;
  /** Brand, categories and attributes. */
  facets: FacetTable;
  /** What the variants in stock offer. */
  options: FacetTable;
  categoryFacets: CategoryFacets;
}

export function openCatalogIndex(data: CatalogIndexData): CatalogIndex {
  const synonyms = new MinedSynonyms(data.synonyms);
  return {
    currency: data.currency,
    size: data.products.starts.length,
    products: new PackedRecords<Product>(data.products),
    skus: new SkuTable(data.skus),
    columns: data.columns,
    text: new TextIndex(data.text, synonyms),
    kind: new KindIndex(data.kind, synonyms),
    relevance: new RelevanceColumns(data.relevance),
    facets: new FacetTable(data.facets),
    options: new FacetTable(data.options),
    categoryFacets: new CategoryFacets(data.categoryFacets),
  };
}

/** Takes products one by one and keeps none of them as an object, so that a million fit. */
export class CatalogIndexBuilder {
  readonly #currency: string;
  readonly #products = new PackedRecordsBuilder<Product>();
  readonly #synonyms = new SynonymMiner();
  readonly #text = new TextIndexBuilder();
  readonly #kind = new KindIndexBuilder();
  readonly #relevance = new RelevanceColumnsBuilder();
  readonly #facets = new FacetTableBuilder();
  readonly #options = new FacetTableBuilder();
  readonly #categoryFacets = new CategoryFacetsBuilder();
  readonly #skus = new SkuTableBuilder();
  readonly #prices = new GrowingArray((length) => new Float64Array(length));
  readonly #popularities = new GrowingArray((length) => new Float64Array(length));
  readonly #inStock = new GrowingArray((length) => new Uint8Array(length));
  readonly #ratings = new GrowingArray((length) => new Float32Array(length));
  readonly #esteem = new GrowingArray((length) => new Float32Array(length));
  readonly #families = growingUint32();
  readonly #familyIds = new Map<string, number>();

  constructor(currency: string) {
    this.#currency = currency;
  }

  add(product: Product, kind: ProductKind): void {
    this.#products.add(product);
    this.#skus.add(product);
    this.#synonyms.add(product, kind);
    this.#text.add(textFieldsOf(product, kind));
    this.#kind.add(product, kind);
    this.#relevance.add(kind);
    this.#facets.add(facetsOf(product));
    this.#options.add(optionsOf(product));
    this.#categoryFacets.add(product);
    this.#prices.push(majorOf(product.price));
    this.#popularities.push(product.popularity ?? 0);
    this.#inStock.push(Number(product.inStock));
    this.#ratings.push(ratingOf(product));
    this.#esteem.push(esteemShare(product));
    this.#families.push(idIn(this.#familyIds, familyOf(product)));
  }

  finish(): CatalogIndexData {
    const popularities = this.#popularities.finish();
    const esteem = this.#esteem.finish();
    return {
      currency: this.#currency,
      products: this.#products.finish(),
      skus: this.#skus.finish(),
      columns: {
        prices: this.#prices.finish(),
        inStock: this.#inStock.finish(),
        isGone: new Uint8Array(esteem.length),
        ratings: this.#ratings.finish(),
        priors: priorsOf(popularities, esteem),
        families: this.#families.finish(),
      },
      synonyms: this.#synonyms.finish(),
      text: this.#text.finish(),
      kind: this.#kind.finish(),
      relevance: this.#relevance.finish(),
      facets: this.#facets.finish(),
      options: this.#options.finish(),
      categoryFacets: this.#categoryFacets.finish(),
    };
  }
}

function idIn(ids: Map<string, number>, name: string): number {
  const held = ids.get(name);
  if (held !== undefined) return held;
  ids.set(name, ids.size);
  return ids.size - 1;
}

/** Ratings with votes, else those that the catalog gives without. */
export function ratingOf(product: Product): number {
  if (product.rating !== null) return product.rating.value;
  return product.attributes.find(({ name }) => name === "rating")?.number ?? Number.NaN;
}

/** A rating as a Bayesian mean, so that one vote is not an opinion; 0 to 1. */
function esteemOf({ rating }: Product): number {
  const mean = rating === null ? 3.5 : (rating.value * rating.count + 3.5 * 10) / (rating.count + 10);
  return Math.max(0, (mean - 2.5) / 2.5);
}

/** What its rating adds to a product's prior: the other half is its popularity. */
export function esteemShare(product: Product): number {
  return 0.5 * esteemOf(product);
}

/** Popularity counts by rank, because its unit is the merchant's own. */
function priorsOf(popularities: Float64Array, esteem: Float32Array): Float32Array {
  const known = popularities.slice().sort();
  const highest = known.at(-1) ?? 0;
  return esteem.map((reached, document) => {
    const popularity = highest === 0 ? 0 : rankOf(known, popularities[document] ?? 0);
    return 0.5 * (popularity / Math.max(1, known.length - 1)) + reached;
  });
}

function rankOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A product without what makes it a variation of another: colour, size, numbers with units. */
function familyOf(product: Product): string {
  const varying = new Set(
    product.attributes
      .filter(({ name }) => /^(colour|size|storage|memory)$/.test(name))
      .flatMap(({ value }) => foldText(value).split(" ")),
  );
  const words = foldText(product.title)
    .split(" ")
    .filter((word) => !varying.has(word));
  return `${foldText(product.brand ?? "")}|${words.join(" ")}`;
}
