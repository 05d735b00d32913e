import { createModelDesk, type ModelReport } from "../../server/model/model-desk.ts";
import type { ModelUsageLedger } from "../../server/model/ports.ts";

/** What a merchant is told where no model is configured. */
export function noModelReport(ledger: ModelUsageLedger): (siteId: string) => Promise<ModelReport> {
  const desk = createModelDesk(null, ledger);
  return (siteId) => desk.report(siteId, { enabled: true, tokensPerDay: null, refine: true });
}
