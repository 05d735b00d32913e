/**
 * How a bandit learns from shoppers who respond otherwise than those that policies were trained with [POL-7]: simulated ones of
 * the contrarian population, who talk through the turn code of real ones. Every policy meets the same shoppers.
 */
import { fileURLToPath } from "node:url";
import type { CatalogRooms } from "../server/catalog-rooms.ts";
import { MODES, type Mode } from "../server/dialogue/strategies.ts";
import { startLearning } from "../server/learn/online/learn-outcomes.ts";
import { isDue } from "../server/learn/online/learn-schedule.ts";
import { drawShopper } from "../server/learn/simulator/draw-shopper.ts";
import { createGoalCritic } from "../server/learn/simulator/goal-critic.ts";
import { POPULATIONS } from "../server/learn/simulator/populations.ts";
import { type Episode, runEpisode } from "../server/learn/simulator/run-episode.ts";
import { type Shelf, shelvesOf } from "../server/learn/simulator/shelves.ts";
import { type BanditFile, initialBandit } from "../server/strategy/policies/bandit.ts";
import { findPolicy, POLICY_NAMES } from "../server/strategy/policies/find-policy.ts";
import { learnedPolicy } from "../server/strategy/policies/learned.ts";
import type { Policy } from "../server/strategy/policy.ts";
import { roomsOfFile } from "../test/support/talk.ts";
import type { Report } from "./report.ts";

const DEMO_CATALOG = fileURLToPath(new URL("../demo/catalog/catalog.json", import.meta.url));

export interface BanditOptions {
  /** Conversations the bandit has, one after the other, and those each fixed policy is judged by. */
  conversations: number;
  judged: number;
  /** Shipped policies that a bandit starts from. */
  bases: string[];
}

export const BANDIT_DEFAULTS: BanditOptions = {
  conversations: 3_000,
  judged: 1_000,
  bases: ["planner"],
};

interface Street {
  rooms: CatalogRooms;
  shelves: Shelf[];
}
const WINDOW = 300;

export async function measureBandit(options: BanditOptions = BANDIT_DEFAULTS): Promise<Report> {
  const { conversations, judged, bases } = options;
  const rooms = await roomsOfFile(DEMO_CATALOG);
  const street = { rooms, shelves: shelvesOf(rooms.catalog.products) };
  const fixed: Result[] = [];
  const curves: string[][] = [];
  for (const base of bases) {
    const { file, outcomes } = await lead(street, base, conversations);
    curves.push(...(await curveOf(street, base, outcomes)));
    const { exploration: _, ...settled } = policyOf(file);
    const name = `what the bandit from ${base} learned, without exploring`;
    fixed.push(await judge(street, name, settled, "sociable", judged, AFTER));
  }
  for (const name of POLICY_NAMES)
    for (const mode of MODES)
      fixed.push(await judge(street, `${name}, ${mode}`, policyNamed(name), mode, judged));
  const best = Math.max(...fixed.map(({ successes }) => shareOf(successes)));
  return {
    name: "bandit",
    title: "How a bandit learns from shoppers unlike those of training",
    sections: [
      {
        title: "Policies that stay as they are",
        about: `Success on the first ${judged} contrarian shoppers before the demo catalog, with 95 % intervals. What was learned on all ${conversations} is judged on shoppers who come after them.`,
        columns: ["policy", "success", "turns", "of the best"],
        rows: fixed.map(({ name, successes, turns }) => [
          name,
          inPercent(successes),
          turns.toFixed(2),
          `${Math.round((shareOf(successes) / best) * 100)} %`,
        ]),
      },
      {
        title: "Learning curve",
        about: `Success of the bandit in windows of ${WINDOW} conversations, exploration included, beside its base before the same shoppers; the difference is paired by shopper.`,
        columns: ["from", "conversations", "bandit", "base alone", "difference", "of the best fixed policy"],
        rows: curves.map(([name = "", window = "", bandit = "", alone = "", difference = "", share = ""]) => [
          name,
          window,
          bandit,
          alone,
          difference,
          `${Math.round((Number(share) / best) * 100)} %`,
        ]),
      },
    ],
  };
}

interface Result {
  name: string;
  successes: boolean[];
  turns: number;
}

