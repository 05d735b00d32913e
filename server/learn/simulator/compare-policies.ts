/** What many episodes say of policies: success, turns and entropy of each, and differences paired by episode [POL-6]. */
import { chanceFrom } from "../../turn/chance.ts";
import type { HeldEpisode } from "./hold-episodes.ts";

export interface PolicyFigures {
  name: string;
  episodes: number;
  /** Shares, with their 95 % interval (Wilson). */
  success: number;
  successLow: number;
  successHigh: number;
  /** Mean number of the agent's turns, its opening included. */
  turns: number;
  /** Of its acts, in nats. */
  entropy: number;
  reward: number;
  annoyance: number;
}

export interface PairFigures {
  a: string;
  b: string;
  /** Share of success of `a` less that of `b`, with its 95 % interval (bootstrap over pairs of episodes). */
  difference: number;
  low: number;
  high: number;
}

export function figuresOf(name: string, episodes: readonly HeldEpisode[]): PolicyFigures {
  const successes = episodes.filter(({ success }) => success).length;
  const [successLow, successHigh] = wilsonInterval(successes, episodes.length);
  const mean = (of: (episode: HeldEpisode) => number) =>
    episodes.length === 0 ? 0 : episodes.reduce((sum, episode) => sum + of(episode), 0) / episodes.length;
  return {
    name,
    episodes: episodes.length,
    success: mean(({ success }) => Number(success)),
    successLow,
    successHigh,
    turns: mean(({ turns }) => turns),
    entropy: actEntropy(episodes),
    reward: mean(({ reward }) => reward.total),
    annoyance: mean(({ annoyance }) => annoyance),
  };
}

/** Both lists in the order of the same seeds. */
export function compare(
  a: { name: string; episodes: readonly HeldEpisode[] },
  b: { name: string; episodes: readonly HeldEpisode[] },
  seed: string,
): PairFigures {
  const differences = a.episodes.map(
    ({ success }, at) => Number(success) - Number(b.episodes[at]?.success ?? false),
  );
  const [low, high] = bootstrapInterval(differences, `${seed}/${a.name}/${b.name}`);
  const difference = differences.reduce((sum, each) => sum + each, 0) / Math.max(1, differences.length);
  return { a: a.name, b: b.name, difference, low, high };
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** [0, 1] when nothing was counted. */
export function wilsonInterval(successes: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const share = successes / of;
  const centre = share + (Z * Z) / (2 * of);
  const reach = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  // At either end rounding must not put the share outside of its own interval.
  const low = successes === 0 ? 0 : (centre - reach) / scale;
  const high = successes === of ? 1 : (centre + reach) / scale;
  return [low, high];
}

const RESAMPLES = 2_000;

/** Of the mean: percentiles over resamples with replacement. Reproducible by its seed. */
export function bootstrapInterval(values: readonly number[], seed: string): [number, number] {
  if (values.length === 0) return [0, 0];
  const chance = chanceFrom(seed);
  const means = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(chance() * values.length)] ?? 0;
    means[resample] = sum / values.length;
  }
  means.sort();
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

/** Of the acts of all episodes together, in nats; 0 when there are none. */
export function actEntropy(episodes: readonly Pick<HeldEpisode, "acts">[]): number {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { acts } of episodes)
    for (const [act, count] of Object.entries(acts)) {
      counts.set(act, (counts.get(act) ?? 0) + count);
      all += count;
    }
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / all) * Math.log(count / all);
  return entropy;
}
