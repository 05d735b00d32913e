import { join } from "node:path";
import type { CatalogRooms } from "../catalog-rooms.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import type { Meaning } from "../turn/ports.ts";

/** A site's catalog as a server's thread has it, from the same snapshot where there is one. */
export async function roomsOfSite(
  store: Store,
  config: Config,
  site: { id: string; currency: string },
): Promise<CatalogRooms> {
  const { openCatalogRooms } = await import("../catalog-rooms.ts");
  const source = { catalogs: store.catalogs, snapshotFolder: join(config.dataDir, "snapshots") };
  const warm = await openCatalogRooms(source, site);
  // A server may answer from what is nearly right while it builds; a command answers once.
  const { rooms, keep } = warm.isWhole ? warm : await openCatalogRooms(source, site, { fresh: true });
  // The snapshot is only a shortcut for the next command.
  await keep().catch(() => {});
  return rooms;
}

/** A command has more time than a turn. */
const COMMAND_MS = 5_000;

/** What shoppers mean, with what the catalog's products mean taken up; null where no embedding model is configured. */
export async function meaningOfSite(
  store: Store,
  config: Config,
  site: { id: string },
  { catalog }: CatalogRooms,
): Promise<Meaning | null> {
  const { openSiteMeaning } = await import("../site-meaning.ts");
  const opened = await openSiteMeaning({
    siteId: site.id,
    catalog,
    settings: config.model,
    boundMs: COMMAND_MS,
    onTrouble: (error) => console.error(`overture: searching by words alone: ${error.message}`),
  });
  await opened?.takeUp(store.vectors);
  return opened?.meaning ?? null;
}
