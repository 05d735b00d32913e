/** The store's contract is the same on the embedded PostgreSQL and on a server of the oldest version supported. */
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ConversationEvent } from "../../../server/dialogue/events.ts";
import { connectionOfUrl } from "../../../server/store/database.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { turn as spoken } from "../../support/conversation-events.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { installedPostgres, startInstalledPostgres } from "../../support/installed-postgres.ts";

interface DatabaseServer {
  name: string;
  start(): Promise<{ url: string | undefined; stop(): Promise<void> }>;
}

const installed = installedPostgres();
export const servers: DatabaseServer[] = [
  { name: "the embedded PostgreSQL", start: async () => ({ url: undefined, stop: async () => {} }) },
  ...(installed === null
    ? []
    : [{ name: `PostgreSQL ${installed.version}`, start: () => startInstalledPostgres(installed.folder) }]),
];

export const page = { url: "https://velo.example/", title: "Velo" };
export const turn = (text: string): ConversationEvent => spoken(`t-${text}`, { text });

/** A store on a database of its own for one test file, and in it a new site and visitor for each test. */
export function storeOn({ start }: DatabaseServer) {
  let server: { stop(): Promise<void> };

  const scene = {
    // Set before the first test.
    database: undefined as unknown as TestDatabase,
    store: undefined as unknown as Store,
    siteId: "",
    visitorId: "",
    open: (fresh = false) => {
      const { store, siteId, visitorId } = scene;
      return store.desk.open({ siteId, visitorId, fresh, mode: "sociable", locale: "en", page });
    },
    say: (conversationId: string, text: string) =>
      scene.store.desk.storeMessage(conversationId, randomUUID(), text),
    /** Runs SQL beside the store. */
    async beside<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
      const { databaseUrl } = scene.database;
      const sql = postgres({ ...connectionOfUrl(databaseUrl), onnotice: () => {}, max: 1 });
      try {
        return await work(sql);
      } finally {
        await sql.end();
      }
    },
  };

  beforeAll(async () => {
    const started = await start();
    server = started;
    scene.database = await createTestDatabase(started.url);
    scene.store = await openStore(scene.database);
  });
  afterAll(async () => {
    await scene.store.close();
    await scene.database.drop();
    await server.stop();
  });
  beforeEach(async () => {
    const site = { name: "Velo", origins: ["https://velo.example"], currency: "EUR" };
    scene.siteId = (await scene.store.sites.create(site)).siteId;
    scene.visitorId = await scene.store.visitors.create(scene.siteId);
  });
  return scene;
}
