/** Many episodes of one policy with the shoppers that a list of seeds names. The same on every thread. */
import type { CatalogRooms } from "../../catalog-rooms.ts";
import type { DecisionRecord } from "../../dialogue/events.ts";
import type { Mode, Strategy } from "../../dialogue/strategies.ts";
import { findPolicy } from "../../strategy/policies/find-policy.ts";
import type { Policy } from "../../strategy/policy.ts";
import { openPolicyFile } from "../../turn/policy-shelf.ts";
import type { SiteSettings } from "../../turn/ports.ts";
import type { TurnModel } from "../../turn-rooms.ts";
import { type DrawnShopper, drawShopper } from "./draw-shopper.ts";
import { createGoalCritic } from "./goal-critic.ts";
import type { PopulationName } from "./populations.ts";
import { POPULATIONS } from "./populations.ts";
import { type Episode, runEpisode } from "./run-episode.ts";
import { type Shelf, shelvesOf } from "./shelves.ts";
import type { Critic, Line, Shopper } from "./shopper.ts";

export interface EpisodesRequest {
  /** A shipped policy's name, or a policy file's parsed content. */
  policy: unknown;
  mode: Mode;
  population: PopulationName;
  /** What is too long for most uses is left out unless it is asked for. */
  keep?: { decisions?: boolean; lines?: boolean };
  /** What tells these talks from others with the same seeds, in a record of them. */
  label?: string;
  settings?: Partial<Omit<SiteSettings, "policy">>;
  locale?: string;
}

/** An episode with who was in it; plain data that crosses threads. */
export interface HeldEpisode extends Omit<Episode, "decisions" | "lines"> {
  seed: string;
  persona: string;
  kind: string;
  /** How often each strategy was spoken. */
  acts: Partial<Record<Strategy, number>>;
  decisions?: DecisionRecord[];
  lines?: Line[];
}

export interface Stage {
  rooms: CatalogRooms;
  shelves: Shelf[];
}

export function stageOf(rooms: CatalogRooms): Stage {
  return { rooms, shelves: shelvesOf(rooms.catalog.products) };
}

/** Who plays in an episode, where it is not the built-in shopper, its goal and the built-in voice. */
export interface Cast {
  shopper: Shopper;
  critic: Critic;
  /** Phrases the agent's turns. */
  model?: TurnModel;
}
export type CastEpisode = (drawn: DrawnShopper, seed: string) => Cast;

/** In the order of the seeds. Throws when the policy cannot be used or nothing is in stock. */
export async function holdEpisodes(
  stage: Stage,
  request: EpisodesRequest,
  seeds: readonly string[],
  onEpisode: () => void = () => {},
): Promise<HeldEpisode[]> {
  const policy = policyOf(request.policy);
  const held: HeldEpisode[] = [];
  for (const seed of seeds) {
    held.push(await holdEpisode(stage, request, policy, seed, castBuiltIn));
    onEpisode();
  }
  return held;
}

const castBuiltIn: CastEpisode = ({ shopper, goal }) => ({ shopper, critic: createGoalCritic(goal) });

/** Throws when nothing is in stock, and whatever the cast throws. */
export async function holdEpisode(
  { rooms, shelves }: Stage,
  { mode, population, keep = {}, settings, locale }: EpisodesRequest,
  policy: Policy,
  seed: string,
  castOf: CastEpisode,
): Promise<HeldEpisode> {
  const drawn = drawShopper(shelves, POPULATIONS[population], seed, rooms.catalog.currency);
  if (drawn === null) throw new Error("the catalog has nothing in stock that a shopper could want");
  const { decisions, lines, ...episode } = await runEpisode({
    rooms,
    policy,
    mode,
    ...castOf(drawn, seed),
    seed,
    ...(settings && { settings }),
    ...(locale !== undefined && { locale }),
  });
  return {
    ...episode,
    seed,
    persona: drawn.persona.name,
    kind: drawn.goal.kind,
    acts: countActs(decisions),
    ...(keep.decisions && { decisions }),
    ...(keep.lines && { lines }),
  };
}

/** A shipped policy by its name, or one of a file's content. Throws with a reason. */
export function policyOf(policy: unknown): Policy {
  if (typeof policy !== "string") {
    const opening = openPolicyFile(policy);
    if (opening.ok) return opening.policy;
    throw new Error(`the policy cannot be used: ${opening.why}`);
  }
  const shipped = findPolicy(policy);
  if (!shipped) throw new Error(`no policy is called ${policy}`);
  return shipped;
}

function countActs(decisions: readonly DecisionRecord[]): Partial<Record<Strategy, number>> {
  const acts: Partial<Record<Strategy, number>> = {};
  for (const { steps } of decisions)
    for (const { strategy } of steps) if (strategy !== "yield") acts[strategy] = (acts[strategy] ?? 0) + 1;
  return acts;
}
