import type { CatalogIndex } from "./catalog-index.ts";
import { CATEGORY_LEVELS } from "./facet-table.ts";
import { kindOf } from "./product-kind.ts";

const NARROWEST = CATEGORY_LEVELS.at(-1)?.attribute ?? "";

/** How like one product others are, 0 to 1, by document: the same kind first, then the same words, then about the same price. Written to `room`. */
export function similarityTo(liked: number, index: CatalogIndex, room: Float32Array): Float32Array {
  const product = index.products.at(liked);
  if (product === undefined) return room.fill(0);
  const { prices } = index.columns;
  const price = prices[liked] ?? 0;
  const hasHead = index.relevance.withHeadsOf(liked);
  const similarity = index.text.scores(`${kindOf(product).named} ${product.categories.at(-1) ?? ""}`, room);
  const highest = Math.max(1e-9, similarity[liked] ?? 0);
  for (let document = 0; document < similarity.length; document++) {
    similarity[document] =
      0.3 * Math.min(1, (similarity[document] ?? 0) / highest) +
      0.2 * (hasHead[document] ?? 0) +
      0.2 * nearness(price, prices[document] ?? 0);
  }
  for (const document of neighboursOf(liked, index)) similarity[document] = (similarity[document] ?? 0) + 0.3;
  return similarity;
}

/**
 * How much others repeat a product, for those that do: 1 for a variation of it, less for what is of its narrowest category
 * and brand at about its price. Raises what stands in `likeness`, by document.
 */
export function raiseByLikeness(likeness: Float32Array, other: number, index: CatalogIndex): void {
  const { families, prices } = index.columns;
  const { from, to } = index.facets.rangeOf("brand");
  const brand = index.facets.idOf(other, "brand");
  const isOfBrand = (document: number) =>
    brand !== null && index.facets.idsOf(document).some((id) => id >= from && id < to && id === brand);
  const price = prices[other] ?? 0;
  for (const document of neighboursOf(other, index)) {
    const like =
      families[document] === families[other]
        ? 1
        : 0.3 * nearness(price, prices[document] ?? 0) + (isOfBrand(document) ? 0.3 : 0);
    if (like > (likeness[document] ?? 0)) likeness[document] = like;
  }
}

/** What stands in the same narrowest category. */
function neighboursOf(document: number, { facets }: CatalogIndex): Uint32Array {
  const leaf = facets.idOf(document, NARROWEST);
  return leaf === null ? Uint32Array.of(document) : facets.documentsOf(leaf);
}

/** 1 for the same price, a half for the double. */
function nearness(price: number, other: number): number {
  return price > 0 && other > 0 ? Math.min(price, other) / Math.max(price, other) : 0;
}
