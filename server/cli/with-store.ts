/** What most commands begin and end with: the configuration, and the store opened and closed. */
import { type Config, readConfig } from "../config.ts";
import type { Site } from "../gateway/ports.ts";
import type { Store } from "../store/open-store.ts";
import { CommandFailure } from "./command-failure.ts";

export function configOrFailure(): Config {
  const reading = readConfig();
  if (!reading.ok) throw new CommandFailure(reading.problems.join("; "));
  return reading.config;
}

/** Opens the store, runs the work, closes the store whatever came of it. */
export async function withStore<Result>(
  work: (store: Store, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = configOrFailure();
  const { openStore } = await import("../store/open-store.ts");
  const store = await openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}

export async function siteOrFailure(store: Store, siteKey: string): Promise<Site> {
  const site = await store.sites.byKey(siteKey);
  if (!site)
    throw new CommandFailure(`no site has the key ${siteKey}; overture site list shows those there are`);
  return site;
}
