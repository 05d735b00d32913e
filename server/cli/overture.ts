/** The `overture` command: its subcommands, and what becomes of their errors. */
import { Command } from "commander";
import { readConfig } from "../config.ts";
import { catalogCommand } from "./catalog.ts";
import { chatCommand } from "./chat.ts";
import { CommandFailure } from "./command-failure.ts";
import { demoCommand } from "./demo.ts";
import { eraseCommand } from "./erase.ts";
import { evaluateCommand } from "./evaluate.ts";
import { experimentCommand } from "./experiment.ts";
import { exportCommand } from "./export.ts";
import { feedCommand } from "./feed.ts";
import { guardCommand } from "./guard.ts";
import { insightCommand } from "./insight.ts";
import { memberCommand } from "./member.ts";
import { migrateCommand } from "./migrate.ts";
import { modelCommand } from "./model.ts";
import { packageVersion } from "./package-root.ts";
import { policyCommand } from "./policy.ts";
import { reviewsCommand } from "./reviews.ts";
import { serveCommand } from "./serve.ts";
import { simulateCommand } from "./simulate.ts";
import { siteCommand } from "./site.ts";
import { trainCommand } from "./train.ts";
import { understandCommand } from "./understand.ts";

const COMMANDS = [
  serveCommand,
  demoCommand,
  migrateCommand,
  siteCommand,
  memberCommand,
  modelCommand,
  catalogCommand,
  feedCommand,
  reviewsCommand,
  chatCommand,
  understandCommand,
  guardCommand,
  simulateCommand,
  policyCommand,
  trainCommand,
  evaluateCommand,
  experimentCommand,
  insightCommand,
  exportCommand,
  eraseCommand,
];

/** Runs one command line; `argv` as in `process.argv`. Sets the exit code, prints errors as one line. */
export async function run(argv: string[]): Promise<void> {
  // A reader that has seen enough, such as `head`, is no fault.
  process.stdout.on("error", (error) => {
    if ("code" in error && error.code === "EPIPE") process.exit(0);
    console.error(`overture: the output cannot be written: ${error.message}`);
    process.exit(1);
  });
  const program = new Command("overture")
    .description("An embeddable shopping assistant that makes the first move.")
    .version(packageVersion())
    .showHelpAfterError("(overture --help lists the commands)");
  for (const command of COMMANDS) program.addCommand(command());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = 1;
    console.error(`overture: ${describe(error)}`);
  }
}

/** Our own failures are written for people; anything else is a fault of the program, and LOG_LEVEL=debug shows where. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reading = readConfig();
  const isTraced = !(error instanceof CommandFailure) && reading.ok && reading.config.logLevel === "debug";
  return isTraced ? (error.stack ?? error.message) : (error.message.split("\n")[0] ?? "failed");
}
