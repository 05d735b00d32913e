/** Everything a merchant may do with a catalog, for the HTTP API and the commands alike. */
import { setImmediate as pause } from "node:timers/promises";
import type { FileColumns } from "../catalog/import/describe-columns.ts";
import type { CatalogFormat } from "../catalog/import/detect-format.ts";
import type { Sku } from "../catalog/product.ts";
import type { EmbeddingStatus, VectorDesk } from "../semantic/ports.ts";
import type {
  ImportCounts,
  ImportRecord,
  ProductCounts,
  ProductPage,
  ProductSearch,
  ProductState,
} from "../store/catalog-records.ts";
import type { CatalogRepository } from "../store/catalog-repository.ts";
import type { FeedRepository, FeedSettings } from "../store/feed-repository.ts";
import { addressCheck } from "./checked-address.ts";
import { LEASE_MS } from "./feed-schedule.ts";
import { type ShownFeed, shownFeed } from "./feed-settings.ts";
import { FETCH_LIMITS } from "./fetch-feed.ts";
import { orderPushes, type PushResult } from "./order-pushes.ts";
import { type FeedPull, type FeedPulling, pullFeed } from "./pull-feed.ts";
import { type PushItem, type PushReading, readPushItem } from "./read-push-item.ts";
import { type CatalogSite, type ImportAnswer, originOf, runImport } from "./run-import.ts";
import { spool, spooledBytes, UPLOAD_MAX_BYTES, withSpoolFile } from "./spool.ts";

export interface Upload {
  bytes: AsyncIterable<Uint8Array>;
  format: CatalogFormat | "auto";
  source: string;
  replace: boolean;
  /** From 0 to 1; the default when left out. */
  maxShrink?: number;
  /** Field to column, where the merchant says so. */
  map?: Record<string, string>;
  /** Says what would change, and changes nothing. */
  isRehearsal?: boolean;
}

/** Told of an upload on its way. */
export interface UploadWatch {
  onReceived?: (bytes: number) => void;
  onColumns?: (columns: FileColumns) => void;
  onProgress?: (rows: number) => void;
}

export interface MerchantCatalog {
  /** One result per item, in their order; durable when it resolves. An item that cannot be used does not hinder others. */
  push(site: CatalogSite, items: unknown[]): Promise<PushResult[]>;
  /** As it is, with null, or as it was in one of its versions. */
  productAt(siteId: string, sku: Sku, version: number | null): Promise<ProductState | null>;
  /** Throws `TooLarge`. */
  upload(site: CatalogSite, upload: Upload, watch?: UploadWatch): Promise<ImportAnswer>;
  /** How many products there are, and why those that shoppers do not see are hidden. */
  count(siteId: string): Promise<ProductCounts>;
  /** By sku, as the agent knows them. */
  products(siteId: string, search: ProductSearch): Promise<ProductPage>;
  imports(siteId: string, limit: number): Promise<ImportRecord[]>;
  confirmImport(siteId: string, importId: string): Promise<ImportCounts | null>;
  discardImport(siteId: string, importId: string): Promise<boolean>;
  feed(siteId: string): Promise<ShownFeed | null>;
  setFeed(siteId: string, feed: FeedSettings): Promise<ShownFeed>;
  removeFeed(siteId: string): Promise<boolean>;
  /** Now, whether it is due or not. "busy": it is being pulled already. */
  pullFeed(site: CatalogSite): Promise<FeedPull | "none" | "busy">;
  /** How far its products are embedded; null where no embedding model is configured. */
  embeddings(siteId: string): Promise<EmbeddingStatus | null>;
  /** Whether feeds may be on addresses that are not of the public internet. */
  allowsPrivateFeeds: boolean;
}

export interface MerchantCatalogParts {
  catalogs: CatalogRepository;
  feeds: FeedRepository;
  allowPrivateFeeds: boolean;
  /** With the name of the embedding model; left out where none is configured. */
  embedding?: { vectors: Pick<VectorDesk, "status">; model: string } | undefined;
  now?: () => Date;
  fetch?: Partial<Omit<FeedPulling["fetch"], "isAllowed">>;
}

export function createMerchantCatalog({
  catalogs,
  feeds,
  allowPrivateFeeds,
  embedding,
  now = () => new Date(),
  fetch,
}: MerchantCatalogParts): MerchantCatalog {
  return {
    allowsPrivateFeeds: allowPrivateFeeds,
    push: (site, items) => push(catalogs, site, items, now()),
    productAt: catalogs.productAt,
    upload: (site, { bytes, ...options }, { onReceived, ...watch } = {}) =>
      withSpoolFile(async (path) => {
        const spooled = await spool(bytes, path, UPLOAD_MAX_BYTES);
        onReceived?.(spooled.bytes);
        const file = spooledBytes(path, 2 * UPLOAD_MAX_BYTES);
        return await runImport(catalogs, { site, file, ...options, ...watch });
      }),
    count: catalogs.count,
    products: catalogs.search,
    imports: catalogs.imports,
    confirmImport: catalogs.confirmImport,
    discardImport: catalogs.discardImport,
    async feed(siteId) {
      const feed = await feeds.get(siteId);
      return feed && shownFeed(feed);
    },
    setFeed: async (siteId, feed) => shownFeed(await feeds.set(siteId, feed, now())),
    removeFeed: feeds.remove,
    async embeddings(siteId) {
      return embedding === undefined ? null : await embedding.vectors.status(siteId, embedding.model, now());
    },
    async pullFeed(site) {
      const at = now();
      const feed = await feeds.leaseSite(site.id, at, new Date(at.getTime() + LEASE_MS));
      if (feed === null) return (await feeds.get(site.id)) === null ? "none" : "busy";
      return await pullFeed(feed, {
        catalogs,
        feeds,
        siteOf: async () => site,
        fetch: { limits: FETCH_LIMITS, ...fetch, isAllowed: addressCheck(allowPrivateFeeds) },
        now,
      });
    },
  };
}

async function push(
  catalogs: CatalogRepository,
  site: CatalogSite,
  given: unknown[],
  now: Date,
): Promise<PushResult[]> {
  const reading = { currency: site.currency, origin: originOf(site), now };
  const read: PushReading[] = [];
  for (const item of given) {
    read.push(readPushItem(item, reading));
    // Reading markup takes its time, and the shoppers of all sites are served in between.
    await pause();
  }
  const items = read.flatMap((one): PushItem[] => (one.ok ? [one.item] : []));
  const skus = [...new Set(items.map(({ sku }) => sku))];
  const ordered =
    items.length === 0
      ? []
      : await catalogs.change(site.id, skus, (held) => {
          const { changes, results } = orderPushes(items, held, site.currency);
          return { changes, result: results };
        });
  const results = ordered.values();
  return read.map((one): PushResult => {
    if (!one.ok) return refused(one.sku, one.reason);
    const { value } = results.next();
    if (value === undefined) throw new Error("a push has no result");
    return value;
  });
}

function refused(sku: Sku, message: string): PushResult {
  return { sku, status: "refused", error: { code: "payload/invalid", message } };
}
