/**
 * What INSPIRED's authors did for human recommenders, for a site's own conversations: each strategy's share of the agent's
 * acts, and its share of the acts in turns that led to acceptance.
 */
import { STRATEGIES, type Strategy } from "../dialogue/strategies.ts";
import { ratio, type Share, Z } from "./clustered-ratio.ts";
import type { StrategyCounts, StrategySum } from "./ports.ts";

export type { Share } from "./clustered-ratio.ts";

export interface StrategyShares {
  conversations: number;
  accepted: number;
  turns: number;
  /** The largest share among accepting turns first. Null where there is nothing to take a share of. */
  strategies: {
    strategy: Strategy;
    acts: number;
    share: Share | null;
    acceptedActs: number;
    acceptedShare: Share | null;
    /** The second share less the first. */
    difference: Share | null;
  }[];
}

export function strategyShares(counts: StrategyCounts): StrategyShares {
  const { conversations, accepted, turns, all } = counts;
  const strategies = STRATEGIES.filter((strategy) => strategy !== "yield").map((strategy) => {
    const sums = counts.strategies.find((each) => each.strategy === strategy) ?? { strategy, ...NONE };
    const share = ratio(
      { part: sums.n, partSquared: sums.nn, cross: sums.nAll, whole: all.n, wholeSquared: all.nn },
      conversations,
    );
    const acceptedShare = ratio(
      { part: sums.m, partSquared: sums.mm, cross: sums.mAllM, whole: all.m, wholeSquared: all.mm },
      accepted,
    );
    return {
      strategy,
      acts: sums.n,
      share,
      acceptedActs: sums.m,
      acceptedShare,
      difference: difference(sums, counts, share, acceptedShare),
    };
  });
  strategies.sort((a, b) => b.acceptedActs - a.acceptedActs || b.acts - a.acts);
  return { conversations, accepted, turns, strategies };
}

const NONE: Record<StrategySum, number> = {
  ...{ n: 0, m: 0, nn: 0, mm: 0, nm: 0 },
  ...{ nAll: 0, mAllM: 0, nAllM: 0, mAll: 0 },
};

/** Both shares come from the same conversations, so they vary together. */
function difference(
  sums: Record<StrategySum, number>,
  { all, conversations }: StrategyCounts,
  share: Share | null,
  acceptedShare: Share | null,
): Share | null {
  if (!share || !acceptedShare || conversations < 2) return null;
  const p = share.value;
  const q = acceptedShare.value;
  const ofAll = (sums.nn - 2 * p * sums.nAll + p ** 2 * all.nn) / all.n ** 2;
  const ofAccepted = (sums.mm - 2 * q * sums.mAllM + q ** 2 * all.mm) / all.m ** 2;
  const together = (sums.nm - q * sums.nAllM - p * sums.mAll + p * q * all.nm) / (all.n * all.m);
  const variance = (Math.max(0, ofAll + ofAccepted - 2 * together) * conversations) / (conversations - 1);
  const half = Z * Math.sqrt(variance);
  return { value: q - p, low: Math.max(-1, q - p - half), high: Math.min(1, q - p + half) };
}
