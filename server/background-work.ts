/** What goes on beside talks and requests: feeds, learning, experiments, embeddings. Each is loaded after the start, so that the start is quick. */
import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { ModelDesk } from "./model/model-desk.ts";
import type { Store } from "./store/open-store.ts";

export interface BackgroundWork {
  start(): Promise<void>;
  /** Resolves when nothing of it goes on any more; what was not started by then is not. */
  stop(): Promise<void>;
}

export function backgroundWork(config: Config, store: Store, model: ModelDesk, log: Logger): BackgroundWork {
  const all = [
    feedSchedule(config, store, log),
    learnSchedule(store, log),
    experimentSchedule(store, log),
    embeddingSchedule(model, store, log),
  ];
  return {
    start: async () => void (await Promise.all(all.map((work) => work.start()))),
    stop: async () => void (await Promise.all(all.map((work) => work.stop()))),
  };
}

/** Work that is loaded when it is started, and may be stopped while it is being loaded. */
function loadedWork(load: () => Promise<{ stop(): Promise<void> } | null>): BackgroundWork {
  let running: { stop(): Promise<void> } | null = null;
  let isOver = false;
  return {
    async start() {
      if (isOver) return;
      const started = await load();
      if (isOver) await started?.stop();
      else running = started;
    },
    async stop() {
      isOver = true;
      await running?.stop();
    },
  };
}

/** Feeds are pulled in this process. */
function feedSchedule({ allowPrivateFeeds }: Config, store: Store, log: Logger): BackgroundWork {
  return loadedWork(async () => {
    const { startFeedSchedule } = await import("./sync/feed-schedule.ts");
    const { catalogs, feeds, sites } = store;
    const siteOf = (siteId: string) => sites.byId(siteId);
    return startFeedSchedule({ catalogs, feeds, siteOf, allowPrivateFeeds, log });
  });
}

/** Bandits learn in this process. */
function learnSchedule({ learning: desk }: Store, log: Logger): BackgroundWork {
  return loadedWork(async () => {
    const { startLearnSchedule } = await import("./learn/online/learn-schedule.ts");
    return startLearnSchedule({ desk, log });
  });
}

/** Experiments are settled and looked at in this process. */
function experimentSchedule(store: Store, log: Logger): BackgroundWork {
  return loadedWork(async () => {
    const [{ startExperimentSchedule }, { merchantReports }] = await Promise.all([
      import("./insight/experiment-schedule.ts"),
      import("./merchant-experiments.ts"),
    ]);
    return startExperimentSchedule({
      ledger: store.experimentFigures,
      reports: merchantReports(store),
      log,
    });
  });
}

/** Catalogs are embedded in this process, where there is a model for it. */
function embeddingSchedule({ shared }: ModelDesk, store: Store, log: Logger): BackgroundWork {
  return loadedWork(async () => {
    if (!shared?.settings.embeddingModel) return null;
    const [{ startEmbeddingSchedule }, { openSiteEmbeddings, ledgerOfSite }] = await Promise.all([
      import("./semantic/embedding-schedule.ts"),
      import("./model/site-model.ts"),
    ]);
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
    return startEmbeddingSchedule({ desk, modelOf, siteIds, watch: catalogs.watch, log });
  });
}
