/**
 * What is built from a site's catalog: its search, its words for understanding, its names for the guard. All of it is made
 * from one version of the catalog and changes as a whole.
 */
import { buildCatalog, type Catalog } from "./catalog/catalog.ts";
import { buildVocabulary } from "./catalog/vocabulary.ts";
import type { CatalogVocabulary } from "./catalog/vocabulary-types.ts";
import { createGuard } from "./guard/create-guard.ts";
import { buildNameIndex, type NameIndex } from "./guard/name-index.ts";
import type { CatalogRepository, Catalog as StoredCatalog } from "./store/catalog-repository.ts";
import type { CheckSentence, Understand } from "./turn/ports.ts";
import { createUnderstanding } from "./understand/understand.ts";

export interface CatalogRooms {
  catalog: Catalog;
  vocabulary: CatalogVocabulary;
  understand: Understand;
  check: CheckSentence;
  names: NameIndex;
}

export function buildCatalogRooms(stored: StoredCatalog, currency: string): CatalogRooms {
  const catalog = buildCatalog({ ...stored, currency });
  const vocabulary = buildVocabulary(stored.products, currency);
  const names = buildNameIndex(stored.products);
  return {
    catalog,
    vocabulary,
    understand: createUnderstanding(vocabulary, stored.products),
    check: createGuard(names),
    names,
  };
}

export interface SiteCatalogs {
  of(site: { id: string; currency: string }): Promise<CatalogRooms>;
  close(): Promise<void>;
}

/** Keeps the rooms of every site that was talked on. While a changed catalog is read, the one before it goes on serving. */
export async function openSiteCatalogs(catalogs: CatalogRepository): Promise<SiteCatalogs> {
  const sites = new Map<string, { currency: string; rooms: Promise<CatalogRooms> }>();
  const build = async (siteId: string, currency: string) =>
    buildCatalogRooms(await catalogs.load(siteId), currency);

  const refresh = (siteId: string) => {
    const entry = sites.get(siteId);
    if (!entry) return;
    const rooms = build(siteId, entry.currency);
    rooms.then(
      () => sites.set(siteId, { ...entry, rooms }),
      // What can't be read now is read when it is next asked for.
      () => sites.delete(siteId),
    );
  };
  // Listening begins before anything is read, so that no change falls in between.
  const stopWatching = await catalogs.watch((siteId) => {
    for (const id of siteId === null ? [...sites.keys()] : [siteId]) refresh(id);
  });

  return {
    of({ id, currency }) {
      const entry = sites.get(id);
      if (entry?.currency === currency) return entry.rooms;
      const rooms = build(id, currency);
      sites.set(id, { currency, rooms });
      rooms.catch(() => sites.delete(id));
      return rooms;
    },
    close: stopWatching,
  };
}