async function judge(
  street: Street,
  name: string,
  policy: Policy,
  mode: Mode,
  count: number,
  from = 0,
): Promise<Result> {
  const successes: boolean[] = [];
  let turns = 0;
  for (let index = 0; index < count; index++) {
    const episode = await meet(street, policy, mode, from + index);
    successes.push(episode.success);
    turns += episode.turns;
  }
  console.error(`  ${name}: ${inPercent(successes)}`);
  return { name, successes, turns: turns / count };
}
/** Shoppers whom no bandit has learned from. */
const AFTER = 1_000_000;

/** As at a site: conversations come in, and now and then those that are over move the posterior. */
async function lead(
  street: Street,
  base: string,
  conversations: number,
): Promise<{ file: BanditFile; outcomes: boolean[] }> {
  let file = initialBandit(base);
  let policy = policyOf(file);
  let learner = startLearning(file);
  const outcomes: boolean[] = [];
  const now = new Date();
  for (let index = 0; index < conversations; index++) {
    const { decisions, ending, success } = await meet(street, policy, "sociable", index);
    outcomes.push(success);
    const id = String(index);
    const turns = decisions.map(({ steps }) => steps);
    // The bandit learns from what a site sees: that something was accepted, not whether it was what was looked for.
    if (outcomes.length % WINDOW === 0)
      console.error(`  bandit from ${base}, ${outcomes.length}: ${inPercent(outcomes.slice(-WINDOW))}`);
    learner.add({ conversationId: id, visitorId: id, turns, accepted: ending.outcome === "accepted" }, 0);
    const backlog = { learned: index + 1 - learner.added, waiting: learner.added, waitingSince: now };
    if (!isDue(backlog, now)) continue;
    file = learner.file(now);
    policy = policyOf(file);
    learner = startLearning(file);
  }
  return { file: learner.file(now), outcomes };
}

async function curveOf(street: Street, base: string, outcomes: boolean[]): Promise<string[][]> {
  const rows: string[][] = [];
  const { successes } = await judge(street, base, policyNamed(base), "sociable", outcomes.length);
  for (let from = 0; from + WINDOW <= outcomes.length; from += WINDOW) {
    const mine = outcomes.slice(from, from + WINDOW);
    const alone = successes.slice(from, from + WINDOW);
    rows.push([
      base,
      `${from + 1} to ${from + WINDOW}`,
      inPercent(mine),
      inPercent(alone),
      differenceOf(mine, alone),
      String(shareOf(mine)),
    ]);
  }
  const all = ["in all", inPercent(outcomes), inPercent(successes), differenceOf(outcomes, successes)];
  return [...rows, [base, ...all, String(shareOf(outcomes))]];
}

async function meet(street: Street, policy: Policy, mode: Mode, index: number): Promise<Episode> {
  const { rooms, shelves } = street;
  const seed = `shopper ${index}`;
  const drawn = drawShopper(shelves, POPULATIONS.contrarian, seed, rooms.catalog.currency);
  if (!drawn) throw new Error("the catalog has nothing in stock");
  return await runEpisode({
    rooms,
    policy,
    mode,
    shopper: drawn.shopper,
    critic: createGoalCritic(drawn.goal),
    seed,
  });
}

function policyNamed(name: string): Policy {
  const policy = findPolicy(name);
  if (!policy) throw new Error(`no policy ${name}`);
  return policy;
}

function policyOf(file: BanditFile): Policy {
  const policy = learnedPolicy(file, findPolicy);
  if (!policy) throw new Error("the bandit's base is missing");
  return policy;
}

const Z = 1.959964;

function shareOf(outcomes: boolean[]): number {
  return outcomes.filter(Boolean).length / Math.max(outcomes.length, 1);
}

/** With Wilson's interval. */
function inPercent(outcomes: boolean[]): string {
  const n = outcomes.length;
  const p = shareOf(outcomes);
  const middle = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return `${points(p)} % (${points(middle - half)} to ${points(middle + half)})`;
}

function differenceOf(a: boolean[], b: boolean[]): string {
  const differences = a.map((success, index) => Number(success) - Number(b[index]));
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = Z * Math.sqrt(variance / n);
  return `${points(mean)} (${points(mean - half)} to ${points(mean + half)})`;
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}
