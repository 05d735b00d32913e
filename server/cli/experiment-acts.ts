/** What is done with an experiment that there is: started, ramped, paused, stopped, shipped. */
import { Command } from "commander";
import type { AuditDetail } from "../admin/access/ports.ts";
import type { ExperimentDesk } from "../admin/experiment-desk.ts";
import { shown } from "../admin/experiments-api.ts";
import type { Experiment, ExperimentBook } from "../experiment/ports.ts";
import type { Outcome } from "../experiment/refusal.ts";
import { describeSettings } from "../experiment/site-defaults.ts";
import type { Site } from "../gateway/ports.ts";
import { merchantExperiments } from "../merchant-experiments.ts";
import { CommandFailure } from "./command-failure.ts";
import { failureOf, percent } from "./experiment-words.ts";
import { printJson } from "./print.ts";
import { accountName, recordCommand } from "./record-command.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

export interface Experiments {
  desk: ExperimentDesk;
  book: ExperimentBook;
  site: Site;
  record(action: string, detail: AuditDetail): Promise<void>;
}

/** Opens the store for the site's experiments, and closes it whatever came of it. */
export function withExperiments<Result>(
  siteKey: string,
  work: (experiments: Experiments) => Promise<Result>,
): Promise<Result> {
  return withStore(async (store) => {
    const site = await siteOrFailure(store, siteKey);
    return work({
      ...{ desk: merchantExperiments(store), book: store.experiments, site },
      record: (action, detail) => recordCommand(store, site.id, action, detail),
    });
  });
}

/** Who runs the command, unless they say another name. */
export function actor(by: string | undefined): string {
  return by?.trim() || accountName();
}

interface ActOptions {
  site: string;
  by?: string;
  json?: boolean;
}

/** A command on one experiment; `say` tells a person what has come of it. */
function act<Options extends ActOptions, Result extends { experiment: Experiment }>(
  command: Command,
  work: (experiments: Experiments, key: string, options: Options, by: string) => Promise<Outcome<Result>>,
  say: (result: Result, options: Options) => string[],
): Command {
  return command
    .requiredOption("--site <key>", "the site's key")
    .argument("<experiment>", "its key")
    .option("--by <who>", "who does it, for the list of changes")
    .option("--json", "print { experiment, … }")
    .action((key: string, options: Options) =>
      withExperiments(options.site, async (experiments) => {
        const outcome = await work(experiments, key, options, actor(options.by));
        if (!outcome.ok) throw failureOf(outcome.refusals);
        const { site: _site, json: _json, ...told } = options;
        await experiments.record(`experiment/${command.name()}`, { key, ...told });
        if (options.json) {
          const { ok: _, experiment, ...others } = outcome;
          return printJson({ experiment: shown(experiment), ...others });
        }
        for (const line of say(outcome, options)) console.log(line);
      }),
    );
}

export function startCommand(): Command {
  return act(
    new Command("start")
      .description("Start a draft: its plan is frozen from now on.")
      .option("--coverage <share>", "the share of the visitors to begin with, such as 0.1 or 10%", "1"),
    ({ desk, site }, key, { coverage }: ActOptions & { coverage: string }, by) =>
      desk.start(site.id, key, shareOf(coverage), by),
    ({ experiment: { key, coverage }, interacting, remarks }) => [
      `“${key}” runs with ${percent(coverage)} of the traffic, and its plan is frozen.`,
      ...(interacting.length > 0
        ? [
            `Note: visitors are also in ${interacting.join(", ")}, which varies something else: the effect of one may depend on the other.`,
          ]
        : []),
      ...remarks.map((remark) => `Note: ${remark}`),
    ],
  );
}

export function rampCommand(): Command {
  return act(
    new Command("ramp")
      .description("Take more of the visitors in; whoever is in it stays in their arm.")
      .requiredOption("--coverage <share>", "such as 0.5 or 50%"),
    ({ book, site }, key, { coverage }: ActOptions & { coverage: string }, by) =>
      book.ramp(site.id, key, shareOf(coverage), by),
    ({ experiment: { key, coverage } }) => [`“${key}” has ${percent(coverage)} of the traffic.`],
  );
}

