/** What handles a merchant's policies, put together over the store: by the server for the API, and by the commands. */
import { createPolicyDesk, type PolicyDesk } from "./admin/policies/policy-desk.ts";
import { createWeightsPreviewer } from "./admin/policies/weights-preview.ts";
import type { Store } from "./store/open-store.ts";
import { openVersion } from "./turn/policy-shelf.ts";

type PolicyStore = Pick<Store, "policies" | "experiments" | "sites" | "conversationList" | "log">;

export function merchantPolicies(store: PolicyStore): PolicyDesk {
  const { policies, experiments, sites, conversationList, log } = store;
  return createPolicyDesk({
    registry: policies,
    experiments,
    async settings(siteId) {
      const site = await sites.byId(siteId);
      if (!site) throw new Error("the site is gone");
      return site.settings;
    },
    previewer: createWeightsPreviewer({
      latest: async (siteId, limit) => (await conversationList.list(siteId, { limit })).conversations,
      read: (conversationId) => log.read(conversationId, 0),
      policy: (siteId, name, version) => openVersion(policies, siteId, name, version),
      now: () => performance.now(),
    }),
  });
}
