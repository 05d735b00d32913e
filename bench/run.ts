/** `npm run bench [-- NAME…]`: runs benches one after the other and keeps their results. */
import { Argument, Command } from "commander";
import { measureBandit } from "./bandit.ts";
import { DEFAULT_SIZES, measureCatalog } from "./catalog.ts";
import { measureConversations } from "./conversations.ts";
import { writeDashboardData } from "./dashboard/dashboard-data.ts";
import { MEASURE_DEFAULTS, measureDashboard } from "./dashboard/measure-views.ts";
import { measureDecisions } from "./decisions.ts";
import { measureExperiments } from "./experiments.ts";
import { measureAssignment } from "./experiments-assignment.ts";
import { measureKnownAnswer } from "./experiments-known-answer.ts";
import { measureExperimentsReport } from "./experiments-report.ts";
import { writeGeneratedCatalog } from "./generate-catalog.ts";
import { sharedCatalogFiles } from "./generate-catalog-seeds.ts";
import { measureGuard } from "./guard.ts";
import { measureLedger } from "./ledger.ts";
import { measureModelFailures } from "./model-failures.ts";
import { measureFirstSentence } from "./model-first-sentence.ts";
import { measureOffPolicy } from "./off-policy.ts";
import { measurePolicies } from "./policies.ts";
import { loadNow, type Report, writeReport } from "./report.ts";
import { ICECAT, measureRetrieval } from "./retrieval.ts";
import { measureStart } from "./start.ts";
import { measureThreads } from "./threads.ts";
import { measureTurns } from "./turns.ts";
import { measureUnderstanding } from "./understanding.ts";
import { measureVoice } from "./voice.ts";
import { measureVoiceModel } from "./voice-model.ts";

const BENCHES: Record<string, { about: string; measure: () => Promise<Report> }> = {
  catalog: {
    about: "import, build, memory and searches at 1,000 to 100,000 products",
    measure: measureCatalog,
  },
  conversations: {
    about: "conversations to be read: what an agent who leads has to show, over a bare socket",
    measure: measureConversations,
  },
  retrieval: {
    about: "how well a text finds products, by judgements, beside BM25 and two libraries",
    measure: measureRetrieval,
  },
  understanding: {
    about: "how well messages are understood, by labels, and what each costs",
    measure: measureUnderstanding,
  },
  ledger: {
    about: "how well open questions are kept, by labelled turns",
    measure: measureLedger,
  },
  guard: { about: "what the guard catches and what it stops wrongly, and how fast", measure: measureGuard },
  turns: { about: "how long a turn takes, in process and over the socket", measure: measureTurns },
  threads: { about: "the event loop while a catalog is built, first turns, memory", measure: measureThreads },
  voice: {
    about: "how varied the built-in voice is, over simulated conversations on several catalogs",
    measure: measureVoice,
  },
  "voice-model": {
    about: "what reaches a shopper of a model that lies and one that obeys anyone; needs no model",
    measure: measureVoiceModel,
  },
  experiments: {
    about: "false alarms, power and mismatches of experiments simulated by the thousand",
    measure: measureExperiments,
  },
  "experiments-assignment": {
    about: "100,000 visitors at two nodes, one of them killed in the middle: who is in which arm",
    measure: () => measureAssignment(),
  },
  "experiments-known-answer": {
    about:
      "simulated visitors over real sockets, beacons and orders, with a lift that the report has to find",
    measure: measureKnownAnswer,
  },
  "voice-model-failures": {
    about: "1,000 turns under every failure of a model's endpoint: answers, times, handles",
    measure: measureModelFailures,
  },
  "voice-model-first-sentence": {
    about: "how much later than a bare client a shopper hears a model's first sentence",
    measure: measureFirstSentence,
  },
  bandit: {
    about: "how a bandit learns from simulated shoppers unlike those of training; an hour of one core",
    measure: measureBandit,
  },
  "off-policy": {
    about: "whether estimates from logged conversations hold what their intervals promise",
    measure: measureOffPolicy,
  },
  decisions: {
    about: "how long a decision takes, and whether it leaves anything behind",
    measure: measureDecisions,
  },
  policies: {
    about: "success and turns of every policy with simulated shoppers it was not trained with",
    measure: measurePolicies,
  },
  "experiments-report": {
    about: "a report on a million exposures, and how long their figures take to keep",
    measure: () => measureExperimentsReport(),
  },
  dashboard: {
    about: "how long each view of the dashboard takes to its data, on 100,000 turns; needs Chromium",
    measure: () => measureDashboard(),
  },
  start: { about: "how long the server takes to start, and its memory", measure: measureStart },
};

