/** What runs a merchant's experiments, put together over the store: by the server for the API, and by the commands. */
import { createExperimentDesk, type ExperimentDesk } from "./admin/experiment-desk.ts";
import type { Store } from "./store/open-store.ts";
import { openPolicy } from "./turn/policy-shelf.ts";

export function merchantExperiments({
  experiments,
  policies,
}: Pick<Store, "experiments" | "policies">): ExperimentDesk {
  return createExperimentDesk({
    book: experiments,
    async policyTrouble(siteId, reference) {
      const opening = await openPolicy(policies, siteId, reference);
      return opening.ok ? null : opening.why;
    },
    verdictOf: async () => "",
    now: () => new Date(),
  });
}
