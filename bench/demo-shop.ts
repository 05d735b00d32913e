/** The demo as a merchant tries it, in a process of its own. */
import { type RunningProcess, startOvertureProcess } from "./running-process.ts";
import type { Workplace } from "./workplace.ts";

export interface DemoShop {
  server: RunningProcess;
  url: string;
  /** The shop's front page. */
  pageUrl: string;
  siteKey: string;
  dataDir: string;
}

/** Resolves when the shop's catalog is imported. */
export async function openDemoShop(
  workplace: Workplace,
  settings: Record<string, string> = {},
): Promise<DemoShop> {
  const dataDir = workplace.folder();
  const server = startOvertureProcess(workplace, "demo", dataDir, settings);
  const [, address = ""] = await server.printed(/^the demo shop is at (\S+)$/m);
  const page = await (await fetch(address)).text();
  const [, siteKey] = /data-site="([^"]+)"/.exec(page) ?? [];
  if (siteKey === undefined) throw new Error("the demo's pages name no site");
  return { server, url: new URL(address).origin, pageUrl: address, siteKey, dataDir };
}
