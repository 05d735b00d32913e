/** The products of a catalog file, as an import of the shop would store them. */
import type { CatalogRecord, CatalogSink } from "../server/catalog/import/catalog-sink.ts";
import { importCatalog } from "../server/catalog/import/import-catalog.ts";
import type { Product } from "../server/catalog/product.ts";

export async function readProducts(source: string, currency: string): Promise<Product[]> {
  const products: Product[] = [];
  const put = async (records: CatalogRecord[]) => {
    for (const { hidden, price, reviews: _, ...rest } of records)
      if (hidden === null && price !== null) products.push({ ...rest, price, version: 1 });
  };
  const counts = { added: 0, updated: 0, unchanged: 0, hidden: 0 };
  const sink: CatalogSink = { put, commit: async () => counts, abort: async () => {} };
  const result = await importCatalog({ source, format: "auto", currency, sink });
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return products;
}
