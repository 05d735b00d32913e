import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS } from "./facet-table.ts";
import { kindOf } from "./product-kind.ts";

const NARROWEST = CATEGORY_LEVELS.at(-1)?.attribute ?? "";

/** How like one product others are, 0 to 1: the same kind first, then the same words, then about the same price. */
export function similarityTo(liked: number, index: CatalogIndex): (document: number) => number {
  const product = index.products.at(liked);
  if (product === undefined) return () => 0;
  const words = index.text.scores(`${kindOf(product).named} ${product.categories.at(-1) ?? ""}`);
  const highest = Math.max(1e-9, words[liked] ?? 0);
  const isOfKind = sameKind(liked, index);
  const nearness = priceNearness(liked, index);
  return (document) =>
    0.5 * isOfKind(document) + 0.3 * Math.min(1, (words[document] ?? 0) / highest) + 0.2 * nearness(document);
}

/** How much a product repeats another: 1 for a variation of it, less for the same kind and brand at about the same price. */
export function likenessTo(other: number, index: CatalogIndex): (document: number) => number {
  const { families } = index.columns;
  const brand = index.facets.idOf(other, "brand");
  const isOfKind = sameKind(other, index);
  const nearness = priceNearness(other, index);
  return (document) => {
    if (families[document] === families[other]) return 1;
    const kind = isOfKind(document);
    if (kind < 1) return 0;
    const isSameBrand = brand !== null && index.facets.idOf(document, "brand") === brand;
    return 0.3 * nearness(document) + (isSameBrand ? 0.3 : 0);
  };
}

/** 0.6 for the same narrowest category, 0.4 for a name that ends on the same noun. */
function sameKind(other: number, index: CatalogIndex): (document: number) => number {
  const leaf = index.facets.idOf(other, NARROWEST);
  const sameLeaf = new Uint8Array(index.size);
  if (leaf !== null) for (const document of index.facets.documentsOf(leaf)) sameLeaf[document] = 1;
  const wanted = new Set(index.relevance.headsOf(other));
  return (document) =>
    0.6 * (sameLeaf[document] ?? 0) +
    (index.relevance.headsOf(document).some((head) => wanted.has(head)) ? 0.4 : 0);
}

function priceNearness(other: number, { columns: { prices } }: CatalogIndex): (document: number) => number {
  const price = prices[other] ?? 0;
  return (document) => {
    const own = prices[document] ?? 0;
    return price > 0 && own > 0 ? Math.exp(-Math.abs(Math.log(own / price))) : 0;
  };
}
