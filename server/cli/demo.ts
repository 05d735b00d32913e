import { join } from "node:path";
import { Command } from "commander";
import { demoSite } from "../../demo/demo-site.ts";
import type { Config } from "../config.ts";
import type { Store } from "../store/open-store.ts";
import { packageRoot } from "./package-root.ts";
import { showProgress } from "./print.ts";
import {
  closeOnSignal,
  listenFailure,
  overtureParts,
  type ServeOptions,
  withListenAddress,
  withListenOptions,
} from "./serve.ts";
import { configOrFailure } from "./with-store.ts";

interface DemoOptions extends ServeOptions {
  scriptedModel?: boolean;
}

const OWNER = "owner@tarn-and-tram.example";

export function demoCommand(): Command {
  return withListenOptions(new Command("demo"))
    .description("Run the server with a demo shop at /demo/.")
    .option("--scripted-model", "let a scripted model find the words, as a language model would")
    .action(async (options: DemoOptions) => {
      const listening = withListenAddress(configOrFailure(), options);
      const scripted = options.scriptedModel ? await startScripted() : null;
      const config = scripted
        ? { ...listening, model: listening.modelAt({ baseUrl: scripted.baseUrl, model: scripted.model }) }
        : listening;
      const [{ startOverture }, { createStorefront }] = await Promise.all([
        import("../main.ts"),
        import("../../demo/storefront-app.tsx"),
      ]);
      let siteKey = "";
      const overture = await startOverture(config, {
        ...overtureParts(),
        async mounts(store) {
          siteKey = await findOrCreateSite(store);
          return { "/demo": createStorefront({ siteKey }) };
        },
      })
        .catch(listenFailure(config))
        .catch(async (error: unknown) => {
          await scripted?.close();
          throw error;
        });
      closeOnSignal(overture);
      await openShop(overture.store, siteKey, pageOrigins(config, overture.url));
      // Ready means stocked: nobody should be greeted in an empty shop.
      console.log(`listening on ${overture.url}`);
      const address = config.publicUrl ?? overture.url;
      console.log(`the demo shop is at ${address}/demo/`);
      console.log(`its dashboard is at ${address}/dashboard/`);
      if (scripted) console.log(`a scripted model finds the words, at ${scripted.baseUrl}`);
    });
}

/** At the pace of a quick model. */
async function startScripted() {
  const { SCRIPTED_MODEL, startScriptedModel } = await import("../../demo/scripted-model/scripted-model.ts");
  const { url, close } = await startScriptedModel({ behaviour: { firstTokenMs: 250, tokenMs: 12 } });
  return { baseUrl: url, model: SCRIPTED_MODEL, close };
}

async function findOrCreateSite(store: Store): Promise<string> {
  const known = (await store.sites.list()).find(({ name }) => name === demoSite.name);
  if (known) return known.siteKey;
  const { name, currency, mode, agent, theme, opening } = demoSite;
  const { siteKey } = await store.sites.create({ name, currency, origins: [], locale: "en-US" });
  await store.sites.update(siteKey, { mode, agent, theme, opening });
  return siteKey;
}

/** The shop's pages come from this server, under whichever of its names the shopper typed. */
function pageOrigins({ publicUrl }: Config, url: string): string[] {
  const { port } = new URL(url);
  const names = [url, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return [...new Set([...names, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])])];
}

/** Brings origins and catalog up to date, and gives the shop an owner once. */
async function openShop(store: Store, siteKey: string, origins: string[]): Promise<void> {
  const site = await store.sites.update(siteKey, { origins });
  if (!site) throw new Error("the demo's site is gone");
  const { importCatalog } = await import("../catalog/import/import-catalog.ts");
  const imported = await importCatalog({
    source: join(packageRoot(), "demo/catalog/catalog.json"),
    format: "json",
    currency: site.currency,
    sink: await store.catalogs.openImport(site.id),
    onProgress: (rows) => showProgress(`stocking the demo shop: ${rows}`),
  });
  showProgress();
  if (!imported.ok) throw new Error(`the demo's catalog: ${imported.error.message}`);
  if ((await store.members.list(site.id)).length > 0) return;
  const { member, password } = await store.members.add(site.id, OWNER);
  console.log(`owner login, shown this once: ${member.email} ${password}`);
}
