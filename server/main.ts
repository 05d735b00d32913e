/** The composition root: the only place, beside the commands, that knows all rooms and brings them together. */
import type { Hono } from "hono";
import { type Logger, pino } from "pino";
import { backgroundWork } from "./background-work.ts";
import { cacheSites } from "./cached-sites.ts";
import { formatMoney } from "./catalog/format-money.ts";
import type { Config } from "./config.ts";
import { createMetrics, type Metrics } from "./gateway/metrics.ts";
import type { SiteDirectory } from "./gateway/ports.ts";
import { createRateLimits, createSignInLimits, DEFAULT_RATE_LIMITS } from "./gateway/rate-limits.ts";
import { createDashboardFiles } from "./gateway/serve-dashboard.ts";
import type { Clock } from "./gateway/silence-watch.ts";
import { startGateway } from "./gateway/start-gateway.ts";
import { liveTalks, merchantRoutes } from "./merchant-routes.ts";
import { createModelDesk, type ModelDesk } from "./model/model-desk.ts";
import { openSiteThreads, type SiteThreads } from "./site-threads/open-site-threads.ts";
import { startSiteThread } from "./site-threads/start-site-thread.ts";
import { createMemoryDescription } from "./speak/describe-memory.ts";
import { openStore, type Store } from "./store/open-store.ts";

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
  /** Where the built dashboard is, likewise; without it the server has none. */
  dashboardDirectory?: () => Promise<string>;
  /** Other routes by path, such as the demo's storefront; made once the store is open. */
  mounts?: (store: Store) => Promise<Record<string, Hono>>;
  /** By which silences are waited for; the system's when left out. */
  clock?: Clock;
}

/** Of the five seconds a process manager gives: what the turns may take; connections and the store need the rest. */
const DRAIN_MS = 2_500;
/** Of the sites that were talked on last, how many have their threads started before their next shopper comes. */
const SITES_PREPARED = 2;

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
  const metrics = createMetrics();
  const model = createModelDesk(config.model, store.modelUsage);
  const turns = siteThreads(config, store, sites, model, metrics, log);
  const background = backgroundWork(config, store, model, log);
  const checking = new AbortController();
  const live = liveTalks(store);
  const release = async () => {
    checking.abort();
    await background.stop();
    // The gateway has let the turns end; what still runs has had its time.
    await turns.close(0);
    await redis?.close();
    await store.close();
  };
  try {
    const gateway = await startGateway(
      {
        sites,
        visitors: store.visitors,
        conversations: store.desk,
        orders: store.orders,
        refusals: store.refusals,
        exposures: store.exposures,
        sightings: store.sightings,
        turns,
        ...live,
        ...(parts.clock && { clock: parts.clock }),
        describeMemory: createMemoryDescription(formatMoney),
        limits: createRateLimits({ ...DEFAULT_RATE_LIMITS, ...config.limits }, redis),
        metrics,
        metricsEnabled: config.metricsEnabled,
        log,
        secret: config.secret(),
        trustedProxies: config.trustedProxies,
        widgetDirectory: parts.widgetDirectory,
        parts: { database: () => store.ping(), ...(redis && { broker: () => redis.ping() }) },
        mounts: {
          ...merchantRoutes(store, config, model, parts.version, createSignInLimits(redis), live, turns),
          ...(parts.dashboardDirectory && { "/dashboard": createDashboardFiles(parts.dashboardDirectory) }),
          ...(await parts.mounts?.(store)),
        },
        now: () => new Date(),
      },
      { port: config.port, host: config.host, redis },
    );
    // Nobody talks or looks in the first moment, so what is needed then is made ready after the start.
    setImmediate(() => {
      const notReady = (error: unknown) => log.error({ error }, "something was not ready after the start");
      const prepared = store.sites.lastTalkedOn(SITES_PREPARED).then((recent) => turns.prepare(recent));
      Promise.all([prepared, parts.widgetDirectory(), background.start()]).catch(notReady);
      checkModel(model, log, checking.signal).catch(notReady);
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

function siteThreads(
  { databaseUrl, dataDir, siteThreads: { heapMebibytes, ...limits } }: Config,
  store: Store,
  sites: SiteDirectory,
  { shared }: ModelDesk,
  metrics: Metrics,
  log: Logger,
): SiteThreads {
  const options = {
    databaseUrl,
    dataDir,
    heapMebibytes,
    log: store.log,
    policies: store.policies,
    answers: store.answers,
  };
  const threads = openSiteThreads({
    ...limits,
    sites,
    catalogs: store.catalogs,
    start(site, wish) {
      const onTrouble = (error: Error) =>
        log.warn({ siteId: site.id, error }, "a site's thread met with trouble");
      const model = shared && {
        ...{ shared, ledger: store.modelUsage },
        onTrouble({ code, message }: { code: string; message: string }) {
          metrics.count("overture_model_troubles_total", { code });
          log.warn({ siteId: site.id, code }, `the model did not do its part of a turn: ${message}`);
        },
      };
      return startSiteThread(site, { ...options, onTrouble, ...(model && { model }) }, wish);
    },
    onReady(siteId, catalog) {
      metrics.count("overture_site_threads_started_total", { outcome: "ready" });
      log.info({ siteId, ...catalog }, "a site's thread is ready");
    },
    onFailure(siteId, error) {
      metrics.count("overture_site_threads_started_total", { outcome: "failure" });
      log.error({ siteId, error }, "a site's thread failed");
    },
  });
  metrics.gauge("overture_site_threads", () => threads.threads);
  metrics.gauge("overture_site_thread_build_seconds", () => threads.lastBuildMs / 1_000);
  return threads;
}

/** Whoever runs the server learns of a wrong key or name at the start; a shopper never does. */
async function checkModel(model: ModelDesk, log: Logger, signal: AbortSignal): Promise<void> {
  const check = await model.check(signal).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  for (const { ok, message, ...facts } of check?.models ?? []) {
    if (!ok) log.error(facts, `the model can't be used, and the built-in voice speaks: ${message}`);
    else if (message !== null) log.warn(facts, message);
    else log.info(facts, "the model answers");
  }
}

async function connectBroker(url: string, onError: (error: unknown) => void) {
  const { connectRedis } = await import("./gateway/redis-connection.ts");
  return connectRedis(url, onError);
}
