/** The composition root: the only place, beside the commands, that knows all rooms and brings them together. */
import { Hono } from "hono";
import { type Logger, pino } from "pino";
import type { People } from "./admin/access/people.ts";
import type { SignInLimits } from "./admin/access/ports.ts";
import { createWelcomeApi } from "./admin/access/session-api.ts";
import { createSetupApi } from "./admin/access/setup-api.ts";
import { createAdminApi } from "./admin/admin-api.ts";
import { createAnswersApi } from "./admin/answers-api.ts";
import { createConversationsApi } from "./admin/conversations-api.ts";
import { createExperimentReportApi } from "./admin/experiment-report-api.ts";
import { createExperimentsApi } from "./admin/experiments-api.ts";
import { createLiveApi } from "./admin/live-api.ts";
import { createOverviewApi } from "./admin/overview-api.ts";
import { createPoliciesApi } from "./admin/policies/policies-api.ts";
import { AgentAway } from "./admin/settings/ports.ts";
import { createSettingsApi } from "./admin/settings/settings-api.ts";
import { createSetupProgressApi } from "./admin/setup-api.ts";
import { createSitesApi } from "./admin/sites-api.ts";
import { cacheSites } from "./cached-sites.ts";
import { formatMoney } from "./catalog/format-money.ts";
import type { Config } from "./config.ts";
import { requestAddress } from "./gateway/client-address.ts";
import { type ConversationNews, createConversationNews } from "./gateway/conversation-news.ts";
import { createMetrics, type Metrics } from "./gateway/metrics.ts";
import { createPersonDesk, type PersonDesk } from "./gateway/person-desk.ts";
import type { SiteDirectory } from "./gateway/ports.ts";
import { createRateLimits, createSignInLimits, DEFAULT_RATE_LIMITS } from "./gateway/rate-limits.ts";
import { createDashboardFiles } from "./gateway/serve-dashboard.ts";
import type { Clock } from "./gateway/silence-watch.ts";
import { startGateway } from "./gateway/start-gateway.ts";
import { answeredGaps, merchantAnswers } from "./merchant-answers.ts";
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
  const feeds = feedSchedule(config, store, log);
  const learning = learnSchedule(store, log);
  const measuring = experimentSchedule(store, log);
  const embedding = embeddingSchedule(model, store, log);
  const checking = new AbortController();
  const live = liveTalks(store);
  const release = async () => {
    checking.abort();
    await Promise.all([feeds.stop(), learning.stop(), measuring.stop(), embedding.stop()]);
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
      Promise.all([
        prepared,
        parts.widgetDirectory(),
        feeds.start(),
        learning.start(),
        measuring.start(),
        embedding.start(),
      ]).catch(notReady);
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

/** Feeds are pulled in this process, loaded after the start. */
function feedSchedule({ allowPrivateFeeds }: Config, store: Store, log: Logger) {
  let running: { stop(): Promise<void> } | null = null;
  let isOver = false;
  return {
    async start() {
      const { startFeedSchedule } = await import("./sync/feed-schedule.ts");
      if (isOver) return;
      const { catalogs, feeds, sites } = store;
      const siteOf = (siteId: string) => sites.byId(siteId);
      running = startFeedSchedule({ catalogs, feeds, siteOf, allowPrivateFeeds, log });
    },
    async stop() {
      isOver = true;
      await running?.stop();
    },
  };
}

/** Bandits learn in this process, loaded after the start. */
function learnSchedule({ learning: desk }: Store, log: Logger) {
  let running: { stop(): Promise<void> } | null = null;
  let isOver = false;
  return {
    async start() {
      const { startLearnSchedule } = await import("./learn/online/learn-schedule.ts");
      if (!isOver) running = startLearnSchedule({ desk, log });
    },
    async stop() {
      isOver = true;
      await running?.stop();
    },
  };
}

/** Experiments are settled and looked at in this process, loaded after the start. */
function experimentSchedule(store: Store, log: Logger) {
  let running: { stop(): Promise<void> } | null = null;
  let isOver = false;
  return {
    async start() {
      const [{ startExperimentSchedule }, { createExperimentReports }] = await Promise.all([
        import("./insight/experiment-schedule.ts"),
        import("./insight/experiment-reports.ts"),
      ]);
      if (isOver) return;
      const reports = createExperimentReports(reportRooms(store));
      running = startExperimentSchedule({ ledger: store.experimentFigures, reports, log });
    },
    async stop() {
      isOver = true;
      await running?.stop();
    },
  };
}

async function holdoutOf(store: Store, siteId: string) {
  const [{ holdoutFigures, latestHoldout }, { createExperimentReports }] = await Promise.all([
    import("./insight/holdout.ts"),
    import("./insight/experiment-reports.ts"),
  ]);
  const experiment = latestHoldout(await store.experiments.list(siteId));
  if (!experiment) return null;
  return holdoutFigures(experiment, await createExperimentReports(reportRooms(store)).settled(experiment));
}

function reportRooms({ experimentFigures: ledger, experiments: book }: Store) {
  return { ledger, book, now: () => new Date() };
}

/** Catalogs are embedded in this process, loaded after the start where there is a model for it. */
function embeddingSchedule({ shared }: ModelDesk, store: Store, log: Logger) {
  let running: { stop(): Promise<void> } | null = null;
  let isOver = false;
  return {
    async start() {
      if (!shared?.settings.embeddingModel) return;
      const [{ startEmbeddingSchedule }, { openSiteEmbeddings, ledgerOfSite }] = await Promise.all([
        import("./semantic/embedding-schedule.ts"),
        import("./model/site-model.ts"),
      ]);
      if (isOver) return;
      const { catalogs, sites, modelUsage, vectors: desk } = store;
      const modelOf = async (siteId: string) => {
        const site = await sites.byId(siteId);
        const model = await openSiteEmbeddings(shared, ledgerOfSite(modelUsage, siteId), {
          tokensPerDay: () => site?.model.tokensPerDay ?? null,
          onTrouble: (error) => log.warn({ siteId, error }, "the tokens of embeddings could not be counted"),
        });
        if (model === null) throw new Error("no embedding model is configured");
        return model;
      };
      const siteIds = async () => (await sites.list()).map(({ id }) => id);
      const schedule = await startEmbeddingSchedule({ desk, modelOf, siteIds, watch: catalogs.watch, log });
      if (isOver) await schedule.stop();
      else running = schedule;
    },
    async stop() {
      isOver = true;
      await running?.stop();
    },
  };
}

/** What shoppers' sockets and the merchant's side tell each other of conversations that go on. */
export interface LiveTalks {
  people: PersonDesk;
  news: ConversationNews;
}

export function liveTalks({ persons }: Store): LiveTalks {
  return { people: createPersonDesk(persons), news: createConversationNews() };
}

function siteKeyOf({ sites }: Store): (siteId: string) => Promise<string> {
  return async (siteId) => {
    const site = await sites.byId(siteId);
    if (!site) throw new Error("the site is gone");
    return site.siteKey;
  };
}

/** A sign-in that fails takes as long as looking at passwords of several sites would. */
const REFUSED_SIGN_IN_MS = 1_000;

/** All that merchants' programs and the dashboard ask for, by path. */
export function merchantRoutes(
  store: Store,
  config: Config,
  model: ModelDesk,
  version: string,
  limits: SignInLimits,
  live: LiveTalks,
  turns: Pick<SiteThreads, "replay"> & Partial<Pick<SiteThreads, "ask">>,
  refusalMs = REFUSED_SIGN_IN_MS,
): Record<string, Hono> {
  const { allowPrivateFeeds, model: settings, publicUrl, trustedProxies } = config;
  const people: People = {
    ...{ members: store.members, accounts: store.accounts, sessions: store.sessions },
    ...{ keys: store.keys, audit: store.audit },
    ...{ limits, secret: config.secret(), publicUrl, refusalMs },
    isSecure: publicUrl?.startsWith("https:") ?? false,
    addressOf: (context) => requestAddress(context, trustedProxies),
  };
  const ask: SiteThreads["ask"] = turns.ask ?? (() => Promise.reject(new AgentAway()));
  const document = new Hono().get("/", async (context) => {
    const { describeApi } = await import("./admin/openapi.ts");
    return context.json(describeApi(version));
  });
  return {
    "/api/admin": createAdminApi(
      { siteOfSecret: (secretKey) => store.sites.bySecret(secretKey), people },
      store.archive,
      { gaps: answeredGaps(store), strategies: store.strategies, outcomes: store.outcomes },
      async () => {
        const { createMerchantCatalog } = await import("./sync/merchant-catalog.ts");
        const { catalogs, feeds, vectors } = store;
        const embeddingModel = settings?.embeddingModel ?? null;
        const embedding = embeddingModel === null ? undefined : { vectors, model: embeddingModel };
        return createMerchantCatalog({ catalogs, feeds, allowPrivateFeeds, embedding });
      },
      async (siteId) => {
        const site = await store.sites.byId(siteId);
        if (!site) throw new Error("the site is gone");
        return model.report(siteId, site.model);
      },
      [
        createConversationsApi(store),
        createLiveApi({ ledger: store.live, archive: store.archive, ...live }),
        createAnswersApi(merchantAnswers(store)),
        createExperimentsApi(store.experiments, async () => {
          const { merchantExperiments } = await import("./merchant-experiments.ts");
          return merchantExperiments(store);
        }),
        createExperimentReportApi(async () => {
          const { createExperimentReports } = await import("./insight/experiment-reports.ts");
          return createExperimentReports(reportRooms(store));
        }),
        createOverviewApi({ ...store, holdout: (siteId) => holdoutOf(store, siteId) }),
        createSettingsApi(store.sites, {
          preview: (site, asked) => ask(site, "preview-turns", asked),
          checkWords: (site, text) => ask(site, "check-words", { text }),
        }),
        createSitesApi(people, store.sites),
        createSetupProgressApi(store.setup, siteKeyOf(store), people.secret),
        createPoliciesApi(async () => {
          const { merchantPolicies } = await import("./merchant-policies.ts");
          return merchantPolicies(store, turns);
        }),
      ],
    ),
    "/api/welcome": createWelcomeApi(people),
    "/api/setup": createSetupApi(people),
    "/api/openapi.json": document,
  };
}
