/** What runs a merchant's experiments, put together over the store: by the server for the API, and by the commands. */
import { createExperimentDesk, type ExperimentDesk } from "./admin/experiment-desk.ts";
import { createExperimentReports, type ExperimentReports } from "./insight/experiment-reports.ts";
import { holdoutFigures, latestHoldout } from "./insight/holdout.ts";
import type { Store } from "./store/open-store.ts";
import { openPolicy } from "./turn/policy-shelf.ts";

export function merchantExperiments({
  experiments,
  experimentFigures,
  policies,
}: Pick<Store, "experiments" | "experimentFigures" | "policies">): ExperimentDesk {
  const reports = merchantReports({ experiments, experimentFigures });
  return createExperimentDesk({
    book: experiments,
    async policyTrouble(siteId, reference) {
      const opening = await openPolicy(policies, siteId, reference);
      return opening.ok ? null : opening.why;
    },
    verdictOf: async ({ siteId, key }) => (await reports.report(siteId, key))?.report.verdict.code ?? "",
    now: () => new Date(),
  });
}

export function merchantReports({
  experiments: book,
  experimentFigures: ledger,
}: Pick<Store, "experiments" | "experimentFigures">): ExperimentReports {
  return createExperimentReports({ ledger, book, now: () => new Date() });
}

/** What the assistant adds, by the latest experiment that kept it from some visitors; null where none did. */
export async function merchantHoldout(
  store: Pick<Store, "experiments" | "experimentFigures">,
  siteId: string,
) {
  const experiment = latestHoldout(await store.experiments.list(siteId));
  if (!experiment) return null;
  return holdoutFigures(experiment, await merchantReports(store).settled(experiment));
}
