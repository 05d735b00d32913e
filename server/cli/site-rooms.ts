import { join } from "node:path";
import type { CatalogRooms } from "../catalog-rooms.ts";
import type { Config } from "../config.ts";
import type { Site } from "../gateway/ports.ts";
import type { EmbeddingModel } from "../model/chat-model.ts";
import type { Store } from "../store/open-store.ts";
import type { Meaning } from "../turn/ports.ts";
import type { TurnModel } from "../turn-rooms.ts";

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
  site: Pick<Site, "id" | "model">,
  { catalog }: CatalogRooms,
): Promise<Meaning | null> {
  const { openSiteMeaning } = await import("../site-meaning.ts");
  const opened = await openSiteMeaning({
    siteId: site.id,
    catalog,
    model: await embeddingsOfSite(store, config, site),
    boundMs: COMMAND_MS,
    onTrouble: (error) => console.error(`overture: searching by words alone: ${error.message}`),
  });
  await opened?.takeUp(store.vectors);
  return opened?.meaning ?? null;
}

/** Counted as the site's and within its limits; null where no embedding model is configured. */
export async function embeddingsOfSite(
  { modelUsage }: Store,
  { model: settings }: Config,
  { id, model: { tokensPerDay } }: Pick<Site, "id" | "model">,
): Promise<EmbeddingModel | null> {
  if (settings === null) return null;
  const [{ openSiteEmbeddings, ledgerOfSite }, { createCircuitMemory }] = await Promise.all([
    import("../model/site-model.ts"),
    import("../model/circuit-breaker.ts"),
  ]);
  const shared = { settings, circuit: createCircuitMemory(Date.now()) };
  return await openSiteEmbeddings(shared, ledgerOfSite(modelUsage, id), { tokensPerDay: () => tokensPerDay });
}

/** As the site's thread has it, and counted as the site's; null where the built-in voice speaks. */
export async function modelOfSite(
  { modelUsage }: Store,
  { model: settings }: Config,
  { id, model: use }: Site,
): Promise<TurnModel | null> {
  if (settings === null) return null;
  const [{ openSiteModel, ledgerOfSite }, { createCircuitMemory }] = await Promise.all([
    import("../model/site-model.ts"),
    import("../model/circuit-breaker.ts"),
  ]);
  const ledger = ledgerOfSite(modelUsage, id);
  const usable = (await openSiteModel({ settings, circuit: createCircuitMemory(Date.now()) }, ledger)).use(
    use,
  );
  const onTrouble = (error: unknown) =>
    console.error(`overture: the built-in voice goes on: ${error instanceof Error ? error.message : error}`);
  return usable && { ...usable, onTrouble };
}
