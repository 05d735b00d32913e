/** What handles a merchant's policies, put together over the store: by the server for the API, and by the commands. */
import { createPolicyDesk, type PolicyDesk } from "./admin/policies/policy-desk.ts";
import type { Store } from "./store/open-store.ts";

export function merchantPolicies({
  policies,
  experiments,
  sites,
}: Pick<Store, "policies" | "experiments" | "sites">): PolicyDesk {
  return createPolicyDesk({
    registry: policies,
    experiments,
    async inUse(siteId) {
      const site = await sites.byId(siteId);
      if (!site) throw new Error("the site is gone");
      return site.settings.policy;
    },
  });
}
