/** Turn latency: the rooms alone, then through the socket and the database, beside the barest round trip there is. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Report } from "./report.ts";
import { ELECTRONICS_SCRIPT, OUTDOOR_SCRIPT } from "./scripts.ts";
import { measureTurnsInProcess } from "./turns-in-process.ts";
import { measureTurnsOverSocket } from "./turns-over-socket.ts";

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const DEMO_CATALOG = fileOf("../demo/catalog/catalog.json");
/** Public data that the project does not carry; measured on where it lies beside the checkout. */
const ELECTRONICS_CATALOG = fileOf("../../shared/data/catalogs/electronics.json");

export async function measureTurns(): Promise<Report> {
  const sections = [await measureTurnsInProcess("demo", DEMO_CATALOG, OUTDOOR_SCRIPT)];
  if (existsSync(ELECTRONICS_CATALOG))
    sections.push(await measureTurnsInProcess("electronics", ELECTRONICS_CATALOG, ELECTRONICS_SCRIPT));
  else
    console.error(
      "turns: there is no electronics catalog beside the checkout, so only the demo's is measured",
    );
  sections.push(...(await measureTurnsOverSocket(OUTDOOR_SCRIPT)));
  return { name: "turns", title: "Turn latency", sections };
}
