import { writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import type { PreparedRooms } from "../catalog-rooms.ts";
import type { LivedTalk } from "../learn/reinforce/experience.ts";
import type { CurvePoint, Progress, TrainPorts, TrainSettings } from "../learn/reinforce/train-planner.ts";
import type { RoleRun } from "../learn/roles/role-run.ts";
import type { EpisodePool } from "../learn/simulator/episode-pool.ts";
import { POPULATION_NAMES, type PopulationName } from "../learn/simulator/populations.ts";
import type { PolicyFile } from "../strategy/policy-file.ts";
import { CommandFailure } from "./command-failure.ts";
import { addRoleOptions, openRoleRun, playedBy, type RoleOptions, roleLines } from "./model-roles.ts";
import { printJson, showProgress } from "./print.ts";
import { siteOrFailure, withStore } from "./with-store.ts";

interface PlannerOptions extends RoleOptions {
  site?: string;
  catalog?: string[];
  currency: string;
  episodes: string;
  batch?: string;
  seed: string;
  of: string;
  name: string;
  policyVersion?: string;
  shoppers: PopulationName;
  out: string;
  checkpoint?: string;
  curve?: string;
  at?: string;
  rate?: string;
  entropy?: string;
  spread?: string;
  leash?: string;
  json?: boolean;
}

/** Talks with the finished planner, for what each act is worth; as a share of those it was trained with. */
const JUDGED_SHARE = 0.2;

export function plannerCommand(): Command {
  return addRoleOptions(new Command("planner"))
    .description(
      "Improve a policy by self-play with simulated shoppers. The same catalog, seed and settings give the same file.",
    )
    .option("--site <key>", "the site whose catalog is shopped")
    .option("--catalog <files...>", "catalog files in place of a site's; talks take turns among them")
    .option("--currency <code>", "of a catalog file whose prices don't say", "USD")
    .option("--episodes <number>", "conversations to learn from", "8000")
    .option("--batch <number>", "conversations per improvement")
    .option("--seed <seed>", "decides who shops, and all chance", "1")
    .option("--of <policy>", "the shipped policy to improve", "inspired")
    .option("--name <name>", "of the result", "planner")
    .option("--policy-version <version>", "of the result (default: made of the seed and the episodes)")
    .addOption(
      new Option("--shoppers <population>", "whom to learn with")
        .choices(POPULATION_NAMES)
        .default("training"),
    )
    .option("--rate <number>", "step size")
    .option("--entropy <number>", "what variety of each choice is worth")
    .option("--spread <number>", "what variety of all acts is worth")
    .option("--leash <number>", "what straying from the policy it began with costs")
    .option("--out <file>", "where the policy is written", "planner.json")
    .option("--checkpoint <file>", "kept after each batch; a run that was cut off goes on from it")
    .option("--curve <file>", "where the learning curve is drawn, as SVG")
    .option("--threads <number>", "(default: as many as there are processors)")
    .option("--at <time>", "ISO 8601, kept in the training record (default: now)")
    .option("--json", "print the training record")
    .action(async (options: PlannerOptions) => {
      const { catalogs, data } = await catalogsOf(options);
      await train(catalogs, data, options);
    });
}

async function catalogsOf(options: PlannerOptions): Promise<{ catalogs: PreparedRooms[]; data: string }> {
  const { site: siteKey, catalog: files, currency, shoppers } = options;
  if ((siteKey === undefined) === (files === undefined))
    throw new CommandFailure("give either --site KEY or --catalog FILE");
  const who = `simulated shoppers (${shoppers})`;
  if (files !== undefined) {
    const { prepareFile } = await import("./catalog-of-file.ts");
    const catalogs: PreparedRooms[] = [];
    for (const file of files) catalogs.push(await prepareFile(file, currency));
    const names = files.map((file) => file.split(/[\\/]/).at(-1)).join(", ");
    return { catalogs, data: `${who} on ${names}` };
  }
  return withStore(async (store) => {
    const site = await siteOrFailure(store, siteKey ?? "");
    const { prepareFromStore } = await import("../catalog-rooms.ts");
    return {
      catalogs: [await prepareFromStore(store.catalogs, site)],
      data: `${who} on the catalog of ${site.name}`,
    };
  });
}

async function train(
  catalogs: readonly PreparedRooms[],
  data: string,
  options: PlannerOptions,
): Promise<void> {
  const { writeCheckpoint } = await import("../learn/reinforce/checkpoint.ts");
  const run = await openRoleRun(options);
  const played = run === null ? null : await playedBy(run);
  const settings = { ...(await settingsOf(options)), ...(played !== null && { playedBy: played }) };
  const progress = await startingPoint(settings, options);
  const pools = await openPools(catalogs, run, options);
  const play = (policy: PolicyFile, seeds: readonly string[]) =>
    holdOnAll(pools, policy, seeds, options.shoppers);
  const begun = performance.now();
  const first = progress.done;
  try {
    const file = await trained(progress, {
      play,
      at: timeOf(options.at),
      data: played === null ? data : `${data}, ${played}`,
      async onProgress(now) {
        if (options.checkpoint !== undefined) await writeCheckpoint(options.checkpoint, now);
        showProgress(describe(now, (performance.now() - begun) / (now.done - first)));
      },
    });
    showProgress();
    await writeFile(options.out, `${JSON.stringify(file)}\n`);
    if (options.curve !== undefined) await drawCurve(options.curve, progress.curve, file);
    if (options.json) printJson(run === null ? file.training : { ...file.training, model: run.figures() });
    else await tell(file, progress, run, options);
  } catch (error) {
    const { RunOver } = await import("../learn/roles/run-over.ts");
    throw error instanceof RunOver ? new CommandFailure(error.message) : error;
  } finally {
    showProgress();
    await Promise.all(pools.map((pool) => pool.close()));
    run?.close();
  }
}

/** Whoever has spent a model's tokens has the policy of the last whole batch, and no judgement of its acts. */
async function trained(progress: Progress, ports: TrainPorts): Promise<PolicyFile> {
  const [{ plannerFile, trainPlanner, withEffects }, { TokensSpent }] = await Promise.all([
    import("../learn/reinforce/train-planner.ts"),
    import("../learn/roles/tokens-spent.ts"),
  ]);
  const { settings } = progress;
  try {
    const file = await trainPlanner(progress, ports);
    showProgress("judging the acts");
    const judged = Math.round(settings.episodes * JUDGED_SHARE);
    const seeds = Array.from({ length: judged }, (_, index) => `${settings.seed}/judged/${index}`);
    return withEffects(file, progress, await ports.play(file, seeds));
  } catch (error) {
    if (!(error instanceof TokensSpent)) throw error;
    if (progress.done === 0)
      throw new CommandFailure("the tokens were spent before the first batch was over");
    return plannerFile(progress, ports);
  }
}

async function openPools(
  catalogs: readonly PreparedRooms[],
  run: RoleRun | null,
  { threads: wanted }: PlannerOptions,
): Promise<EpisodePool[]> {
  if (run !== null) {
    const { openRolePool } = await import("../learn/roles/open-role-pool.ts");
    return catalogs.map((prepared) => openRolePool(prepared, run));
  }
  const { openEpisodePool } = await import("../learn/simulator/episode-pool.ts");
  const threads = wanted === undefined ? undefined : numberOf("--threads", wanted, 0);
  const pools: EpisodePool[] = [];
  for (const prepared of catalogs)
    pools.push(await openEpisodePool(prepared, threads === undefined ? {} : { threads }));
  return pools;
}

async function settingsOf(options: PlannerOptions): Promise<TrainSettings> {
  const { TRAIN_DEFAULTS } = await import("../learn/reinforce/train-planner.ts");
  const { findPolicy } = await import("../strategy/policies/find-policy.ts");
  if (!findPolicy(options.of)) throw new CommandFailure(`no shipped policy is called ${options.of}`);
  const episodes = numberOf("--episodes", options.episodes, 1);
  const tuned = (name: "rate" | "entropy" | "spread" | "leash") => {
    const text = options[name];
    return text === undefined ? TRAIN_DEFAULTS[name] : amountOf(`--${name}`, text);
  };
  return {
    ...TRAIN_DEFAULTS,
    batch: options.batch === undefined ? TRAIN_DEFAULTS.batch : numberOf("--batch", options.batch, 1),
    rate: tuned("rate"),
    entropy: tuned("entropy"),
    spread: tuned("spread"),
    leash: tuned("leash"),
    episodes,
    seed: options.seed,
    of: options.of,
    name: options.name,
    version: options.policyVersion ?? `${options.seed}-${episodes}`,
  };
}

async function startingPoint(settings: TrainSettings, { checkpoint }: PlannerOptions): Promise<Progress> {
  const { beginTraining } = await import("../learn/reinforce/train-planner.ts");
  if (checkpoint === undefined) return beginTraining(settings);
  const { readCheckpoint } = await import("../learn/reinforce/checkpoint.ts");
  const reading = await readCheckpoint(checkpoint, settings);
  if (reading.ok) return reading.progress;
  if (reading.code === "checkpoint/none") return beginTraining(settings);
  throw new CommandFailure(`${reading.why}; remove it or name another (${reading.code})`);
}

/** Talks take turns among the catalogs, in the order of the seeds. */
async function holdOnAll(
  pools: readonly EpisodePool[],
  policy: PolicyFile,
  seeds: readonly string[],
  population: PopulationName,
): Promise<LivedTalk[]> {
  const { REWARD_WEIGHTS } = await import("../learn/reward.ts");
  const request = { policy, mode: "sociable" as const, population, keep: { decisions: true } };
  const talks: LivedTalk[] = [];
  for (const [at, pool] of pools.entries()) {
    const own = seeds
      .map((seed, index) => ({ seed, index }))
      .filter(({ index }) => index % pools.length === at);
    const held = await pool.hold(
      request,
      own.map(({ seed }) => seed),
    );
    held.forEach(({ decisions = [], success, reward, progress }, each) => {
      const index = own[each]?.index ?? 0;
      const talk = { decisions, success, turnCost: REWARD_WEIGHTS.turn, total: reward.total };
      talks[index] = progress ? { ...talk, progress } : talk;
    });
  }
  return talks;
}

function describe({ done, settings, curve }: Progress, msEach: number): string {
  const last = curve.at(-1);
  const left = Math.round(((settings.episodes - done) * msEach) / 1_000);
  const success = last
    ? `, success ${Math.round(last.success * 100)} %, entropy ${last.actEntropy.toFixed(2)}`
    : "";
  return `${done} of ${settings.episodes} conversations${success}, ${left} s to go`;
}

async function drawCurve(
  path: string,
  curve: readonly CurvePoint[],
  { name, version }: PolicyFile,
): Promise<void> {
  const { learningCurve } = await import("../learn/reinforce/learning-curve.ts");
  await writeFile(path, learningCurve(curve, `${name} ${version}: self-play`));
}

async function tell(
  { name, version, training }: PolicyFile,
  { done, settings }: Progress,
  run: RoleRun | null,
  { out, site }: PlannerOptions,
): Promise<void> {
  const { success, turns, actEntropy } = training.figures;
  const shown = (value: number | null | undefined, digits: number) => value?.toFixed(digits) ?? "unknown";
  console.log(`${out}: ${name}@${version}, trained with ${training.data}`);
  console.log(
    `at the end: success ${shown(success, 2)}, turns ${shown(turns, 1)}, entropy of acts ${shown(actEntropy, 2)} nats`,
  );
  for (const line of run ? await roleLines(run) : []) console.log(line);
  if (done < settings.episodes)
    console.log(`the tokens were spent after ${done} of ${settings.episodes} talks`);
  else if (training.effects === undefined)
    console.log("the tokens were spent: what each act is worth was not judged");
  if (site !== undefined) console.log(`register it with: overture policy import ${out} --site ${site}`);
}

function timeOf(text: string | undefined): string {
  const time = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(time.getTime())) throw new CommandFailure(`--at must be a time in ISO 8601, not ${text}`);
  return time.toISOString();
}

function numberOf(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new CommandFailure(`${option} must be a whole number from ${least}, not ${text}`);
  return number;
}

function amountOf(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number < 0)
    throw new CommandFailure(`${option} must be a number from 0, not ${text}`);
  return number;
}
