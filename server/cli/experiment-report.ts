import { Command } from "commander";
import { shownReport } from "../admin/experiment-report-api.ts";
import { createExperimentReports } from "../insight/experiment-reports.ts";
import { tellReport } from "../insight/tell-report.ts";
import { noExperiment } from "./experiment-words.ts";
import { printJson } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface ReportOptions {
  site: string;
  experiment?: string;
  inputs?: boolean;
  json?: boolean;
}

export function reportCommand(): Command {
  return new Command("report")
    .description("What experiments have shown: the verdict first, then what it rests on.")
    .requiredOption("--site <key>", "the site's key")
    .option("--experiment <key>", "this one; all that were started when left out")
    .option("--inputs", "with --json: also the plan and the sums, from which the report can be made again")
    .option("--json", "print the report; [report] when no experiment is named")
    .action((options: ReportOptions) =>
      withStore(async (store) => {
        const { id: siteId } = await siteOrFailure(store, options.site);
        const rooms = { ledger: store.experimentFigures, book: store.experiments, now: () => new Date() };
        const reports = createExperimentReports(rooms);
        if (options.experiment === undefined) {
          const all = await reports.reports(siteId);
          if (options.json) return printJson(all.map((one) => shownReport(one, options.inputs ?? false)));
          if (all.length === 0) console.log("No experiment was started yet.");
          for (const one of all) console.log(`${tellReport(one).join("\n")}\n`);
          return;
        }
        const one = await reports.report(siteId, options.experiment);
        if (!one) throw noExperiment(options.experiment);
        if (options.json) return printJson(shownReport(one, options.inputs ?? false));
        console.log(tellReport(one).join("\n"));
      }),
    );
}

export function recountCommand(): Command {
  return new Command("recount")
    .description(
      "Work an experiment's figures out anew from everything stored. Changes nothing where they are right.",
    )
    .argument("<experiment>", "its key")
    .requiredOption("--site <key>", "the site's key")
    .action((key: string, { site: siteKey }: { site: string }) =>
      withStore(async (store) => {
        const { id: siteId } = await siteOrFailure(store, siteKey);
        const experiment = await store.experiments.read(siteId, key);
        if (!experiment) throw noExperiment(key);
        await store.experimentFigures.recount(experiment.id);
        console.log(`Counted: ${await store.experiments.countVisitors(experiment.id)} visitors.`);
      }),
    );
}
