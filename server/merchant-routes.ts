/** The merchant's side over HTTP: which rooms answer which routes. */
import { Hono } from "hono";
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
import type { Config } from "./config.ts";
import { requestAddress } from "./gateway/client-address.ts";
import { type ConversationNews, createConversationNews } from "./gateway/conversation-news.ts";
import { createPersonDesk, type PersonDesk } from "./gateway/person-desk.ts";
import { answeredGaps, merchantAnswers } from "./merchant-answers.ts";
import type { ModelDesk } from "./model/model-desk.ts";
import type { SiteThreads } from "./site-threads/open-site-threads.ts";
import type { Store } from "./store/open-store.ts";

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
          const { merchantReports } = await import("./merchant-experiments.ts");
          return merchantReports(store);
        }),
        createOverviewApi({
          ...store,
          async holdout(siteId) {
            const { merchantHoldout } = await import("./merchant-experiments.ts");
            return merchantHoldout(store, siteId);
          },
        }),
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
