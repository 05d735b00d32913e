/** Reports on a site's experiments, with all that was stored until now; and what a look at one leads to. */
import type { Experiment, ExperimentBook } from "../experiment/ports.ts";
import type { GuardrailComparison } from "../experiment/report/judge-guardrails.ts";
import type { Look } from "../experiment/report/look.ts";
import { type ExperimentReport, reportOn } from "../experiment/report/report.ts";
import { tellDifference, tellValue } from "../experiment/report/tell-figures.ts";
import type { ExperimentLedger } from "./ports.ts";

export interface ExperimentRooms {
  ledger: ExperimentLedger;
  book: Pick<ExperimentBook, "read" | "list" | "interacting" | "halt">;
  now(): Date;
}

export interface ReportedExperiment {
  experiment: Experiment;
  report: ExperimentReport;
  /** False when there was more to settle than a reader waits for: the figures are a little old. */
  isCurrent: boolean;
}

export interface ExperimentReports {
  /** Null when the site has no such experiment. */
  report(siteId: string, key: string): Promise<ReportedExperiment | null>;
  /** Of all that were ever started, the newest first. */
  reports(siteId: string): Promise<ReportedExperiment[]>;
  /** With what the schedule has settled by now: at once, and without a look of its own. */
  settled(experiment: Experiment): Promise<ExperimentReport>;
  /** The looks that were kept, the oldest first; null when the site has no such experiment. */
  looks(siteId: string, key: string): Promise<Look[] | null>;
  /** A report whose look is kept, after which arms that do harm are halted. The keys of these. */
  watch(siteId: string, key: string): Promise<string[]>;
}

/** How often looks are kept. */
export const LOOK_EVERY_MS = 3_600_000;
const SETTLING_MOST_MS = 5_000;

export function createExperimentReports({ ledger, book, now }: ExperimentRooms): ExperimentReports {
  return {
    async report(siteId, key) {
      const found = await book.read(siteId, key);
      if (!found) return null;
      const isCurrent = await settleAll(siteId);
      return reported(siteId, key, isCurrent);
    },
    async reports(siteId) {
      const started = (await book.list(siteId)).filter(({ startedAt }) => startedAt !== null);
      const isCurrent = started.length === 0 || (await settleAll(siteId));
      const all: ReportedExperiment[] = [];
      for (const { key } of started) {
        const one = await reported(siteId, key, isCurrent);
        if (one) all.push(one);
      }
      return all;
    },
    async settled(experiment) {
      const interacting = await book.interacting(experiment.siteId, experiment.key);
      return reportOn(experiment.plan, await ledger.figures(experiment, interacting, now()));
    },
    async looks(siteId, key) {
      const experiment = await book.read(siteId, key);
      return experiment && ledger.looks(experiment.id);
    },
    async watch(siteId, key) {
      await settleAll(siteId);
      const one = await reported(siteId, key, true);
      if (!one || !isUnderWay(one.experiment)) return [];
      return haltHarmful(one);
    },
  };

  async function settleAll(siteId: string): Promise<boolean> {
    const until = now().getTime() + SETTLING_MOST_MS;
    for (;;) {
      const { isMore } = await ledger.settle(siteId);
      if (!isMore) return true;
      if (now().getTime() > until) return false;
    }
  }

  async function reported(
    siteId: string,
    key: string,
    isCurrent: boolean,
  ): Promise<ReportedExperiment | null> {
    // Read anew: settling may have taken a while.
    const experiment = await book.read(siteId, key);
    if (!experiment) return null;
    const interacting = experiment.startedAt === null ? [] : await book.interacting(siteId, key);
    const report = reportOn(experiment.plan, await ledger.figures(experiment, interacting, now()));
    if (isUnderWay(experiment))
      await ledger.keepLook(experiment.id, report.look, new Date(now().getTime() - LOOK_EVERY_MS));
    return { experiment, report, isCurrent };
  }

  async function haltHarmful({ experiment, report }: ReportedExperiment): Promise<string[]> {
    const halted = new Set(experiment.halts.map(({ arm }) => arm));
    const { currency } = report.inputs.figures;
    const stopped: string[] = [];
    for (const guardrail of report.guardrails) {
      for (const result of guardrail.results) {
        if (!result.isCrossed || halted.has(result.arm)) continue;
        halted.add(result.arm);
        const why = tellHarm(guardrail, result, currency);
        await book.halt(experiment.id, {
          arm: result.arm,
          metric: guardrail.metric.key,
          at: now().toISOString(),
          why,
        });
        stopped.push(result.arm);
      }
    }
    return stopped;
  }
}

function isUnderWay({ state }: Experiment): boolean {
  return state === "running" || state === "paused";
}

/** "dismissals 4.1 % against 2 % in the control; at least +0.9 percentage points of it is no chance". */
function tellHarm(
  { metric }: GuardrailComparison,
  { mean, controlMean, harm }: GuardrailComparison["results"][number],
  currency: string,
): string {
  const [is, was] = [tellValue(metric, mean, currency), tellValue(metric, controlMean, currency)];
  const certain = tellDifference(metric, Math.max(0, harm.low ?? 0), currency);
  return `${metric.name.toLowerCase()} ${is} against ${was} in the control; at least ${certain} of it is no chance`;
}
