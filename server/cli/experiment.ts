import { Command } from "commander";
import { shown } from "../admin/experiments-api.ts";
import { isExperimentState } from "../experiment/plan.ts";
import { CommandFailure } from "./command-failure.ts";
import {
  archiveCommand,
  deleteCommand,
  pauseCommand,
  rampCommand,
  resumeCommand,
  shipCommand,
  startCommand,
  stopCommand,
  unshipCommand,
  withExperiments,
} from "./experiment-acts.ts";
import { changeCommand, createCommand, sizeCommand } from "./experiment-plan.ts";
import { recountCommand, reportCommand } from "./experiment-report.ts";
import { changeLine, experimentFacts, experimentLine, noExperiment } from "./experiment-words.ts";
import { printFacts, printJson } from "./print.ts";

export function experimentCommand(): Command {
  return new Command("experiment")
    .description("A/B tests: plan them, run them, and make the winner the site's default.")
    .addCommand(listCommand())
    .addCommand(createCommand())
    .addCommand(showCommand())
    .addCommand(changeCommand())
    .addCommand(sizeCommand())
    .addCommand(startCommand())
    .addCommand(rampCommand())
    .addCommand(pauseCommand())
    .addCommand(resumeCommand())
    .addCommand(stopCommand())
    .addCommand(shipCommand())
    .addCommand(unshipCommand())
    .addCommand(archiveCommand())
    .addCommand(deleteCommand())
    .addCommand(changesCommand())
    .addCommand(reportCommand())
    .addCommand(recountCommand());
}

function listCommand(): Command {
  return new Command("list")
    .description("The site's experiments, newest first.")
    .requiredOption("--site <key>", "the site's key")
    .option("--state <state>", "only those: draft, running, paused, stopped or archived")
    .option("--json", "print [experiment]")
    .action(({ site: siteKey, state, json }: { site: string; state?: string; json?: boolean }) => {
      if (state !== undefined && !isExperimentState(state))
        throw new CommandFailure(`--state must be draft, running, paused, stopped or archived, not ${state}`);
      return withExperiments(siteKey, async ({ book, site }) => {
        const all = await book.list(site.id);
        const wanted = state === undefined ? all : all.filter((experiment) => experiment.state === state);
        if (json) return printJson(wanted.map(shown));
        if (wanted.length === 0)
          console.log(
            `No experiments. Plan one with: overture experiment create --arms sociable,informational --metric conversion --minimum-effect 0.03 --site ${siteKey}`,
          );
        for (const experiment of wanted) console.log(experimentLine(experiment));
      });
    });
}

function showCommand(): Command {
  return new Command("show")
    .description("An experiment: its plan, its state, what was decided.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<experiment>", "its key")
    .option("--json", "print { experiment, interacting }")
    .action((key: string, { site: siteKey, json }: { site: string; json?: boolean }) =>
      withExperiments(siteKey, async ({ book, site }) => {
        const experiment = await book.read(site.id, key);
        if (!experiment) throw noExperiment(key);
        const interacting = await book.interacting(site.id, key);
        if (json) return printJson({ experiment: shown(experiment), interacting });
        printFacts(experimentFacts(experiment, interacting, site));
      }),
    );
}

function changesCommand(): Command {
  return new Command("changes")
    .description("Who did what to an experiment, and when.")
    .requiredOption("--site <key>", "the site's key")
    .argument("<experiment>", "its key")
    .option("--json", "print [{ at, by, action, detail }]")
    .action((key: string, { site: siteKey, json }: { site: string; json?: boolean }) =>
      withExperiments(siteKey, async ({ book, site }) => {
        if (!(await book.read(site.id, key))) throw noExperiment(key);
        const changes = await book.changes(site.id, key);
        if (json) return printJson(changes);
        for (const change of changes) console.log(changeLine(change));
      }),
    );
}
