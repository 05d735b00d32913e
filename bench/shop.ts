/** Shops on a server of a bench's own. */
import { setTimeout as pause } from "node:timers/promises";
import { importCatalog } from "../server/catalog/import/import-catalog.ts";
import type { Store } from "../server/store/open-store.ts";
import type { SiteKeys } from "../server/store/site-repository.ts";

const LOOK_EVERY_MS = 10;

export async function openShop(store: Store, name: string, file: string): Promise<SiteKeys> {
  const keys = await store.sites.create({ name, origins: [], currency: "USD" });
  await importFile(store, keys, file);
  return keys;
}

/** Its pages come from the server's own address, as a bench's shoppers do. */
export async function letIn(store: Store, { siteKey }: SiteKeys, url: string): Promise<void> {
  await store.sites.update(siteKey, { origins: [url] });
}

export async function importFile(
  store: Store,
  { siteId }: SiteKeys,
  source: string | AsyncIterable<Uint8Array>,
) {
  const sink = await store.catalogs.openImport(siteId);
  const imported = await importCatalog({ source, format: "auto", currency: "USD", sink });
  if (!imported.ok) throw new Error(imported.error.message);
}

/** Resolves when so many threads have become ready since the server's start. */
export async function catalogsBuilt(url: string, count: number): Promise<void> {
  const ready = /^overture_site_threads_started_total\{outcome="ready"\} (\d+)$/m;
  for (;;) {
    const [, built] = ready.exec(await (await fetch(`${url}/metrics`)).text()) ?? [];
    if (Number(built ?? 0) >= count) return;
    await pause(LOOK_EVERY_MS);
  }
}
