/** What handles a merchant's policies, put together over the store: by the server for the API, and by the commands. */
import { createPolicyDesk, type PolicyDesk } from "./admin/policies/policy-desk.ts";
import { createWeightsPreviewer } from "./admin/policies/weights-preview.ts";
import { createWhatIfDesk } from "./admin/policies/what-if.ts";
import type { SiteThreads } from "./site-threads/open-site-threads.ts";
import type { Store } from "./store/open-store.ts";
import { openPolicy, openVersion } from "./turn/policy-shelf.ts";

type PolicyStore = Pick<
  Store,
  "policies" | "experiments" | "sites" | "conversationList" | "talks" | "archive"
>;

/** Where turns are taken; commands have no such place. */
const NO_THREADS: Pick<SiteThreads, "replay"> = {
  async replay() {
    throw new Error("no turns are taken here");
  },
};

/** A desk remembers what it has worked out: a server has one. */
export function merchantPolicies(store: PolicyStore, threads = NO_THREADS): PolicyDesk {
  const { policies, experiments, sites, conversationList, talks } = store;
  const settings = async (siteId: string) => {
    const site = await sites.byId(siteId);
    if (!site) throw new Error("the site is gone");
    return site.settings;
  };
  const now = () => performance.now();
  return createPolicyDesk({
    async replay(siteId, conversationId, policy) {
      const [site, log] = await Promise.all([sites.byId(siteId), store.archive.read(siteId, conversationId)]);
      return site && log ? threads.replay({ site, conversationId, policy }) : null;
    },
    registry: policies,
    experiments,
    settings,
    previewer: createWeightsPreviewer({
      latest: async (siteId, limit) => (await conversationList.list(siteId, { limit })).conversations,
      read: (conversationIds) => talks.events(conversationIds),
      policy: (siteId, name, version) => openVersion(policies, siteId, name, version),
      now,
    }),
    whatIf: createWhatIfDesk({
      talks,
      open: (siteId, reference) => openPolicy(policies, siteId, reference),
      settings,
      now,
      clock: () => new Date(),
    }),
  });
}
