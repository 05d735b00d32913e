import { Command, Option } from "commander";
import type { PreparedRooms } from "../catalog-rooms.ts";
import type { Mode } from "../dialogue/strategies.ts";
import type { RoleRun } from "../learn/roles/role-run.ts";
import type { PairFigures, PolicyFigures } from "../learn/simulator/compare-policies.ts";
import type { EpisodePool } from "../learn/simulator/episode-pool.ts";
import type { EpisodesRequest, HeldEpisode } from "../learn/simulator/hold-episodes.ts";
import { POPULATION_NAMES, type PopulationName } from "../learn/simulator/populations.ts";
import { CommandFailure } from "./command-failure.ts";
import { addRoleOptions, countOf, openRoleRun, type RoleOptions, roleLines } from "./model-roles.ts";
import { printJson, showProgress } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface SimulateOptions extends RoleOptions {
  site?: string;
  catalog?: string;
  currency: string;
  policy: string[];
  episodes: string;
  seed: string;
  shoppers: PopulationName;
  transcripts?: string;
  json?: boolean;
}

/** A name of a policy that means the rules in informational mode. */
const INFORMATIONAL = "informational";

export function simulateCommand(): Command {
  return addRoleOptions(new Command("simulate"))
    .description(
      "Compare policies on simulated shoppers: the same shoppers come to each. Nothing of it is stored.\n" +
        `Policies are shipped ones, versions of the site's registry (name@version), and ${INFORMATIONAL}: the rules in informational mode.`,
    )
    .option("--site <key>", "the site whose catalog is shopped")
    .option("--catalog <file>", "a catalog file in place of a site's")
    .option("--currency <code>", "of a catalog file whose prices don't say", "USD")
    .requiredOption("--policy <names...>", "the policies to compare")
    .option("--episodes <number>", "conversations per policy", "200")
    .option("--seed <seed>", "decides who shops, and all chance", "1")
    .addOption(
      new Option(
        "--shoppers <population>",
        "training: those the planner learns with; held-out: other persons, words and responses; contrarian: unmoved by sociable acts",
      )
        .choices(POPULATION_NAMES)
        .default("held-out"),
    )
    .option("--transcripts <number>", "print so many of the conversations, those of the first policy")
    .option("--threads <number>", "(default: as many as there are processors)")
    .option(
      "--json",
      "print { policies: [{ name, episodes, success, … }], pairs: [{ a, b, difference, low, high }] }",
    )
    .action(async (options: SimulateOptions) => {
      const { prepared, contenders, settings } = await prepare(options);
      await simulate(prepared, contenders, settings, options);
    });
}

interface Contender {
  name: string;
  policy: unknown;
  mode: Mode;
}
type Settings = Pick<EpisodesRequest, "settings" | "locale">;

async function prepare(
  options: SimulateOptions,
): Promise<{ prepared: PreparedRooms; contenders: Contender[]; settings: Settings }> {
  if ((options.site === undefined) === (options.catalog === undefined))
    throw new CommandFailure("give either --site KEY or --catalog FILE");
  const names = [...new Set(options.policy)];
  if (options.catalog !== undefined) {
    const { prepareFile } = await import("./catalog-of-file.ts");
    const contenders = await Promise.all(names.map((name) => contenderOf(name, async () => null)));
    return { prepared: await prepareFile(options.catalog, options.currency), contenders, settings: {} };
  }
  return withStore(async (store) => {
    const site = await siteOrFailure(store, options.site ?? "");
    const contenders = await Promise.all(
      names.map((name) =>
        contenderOf(name, (policy, version) => store.policies.read(site.id, policy, version)),
      ),
    );
    const { prepareFromStore } = await import("../catalog-rooms.ts");
    const { policy: _, ...settings } = site.settings;
    return {
      prepared: await prepareFromStore(store.catalogs, site),
      contenders,
      settings: { settings, locale: site.locale },
    };
  });
}

async function contenderOf(
  name: string,
  read: (policy: string, version: string) => Promise<unknown>,
): Promise<Contender> {
  if (name === INFORMATIONAL) return { name, policy: "rules", mode: "informational" };
  const { findPolicy, policyReference, POLICY_NAMES } = await import("../strategy/policies/find-policy.ts");
  if (findPolicy(name)) return { name, policy: name, mode: "sociable" };
  const { name: policy, version } = policyReference(name);
  const file = version === null ? null : await read(policy, version);
  if (file === null)
    throw new CommandFailure(
      `there is no policy ${name}; shipped are ${POLICY_NAMES.join(", ")}, and ${INFORMATIONAL} means the rules without sociable acts`,
    );
  return { name, policy: file, mode: "sociable" };
}

