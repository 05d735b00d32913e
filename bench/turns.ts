/** Turn latency: the rooms alone, then through the socket and the database, beside the barest round trip there is. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeGeneratedCatalog } from "./generate-catalog.ts";
import { sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import type { Report, Section } from "./report.ts";
import { ELECTRONICS_SCRIPT, OUTDOOR_SCRIPT } from "./scripts.ts";
import { measureTurnsInProcess } from "./turns-in-process.ts";
import { measureDemoOverSocket, measureLargeShopOverSocket } from "./turns-over-socket.ts";
import { inWorkplace } from "./workplace.ts";

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DEMO_CATALOG = fileOf("../demo/catalog/catalog.json");
/** Public data that the project does not carry; measured on where it lies beside the checkout. */
const ELECTRONICS_CATALOG = fileOf("../../shared/data/catalogs/electronics.json");
const LARGE = 20_000;

export async function measureTurns(): Promise<Report> {
  const sections = [await measureTurnsInProcess("demo", DEMO_CATALOG, OUTDOOR_SCRIPT)];
  if (existsSync(ELECTRONICS_CATALOG))
    sections.push(await measureTurnsInProcess("electronics", ELECTRONICS_CATALOG, ELECTRONICS_SCRIPT));
  else
    console.error(
      "turns: there is no electronics catalog beside the checkout, so only the demo's is measured",
    );
  const shared = sharedCatalogFiles();
  // The script's shopper buys what the seeds sell.
  const [seeds, script] = shared.length > 0 ? [shared, ELECTRONICS_SCRIPT] : [[DEMO_CATALOG], OUTDOOR_SCRIPT];
  sections.push(await measureLargeInProcess(seeds, script));
  sections.push(...(await measureLargeShopOverSocket(LARGE, seeds, script)));
  sections.push(...(await measureDemoOverSocket(OUTDOOR_SCRIPT)));
  return { name: "turns", title: "Turn latency", sections };
}

function measureLargeInProcess(from: string[], script: string[]): Promise<Section> {
  return inWorkplace(async (workplace) => {
    const out = join(workplace.folder(), "generated.jsonl.gz");
    await writeGeneratedCatalog({ products: LARGE, seed: 1, from, out });
    return measureTurnsInProcess("generated", out, script);
  });
}
