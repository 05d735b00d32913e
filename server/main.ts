/** The composition root: the only place, beside the commands, that knows all rooms and brings them together. */
import { Hono } from "hono";
import { pino } from "pino";
import { createAdminApi } from "./admin/admin-api.ts";
import { cacheSites } from "./cached-sites.ts";
import type { Config } from "./config.ts";
import { createMetrics } from "./gateway/metrics.ts";
import type { SiteDirectory, TurnTaking } from "./gateway/ports.ts";
import { createRateLimits, DEFAULT_RATE_LIMITS } from "./gateway/rate-limits.ts";
import { startGateway } from "./gateway/start-gateway.ts";
import { openStore, type Store } from "./store/open-store.ts";
import type { TurnRooms } from "./turn-rooms.ts";

export interface Overture {
  store: Store;
  /** Where it listens: "http://127.0.0.1:4000". */
  url: string;
  /** Ends turns at their next sentence, closes connections, releases the store. */
  close(): Promise<void>;
}

export interface OvertureParts {
  version: string;
  /** Where the built widget is; asked for when it is first wanted. */
  widgetDirectory: () => Promise<string>;
  /** Other routes by path, such as the demo's storefront; made once the store is open. */
  mounts?: (store: Store) => Promise<Record<string, Hono>>;
}

/** Of the five seconds a process manager gives: what the turns may take; connections and the store need the rest. */
const DRAIN_MS = 2_500;

/** Starts the server. Rejects, with nothing left running, when the store, the broker or the port can't be had. */
export async function startOverture(config: Config, parts: OvertureParts): Promise<Overture> {
  const log = pino(
    { level: config.logLevel, serializers: { error: pino.stdSerializers.err } },
    pino.destination(2),
  );
  const [store, redis] = await Promise.all([
    openStore({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, log: (line) => log.info(line) }),
    config.redisUrl === undefined
      ? null
      : connectBroker(config.redisUrl, (error) => log.error({ error }, "the broker failed")),
  ]);
  const sites = cacheSites(store.sites);
  const turns = turnsWhenNeeded(store, sites);
  const release = async () => {
    await turns.close();
    await redis?.close();
    await store.close();
  };
  try {
    const gateway = await startGateway(
      {
        sites,
        visitors: store.visitors,
        conversations: store.desk,
        turns,
        limits: createRateLimits({ ...DEFAULT_RATE_LIMITS, ...config.limits }, redis),
        metrics: createMetrics(),
        metricsEnabled: config.metricsEnabled,
        log,
        secret: config.secret(),
        trustedProxies: config.trustedProxies,
        widgetDirectory: parts.widgetDirectory,
        parts: { database: () => store.ping(), ...(redis && { broker: () => redis.ping() }) },
        mounts: { ...merchantRoutes(store, parts.version), ...(await parts.mounts?.(store)) },
        now: () => new Date(),
      },
      { port: config.port, host: config.host, redis },
    );
    // Nobody talks or looks in the first moment, so what is needed then is made ready after the start.
    setImmediate(() => {
      const notReady = (error: unknown) => log.error({ error }, "something was not ready after the start");
      Promise.all([turns.prepare(), parts.widgetDirectory()]).catch(notReady);
    });
    return {
      store,
      url: `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${gateway.port}`,
      async close() {
        await gateway.close(DRAIN_MS);
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

async function connectBroker(url: string, onError: (error: unknown) => void) {
  const { connectRedis } = await import("./gateway/redis-connection.ts");
  return connectRedis(url, onError);
}

function merchantRoutes(store: Store, version: string): Record<string, Hono> {
  const document = new Hono().get("/", async (context) => {
    const { describeApi } = await import("./admin/openapi.ts");
    return context.json(describeApi(version));
  });
  return {
    "/api/admin": createAdminApi(
      { siteOfSecret: (secretKey) => store.sites.bySecret(secretKey) },
      store.archive,
    ),
    "/api/openapi.json": document,
  };
}

/** The rooms of a turn, loaded when the first turn is due or shortly after the start. */
function turnsWhenNeeded(
  store: Store,
  sites: SiteDirectory,
): TurnTaking & { prepare(): Promise<void>; close(): Promise<void> } {
  let rooms: Promise<TurnRooms> | null = null;
  const load = () => {
    rooms ??= import("./turn-rooms.ts")
      .then(({ openTurnRooms }) => openTurnRooms(store, sites))
      .catch((error: unknown) => {
        // A database that was away for a moment is asked again at the next turn.
        rooms = null;
        throw error;
      });
    return rooms;
  };
  return {
    async *takeTurn(request) {
      yield* (await load()).takeTurn(request);
    },
    async prepare() {
      await load();
    },
    async close() {
      await (await rooms?.catch(() => null))?.close();
    },
  };
}
