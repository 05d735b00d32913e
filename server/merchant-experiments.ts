/** What runs a merchant's experiments, put together over the store: by the server for the API, and by the commands. */
import { createExperimentDesk, type ExperimentDesk } from "./admin/experiment-desk.ts";
import { createExperimentReports } from "./insight/experiment-reports.ts";
import type { Store } from "./store/open-store.ts";
import { openPolicy } from "./turn/policy-shelf.ts";

export function merchantExperiments({
  experiments,
  experimentFigures,
  policies,
}: Pick<Store, "experiments" | "experimentFigures" | "policies">): ExperimentDesk {
  const now = () => new Date();
  const reports = createExperimentReports({ ledger: experimentFigures, book: experiments, now });
  return createExperimentDesk({
    book: experiments,
    async policyTrouble(siteId, reference) {
      const opening = await openPolicy(policies, siteId, reference);
      return opening.ok ? null : opening.why;
    },
    verdictOf: async ({ siteId, key }) => (await reports.report(siteId, key))?.report.verdict.code ?? "",
    now,
  });
}
