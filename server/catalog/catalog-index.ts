import { majorOf } from "../dialogue/money.ts";
import { FacetTable } from "./facet-table.ts";
import { foldText } from "./fold-text.ts";
import { KindIndex, KindIndexBuilder } from "./kind-index.ts";
import type { Product, Sku } from "./product.ts";
import { kindOf, type ProductKind } from "./product-kind.ts";
import { type TextField, TextIndex, TextIndexBuilder } from "./text-index.ts";

/** Everything a search looks at, by document: a product's place in `products`. */
export interface CatalogIndex {
  currency: string;
  products: readonly Product[];
  documentOf: ReadonlyMap<Sku, number>;
  kinds: readonly ProductKind[];
  /** In major units. */
  prices: Float64Array;
  /** What speaks for a product before anything is known of the shopper: popularity and rating, 0 to 1. */
  priors: Float32Array;
  text: TextIndex;
  kind: KindIndex;
  facets: FacetTable;
  /** A product without what makes it a variation of another: colour, size, numbers with units. */
  families: readonly string[];
}

export function indexCatalog(products: readonly Product[], currency: string): CatalogIndex {
  const kinds = products.map(kindOf);
  const documentOf = new Map<Sku, number>();
  products.forEach((product, document) => {
    for (const variant of product.variants)
      if (!documentOf.has(variant.sku)) documentOf.set(variant.sku, document);
  });
  products.forEach((product, document) => {
    documentOf.set(product.sku, document);
  });
  const text = new TextIndexBuilder();
  const kind = new KindIndexBuilder();
  products.forEach((product, document) => {
    const own = kinds[document] ?? kindOf(product);
    text.add(fieldsOf(product, own));
    kind.add(product, own);
  });
  return {
    currency,
    products,
    documentOf,
    kinds,
    prices: Float64Array.from(products, (product) => majorOf(product.price)),
    priors: priorsOf(products),
    text: new TextIndex(text.finish()),
    kind: new KindIndex(kind.finish()),
    facets: new FacetTable(products),
    families: products.map(familyOf),
  };
}

function fieldsOf(product: Product, kind: ProductKind | undefined): TextField[] {
  const values = product.attributes.map(({ name, value }) => (value === "yes" ? name : value));
  const skus = [product.sku, ...product.variants.map((variant) => variant.sku)].slice(0, 20);
  const stated = (text: string, weight: number): TextField => ({ text, weight, place: "facts" });
  return [
    { text: kind?.named ?? product.title, weight: 4, place: "title" },
    { text: kind?.rest ?? "", weight: 1.2, place: "title" },
    stated([...(kind?.heads ?? [])].join(" "), 2),
    stated(product.categories.join(" "), 2),
    stated(product.brand ?? "", 2.5),
    stated(skus.join(" "), 1),
    stated([...product.tags, ...values].join(" "), 1.2),
    { text: product.description, weight: 0.5, place: "prose" },
  ];
}

/** Popularity by rank, because its unit is the merchant's own; rating as a Bayesian mean, so that one vote is not an opinion. */
function priorsOf(products: readonly Product[]): Float32Array {
  const known = products.map((product) => product.popularity ?? 0).sort((one, other) => one - other);
  const highest = known.at(-1) ?? 0;
  return Float32Array.from(products, (product) => {
    const popularity =
      highest === 0 ? 0 : rankOf(known, product.popularity ?? 0) / Math.max(1, known.length - 1);
    const rating =
      product.rating === null
        ? 3.5
        : (product.rating.value * product.rating.count + 3.5 * 10) / (product.rating.count + 10);
    return 0.5 * popularity + 0.5 * Math.max(0, (rating - 2.5) / 2.5);
  });
}

function rankOf(sorted: number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
