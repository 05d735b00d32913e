/** Catalogs: read into memory when a site's catalog is swapped in, changed by imports and by pushes. */
import type { Product, Review, Sku } from "../catalog/product.ts";
import { CATALOG_CHANNEL } from "./apply-staged.ts";
import type {
  Catalog,
  CatalogChanges,
  HeldProduct,
  ImportCounts,
  ImportOptions,
  ImportRecord,
  ProductCounts,
  ProductPage,
  ProductSearch,
  ProductState,
} from "./catalog-records.ts";
import { changeProducts, type Decided } from "./change-products.ts";
import { type ConnectionOptions, persevere, type Sql } from "./database.ts";
import {
  type CatalogImport,
  confirmImport,
  discardImport,
  type FailedImport,
  listImports,
  openCatalogImport,
  recordFailure,
  recordRejected,
} from "./import-catalog.ts";
import { ImportTurns } from "./import-turns.ts";
import { countProducts, searchProducts } from "./list-products.ts";
import { changesSince, loadCatalog, productAt, readCatalog } from "./read-catalog.ts";

export type { Catalog, CatalogRecord, ImportCounts } from "./catalog-records.ts";
export type { CatalogImport } from "./import-catalog.ts";

export interface CatalogRepository {
  version(siteId: string): Promise<number>;
  /** Everything that may be shown, at once; `read` is for catalogs that are large. */
  load(siteId: string): Promise<Catalog>;
  /**
   * Every visible product by sku, then every review of one, in batches of one snapshot. The next batch is fetched when
   * the callback has resolved. Not repeated when the connection is lost.
   */
  read(
    siteId: string,
    onProducts: (products: Product[]) => void | Promise<void>,
    onReviews: (reviews: Review[]) => void | Promise<void>,
  ): Promise<{ version: number }>;
  /** Null when it is quicker to read the catalog anew: too much changed, or the version is none it had. */
  changesSince(siteId: string, version: number): Promise<CatalogChanges | null>;
  /** A product in one of its versions, hidden or not; null as version means as it is now. Null when there is none. */
  productAt(siteId: string, sku: Sku, version: number | null): Promise<ProductState | null>;
  count(siteId: string): Promise<ProductCounts>;
  /** By sku. */
  search(siteId: string, search: ProductSearch): Promise<ProductPage>;
  /** Waits for another import of the same site. */
  openImport(siteId: string, options?: ImportOptions): Promise<CatalogImport>;
  /** Remembers an import that came to nothing. */
  recordFailure(siteId: string, failed: FailedImport): Promise<void>;
  /** Adds to an import's record how many rows could not be used. */
  recordRejected(importId: string, rejected: number): Promise<void>;
  /** Newest first. */
  imports(siteId: string, limit: number): Promise<ImportRecord[]>;
  /** Applies a held import; null when the site has none of this id waiting. */
  confirmImport(siteId: string, importId: string): Promise<ImportCounts | null>;
  /** Forgets a held import; false when the site has none of this id waiting. */
  discardImport(siteId: string, importId: string): Promise<boolean>;
  /** Reads the products of these skus, their own or variants', and writes what is decided on them, as one step. */
  change<Result>(
    siteId: string,
    skus: Sku[],
    decide: (held: HeldProduct[]) => Decided<Result>,
  ): Promise<Result>;
  /**
   * Calls with the id of each site whose catalog changed, whichever process changed it; with null after the connection
   * was lost and made again, when any may have. Resolves when it listens, to what ends it.
   */
  watch(changed: (siteId: string | null) => void): Promise<() => Promise<void>>;
}

/** Of a process; each has a connection of its own beside the pool's. */
const IMPORTS_AT_ONCE = 4;

export function catalogRepository(sql: Sql, connection: ConnectionOptions): CatalogRepository {
  const turns = new ImportTurns(IMPORTS_AT_ONCE);
  return {
    async version(siteId) {
      const [site] = await persevere(() => sql`select catalog_version from sites where id = ${siteId}`);
      return Number(site?.catalog_version ?? 0);
    },
    load: (siteId) => persevere(() => loadCatalog(sql, siteId)),
    read: (siteId, onProducts, onReviews) => readCatalog(sql, siteId, onProducts, onReviews),
    changesSince: (siteId, version) => persevere(() => changesSince(sql, siteId, version)),
    productAt: (siteId, sku, version) => persevere(() => productAt(sql, siteId, sku, version)),
    count: (siteId) => persevere(() => countProducts(sql, siteId)),
    search: (siteId, search) => persevere(() => searchProducts(sql, siteId, search)),
    openImport: (siteId, options) => openCatalogImport(connection, turns, siteId, options),
    recordFailure: (siteId, failed) => recordFailure(sql, siteId, failed),
    recordRejected: (importId, rejected) => recordRejected(sql, importId, rejected),
    imports: (siteId, limit) => persevere(() => listImports(sql, siteId, limit)),
    confirmImport: (siteId, importId) => confirmImport(connection, turns, siteId, importId),
    discardImport: (siteId, importId) => discardImport(sql, siteId, importId),
    // Safe to repeat: a push that is there already is stale and changes nothing [CAT-1].
    change: (siteId, skus, decide) => persevere(() => changeProducts(sql, siteId, skus, decide)),
    async watch(changed) {
      let listening = false;
      const { unlisten } = await sql.listen(CATALOG_CHANNEL, changed, () => {
        if (listening) changed(null);
        listening = true;
      });
      return async () => {
        await unlisten();
      };
    },
  };
}
