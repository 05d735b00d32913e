/**
 * Episodes in which a language model plays some of the roles [POL-4]. Talks wait for the model most of the time, so many of
 * them are held at once, on this thread; each depends on its seed and on what the model answered, and on no other talk.
 */
import { type CatalogRooms, openRooms, type PreparedRooms } from "../../catalog-rooms.ts";
import type { EpisodePool } from "../simulator/episode-pool.ts";
import { createGoalCritic } from "../simulator/goal-critic.ts";
import {
  type Cast,
  type CastEpisode,
  type EpisodesRequest,
  type HeldEpisode,
  holdEpisode,
  policyOf,
  stageOf,
} from "../simulator/hold-episodes.ts";
import { createModelCritic } from "./model-critic.ts";
import { createModelShopper } from "./model-shopper.ts";
import { ROLE_BOUNDS } from "./role-bounds.ts";
import type { RoleRun, RoleTalk } from "./role-run.ts";
import { RunOver } from "./run-over.ts";
import { briefOf } from "./shopper-brief.ts";
import { TokensSpent } from "./tokens-spent.ts";

/** `hold` rejects with `TokensSpent`, and with a `RunOver` where the model is of no use or the record is of another run. */
export function openRolePool(prepared: PreparedRooms, run: RoleRun): EpisodePool {
  const stage = stageOf(openRooms(prepared));
  return {
    async hold(request, seeds, onProgress = () => {}) {
      const policy = policyOf(request.policy);
      const held: (HeldEpisode | undefined)[] = seeds.map(() => undefined);
      let next = 0;
      let done = 0;
      const work = async () => {
        for (let at = next++; at < seeds.length; at = next++) {
          const seed = seeds[at] ?? "";
          const talk = run.begin(nameOf(request, seed));
          if (talk === null) continue;
          held[at] = await counted(talk, () =>
            holdEpisode(stage, request, policy, seed, castBy(run, talk, request, stage.rooms.catalog)),
          );
          if (held[at]) onProgress(++done);
        }
      };
      // None goes on in the background, whatever becomes of the others.
      const ends = await Promise.allSettled(Array.from({ length: run.atOnce }, work));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
      const whole = held.filter((episode) => episode !== undefined);
      if (whole.length < seeds.length) throw new TokensSpent(whole);
      return whole;
    },
    close: async () => {},
  };
}

function nameOf({ label }: EpisodesRequest, seed: string): string {
  return label === undefined ? seed : `${label} ${seed}`;
}

/** Undefined for a talk that counts for nothing, because it was not held to its end. */
async function counted(talk: RoleTalk, hold: () => Promise<HeldEpisode>): Promise<HeldEpisode | undefined> {
  let episode: HeldEpisode | undefined;
  try {
    episode = await hold();
  } catch (error) {
    if (!(error instanceof RunOver)) throw error;
  }
  const { over } = talk;
  if (over === null) return episode;
  if (over.code === "roles/tokens-spent") return undefined;
  throw over;
}

function castBy(
  { roles }: RoleRun,
  talk: RoleTalk,
  { population }: EpisodesRequest,
  catalog: CatalogRooms["catalog"],
): CastEpisode {
  const { currency } = catalog;
  const product = (sku: string) => catalog.product(sku);
  return (drawn, seed): Cast => {
    const builtIn: Cast = { shopper: drawn.shopper, critic: createGoalCritic(drawn.goal) };
    const brief = briefOf({ ...drawn, population, seed, currency, product });
    const part = (role: "shopper" | "critic") => ({
      model: talk.model(role),
      brief,
      onTrouble: talk.onTrouble(role),
    });
    return {
      shopper: roles.includes("shopper")
        ? createModelShopper({ ...part("shopper"), builtIn: builtIn.shopper })
        : builtIn.shopper,
      critic: roles.includes("critic")
        ? createModelCritic({ ...part("critic"), builtIn: builtIn.critic })
        : builtIn.critic,
      ...(roles.includes("assistant") && {
        model: {
          chat: talk.model("assistant"),
          bounds: ROLE_BOUNDS,
          // What shoppers mean is understood here as in a shop without a second reading.
          refineMs: 0,
          onTrouble: talk.onTrouble("assistant"),
        },
      }),
    };
  };
}
