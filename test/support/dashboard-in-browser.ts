/** A server with the built dashboard over a database of its own, and pages of it that somebody is signed in to. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type { Role } from "../../server/admin/access/ports.ts";
import { builtFolder } from "../../server/cli/built-folder.ts";
import { readConfig } from "../../server/config.ts";
import { startOverture } from "../../server/main.ts";
import type { Store } from "../../server/store/open-store.ts";
import { launchChromium } from "./browser.ts";
import { createTestDatabase } from "./database.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface DashboardInBrowser {
  store: Store;
  url: string;
  siteId: string;
  siteKey: string;
  open(path: string, as?: { role?: Role; width?: number; scheme?: "light" | "dark" }): Promise<Page>;
  closePages(): Promise<void>;
  /** What axe finds on the page. */
  violations(page: Page): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startDashboard(): Promise<DashboardInBrowser> {
  const database = await createTestDatabase();
  const { databaseUrl, dataDir } = database;
  const reading = readConfig({
    ...{ DATABASE_URL: databaseUrl, OVERTURE_DATA_DIR: dataDir, OVERTURE_SECRET: "a secret of the tests" },
    ...{ PORT: "0", LOG_LEVEL: "silent" },
  });
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  const server = await startOverture(reading.config, {
    version: "test",
    widgetDirectory: async () => "/nonexistent",
    dashboardDirectory: () => builtFolder("dashboard"),
  });
  const browser = await launchChromium();
  const { store, url } = server;
  const { siteId, siteKey } = await store.sites.create({ name: "Velo", origins: [], currency: "EUR" });
  const pages: Page[] = [];
  /** Signing in takes its time on purpose: each role does it once. */
  const cookies = new Map<Role, string>();

  return {
    ...{ store, url, siteId, siteKey },
    async open(path, { role = "owner", width = 1280, scheme = "light" } = {}) {
      const value = cookies.get(role) ?? (await signIn(role));
      cookies.set(role, value);
      const context = await browser.newContext({
        ...{
          viewport: { width, height: 900 },
          colorScheme: scheme,
          locale: "en-GB",
          reducedMotion: "reduce",
        },
      });
      await context.addCookies([{ name: "overture_session", value, url }]);
      const page = await context.newPage();
      pages.push(page);
      await page.goto(`${url}/dashboard/${path}`);
      return page;
    },
    async closePages() {
      for (const page of pages.splice(0)) await page.context().close();
    },
    async violations(page) {
      await page.evaluate(axe);
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
        );
      });
    },
    async stop() {
      await browser.close();
      await server.close();
      await database.drop();
    },
  };

  async function signIn(role: Role): Promise<string> {
    const { member } = await store.members.add(siteId, `${role}@velo.example`, role);
    const { token } = await store.members.openLink(member.id);
    const welcomed = await fetch(`${url}/api/welcome`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token, password: "a password of the tests" }),
    });
    return /overture_session=([^;]+)/.exec(welcomed.headers.get("set-cookie") ?? "")?.[1] ?? "";
  }
}