async function simulate(
  prepared: PreparedRooms,
  contenders: readonly Contender[],
  settings: Settings,
  options: SimulateOptions,
): Promise<void> {
  const episodes = countOf("--episodes", options.episodes, 1);
  const transcripts = countOf("--transcripts", options.transcripts ?? "0", 0);
  const threads = options.threads === undefined ? undefined : countOf("--threads", options.threads, 0);
  const run = await openRoleRun(options);
  const { compare, figuresOf } = await import("../learn/simulator/compare-policies.ts");
  const seeds = Array.from({ length: episodes }, (_, at) => `${options.seed}/${at}`);
  const pool = await openPool(prepared, run, threads);
  const begun = performance.now();
  let held: Held[];
  try {
    const request = { population: options.shoppers, ...settings };
    held = await holdEach(pool, contenders, seeds, {
      request,
      linesOf: transcripts > 0 ? contenders[0] : undefined,
      // A run that ends before its time has held the same talks with each policy.
      atOnce: run === null ? episodes : run.atOnce,
    });
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error));
  } finally {
    showProgress();
    await pool.close();
    run?.close();
  }
  const seconds = (performance.now() - begun) / 1_000;
  const policies = held.map((each) => figuresOf(each.name, each.episodes));
  const pairs = held.flatMap((a, at) => held.slice(at + 1).map((b) => compare(a, b, options.seed)));
  if (options.json) {
    const { roles, model } = run ?? {};
    return printJson({ policies, pairs, ...(run && { model: { model, roles, ...run.figures() } }) });
  }
  for (const episode of held[0]?.episodes.slice(0, transcripts) ?? []) printTranscript(episode);
  printTables(policies, pairs);
  const all = held.reduce((sum, each) => sum + each.episodes.length, 0);
  process.stdout.write(
    `\nshoppers: ${options.shoppers}; ${(all / seconds).toFixed(1)} conversations a second\n`,
  );
  for (const line of run ? await roleLines(run) : []) process.stdout.write(`${line}\n`);
  if (all < episodes * contenders.length)
    process.stdout.write(
      `the tokens were spent: ${all / contenders.length} of ${episodes} talks were held with each policy\n`,
    );
}

interface Held {
  name: string;
  episodes: HeldEpisode[];
}

async function openPool(
  prepared: PreparedRooms,
  run: RoleRun | null,
  threads: number | undefined,
): Promise<EpisodePool> {
  if (run !== null) return (await import("../learn/roles/open-role-pool.ts")).openRolePool(prepared, run);
  const { openEpisodePool } = await import("../learn/simulator/episode-pool.ts");
  return openEpisodePool(prepared, threads === undefined ? {} : { threads });
}

/** Talks that a policy could not end, because a model's tokens were spent, are left out with every policy. */
async function holdEach(
  pool: EpisodePool,
  contenders: readonly Contender[],
  seeds: readonly string[],
  {
    request,
    linesOf,
    atOnce,
  }: {
    request: Omit<EpisodesRequest, "policy" | "mode">;
    linesOf: Contender | undefined;
    atOnce: number;
  },
): Promise<Held[]> {
  const { TokensSpent } = await import("../learn/roles/tokens-spent.ts");
  const held: Held[] = contenders.map(({ name }) => ({ name, episodes: [] }));
  let isSpent = false;
  for (let from = 0; from < seeds.length && !isSpent; from += atOnce) {
    for (const [at, contender] of contenders.entries()) {
      const { name, policy, mode } = contender;
      const keep = { lines: contender === linesOf };
      const tell = (done: number) => showProgress(`${name}: ${from + done} of ${seeds.length} conversations`);
      try {
        const order = { ...request, policy, mode, keep, label: name };
        held[at]?.episodes.push(...(await pool.hold(order, seeds.slice(from, from + atOnce), tell)));
      } catch (error) {
        if (!(error instanceof TokensSpent)) throw error;
        held[at]?.episodes.push(...error.held);
        isSpent = true;
      }
    }
  }
  if (!isSpent) return held;
  const whole = (seed: string) =>
    held.every(({ episodes }) => episodes.some((episode) => episode.seed === seed));
  const common = new Set(seeds.filter(whole));
  if (common.size === 0) throw new Error("the tokens were spent before the first talk was over");
  return held.map(({ name, episodes }) => ({
    name,
    episodes: episodes.filter(({ seed }) => common.has(seed)),
  }));
}

function printTables(policies: readonly PolicyFigures[], pairs: readonly PairFigures[]): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const points = (share: number) => `${share < 0 ? "−" : "+"}${Math.abs(share * 100).toFixed(1)}`;
  table(
    ["policy", "success", "95 %", "turns", "act entropy", "annoyance", "reward"],
    policies.map((each) => [
      each.name,
      percent(each.success),
      `${percent(each.successLow)} to ${percent(each.successHigh)}`,
      each.turns.toFixed(2),
      `${each.entropy.toFixed(2)} nats`,
      each.annoyance.toFixed(2),
      each.reward.toFixed(3),
    ]),
  );
  if (pairs.length === 0) return;
  process.stdout.write("\nDifferences of success in points, paired by conversation:\n");
  table(
    ["", "difference", "95 %"],
    pairs.map(({ a, b, difference, low, high }) => [
      `${a} less ${b}`,
      points(difference),
      `${points(low)} to ${points(high)}`,
    ]),
  );
}

function table(head: readonly string[], rows: readonly string[][]): void {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(
      `${line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}

function printTranscript({ seed, persona, kind, ending, success, annoyance, lines = [] }: HeldEpisode): void {
  process.stdout.write(`── ${seed}: ${persona}, ${kind}\n`);
  for (const { speaker, text, cards, replies } of lines) {
    process.stdout.write(`${speaker === "agent" ? "agent" : "     shopper"}: ${text}\n`);
    for (const card of cards) process.stdout.write(`         □ ${card}\n`);
    if (replies.length > 0)
      process.stdout.write(`         ${replies.map((reply) => `[${reply}]`).join(" ")}\n`);
  }
  const how = ending.outcome === "accepted" ? `bought ${ending.sku}` : `left: ${ending.because}`;
  process.stdout.write(`── ${how}${success ? "" : ", no success"}; annoyance ${annoyance.toFixed(2)}\n\n`);
}
