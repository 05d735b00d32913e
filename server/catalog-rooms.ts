/**
 * What is built from a site's catalog: its search, its words for understanding, its names for the guard. All of it is made
 * from one version of the catalog and changes as a whole.
 */

import { type Catalog, CatalogBuilder, type CatalogData, openCatalog } from "./catalog/catalog.ts";
import type { Product, Review } from "./catalog/product.ts";
import { codeIdentity } from "./catalog-snapshot/code-identity.ts";
import { readSnapshot, type SnapshotKey, writeSnapshot } from "./catalog-snapshot/snapshot-file.ts";
import { createGuard } from "./guard/create-guard.ts";
import { type NameIndex, NameIndexBuilder, type NameIndexData, openNameIndex } from "./guard/name-index.ts";
import type { CatalogRepository } from "./store/catalog-repository.ts";
import type { CheckSentence, Understand } from "./turn/ports.ts";
import { languageOf } from "./understand/language-of.ts";
import { TitleIndexBuilder } from "./understand/title-index.ts";
import { openUnderstanding, prepareUnderstanding, type UnderstandingData } from "./understand/understand.ts";

export interface CatalogRooms {
  catalog: Catalog;
  understand: Understand;
  /** BCP 47 primary tag of a text, "und" when it can't be told; the catalog's own words are nobody's language. */
  languageOf: (text: string) => string;
  check: CheckSentence;
  names: NameIndex;
}

export interface CatalogSource {
  catalogs: Pick<CatalogRepository, "version" | "read" | "changesSince">;
  /** Where prepared catalogs are kept from one start to the next; null keeps none. */
  snapshotFolder: string | null;
}

export interface OpenedRooms {
  rooms: CatalogRooms;
  /** False when something that is searched by has changed since the rooms were prepared: they serve, but are to be built anew. */
  isWhole: boolean;
  /**
   * Writes the snapshot from which the next start is quick; nothing is left to write where there was one. To be awaited
   * before the catalog takes up changes, which are made in the very arrays that are written. Rejects when the disk refuses.
   */
  keep(): Promise<void>;
}

/** Opens what was prepared before, brought up to date, or builds it from the database; `fresh` builds in any case. */
export async function openCatalogRooms(
  { catalogs, snapshotFolder }: CatalogSource,
  site: { id: string; currency: string },
  { fresh = false } = {},
): Promise<OpenedRooms> {
  const key: SnapshotKey = { siteId: site.id, currency: site.currency, code: codeIdentity() };
  const warm = snapshotFolder === null || fresh ? null : await openWarm(catalogs, snapshotFolder, key);
  if (warm !== null) return { ...warm, keep: async () => {} };
  const prepared = await prepareFromStore(catalogs, site);
  return {
    rooms: openRooms(prepared),
    isWhole: true,
    async keep() {
      if (snapshotFolder !== null)
        await writeSnapshot(snapshotFolder, key, prepared.catalog.version, prepared);
    },
  };
}

async function openWarm(
  catalogs: CatalogSource["catalogs"],
  folder: string,
  key: SnapshotKey,
): Promise<{ rooms: CatalogRooms; isWhole: boolean } | null> {
  const snapshot = readSnapshot(folder, key);
  if (snapshot === null || !isPrepared(snapshot.data)) return null;
  const rooms = openRooms(snapshot.data);
  if ((await catalogs.version(key.siteId)) === snapshot.version) return { rooms, isWhole: true };
  const changes = await catalogs.changesSince(key.siteId, snapshot.version);
  return changes === null ? null : { rooms, isWhole: rooms.catalog.change(changes).isWhole };
}

/** The snapshot was written by this very code, see `codeIdentity`; its parts need no looking at. */
function isPrepared(data: unknown): data is PreparedRooms {
  return (
    typeof data === "object" &&
    data !== null &&
    "catalog" in data &&
    "understanding" in data &&
    "names" in data
  );
}

/** Plain values and packed arrays, as a snapshot holds them, and as they can be handed to a thread. */
export interface PreparedRooms {
  catalog: CatalogData;
  understanding: UnderstandingData;
  names: NameIndexData;
}

class RoomsBuilder {
  readonly #catalog: CatalogBuilder;
  readonly #titles = new TitleIndexBuilder();
  readonly #names = new NameIndexBuilder();

  constructor(currency: string) {
    this.#catalog = new CatalogBuilder(currency);
  }

  addProduct(product: Product): void {
    this.#catalog.addProduct(product);
    this.#titles.add(product.sku, product.title);
    this.#names.add(product);
  }

  addReview(review: Review): void {
    this.#catalog.addReview(review);
  }

  finish(version: number): PreparedRooms {
    const catalog = this.#catalog.finish(version);
    const { vocabulary } = openCatalog(catalog);
    return {
      catalog,
      understanding: prepareUnderstanding(vocabulary, this.#titles.finish()),
      names: this.#names.finish(),
    };
  }
}

/** As the catalog stands in the store now. */
export async function prepareFromStore(
  catalogs: CatalogSource["catalogs"],
  { id, currency }: { id: string; currency: string },
): Promise<PreparedRooms> {
  const builder = new RoomsBuilder(currency);
  const { version } = await catalogs.read(
    id,
    (products) => {
      for (const product of products) builder.addProduct(product);
    },
    (reviews) => {
      for (const review of reviews) builder.addReview(review);
    },
  );
  return builder.finish(version);
}

/** Costs next to nothing; what is opened stays as it was prepared. */
export function openRooms({ catalog: data, understanding, names: nameData }: PreparedRooms): CatalogRooms {
  const catalog = openCatalog(data);
  const names = openNameIndex(nameData);
  return {
    catalog,
    understand: openUnderstanding(catalog.vocabulary, understanding),
    languageOf: (text) => languageOf(text, (word) => catalog.vocabulary.hasWord(word)),
    check: createGuard(names),
    names,
  };
}

export interface StoredCatalog {
  version: number;
  products: Iterable<Product>;
  reviews: Iterable<Review>;
}

/** From what is in memory already: for commands, benches and tests. */
export function buildCatalogRooms(stored: StoredCatalog, currency: string): CatalogRooms {
  return openRooms(prepareRooms(stored, currency));
}

export function prepareRooms({ version, products, reviews }: StoredCatalog, currency: string): PreparedRooms {
  const builder = new RoomsBuilder(currency);
  for (const product of products) builder.addProduct(product);
  for (const review of reviews) builder.addReview(review);
  return builder.finish(version);
}
