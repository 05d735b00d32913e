/**
 * Servers as `overture serve` starts them, one or several, over one database and, where they are several, one broker; with a stocked
 * site, and people who sign in by HTTP.
 */
import type { Role } from "../../server/admin/access/ports.ts";
import { importCatalog } from "../../server/catalog/import/import-catalog.ts";
import { readConfig } from "../../server/config.ts";
import { type Overture, type OvertureParts, startOverture } from "../../server/main.ts";
import { connectionOfUrl, openDatabase, type Sql } from "../../server/store/database.ts";
import type { SiteKeys } from "../../server/store/site-repository.ts";
import { connectTab, type Tab, type TabOptions } from "../contract/wire-client.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createManualClock, type ManualClock } from "./manual-clock.ts";
import { freePort, type RedisServer, startRedis } from "./redis-server.ts";

const PASSWORD = "a password of the tests";
const TENTS = [
  ["T1", "Fen Two-Person Tent", 240, { weight: "2.1 kg", colour: "green" }],
  ["T2", "Moor Two-Person Tent", 320, { weight: "1.4 kg", colour: "red" }],
  ["T3", "Tarn Two-Person Tent", 180, { weight: "3.0 kg", colour: "blue" }],
] as const;

export interface Nodes {
  /** The first of them; with a broker, what is done on it is seen on all. */
  first: Overture;
  servers: Overture[];
  database: TestDatabase;
  keys: SiteKeys;
  /** Stands still until a test moves it: no silence falls due by itself. */
  clock: ManualClock;
  /** Beside the servers. */
  sql: Sql;
  /** A shopper's tab on one of the servers. */
  tab(node?: number, options?: Partial<TabOptions>): Promise<Tab>;
  /** What a member of this role asks of the merchant's API. */
  member(role: Role, email: string, node?: number): Promise<Ask>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into.
  body: any;
}
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  options?: { node?: number; signal?: AbortSignal },
) => Promise<Answer>;

export async function startNodes(
  count: number,
  {
    origins = ["https://shop.example"],
    parts = {},
  }: { origins?: string[]; parts?: Partial<OvertureParts> } = {},
): Promise<Nodes> {
  const database = await createTestDatabase();
  const redis: RedisServer | null = count > 1 ? await startRedis(await freePort()) : null;
  const reading = readConfig({
    DATABASE_URL: database.databaseUrl,
    OVERTURE_DATA_DIR: database.dataDir,
    OVERTURE_SECRET: "a secret of several nodes",
    PORT: "0",
    LOG_LEVEL: "silent",
    ...(redis && { REDIS_URL: redis.url }),
  });
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  const { config } = reading;
  const clock = createManualClock();
  const start = () =>
    startOverture(config, { version: "test", widgetDirectory: async () => "/nonexistent", clock, ...parts });
  const first = await start();
  const keys = await first.store.sites.create({ name: "Test shop", origins, currency: "USD" });
  await stock(first, keys.siteId);
  const servers = [first];
  while (servers.length < count) servers.push(await start());
  const beside = openDatabase({ ...connectionOfUrl(database.databaseUrl), max: 2 });
  const tabs: Tab[] = [];
  const at = (node: number) => servers[node] ?? first;
  return {
    ...{ first, servers, database, keys, clock, sql: beside.sql },
    async tab(node = 0, options = {}) {
      const tab = await connectTab(at(node).url, { siteKey: keys.siteKey, ...options });
      tabs.push(tab);
      return tab;
    },
    async member(role, email, ownNode = 0) {
      const { member } = await first.store.members.add(keys.siteId, email, role);
      const { token } = await first.store.members.openLink(member.id);
      const welcomed = await fetch(`${at(ownNode).url}/api/welcome`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, password: PASSWORD }),
      });
      const [cookie = ""] = (welcomed.headers.get("set-cookie") ?? "").split(";");
      const { csrf } = (await welcomed.json()) as { csrf: string };
      return async (method, path, body, { node = ownNode, signal } = {}) => {
        const response = await fetch(`${at(node).url}/api/admin${path}`, {
          method,
          headers: { cookie, "x-overture-csrf": csrf, "content-type": "application/json" },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          ...(signal && { signal }),
        });
        const text = await response.text();
        return { status: response.status, body: text === "" ? null : JSON.parse(text) };
      };
    },
    async close() {
      for (const tab of tabs) tab.close();
      await Promise.all(servers.map((server) => server.close()));
      await redis?.stop();
      await beside.close();
      await database.drop();
    },
  };
}

async function stock({ store }: Overture, siteId: string): Promise<void> {
  const products = TENTS.map(([sku, title, price, attributes]) => ({
    ...{ sku, title, price, attributes, currency: "USD", categories: ["Tents"], brand: "Larkfell" },
    url: `https://shop.example/${sku}`,
  }));
  const bytes = new TextEncoder().encode(JSON.stringify({ products }));
  const source = (async function* () {
    yield bytes;
  })();
  const sink = await store.catalogs.openImport(siteId);
  const imported = await importCatalog({ source, format: "json", currency: "USD", sink });
  if (!imported.ok) throw new Error(imported.error.message);
}