export function pauseCommand(): Command {
  return act(
    new Command("pause")
      .description("Take no new visitors; whoever is in it goes on in their arm.")
      .option("--note <words>", "why", ""),
    ({ book, site }, key, { note }: ActOptions & { note: string }, by) => book.pause(site.id, key, by, note),
    ({ experiment: { key } }) => [`“${key}” is paused: nobody new comes in.`],
  );
}

export function resumeCommand(): Command {
  return act(
    new Command("resume").description("Take new visitors again."),
    ({ book, site }, key, _: ActOptions, by) => book.resume(site.id, key, by),
    ({ experiment: { key } }) => [`“${key}” runs again.`],
  );
}

interface StopOptions extends ActOptions {
  arm?: string;
  note: string;
  ship?: boolean;
}

export function stopCommand(): Command {
  return act(
    new Command("stop")
      .description("End an experiment with a decision; everybody gets the site's defaults again.")
      .option("--arm <key>", "the arm you choose; left out, none is")
      .option("--note <words>", "why", "")
      .option("--ship", "make that arm the site's default in the same go"),
    async ({ desk, book, site }, key, { arm = undefined, note, ship }: StopOptions, by) => {
      if (ship && arm === undefined)
        throw new CommandFailure("--ship needs --arm: which arm becomes the default?");
      const stopped = await desk.stop(site.id, key, { arm: arm ?? null, note, by });
      return stopped.ok && ship ? book.ship(site.id, key, { arm: null, by, isForced: false }) : stopped;
    },
    ({ experiment: { key, decision } }, { site }) => [
      `“${key}” is stopped${decision?.arm ? `, and “${decision.arm}” is chosen` : " without choosing an arm"}.`,
      ...(decision?.shipped
        ? shippedLines(decision.shipped, key, site)
        : decision?.arm
          ? [`Make it the site's default with: overture experiment ship ${key} --site ${site}`]
          : []),
    ],
  );
}

export function archiveCommand(): Command {
  return act(
    new Command("archive").description("Put a stopped experiment away; its result is kept."),
    ({ book, site }, key, _: ActOptions, by) => book.archive(site.id, key, by),
    ({ experiment: { key } }) => [`“${key}” is archived.`],
  );
}

export function deleteCommand(): Command {
  return act(
    new Command("delete").description("Forget a draft."),
    ({ book, site }, key, _: ActOptions) => book.remove(site.id, key),
    ({ experiment: { key } }) => [`The draft “${key}” is gone.`],
  );
}

interface ShipOptions extends ActOptions {
  arm?: string;
  force?: boolean;
}

export function shipCommand(): Command {
  return act(
    new Command("ship")
      .description("Make the chosen arm the site's default, from the next conversation on; unship undoes it.")
      .option("--arm <key>", "another arm than was chosen when it was stopped")
      .option("--force", "also an arm that a guardrail has halted"),
    ({ book, site }, key, { arm, force }: ShipOptions, by) =>
      book.ship(site.id, key, { arm: arm ?? null, by, isForced: force === true }),
    ({ experiment: { key, decision } }, { site }) =>
      decision?.shipped ? shippedLines(decision.shipped, key, site) : [],
  );
}

export function unshipCommand(): Command {
  return act(
    new Command("unship")
      .description("Put back what the shipped arm has replaced.")
      .option("--force", "also where the settings were changed since"),
    ({ book, site }, key, { force }: ShipOptions, by) =>
      book.unship(site.id, key, { by, isForced: force === true }),
    ({ experiment: { key } }) => [`The site is as it was before “${key}” was shipped.`],
  );
}

function shippedLines(
  shipped: { arm: string; after: Parameters<typeof describeSettings>[0] },
  key: string,
  site: string,
): string[] {
  const { arm, after } = shipped;
  const isNothing = Object.keys(after).length === 0;
  return [
    isNothing
      ? `“${arm}” is how the site is already; nothing had to be changed.`
      : `“${arm}” is the site's default from the next conversation on: ${describeSettings(after)}.`,
    `Undo it with: overture experiment unship ${key} --site ${site}`,
  ];
}

/** "0.1" or "10%". */
function shareOf(text: string): number {
  const [, digits, percentSign] = /^\s*(\d*\.?\d+)\s*(%)?\s*$/.exec(text) ?? [];
  if (digits === undefined)
    throw new CommandFailure(`--coverage must be a share such as 0.1, or 10%, not ${text}`);
  return Number(digits) / (percentSign ? 100 : 1);
}