const bench = new Command("npm run bench --")
  .description("Measures, prints, and writes bench/results/<date>-<name>.md.")
  .addArgument(
    new Argument("[names...]", "what to measure; everything when left out").choices(Object.keys(BENCHES)),
  )
  .addHelpText(
    "after",
    `\nBenches:\n${Object.entries(BENCHES)
      .map(([name, { about }]) => `  ${name.padEnd(14)}${about}`)
      .join("\n")}`,
  )
  .action(runBenches);
bench
  .command("catalog")
  .description("Import, build, memory and searches at several sizes.")
  .option("--sizes <numbers>", "of the catalogs, with commas between", DEFAULT_SIZES.join(","))
  .option("--million", "also a catalog of a million products, which takes its time")
  .option("--from <files...>", "catalogs to generate from", sharedCatalogFiles())
  .action(async ({ sizes, million, from }: { sizes: string; million?: true; from: string[] }) => {
    const wanted = [...sizes.split(",").map(Number), ...(million ? [1_000_000] : [])];
    const loadBefore = loadNow();
    console.log(writeReport(await measureCatalog({ sizes: wanted, from }), loadBefore));
  });
bench
  .command("retrieval")
  .description("How well a text finds products, by human judgements.")
  .option("--data <folder>", "products in any importable format, and qrels.tsv: query, id, grade", ICECAT)
  .option("--currency <code>", "that the products are priced in", "USD")
  .action(async ({ data, currency }: { data: string; currency: string }) => {
    const loadBefore = loadNow();
    const report = await measureRetrieval({ folder: data, currency });
    if (report.sections.length > 0) console.log(writeReport(report, loadBefore));
  });
bench
  .command("voice-model")
  .description("What reaches a shopper of a model that lies and one that obeys anyone.")
  .option("--seed <text>", "another one holds other conversations", "truth")
  .action(async ({ seed }: { seed: string }) => {
    const loadBefore = loadNow();
    console.log(writeReport(await measureVoiceModel({ seed }), loadBefore));
  });
bench
  .command("generate")
  .description("Write a catalog of any size that grows as real ones do.")
  .requiredOption("--products <number>", "how many", Number)
  .requiredOption("--out <file>", "JSON lines; gzipped where its name ends in .gz")
  .option("--seed <number>", "another number gives another catalog", Number, 1)
  .option(
    "--from <files...>",
    "real catalogs to make it from, of any importable format",
    sharedCatalogFiles(),
  )
  .action(writeGeneratedCatalog);
bench
  .command("dashboard")
  .description("How long each view of the dashboard takes to its data in Chromium.")
  .option("--data <folder>", "made by dashboard-data; one of its own is made when left out")
  .option("--turns <number>", "stored in it", Number, MEASURE_DEFAULTS.turns)
  .option("--shoppers <number>", "simulated ones, whose talks are copied", Number, MEASURE_DEFAULTS.shoppers)
  .option("--repeats <number>", "of each view", Number, MEASURE_DEFAULTS.repeats)
  .action(async (options: typeof MEASURE_DEFAULTS) => {
    const loadBefore = loadNow();
    console.log(writeReport(await measureDashboard(options), loadBefore));
  });
bench
  .command("dashboard-data")
  .description("A demo shop after a busy quarter, in a data folder that is new.")
  .requiredOption("--into <folder>", "the data folder to make")
  .option("--shoppers <number>", "simulated ones, who talk over sockets", Number, 300)
  .option("--turns <number>", "stored in the end: the talks are copied over the days before", Number, 20_000)
  .action(writeDashboardData);
await bench.parseAsync();

async function runBenches(names: string[]): Promise<void> {
  for (const [name, { about, measure }] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.error(`${name}: ${about} …`);
    const loadBefore = loadNow();
    const report = await measure();
    if (report.sections.length > 0) console.log(`${writeReport(report, loadBefore)}\n`);
  }
}
