import { join } from "node:path";
import type { CatalogRooms } from "../catalog-rooms.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";

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
