import type { CatalogRecord } from "../catalog/import/catalog-sink.ts";
import type { Product } from "../catalog/product.ts";
import type { PreparedRooms } from "../catalog-rooms.ts";
import { CommandFailure } from "./command-failure.ts";

/** A catalog file read as `catalog import` reads it, for commands that store nothing. Throws with a line that says why not. */
export async function prepareFile(source: string, currency: string): Promise<PreparedRooms> {
  const [{ importCatalog }, { prepareRooms }] = await Promise.all([
    import("../catalog/import/import-catalog.ts"),
    import("../catalog-rooms.ts"),
  ]);
  const records: CatalogRecord[] = [];
  const result = await importCatalog({
    source,
    format: "auto",
    currency,
    sink: {
      put: async (batch) => void records.push(...batch),
      commit: async () => ({ added: records.length, updated: 0, unchanged: 0, hidden: 0 }),
      abort: async () => {},
    },
  });
  if (!result.ok) throw new CommandFailure(`${source}: ${result.error.message}`);
  const products = records.flatMap(({ price, hidden, reviews: _, ...record }): Product[] =>
    price === null || hidden !== null ? [] : [{ ...record, price, version: 1 }],
  );
  const reviews = records.flatMap((record) => record.reviews);
  return prepareRooms({ version: 1, products, reviews }, currency);
}
