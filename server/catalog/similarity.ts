import type { CatalogIndex } from "./catalog-index.ts";

/** How like one product others are, 0 to 1: the same kind first, then the same words, then about the same price. */
export function similarityTo(liked: number, index: CatalogIndex): (document: number) => number {
  const product = index.products[liked];
  if (product === undefined) return () => 0;
  const kind = index.kinds[liked];
  const leaf = product.categories.at(-1);
  const words = index.text.scores(`${kind?.named ?? product.title} ${leaf ?? ""}`);
  const highest = Math.max(1e-9, words[liked] ?? 0);
  const price = index.prices[liked] ?? 0;
  return (document) => {
    const isSameLeaf = leaf !== undefined && index.products[document]?.categories.at(-1) === leaf;
    const isSameHead = [...(index.kinds[document]?.heads ?? [])].some((head) => kind?.heads.has(head));
    const other = index.prices[document] ?? 0;
    const priceNearness = price > 0 && other > 0 ? Math.exp(-Math.abs(Math.log(other / price))) : 0;
    return (
      0.3 * Number(isSameLeaf) +
      0.2 * Number(isSameHead) +
      0.3 * Math.min(1, (words[document] ?? 0) / highest) +
      0.2 * priceNearness
    );
  };
}
